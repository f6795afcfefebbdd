// One stage of a step written down whole.
import type { RequestLog } from "../../../src/sandbox/http/request-log.ts";
import type { StepResult } from "./runner.ts";

export interface Written {
  readonly stage: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly result: StepResult;
  readonly requests: readonly RequestLog[];
}

/** What went in and what came out, each under its own heading; empty parts are left out. */
export function transcriptOf({ stage, inputs, result, requests }: Written): string {
  const parts: [string, string][] = [
    ["with", pairs(Object.entries(inputs))],
    ["requests", requests.map(requestLine).join("\n")],
    ["stdout", result.stdout],
    ["stderr", result.stderr],
    ["outputs", pairs(result.outputs)],
    ["state", pairs(result.state)],
    ["environment", `${pairs(result.env)}${result.path}`],
    ["summary", result.summary],
  ];
  const told = parts.filter(([, text]) => text.trim() !== "").map(([title, text]) => `--- ${title}\n${text.trimEnd()}`);
  return [`## ${stage}: exit code ${result.exitCode}`, ...told].join("\n");
}

function pairs(entries: Iterable<readonly [string, string]>): string {
  return [...entries].map(([name, value]) => `${name}: ${value}`).join("\n");
}

function requestLine({ method, path, status, body }: RequestLog): string {
  return `${method} ${path} ${status}${body === undefined ? "" : ` ${JSON.stringify(body)}`}`;
}
