// Rdata from presentation form to the pieces that go on the wire: a row per type, RFC 1035 §3.3 unless it says otherwise.
// Names stay names here, since whether and where they are compressed is the message's business.
import { InputError } from "../../core/errors.ts";
import { ipv4Octets, ipv6Octets } from "./address-octets.ts";
import { nameOfTarget } from "./name-text.ts";
import type { Rdata, ServedType } from "./rrset.ts";

/** A piece of rdata: octets as they are, or a canonical name. */
export type RdataPart =
  | { readonly octets: Uint8Array }
  /** `compress` is for the types RFC 1035 defined and no others (RFC 3597 §4, RFC 2782 for SRV). */
  | { readonly name: string; readonly compress: boolean };

const rows: Readonly<Record<ServedType, (rdata: Rdata) => readonly RdataPart[]>> = {
  A: ({ value }) => [{ octets: required(ipv4Octets(value), "A") }],
  AAAA: ({ value }) => [{ octets: required(ipv6Octets(value), "AAAA") }],
  CNAME: ({ value }) => [target(value)],
  NS: ({ value }) => [target(value)],
  MX: ({ value, priority }) => [{ octets: uint16(priority, "MX") }, target(value)],
  TXT: ({ value }) => [{ octets: characterStrings(Buffer.from(value, "utf8")) }],
  SRV: srvParts,
  CAA: caaParts,
  SOA: soaParts,
};

/** The wire pieces of one record's data; throws InputError when the text is no data of that type. */
export function rdataParts(type: ServedType, rdata: Rdata): readonly RdataPart[] {
  return rows[type](rdata);
}

/** A text that is equal for equal data whatever its spelling: names without case, addresses by their octets. */
export function rdataIdentity(type: ServedType, rdata: Rdata): string {
  return rdataParts(type, rdata)
    .map((part) => ("name" in part ? `${part.name}.` : Buffer.from(part.octets).toString("base64")))
    .join(" ");
}

/** RFC 2782; the target is never compressed. */
function srvParts({ value, priority }: Rdata): readonly RdataPart[] {
  const [, weight, port, name] = required(/^(\d+)\s+(\d+)\s+(\S+)$/.exec(value), "SRV");
  return [
    { octets: uint16(priority, "SRV") },
    { octets: uint16(Number(weight), "SRV") },
    { octets: uint16(Number(port), "SRV") },
    { name: nameOfTarget(name ?? ""), compress: false },
  ];
}

/** RFC 8659 §4.1: flags, the length of the tag, the tag, and the value to the end, which has no length of its own. */
function caaParts({ value }: Rdata): readonly RdataPart[] {
  const [, flags, tag = "", quoted = ""] = required(/^(\d+)\s+([A-Za-z0-9]+)\s+(.*)$/s.exec(value), "CAA");
  const bare = /^"(.*)"$/s.exec(quoted)?.[1]?.replaceAll(/\\(\D)/g, "$1") ?? quoted;
  return [{ octets: Buffer.concat([Buffer.from([Number(flags), tag.length]), Buffer.from(tag + bare, "utf8")]) }];
}

function soaParts({ value }: Rdata): readonly RdataPart[] {
  const [mname = "", rname = "", ...numbers] = value.split(" ");
  const octets = Buffer.alloc(20);
  for (const [index, number] of numbers.entries()) octets.writeUInt32BE(Number(number), index * 4);
  return [target(mname), target(rname), { octets }];
}

function target(text: string): RdataPart {
  return { name: nameOfTarget(text), compress: true };
}

/** One length octet and at most 255 others each (RFC 1035 §3.3); an empty text is one empty string (§3.3.14). */
function characterStrings(text: Buffer): Uint8Array {
  const strings: Uint8Array[] = [];
  for (let at = 0; at === 0 || at < text.length; at += 255) {
    const part = text.subarray(at, at + 255);
    strings.push(Uint8Array.of(part.length), part);
  }
  return Buffer.concat(strings);
}

function uint16(value: number | undefined, type: ServedType): Uint8Array {
  const number = required(value, type);
  if (!Number.isInteger(number) || number < 0 || number > 0xffff) throw notOnTheWire(type);
  return Uint8Array.of(number >> 8, number & 0xff);
}

function required<T>(value: T | undefined | null, type: ServedType): T {
  if (value !== undefined && value !== null) return value;
  throw notOnTheWire(type);
}

function notOnTheWire(type: ServedType): InputError {
  return new InputError("invalid_value", `The data of this ${type} record cannot be put on the wire.`, {
    hint: `Give it as a ${type} record is written in a zone file.`,
  });
}
