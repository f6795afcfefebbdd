// An MCP server over stdio as the bench sees it, ours or a peer's: how it starts, what it lists, what it weighs.
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import * as z from "zod/mini";
import { jsonRpcChild } from "./json-rpc-child.ts";

/** How long a server may take to end by itself once its input is closed. */
const END_WITHIN_MS = 5_000;

const page = z.object({
  tools: z.array(z.looseObject({ name: z.string() })),
  nextCursor: z.optional(z.string()),
});
type Tool = Readonly<Record<string, unknown>>;

const CLIENT = { name: "bench", version: "1" };
/** What each request carries in the protocol's era without `initialize`. */
const MODERN = {
  _meta: {
    "io.modelcontextprotocol/protocolVersion": "2026-07-28",
    "io.modelcontextprotocol/clientInfo": CLIENT,
    "io.modelcontextprotocol/clientCapabilities": {},
  },
};

export interface StdioServer {
  /** Resolves with the first answer: to `initialize`, or to `server/discover` where the server knows that era alone. */
  initialize(): Promise<void>;
  /** The tools of all pages. */
  listTools(): Promise<readonly Tool[]>;
  /** Resident memory in MB, from /proc: Linux only. */
  memory(): Promise<number>;
  stop(): void;
  /** Ends it as a host does, by closing its input: what Node compiled is kept for the next start. */
  end(): Promise<void>;
}

export function startStdioServer(command: string, args: readonly string[]): StdioServer {
  // A group of its own: what npx starts is stopped with it.
  const child = spawn(command, [...args], { stdio: ["pipe", "pipe", "pipe"], detached: true });
  const server = jsonRpcChild(child);
  const gone = new Promise((resolve) => child.once("close", resolve));
  let era = {};
  const stop = () => {
    const ended = child.exitCode !== null || child.signalCode !== null;
    if (child.pid !== undefined && !ended) process.kill(-child.pid, "SIGKILL");
  };
  return {
    initialize: async () => {
      const params = { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: CLIENT };
      if ((await server.ask("initialize", params)) !== undefined) return server.tell("notifications/initialized");
      era = MODERN;
      if ((await server.ask("server/discover", era)) === undefined)
        throw new Error("it speaks neither era of the protocol");
    },
    listTools: async () => {
      const tools: Tool[] = [];
      let cursor: string | undefined;
      do {
        const listed = page.parse(
          await server.ask("tools/list", { ...era, ...(cursor === undefined ? {} : { cursor }) }),
        );
        tools.push(...listed.tools);
        cursor = listed.nextCursor;
      } while (cursor !== undefined);
      return tools;
    },
    memory: async () => residentMemory(await serving(child.pid ?? process.pid)),
    stop,
    end: async () => {
      const late = setTimeout(stop, END_WITHIN_MS);
      child.stdin.end();
      await gone;
      clearTimeout(late);
    },
  };
}

/** The process at work: npx and shells start it and wait. */
async function serving(pid: number): Promise<number> {
  const children = (await readFile(`/proc/${pid}/task/${pid}/children`, "utf8")).trim().split(" ").filter(Boolean);
  const [only, ...others] = children;
  return only === undefined || others.length > 0 ? pid : serving(Number(only));
}

async function residentMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? [];
  return Number(kilobytes) / 1024;
}
