// Opens the API client on a hostile server, with a clock that does not wait and a log that is kept.
import { nodeClient } from "../../../src/core/api/node-client.ts";
import type { ApiClientOptions } from "../../../src/core/api/calls.ts";
import { type ApiClient, createApiClient } from "../../../src/core/api/client.ts";
import type { Api } from "../../../src/core/api/api.ts";
import { undiciClient } from "../../../src/core/api/undici-client.ts";
import { VpsError } from "../../../src/core/errors.ts";
import type { Clock } from "../../../src/core/ports.ts";
import { afterEach, beforeEach } from "vitest";
import { type HostileServer, startHostileServer } from "../../support/hostile-server.ts";

export const TOKEN = "vps_0123456789abcdef";
export const BASE = "/api/v1";

/** Both ways to send; every test of the wire runs with each. */
export const HTTP_CLIENTS = [
  ["node:http", nodeClient],
  ["undici", () => undiciClient()],
] as const;

export interface TestClock extends Clock {
  /** Every wait that was asked for, in milliseconds. */
  readonly sleeps: readonly number[];
}

/** A clock whose sleeps pass at once; jitter is none (`random` is 1 at most). */
export function testClock(start = Date.parse("2026-11-01T00:00:00Z")): TestClock {
  const sleeps: number[] = [];
  let now = start;
  return {
    sleeps,
    now: () => now,
    random: () => 1,
    sleep: async (ms, signal) => {
      sleeps.push(ms);
      now += ms;
      // A turn of the event loop, so that whoever cancels can do it here.
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
    },
  };
}

export interface OpenApi {
  readonly api: Api;
  readonly client: ApiClient;
  readonly clock: TestClock;
  /** Everything logged, as text. */
  readonly logged: () => string;
  readonly abort: () => void;
}

export function openApi(server: HostileServer, options: Partial<ApiClientOptions> = {}): OpenApi {
  const clock = testClock();
  const lines: string[] = [];
  const controller = new AbortController();
  const client = createApiClient({
    http: nodeClient(),
    baseUrl: server.origin + BASE,
    token: TOKEN,
    clock,
    log: (level, message, fields) => {
      lines.push(JSON.stringify({ level, message, ...fields }));
    },
    concurrency: 8,
    ...options,
  });
  return {
    api: client.bind(controller.signal),
    client,
    clock,
    logged: () => lines.join("\n"),
    abort: () => controller.abort(new Error("stopped by the test")),
  };
}

/** A hostile server before each test, closed after it, and clients that are closed with it. */
export function useHostileServer(http: () => ApiClientOptions["http"] = nodeClient) {
  let server: HostileServer | undefined;
  let opened: OpenApi[] = [];
  beforeEach(async () => {
    server = await startHostileServer();
    opened = [];
  });
  afterEach(async () => {
    await Promise.all(opened.map(({ client }) => client.close()));
    await server?.close();
  });
  const running = () => {
    if (server === undefined) throw new Error("The server runs inside tests only.");
    return server;
  };
  return {
    server: running,
    open: (options: Partial<ApiClientOptions> = {}) => {
      const open = openApi(running(), { http: http(), ...options });
      opened.push(open);
      return open;
    },
  };
}

/** The error that a promise ends in. */
export async function errorOf(promise: Promise<unknown>): Promise<VpsError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof VpsError) return error;
    throw error;
  }
  throw new Error("It succeeded, and should not have.");
}
