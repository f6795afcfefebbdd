// The HTTP server around the endpoint: who is let in, how long a client may take, and how it ends.
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server as HttpServer, type ServerResponse } from "node:http";
import { InputError } from "../../core/errors.ts";
import type { Log } from "../../core/ports.ts";
import type { RunningCalls } from "../running-calls.ts";
import { type Door, type HeadRefusal, refuseHead } from "./admission.ts";
import { mcpEndpoint, type ServerFactory } from "./mcp-endpoint.ts";
import { readBody } from "./read-body.ts";

export interface HttpDoorOptions extends Door {
  /** 0 for any free one. */
  readonly port: number;
  readonly createServer: ServerFactory;
  /** What the servers run; ended before the door is closed. */
  readonly calls: RunningCalls;
  readonly log: Log;
}

export interface HttpDoor {
  readonly port: number;
  /** Lets short calls finish, stops long ones so that they tell what is done, and closes; takes twelve seconds at most. */
  stop(): Promise<void>;
}

/** A client that takes longer for the head, or for the whole of its request, is let go. */
const HEAD_WITHIN_MS = 10_000;
const REQUEST_WITHIN_MS = 30_000;
/** Longer than load balancers keep theirs, Google's ten minutes: a connection closed under a request is a failed call. */
const KEEP_ALIVE_MS = 620_000;
const LOOK_AFTER_MS = 1_000;
const MAX_CONNECTIONS = 2_000;
/** How long calls at work may take to finish when the server is told to end. */
const SHORT_CALL_MS = 5_000;
/** How long a stopped call may take to note what is known. */
const STOPPED_CALL_MS = 5_000;
/** How long answers may take to go out. */
const LAST_ANSWERS_MS = 2_000;

/** @throws InputError when the address cannot be listened on */
export async function openHttpDoor(options: HttpDoorOptions): Promise<HttpDoor> {
  const { calls, log } = options;
  const endpoint = mcpEndpoint(options.createServer, log);
  let ending = false;
  const server = createServer(
    {
      headersTimeout: HEAD_WITHIN_MS,
      requestTimeout: REQUEST_WITHIN_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: LOOK_AFTER_MS,
    },
    (request, response) => {
      answer(request, response).catch((error: unknown) => {
        log("debug", "a request was given up", { reason: String(error) });
        response.destroy();
      });
    },
  );
  server.maxConnections = MAX_CONNECTIONS;
  await listen(server, options);
  return { port: portOf(server), stop };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = refuseHead(headOf(request), options) ?? (ending ? ENDING : undefined);
    if (refusal !== undefined) return refuse(response, refusal);
    const body = await readBody(request);
    if ("refusal" in body) return refuse(response, body.refusal);
    await endpoint.answer(request, response, body.value);
  }

  async function stop(): Promise<void> {
    ending = true;
    const closed = once(server, "close");
    server.close();
    if (!(await calls.settled(SHORT_CALL_MS))) {
      calls.stop();
      if (!(await calls.settled(STOPPED_CALL_MS))) log("warn", "a call was still at work when the server ended");
    }
    const late = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS);
    const idle = setInterval(() => server.closeIdleConnections(), 20);
    await endpoint.close();
    await closed;
    clearTimeout(late);
    clearInterval(idle);
  }
}

const ENDING: HeadRefusal = { status: 503, message: "The server is ending.", headers: { Connection: "close" } };

function headOf({ method = "", url = "", headers }: IncomingMessage) {
  const { host, origin, authorization } = headers;
  return { method, target: url, host, origin, authorization };
}

function refuse(response: ServerResponse, { status, message, headers = {} }: HeadRefusal): void {
  const body =
    message === undefined ? "" : JSON.stringify({ jsonrpc: "2.0", error: { code: -32_000, message }, id: null });
  const kind = body === "" ? {} : { "Content-Type": "application/json" };
  // A body half read would stand in the way of the next request on its connection.
  response.req.resume();
  response.writeHead(status, { "Content-Length": Buffer.byteLength(body), ...kind, ...headers }).end(body);
}

async function listen(server: HttpServer, { host, port }: HttpDoorOptions): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    throw new InputError("invalid_input", "The HTTP server could not listen on the address given.", {
      field: "http",
      hint: "Another program may hold the port, or the host is not this machine's; give another to --http.",
      cause: error,
    });
  }
}

function portOf(server: HttpServer): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}
