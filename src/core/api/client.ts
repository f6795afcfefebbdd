// The API client: the one thing that other parts make of this folder.
import { setMaxListeners } from "node:events";
import type { Clock, Log } from "../ports.ts";
import { accountApi } from "./account.ts";
import type { Api } from "./api.ts";
import { createCaller } from "./caller.ts";
import { domainsApi } from "./domains.ts";
import type { HttpClient } from "./http.ts";
import { createLimiter } from "./limiter.ts";
import { createRecordZones } from "./record-zones.ts";
import { recordsApi } from "./records.ts";
import { createTransport } from "./transport.ts";
import { zonesApi } from "./zones.ts";

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

/** One connection to the API, shared by all calls of a session. */
export interface ApiClient {
  /** The API for one call: aborting the signal stops whatever is under way. */
  bind(signal: AbortSignal): Api;
  close(): Promise<void>;
}

/** An API client; nothing is sent until something is asked. */
export function createApiClient(options: ApiClientOptions): ApiClient {
  const { http, clock, log, concurrency } = options;
  const baseUrl = options.baseUrl.replace(/\/+$/, "");
  const transport = createTransport({ ...options, baseUrl, timeoutMs: options.timeoutMs ?? TIMEOUT_MS });
  const limiter = createLimiter(concurrency);
  const recordZones = createRecordZones();
  return {
    bind: (signal) => {
      // Every request in flight listens to this one signal; Node would warn of a leak from the eleventh on.
      setMaxListeners(0, signal);
      const caller = createCaller({ baseUrl, transport, limiter, signal, clock, log });
      return {
        zones: zonesApi(caller, recordZones),
        records: recordsApi(caller, recordZones),
        domains: domainsApi(caller),
        account: accountApi(caller),
      };
    },
    close: () => http.close(),
  };
}
