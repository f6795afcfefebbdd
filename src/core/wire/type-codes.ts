// Type and RCODE numbers (IANA's registries).
import { isRecordType, recordTypes } from "../dns/record-types.ts";
import { WIRE_TYPES, type WireType } from "./wire.ts";

const SOA_CODE = 6;

const byCode: ReadonlyMap<number, WireType> = new Map(WIRE_TYPES.map((type) => [typeCode(type), type]));

/** The number of a type. */
export function typeCode(type: WireType): number {
  return isRecordType(type) ? recordTypes[type].code : SOA_CODE;
}

/** The mnemonic of a type that is read, `TYPE65` for any other (RFC 3597 §5). */
export function typeOfCode(code: number): WireType | `TYPE${number}` {
  return byCode.get(code) ?? `TYPE${code}`;
}

const RCODES = [
  "NOERROR",
  "FORMERR",
  "SERVFAIL",
  "NXDOMAIN",
  "NOTIMP",
  "REFUSED",
  "YXDOMAIN",
  "YXRRSET",
  "NXRRSET",
  "NOTAUTH",
  "NOTZONE",
];

/** `NXDOMAIN`; the number as text where it has no name here. */
export function rcodeName(code: number): string {
  return RCODES[code] ?? String(code);
}
