// Lets a model at a task through a command: any program that runs an assistant with the MCP servers of a file.
import { type ChildProcess, spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { LastWord, Player } from "./play-task.ts";

export interface Command {
  /** Run in a shell for each task, in a folder of its own. */
  readonly command: string;
  /** What it may read besides what it is given here; settings of a server of one's own are left out. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** How long it may take for one task, in milliseconds. */
  readonly patienceMs: number;
}

/**
 * A player that runs a command for each task. It finds the person's words in `EVAL_PROMPT`, and in `EVAL_MCP_CONFIG` the
 * path of a file with `mcpServers` as most hosts read it; what it prints is the last word. It may write how many tokens
 * it took, as a number, to the file that `EVAL_TOKENS` names.
 */
export function commandPlayer({ command, env, patienceMs }: Command): Player {
  return async (task, server, folder) => {
    const config = join(folder, "mcp.json");
    const tokens = join(folder, "tokens");
    await writeFile(config, JSON.stringify({ mcpServers: { "vps-dns": server } }));
    const given = { EVAL_TASK: task.name, EVAL_PROMPT: task.say, EVAL_MCP_CONFIG: config, EVAL_TOKENS: tokens };
    const child = spawn(command, {
      shell: true,
      cwd: folder,
      env: { ...withoutOurs(env), ...given },
      stdio: ["ignore", "pipe", "inherit"],
      detached: GROUPS,
    });
    const said = await ended(child, text(child.stdout), patienceMs);
    return { said, ...(await tokensIn(tokens)) };
  };
}

// A shell's children outlive it, unless the whole group is ended.
const GROUPS = process.platform !== "win32";

async function ended(child: ChildProcess, output: Promise<string>, patienceMs: number): Promise<string> {
  let late = false;
  const stop = () => end(child);
  const timer = setTimeout(() => {
    late = true;
    stop();
  }, patienceMs);
  process.once("exit", stop);
  try {
    const code = await new Promise<number | null>((done, fail) => {
      child.once("error", fail).once("close", done);
    });
    if (late) throw new Error(`the command took more than ${patienceMs / 1000} seconds`);
    if (code !== 0) throw new Error(`the command ended with exit code ${code ?? "none"}`);
    return await output;
  } finally {
    clearTimeout(timer);
    process.off("exit", stop);
  }
}

function end(child: ChildProcess): void {
  if (!GROUPS || child.pid === undefined) {
    child.kill();
    return;
  }
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch (error) {
    // It may have ended by itself a moment ago.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

function withoutOurs(env: Command["env"]): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.toUpperCase().startsWith("VPS_")));
}

async function tokensIn(file: string): Promise<Pick<LastWord, "tokens">> {
  const told = await readFile(file, "utf8").catch(() => "");
  if (told.trim() === "") return {};
  const tokens = Number(told);
  if (!Number.isSafeInteger(tokens) || tokens < 0) throw new Error("the command told its tokens with no whole number");
  return { tokens };
}
