// The yardstick: each task done as its row says, through a real MCP client.
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import * as z from "zod/mini";
import type { Player } from "./play-task.ts";
import type { CallTool } from "./task.ts";

const answer = z.looseObject({
  isError: z.optional(z.boolean()),
  content: z.array(z.looseObject({ text: z.optional(z.string()) })),
  structuredContent: z.optional(z.looseObject({ confirm: z.optional(z.string()) })),
});

export const referencePlayer: Player = async (task, { command, args, env }) => {
  const client = new Client({ name: "reference", version: "1" });
  await client.connect(new StdioClientTransport({ command, args: [...args], env: { ...env }, stderr: "ignore" }));
  try {
    await client.listTools();
    return { said: await task.reference(callThrough(client)) };
  } finally {
    await client.close();
  }
};

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
