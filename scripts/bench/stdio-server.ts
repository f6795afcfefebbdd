// An MCP server over stdio as the bench sees it, ours or a peer's: how it starts, what it lists, what it weighs.
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import * as z from "zod/mini";

const ANSWER_WITHIN_MS = 60_000;

const tool = z.looseObject({ name: z.string() });
const listAnswer = z.object({
  id: z.literal(2),
  result: z.object({ tools: z.array(tool), nextCursor: z.optional(z.string()) }),
});

export interface StdioServer {
  /** Resolves with the `initialize` answer. */
  initialize(): Promise<void>;
  /** The tools, as one page lists them. */
  listTools(): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Resident memory in MB, from /proc: Linux only. */
  memory(): Promise<number>;
  stop(): void;
  /** Ends it as a host does, by closing its input: what Node compiled is kept for the next start. */
  end(): Promise<void>;
}

export function startStdioServer(command: string, args: readonly string[]): StdioServer {
  const child = spawn(command, [...args], { stdio: ["pipe", "pipe", "pipe"] });
  child.stderr.resume();
  const ask = conversation(child);
  return {
    initialize: async () => {
      await ask(1, "initialize", {
        protocolVersion: "2025-11-25",
        capabilities: {},
        clientInfo: { name: "bench", version: "1" },
      });
    },
    listTools: async () => {
      child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", method: "notifications/initialized" })}\n`);
      return listAnswer.parse(await ask(2, "tools/list", {})).result.tools;
    },
    memory: () => residentMemory(child.pid),
    stop: () => void child.kill("SIGKILL"),
    end: async () => {
      const gone = once(child, "exit");
      child.stdin.end();
      await gone;
    },
  };
}

function conversation(child: ChildProcessWithoutNullStreams) {
  const lines = createInterface({ input: child.stdout });
  return async (id: number, method: string, params: object): Promise<unknown> => {
    child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`);
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    for (;;) {
      const [line] = z.tuple([z.string()]).parse(await once(lines, "line", { signal }));
      const message: unknown = JSON.parse(line);
      if (z.object({ id: z.literal(id) }).safeParse(message).success) return message;
    }
  };
}

async function residentMemory(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid ?? "self"}/status`, "utf8");
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? [];
  return Number(kilobytes) / 1024;
}
