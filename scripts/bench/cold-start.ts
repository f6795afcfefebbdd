// From spawning the built server to its `initialize` answer, held against `node -e 0`.
import { spawn } from "node:child_process";
import { once } from "node:events";
import type { BenchRow } from "./bench-row.ts";
import { timed } from "./spread.ts";
import { startStdioServer } from "./stdio-server.ts";

/** One start that ends well, so that Node's code cache is there as it is on all starts but the very first. */
async function warmUp(command: string, args: readonly string[]): Promise<void> {
  const server = startStdioServer(command, args);
  await server.initialize();
  await server.end();
}

/** How many times as long as an empty Node a server takes to its first answer. */
export async function startRatio(command: string, args: readonly string[]): Promise<number> {
  await warmUp(command, args);
  const took = await timed(async () => {
    const server = startStdioServer(command, args);
    await server.initialize();
    server.stop();
  });
  return took / (await timed(nothing));
}

async function nothing(): Promise<void> {
  await once(spawn(process.execPath, ["-e", "0"], { stdio: "ignore" }), "exit");
}

const ours = (...flags: readonly string[]) => startRatio(process.execPath, ["dist/vps-dns.js", "mcp", ...flags]);

export const coldStart: BenchRow = {
  name: "cold-start",
  what: "spawn to `initialize` answer, all tools, beside `node -e 0`",
  bar: 3,
  peer: "5.5 × the best JavaScript server, 3.5 × a bare SDK server",
  measure: () => ours(),
};

export const coldStartSandbox: BenchRow = {
  name: "cold-start-sandbox",
  what: "the same with `--sandbox`",
  bar: 3.5,
  measure: () => ours("--sandbox"),
};
