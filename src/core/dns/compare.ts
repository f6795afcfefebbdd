// When two records are the same, and which belong together. Canonical form makes equal meaning equal text.
import type { DnsRecord } from "./record.ts";
import { type RecordType, recordTypes } from "./record-types.ts";

/** All records of one owner name and type (RFC 9499). */
export interface Rrset {
  readonly name: string;
  readonly type: RecordType;
  readonly records: readonly DnsRecord[];
}

/** Equal for two records of one RRset exactly when they say the same, whatever their TTLs. */
export function rdataKey({ value, priority }: Pick<DnsRecord, "value" | "priority">): string {
  return priority === undefined ? value : `${priority} ${value}`;
}

/** Whether two records say the same, wherever they stand. */
export function sameRdata(a: DnsRecord, b: DnsRecord): boolean {
  return a.type === b.type && rdataKey(a) === rdataKey(b);
}

/** Equal for all records of one RRset and for no others; a canonical name has no bare space. */
export function rrsetKey({ name, type }: Pick<DnsRecord, "name" | "type">): string {
  return `${name} ${type}`;
}

/** The owner name and type that an rrsetKey was made of. */
export function rrsetOfKey(key: string): { readonly name: string; readonly type: string } {
  const space = key.lastIndexOf(" ");
  return { name: key.slice(0, space), type: key.slice(space + 1) };
}

/** Equal for records that say the same at the same name, whatever their TTLs. */
export function recordKey(record: Pick<DnsRecord, "name" | "type" | "value" | "priority">): string {
  return `${rrsetKey(record)} ${rdataKey(record)}`;
}

/** The names a record points at, spelled as owner names are. */
export function recordTargets(record: DnsRecord): readonly string[] {
  return recordTypes[record.type].targets(record);
}

/** Whether no other record of its RRset may stand beside it: a CNAME (RFC 2181 §10.1), a null MX (RFC 7505 §3). */
export function standsAlone(record: DnsRecord): boolean {
  const row = recordTypes[record.type];
  return row.standsAlone || (row.nullIsAlone && row.targets(record).length === 0);
}
