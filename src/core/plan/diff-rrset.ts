// The least requests that take one RRset from what it is to what it shall be.
import { rdataKey } from "../dns/compare.ts";
import { compareTexts } from "../dns/compare-texts.ts";
import type { DnsRecord } from "../dns/record.ts";
import type { PlannedChange } from "./plan.ts";

/** A record that stands, understood by the DNS core. */
export interface StandingRecord {
  readonly id: string;
  readonly record: DnsRecord;
}

/**
 * Equal rdata with an equal TTL stays; with another TTL it is updated. What must go is paired with what must come, one
 * update instead of a deletion and a creation; what has no partner is created or deleted.
 *
 * Pairs are never duplicates of what stands in between: a new value is by definition none of the standing ones.
 */
export function diffRrset(standing: readonly StandingRecord[], wanted: readonly DnsRecord[]): readonly PlannedChange[] {
  if (isUnchanged(standing, wanted)) return [];
  const open = new Map<string, DnsRecord[]>();
  for (const record of wanted) open.set(rdataKey(record), [...(open.get(rdataKey(record)) ?? []), record]);
  const changes: PlannedChange[] = [];
  const leaving: StandingRecord[] = [];
  for (const held of standing) {
    const key = rdataKey(held.record);
    const match = open.get(key)?.shift();
    if (match === undefined) {
      // A duplicate of a record that is wanted once ends here too: its match is taken, so it leaves.
      leaving.push(held);
      continue;
    }
    if (match.ttl !== held.record.ttl) {
      changes.push({ action: "update", id: held.id, before: held.record, after: { ...held.record, ttl: match.ttl } });
    }
  }
  return [...changes, ...pair(leaving, [...open.values()].flat())];
}

/**
 * Whether an RRset stands as it is wanted, with `ttl` where that is given: nearly all of a large zone do, which is told
 * without building anything.
 */
export function isUnchanged(standing: readonly StandingRecord[], wanted: readonly DnsRecord[], ttl?: number): boolean {
  if (standing.length !== wanted.length) return false;
  // No closure and no iterator: a large zone would pay for a hundred thousand of each.
  for (let at = 0; at < standing.length; at++) {
    const [record, other] = [standing[at]?.record, wanted[at]];
    if (record === undefined || other === undefined) return false;
    if (record.ttl !== (ttl ?? other.ttl) || rdataKey(record) !== rdataKey(other)) return false;
  }
  return true;
}

/** What keeps its value, a mail server whose priority changes, is the same record before and after. */
function pair(leaving: readonly StandingRecord[], coming: readonly DnsRecord[]): PlannedChange[] {
  const open = new Map(coming.map((record) => [record.value, record]));
  const kept = leaving.flatMap((held) => {
    const after = open.get(held.record.value);
    open.delete(held.record.value);
    return after === undefined ? [] : [{ held, after }];
  });
  const paired = new Set<unknown>(kept.flatMap(({ held, after }) => [held, after]));
  return [
    ...kept.map(({ held, after }): PlannedChange => ({ action: "update", id: held.id, before: held.record, after })),
    ...pairRest(
      leaving.filter((held) => !paired.has(held)),
      coming.filter((record) => !paired.has(record)),
    ),
  ];
}

function pairRest(leaving: readonly StandingRecord[], coming: readonly DnsRecord[]): PlannedChange[] {
  const gone = leaving.toSorted((a, b) => compareTexts(rdataKey(a.record), rdataKey(b.record)));
  const arriving = coming.toSorted((a, b) => compareTexts(rdataKey(a), rdataKey(b)));
  const updates = gone.slice(0, arriving.length).flatMap(({ id, record }, at): PlannedChange[] => {
    const after = arriving[at];
    return after === undefined ? [] : [{ action: "update", id, before: record, after }];
  });
  return [
    ...updates,
    ...gone.slice(arriving.length).map(({ id, record }): PlannedChange => ({ action: "delete", id, before: record })),
    ...arriving.slice(gone.length).map((after): PlannedChange => ({ action: "create", after })),
  ];
}
