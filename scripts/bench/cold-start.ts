// From spawning the built server to its `initialize` answer, held against `node -e 0`.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { BenchRow } from "./bench-row.ts";
import { timed } from "./spread.ts";

const INITIALIZE = JSON.stringify({
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "bench", version: "1" } },
});

async function startToAnswer(flags: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, ["dist/vps-dns.js", "mcp", ...flags], { stdio: ["pipe", "pipe", "ignore"] });
  child.stdin.write(`${INITIALIZE}\n`);
  await once(createInterface({ input: child.stdout }), "line");
  child.kill("SIGKILL");
}

async function nothing(): Promise<void> {
  await once(spawn(process.execPath, ["-e", "0"], { stdio: "ignore" }), "exit");
}

export const coldStart: BenchRow = {
  name: "cold-start",
  what: "spawn to `initialize` answer, beside `node -e 0`",
  bar: 3,
  measure: async () => (await timed(() => startToAnswer([]))) / (await timed(nothing)),
};

export const coldStartSandbox: BenchRow = {
  name: "cold-start-sandbox",
  what: "the same with --sandbox",
  bar: 3.5,
  measure: async () => (await timed(() => startToAnswer(["--sandbox"]))) / (await timed(nothing)),
};
