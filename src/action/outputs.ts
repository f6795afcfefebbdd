// The Action's outputs: one table, from which action.yml and the README are made, and what a result says under them.
import { setOutput } from "@actions/core";
import { withoutSecrets } from "./mask.ts";

export interface ActionOutput {
  readonly name: string;
  readonly description: string;
}

export const ACTION_OUTPUTS = [
  {
    name: "changed",
    description:
      "`true` when something was changed (in a dry run: would be), else `false`; `false` for operations that only read.",
  },
  { name: "record-id", description: "The record's id, also when it was adopted; empty in a dry run." },
  { name: "record-ids", description: "JSON array of the ids of all records of the step; `[]` in a dry run." },
  { name: "fqdn", description: "The record's owner name in full, without the final dot." },
  {
    name: "plan",
    description:
      "What changed, or by a plan, in a dry run or once confirmed would, as a diff of zone-file lines; at most 60,000 characters, and it says so where it was cut.",
  },
  { name: "result", description: "The operation's whole result, as JSON." },
] as const satisfies readonly ActionOutput[];

/** One text for each output. */
export type OutputTexts = Readonly<Record<(typeof ACTION_OUTPUTS)[number]["name"], string>>;

/** Hands the outputs to the runner. */
export function writeOutputs(texts: OutputTexts): void {
  for (const { name } of ACTION_OUTPUTS) setOutput(name, withoutSecrets(texts[name]));
}
