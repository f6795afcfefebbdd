// What evaluating an SPF record looks up (RFC 7208 §4.6.4): terms inside the zone are followed, others count for one.
import { recordTargets } from "../compare.ts";
import { isWithin } from "../name.ts";
import type { DnsRecord } from "../record.ts";
import { aliasAmong, haveAddress, locate } from "../zone-index.ts";
import type { LintIndex } from "./lint-index.ts";
import { reachableTerms, type SpfRecord, type SpfTerm } from "./spf-terms.ts";

/** Counting ends here: the limit is 10, and records may be made to be counted for ever. */
export const COUNTED_MAX = 50;
const LOOKUP_TERMS: ReadonlySet<string> = new Set(["include", "a", "mx", "ptr", "exists", "redirect"]);

export interface SpfLookups {
  readonly count: number;
  /** Includes and redirects that lead out of the zone: each counts for one here, for more in truth. */
  readonly outside: number;
  /** Whether an include or redirect leads back to the record itself. */
  readonly loops: boolean;
}

/** Takes no more than `COUNTED_MAX` steps, however the records of a zone include each other. */
export function countLookups(index: LintIndex, start: SpfRecord): SpfLookups {
  let [count, outside, loops] = [0, 0, false];
  const visit = (spf: SpfRecord, trail: ReadonlySet<string>): void => {
    for (const term of reachableTerms(spf).filter(asks)) {
      if (count >= COUNTED_MAX) return;
      count += 1;
      if (!isPolicy(term)) continue;
      const next = follow(index, spf.record, term);
      if (next === "outside") outside += 1;
      else if (next?.record.name === start.record.name) loops = true;
      else if (next !== undefined && !trail.has(next.record.name)) visit(next, new Set([...trail, next.record.name]));
    }
  };
  visit(start, new Set([start.record.name]));
  return { count, outside, loops };
}

/** The terms of a record itself that find nothing inside the zone; an include or redirect finds SPF or nothing. */
export function voidTerms(index: LintIndex, spf: SpfRecord): readonly SpfTerm[] {
  return reachableTerms(spf).filter((term) => asks(term) && findsNothing(index, spf, term));
}

/** The most mail servers that one mx term of the record finds inside the zone. */
export function mostMailServers(index: LintIndex, spf: SpfRecord): number {
  const counts = reachableTerms(spf)
    .filter((term) => term.name === "mx" && asks(term))
    .map((term) => (answers(index, spf.record, term) ?? []).filter(isMailServer).length);
  return counts.reduce((most, count) => Math.max(most, count), 0);
}

/** Whether the term hands the question to another name's SPF record. */
export function isPolicy({ name }: SpfTerm): boolean {
  return name === "include" || name === "redirect";
}

function asks({ name, fault }: SpfTerm): boolean {
  return LOOKUP_TERMS.has(name) && fault === undefined;
}

function isMailServer(record: DnsRecord): boolean {
  return record.type === "MX" && recordTargets(record).length > 0;
}

function follow(index: LintIndex, owner: DnsRecord, term: SpfTerm): SpfRecord | "outside" | undefined {
  const records = answers(index, owner, term);
  if (records === undefined) return "outside";
  return index.spf.get(records[0]?.name ?? "")?.[0];
}

function findsNothing(index: LintIndex, { record }: SpfRecord, term: SpfTerm): boolean {
  const found = answers(index, record, term);
  if (found === undefined) return false;
  if (isPolicy(term)) return !index.spf.has(found[0]?.name ?? "");
  if (term.name === "mx") return !found.some(isMailServer);
  return term.name !== "ptr" && !haveAddress(found);
}

/** What answers a term inside the zone; `undefined` where the zone cannot tell: other zones, macros, aliases. */
function answers(index: LintIndex, owner: DnsRecord, { argument }: SpfTerm): readonly DnsRecord[] | undefined {
  const name = argument === undefined ? owner.name : argument.toLowerCase().replace(/\.$/, "");
  if (/[%\\]/.test(name) || !isWithin(name, index.zone)) return undefined;
  const located = locate(index, name);
  if (located.where === "elsewhere" || aliasAmong(located.records) !== undefined) return undefined;
  return located.records;
}
