// One request to the API: address, headers, time limit, bounded body, and what its answer means.
// Nothing here tries twice (retry.ts) or knows a resource.
import { InputError, NetworkError } from "../errors.ts";
import type { Clock, Log } from "../ports.ts";
import { BodyTooLarge, discardBody, readBody, readStart } from "./body.ts";
import { type Call, callUrl } from "./call.ts";
import { startDeadline } from "./deadline.ts";
import type { Endpoint } from "./endpoints.ts";
import { isHtml } from "./error-body.ts";
import { headersOf } from "./headers.ts";
import type { HttpClient, HttpResponse } from "./http.ts";
import { cancelledFailure, connectionFailure, timeoutFailure } from "./network-failure.ts";
import { type Failure, failure, type Outcome } from "./outcome.ts";
import { refused } from "./refusal.ts";
import { parseRetryAfter } from "./retry-after.ts";
import { untrustedText } from "./untrusted-text.ts";

/** A list of 100,000 records comes to about 20 MB; nothing this API sends is larger. */
export const BODY_MAX_BYTES = 32 * 1024 * 1024;
/** Of an error page, one sentence is quoted. */
const ERROR_BODY_MAX_BYTES = 64 * 1024;
const REQUEST_ID_MAX_LENGTH = 128;

/** What a transport is made of. */
export interface TransportOptions {
  readonly http: HttpClient;
  /** Without the final slash. */
  readonly baseUrl: string;
  readonly token: string | undefined;
  readonly clock: Clock;
  readonly log: Log;
  readonly timeoutMs: number;
}

/** Sends a call once; everything but a misused call is told in the outcome. */
export type Transport = (call: Call, signal: AbortSignal) => Promise<Outcome>;

/**
 * @returns a transport whose calls throw InputError `token_missing` when there is no token, or when an id cannot be one.
 */
export function createTransport(options: TransportOptions): Transport {
  return async (call, signal) => {
    const { token, clock, log } = options;
    if (token === undefined) throw tokenMissing();
    const url = callUrl(options.baseUrl, call);
    if (signal.aborted) return cancelledFailure(call.endpoint, false);
    const started = clock.now();
    const { outcome, response } = await exchange({ ...options, token }, { call, url, signal });
    log("debug", "API request", {
      method: call.endpoint.method,
      path: url.pathname,
      status: response?.status,
      ms: clock.now() - started,
      request_id: response === undefined ? undefined : requestIdOf(response, token),
      ...(outcome.ok ? {} : { failed: outcome.error.code }),
    });
    return outcome;
  };
}

interface Attempt {
  readonly call: Call;
  readonly url: URL;
  readonly signal: AbortSignal;
}

interface Exchange {
  readonly outcome: Outcome;
  readonly response: HttpResponse | undefined;
}

type ReadyOptions = TransportOptions & { readonly token: string };

async function exchange(options: ReadyOptions, { call, url, signal }: Attempt): Promise<Exchange> {
  const deadline = startDeadline(options.timeoutMs, signal);
  let response: HttpResponse | undefined;
  try {
    response = await options.http.send({
      method: call.endpoint.method,
      url: url.href,
      headers: headersOf(call, options.token),
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      signal: deadline.signal,
    });
    return { outcome: await readOutcome(response, call, options), response };
  } catch (error) {
    return { outcome: broken(error, response !== undefined), response };
  } finally {
    deadline.clear();
  }

  function broken(error: unknown, answered: boolean): Failure {
    if (signal.aborted) return cancelledFailure(call.endpoint, true);
    if (deadline.expired()) return timeoutFailure(call.endpoint, options.timeoutMs);
    return connectionFailure(error, call.endpoint, answered);
  }
}

async function readOutcome(response: HttpResponse, call: Call, options: ReadyOptions): Promise<Outcome> {
  const { status } = response;
  if (status >= 400) return refused(await refusalOf(response, call, options));
  if (status >= 300) {
    await discardBody(response);
    return failure(unexpected(call.endpoint, `a redirect (${status}), which is not followed with a token`), { status });
  }
  return readSuccess(response, call.endpoint);
}

async function refusalOf(response: HttpResponse, call: Call, options: ReadyOptions) {
  return {
    endpoint: call.endpoint,
    status: response.status,
    text: await readErrorText(response),
    contentType: response.header("content-type") ?? "",
    requestId: requestIdOf(response, options.token),
    retryAfterMs: parseRetryAfter(response.header("retry-after"), options.clock.now()),
    secrets: [options.token, ...(call.secrets ?? [])],
  };
}

// The status alone says what happened: an error page that breaks off is an error page without text.
async function readErrorText(response: HttpResponse): Promise<string> {
  try {
    return await readStart(response, ERROR_BODY_MAX_BYTES);
  } catch {
    return "";
  }
}

async function readSuccess(response: HttpResponse, endpoint: Endpoint): Promise<Outcome> {
  const { status } = response;
  let bytes: Uint8Array;
  try {
    bytes = await readBody(response, BODY_MAX_BYTES);
  } catch (error) {
    if (!(error instanceof BodyTooLarge)) throw error;
    return unreadable(endpoint, status, `more than ${BODY_MAX_BYTES / 1024 / 1024} MB`);
  }
  if (bytes.byteLength === 0) return { ok: true, status, body: undefined };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (isHtml(text, response.header("content-type") ?? "")) return unreadable(endpoint, status, "a web page");
    return { ok: true, status, body: JSON.parse(text) };
  } catch {
    return { ...unreadable(endpoint, status, "something that is not JSON"), transient: true };
  }
}

function unreadable(endpoint: Endpoint, status: number, what: string): Failure {
  return failure(unexpected(endpoint, `${what} (${status})`), { status, mayHaveHappened: true });
}

/** An answer that is not what the contract promises. */
export function unexpected(endpoint: Endpoint, what: string): NetworkError {
  return new NetworkError("unexpected_response", `Asked to ${endpoint.doing}, the API answered with ${what}.`, {
    hint: "Check --api-url and whether a proxy or a login page stands in between.",
  });
}

function requestIdOf(response: HttpResponse, token: string): string | undefined {
  const id = response.header("x-request-id");
  return id === undefined ? undefined : untrustedText(id, [token], REQUEST_ID_MAX_LENGTH);
}

function tokenMissing(): InputError {
  return new InputError("token_missing", "No API token is set.", {
    hint: "Set VPS_API_TOKEN or --token-file, or try everything without an account with --sandbox.",
  });
}
