// What evaluating an SPF record looks up (RFC 7208 §4.6.4): terms inside the zone are followed, others count for one.
import { standsAlone } from "../compare.ts";
import { isWithin } from "../name.ts";
import type { DnsRecord } from "../record.ts";
import { reachableTerms, type SpfRecord, type SpfTerm } from "../texts/spf-terms.ts";
import { locate } from "../zone-index.ts";
import type { LintIndex } from "./lint-index.ts";

/** Counting ends here: the limit is 10, and records may be made to be counted for ever. */
export const COUNTED_MAX = 20;
const LOOKUP_TERMS: ReadonlySet<string> = new Set(["include", "a", "mx", "ptr", "exists", "redirect"]);

/** What evaluating a record costs. */
export interface SpfLookups {
  readonly count: number;
  /** Includes and redirects that lead out of the zone: each counts for one here, for more in truth. */
  readonly outside: number;
  /** Whether an include or redirect leads back to the record itself. */
  readonly loops: boolean;
}

const counted = new WeakMap<SpfRecord, SpfLookups>();

/** Takes no more than `COUNTED_MAX` steps, however the records of a zone include each other; once for each record. */
export function countLookups(index: LintIndex, start: SpfRecord): SpfLookups {
  const known = counted.get(start);
  if (known !== undefined) return known;
  let [count, outside, loops] = [0, 0, false];
  const trail = new Set([start.record.name]);
  const visit = (spf: SpfRecord): void => {
    for (const term of reachableTerms(spf)) {
      if (!asks(term)) continue;
      if (count >= COUNTED_MAX) return;
      count += 1;
      if (!isPolicy(term)) continue;
      const next = follow(index, spf.record, term);
      if (next === "outside") outside += 1;
      else if (next?.record.name === start.record.name) loops = true;
      else if (next !== undefined && !trail.has(next.record.name)) {
        trail.add(next.record.name);
        visit(next);
        trail.delete(next.record.name);
      }
    }
  };
  visit(start);
  const lookups = { count, outside, loops };
  counted.set(start, lookups);
  return lookups;
}

/** The terms of a record itself that find nothing inside the zone; an include or redirect finds SPF or nothing. */
export function voidTerms(index: LintIndex, spf: SpfRecord): readonly SpfTerm[] {
  return reachableTerms(spf).filter((term) => asks(term) && findsNothing(index, spf, term));
}

/** Whether one of the record's mx terms finds more mail servers inside the zone than `limit`. */
export function meetsMoreServers(index: LintIndex, spf: SpfRecord, limit: number): boolean {
  return reachableTerms(spf).some((term) => {
    const owner = term.name === "mx" && asks(term) ? ownerOf(index, spf.record, term) : undefined;
    return owner !== undefined && index.at(owner, "MX").length > limit;
  });
}

/** Whether the term hands the question to another name's SPF record. */
export function isPolicy({ name }: SpfTerm): boolean {
  return name === "include" || name === "redirect";
}

function asks({ name, fault }: SpfTerm): boolean {
  return LOOKUP_TERMS.has(name) && fault === undefined;
}

function follow(index: LintIndex, from: DnsRecord, term: SpfTerm): SpfRecord | "outside" | undefined {
  const owner = ownerOf(index, from, term);
  return owner === undefined ? "outside" : index.spf.get(owner)?.[0];
}

function findsNothing(index: LintIndex, { record }: SpfRecord, term: SpfTerm): boolean {
  const owner = ownerOf(index, record, term);
  if (owner === undefined || term.name === "ptr") return false;
  if (isPolicy(term)) return !index.spf.has(owner);
  const [first] = index.at(owner, "MX");
  if (term.name === "mx") return first === undefined || standsAlone(first);
  return index.at(owner, "A").length + index.at(owner, "AAAA").length === 0;
}

/** Whose records answer a term inside the zone; `undefined` where the zone cannot tell: other zones, macros, aliases. */
function ownerOf(index: LintIndex, from: DnsRecord, { argument }: SpfTerm): string | undefined {
  const name = argument === undefined ? from.name : argument.toLowerCase().replace(/\.$/, "");
  if (/[%\\]/.test(name) || !isWithin(name, index.zone)) return undefined;
  const located = locate(index, name);
  return located.where === "elsewhere" || index.at(located.owner, "CNAME").length > 0 ? undefined : located.owner;
}
