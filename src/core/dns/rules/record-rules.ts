// What is wrong with single records: their type's own rules, and targets that repeat the zone.
import { isWithin } from "../name.ts";
import type { DnsRecord } from "../record.ts";
import { recordTypes } from "../record-types.ts";
import type { ZoneIndex } from "../zone-index.ts";
import type { ZoneProblem } from "../zone-problem.ts";

/** The problems of records on their own. */
export function recordRules({ zone, records }: ZoneIndex): readonly ZoneProblem[] {
  return records.flatMap((record) => [...faults(record, zone), ...doubledTarget(record, zone)]);
}

function faults(record: DnsRecord, zone: string): readonly ZoneProblem[] {
  const { name, type } = record;
  return recordTypes[type]
    .faults(record, { name, zone })
    .map(({ id, message, fix, source }) => ({ id, severity: "error", name, type, message, fix, source }));
}

/** `mail.example.com.example.com`: a panel or a missing final dot added the zone to a name that had it already. */
function doubledTarget(record: DnsRecord, zone: string): readonly ZoneProblem[] {
  const { name, type } = record;
  return recordTypes[type]
    .targets(record)
    .filter((target) => isWithin(target, zone) && isWithin(target.slice(0, -zone.length - 1), zone))
    .map((target) => ({
      id: "target-repeats-zone",
      severity: "warning",
      name,
      type,
      message: `The ${type} record points at ${target}, which ends in ${zone} twice.`,
      fix: "Point at the name with the zone's name written once.",
      source: "RFC 1035 §5.1",
    }));
}
