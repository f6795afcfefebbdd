// What all calls of one client share: the transport, and how many requests are in flight.
import { setMaxListeners } from "node:events";
import type { Clock, Log } from "../ports.ts";
import { type Caller, createCaller } from "./caller.ts";
import type { HttpClient } from "./http.ts";
import { createLimiter } from "./limiter.ts";
import { createTransport } from "./transport.ts";

/** A server that has not finished its answer by then has mostly lost the request. */
const TIMEOUT_MS = 30_000;

/** What an API client is made of. */
export interface ApiClientOptions {
  readonly http: HttpClient;
  /** As `parseApiUrl` gives it. */
  readonly baseUrl: string;
  /** As `parseToken` gives it; without one every call fails with `token_missing`. */
  readonly token: string | undefined;
  readonly clock: Clock;
  readonly log: Log;
  /** Requests in flight at once, at most. */
  readonly concurrency: number;
  /** For one attempt, from sending to the last octet. */
  readonly timeoutMs?: number;
}

/** Callers of one client: each is for one call, and aborting its signal stops whatever is under way. */
export function createCallers(options: ApiClientOptions): (signal: AbortSignal) => Caller {
  const { clock, log, concurrency } = options;
  const baseUrl = options.baseUrl.replace(/\/+$/, "");
  const transport = createTransport({ ...options, baseUrl, timeoutMs: options.timeoutMs ?? TIMEOUT_MS });
  const limiter = createLimiter(concurrency);
  return (signal) => {
    // Every request in flight listens to this one signal; Node would warn of a leak from the eleventh on.
    setMaxListeners(0, signal);
    return createCaller({ baseUrl, transport, limiter, signal, clock, log });
  };
}
