// What a step changed, as a diff of zone-file lines: for the `plan` output and the log.
import type { HeldRecord } from "../core/api/api.ts";
import { plainText } from "../core/text/plain-text.ts";
import { recordLine } from "../core/text/record-line.ts";
import type { StepChange } from "./step-change.ts";

/** Small enough for a comment on a pull request (65,536 characters). */
const PLAN_MAX_LENGTH = 60_000;

/** Lines that begin with `+` or `-`. */
export function planText(changes: readonly StepChange[]): string {
  return diffText(changes.flatMap(changeLines));
}

/** The lines as one text; cut at a line's end when too long, and then it says so. */
export function diffText(lines: readonly string[]): string {
  const text = lines.join("\n");
  if (text.length <= PLAN_MAX_LENGTH) return text;
  const kept = text.slice(0, Math.max(0, text.lastIndexOf("\n", PLAN_MAX_LENGTH - 100)));
  const count = kept === "" ? 0 : kept.split("\n").length;
  return `${kept}\n# Cut here: ${count} of ${lines.length} lines are shown.`;
}

function changeLines(change: StepChange): string[] {
  if (change.kind !== "record") {
    const sign = change.action === "create" ? "+" : change.action === "delete" ? "-" : "~";
    return [`${sign} ${change.kind} ${plainText(change.name, 255)}`];
  }
  if (change.action === "delete") {
    return [`- ${change.before === undefined ? `record ${plainText(change.id, 100)}` : heldLine(change.before)}`];
  }
  const before = change.action === "update" ? change.before : undefined;
  return [...(before === undefined ? [] : [`- ${heldLine(before)}`]), `+ ${heldLine(change.after)}`];
}

function heldLine({ name, type, value, ttl, priority }: HeldRecord): string {
  return recordLine({ name, fqdn: name, type, value, ttl, priority });
}
