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

/** Changes under each of the names that `names` gives them. */
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

/** What a change takes away, or makes something else of. */
export function beforeOf(change: PlannedChange): DnsRecord | undefined {
  return change.action === "create" ? undefined : change.before;
}

/** What a change brings, or makes of what was there. */
export function afterOf(change: PlannedChange): DnsRecord | undefined {
  return change.action === "delete" ? undefined : change.after;
}

/** What a change takes and what it brings. */
export function recordsOf(change: PlannedChange): readonly DnsRecord[] {
  return [beforeOf(change), afterOf(change)].flatMap((record) => record ?? []);
}

/** The owner name that something is brought to, or taken from. */
export function nameOf(change: PlannedChange): string {
  return change.action === "delete" ? change.before.name : change.after.name;
}

/** For `indexBy`: the owner name, where there is a record. */
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

/** Whether nothing may stand beside it in its RRset. */
export function isAlone(record: DnsRecord | undefined): boolean {
  return record !== undefined && standsAlone(record);
}

/** Whether it is a CNAME. */
export function isAlias(record: DnsRecord | undefined): boolean {
  return record !== undefined && recordTypes[record.type].standsAlone;
}

/** Whether it gives an address. */
export function isAddress(record: DnsRecord | undefined): boolean {
  return record !== undefined && recordTypes[record.type].isAddress;
}

/** Whether the record delegates a name below the apex of `zone`. */
export function isDelegation(record: DnsRecord | undefined, zone: string): boolean {
  return record !== undefined && recordTypes[record.type].delegates && !isApexOf(record.name, zone);
}
