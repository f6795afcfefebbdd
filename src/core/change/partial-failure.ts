// What is said when only a part of a change got through: the count, what was done, why it stopped.
import { relativeName } from "../dns/name.ts";
import { toProblem, VpsError } from "../errors.ts";
import { count } from "../text/count.ts";
import { idText, plainText } from "../text/plain-text.ts";
import type { SentChange } from "./send-change.ts";

const NAMED_MAX = 20;
const DONE = { create: "created", update: "updated", delete: "deleted" } as const;

/** What was done of a change, and what was not. */
export interface PartialFailure {
  readonly zone: string;
  readonly sent: readonly SentChange[];
  /** How many changes there were to be. */
  readonly total: number;
  readonly failures: readonly unknown[];
  /** How many requests nobody knows the outcome of. */
  readonly unknown: number;
  /** Something was done before the first of these changes. */
  readonly underWay: boolean;
  /** The journal's id of what was done. */
  readonly change: string;
}

/** The failure as it is where nothing was done beside it, else `partial` with everything that was. */
export function partialFailure({ zone, sent, total, failures, unknown, underWay, change }: PartialFailure): unknown {
  const [first] = failures;
  if (sent.length === 0 && !underWay && (unknown === 0 || total === 1)) return first;
  const problem = toProblem(first);
  // A journal that fails is a failure beside those of requests.
  const untouched = Math.max(0, total - sent.length - failures.length);
  const done = sent.slice(0, NAMED_MAX).map(({ change, record }) => {
    const id = idText(record.id);
    return `${DONE[change.action]} ${relativeName(record.name, zone)} ${plainText(record.type, 20)} (id ${id})`;
  });
  const more = sent.length > NAMED_MAX ? ` and ${sent.length - NAMED_MAX} more` : "";
  const message = [
    `${sent.length} of ${count(total, "change")} in ${zone} done${done.length === 0 ? "" : `: ${done.join(", ")}${more}`}.`,
    `${failures.length} failed${untouched > 0 ? `, ${untouched} not begun` : ""}.`,
    `The reason: [${problem.code}] ${problem.message}`,
  ].join(" ");
  return new VpsError("partial", message, {
    hint: `undo_change with change "${change}" takes back what was done; the same call again, or a new plan, does the rest.`,
    cause: first,
  });
}
