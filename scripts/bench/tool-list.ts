// What the tool list costs in every context window, and what the server weighs once it has been asked for it.
import type { BenchRow } from "./bench-row.ts";
import { startStdioServer } from "./stdio-server.ts";

export interface ListedServer {
  /** Of name, title, description and input schema of every tool, as a model sees them. */
  readonly bytes: number;
  readonly tools: number;
  /** MB, resident. */
  readonly memory: number;
}

export async function listedServer(command: string, args: readonly string[]): Promise<ListedServer> {
  const server = startStdioServer(command, args);
  try {
    await server.initialize();
    const tools = await server.listTools();
    const seen = tools.map(({ name, title, description, inputSchema }) => ({ name, title, description, inputSchema }));
    const bytes = seen.reduce((sum, tool) => sum + Buffer.byteLength(JSON.stringify(tool)), 0);
    return { bytes, tools: tools.length, memory: await server.memory() };
  } finally {
    server.stop();
  }
}

const ours = () => listedServer(process.execPath, ["dist/vps-dns.js", "mcp"]);

export const toolListBytes: BenchRow = {
  name: "tool-list",
  what: "name, title, description and input schema of all tools",
  bar: 15_000,
  unit: "bytes",
  measure: async () => (await ours()).bytes,
};

export const memory: BenchRow = {
  name: "memory",
  what: "resident after `tools/list`",
  bar: 75,
  unit: "MB",
  measure: async () => (await ours()).memory,
};
