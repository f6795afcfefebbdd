// The server under both transports, spoken to in plain JSON-RPC.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import * as z from "zod/mini";
import type { SandboxProcess } from "./sandbox-process.ts";

export interface SoakedServer extends AsyncDisposable {
  readonly pid: number;
  /** The error that the tool answered with, which never holds zone data; nothing where it answered well. */
  call(tool: string, input: object): Promise<Failure | undefined>;
}

export interface Failure {
  /** Our own, or `protocol`, `http` and `connection` where no tool answered. */
  readonly code: string;
  readonly text: string;
}

const PROTOCOL = "2025-11-25";
const HTTP_TOKEN = "soak-bearer-of-this-run";
const HEADERS = {
  authorization: `Bearer ${HTTP_TOKEN}`,
  accept: "application/json, text/event-stream",
  "content-type": "application/json",
  "mcp-protocol-version": PROTOCOL,
};
const result = z.object({
  isError: z.optional(z.boolean()),
  content: z.optional(z.array(z.object({ text: z.optional(z.string()) }))),
});
const answer = z.object({ id: z.number(), result: z.optional(result) });
const initialize = {
  jsonrpc: "2.0",
  id: 0,
  method: "initialize",
  params: { protocolVersion: PROTOCOL, capabilities: {}, clientInfo: { name: "soak", version: "1" } },
};

function start(flags: readonly string[], { url, token }: SandboxProcess, state: string): ChildProcess {
  return spawn(process.execPath, ["dist/vps-dns.js", "mcp", "--confirm", "off", "--state-dir", state, ...flags], {
    env: { PATH: process.env["PATH"], VPS_API_URL: url, VPS_API_TOKEN: token, VPS_HTTP_TOKEN: HTTP_TOKEN },
    stdio: ["pipe", "pipe", "pipe"],
  });
}

function ender(child: ChildProcess, state: string) {
  return async () => {
    const gone = once(child, "exit");
    child.kill("SIGTERM");
    await gone;
    rmSync(state, { recursive: true, force: true });
  };
}

export async function stdioServer(sandbox: SandboxProcess): Promise<SoakedServer> {
  const state = mkdtempSync(join(tmpdir(), "vps-dns-soak-"));
  const child = start([], sandbox, state);
  const { stdin, stdout, stderr } = child;
  if (stdin === null || stdout === null || stderr === null) throw new Error("The server has no streams.");
  stderr.resume();
  const waiting = new Map<number, (failure: Failure | undefined) => void>();
  createInterface({ input: stdout }).on("line", (line) => {
    const { success, data } = answer.safeParse(JSON.parse(line));
    if (!success) return;
    waiting.get(data.id)?.(failureIn(data));
    waiting.delete(data.id);
  });
  let id = 0;
  const send = (message: object) => stdin.write(`${JSON.stringify(message)}\n`);
  const ask = (message: object, key: number) =>
    new Promise<Failure | undefined>((resolve) => {
      waiting.set(key, resolve);
      send(message);
    });
  await ask(initialize, 0);
  send({ jsonrpc: "2.0", method: "notifications/initialized" });
  return {
    pid: child.pid ?? 0,
    call: (name, input) => {
      id += 1;
      return ask({ jsonrpc: "2.0", id, method: "tools/call", params: { name, arguments: input } }, id);
    },
    [Symbol.asyncDispose]: ender(child, state),
  };
}

/** @param state a folder of its own when left out */
export async function httpServer(
  sandbox: SandboxProcess,
  state = mkdtempSync(join(tmpdir(), "vps-dns-soak-")),
): Promise<SoakedServer> {
  const child = start(["--http", "0"], sandbox, state);
  const url = await toldUrl(child);
  let id = 0;
  return {
    pid: child.pid ?? 0,
    call: async (name, input) => {
      id += 1;
      const message = { jsonrpc: "2.0", id, method: "tools/call", params: { name, arguments: input } };
      try {
        const response = await fetch(url, { method: "POST", headers: HEADERS, body: JSON.stringify(message) });
        const body = await response.text();
        return response.ok ? failureIn(answerIn(body)) : { code: "http", text: String(response.status) };
      } catch (error) {
        return { code: "connection", text: error instanceof Error ? String(error.cause) : "It broke." };
      }
    },
    [Symbol.asyncDispose]: ender(child, state),
  };
}

/** The body is JSON, or an event stream whose last event is the answer. */
function answerIn(body: string): z.output<typeof answer> | undefined {
  const text = body.startsWith("{")
    ? body
    : (body
        .match(/^data: (.*)$/gm)
        ?.at(-1)
        ?.slice("data: ".length) ?? "{}");
  return answer.safeParse(JSON.parse(text)).data;
}

function failureIn(answered: z.output<typeof answer> | undefined): Failure | undefined {
  const { result } = answered ?? {};
  if (result === undefined) return { code: "protocol", text: "No result came." };
  if (result.isError !== true) return undefined;
  const text = result.content?.[0]?.text ?? "";
  const [, code = "unknown"] = /^\[(\w+)\]/.exec(text) ?? [];
  return { code, text };
}

async function toldUrl({ stderr }: ChildProcess): Promise<string> {
  if (stderr === null) throw new Error("The server has no stderr.");
  for await (const line of createInterface({ input: stderr })) {
    const [url] = /http:\/\/\S+\/mcp/.exec(line) ?? [];
    if (url === undefined) continue;
    stderr.resume();
    return url;
  }
  throw new Error("The server did not say where it listens.");
}
