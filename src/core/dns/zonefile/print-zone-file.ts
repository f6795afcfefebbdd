// The printer of master files: one text for one zone, whatever the order its records came in. What parseZoneFile reads
// from it are the same records again.
import { isApexOf, nameSortKey, parentOf, relativeName, withFinalDot } from "../name.ts";
import { printRdata } from "../rdata.ts";
import type { DnsRecord } from "../record.ts";
import { RECORD_TYPES, recordTypes } from "../record-types.ts";
import { printSoa, type Soa, type SoaData } from "./soa.ts";

/** What a zone file is made of. */
export interface PrintedZone {
  /** Canonical. */
  readonly zone: string;
  readonly records: readonly DnsRecord[];
  /** The vendor's own figures when left out. */
  readonly soa?: Partial<Soa> | undefined;
  /** Canonical names for the SOA, and for the apex NS where `records` has none; ns1 and ns2.vps.org when left out. */
  readonly nameservers?: readonly string[] | undefined;
}

const NAMESERVERS = ["ns1.vps.org", "ns2.vps.org"] as const;
const APEX_TTL_SECONDS = 3600;
const SOA_FIGURES = { serial: 1, refresh: 7200, retry: 900, expire: 1_209_600, minimum: 300 } as const;
/** Longer owner names stand out of their column rather than push all others to the right. */
const OWNER_COLUMN_MAX = 32;
const TYPE_COLUMN = Math.max(...RECORD_TYPES.map(({ length }) => length));

/** NS first, as the apex has it, then the order of the table. */
const TYPE_ORDER = new Map(
  RECORD_TYPES.toSorted((a, b) => Number(recordTypes[b].delegates) - Number(recordTypes[a].delegates)).map(
    (type, at) => [type, at],
  ),
);

/** A zone file that BIND loads when the records pass checkZone: SOA and apex NS in front, owners in canonical order. */
export function printZoneFile({ zone, records, soa, nameservers = NAMESERVERS }: PrintedZone): string {
  const own = records.some(({ name, type }) => recordTypes[type].delegates && isApexOf(name, zone))
    ? []
    : nameservers.map((value): DnsRecord => ({ name: zone, type: "NS", ttl: APEX_TTL_SECONDS, value }));
  const rows = inOrder([...own, ...records]).map((record) => ({
    owner: relativeName(record.name, zone),
    ttl: String(record.ttl),
    record,
  }));
  const soaTtl = String(soa?.ttl ?? APEX_TTL_SECONDS);
  const ownerColumn = Math.min(OWNER_COLUMN_MAX, longest(rows.map(({ owner }) => owner)));
  const ttlColumn = longest([soaTtl, ...rows.map(({ ttl }) => ttl)]);
  const line = (owner: string, ttl: string, type: string, rdata: string) =>
    `${owner.padEnd(ownerColumn)} ${ttl.padStart(ttlColumn)} IN ${type.padEnd(TYPE_COLUMN)} ${rdata}`;
  const [first = "", ...figures] = printSoa(
    soaData(soa, nameservers[0] ?? "."),
    " ".repeat(ownerColumn + ttlColumn + TYPE_COLUMN + 6),
  );
  return [
    `$ORIGIN ${withFinalDot(zone)}`,
    `$TTL ${APEX_TTL_SECONDS}`,
    line("@", soaTtl, "SOA", first),
    ...figures,
    ...rows.map(({ owner, ttl, record }) => line(owner, ttl, record.type, printRdata(record))),
    "",
  ].join("\n");
}

function soaData(given: Partial<Soa> | undefined, primary: string): SoaData {
  // RFC 2142 §7: whoever looks after ns1.example.net is hostmaster@example.net.
  return { primary, mailbox: `hostmaster.${parentOf(primary) || primary}`, ...SOA_FIGURES, ...given };
}

function inOrder(records: readonly DnsRecord[]): readonly DnsRecord[] {
  const keys = new Map<string, string>();
  for (const { name } of records) if (!keys.has(name)) keys.set(name, nameSortKey(name));
  return records.toSorted(
    (a, b) =>
      byText(keys.get(a.name) ?? "", keys.get(b.name) ?? "") ||
      (TYPE_ORDER.get(a.type) ?? 0) - (TYPE_ORDER.get(b.type) ?? 0) ||
      (a.priority ?? 0) - (b.priority ?? 0) ||
      byText(a.value, b.value) ||
      a.ttl - b.ttl,
  );
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function longest(texts: readonly string[]): number {
  return texts.reduce((length, text) => Math.max(length, text.length), 0);
}
