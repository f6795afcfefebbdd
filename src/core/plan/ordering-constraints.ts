// Which change must come before which, so that no zone in between is one that BIND refuses.
// Each rule is local (one name, or a target and what points at it) and found through indexes: linear in the changes.
import { sameRdata } from "../dns/compare.ts";
import type { DnsRecord } from "../dns/record.ts";
import {
  afterOf,
  beforeOf,
  type ChangeIndex,
  indexBy,
  isAddress,
  isAlias,
  isAlone,
  namesOf,
  type Precedence,
  type StandingZone,
  targetsOf,
} from "./change-parts.ts";
import { delegationConstraints } from "./delegation-constraints.ts";
import type { PlannedChange } from "./plan.ts";

/** All edges between `changes`; `standing` is the zone as it is. */
export function orderingConstraints(changes: readonly PlannedChange[], standing: StandingZone): readonly Precedence[] {
  const telling = changes.filter((change) => !isTtlOnly(change));
  // An update keeps owner name and type: it makes nothing appear or vanish, it only says something else.
  const going = indexBy(telling, (change) => (change.action === "delete" ? [change.before.name] : []));
  const coming = indexBy(telling, (change) => (change.action === "create" ? [change.after.name] : []));
  return [
    ...aliasAndData(going, coming),
    ...aloneInItsSet(telling),
    ...addressesFirst(going, coming),
    ...targetsFirst(telling, going, coming),
    ...pointersGoFirst(telling, going, coming),
    ...aliasLoops(telling, standing.records),
    ...delegationConstraints(telling, standing),
  ].filter(({ first, next }) => first !== next);
}

function isTtlOnly(change: PlannedChange): boolean {
  return change.action === "update" && sameRdata(change.before, change.after);
}

/** A CNAME and other data never meet (RFC 1034 §3.6.2): what goes at a name goes before what could not stand beside it. */
function aliasAndData(going: ChangeIndex, coming: ChangeIndex): Precedence[] {
  return pairs(coming, going, (arriving, leaving) => isAlias(afterOf(arriving)) !== isAlias(beforeOf(leaving)));
}

/** A CNAME is single and a null MX is alone (RFC 2181 §10.1, RFC 7505 §3): the old goes before the new comes. */
function aloneInItsSet(changes: readonly PlannedChange[]): Precedence[] {
  const going = indexBy(changes, (change) => namesOf(beforeOf(change)));
  const coming = indexBy(changes, (change) => namesOf(afterOf(change)));
  return pairs(coming, going, (arriving, leaving) => {
    const [after, before] = [afterOf(arriving), beforeOf(leaving)];
    return after?.type === before?.type && (isAlone(after) || isAlone(before));
  });
}

/**
 * A name that is a target through a wildcard must not exist without addresses for a moment (RFC 4592 §2.2.1): addresses
 * come before anything else at a new name and go after it.
 */
function addressesFirst(going: ChangeIndex, coming: ChangeIndex): Precedence[] {
  return [
    ...firstAtEachName(coming, (change) => isAddress(afterOf(change))),
    ...firstAtEachName(going, (change) => !isAddress(beforeOf(change))),
  ];
}

function firstAtEachName(index: ChangeIndex, isFirst: (change: PlannedChange) => boolean): Precedence[] {
  return [...index.values()].flatMap((changes) => {
    const firsts = changes.filter(isFirst);
    const others = changes.filter((change) => !isFirst(change));
    return others.flatMap((next) => firsts.map((first) => ({ first, next })));
  });
}

/** Addresses come before the MX, NS and SRV that name them; a target stops being a CNAME before it is named. */
function targetsFirst(changes: readonly PlannedChange[], going: ChangeIndex, coming: ChangeIndex): Precedence[] {
  return changes.flatMap((next) =>
    targetsOf(afterOf(next)).flatMap((target) =>
      [
        ...(coming.get(target) ?? []).filter((change) => isAddress(afterOf(change))),
        ...(going.get(target) ?? []).filter((change) => isAlias(beforeOf(change))),
      ].map((first) => ({ first, next })),
    ),
  );
}

/** What points at a name lets go before the name loses its addresses or becomes a CNAME. */
function pointersGoFirst(changes: readonly PlannedChange[], going: ChangeIndex, coming: ChangeIndex): Precedence[] {
  return changes.flatMap((first) =>
    targetsOf(beforeOf(first)).flatMap((target) =>
      [
        ...(going.get(target) ?? []).filter((change) => isAddress(beforeOf(change))),
        ...(coming.get(target) ?? []).filter((change) => isAlias(afterOf(change))),
      ].map((next) => ({ first, next })),
    ),
  );
}

/**
 * Old and new CNAMEs mixed never close a loop: where a new target leads back to its owner over CNAMEs that stand or
 * will stand, every old link of that loop goes before a new one comes.
 */
function aliasLoops(changes: readonly PlannedChange[], standing: readonly DnsRecord[]): Precedence[] {
  const arriving = changes.filter((change) => isAlias(afterOf(change)));
  if (arriving.length === 0) return [];
  const links = new Map<string, Set<string>>();
  const link = (record: DnsRecord | undefined) => {
    if (record !== undefined) links.set(record.name, (links.get(record.name) ?? new Set()).add(record.value));
  };
  for (const record of standing.filter(isAlias)) link(record);
  for (const change of arriving) link(afterOf(change));
  const leaving = indexBy(
    changes.filter((change) => isAlias(beforeOf(change))),
    (change) => namesOf(beforeOf(change)),
  );
  return arriving.flatMap((next) => {
    const after = afterOf(next);
    if (after === undefined) return [];
    const reached = reachable(after.value, links);
    if (!reached.has(after.name)) return [];
    return [...reached].flatMap((name) => (leaving.get(name) ?? []).map((first) => ({ first, next })));
  });
}

function reachable(from: string, links: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const seen = new Set([from]);
  const open = [from];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    for (const next of links.get(name) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(next);
    }
  }
  return seen;
}

function pairs(
  coming: ChangeIndex,
  going: ChangeIndex,
  conflict: (arriving: PlannedChange, leaving: PlannedChange) => boolean,
): Precedence[] {
  return [...coming].flatMap(([name, arrivals]) => {
    const departures = going.get(name) ?? [];
    return arrivals.flatMap((next) =>
      departures.filter((first) => conflict(next, first)).map((first) => ({ first, next })),
    );
  });
}
