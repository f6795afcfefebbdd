// The assigned numbers that the name server knows (IANA "Domain Name System (DNS) Parameters").
import { RECORD_TYPES } from "../../core/dns/record-types.ts";
import { typeCode } from "./rdata-wire.ts";

export const CLASS_IN = 1;
/** What other classes are told, as BIND tells them: CH and HS are none of ours, 0, NONE and ANY are none of any data. */
export const classRefusals: ReadonlyMap<number, Rcode> = new Map<number, Rcode>([
  [0, "FORMERR"],
  [3, "REFUSED"],
  [4, "REFUSED"],
  [254, "FORMERR"],
  [255, "FORMERR"],
]);

export const OPCODE_QUERY = 0;

export const RCODES = {
  NOERROR: 0,
  FORMERR: 1,
  SERVFAIL: 2,
  NXDOMAIN: 3,
  NOTIMP: 4,
  REFUSED: 5,
  BADVERS: 16,
} as const;
export type Rcode = keyof typeof RCODES;

export const TYPE_OPT = 41;
/** Types of questions and of message parts, which no zone can hold (RFC 6895 §3.1); the OPT is one more. */
export const META_TYPES = { first: 128, last: 255 } as const;

/** Types that are never held here, but that the rules of answering treat apart. */
const ASKED_TYPES = [
  [24, "SIG"],
  [25, "KEY"],
  [30, "NXT"],
  [43, "DS"],
  [46, "RRSIG"],
  [47, "NSEC"],
  [251, "IXFR"],
  [252, "AXFR"],
  [253, "MAILB"],
  [254, "MAILA"],
  [255, "ANY"],
] as const;

const mnemonics = new Map<number, string>(ASKED_TYPES);
for (const type of [...RECORD_TYPES, "SOA"] as const) mnemonics.set(typeCode(type), type);

/** A type's mnemonic, or `TYPE65` for one that has no meaning here (RFC 3597 §5). */
export function typeName(code: number): string {
  return mnemonics.get(code) ?? `TYPE${code}`;
}
