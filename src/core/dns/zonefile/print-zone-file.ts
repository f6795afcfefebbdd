// The printer of master files: one text for one zone, whatever the order its records came in. What parseZoneFile reads
// from it are the same records again.
import { isApexNs } from "../apex-ns.ts";
import { compareTexts } from "../compare-texts.ts";
import { nameSortKey, parentOf, relativeName, withFinalDot } from "../name.ts";
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
  const own = records.some((record) => isApexNs(record, zone))
    ? []
    : nameservers.map((value): DnsRecord => ({ name: zone, type: "NS", ttl: APEX_TTL_SECONDS, value }));
  const rows = inOrder(zone, [...own, ...records]);
  const soaTtl = soa?.ttl ?? APEX_TTL_SECONDS;
  const columns = columnsOf(rows, soaTtl);
  const [soaStart = "", ...soaFigures] = printSoa(
    soaData(soa, nameservers[0] ?? NAMESERVERS[0]),
    " ".repeat(columns.owner + columns.ttl + TYPE_COLUMN + "  IN  ".length),
  );
  let text = `$ORIGIN ${withFinalDot(zone)}\n$TTL ${APEX_TTL_SECONDS}\n`;
  text += `${lineStart(columns, { owner: "@", ttl: soaTtl, type: "SOA" })} ${[soaStart, ...soaFigures].join("\n")}\n`;
  for (const { owner, record } of rows) {
    const { ttl, type } = record;
    text += `${lineStart(columns, { owner, ttl, type })} ${printRdata(record)}\n`;
  }
  return text;
}

interface Row {
  readonly record: DnsRecord;
  /** As the file spells it. */
  readonly owner: string;
  readonly ownerKey: string;
}

interface Columns {
  readonly owner: number;
  readonly ttl: number;
}

function columnsOf(rows: readonly Row[], soaTtl: number): Columns {
  let [owner, ttl] = [1, soaTtl];
  for (const row of rows) {
    owner = Math.max(owner, row.owner.length);
    ttl = Math.max(ttl, row.record.ttl);
  }
  return { owner: Math.min(OWNER_COLUMN_MAX, owner), ttl: String(ttl).length };
}

function lineStart(
  columns: Columns,
  line: { readonly owner: string; readonly ttl: number; readonly type: string },
): string {
  const ttl = String(line.ttl).padStart(columns.ttl);
  return `${line.owner.padEnd(columns.owner)} ${ttl} IN ${line.type.padEnd(TYPE_COLUMN)}`;
}

function soaData(given: Partial<Soa> | undefined, primary: string): SoaData {
  // RFC 2142 §7: whoever looks after ns1.example.net is hostmaster@example.net.
  return { primary, mailbox: `hostmaster.${parentOf(primary) || primary}`, ...SOA_FIGURES, ...given };
}

function inOrder(zone: string, records: readonly DnsRecord[]): readonly Row[] {
  const rows = records.map((record) => ({
    record,
    owner: relativeName(record.name, zone),
    ownerKey: nameSortKey(record.name),
  }));
  return rows.sort((a, b) => compareTexts(a.ownerKey, b.ownerKey) || compareBelow(a.record, b.record));
}

/** The order of the records of one owner. */
function compareBelow(a: DnsRecord, b: DnsRecord): number {
  return (
    (TYPE_ORDER.get(a.type) ?? 0) - (TYPE_ORDER.get(b.type) ?? 0) ||
    (a.priority ?? 0) - (b.priority ?? 0) ||
    compareTexts(a.value, b.value) ||
    a.ttl - b.ttl
  );
}
