// What ordering asks of a planned change: what it takes, what it brings, where, and what that points at.
import { recordTargets, standsAlone } from "../dns/compare.ts";
import { isApexOf, wildcardsAbove } from "../dns/name.ts";
import type { DnsRecord } from "../dns/record.ts";
import { recordTypes } from "../dns/record-types.ts";
import type { PlannedChange } from "./plan.ts";

/** `first` is carried out before `next` is sent. */
export interface Precedence {
  readonly first: PlannedChange;
  readonly next: PlannedChange;
}

/** The zone as it is, which changes are ordered against. */
export interface StandingZone {
  readonly zone: string;
  readonly records: readonly DnsRecord[];
}

/** Changes by name. */
export type ChangeIndex = ReadonlyMap<string, readonly PlannedChange[]>;

export function indexBy(
  changes: readonly PlannedChange[],
  names: (change: PlannedChange) => readonly string[],
): ChangeIndex {
  const index = new Map<string, PlannedChange[]>();
  for (const change of changes) {
    for (const name of names(change)) {
      const list = index.get(name);
      if (list === undefined) index.set(name, [change]);
      else list.push(change);
    }
  }
  return index;
}

export function beforeOf(change: PlannedChange): DnsRecord | undefined {
  return change.action === "create" ? undefined : change.before;
}

export function afterOf(change: PlannedChange): DnsRecord | undefined {
  return change.action === "delete" ? undefined : change.after;
}

export function namesOf(record: DnsRecord | undefined): readonly string[] {
  return record === undefined ? [] : [record.name];
}

/**
 * The names whose records matter to a pointer: its target, and the wildcards that may answer for it. An alias' own
 * target may be missing or be an alias: it orders nothing.
 */
export function targetsOf(record: DnsRecord | undefined): readonly string[] {
  if (record === undefined || isAlias(record)) return [];
  return recordTargets(record).flatMap((target) => [target, ...wildcardsAbove(target)]);
}

export function isAlone(record: DnsRecord | undefined): boolean {
  return record !== undefined && standsAlone(record);
}

export function isAlias(record: DnsRecord | undefined): boolean {
  return record !== undefined && recordTypes[record.type].standsAlone;
}

export function isAddress(record: DnsRecord | undefined): boolean {
  return record !== undefined && recordTypes[record.type].isAddress;
}

/** Whether the record delegates a name below the apex of `zone`. */
export function isDelegation(record: DnsRecord | undefined, zone: string): boolean {
  return record !== undefined && recordTypes[record.type].delegates && !isApexOf(record.name, zone);
}
