// Delegations hide what stands at and below them (RFC 1034 §4.2.1). What only a delegation excuses is done behind it:
// after it has come, or before it goes.
import { labelsOf } from "../dns/name.ts";
import type { DnsRecord } from "../dns/record.ts";
import {
  afterOf,
  beforeOf,
  indexBy,
  isAddress,
  isAlias,
  isDelegation,
  nameOf,
  type Precedence,
  type StandingZone,
  targetsOf,
} from "./change-parts.ts";
import type { PlannedChange } from "./plan.ts";

/** Edges for every name that becomes or stops being a delegation. The apex NS never change which names are hidden. */
export function delegationConstraints(
  changes: readonly PlannedChange[],
  standing: StandingZone,
): readonly Precedence[] {
  const delegates = (record: DnsRecord | undefined) => isDelegation(record, standing.zone);
  const servers = changes.filter((change) => delegates(beforeOf(change)) || delegates(afterOf(change)));
  if (servers.length === 0) return [];
  const cuts = standing.records.filter(delegates);
  const before = new Set(cuts.map(({ name }) => name));
  const after = namesAfter(cuts, servers);
  const toggling = servers.filter((change) => {
    const { name } = afterOf(change) ?? beforeOf(change) ?? { name: "" };
    return before.has(name) !== after.has(name);
  });
  if (toggling.length === 0) return [];
  const toggles = indexBy(toggling, (change) => [afterOf(change)?.name ?? beforeOf(change)?.name ?? ""]);
  const isToggle = new Set(toggling);
  const touchedTargets = targetsHiddenPointersNeed(changes, standing.records, toggles);
  return (
    changes
      // An address that becomes another address is an address all along.
      .filter((change) => !isToggle.has(change) && !(change.action === "update" && isAddress(change.after)))
      .flatMap((change) => {
        const pointsAt = [...targetsOf(beforeOf(change)), ...targetsOf(afterOf(change))].flatMap(ancestorsOf);
        const isTarget = [beforeOf(change), afterOf(change)].some((record) => isAddress(record) || isAlias(record));
        const pointedAt = isTarget ? (touchedTargets.get(nameOf(change)) ?? []) : [];
        const concerned = new Set([...ancestorsOf(nameOf(change)), ...pointsAt, ...pointedAt]);
        return [...concerned].flatMap((cut) => (toggles.get(cut) ?? []).flatMap((toggle) => edge(change, toggle, cut)));
      })
  );
}

/** Glue, other new addresses and old aliases' end come first in both directions; an alias at the cut itself is the CNAME rule's affair. */
function edge(change: PlannedChange, toggle: PlannedChange, cut: string): Precedence[] {
  if (nameOf(change) === cut && (isAlias(beforeOf(change)) || isAlias(afterOf(change)))) return [];
  const mends = (isAddress(afterOf(change)) && !isAddress(beforeOf(change))) || isAlias(beforeOf(change));
  const comesFirst = toggle.action === "delete" || mends;
  return [comesFirst ? { first: change, next: toggle } : { first: toggle, next: change }];
}

/** By target name: the toggling cuts under which somebody points at it. */
function targetsHiddenPointersNeed(
  changes: readonly PlannedChange[],
  standing: readonly DnsRecord[],
  toggles: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const needed = new Map<string, Set<string>>();
  const pointers = [...standing, ...changes.flatMap((change) => afterOf(change) ?? [])];
  for (const pointer of pointers) {
    const targets = targetsOf(pointer);
    if (targets.length === 0) continue;
    const cuts = ancestorsOf(pointer.name).filter((name) => toggles.has(name));
    for (const target of targets)
      for (const cut of cuts) needed.set(target, (needed.get(target) ?? new Set()).add(cut));
  }
  return needed;
}

function namesAfter(cuts: readonly DnsRecord[], changes: readonly PlannedChange[]): ReadonlySet<string> {
  const count = new Map<string, number>();
  const add = (record: DnsRecord | undefined, by: number) => {
    if (record !== undefined) count.set(record.name, (count.get(record.name) ?? 0) + by);
  };
  for (const record of cuts) add(record, 1);
  for (const change of changes) {
    add(beforeOf(change), -1);
    add(afterOf(change), 1);
  }
  return new Set([...count].flatMap(([name, records]) => (records > 0 ? [name] : [])));
}

/** A name and everything above it. */
function ancestorsOf(name: string): readonly string[] {
  const labels = labelsOf(name);
  return labels.map((_, at) => labels.slice(at).join("."));
}
