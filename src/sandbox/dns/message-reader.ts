// A query from bytes (RFC 1035 §4.1, EDNS by RFC 6891). Trusts nothing: every read is bounded, pointers only go back.
import { nameOfLabelOctets } from "../../core/dns/wire-name.ts";
import { TYPE_OPT } from "./dns-numbers.ts";

export interface QueryHeader {
  readonly id: number;
  readonly opcode: number;
  readonly recursionDesired: boolean;
  readonly checkingDisabled: boolean;
}

export interface QueryQuestion {
  /** Canonical, as in core/dns/name.ts. */
  readonly name: string;
  readonly type: number;
  readonly class: number;
  /** The question as it came, letter case and all: the answer repeats it. */
  readonly octets: Uint8Array;
}

export interface Edns {
  readonly version: number;
  /** Octets that the asker can take over UDP. */
  readonly payload: number;
  readonly dnssecOk: boolean;
}

/** What a packet turned out to be. */
export type Query =
  /** Not to be answered at all: no header to answer to, or itself an answer. */
  | { readonly kind: "noise" }
  | {
      readonly kind: "malformed";
      readonly header: QueryHeader;
      /** All that the header counts, or none: where the fault is among them, none can be trusted. */
      readonly questions: readonly QueryQuestion[];
    }
  | {
      readonly kind: "query";
      readonly header: QueryHeader;
      /** As many as the header counts, which is one in any query that makes sense (RFC 9619). */
      readonly questions: readonly QueryQuestion[];
      readonly edns?: Edns;
    };

const HEADER_OCTETS = 12;
const NAME_MAX_OCTETS = 255;
const FLAG_RESPONSE = 0x8000;
const FLAG_RECURSION_DESIRED = 0x0100;
const FLAG_CHECKING_DISABLED = 0x0010;
const EDNS_FLAG_DNSSEC_OK = 0x8000;

/** Where reading stopped making sense; never leaves this file. */
class Malformed extends Error {}

/** Reads one packet; never throws. */
export function readQuery(packet: Uint8Array): Query {
  if (packet.length < HEADER_OCTETS) return { kind: "noise" };
  const bytes = Buffer.from(packet.buffer, packet.byteOffset, packet.byteLength);
  const flags = bytes.readUInt16BE(2);
  if ((flags & FLAG_RESPONSE) !== 0) return { kind: "noise" };
  const header = {
    id: bytes.readUInt16BE(0),
    opcode: (flags >> 11) & 0xf,
    recursionDesired: (flags & FLAG_RECURSION_DESIRED) !== 0,
    checkingDisabled: (flags & FLAG_CHECKING_DISABLED) !== 0,
  };
  const questions: QueryQuestion[] = [];
  try {
    const at = readQuestions(bytes, questions);
    const edns = readEdns(bytes, at);
    return { kind: "query", header, questions, ...(edns === undefined ? {} : { edns }) };
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return { kind: "malformed", header, questions: questions.length === bytes.readUInt16BE(4) ? questions : [] };
  }
}

function readQuestions(bytes: Buffer, questions: QueryQuestion[]): number {
  let at = HEADER_OCTETS;
  for (let left = bytes.readUInt16BE(4); left > 0; left--) {
    const { name, end } = readName(bytes, at);
    questions.push({
      name,
      type: uint16(bytes, end),
      class: uint16(bytes, end + 2),
      octets: bytes.subarray(at, end + 4),
    });
    at = end + 4;
  }
  return at;
}

/** Walks the three record sections for the one OPT there may be (RFC 6891 §6.1.1); the other records mean nothing in a query. */
function readEdns(bytes: Buffer, start: number): Edns | undefined {
  const notAdditional = bytes.readUInt16BE(6) + bytes.readUInt16BE(8);
  const total = notAdditional + bytes.readUInt16BE(10);
  let at = start;
  let edns: Edns | undefined;
  for (let index = 0; index < total; index++) {
    const { name, end } = readName(bytes, at);
    const dataEnd = end + 10 + uint16(bytes, end + 8);
    if (dataEnd > bytes.length) throw new Malformed();
    if (uint16(bytes, end) === TYPE_OPT) {
      if (edns !== undefined || name !== "" || index < notAdditional) throw new Malformed();
      checkOptions(bytes, end + 10, dataEnd);
      edns = {
        payload: uint16(bytes, end + 2),
        version: bytes.readUInt8(end + 5),
        dnssecOk: (uint16(bytes, end + 6) & EDNS_FLAG_DNSSEC_OK) !== 0,
      };
    }
    at = dataEnd;
  }
  return edns;
}

/** Options are pairs of a code and a length (RFC 6891 §6.1.2); none of them changes an answer here. */
function checkOptions(bytes: Buffer, start: number, end: number): void {
  let at = start;
  while (at < end) at += 4 + uint16(bytes, at + 2);
  if (at !== end) throw new Malformed();
}

/** The name at an offset, and where the bytes after it begin. */
function readName(bytes: Buffer, start: number): { readonly name: string; readonly end: number } {
  const labels: Uint8Array[] = [];
  let octets = 1;
  let end: number | undefined;
  // A pointer must lead to before the run of labels it ends, so that no chain of them can go round.
  let runStart = start;
  for (let at = start; ; ) {
    const length = uint8(bytes, at);
    if (length === 0) return { name: nameOfLabelOctets(labels), end: end ?? at + 1 };
    if (length >= 0xc0) {
      end ??= at + 2;
      const pointer = uint16(bytes, at) & 0x3fff;
      if (pointer < HEADER_OCTETS || pointer >= runStart) throw new Malformed();
      runStart = pointer;
      at = pointer;
      continue;
    }
    octets += length + 1;
    if (length > 63 || octets > NAME_MAX_OCTETS || at + 1 + length > bytes.length) throw new Malformed();
    labels.push(bytes.subarray(at + 1, at + 1 + length));
    at += 1 + length;
  }
}

function uint8(bytes: Buffer, at: number): number {
  const octet = bytes[at];
  if (octet === undefined) throw new Malformed();
  return octet;
}

function uint16(bytes: Buffer, at: number): number {
  return (uint8(bytes, at) << 8) | uint8(bytes, at + 1);
}
