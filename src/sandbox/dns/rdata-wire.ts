// Rdata and type numbers for the wire: the core's rows for what the API takes, and the SOA beside them.
import type { Rdata, RdataPart } from "../../core/dns/rdata/record-type-row.ts";
import { recordTypes } from "../../core/dns/record-types.ts";
import type { ServedType } from "./rrset.ts";

const SOA_CODE = 6;

/** The number of a type. */
export function typeCode(type: ServedType): number {
  return type === "SOA" ? SOA_CODE : recordTypes[type].code;
}

/** The pieces of one record's data, in order; names are canonical targets, still to be compressed. */
export function wireParts(type: ServedType, rdata: Rdata): readonly RdataPart[] {
  return type === "SOA" ? soaParts(rdata) : recordTypes[type].wire(rdata);
}

/** RFC 1035 §3.3.13. */
function soaParts({ value }: Rdata): readonly RdataPart[] {
  const [mname = ".", rname = ".", ...numbers] = value.split(" ");
  const octets = Buffer.alloc(20);
  for (const [index, number] of numbers.entries()) octets.writeUInt32BE(Number(number), index * 4);
  return [{ name: mname, compress: true }, { name: rname, compress: true }, { octets }];
}
