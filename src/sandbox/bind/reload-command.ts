// The command that tells BIND to look at its files again.
import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import type { Clock, Log } from "../../core/ports.ts";

/** How long a reload may take before it is ended: `rndc reload` answers at once, a restart within seconds. */
const TIME_LIMIT_MS = 30_000;
/** So much of what it says on stderr is told. */
const TOLD_CHARACTERS = 2000;
/** How long its last words are waited for: a server that it started may keep its stderr open for ever. */
const LAST_WORDS_MS = 200;

/** Runs the command in the system's shell, never with our stdout; a failure is logged and nothing more. */
export async function runReload(command: string, { clock, log }: { readonly clock: Clock; readonly log: Log }) {
  const child = spawn(command, {
    shell: true,
    detached: process.platform !== "win32",
    stdio: ["ignore", "ignore", "pipe"],
  });
  const over = new AbortController();
  const after = (ms: number, work: () => void) => clock.sleep(ms, over.signal).then(work, () => undefined);
  const said = lastWords(child.stderr);
  let message = "The reload command failed.";
  void after(TIME_LIMIT_MS, () => {
    message = "The reload command took too long and was ended.";
    end(child.pid);
  });
  try {
    await once(child, "exit");
    if (child.exitCode === 0) return;
    await Promise.race([said.ended, after(LAST_WORDS_MS, () => undefined)]);
    log("error", message, { exit: child.exitCode, signal: child.signalCode, stderr: said.text() });
  } catch (error) {
    log("error", "The reload command could not be run.", { cause: String(error) });
  } finally {
    over.abort();
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

function lastWords(stderr: Readable) {
  let text = "";
  stderr.setEncoding("utf8").on("data", (chunk: string) => {
    text = (text + chunk).slice(-TOLD_CHARACTERS);
  });
  return { ended: once(stderr, "close"), text: () => text.trim() };
}
