// The last word before anything is sent: a zone that BIND would refuse is not made.
import type { DnsRecord } from "../dns/record.ts";
import type { ZoneProblem } from "../dns/zone-problem.ts";
import { checkZone, newProblems } from "../dns/zone-rules.ts";
import { VpsError } from "../errors.ts";

const NAMED_MAX = 5;

/**
 * Refuses a zone that would break where it does not break now.
 * @throws VpsError zone_would_break, naming rule, owner name and type of each problem, and what mends the first.
 */
export function refuseBrokenZone(zone: string, before: readonly DnsRecord[], after: readonly DnsRecord[]): void {
  const standing = errorsOf(zone, after);
  // A sound zone needs no look at what it was before.
  const errors = standing.length === 0 ? [] : newProblems(errorsOf(zone, before), standing);
  const [first] = errors;
  if (first === undefined) return;
  const named = errors
    .slice(0, NAMED_MAX)
    .map(({ id, name, type }) => `${id} at ${name}${type === undefined ? "" : ` ${type}`}`);
  const more = errors.length > NAMED_MAX ? `, and ${errors.length - NAMED_MAX} more` : "";
  throw new VpsError(
    "zone_would_break",
    `The zone would not load any more: ${named.join(", ")}${more}. ${first.message}`,
    {
      hint: first.fix,
    },
  );
}

function errorsOf(zone: string, records: readonly DnsRecord[]): readonly ZoneProblem[] {
  return checkZone({ zone, records }).filter(({ severity }) => severity === "error");
}
