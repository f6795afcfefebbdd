// The assigned numbers that the name server knows (IANA "Domain Name System (DNS) Parameters").
import type { ServedType } from "./rrset.ts";

export const CLASS_IN = 1;
export const CLASS_ANY = 255;
/** Types of questions and of message parts, which no zone can hold (RFC 6895 §3.1); the OPT is one more. */
export const META_TYPES = { first: 128, last: 255 } as const;

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

const SERVED_TYPES: Readonly<Record<ServedType, number>> = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  SRV: 33,
  CAA: 257,
};

/** Types that are asked about and never held here, but that the rules of answering treat apart. */
const QUERY_TYPES = {
  SIG: 24,
  KEY: 25,
  NXT: 30,
  OPT: 41,
  DS: 43,
  RRSIG: 46,
  NSEC: 47,
  IXFR: 251,
  AXFR: 252,
  MAILB: 253,
  MAILA: 254,
  ANY: 255,
} as const;

export const TYPE_OPT = QUERY_TYPES.OPT;

const namesByNumber = new Map<number, string>(
  [...Object.entries(SERVED_TYPES), ...Object.entries(QUERY_TYPES)].map(([name, number]) => [number, name]),
);

/** The number of a type that the server holds. */
export function typeNumber(type: ServedType): number {
  return SERVED_TYPES[type];
}

/** A type's mnemonic, or `TYPE65` for one that has no meaning here (RFC 3597 §5). */
export function typeName(number: number): string {
  return namesByNumber.get(number) ?? `TYPE${number}`;
}
