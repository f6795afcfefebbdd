// The emulated API's HTTP server: one listener for every request, faults included.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { once, setMaxListeners } from "node:events";
import type { Clock, Log } from "../../core/ports.ts";
import { Refusal } from "../api/refusal.ts";
import type { Reply } from "../api/reply.ts";
import type { FaultRules, Mishap } from "./fault-rules.ts";
import type { RequestBody } from "./request-body.ts";
import type { RequestLog } from "./request-log.ts";
import { type Address, errorReply, prepare, type Responder } from "./respond.ts";
import { reset, send, sendTruncated, sendUnavailable } from "./send.ts";

/** The path under which the API lives, as at VPS.org. */
export const API_PATH = "/api/v1";

const RETRY_AFTER_SECONDS = 1;
/** Longer than clients keep idle connections, so that none is closed under a request. */
const KEEP_ALIVE_MS = 75_000;

export interface ApiServerOptions {
  readonly host: string;
  readonly port: number;
  readonly responder: Responder;
  readonly faults: FaultRules;
  readonly clock: Clock;
  readonly log: Log;
  readonly record: (entry: RequestLog, bodyBytes: number) => void;
  /** Answers what does not lie below the API's path. */
  readonly elsewhere: (request: IncomingMessage, path: string) => Promise<Reply>;
}

export interface ApiServer {
  readonly port: number;
  /** Breaks off what is under way. */
  close(): Promise<void>;
}

/** Starts serving; the port is known once it resolves. */
export async function startApiServer(options: ApiServerOptions): Promise<ApiServer> {
  const closing = new AbortController();
  // Every request that is held back listens to this one signal until it goes on; Node would warn of a leak from the
  // eleventh on.
  setMaxListeners(0, closing.signal);
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    answer(options, { request, response, signal: closing.signal }).catch((error: unknown) => {
      // The reader went away, or the sandbox is closing: nobody is left to tell.
      options.log("debug", "sandbox: an answer was not delivered", { cause: String(error) });
      response.destroy();
    });
  });
  server.listen(options.port, options.host);
  await once(server, "listening");
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : options.port,
    async close() {
      closing.abort();
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly signal: AbortSignal;
}

async function answer(options: ApiServerOptions, exchange: Exchange): Promise<void> {
  const { request, response, signal } = exchange;
  const address = addressOf(request);
  if (!address.path.startsWith(`${API_PATH}/`)) {
    await send(response, await replyOr(() => options.elsewhere(request, address.path), options.log));
    return;
  }
  const mishap = options.faults.take({ method: address.method, path: address.below });
  if (mishap.latencyMs > 0) await options.clock.sleep(mishap.latencyMs, signal);
  const outcome = await carryOut(options, exchange, { address, mishap });
  options.record(
    {
      method: address.method,
      path: request.url ?? "",
      status: outcome.status,
      ...(outcome.body?.value === undefined ? {} : { body: outcome.body.value }),
    },
    outcome.body?.bytes ?? 0,
  );
  await outcome.deliver();
}

interface Asked {
  readonly address: Address;
  readonly mishap: Mishap;
}

/** What is logged of an exchange, and how it ends. */
interface Outcome {
  readonly status: number;
  /** `undefined` when the request was refused before its body was read. */
  readonly body: RequestBody | undefined;
  readonly deliver: () => Promise<void> | void;
}

async function carryOut(options: ApiServerOptions, exchange: Exchange, asked: Asked): Promise<Outcome> {
  const { fault } = asked.mishap;
  let body: RequestBody | undefined;
  const reply = await replyOr(async () => {
    const prepared = await prepare(options.responder, exchange.request, asked.address);
    body = prepared.body;
    if (fault?.kind === "throttle") throw throttled(fault.retryAfter);
    // What a request would have been answered that never reaches its handler is never told.
    if (fault?.kind === "unavailable" || fault?.kind === "reset-before-commit") return { status: 0 };
    return prepared.finish();
  }, options.log);
  return { body, ...ending(exchange.response, reply, fault) };
}

/** How an exchange ends: with its answer, or as the fault has it. */
function ending(response: ServerResponse, reply: Reply, fault: Mishap["fault"]): Pick<Outcome, "status" | "deliver"> {
  switch (fault?.kind) {
    case "unavailable":
      return { status: 503, deliver: () => sendUnavailable(response, fault.retryAfter) };
    case "reset-before-commit":
    case "reset-after-commit":
      return { status: 0, deliver: () => reset(response) };
    case "truncate":
      return { status: reply.status, deliver: () => sendTruncated(response, reply) };
    case "throttle":
    case undefined:
    default:
      return { status: reply.status, deliver: () => send(response, reply) };
  }
}

async function replyOr(make: () => Promise<Reply>, log: Log): Promise<Reply> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof Refusal)) log("error", "sandbox: a request failed", { cause: String(error) });
    return errorReply(error);
  }
}

function throttled(retryAfter: number | string = RETRY_AFTER_SECONDS): Refusal {
  return new Refusal(429, "Request was throttled.", { headers: { "retry-after": String(retryAfter) } });
}

function addressOf(request: IncomingMessage): Address {
  const [path = "", query = ""] = (request.url ?? "/").split("?", 2);
  return {
    method: request.method ?? "GET",
    path,
    below: path.slice(API_PATH.length),
    query: new URLSearchParams(query),
  };
}
