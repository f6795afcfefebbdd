// RRsets that are too big: BIND keeps one in 64 KB, takes 100 records of it, and refuses the whole zone for one more.
import type { Rrset } from "../compare.ts";
import { labelsOf } from "../name.ts";
import { rdataParts } from "../rdata.ts";
import type { RdataPart } from "../rdata/record-type-row.ts";
import { wireLength } from "../written-name.ts";
import type { ZoneIndex } from "../zone-index.ts";
import type { ZoneProblem } from "../zone-problem.ts";

/** The rdata of all records, two octets of length before each (BIND 9.18, found by trial; RFC 1035 §4.2.2 has 65,535). */
const RRSET_MAX_OCTETS = 65_512;
/** `max-records-per-type` as BIND comes since 9.18.28: named does not load a zone with more, though named-checkzone does. */
export const RRSET_MAX_RECORDS = 100;
/** No rdata takes more octets than this many times its text and a few fixed ones. */
const [OCTETS_PER_CHARACTER, FIXED_OCTETS] = [4, 24];

/** The problems of RRsets that no name server takes. */
export function sizeRules({ rrsets }: ZoneIndex): readonly ZoneProblem[] {
  return rrsets
    .values()
    .filter(mayBeTooBig)
    .flatMap((rrset) => [...tooMany(rrset), ...tooBig(rrset)]);
}

function tooMany({ name, type, records }: Rrset): readonly ZoneProblem[] {
  if (records.length <= RRSET_MAX_RECORDS) return [];
  return [
    {
      id: "rrset-over-limit",
      severity: "error",
      name,
      type,
      message: `There are ${records.length} ${type} records at this name, and BIND loads no zone with more than ${RRSET_MAX_RECORDS}.`,
      fix: "Spread them over several names.",
      source: "BIND 9 manual, max-records-per-type",
    },
  ];
}

/** Spares the encoding of every zone that is nowhere near. */
function mayBeTooBig({ records }: Rrset): boolean {
  let octets = 0;
  for (const { value } of records) octets += OCTETS_PER_CHARACTER * value.length + FIXED_OCTETS;
  return records.length > RRSET_MAX_RECORDS || octets > RRSET_MAX_OCTETS;
}

function tooBig({ name, type, records }: Rrset): readonly ZoneProblem[] {
  const octets = sum(records, (record) => 2 + sum(rdataParts(record), partOctets));
  if (octets <= RRSET_MAX_OCTETS) return [];
  return [
    {
      id: "rrset-too-big",
      severity: "error",
      name,
      type,
      message: `The ${type} records at this name have ${octets} octets together; a name server takes ${RRSET_MAX_OCTETS}.`,
      fix: "Delete some of them, or spread them over several names.",
      source: "RFC 1035 §4.2.2",
    },
  ];
}

function partOctets(part: RdataPart): number {
  return "octets" in part ? part.octets.length : wireLength(labelsOf(part.name).join("."));
}

function sum<Item>(items: readonly Item[], count: (item: Item) => number): number {
  return items.reduce((total, item) => total + count(item), 0);
}
