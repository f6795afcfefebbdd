// The rules between records: what makes BIND refuse a zone, and what loads and still does not work.
import { aliasRules } from "./rules/alias-rules.ts";
import { delegationRules } from "./rules/delegation-rules.ts";
import { recordRules } from "./rules/record-rules.ts";
import { rrsetRules } from "./rules/rrset-rules.ts";
import { sizeRules } from "./rules/size-rules.ts";
import { targetRules } from "./rules/target-rules.ts";
import { indexZone, type ZoneContents, type ZoneIndex } from "./zone-index.ts";
import type { ZoneProblem } from "./zone-problem.ts";

const RULES = [recordRules, aliasRules, rrsetRules, sizeRules, targetRules, delegationRules];

/**
 * Everything wrong with a zone's records, in time linear in their number. The zone's SOA and apex NS are the vendor's:
 * their absence is no problem.
 */
export function checkZone(contents: ZoneContents): ZoneProblem[] {
  return checkIndexed(indexZone(contents));
}

/** The same for a zone that is indexed already. */
export function checkIndexed(index: ZoneIndex): ZoneProblem[] {
  return RULES.flatMap((rule) => rule(index));
}

/** The problems of `after` that `before` does not have, so that a zone that is broken already can still be mended. */
export function newProblems(before: readonly ZoneProblem[], after: readonly ZoneProblem[]): ZoneProblem[] {
  const known = new Map<string, number>();
  for (const problem of before) known.set(problemKey(problem), (known.get(problemKey(problem)) ?? 0) + 1);
  return after.filter((problem) => {
    const left = known.get(problemKey(problem)) ?? 0;
    known.set(problemKey(problem), left - 1);
    return left <= 0;
  });
}

// The message names the target, where a name and type can have the same problem with several.
function problemKey({ id, name, type, message }: ZoneProblem): string {
  return [id, name, type ?? "", message].join("\n");
}
