// A question to the person at the terminal, on stderr: stdout is for results.
import { createInterface } from "node:readline/promises";
import { NetworkError } from "../core/errors.ts";
import type { PersonsAnswer } from "../core/run-asking.ts";

export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly signal: AbortSignal;
}

/**
 * Asks y/N; the end of the input is no answer.
 * @throws NetworkError cancelled when the call is given up meanwhile
 */
export async function askOnTerminal(
  { preview }: { readonly preview: string },
  { input, output, signal }: Terminal,
): Promise<PersonsAnswer> {
  const lines = createInterface({ input, output });
  const ended = new Promise<undefined>((resolve) => lines.once("close", () => resolve(undefined)));
  // A terminal in raw mode hands Ctrl-C to whoever reads it, not to the process.
  lines.once("SIGINT", () => process.kill(process.pid, "SIGINT"));
  try {
    // Not a part of the question, which a terminal writes anew with every correction.
    output.write(`${preview}\n`);
    const answer = await Promise.race([lines.question("Go ahead? [y/N] ", { signal }), ended]);
    if (answer === undefined) {
      output.write("\n");
      return "unanswered";
    }
    return /^\s*y(es)?\s*$/i.test(answer) ? "yes" : "no";
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new NetworkError("cancelled", "The call was cancelled before the question was answered.", { cause: error });
  } finally {
    lines.close();
  }
}
