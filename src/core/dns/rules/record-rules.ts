// What is wrong with single records: their type's own rules, and targets that repeat the zone.
import { isWithin } from "../name.ts";
import type { RecordFault } from "../rdata/record-type-row.ts";
import type { DnsRecord } from "../record.ts";
import { recordTypes } from "../record-types.ts";
import type { ZoneIndex } from "../zone-index.ts";
import type { ZoneProblem } from "../zone-problem.ts";

/** The problems of records on their own. */
export function recordRules({ zone, rrsets }: ZoneIndex): readonly ZoneProblem[] {
  const problems: ZoneProblem[] = [];
  for (const { name, type, records } of rrsets.values()) {
    const row = recordTypes[type];
    const owner = { name, zone };
    for (const record of records) {
      const faults = row.faults(record, owner);
      if (faults.length > 0) problems.push(...faults.map((fault) => faulty(record, fault)));
      const targets = row.targets(record);
      if (targets.length > 0) problems.push(...doubledTargets(record, targets, zone));
    }
  }
  return problems;
}

function faulty({ name, type }: DnsRecord, { id, message, fix, source }: RecordFault): ZoneProblem {
  return { id, severity: "error", name, type, message, fix, source };
}

/** `mail.example.com.example.com`: a panel or a missing final dot added the zone to a name that had it already. */
function doubledTargets({ name, type }: DnsRecord, targets: readonly string[], zone: string): readonly ZoneProblem[] {
  return targets
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
