// The rules of names that rdata points at.
import type { InputError } from "../../errors.ts";
import { isHostName } from "../host-name.ts";
import { labelsOf, withFinalDot } from "../name.ts";
import { ipv4Octets, ipv6Groups } from "./address.ts";
import { invalidValue, withArticle } from "./fields.ts";
import type { RdataPart, ReadTarget, RecordFault } from "./record-type-row.ts";

/** Reads a target; an address is told as one, since it would pass for a name or fail as a broken one. */
export function readTargetField(type: string, text: string, readTarget: ReadTarget): string {
  if (text === "")
    throw invalidValue(`The target of ${withArticle(type)} record is missing.`, "Give the name it points at.");
  if (ipv6Groups(text) !== undefined) throw targetIsAddress(type);
  return readTarget(text);
}

export function targetPart(target: string, compress: boolean): RdataPart {
  return { name: target, compress };
}

export function printTarget(target: string): string {
  return withFinalDot(target);
}

/** A canonical target as owner names are spelled; `.` is none. */
export function targetNames(target: string): readonly string[] {
  return target === "." ? [] : [labelsOf(target).join(".")];
}

/** What a host that is pointed at must be (RFC 1123 §2.1, RFC 2181 §10.3): BIND refuses the zone otherwise. */
export function hostTargetFaults(type: string, target: string): readonly RecordFault[] {
  const addresses = addressTargetFaults(type, target);
  if (addresses.length > 0 || isHostName(target)) return addresses;
  return [
    {
      id: "target-not-host-name",
      field: "value",
      message: `The target of ${withArticle(type)} record is a host name: letters, digits and inner hyphens, no underscore.`,
      fix: "Point at a name without underscores and other special characters.",
      source: "RFC 1123 §2.1",
    },
  ];
}

/** An address where a name belongs. */
export function addressTargetFaults(type: string, target: string): readonly RecordFault[] {
  if (ipv4Octets(labelsOf(target).join(".")) === undefined) return [];
  return [
    {
      id: "target-is-address",
      field: "value",
      message: `${type} points at a name, not at an address.`,
      fix: "Give the address its own A record and point at that record's name.",
      source: "RFC 1035 §3.3",
    },
  ];
}

/** The refusal of an address where a name belongs. */
export function targetIsAddress(type: string): InputError {
  return invalidValue(
    `${type} points at a name, not at an address.`,
    "Give the address its own A or AAAA record and point at that record's name.",
  );
}
