// What it takes that records are there: adopt what is, add what is missing, set the TTL that was asked for.
import type { HeldRecord } from "../../api/api.ts";
import { rdataKey, recordKey, rrsetKey } from "../../dns/compare.ts";
import { DEFAULT_TTL_SECONDS } from "../../dns/parse-record.ts";
import type { DnsRecord } from "../../dns/record.ts";
import { standingRrsets } from "../../plan/final-rrsets.ts";
import type { PlannedChange } from "../../plan/plan.ts";
import { type WantedRecord, type WantedRrset, wantedRrsets } from "../../plan/wanted.ts";
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
  const sets = wantedRrsets(wanted);
  // Made once: a zone file names thousands of RRsets, and a look through the zone for each would be quadratic.
  const standing = standingRrsets(state.held.filter(isUnderstood));
  const asked = new Map<string, EnsuredRecord>();
  for (const { record } of wanted) {
    const set = sets.get(rrsetKey(record));
    asked.set(recordKey(record), ensured(standing.get(rrsetKey(record)) ?? [], record, set?.ttl));
  }
  const adopted = new Set([...asked.values()].map(({ held }) => held?.id));
  return {
    asked: [...asked.values()],
    siblings: [...sets.values()].flatMap((set) =>
      siblingsOf(standing, set)
        .filter(({ id }) => !adopted.has(id))
        .flatMap((held) => retimed(held, set.ttl) ?? []),
    ),
  };
}

type UnderstoodRecord = HeldRecord & { readonly record: DnsRecord };
type StandingRrsets = ReadonlyMap<string, readonly UnderstoodRecord[]>;

function isUnderstood(held: HeldRecord): held is UnderstoodRecord {
  return held.record !== undefined;
}

function ensured(siblings: readonly HeldRecord[], record: DnsRecord, ttl: number | undefined): EnsuredRecord {
  const held = siblings.find(
    (sibling) => sibling.record !== undefined && rdataKey(sibling.record) === rdataKey(record),
  );
  if (held === undefined) {
    return { change: { action: "create", after: { ...record, ttl: ttl ?? siblings[0]?.ttl ?? DEFAULT_TTL_SECONDS } } };
  }
  const change = retimed(held, ttl);
  return change === undefined ? { held } : { held, change };
}

function retimed({ id, record }: HeldRecord, ttl: number | undefined): PlannedChange | undefined {
  if (record === undefined || ttl === undefined || record.ttl === ttl) return undefined;
  return { action: "update", id, before: record, after: { ...record, ttl } };
}

function siblingsOf(standing: StandingRrsets, { records: [first] }: WantedRrset): readonly HeldRecord[] {
  return first === undefined ? [] : (standing.get(rrsetKey(first)) ?? []);
}
