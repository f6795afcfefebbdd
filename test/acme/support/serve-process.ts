// `vps-dns acme serve` as a process of its own, for the test that is running.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";
import * as z from "zod/mini";
import { PROGRAM } from "../../support/dist-program.ts";

const announcement = z.object({ url: z.string() });

export interface AcmeServerProcess {
  readonly url: string;
  readonly process: ChildProcess;
  /** What it has said on stderr so far. */
  readonly said: () => string;
}

export async function startAcmeServer(
  env: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
): Promise<AcmeServerProcess> {
  const child = spawn(process.execPath, [PROGRAM, "acme", "serve", "0", ...flags], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGTERM");
    await gone;
  });
  const [line] = z.tuple([z.string()]).parse(await once(createInterface({ input: child.stdout }), "line"));
  return { url: announcement.parse(JSON.parse(line)).url, process: child, said: () => said };
}
