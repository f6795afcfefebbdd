// Starts a sandbox in a child process and kills it as the power cut would: without a word.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { onTestFinished } from "vitest";
import * as z from "zod/mini";

const started = z.object({ url: z.string(), token: z.string(), nameserver: z.string() });

export interface Child {
  readonly url: string;
  readonly token: string;
  readonly nameserver: string;
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>;
}

/** A folder that goes when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "vps-dns-sandbox-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Node 20 runs no TypeScript: the child is bundled first. */
export async function bundleChild(): Promise<string> {
  const program = join(await temporaryFolder(), "child.mjs");
  await build({
    entryPoints: [fileURLToPath(new URL("child-main.ts", import.meta.url))],
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
  return program;
}

/** @param shell put in front of the command in a shell, such as `ulimit -f 64;` */
export async function startChild(program: string, data: string, shell = ""): Promise<Child> {
  const command = [process.execPath, program, data];
  const [first = "", ...rest] = shell === "" ? command : ["sh", "-c", `${shell} exec "$@"`, "sh", ...command];
  const child = spawn(first, rest, { stdio: ["ignore", "pipe", "inherit"] });
  const kill = killer(child);
  onTestFinished(kill);
  const lines = createInterface({ input: child.stdout });
  const [line] = z.tuple([z.string()]).parse(await once(lines, "line"));
  return { ...started.parse(JSON.parse(line)), kill };
}

function killer(child: ChildProcess): () => Promise<void> {
  return async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  };
}
