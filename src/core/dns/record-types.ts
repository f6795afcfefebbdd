// The table of record types: one row each, made in rdata/<type>.ts.
import { a } from "./rdata/a.ts";
import { aaaa } from "./rdata/aaaa.ts";
import { caa } from "./rdata/caa.ts";
import { cname } from "./rdata/cname.ts";
import { mx } from "./rdata/mx.ts";
import { ns } from "./rdata/ns.ts";
import type { RecordTypeRow } from "./rdata/record-type-row.ts";
import { srv } from "./rdata/srv.ts";
import { txt } from "./rdata/txt.ts";

/** The types the API takes (contract, "Types"). */
export const RECORD_TYPES = ["A", "AAAA", "CNAME", "MX", "TXT", "NS", "SRV", "CAA"] as const;
/** One of the types that can be written. */
export type RecordType = (typeof RECORD_TYPES)[number];

/** The row of each type. */
export const recordTypes: Readonly<Record<RecordType, RecordTypeRow>> = {
  A: a,
  AAAA: aaaa,
  CNAME: cname,
  MX: mx,
  TXT: txt,
  NS: ns,
  SRV: srv,
  CAA: caa,
};

/** Whether a text is a type of the table, spelled in upper case. */
export function isRecordType(text: string): text is RecordType {
  return Object.hasOwn(recordTypes, text);
}

/** Whether a type, known here or not, is one that takes no other data beside it at its name (RFC 1034 §3.6.2). */
export function typeStandsAlone(type: string): boolean {
  return isRecordType(type) && recordTypes[type].standsAlone;
}
