// The built program as a child process, for stories that go through what users run.
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { resolve } from "node:path";
import { promisify } from "node:util";
import * as z from "zod/mini";

const run = promisify(execFile);

/** The committed bundle. */
export const PROGRAM = resolve("dist/vps-dns.js");

const announcement = z.object({ url: z.string(), token: z.string(), nameserver: z.string() });

export interface SandboxProcess extends AsyncDisposable, z.infer<typeof announcement> {
  readonly process: ChildProcess;
}

/** `vps-dns sandbox`, started and asked for its one line. */
export async function startSandboxProcess(flags: readonly string[] = []): Promise<SandboxProcess> {
  const child = spawn(process.execPath, [PROGRAM, "sandbox", ...flags], {
    env: { PATH: process.env["PATH"] },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout });
  const first = z.string().parse((await once(lines, "line"))[0]);
  const { url, token, nameserver } = announcement.parse(JSON.parse(first));
  return {
    url,
    token,
    nameserver,
    process: child,
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode !== null) return;
      const gone = new Promise((done) => child.once("exit", done));
      child.kill("SIGTERM");
      await gone;
    },
  };
}

/** What a command printed; a failing command rejects with the same. */
export async function runProgram(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  return run(process.execPath, [PROGRAM, ...args], { env: { PATH: process.env["PATH"], ...env } });
}
