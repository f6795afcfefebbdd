// What the step prints: lines, groups, and one annotation for each problem, all of it harmless to the runner.
import { debug, endGroup, error, info, isDebug, notice, startGroup, warning } from "@actions/core";
import { type Problem, toProblem } from "../core/errors.ts";
import type { Log, Progress } from "../core/ports.ts";
import { plainLine } from "./plain-line.ts";

const TITLE = "vps-dns";
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

export function annotateNotice(message: string): void {
  notice(plainLine(message), { title: TITLE });
}

export function annotateWarning(message: string): void {
  warning(plainLine(message), { title: TITLE });
}

/** Annotates what went wrong, once for each problem: `inputOf` names the input that a problem's field came from. */
export function annotateFailure(thrown: unknown, inputOf: (field: string) => string = (field) => field): void {
  const errors: readonly unknown[] = thrown instanceof AggregateError ? thrown.errors : [thrown];
  for (const each of errors) error(plainLine(problemText(actionProblem(each), inputOf)), { title: TITLE });
}

/** Annotates a failure that is no error of the API or the inputs. */
export function annotateFailureText(message: string): void {
  error(plainLine(message), { title: TITLE });
}

/** A problem as one sentence for people, the input at fault named in front. */
export function problemText(problem: Problem, inputOf: (field: string) => string = (field) => field): string {
  const { code, field, message, hint } = problem;
  const sentence = field === undefined ? message : `Input ${inputOf(field)}: ${withoutPath(message, field)}`;
  return `[${code}] ${sentence}${hint === undefined ? "" : ` ${hint}`}`;
}

// `records[0].value: …` says what the input's name says already.
function withoutPath(message: string, field: string): string {
  if (message.startsWith(`${field}: `)) return message.slice(field.length + 2);
  return message.startsWith(`${field} `) ? `It ${message.slice(field.length + 1)}` : message;
}

function actionProblem(thrown: unknown): Problem {
  const problem = toProblem(thrown);
  if (problem.code === "internal") {
    return { ...problem, hint: "Run the job again with debug logging and report what it says." };
  }
  // The journal ends with the step, so there is nothing to undo it by; repeating it is safe.
  if (problem.hint?.includes("undo_change") === true) {
    return { ...problem, hint: "Run the job again: what is done already counts as done." };
  }
  return problem.hint === undefined ? problem : { ...problem, hint: inInputs(problem.hint) };
}

// The core speaks of flags; a workflow has inputs of the same names.
function inInputs(hint: string): string {
  return hint.replaceAll(/--(api-url|sandbox|allow-purchases|zone)\b/g, "the input $1");
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

/** Tells progress in about ten lines, however long the work is. */
export function jobProgress(): Progress {
  let told = 0;
  return (done, total, message) => {
    const step = total === undefined || total === 0 ? done : Math.floor((done / total) * PROGRESS_STEPS);
    if (step <= told) return;
    told = step;
    say(`${message} ${done}${total === undefined ? "" : ` of ${total}`}`);
  };
}
