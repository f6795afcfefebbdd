// What it takes that records are there: adopt what is, add what is missing, set the TTL that was asked for.
import type { HeldRecord } from "../../api/api.ts";
import { rdataKey, rrsetKey, sameRdata } from "../../dns/compare.ts";
import { DEFAULT_TTL_SECONDS } from "../../dns/parse-record.ts";
import { relativeName } from "../../dns/name.ts";
import type { DnsRecord } from "../../dns/record.ts";
import { recordTypes } from "../../dns/record-types.ts";
import { InputError } from "../../errors.ts";
import type { PlannedChange } from "../../plan/plan.ts";
import { type WantedRecord, type WantedRrset, wantedRrsets } from "../../plan/wanted.ts";
import { rrsetOf, type ZoneState } from "../find/read-zone.ts";

/** One record that was asked for: the one that is there already, or the change that brings it. */
export interface EnsuredRecord {
  readonly held?: HeldRecord;
  readonly change?: PlannedChange;
}

export interface EnsurePlan {
  /** In the order asked, each once. */
  readonly asked: readonly EnsuredRecord[];
  /** Changes of TTL that the RRset's other records need. */
  readonly siblings: readonly PlannedChange[];
}

/**
 * Plans the records' presence; siblings keep their values.
 * @throws InputError conflict where a CNAME would stand beside other data, invalid_ttl where an RRset is given two TTLs
 */
export function planPresent(state: ZoneState, wanted: readonly WantedRecord[]): EnsurePlan {
  const sets = wantedRrsets(wanted);
  for (const set of sets.values()) refuseAliasConflict(state, set);
  const asked = new Map<string, EnsuredRecord>();
  for (const { record } of wanted) {
    const set = sets.get(rrsetKey(record));
    asked.set(`${rrsetKey(record)} ${rdataKey(record)}`, ensured(state, record, set?.ttl));
  }
  const adopted = new Set([...asked.values()].map(({ held }) => held?.id));
  return {
    asked: [...asked.values()],
    siblings: [...sets.values()].flatMap((set) =>
      standing(state, set)
        .filter(({ id }) => !adopted.has(id))
        .flatMap((held) => retimed(held, set.ttl) ?? []),
    ),
  };
}

function ensured(state: ZoneState, record: DnsRecord, ttl: number | undefined): EnsuredRecord {
  const siblings = rrsetOf(state, record);
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

function standing(state: ZoneState, { records: [first] }: WantedRrset): readonly HeldRecord[] {
  return first === undefined ? [] : rrsetOf(state, first);
}

/** RFC 1034 §3.6.2, told with the id of what is in the way; conflicts among the wanted are the zone check's. */
function refuseAliasConflict(state: ZoneState, { records: [wanted] }: WantedRrset): void {
  if (wanted === undefined) return;
  const inTheWay = state.held.find(({ record }) => record !== undefined && clash(record, wanted));
  if (inTheWay === undefined) return;
  const where = relativeName(wanted.name, state.zone.domain);
  throw new InputError(
    "conflict",
    `${where} has a ${inTheWay.type} record (id ${inTheWay.id}), and a CNAME stands alone at its name (RFC 1034 §3.6.2).`,
    { field: "records", hint: "Change that record with update_record, or delete it first." },
  );
}

function clash(standing: DnsRecord, wanted: DnsRecord): boolean {
  if (standing.name !== wanted.name) return false;
  if (!recordTypes[standing.type].standsAlone && !recordTypes[wanted.type].standsAlone) return false;
  return !sameRdata(standing, wanted);
}
