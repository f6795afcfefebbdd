// The yardstick: each task done as its row says, through a real MCP client of either protocol era.
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import * as z from "zod/mini";
import type { LastWord, Player, ServerEntry } from "./play-task.ts";
import type { CallTool, Task } from "./task.ts";

const PINNED = { versionNegotiation: { mode: { pin: "2026-07-28" } } } as const;

const answer = z.looseObject({
  isError: z.optional(z.boolean()),
  content: z.array(z.looseObject({ text: z.optional(z.string()) })),
  structuredContent: z.optional(z.looseObject({ confirm: z.optional(z.string()) })),
});

export const ERAS = ["2025-11-25", "2026-07-28"] as const;
export type Era = (typeof ERAS)[number];

/** The player whose client speaks `era`. */
export function referencePlayer(era: Era = "2025-11-25"): Player {
  return (task, server) => playReference(task, server, era);
}

async function playReference(task: Task, { command, args, env }: ServerEntry, era: Era): Promise<LastWord> {
  const client = new Client({ name: "reference", version: "1" }, era === "2026-07-28" ? PINNED : {});
  await client.connect(new StdioClientTransport({ command, args: [...args], env: { ...env }, stderr: "ignore" }));
  try {
    await client.listTools();
    return { said: await task.reference(callThrough(client)) };
  } finally {
    await client.close();
  }
}

function callThrough(client: Client): CallTool {
  return async (name, input) => {
    const result = answer.parse(await client.callTool({ name, arguments: { ...input } }));
    return {
      isError: result.isError ?? false,
      text: result.content.map(({ text = "" }) => text).join("\n"),
      confirm: result.structuredContent?.confirm,
    };
  };
}
