// Starts a sandbox in a child process and kills it as the power cut would: without a word.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";
import * as z from "zod/mini";
import { killNow } from "../../support/child-process.ts";

const started = z.object({ url: z.string(), token: z.string(), nameserver: z.string() });

export interface Child {
  readonly url: string;
  readonly token: string;
  readonly nameserver: string;
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>;
}

/** @param shell put in front of the command in a shell, such as `ulimit -f 64;` */
export async function startChild(program: string, data: string, shell = ""): Promise<Child> {
  const command = [process.execPath, program, data];
  const [first = "", ...rest] = shell === "" ? command : ["sh", "-c", `${shell} exec "$@"`, "sh", ...command];
  const child = spawn(first, rest, { stdio: ["ignore", "pipe", "inherit"] });
  const kill = () => killNow(child);
  onTestFinished(kill);
  const lines = createInterface({ input: child.stdout });
  const [line] = z.tuple([z.string()]).parse(await once(lines, "line"));
  return { ...started.parse(JSON.parse(line)), kill };
}
