// JSON-RPC with a child process, one message a line: whatever else it says is passed over, and its own requests get an
// answer, since some servers wait for one.
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { createInterface } from "node:readline";
import * as z from "zod/mini";

const ANSWER_WITHIN_MS = 60_000;

const answer = z.object({ id: z.number(), result: z.optional(z.unknown()), error: z.optional(z.unknown()) });
const request = z.object({ id: z.union([z.number(), z.string()]), method: z.string() });

export interface JsonRpcChild {
  /** The result; undefined where the answer is an error. Rejects when the child ends before, or takes a minute. */
  ask(method: string, params: object): Promise<unknown>;
  tell(method: string): void;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly late: NodeJS.Timeout;
}

export function jsonRpcChild(child: ChildProcessWithoutNullStreams): JsonRpcChild {
  const waiting = new Map<number, Waiting>();
  const send = (message: object) => void child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
  const take = (id: number) => {
    const one = waiting.get(id);
    waiting.delete(id);
    clearTimeout(one?.late);
    return one;
  };
  const fail = (why: string) => {
    for (const id of waiting.keys()) take(id)?.reject(new Error(why));
  };
  createInterface({ input: child.stdout }).on("line", (line) => {
    const message = jsonIn(line);
    const asking = request.safeParse(message).data;
    if (asking !== undefined) return send({ id: asking.id, error: { code: -32_601, message: "Not here." } });
    const { id, result } = answer.safeParse(message).data ?? {};
    if (id !== undefined) take(id)?.resolve(result);
  });
  let lastWords = "";
  createInterface({ input: child.stderr }).on("line", (line) => (lastWords = line));
  // What is written to one that has gone is lost; that it has gone is told below.
  child.stdin.on("error", () => {});
  child.once("error", ({ message }) => fail(`it could not be started (${message})`));
  child.once("close", (code) => fail(`it ended (${code ?? "by a signal"}) ${lastWords}`));
  let asked = 0;
  return {
    tell: (method) => send({ method }),
    ask: (method, params) =>
      new Promise((resolve, reject) => {
        asked += 1;
        const late = setTimeout(() => fail(`no answer to ${method} within a minute`), ANSWER_WITHIN_MS);
        waiting.set(asked, { resolve, reject, late });
        send({ id: asked, method, params });
      }),
  };
}

/** Servers that log to stdout break the protocol, and hosts bear with them. */
function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
