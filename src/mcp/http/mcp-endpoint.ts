// POST /mcp: the SDK's handler for both protocol eras, and what a 2025-era client needs beside it, since its messages
// come in requests of their own: its session id, the answers to our questions, its cancellations.
import {
  createMcpHandler,
  type JSONRPCMessage,
  type JSONRPCRequest,
  type McpRequestContext,
  parseJSONRPCMessage,
  type ClientCapabilities,
  type Server,
} from "@modelcontextprotocol/server";
import { toNodeHandler } from "@modelcontextprotocol/node";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Log } from "../../core/ports.ts";
import { exchanges } from "./exchanges.ts";
import { declaredBy, mintSessionId } from "./session-id.ts";

/** Makes the server of one request; `declared` is what a 2025-era client said when it connected. */
export type ServerFactory = (declared?: ClientCapabilities) => Server;

export interface McpEndpoint {
  /** Answers a request whose body has been read. */
  answer(request: IncomingMessage, response: ServerResponse, body: unknown): Promise<void>;
  close(): Promise<void>;
}

const SESSION = "mcp-session-id";

/** What answers POSTs at `/mcp`. */
export function mcpEndpoint(createServer: ServerFactory, log: Log): McpEndpoint {
  const open = exchanges();
  const tell = (error: Error) => log("debug", "protocol trouble", { reason: error.message });
  const handler = createMcpHandler(({ era, requestInfo }) => serverOf(era, requestInfo), { onerror: tell });
  return {
    answer: (request, response, body) =>
      toNodeHandler({ fetch: (asked) => serve(asked, body) }, { onerror: tell })(withoutBody(request), response),
    close: () => handler.close(),
  };

  async function serve(request: Request, parsedBody: unknown): Promise<Response> {
    const session = request.headers.get(SESSION);
    const messages = readMessages(parsedBody);
    const left = messages?.filter((message) => !open.bring(message, session));
    if (messages !== undefined && left?.length === 0) return new Response(null, { status: 202 });
    const response = await handler.fetch(request, { parsedBody });
    const opening = response.ok ? messages?.find(isInitialize) : undefined;
    if (opening !== undefined) response.headers.set(SESSION, mintSessionId(opening.params?.["capabilities"]));
    return response;
  }

  function serverOf(era: McpRequestContext["era"], request: Request | undefined): Server {
    if (era === "modern") return createServer();
    const session = request?.headers.get(SESSION) ?? null;
    const server = createServer(declaredBy(session));
    const connect = server.connect.bind(server);
    return Object.assign(server, {
      connect: (transport: Parameters<typeof connect>[0]) => connect(open.join(transport, session)),
    });
  }
}

/** The messages of a body; undefined where it holds none, or something else, which the SDK refuses. */
function readMessages(body: unknown): readonly JSONRPCMessage[] | undefined {
  const values: readonly unknown[] = Array.isArray(body) ? body : [body];
  if (values.length === 0) return undefined;
  try {
    return values.map((value) => parseJSONRPCMessage(value));
  } catch {
    return undefined;
  }
}

function isInitialize(message: JSONRPCMessage): message is JSONRPCRequest {
  return "method" in message && "id" in message && message.method === "initialize";
}

// The body has been read; given to the SDK's adapter, it would be written as text once more.
function withoutBody({ method = "POST", url = "/mcp", headers }: IncomingMessage) {
  return { method, url, headers, [Symbol.asyncIterator]: nothing };
}

async function* nothing(): AsyncGenerator<never> {}
