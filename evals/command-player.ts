// Lets a model at a task through a command: any program that runs an assistant with the MCP servers of a file.
import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { Player } from "./play-task.ts";

/** How long a model may take for one task. */
const PATIENCE_MS = 10 * 60 * 1000;

/**
 * A player that runs `command` in a shell for each task. It finds the person's words in `EVAL_PROMPT`, and in
 * `EVAL_MCP_CONFIG` the path of a file with `mcpServers` as most hosts read it; what it prints is the last word.
 */
export function commandPlayer(command: string, env: Readonly<Record<string, string | undefined>>): Player {
  return async (task, server, folder) => {
    const config = join(folder, "mcp.json");
    await writeFile(config, JSON.stringify({ mcpServers: { "vps-dns": server } }));
    const child = spawn(command, {
      shell: true,
      cwd: folder,
      env: { ...env, EVAL_TASK: task.name, EVAL_PROMPT: task.say, EVAL_MCP_CONFIG: config },
      stdio: ["ignore", "pipe", "inherit"],
      timeout: PATIENCE_MS,
    });
    const ended = new Promise<number | null>((done, fail) => {
      child.once("error", fail).once("close", done);
    });
    const said = await text(child.stdout);
    const code = await ended;
    if (code !== 0) throw new Error(`the command ended with exit code ${code ?? "none"}`);
    return said;
  };
}
