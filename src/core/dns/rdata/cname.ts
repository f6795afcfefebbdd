// CNAME: an alias for another name (RFC 1035 §3.3.1); its target may be no host, so underscores are fine in it.
import { splitOnSpace, tokenTexts } from "./fields.ts";
import type { Owner, RecordFault, RecordTypeRow } from "./record-type-row.ts";
import { addressTargetFaults, printTarget, readTargetField, targetNames, targetPart } from "./target.ts";

export const cname: RecordTypeRow = {
  type: "CNAME",
  code: 5,
  fields: ["target"],
  hasPriority: false,
  standsAlone: true,
  nullIsAlone: false,
  isAddress: false,
  delegates: false,
  example: "www.example.net",
  split: splitOnSpace,
  fromTokens: tokenTexts,
  read(fields, readTarget) {
    return { value: readTargetField("CNAME", fields[0] ?? "", readTarget) };
  },
  print: ({ value }) => printTarget(value),
  wire: ({ value }) => [targetPart(value, true)],
  targets: ({ value }) => targetNames(value),
  faults: ({ value }, owner) => [...apexFaults(owner), ...addressTargetFaults("CNAME", value)],
};

function apexFaults({ name, zone }: Owner): readonly RecordFault[] {
  if (name !== zone) return [];
  return [
    {
      id: "cname-at-apex",
      field: "name",
      message: "A CNAME cannot stand at the apex, beside the zone's own SOA and NS.",
      fix: "Use A and AAAA records at the apex, or put the CNAME at a name such as www.",
      source: "RFC 1034 §3.6.2",
    },
  ];
}
