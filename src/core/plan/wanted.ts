// What somebody wants a zone to hold, before it is held against what the zone holds.
import { rrsetKey } from "../dns/compare.ts";
import type { DnsRecord } from "../dns/record.ts";
import { InputError } from "../errors.ts";

/** A desired record; without a TTL of its own it takes its RRset's, or the default of a new one. */
export interface WantedRecord {
  readonly record: DnsRecord;
  readonly ttlGiven: boolean;
}

/** The desired records of one owner name and type, with the one TTL they ask for, if any. */
export interface WantedRrset {
  readonly key: string;
  readonly records: readonly DnsRecord[];
  readonly ttl: number | undefined;
}

/**
 * Groups desired records by RRset.
 * @throws InputError invalid_ttl where one RRset is given two TTLs (RFC 2181 §5.2).
 */
export function wantedRrsets(wanted: readonly WantedRecord[]): ReadonlyMap<string, WantedRrset> {
  const sets = new Map<string, { key: string; records: DnsRecord[]; ttl: number | undefined }>();
  for (const { record, ttlGiven } of wanted) {
    const key = rrsetKey(record);
    const known = sets.get(key);
    const set = known ?? { key, records: [record], ttl: undefined };
    if (known === undefined) sets.set(key, set);
    else set.records.push(record);
    if (!ttlGiven) continue;
    if (set.ttl !== undefined && set.ttl !== record.ttl) {
      throw new InputError(
        "invalid_ttl",
        `${record.type} at ${record.name} is given two TTLs, ${set.ttl} and ${record.ttl}.`,
        {
          field: "ttl",
          hint: "All records of one name and type share one TTL (RFC 2181 §5.2): give the same one everywhere.",
        },
      );
    }
    set.ttl = record.ttl;
  }
  return sets;
}
