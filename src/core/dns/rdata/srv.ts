// SRV: where a service is (RFC 2782); `.` as its target says that it is not offered.
import { serviceOwnerFaults } from "../host-name.ts";
import { readNumber, splitOnSpace, tokenTexts, UINT16_MAX, uint16Part } from "./fields.ts";
import type { RecordTypeRow } from "./record-type-row.ts";
import { hostTargetFaults, printTarget, readTargetField, targetNames, targetPart } from "./target.ts";

const FIELDS = ["priority", "weight", "port"] as const;

export const srv: RecordTypeRow = {
  type: "SRV",
  code: 33,
  fields: ["priority", "weight", "port", "target"],
  hasPriority: true,
  standsAlone: false,
  nullIsAlone: false,
  isAddress: false,
  delegates: false,
  hostTarget: { missingAddress: "warning", source: "RFC 2782" },
  example: "10 5060 sip.example.net",
  split: splitOnSpace,
  fromTokens: tokenTexts,
  read(fields, readTarget) {
    const [priority = 0, weight = 0, port = 0] = FIELDS.map((field, at) =>
      readNumber(fields[at] ?? "", { field, max: UINT16_MAX }),
    );
    return { value: `${weight} ${port} ${readTargetField("SRV", fields[3] ?? "", readTarget)}`, priority };
  },
  print({ value, priority }) {
    const { weight, port, target } = parts(value);
    return `${priority ?? 0} ${weight} ${port} ${printTarget(target)}`;
  },
  wire({ value, priority }) {
    const { weight, port, target } = parts(value);
    // RFC 2782 forbids compression here.
    return [uint16Part(priority ?? 0, weight, port), targetPart(target, false)];
  },
  targets: ({ value }) => targetNames(parts(value).target),
  faults: ({ value }, owner) => [...serviceOwnerFaults(owner), ...hostTargetFaults("SRV", parts(value).target)],
};

function parts(value: string): { weight: number; port: number; target: string } {
  const [weight, port, target = "."] = value.split(" ");
  return { weight: Number(weight), port: Number(port), target };
}
