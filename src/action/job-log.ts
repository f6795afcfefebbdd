// What the step prints: lines, groups, and one annotation for each problem, all of it harmless to the runner.
import { debug, endGroup, error, info, isDebug, notice, startGroup, warning } from "@actions/core";
import { type Problem, toProblem } from "../core/errors.ts";
import type { Log, Progress } from "../core/ports.ts";
import { plainText } from "../core/text/plain-text.ts";
import { plainLine } from "./plain-line.ts";
import { inInputs } from "./workflow-words.ts";

const TITLE = "vps-dns";
const SENTENCE_MAX_LENGTH = 1_700;
const PROGRESS_STEPS = 10;

/** Prints text, line by line. */
export function say(text: string): void {
  for (const line of text.split("\n")) info(plainLine(line));
}

/** Prints lines that people may fold away. */
export function sayGroup(title: string, text: string): void {
  startGroup(plainLine(title));
  say(text);
  endGroup();
}

/** A notice on the step, in one line. */
export function annotateNotice(message: string): void {
  notice(plainLine(message), { title: TITLE });
}

/** A warning on the step, in one line. */
export function annotateWarning(message: string): void {
  warning(plainLine(message), { title: TITLE });
}

export interface FailureScene {
  /** Names the input that a problem's field came from. */
  readonly inputOf: (field: string) => string;
  /** Whether a later step finds this one's journal. */
  readonly stateIsKept: boolean;
}

/** Annotates what went wrong, once for each problem. */
export function annotateFailure(thrown: unknown, { inputOf, stateIsKept }: FailureScene): void {
  const errors: readonly unknown[] = thrown instanceof AggregateError ? thrown.errors : [thrown];
  for (const each of errors) error(plainLine(problemText(actionProblem(each, stateIsKept), inputOf)), { title: TITLE });
}

/** Annotates a failure that is no error of the API or the inputs. */
export function annotateFailureText(message: string): void {
  error(plainLine(message), { title: TITLE });
}

/** A problem as one sentence for people, the input at fault named in front. */
function problemText(problem: Problem, inputOf: (field: string) => string = (field) => field): string {
  const { code, field, message, hint } = problem;
  const sentence = field === undefined ? message : `${placeOf(field, inputOf)}: ${withoutPath(message, field)}`;
  // However much there is to tell, what to do next is told whole.
  return `[${code}] ${plainText(sentence, SENTENCE_MAX_LENGTH)}${hint === undefined ? "" : ` ${hint}`}`;
}

// What no input sets is set by the environment; the sandbox's own flag for its folder is an input of another name.
const PLACES: ReadonlyMap<string, string> = new Map([
  ["data", "Input sandbox"],
  ["nameserver", "VPS_NAMESERVERS"],
  ["resolver", "VPS_RESOLVERS"],
  ["rdap-url", "VPS_RDAP_URL"],
]);

function placeOf(field: string, inputOf: (field: string) => string): string {
  return PLACES.get(field) ?? `Input ${inputOf(field)}`;
}

// `records[0].value: …` says what the input's name says already.
function withoutPath(message: string, field: string): string {
  if (message.startsWith(`${field}: `)) return message.slice(field.length + 2);
  return message.replace(/^(?:--)?(\S+) /, (start, name) => (name === field ? "It " : start));
}

const UNDO = /undo_change with change "([\w-]+)"/;
const RUN_AGAIN = "Run the job again, which does what is missing.";

/** What went wrong, as one sentence in a workflow's own words. */
export function problemWords(thrown: unknown): string {
  return problemText(actionProblem(thrown, false));
}

function actionProblem(thrown: unknown, stateIsKept: boolean): Problem {
  const problem = toProblem(thrown);
  if (problem.code === "internal") {
    return { ...problem, hint: "Run the job again with debug logging and report what it says." };
  }
  if (problem.hint === undefined) return problem;
  const [, change] = UNDO.exec(problem.hint) ?? [];
  if (change !== undefined) return { ...problem, hint: undoWords(change, stateIsKept) };
  return { ...problem, hint: inInputs(problem.hint) };
}

// Repeating the step is safe in any case; a journal that ended with it is nothing to undo by.
function undoWords(change: string, stateIsKept: boolean): string {
  if (!stateIsKept) return RUN_AGAIN;
  return `${RUN_AGAIN} To take it back instead: a step of this job with if: failure(), operation: undo-change, and change: ${change} in arguments.`;
}

/** The core's log in the job log; `debug` only where debug logging is on. Secrets are redacted by value. */
export function jobLog(secrets: readonly string[]): Log {
  const known = secrets.filter((secret) => secret !== "");
  return (level, message, fields) => {
    if (level === "debug" && !isDebug()) return;
    const text = fields === undefined ? message : `${message} ${JSON.stringify(fields)}`;
    const line = plainLine(known.reduce((rest, secret) => rest.replaceAll(secret, "***"), text));
    if (level === "debug") debug(line);
    else info(level === "info" ? line : `${level}: ${line}`);
  };
}

/** Tells progress in about ten lines for each work, however long it is; another total is other work. */
export function jobProgress(): Progress {
  let told = 0;
  let of: number | undefined;
  return (done, total, message) => {
    if (total !== of) told = 0;
    of = total;
    const step = total === undefined || total === 0 ? done : Math.floor((done / total) * PROGRESS_STEPS);
    if (step <= told) return;
    told = step;
    say(`${done}${total === undefined ? "" : ` of ${total}`}: ${message}`);
  };
}
