// Rdata from the wire to the canonical values that DnsRecord has, so that equal meaning is equal text.
import { formatIpv6 } from "../dns/rdata/address.ts";
import type { Rdata } from "../dns/rdata/record-type-row.ts";
import { escapeQuoted } from "../dns/master-text.ts";
import { targetForm } from "../dns/name.ts";
import { nameOfLabelOctets } from "../dns/wire-name.ts";
import { type Cursor, Malformed, readName, take, uint16, uint32, uint8 } from "./cursor.ts";
import type { WireType } from "./wire.ts";

const lenientUtf8 = new TextDecoder("utf-8", { ignoreBOM: true });
const IPV4_OCTETS = 4;

/** Reads the data of one record up to `end`; undefined for types that are not read. */
export function readRdata(type: WireType | `TYPE${number}`, cursor: Cursor, end: number): Rdata | undefined {
  const read = isRead(type) ? readers[type] : undefined;
  if (read === undefined) return undefined;
  const rdata = read(cursor, end);
  if (cursor.at !== end) throw new Malformed();
  return rdata;
}

function isRead(type: string): type is WireType {
  return Object.hasOwn(readers, type);
}

const readers: Readonly<Record<WireType, (cursor: Cursor, end: number) => Rdata>> = {
  A: (cursor) => ({ value: take(cursor, IPV4_OCTETS).join(".") }),
  AAAA: (cursor) => ({ value: formatIpv6(Array.from({ length: 8 }, () => uint16(cursor))) }),
  CNAME: target,
  NS: target,
  MX(cursor) {
    const priority = uint16(cursor);
    return { ...target(cursor), priority };
  },
  SRV(cursor) {
    const [priority, weight, port] = [uint16(cursor), uint16(cursor), uint16(cursor)];
    return { value: `${weight} ${port} ${target(cursor).value}`, priority };
  },
  TXT: (cursor, end) => ({ value: textOf(characterStrings(cursor, end)) }),
  CAA(cursor, end) {
    const flags = uint8(cursor);
    const tag = textOf(take(cursor, uint8(cursor))).toLowerCase();
    return { value: `${flags} ${tag} "${escapeQuoted(take(cursor, end - cursor.at))}"` };
  },
  SOA(cursor) {
    const names = [target(cursor).value, target(cursor).value];
    return { value: [...names, ...Array.from({ length: 5 }, () => uint32(cursor))].join(" ") };
  },
};

function target(cursor: Cursor): Rdata {
  return { value: targetForm(nameOfLabelOctets(readName(cursor))) };
}

/** Joined before decoding: a character may be cut by the border between two strings. */
function characterStrings(cursor: Cursor, end: number): Uint8Array {
  const strings: Uint8Array[] = [];
  while (cursor.at < end) strings.push(take(cursor, uint8(cursor)));
  return Buffer.concat(strings);
}

function textOf(octets: Uint8Array): string {
  return lenientUtf8.decode(octets);
}
