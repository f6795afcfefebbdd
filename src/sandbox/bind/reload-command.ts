// The command that tells BIND to look at its files again.
import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import type { Log } from "../../core/ports.ts";

/** How long a reload may take before it is ended: `rndc reload` answers at once, a restart within seconds. */
const TIME_LIMIT_MS = 30_000;
/** So much of what it says on stderr is told. */
const TOLD_CHARACTERS = 2000;

/** Runs the command in the system's shell, never with our stdout; a failure is logged and nothing more. */
export async function runReload(command: string, log: Log): Promise<void> {
  const start = performance.now();
  const child = spawn(command, {
    shell: true,
    detached: process.platform !== "win32",
    stdio: ["ignore", "ignore", "pipe"],
  });
  const limit = setTimeout(() => end(child.pid), TIME_LIMIT_MS);
  const said = lastWords(child.stderr);
  try {
    await once(child, "exit");
    if (child.exitCode === 0) return;
    const ended = performance.now() - start >= TIME_LIMIT_MS;
    const message = ended ? "The reload command took too long and was ended." : "The reload command failed.";
    log("error", message, { exit: child.exitCode, signal: child.signalCode, stderr: said() });
  } catch (error) {
    log("error", "The reload command could not be run.", { cause: String(error) });
  } finally {
    clearTimeout(limit);
    // What it started and left behind may hold the pipe open.
    child.stderr.destroy();
  }
}

/** Ends the shell and what it runs. */
function end(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch {
    // It ended by itself just now.
  }
}

function lastWords(stderr: Readable): () => string {
  let text = "";
  stderr.setEncoding("utf8").on("data", (chunk: string) => {
    text = (text + chunk).slice(-TOLD_CHARACTERS);
  });
  return () => text.trim();
}
