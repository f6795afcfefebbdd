// A client of each era that lists, reads, gets prompts and completes, in this process, on a server of its own.
import { Client as ModernClient, parseJSONRPCMessage } from "@modelcontextprotocol/client";
import { Client as LegacyClient } from "@modelcontextprotocol/sdk/client/index.js";
import { JSONRPCMessageSchema } from "@modelcontextprotocol/sdk/types.js";
import * as z from "zod/mini";
import type { ConfirmMode } from "../../../src/core/confirmation-ladder.ts";
import type { Session } from "../../../src/core/session.ts";
import type { ToolFilter } from "../../../src/mcp/filter.ts";
import { serverDeps } from "../../../src/mcp/serving-options.ts";
import type { McpServerDeps } from "../../../src/mcp/server.ts";
import { systemClock } from "../../../src/platform/system-clock.ts";
import { memoryTokenStore } from "../../support/memory-token-store.ts";
import type { TestSession } from "../../support/session.ts";
import { answer, type ToolAnswer } from "./clients.ts";
import { clientTransport, serveInProcess } from "./in-process.ts";

export interface ReadingClient extends AsyncDisposable {
  readonly instructions: string;
  call(name: string, input?: Record<string, unknown>): Promise<ToolAnswer>;
  /** Everything it is told of, each list as it came, cache hints where the era has them. */
  lists(): Promise<Readonly<Record<"tools" | "resources" | "templates" | "prompts", unknown>>>;
  /** The result of resources/read as it came. */
  readResult(uri: string): Promise<unknown>;
  /** The text of a resource. */
  read(uri: string): Promise<string>;
  /** The text of a prompt. */
  prompt(name: string, given: Record<string, string>): Promise<string>;
  /** What completes an argument of a prompt, or the variable of a template. */
  complete(
    of: { readonly prompt: string } | { readonly template: string },
    name: string,
    value: string,
  ): Promise<Completed>;
}

export interface Completed {
  readonly values: readonly string[];
  readonly total?: number | undefined;
  readonly hasMore?: boolean | undefined;
}

const ALL_TOOLS: ToolFilter = { readOnly: false, toolsets: [], tools: [], excludeTools: [] };

/** A server as a process makes it, around a session that a test holds. */
export function readingDeps(
  test: Pick<TestSession, "context">,
  tools: Partial<ToolFilter> = {},
  mode: ConfirmMode = "token",
): McpServerDeps {
  const session: Session = {
    context: ({ signal, confirmation }) =>
      test.context({ signal, ...(confirmation === undefined ? {} : { confirmation }) }),
    close: () => Promise.resolve(),
  };
  const ladder = { mode, tokens: memoryTokenStore(), clock: systemClock };
  return serverDeps({
    open: () => Promise.resolve({ session, ladder }),
    log: () => {},
    tools: { ...ALL_TOOLS, ...tools },
    version: "1",
    clock: systemClock,
  });
}

type Connect = (deps: McpServerDeps) => Promise<ReadingClient>;

/** A client of each era. */
export const readers = {
  "2025-11-25": async (deps) => {
    const client = new LegacyClient({ name: "test", version: "1" });
    await client.connect(clientTransport(serveInProcess(deps), (value) => JSONRPCMessageSchema.parse(value)));
    return reading(client);
  },
  "2026-07-28": async (deps) => {
    const client = new ModernClient(
      { name: "test", version: "1" },
      { versionNegotiation: { mode: { pin: "2026-07-28" } } },
    );
    await client.connect(clientTransport(serveInProcess(deps), parseJSONRPCMessage));
    return reading(client);
  },
} satisfies Readonly<Record<string, Connect>>;

// What both SDK clients have, by the same names.
interface SdkClient {
  getInstructions(): string | undefined;
  callTool(call: { name: string; arguments: Record<string, unknown> }): Promise<unknown>;
  listTools(): Promise<unknown>;
  listResources(): Promise<unknown>;
  listResourceTemplates(): Promise<unknown>;
  listPrompts(): Promise<unknown>;
  readResource(of: { uri: string }): Promise<unknown>;
  getPrompt(of: { name: string; arguments: Record<string, string> }): Promise<unknown>;
  complete(of: {
    ref: { type: "ref/prompt"; name: string } | { type: "ref/resource"; uri: string };
    argument: { name: string; value: string };
  }): Promise<{ completion: Completed }>;
  close(): Promise<void>;
}

const Read = z.object({ contents: z.array(z.object({ text: z.string() })).check(z.length(1)) });
const Got = z.object({ messages: z.array(z.object({ content: z.object({ text: z.string() }) })).check(z.length(1)) });

function reading(client: SdkClient): ReadingClient {
  return {
    instructions: client.getInstructions() ?? "",
    call: async (name, input = {}) => answer(await client.callTool({ name, arguments: input })),
    lists: async () => ({
      tools: await client.listTools(),
      resources: await client.listResources(),
      templates: await client.listResourceTemplates(),
      prompts: await client.listPrompts(),
    }),
    readResult: (uri) => client.readResource({ uri }),
    read: async (uri) => Read.parse(await client.readResource({ uri })).contents[0]?.text ?? "",
    prompt: async (name, given) =>
      Got.parse(await client.getPrompt({ name, arguments: given })).messages[0]?.content.text ?? "",
    complete: async (of, name, value) => {
      const ref =
        "prompt" in of
          ? { type: "ref/prompt" as const, name: of.prompt }
          : { type: "ref/resource" as const, uri: of.template };
      return (await client.complete({ ref, argument: { name, value } })).completion;
    },
    [Symbol.asyncDispose]: () => client.close(),
  };
}
