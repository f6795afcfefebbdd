// An answer as bytes: header, sections in order, the OPT at the end, and TC where it does not all fit (RFC 2181 §9).
import { isWithin, nameOfTarget } from "../../core/dns/name.ts";
import type { Rdata } from "../../core/dns/rdata/record-type-row.ts";
import type { Answer } from "./answer.ts";
import { CLASS_IN, OPCODE_QUERY, RCODES, TYPE_OPT } from "./dns-numbers.ts";
import type { Edns, QueryHeader, QueryQuestion } from "./message-reader.ts";
import { MessageWriter } from "./message-writer.ts";
import { typeCode, wireParts } from "./rdata-wire.ts";
import type { Rrset } from "./rrset.ts";

/** What this server takes and sends over UDP: fits the smallest common path without fragments (DNS flag day 2020). */
export const EDNS_PAYLOAD_OCTETS = 1232;

export interface Reply extends Answer {
  readonly header: QueryHeader;
  readonly question?: QueryQuestion;
  /** The asker's OPT; without one none is sent back (RFC 6891 §7). */
  readonly edns?: Edns;
  /** The most octets that the message may have. */
  readonly limit: number;
}

const HEADER_OCTETS = 12;
const OPT_OCTETS = 11;
/** The place of the additional section after answer and authority. */
const ADDITIONAL = 2;
const FLAG_RESPONSE = 0x8000;
const FLAG_AUTHORITATIVE = 0x0400;
const FLAG_TRUNCATED = 0x0200;
const FLAG_RECURSION_DESIRED = 0x0100;
const FLAG_CHECKING_DISABLED = 0x0010;
const EDNS_FLAG_DNSSEC_OK = 0x8000;

/** The octets of a reply, within its limit. */
export function writeReply(reply: Reply): Uint8Array {
  const writer = new MessageWriter(reply.limit);
  writer.octets(new Uint8Array(HEADER_OCTETS));
  if (reply.question !== undefined) writer.nameAsGiven(reply.question.name, reply.question.octets);
  const { counts, truncated } = writeSections(writer, reply);
  if (reply.edns !== undefined) writeOpt(writer, reply.edns, RCODES[reply.rcode] >> 4);
  const header = Buffer.alloc(HEADER_OCTETS);
  header.writeUInt16BE(reply.header.id, 0);
  header.writeUInt16BE(flagsOf(reply, truncated), 2);
  header.writeUInt16BE(reply.question === undefined ? 0 : 1, 4);
  for (const [index, count] of counts.entries()) header.writeUInt16BE(count, 6 + 2 * index);
  return writer.finish(header);
}

/** Fills answer, authority and additional, in that order, until an RRset that cannot be left out finds no room. */
function writeSections(writer: MessageWriter, reply: Reply): { counts: readonly number[]; truncated: boolean } {
  const reserve = reply.edns === undefined ? 0 : OPT_OCTETS;
  const counts = [0, 0, reply.edns === undefined ? 0 : 1] satisfies number[];
  for (const [index, section] of [reply.answer, reply.authority, reply.additional].entries()) {
    for (const rrset of section) {
      const fits = writer.attempt(reserve, () => writeRrset(writer, rrset));
      if (fits) counts[index] = (counts[index] ?? 0) + rrset.rdata.length;
      else if (index < ADDITIONAL || isNeededGlue(reply, rrset)) return { counts, truncated: true };
    }
  }
  return { counts, truncated: false };
}

/** RFC 9471 §3.1: the addresses of servers inside the delegated zone are given whole or with TC; all else may be left out. */
function isNeededGlue({ cut }: Reply, { name }: Rrset): boolean {
  return cut !== undefined && isWithin(name, cut);
}

function writeRrset(writer: MessageWriter, rrset: Rrset): void {
  for (const rdata of rrset.rdata) {
    writer.name(rrset.name, true);
    writer.uint16(typeCode(rrset.type));
    writer.uint16(CLASS_IN);
    writer.uint32(rrset.ttl);
    writer.counted(() => writeRdata(writer, rrset, rdata));
  }
}

function writeRdata(writer: MessageWriter, { type }: Rrset, rdata: Rdata): void {
  for (const part of wireParts(type, rdata)) {
    if ("name" in part) writer.name(nameOfTarget(part.name), part.compress);
    else writer.octets(part.octets);
  }
}

/** RFC 6891 §6.1.2 and §6.1.3: the class is our payload size, the TTL holds the upper rcode bits, version 0 and DO. */
function writeOpt(writer: MessageWriter, edns: Edns, upperRcode: number): void {
  writer.octets(Uint8Array.of(0));
  writer.uint16(TYPE_OPT);
  writer.uint16(EDNS_PAYLOAD_OCTETS);
  writer.octets(Uint8Array.of(upperRcode, 0));
  writer.uint16(edns.dnssecOk ? EDNS_FLAG_DNSSEC_OK : 0);
  writer.uint16(0);
}

/**
 * RD and CD are the asker's own, repeated (RFC 1035 §4.1.1, RFC 4035 §3.1.6), where the opcode has them.
 * RA stays off: nothing is looked up elsewhere.
 */
function flagsOf({ header, aa, rcode }: Reply, truncated: boolean): number {
  const isQuery = header.opcode === OPCODE_QUERY;
  return (
    FLAG_RESPONSE |
    (header.opcode << 11) |
    (aa ? FLAG_AUTHORITATIVE : 0) |
    (truncated ? FLAG_TRUNCATED : 0) |
    (isQuery && header.recursionDesired ? FLAG_RECURSION_DESIRED : 0) |
    (isQuery && header.checkingDisabled ? FLAG_CHECKING_DISABLED : 0) |
    (RCODES[rcode] & 0xf)
  );
}
