// Runs calls in a process of their own, which a test may kill as a power cut would.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";

export type Call = readonly [operation: string, input: object];

export interface Child {
  /** What each call answered, when the process has ended by itself or was killed. */
  readonly answers: Promise<readonly unknown[]>;
  kill(): void;
}

export function startChild(
  program: string,
  { url, token }: Pick<Sandbox, "url" | "token">,
  { folder, calls }: { readonly folder: string; readonly calls: readonly Call[] },
): Child {
  const child = spawn(process.execPath, [program, url, token, folder, JSON.stringify(calls)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exit = once(child, "exit");
  return {
    answers: Promise.all([text(child.stdout), exit]).then(([out]) =>
      out.split("\n").flatMap((line): unknown[] => (line === "" ? [] : [JSON.parse(line)])),
    ),
    kill: () => void child.kill("SIGKILL"),
  };
}
