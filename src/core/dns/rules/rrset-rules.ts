// What the records of one owner name and type owe each other.
import { type Rrset, rdataKey, standsAlone } from "../compare.ts";
import type { ZoneIndex } from "../zone-index.ts";
import type { ZoneProblem } from "../zone-problem.ts";

/** The problems within RRsets. */
export function rrsetRules({ rrsets }: ZoneIndex): readonly ZoneProblem[] {
  return rrsets
    .values()
    .filter((rrset) => rrset.records.length > 1)
    .flatMap((rrset) => [...duplicates(rrset), ...mixedTtl(rrset), ...aloneInRrset(rrset)]);
}

function duplicates({ name, type, records }: Rrset): readonly ZoneProblem[] {
  const surplus = records.length - new Set(records.map(rdataKey)).size;
  return Array.from({ length: surplus }, () => ({
    id: "duplicate-record",
    severity: "error",
    name,
    type,
    message: `The same ${type} record stands twice at this name.`,
    fix: "Delete one of the two.",
    source: "RFC 2181 §5",
  }));
}

function mixedTtl({ name, type, records }: Rrset): readonly ZoneProblem[] {
  if (new Set(records.map(({ ttl }) => ttl)).size === 1) return [];
  return [
    {
      id: "mixed-ttl",
      severity: "error",
      name,
      type,
      message: `The ${type} records at this name have different TTLs.`,
      fix: "Give them one TTL; set_rrset does it in one call.",
      source: "RFC 2181 §5.2",
    },
  ];
}

function aloneInRrset({ name, type, records }: Rrset): readonly ZoneProblem[] {
  const distinct = new Set(records.map(rdataKey)).size;
  if (distinct === 1 || !records.some(standsAlone)) return [];
  return records.every(standsAlone) ? [severalAliases({ name, type })] : [nullBesideOthers({ name, type })];
}

function severalAliases({ name, type }: Pick<Rrset, "name" | "type">): ZoneProblem {
  return {
    id: "cname-multiple",
    severity: "error",
    name,
    type,
    message: "A name has more than one CNAME.",
    fix: "Keep one of them.",
    source: "RFC 2181 §10.1",
  };
}

function nullBesideOthers({ name, type }: Pick<Rrset, "name" | "type">): ZoneProblem {
  return {
    id: "null-mx-not-alone",
    severity: "error",
    name,
    type,
    message: `A null ${type} (target .) stands beside other ${type} records.`,
    fix: "Delete the null record, or all the others.",
    source: "RFC 7505 §3",
  };
}
