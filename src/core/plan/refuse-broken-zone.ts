// The last word before anything is sent: a zone that BIND would refuse is not made.
import type { DnsRecord } from "../dns/record.ts";
import { indexRrsets, type ZoneRrsets } from "../dns/zone-index.ts";
import type { ZoneProblem } from "../dns/zone-problem.ts";
import { checkIndexed, checkZone, newProblems } from "../dns/zone-rules.ts";
import { VpsError } from "../errors.ts";

const NAMED_MAX = 5;

/**
 * Refuses a zone that would break where it does not break now, with the records it has.
 * @throws VpsError zone_would_break, naming rule, owner name and type of each problem, and what mends the first.
 */
export function refuseBrokenZone(after: ZoneRrsets, now: readonly DnsRecord[]): void {
  const found = errorsAmong(checkIndexed(indexRrsets(after)));
  // A sound zone needs no look at what it is now.
  const known = found.length === 0 ? [] : errorsAmong(checkZone({ zone: after.zone, records: now }));
  const errors = newProblems(known, found);
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

function errorsAmong(problems: readonly ZoneProblem[]): readonly ZoneProblem[] {
  return problems.filter(({ severity }) => severity === "error");
}
