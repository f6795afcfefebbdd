// What a plan does, in the words of questions, answers and the journal: numbers and names, never a value.
import { relativeName } from "../dns/name.ts";
import type { ZonePlan } from "../plan/plan.ts";
import { plannedChanges } from "../plan/plan-zone.ts";
import { enumerated } from "../text/count.ts";
import { wordText } from "../text/plain-text.ts";

const NAMED_MAX = 5;
const NAME_MAX_LENGTH = 255;

/** "2 created, 1 updated, 3 deleted", leaving out what does not happen. */
export function planNumbers({ summary }: Pick<ZonePlan, "summary">): string {
  const parts = (["create", "update", "delete"] as const).flatMap((action) =>
    summary[action] === 0 ? [] : [`${summary[action]} ${action}d`],
  );
  return parts.length === 0 ? "nothing to change" : parts.join(", ");
}

/** "1 updated, 1 deleted (www A and api A)": the same, with the RRsets it is about. */
export function planWords(plan: ZonePlan): string {
  const rrsets = new Set(
    plannedChanges(plan).map((change) => {
      const { name, type } = change.action === "create" ? change.after : change.before;
      return `${wordText(relativeName(name, plan.zone), NAME_MAX_LENGTH)} ${type}`;
    }),
  );
  if (rrsets.size === 0) return planNumbers(plan);
  const more = rrsets.size - NAMED_MAX;
  const named = [...[...rrsets].slice(0, NAMED_MAX), ...(more > 0 ? [`${more} more`] : [])];
  return `${planNumbers(plan)} (${enumerated(named)})`;
}
