// MX: where mail goes (RFC 1035 §3.3.9), or, as `.` with priority 0, that there is none (RFC 7505).
import { hostOwnerFaults } from "../host-name.ts";
import { readNumber, splitOnSpace, tokenTexts, UINT16_MAX, uint16Part } from "./fields.ts";
import type { Rdata, RecordFault, RecordTypeRow } from "./record-type-row.ts";
import { hostTargetFaults, printTarget, readTargetField, targetNames, targetPart } from "./target.ts";

export const mx: RecordTypeRow = {
  type: "MX",
  code: 15,
  fields: ["priority", "mail server"],
  hasPriority: true,
  standsAlone: false,
  nullIsAlone: true,
  isAddress: false,
  delegates: false,
  hostTarget: { missingAddress: "error", source: "RFC 2181 §10.3" },
  example: "mail.example.net",
  split: splitOnSpace,
  fromTokens: tokenTexts,
  read(fields, readTarget) {
    const [priority = "", target = ""] = fields;
    return {
      value: readTargetField("MX", target, readTarget),
      priority: readNumber(priority, { field: "priority", max: UINT16_MAX }),
    };
  },
  print: ({ value, priority }) => `${priority ?? 0} ${printTarget(value)}`,
  wire: ({ value, priority }) => [uint16Part(priority ?? 0), targetPart(value, true)],
  targets: ({ value }) => targetNames(value),
  faults: (rdata, owner) => [...hostOwnerFaults(owner), ...nullFaults(rdata), ...hostTargetFaults("MX", rdata.value)],
};

function nullFaults({ value, priority }: Rdata): readonly RecordFault[] {
  if (value !== "." || priority === 0) return [];
  return [
    {
      id: "null-mx-priority",
      field: "priority",
      message: "A null MX (target .) has priority 0.",
      fix: "Set the priority to 0, or name a mail server.",
      source: "RFC 7505 §3",
    },
  ];
}
