// HTTP as no well-behaved client would speak it: any header, any body.
import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";
import * as z from "zod/mini";

export interface RawRequest {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | readonly Buffer[];
}

export interface RawAnswer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export const MCP_HEADERS = { "content-type": "application/json", accept: "application/json, text/event-stream" };

/** One request; a list of buffers goes out in chunks, without a length. */
export async function rawRequest(port: number, options: RawRequest = {}): Promise<RawAnswer> {
  const { method = "POST", path = "/mcp", headers = {}, body } = options;
  const sent = request({ host: "127.0.0.1", port, method, path, headers: { ...MCP_HEADERS, ...headers } });
  const answered = once(sent, "response");
  // A server that refuses may close while the body is still being written.
  sent.on("error", () => {});
  if (typeof body === "string" || Buffer.isBuffer(body) || body === undefined) sent.end(body);
  else {
    for (const part of body) sent.write(part);
    sent.end();
  }
  const [response] = z.tuple([z.custom<IncomingMessage>()]).parse(await answered);
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

const Message = z.object({
  id: z.optional(z.union([z.number(), z.string(), z.null()])),
  result: z.optional(z.record(z.string(), z.unknown())),
  error: z.optional(z.object({ code: z.number(), message: z.string() })),
});

/** The JSON-RPC messages of an answer, JSON or an event stream. */
export function messagesOf({ headers, body }: RawAnswer): readonly z.infer<typeof Message>[] {
  if (headers["content-type"]?.includes("text/event-stream") !== true) {
    const parsed: unknown = JSON.parse(body);
    return z.array(Message).parse(Array.isArray(parsed) ? parsed : [parsed]);
  }
  return body
    .split("\n")
    .filter((line) => line.startsWith("data: {"))
    .map((line) => Message.parse(JSON.parse(line.slice("data: ".length))));
}

/** A tools/call as a client of either era posts it. */
export const calls: Readonly<
  Record<
    string,
    (id: number, name: string, input: object) => { readonly headers: Record<string, string>; body: string }
  >
> = {
  "2025-11-25": (id, name, input) => ({
    headers: { ...MCP_HEADERS, "mcp-protocol-version": "2025-11-25" },
    body: JSON.stringify({ jsonrpc: "2.0", id, method: "tools/call", params: { name, arguments: input } }),
  }),
  "2026-07-28": (id, name, input) => ({
    headers: {
      ...MCP_HEADERS,
      "mcp-protocol-version": "2026-07-28",
      "mcp-method": "tools/call",
      "mcp-name": name,
    },
    body: JSON.stringify({
      jsonrpc: "2.0",
      id,
      method: "tools/call",
      params: {
        name,
        arguments: input,
        _meta: {
          "io.modelcontextprotocol/protocolVersion": "2026-07-28",
          "io.modelcontextprotocol/clientInfo": { name: "raw", version: "1" },
          "io.modelcontextprotocol/clientCapabilities": {},
        },
      },
    }),
  }),
};
