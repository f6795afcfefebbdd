// The clients of every protocol version, over either transport, with or without a person behind them.
import { Client as ModernClient, StreamableHTTPClientTransport as ModernHttp } from "@modelcontextprotocol/client";
import { StdioClientTransport as ModernStdio } from "@modelcontextprotocol/client/stdio";
import { Client as FirstClient } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport as FirstStdio } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport as FirstHttp } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import type { Transport as FirstTransport } from "@modelcontextprotocol/sdk/shared/transport.js";
import { ElicitRequestSchema, type JSONRPCMessage } from "@modelcontextprotocol/sdk/types.js";
import { answer, type CallOptions, type ToolAnswer } from "../support/clients.ts";

/** How a server is reached. */
export type Reach =
  | { readonly program: string; readonly flags: readonly string[]; readonly env: Readonly<Record<string, string>> }
  | { readonly url: string; readonly bearer: string };

/** What the person says when asked; undefined: the client cannot ask. */
export type Person = ((message: string) => "accept" | "decline") | undefined;

export interface PinnedClient extends AsyncDisposable {
  readonly agreed: string | undefined;
  listTools(): Promise<number>;
  call(name: string, input: Record<string, unknown>, options?: CallOptions): Promise<ToolAnswer>;
}

export const MODERN = "2026-07-28";
export const VERSIONS = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", MODERN] as const;
/** Elicitation came with 2025-06-18. */
export const canAsk = (version: string): boolean => version >= "2025-06-18";

const IDENTITY = { name: "interop", version: "1" };

export function connectPinned(version: string, reach: Reach, person: Person): Promise<PinnedClient> {
  return version === MODERN ? connectModern(reach, person) : connectFirst(version, reach, person);
}

async function connectFirst(version: string, reach: Reach, person: Person): Promise<PinnedClient> {
  const client = new FirstClient(IDENTITY, { capabilities: person === undefined ? {} : { elicitation: {} } });
  if (person !== undefined) {
    client.setRequestHandler(ElicitRequestSchema, ({ params }) => said(person(params.message)));
  }
  const pinned = pinnedTo(version, firstTransport(reach));
  await client.connect(pinned.transport);
  return {
    agreed: pinned.agreed(),
    listTools: async () => (await client.listTools()).tools.length,
    call: async (name, input, options = {}) =>
      answer(await client.callTool({ name, arguments: input }, undefined, options)),
    [Symbol.asyncDispose]: () => client.close(),
  };
}

async function connectModern(reach: Reach, person: Person): Promise<PinnedClient> {
  const client = new ModernClient(IDENTITY, {
    capabilities: person === undefined ? {} : { elicitation: {} },
    versionNegotiation: { mode: { pin: MODERN } },
  });
  if (person !== undefined)
    client.setRequestHandler("elicitation/create", ({ params }) => said(person(params.message)));
  await client.connect(
    "url" in reach
      ? new ModernHttp(new URL(reach.url), { requestInit: bearing(reach) })
      : new ModernStdio(spawning(reach)),
  );
  return {
    agreed: client.getNegotiatedProtocolVersion(),
    listTools: async () => (await client.listTools()).tools.length,
    call: async (name, input, options = {}) => answer(await client.callTool({ name, arguments: input }, options)),
    [Symbol.asyncDispose]: () => client.close(),
  };
}

function firstTransport(reach: Reach): FirstStdio | FirstHttp {
  return "url" in reach
    ? new FirstHttp(new URL(reach.url), { requestInit: bearing(reach) })
    : new FirstStdio(spawning(reach));
}

/** The 1.x client always offers its newest version: the offer is replaced on its way out, and the answer looked at. */
function pinnedTo(version: string, inner: FirstStdio | FirstHttp) {
  let agreed: string | undefined;
  const transport: FirstTransport = {
    start: () => inner.start(),
    close: () => inner.close(),
    send: (message) => {
      const isOpening = "method" in message && message.method === "initialize";
      return inner.send(isOpening ? { ...message, params: { ...message.params, protocolVersion: version } } : message);
    },
    setProtocolVersion: (negotiated) => {
      agreed = negotiated;
      if ("setProtocolVersion" in inner) inner.setProtocolVersion(negotiated);
    },
  };
  Object.assign(inner, {
    onmessage: (message: JSONRPCMessage) => transport.onmessage?.(message),
    onerror: (error: Error) => transport.onerror?.(error),
    onclose: () => transport.onclose?.(),
  });
  return { transport, agreed: () => agreed };
}

function said(action: "accept" | "decline") {
  return action === "accept" ? { action, content: { confirm: true } } : { action };
}

function bearing({ bearer }: { readonly bearer: string }) {
  return { headers: { authorization: `Bearer ${bearer}` } };
}

function spawning({ program, flags, env }: Exclude<Reach, { readonly url: string }>) {
  return { command: process.execPath, args: [program, "mcp", ...flags], env: { ...env }, stderr: "ignore" as const };
}
