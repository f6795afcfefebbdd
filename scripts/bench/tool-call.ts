// Tool calls over stdio against an API that takes 20 ms a request, held against the bare HTTP requests they need. A call
// that sends one request more than it needs fails the row.
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Agent, request } from "undici";
import { systemClock } from "../../src/platform/system-clock.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { startSandbox } from "../../src/sandbox/start.ts";
import type { BenchRow } from "./bench-row.ts";
import { timed } from "./spread.ts";

const REQUEST_MS = 20;
const ROUNDS = 10;
const WARM_UP = 3;
const ZONE = "example.com";

interface Step {
  readonly tool: string;
  readonly input: (round: number) => Record<string, unknown>;
  /** How many requests it cannot do without. */
  readonly needs: number;
}

const STEPS: readonly Step[] = [
  { tool: "list_zones", input: () => ({}), needs: 1 },
  // The zone is found by its name, then asked for.
  { tool: "get_zone", input: () => ({ zone: ZONE }), needs: 2 },
  // What is there decides whether the record may be: found, read, written.
  {
    tool: "create_record",
    input: (round) => ({ zone: ZONE, type: "A", name: `bench-${round}`, value: "192.0.2.1" }),
    needs: 3,
  },
];

export const toolCall: BenchRow = {
  name: "tool-call",
  what: `list_zones, get_zone and create_record over stdio, beside their bare requests at ${REQUEST_MS} ms each`,
  bar: 1.3,
  measure: async () => {
    const state = mkdtempSync(join(tmpdir(), "vps-dns-bench-"));
    const sandbox = await startSandbox({ clock: systemClock, seed: true });
    const client = await connect(sandbox, state);
    const agent = new Agent();
    try {
      for (let at = 0; at < WARM_UP; at++) await round(client, sandbox, ROUNDS + at);
      sandbox.faults.add({ kind: "latency", ms: REQUEST_MS });
      let ours = 0;
      let bare = 0;
      for (let at = 0; at < ROUNDS; at++) {
        const before = sandbox.requests().length;
        ours += await timed(() => round(client, sandbox, at));
        bare += await timed(() => repeat(sandbox, sandbox.requests().slice(before), agent));
      }
      return ours / bare;
    } finally {
      await agent.close();
      await client.close();
      await sandbox.close();
      rmSync(state, { recursive: true, force: true });
    }
  },
};

async function connect(sandbox: Sandbox, state: string): Promise<Client> {
  const client = new Client({ name: "bench", version: "1" });
  const env = { VPS_API_URL: sandbox.url, VPS_API_TOKEN: sandbox.token, VPS_STATE_DIR: state };
  await client.connect(new StdioClientTransport({ command: process.execPath, args: ["dist/vps-dns.js", "mcp"], env }));
  return client;
}

async function round(client: Client, sandbox: Sandbox, at: number): Promise<void> {
  for (const { tool, input, needs } of STEPS) {
    const before = sandbox.requests().length;
    const result = await client.callTool({ name: tool, arguments: input(at) });
    if (result.isError === true) throw new Error(`${tool}: ${JSON.stringify(result.content)}`);
    const sent = sandbox.requests().length - before;
    if (sent !== needs) throw new Error(`${tool} sent ${sent} requests where ${needs} are needed.`);
  }
}

/** The same requests once more, bare and on a kept connection; what was created exists by now and is refused. */
async function repeat(sandbox: Sandbox, requests: ReturnType<Sandbox["requests"]>, agent: Agent): Promise<void> {
  const origin = new URL(sandbox.url).origin;
  for (const { method, path, body } of requests) {
    if (method !== "GET" && method !== "POST") throw new Error(`There is no ${method} in these calls.`);
    const response = await request(`${origin}${path}`, {
      method,
      dispatcher: agent,
      headers: { authorization: `Bearer ${sandbox.token}`, "content-type": "application/json" },
      body: body === undefined ? null : JSON.stringify(body),
    });
    await response.body.text();
  }
}
