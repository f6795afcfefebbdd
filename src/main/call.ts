// `vps-dns call OPERATION …`: JSON on stdout, text for people and progress on stderr when it is a terminal.
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { readArguments } from "../cli/arguments.ts";
import { askOnTerminal } from "../cli/ask.ts";
import { operationHelp, operationList } from "../cli/help.ts";
import { resultJson } from "../cli/result-json.ts";
import { InputError } from "../core/errors.ts";
import type { Operation } from "../core/operation.ts";
import { nearestName } from "../core/nearest-name.ts";
import { findOperation, operations } from "../core/operations/index.ts";
import { notPropagated } from "../core/operations/wait/not-propagated.ts";
import { runAsking } from "../core/run-asking.ts";
import { READ_ONLY, SESSION_FLAGS } from "./flags.ts";
import { openSession } from "./open-session.ts";
import { parseFlags } from "./parse-flags.ts";
import { refuseToWrite } from "./read-only.ts";
import { type Settings, sessionSettings } from "./settings.ts";
import { whenToldToStop } from "./told-to-stop.ts";

/** Told on stderr, and no error: the answer says how to go on. */
const NOT_DONE = 1;

/** Runs `vps-dns call`; the exit code. */
export async function callCommand(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const { values, positionals, asksHelp } = parseFlags([...SESSION_FLAGS, READ_ONLY], argv, env);
  const [name, ...words] = positionals;
  if (name === undefined) {
    process.stdout.write(operationList(operations));
    return 0;
  }
  const operation = knownOperation(name);
  if (asksHelp) {
    process.stdout.write(operationHelp(operation));
    return 0;
  }
  if (operation.effect !== "read") refuseToWrite(values);
  const input = await readArguments(operation, words, {
    readStdin: () => text(process.stdin),
    readText: readTextFile,
  });
  return runCall(operation, input, { settings: sessionSettings(values), env });
}

async function runCall(
  operation: Operation,
  input: Record<string, unknown>,
  { settings, env }: { readonly settings: Settings; readonly env: NodeJS.ProcessEnv },
): Promise<number> {
  const opened = await openSession(settings, env);
  const cancel = new AbortController();
  const release = whenToldToStop(() => cancel.abort());
  try {
    const { signal } = cancel;
    const output = await runAsking({
      operation,
      input,
      ladder: opened.ladder,
      context: (confirmation) => opened.session.context({ signal, progress: showProgress, confirmation }),
      ask: isTerminal()
        ? (question) => askOnTerminal(question, { input: process.stdin, output: process.stderr, signal })
        : undefined,
    });
    // A script that reads the JSON alone, or goes on after a success, would take a preview for a change.
    const isPreview = output["status"] === "confirmation_required";
    if (process.stderr.isTTY || isPreview) process.stderr.write(`${operation.text(output)}\n`);
    process.stdout.write(`${resultJson(output, process.stdout.isTTY ? 2 : undefined)}\n`);
    const late = notPropagated(output);
    if (late !== undefined) throw late;
    return isPreview ? NOT_DONE : 0;
  } finally {
    release();
    await opened.close();
  }
}

function isTerminal(): boolean {
  return process.stdin.isTTY && process.stderr.isTTY;
}

function knownOperation(name: string): Operation {
  const wanted = name.replaceAll("-", "_");
  const operation = findOperation(wanted);
  if (operation !== undefined) return operation;
  const near = nearestName(
    wanted,
    operations.map((known) => known.name),
  );
  throw new InputError("unknown_operation", "There is no such operation.", {
    hint: `${near === undefined ? "" : `Did you mean ${near}? `}vps-dns call alone lists them.`,
  });
}

function showProgress(done: number, total: number | undefined, message: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${message} ${done}${total === undefined ? "" : ` of ${total}`}\n`);
}

async function readTextFile(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new InputError("invalid_input", "The zone file could not be read.", {
      field: "zonefile",
      hint: "Check the path behind zonefile=@.",
      cause: error,
    });
  }
}
