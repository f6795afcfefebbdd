// The server in this process behind its own line transport, and the three clients at the other end: so that a test can
// hold the clock, the person's answers and the API's log in its hands.
import { Client as ModernClient, parseJSONRPCMessage } from "@modelcontextprotocol/client";
import { Client as LegacyClient } from "@modelcontextprotocol/sdk/client/index.js";
import { ElicitRequestSchema, JSONRPCMessageSchema } from "@modelcontextprotocol/sdk/types.js";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { PassThrough } from "node:stream";
import { lineTransport } from "../../../src/mcp/line-transport.ts";
import { createMcpServer, type McpServerDeps } from "../../../src/mcp/server.ts";
import { answer, type ToolAnswer } from "./clients.ts";

/** What the person behind a client does when asked; undefined: the client cannot ask. */
export type TestPerson = ((message: string) => Promise<Elicited>) | undefined;

export interface Elicited {
  readonly action: "accept" | "decline" | "cancel";
  readonly content?: Record<string, string | number | boolean | string[]>;
}

export interface TestClient extends AsyncDisposable {
  call(name: string, input: Record<string, unknown>, signal?: AbortSignal): Promise<ToolAnswer>;
}

type Connect = (deps: McpServerDeps, person: TestPerson) => Promise<TestClient>;

/** The clients by what they speak. */
export const eras: Readonly<Record<string, Connect>> = {
  "the 1.x client": connectFirst,
  "the 2.x client as it comes": (deps, person) => connectSecond(deps, person, "legacy"),
  "the 2.x client pinned to 2026-07-28": (deps, person) => connectSecond(deps, person, { pin: "2026-07-28" }),
};

/** A client of 2026-07-28 with a person behind it. */
export const connectAsking: Connect = (deps, person) => connectSecond(deps, person, { pin: "2026-07-28" });

export interface Wire extends AsyncDisposable {
  send(message: object): void;
  onLine: (line: string) => void;
}

/** A server of its own at the other end of two streams. */
export function serveInProcess(deps: McpServerDeps): Wire {
  const input = new PassThrough();
  const wire: Wire = {
    onLine: () => {},
    send: (message) => {
      input.write(`${JSON.stringify(message)}\n`);
    },
    [Symbol.asyncDispose]: async () => {
      input.end();
      await transport.ended;
    },
  };
  const transport = lineTransport({
    input,
    write: async (line) => {
      await Promise.resolve();
      wire.onLine(line);
    },
    maxLineBytes: 1_000_000,
    graceMs: 100,
    log: deps.log,
  });
  serveStdio(() => createMcpServer(deps), { transport });
  return wire;
}

const IDENTITY = { name: "test", version: "1" };

async function connectFirst(deps: McpServerDeps, person: TestPerson): Promise<TestClient> {
  const client = new LegacyClient(IDENTITY, { capabilities: person === undefined ? {} : { elicitation: {} } });
  if (person !== undefined) {
    client.setRequestHandler(ElicitRequestSchema, async ({ params }) => ({ ...(await person(params.message)) }));
  }
  await client.connect(clientTransport(serveInProcess(deps), (value) => JSONRPCMessageSchema.parse(value)));
  return {
    call: async (name, input, signal) =>
      answer(await client.callTool({ name, arguments: input }, undefined, signal === undefined ? {} : { signal })),
    [Symbol.asyncDispose]: () => client.close(),
  };
}

async function connectSecond(
  deps: McpServerDeps,
  person: TestPerson,
  mode: "legacy" | { readonly pin: string },
): Promise<TestClient> {
  const client = new ModernClient(IDENTITY, {
    capabilities: person === undefined ? {} : { elicitation: {} },
    ...(mode === "legacy" ? {} : { versionNegotiation: { mode } }),
  });
  if (person !== undefined) {
    client.setRequestHandler("elicitation/create", async ({ params }) => ({ ...(await person(params.message)) }));
  }
  await client.connect(clientTransport(serveInProcess(deps), parseJSONRPCMessage));
  return {
    call: async (name, input, signal) =>
      answer(await client.callTool({ name, arguments: input }, signal === undefined ? {} : { signal })),
    [Symbol.asyncDispose]: () => client.close(),
  };
}

export interface ClientTransport<Message> {
  onmessage?: (message: Message) => void;
  onclose?: () => void;
  start(): Promise<void>;
  send(message: object): Promise<void>;
  close(): Promise<void>;
}

export function clientTransport<Message>(wire: Wire, parse: (value: unknown) => Message): ClientTransport<Message> {
  const transport: ClientTransport<Message> = {
    start: () => {
      wire.onLine = (line) => transport.onmessage?.(parse(JSON.parse(line)));
      return Promise.resolve();
    },
    send: (message) => {
      wire.send(message);
      return Promise.resolve();
    },
    close: async () => {
      await wire[Symbol.asyncDispose]();
      transport.onclose?.();
    },
  };
  return transport;
}
