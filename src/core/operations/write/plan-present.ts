// What it takes that records are there: adopt what is, add what is missing, set the TTL that was asked for.
import type { HeldRecord } from "../../api/api.ts";
import { rdataKey, recordKey } from "../../dns/compare.ts";
import { DEFAULT_TTL_SECONDS } from "../../dns/parse-record.ts";
import type { DnsRecord } from "../../dns/record.ts";
import type { PlannedChange } from "../../plan/plan.ts";
import { pairRrsets, type WantedRecord } from "../../plan/wanted.ts";
import type { ZoneState } from "../find/read-zone.ts";

/** One record that was asked for: the one that is there already, or the change that brings it. */
export interface EnsuredRecord {
  readonly held?: HeldRecord;
  readonly change?: PlannedChange;
}

/** What there is to do, each record asked for with what becomes of it. */
export interface EnsurePlan {
  /** In the order asked, each once. */
  readonly asked: readonly EnsuredRecord[];
  /** Changes of TTL that the RRset's other records need. */
  readonly siblings: readonly PlannedChange[];
}

/**
 * Plans the records' presence; siblings keep their values.
 * @throws InputError invalid_ttl where an RRset is given two TTLs
 */
export function planPresent(state: ZoneState, wanted: readonly WantedRecord[]): EnsurePlan {
  // Made once: a zone file names thousands of RRsets, and a look through the zone for each would be quadratic.
  const rrsets = pairRrsets(state.held.filter(isUnderstood), wanted);
  const asked = new Map<string, EnsuredRecord>();
  for (const { record } of wanted) {
    const rrset = rrsets.get(record);
    asked.set(recordKey(record), ensured(rrset?.standing ?? [], record, rrset?.wanted?.ttl));
  }
  const adopted = new Set([...asked.values()].map(({ held }) => held?.id));
  return {
    asked: [...asked.values()],
    siblings: rrsets
      .values()
      .flatMap(({ standing, wanted: asks }) =>
        standing.filter(({ id }) => !adopted.has(id)).flatMap((held) => retimed(held, asks?.ttl) ?? []),
      ),
  };
}

function isUnderstood(held: HeldRecord): held is HeldRecord & { readonly record: DnsRecord } {
  return held.record !== undefined;
}

function ensured(siblings: readonly HeldRecord[], record: DnsRecord, ttl: number | undefined): EnsuredRecord {
  const held = siblings.find(
    (sibling) => sibling.record !== undefined && rdataKey(sibling.record) === rdataKey(record),
  );
  if (held === undefined) {
    const due = ttl ?? siblings[0]?.ttl ?? DEFAULT_TTL_SECONDS;
    return { change: { action: "create", after: record.ttl === due ? record : { ...record, ttl: due } } };
  }
  const change = retimed(held, ttl);
  return change === undefined ? { held } : { held, change };
}

function retimed({ id, record }: HeldRecord, ttl: number | undefined): PlannedChange | undefined {
  if (record === undefined || ttl === undefined || record.ttl === ttl) return undefined;
  return { action: "update", id, before: record, after: { ...record, ttl } };
}
