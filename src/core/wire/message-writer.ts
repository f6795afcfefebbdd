// The octets of one query (RFC 1035 §4.1).
import { labelOctetsOf } from "../dns/wire-name.ts";
import { typeCode } from "./type-codes.ts";
import type { Question } from "./wire.ts";

/** What fits through the internet unfragmented (DNS flag day 2020). */
const UDP_PAYLOAD_OCTETS = 1232;

const FLAG_RECURSION_DESIRED = 0x0100;
const CLASS_IN = 1;
const TYPE_OPT = 41;

/** What a query says beside its question. */
export interface QueryHeader {
  readonly id: number;
  readonly recursive: boolean;
  /** With an OPT (RFC 6891); old servers answer FORMERR to it. */
  readonly edns: boolean;
}

/** A query for one question, ready for UDP. */
export function writeQuery(question: Question, { id, recursive, edns }: QueryHeader): Uint8Array {
  const flags = recursive ? FLAG_RECURSION_DESIRED : 0;
  return Buffer.concat([
    uint16s(id, flags, 1, 0, 0, edns ? 1 : 0),
    nameOctets(question.name),
    uint16s(typeCode(question.type), CLASS_IN),
    // The root's name, then type and payload size; version, flags and options are zero.
    edns ? Buffer.concat([Uint8Array.of(0), uint16s(TYPE_OPT, UDP_PAYLOAD_OCTETS, 0, 0, 0)]) : Uint8Array.of(),
  ]);
}

function nameOctets(name: string): Uint8Array {
  return Buffer.concat([
    ...labelOctetsOf(name).flatMap((octets) => [Uint8Array.of(octets.length), octets]),
    Uint8Array.of(0),
  ]);
}

function uint16s(...numbers: readonly number[]): Uint8Array {
  return Uint8Array.from(numbers.flatMap((number) => [number >> 8, number & 0xff]));
}
