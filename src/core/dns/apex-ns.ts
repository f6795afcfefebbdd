// The NS set at a zone's apex: it says which servers hold the zone, so it is never changed in passing.
import { isApexOf } from "./name.ts";
import type { DnsRecord } from "./record.ts";
import { recordTypes } from "./record-types.ts";

/** Whether a record is one of its zone's own NS, and no delegation below it. */
export function isApexNs({ name, type }: Pick<DnsRecord, "name" | "type">, zone: string): boolean {
  return recordTypes[type].delegates && isApexOf(name, zone);
}
