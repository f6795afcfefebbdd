// Turns what a broken connection throws into a failure that says whether the request can have been sent.
import { NetworkError } from "../errors.ts";
import type { Endpoint } from "./endpoints.ts";
import { type Failure, failure } from "./outcome.ts";

const CAUSES_MAX = 16;
/** Errors of name look-up and connecting: nothing was sent yet. */
const CONNECTING = new Set(["connect", "getaddrinfo"]);
const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "the connection was refused",
  ENOTFOUND: "its host name is not known",
  EAI_AGAIN: "its host name could not be looked up",
  ECONNRESET: "the connection was cut",
  EPIPE: "the connection was cut",
  UND_ERR_SOCKET: "the connection was cut",
  UND_ERR_CONNECT_TIMEOUT: "no connection came about in time",
};

interface Trace {
  readonly code: string;
  readonly syscall: string;
  readonly message: string;
}

/** A failed connection; `answered` when the answer had begun, so that the request was surely sent. */
export function connectionFailure(error: unknown, endpoint: Endpoint, answered: boolean): Failure {
  const traces = tracesOf(error);
  // The original may carry what the server sent, and with it a secret sent back.
  const cause = new Error(traces.map(({ code, message }) => `${code} ${message}`).join("; "));
  const proxy = traces.find((trace) => trace.message.startsWith("Proxy response"));
  if (proxy !== undefined) return notSent("the proxy refused to pass it on", false, cause);
  const tls = traces.find((trace) => isCertificate(trace.code));
  if (tls !== undefined) return notSent(`its certificate is not trusted (${tls.code})`, false, cause);
  const words = traces.map((trace) => WORDS[trace.code]).find((word) => word !== undefined) ?? "the connection failed";
  if (!answered && traces.length > 0 && traces.every(isBeforeSending)) {
    // A name that is not known stays unknown; everything else about connecting may pass.
    return notSent(words, !traces.some((trace) => trace.code === "ENOTFOUND"), cause);
  }
  const message = `The API gave no whole answer to the request to ${endpoint.doing}: ${words}.`;
  return failure(new NetworkError("unreachable", message, { hint: hintFor(endpoint), cause }), {
    transient: true,
    mayHaveHappened: true,
  });
}

/** No answer within the limit; the request may have been carried out. */
export function timeoutFailure(endpoint: Endpoint, timeoutMs: number): Failure {
  const message = `The API did not answer the request to ${endpoint.doing} within ${timeoutMs / 1000} seconds.`;
  return failure(new NetworkError("timeout", message, { hint: hintFor(endpoint) }), {
    transient: true,
    mayHaveHappened: true,
  });
}

/** `sent`: whether the request was on its way when it was stopped. */
export function cancelledFailure(endpoint: Endpoint, sent: boolean): Failure {
  const open = sent && endpoint.method !== "GET";
  return failure(
    new NetworkError("cancelled", `The request to ${endpoint.doing} was stopped before an answer came.`, {
      hint: open ? "It may have been carried out all the same: look before doing it again." : undefined,
    }),
    { mayHaveHappened: open },
  );
}

function notSent(words: string, transient: boolean, cause: unknown): Failure {
  const error = new NetworkError("unreachable", `The API could not be reached: ${words}.`, {
    hint: "Check the network, --api-url and the proxy settings.",
    cause,
  });
  return failure(error, { transient });
}

function hintFor(endpoint: Endpoint): string {
  return endpoint.method === "GET"
    ? "Check the network and try again."
    : "It may have been carried out all the same: look before doing it again.";
}

function isBeforeSending(trace: Trace): boolean {
  return CONNECTING.has(trace.syscall) || trace.code === "UND_ERR_CONNECT_TIMEOUT";
}

function isCertificate(code: string): boolean {
  return /^(CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|ERR_TLS_CERT|ERR_SSL_WRONG_VERSION)/.test(code);
}

// Some clients hide the reason in `cause`, and connecting to several addresses at once in `errors`.
function tracesOf(error: unknown): readonly Trace[] {
  const open: unknown[] = [error];
  const traces: Trace[] = [];
  for (let next = open.shift(); next !== undefined && traces.length < CAUSES_MAX; next = open.shift()) {
    if (!(next instanceof Error)) continue;
    const inner: readonly unknown[] = [next.cause, ...reasonsOf(next)].filter((cause) => cause !== undefined);
    open.push(...inner);
    if (inner.length === 0) traces.push(traceOf(next));
  }
  return traces;
}

function reasonsOf(error: Error): readonly unknown[] {
  return error instanceof AggregateError ? error.errors : [];
}

function traceOf(error: Error): Trace {
  return {
    code: "code" in error ? textOf(error.code) : "",
    syscall: "syscall" in error ? textOf(error.syscall) : "",
    message: error.message,
  };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
