// A server started by a command line, asked for its tools and then for its zones.
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";

export interface CommandLine {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

export interface Started {
  readonly tools: readonly string[];
  /** What list_zones said, an error included. */
  readonly zones: string;
}

export async function startAndAsk({ command, args, env = {}, cwd = "." }: CommandLine): Promise<Started> {
  const client = new Client({ name: "test", version: "1" });
  const path = { PATH: process.env["PATH"] ?? "" };
  await client.connect(
    new StdioClientTransport({ command, args: [...args], env: { ...path, ...env }, cwd, stderr: "ignore" }),
  );
  try {
    const { tools } = await client.listTools();
    const answer = await client.callTool({ name: "list_zones", arguments: {} });
    return { tools: tools.map(({ name }) => name), zones: JSON.stringify(answer.content) };
  } finally {
    await client.close();
  }
}
