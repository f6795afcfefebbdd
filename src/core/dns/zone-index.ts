// A zone's records as a name server sees them: nodes, empty non-terminals, delegations, wildcards (RFC 1034 §4.3.2).
import type { Rrset } from "./compare.ts";
import { isWithin, parentOf } from "./name.ts";
import type { DnsRecord } from "./record.ts";
import { recordTypes } from "./record-types.ts";
import { groupRrsets, type RrsetMap } from "./rrset-map.ts";

/** A zone's name and all its records. */
export interface ZoneContents {
  /** Canonical. */
  readonly zone: string;
  readonly records: readonly DnsRecord[];
}

/** A zone as its RRsets, none of them empty. */
export interface ZoneRrsets {
  /** Canonical. */
  readonly zone: string;
  readonly rrsets: Omit<RrsetMap<Rrset>, "add">;
}

/** What can be asked of a zone without a look through all of it. */
export interface ZoneIndex extends ZoneRrsets {
  /** Every name that another one stands below, the apex and empty non-terminals among them (RFC 4592 §2.2.2). */
  readonly parents: ReadonlySet<string>;
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
  return indexRrsets({ zone, rrsets: groupRrsets(records) });
}

/** Linear in the number of RRsets. */
export function indexRrsets({ zone, rrsets }: ZoneRrsets): ZoneIndex {
  const parents = new Set([zone]);
  const cuts = new Set<string>();
  for (const { name, type } of rrsets.values()) {
    addAncestors(parents, name);
    if (recordTypes[type].delegates && name !== zone) cuts.add(name);
  }
  return { zone, rrsets, parents, cuts };
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
  while (!index.parents.has(encloser) && recordsAt(index, encloser).length === 0) encloser = parentOf(encloser);
  const owner = encloser === name ? name : `*.${encloser}`;
  return { where: "here", owner, records: recordsAt(index, owner) };
}

/** All records of one owner name. */
export function recordsAt({ rrsets }: ZoneRrsets, name: string): readonly DnsRecord[] {
  return rrsets.atName(name).flatMap(({ records }) => records);
}

/** Whether one of the records gives an address. */
export function haveAddress(records: readonly DnsRecord[]): boolean {
  return records.some(({ type }) => recordTypes[type].isAddress);
}

/** The record that makes its owner an alias, where there is one. */
export function aliasAmong(records: readonly DnsRecord[]): DnsRecord | undefined {
  return records.find(({ type }) => recordTypes[type].standsAlone);
}

function addAncestors(parents: Set<string>, owner: string): void {
  if (parents.has(owner)) return;
  for (let name = parentOf(owner); name !== "" && !parents.has(name); name = parentOf(name)) parents.add(name);
}
