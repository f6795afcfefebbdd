// NS: a name server of the zone, or of one delegated below it (RFC 1035 §3.3.11).
import { isWildcard } from "../name.ts";
import { splitOnSpace, tokenTexts } from "./fields.ts";
import type { Owner, RecordFault, RecordTypeRow } from "./record-type-row.ts";
import { hostTargetFaults, printTarget, readTargetField, targetNames, targetPart } from "./target.ts";

export const ns: RecordTypeRow = {
  type: "NS",
  code: 2,
  fields: ["name server"],
  hasPriority: false,
  standsAlone: false,
  nullIsAlone: false,
  isAddress: false,
  delegates: true,
  hostTarget: { missingAddress: "warning", source: "RFC 2181 §10.3" },
  example: "ns1.example.net",
  split: splitOnSpace,
  fromTokens: tokenTexts,
  read(fields, readTarget) {
    return { value: readTargetField("NS", fields[0] ?? "", readTarget) };
  },
  print: ({ value }) => printTarget(value),
  wire: ({ value }) => [targetPart(value, true)],
  targets: ({ value }) => targetNames(value),
  faults: ({ value }, owner) => [...wildcardFaults(owner), ...rootFaults(value), ...hostTargetFaults("NS", value)],
};

function wildcardFaults({ name }: Owner): readonly RecordFault[] {
  if (!isWildcard(name)) return [];
  return [
    {
      id: "ns-at-wildcard",
      field: "name",
      message: "A wildcard cannot be delegated: BIND refuses the zone.",
      fix: "Delegate each name on its own.",
      source: "RFC 4592 §4.2",
    },
  ];
}

function rootFaults(target: string): readonly RecordFault[] {
  if (target !== ".") return [];
  return [
    {
      id: "ns-target-root",
      field: "value",
      message: "The root is no name server that could serve a zone.",
      fix: "Give the name of a name server.",
      source: "RFC 1035 §3.3.11",
    },
  ];
}
