// A zone's records as a name server sees them: nodes, empty non-terminals, delegations, wildcards (RFC 1034 §4.3.2).
import { groupRrsets, type Rrset } from "./compare.ts";
import { isWithin, parentOf } from "./name.ts";
import type { DnsRecord } from "./record.ts";
import { recordTypes } from "./record-types.ts";

/** A zone's name and all its records. */
export interface ZoneContents {
  /** Canonical. */
  readonly zone: string;
  readonly records: readonly DnsRecord[];
}

/** What can be asked of a zone without a look through all of it. */
export interface ZoneIndex extends ZoneContents {
  /** The records of each owner name, in the order given. */
  readonly nodes: ReadonlyMap<string, readonly DnsRecord[]>;
  /** In order of first sight. */
  readonly rrsets: readonly Rrset[];
  /** Every name that exists: owners, and the empty non-terminals above them (RFC 4592 §2.2.2). */
  readonly names: ReadonlySet<string>;
  /** Names below the apex that are delegated. */
  readonly cuts: ReadonlySet<string>;
}

/** Where a name leads inside the zone. */
export type Located =
  /** Outside the zone, or in a zone delegated from it: not ours to know. */
  | { readonly where: "elsewhere" }
  /** `owner` has the records that answer, a wildcard perhaps; `records` is empty where nothing answers. */
  | { readonly where: "here"; readonly owner: string; readonly records: readonly DnsRecord[] };

/** Linear in the number of records. */
export function indexZone({ zone, records }: ZoneContents): ZoneIndex {
  const nodes = new Map<string, DnsRecord[]>();
  const names = new Set([zone]);
  const cuts = new Set<string>();
  for (const record of records) {
    const node = nodes.get(record.name);
    if (node !== undefined) node.push(record);
    else {
      nodes.set(record.name, [record]);
      addWithAncestors(names, record.name);
    }
    if (recordTypes[record.type].delegates && record.name !== zone) cuts.add(record.name);
  }
  return { zone, records, nodes, rrsets: groupRrsets(records), names, cuts };
}

/** The topmost delegation at a name or above it; what stands at or below it is not answered from this zone. */
export function cutAbove({ zone, cuts }: ZoneIndex, name: string): string | undefined {
  if (cuts.size === 0) return undefined;
  let cut: string | undefined;
  for (let at = name; at !== zone && at !== ""; at = parentOf(at)) if (cuts.has(at)) cut = at;
  return cut;
}

/** Finds what answers for a name, as a name server would: delegations first, then the name, then a wildcard (RFC 4592). */
export function locate(index: ZoneIndex, name: string): Located {
  if (!isWithin(name, index.zone) || cutAbove(index, name) !== undefined) return { where: "elsewhere" };
  let encloser = name;
  while (!index.names.has(encloser)) encloser = parentOf(encloser);
  const owner = encloser === name ? name : `*.${encloser}`;
  return { where: "here", owner, records: index.nodes.get(owner) ?? [] };
}

/** Whether one of the records gives an address. */
export function haveAddress(records: readonly DnsRecord[]): boolean {
  return records.some(({ type }) => recordTypes[type].isAddress);
}

/** The record that makes its owner an alias, where there is one. */
export function aliasAmong(records: readonly DnsRecord[]): DnsRecord | undefined {
  return records.find(({ type }) => recordTypes[type].standsAlone);
}

function addWithAncestors(names: Set<string>, owner: string): void {
  for (let name = owner; name !== "" && !names.has(name); name = parentOf(name)) names.add(name);
}
