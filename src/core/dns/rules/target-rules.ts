// What MX, NS and SRV point at inside the zone: a name with addresses, never an alias.
import { recordTargets, type Rrset } from "../compare.ts";
import type { DnsRecord } from "../record.ts";
import { recordTypes } from "../record-types.ts";
import { aliasAmong, cutAbove, haveAddress, locate, recordsAt, type ZoneIndex } from "../zone-index.ts";
import type { ZoneProblem } from "../zone-problem.ts";

/** The problems of targets inside the zone. */
export function targetRules(index: ZoneIndex): readonly ZoneProblem[] {
  return index.rrsets
    .values()
    .filter((rrset) => recordTypes[rrset.type].hostTarget !== undefined && !isOccluded(index, rrset))
    .flatMap(({ records }) => records)
    .flatMap((record) => recordTargets(record).flatMap((target) => judge(index, record, target)));
}

/** Nobody asks this zone for what stands at or below a delegation, the delegation itself excepted. */
function isOccluded(index: ZoneIndex, { name, type }: Rrset): boolean {
  const cut = cutAbove(index, name);
  return cut !== undefined && !(cut === name && recordTypes[type].delegates);
}

function judge(index: ZoneIndex, record: DnsRecord, target: string): readonly ZoneProblem[] {
  const located = locate(index, target);
  if (located.where === "elsewhere") return glue(index, record, target);
  if (aliasAmong(located.records) !== undefined) return [targetIsAlias(record, target)];
  return haveAddress(located.records) ? [] : [noAddress(index, record, target)];
}

/** A name server inside a zone delegated from here is found only through addresses given here (RFC 1034 §4.2.1). */
function glue(index: ZoneIndex, record: DnsRecord, target: string): readonly ZoneProblem[] {
  const { name, type } = record;
  const needed = recordTypes[type].delegates && cutAbove(index, target) !== undefined;
  if (!needed || haveAddress(recordsAt(index, target))) return [];
  return [
    {
      id: "missing-glue",
      severity: "warning",
      name,
      type,
      message: `The name server ${target} is below a delegation of this zone and has no address here.`,
      fix: `Add A or AAAA records for ${target}.`,
      source: "RFC 1034 §4.2.1",
    },
  ];
}

function targetIsAlias({ name, type }: DnsRecord, target: string): ZoneProblem {
  return {
    id: "target-is-cname",
    severity: "error",
    name,
    type,
    message: `The ${type} record points at ${target}, which is a CNAME.`,
    fix: `Point at the name that ${target} leads to, or give ${target} its own addresses.`,
    source: recordTypes[type].hostTarget?.source ?? "RFC 1123 §2.1",
  };
}

function noAddress({ zone }: ZoneIndex, { name, type }: DnsRecord, target: string): ZoneProblem {
  const row = recordTypes[type];
  // BIND refuses the zone for its own name servers as it does for MX; of a delegation's it only complains.
  const ownServer = row.delegates && name === zone;
  return {
    id: "target-without-address",
    severity: ownServer ? "error" : (row.hostTarget?.missingAddress ?? "warning"),
    name,
    type,
    message: `The ${type} record points at ${target}, which has no address in this zone.`,
    fix: `Add an A or AAAA record for ${target} first, or point elsewhere.`,
    source: row.hostTarget?.source ?? "RFC 1123 §2.1",
  };
}
