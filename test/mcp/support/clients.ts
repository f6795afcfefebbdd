// The clients that hosts are made of, behind one small face: the 1.x client, and the 2.x client in each of its eras.
import { Client as ModernClient } from "@modelcontextprotocol/client";
import { StdioClientTransport as ModernStdio } from "@modelcontextprotocol/client/stdio";
import { Client as LegacyClient } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport as LegacyStdio } from "@modelcontextprotocol/sdk/client/stdio.js";
import * as z from "zod/mini";

export interface ServerCommand {
  readonly program: string;
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onprogress?: (step: { progress: number; total?: number | undefined; message?: string | undefined }) => void;
}

export interface ConnectedClient extends AsyncDisposable {
  readonly instructions: string | undefined;
  readonly protocolVersion: string | undefined;
  listTools(): Promise<readonly Record<string, unknown>[]>;
  call(name: string, input?: Record<string, unknown>, options?: CallOptions): Promise<ToolAnswer>;
}

export interface ToolAnswer {
  readonly isError: boolean;
  readonly text: string;
  readonly structured: Record<string, unknown> | undefined;
}

type Connect = (command: ServerCommand) => Promise<ConnectedClient>;

/** Every client by what it speaks. */
export const clients: Readonly<Record<string, Connect>> = {
  "the 1.x client": connectLegacy,
  "the 2.x client as it comes": (command) => connectModern(command, "legacy"),
  "the 2.x client that finds out": (command) => connectModern(command, "auto"),
  "the 2.x client pinned to 2026-07-28": (command) => connectModern(command, { pin: "2026-07-28" }),
};

const IDENTITY = { name: "test", version: "1" };

async function connectLegacy(command: ServerCommand): Promise<ConnectedClient> {
  const client = new LegacyClient(IDENTITY);
  const transport = new LegacyStdio(spawnOptions(command));
  let version: string | undefined;
  await client.connect(
    Object.assign(transport, {
      setProtocolVersion: (negotiated: string) => {
        version = negotiated;
      },
    }),
  );
  return {
    instructions: client.getInstructions(),
    protocolVersion: version,
    listTools: async () => (await client.listTools()).tools,
    call: async (name, input = {}, options = {}) =>
      answer(await client.callTool({ name, arguments: input }, undefined, options)),
    [Symbol.asyncDispose]: () => client.close(),
  };
}

async function connectModern(
  command: ServerCommand,
  mode: "legacy" | "auto" | { readonly pin: string },
): Promise<ConnectedClient> {
  const client = new ModernClient(IDENTITY, mode === "legacy" ? {} : { versionNegotiation: { mode } });
  await client.connect(new ModernStdio(spawnOptions(command)));
  return {
    instructions: client.getInstructions(),
    protocolVersion: client.getNegotiatedProtocolVersion(),
    listTools: async () => (await client.listTools()).tools,
    call: async (name, input = {}, options = {}) => answer(await client.callTool({ name, arguments: input }, options)),
    [Symbol.asyncDispose]: () => client.close(),
  };
}

function spawnOptions({ program, flags = [], env = {} }: ServerCommand) {
  return { command: process.execPath, args: [program, "mcp", ...flags], env, stderr: "ignore" as const };
}

const Answer = z.object({
  isError: z.optional(z.boolean()),
  content: z.array(z.object({ type: z.literal("text"), text: z.string() })).check(z.length(1)),
  structuredContent: z.optional(z.record(z.string(), z.unknown())),
});

export function answer(result: unknown): ToolAnswer {
  const { isError = false, content, structuredContent } = Answer.parse(result);
  return { isError, text: content[0]?.text ?? "", structured: structuredContent };
}
