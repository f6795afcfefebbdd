// Reads what came back for a query: octets that anybody may have sent, so every length and pointer is checked.
import { nameOfLabelOctets } from "../dns/wire-name.ts";
import { type Cursor, Malformed, readName, uint16, uint32 } from "./cursor.ts";
import { readRdata } from "./rdata-reader.ts";
import { rcodeName, typeCode, typeOfCode } from "./type-codes.ts";
import type { Question, WireMessage, WireRecord } from "./wire.ts";

const HEADER_OCTETS = 12;
const FLAG_RESPONSE = 0x8000;
const OPCODE_MASK = 0x7800;
const FLAG_AUTHORITATIVE = 0x0400;
const FLAG_TRUNCATED = 0x0200;
const CLASS_IN = 1;
const TYPE_OPT = 41;
/** Far more than any honest answer has; 65,535 octets would hold 5,000 of the shortest. */
const RECORDS_MAX = 6000;

/** The query that a reply must fit. */
export interface Asked {
  readonly id: number;
  readonly question: Question;
}

/** What a packet turned out to be. */
export type Read =
  /** Of another query, or no answer at all: somebody else's packet. */
  | { readonly kind: "stray" }
  /** Of this query, and broken. */
  | { readonly kind: "malformed" }
  /** TC (RFC 2181 §9): what stands in it is not used. */
  | { readonly kind: "truncated" }
  | { readonly kind: "message"; readonly message: WireMessage };

/** Reads one packet; never throws. */
export function readReply(packet: Uint8Array, asked: Asked): Read {
  if (packet.length < HEADER_OCTETS) return { kind: "stray" };
  const octets = Buffer.from(packet.buffer, packet.byteOffset, packet.byteLength);
  const flags = octets.readUInt16BE(2);
  if (octets.readUInt16BE(0) !== asked.id || (flags & FLAG_RESPONSE) === 0 || (flags & OPCODE_MASK) !== 0) {
    return { kind: "stray" };
  }
  try {
    return readWhole({ octets, at: HEADER_OCTETS }, flags, asked.question);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return { kind: "malformed" };
  }
}

function readWhole(cursor: Cursor, flags: number, question: Question): Read {
  const { octets } = cursor;
  const [questions, ...counts] = [4, 6, 8, 10].map((at) => octets.readUInt16BE(at));
  const code = flags & 0xf;
  // A server that could not read the query need not repeat it (RFC 1035 §4.1.1), so only an error may come without.
  if (questions === 0 && code !== 0) return message(rcodeName(code), flags, [[], [], []]);
  if (questions !== 1) return { kind: "malformed" };
  if (!readQuestion(cursor, question)) return { kind: "stray" };
  if ((flags & FLAG_TRUNCATED) !== 0) return { kind: "truncated" };
  if (counts.reduce((sum, count) => sum + count, 0) > RECORDS_MAX) return { kind: "malformed" };
  const extended = { rcode: 0 };
  const sections = counts.map((count) => readSection(cursor, count, extended));
  return message(rcodeName((extended.rcode << 4) | code), flags, sections);
}

function message(rcode: string, flags: number, sections: readonly (readonly WireRecord[])[]): Read {
  const [answers = [], authorities = [], additionals = []] = sections;
  const aa = (flags & FLAG_AUTHORITATIVE) !== 0;
  return { kind: "message", message: { rcode, aa, answers, authorities, additionals } };
}

/** Whether the answer repeats the very question; another letter case is the same name (RFC 4343). */
function readQuestion(cursor: Cursor, { name, type }: Question): boolean {
  const labels = readName(cursor);
  const [code, klass] = [uint16(cursor), uint16(cursor)];
  return nameOfLabelOctets(labels) === name && code === typeCode(type) && klass === CLASS_IN;
}

function readSection(cursor: Cursor, count: number, extended: { rcode: number }): readonly WireRecord[] {
  const records: WireRecord[] = [];
  for (let left = count; left > 0; left--) {
    const name = nameOfLabelOctets(readName(cursor));
    const code = uint16(cursor);
    const klass = uint16(cursor);
    const ttl = uint32(cursor);
    const end = uint16(cursor) + cursor.at;
    if (end > cursor.octets.length) throw new Malformed();
    // The upper bits of the RCODE stand where an OPT's TTL would (RFC 6891 §6.1.3).
    if (code === TYPE_OPT) extended.rcode = ttl >>> 24;
    else if (klass === CLASS_IN) records.push(recordOf({ name, code, ttl }, cursor, end));
    cursor.at = end;
  }
  return records;
}

interface RecordHead {
  readonly name: string;
  readonly code: number;
  readonly ttl: number;
}

function recordOf({ name, code, ttl }: RecordHead, cursor: Cursor, end: number): WireRecord {
  const type = typeOfCode(code);
  // RFC 2181 §8: a TTL with its first bit set is zero.
  return { name, type, ttl: ttl > 0x7fffffff ? 0 : ttl, rdata: readRdata(type, cursor, end) };
}
