// What a plan touches, and whether somebody changed it since the plan was made.
import type { HeldRecord } from "../api/api.ts";
import { recordTypes } from "../dns/record-types.ts";
import { recordsOf } from "../plan/change-parts.ts";
import type { PlannedChange } from "../plan/plan.ts";
import type { TouchedPart } from "../state.ts";

/** Every part that `changes` touch, as it stands in `observed`. */
export function touchedParts(changes: readonly PlannedChange[], observed: readonly HeldRecord[]): TouchedPart[] {
  const records = changes.flatMap(recordsOf);
  // Where a CNAME comes or goes anything new at the name would collide (RFC 1034 §3.6.2).
  const whole = new Set(records.filter(({ type }) => recordTypes[type].standsAlone).map(({ name }) => name));
  const parts = new Map<string, { name: string; type?: string }>();
  for (const { name, type } of records) {
    if (whole.has(name)) parts.set(name, { name });
    else parts.set(`${name} ${type}`, { name, type });
  }
  const byName = groupByName(observed);
  return [...parts.values()].map((part) => ({ ...part, was: stateOf(part, byName) }));
}

/** The parts that are not any more what they were. */
export function changedSince(touched: readonly TouchedPart[], observed: readonly HeldRecord[]): readonly TouchedPart[] {
  const byName = groupByName(observed);
  return touched.filter((part) => stateOf(part, byName) !== part.was);
}

function stateOf(part: Pick<TouchedPart, "name" | "type">, byName: ReadonlyMap<string, readonly HeldRecord[]>): string {
  const records = (byName.get(part.name) ?? []).filter(({ type }) => part.type === undefined || type === part.type);
  return records
    .map(({ id, type, ttl, value, priority }) => JSON.stringify([id, type, ttl, value, priority ?? null]))
    .sort()
    .join("\n");
}

function groupByName(observed: readonly HeldRecord[]): ReadonlyMap<string, readonly HeldRecord[]> {
  const groups = new Map<string, HeldRecord[]>();
  for (const record of observed) {
    const group = groups.get(record.name);
    if (group === undefined) groups.set(record.name, [record]);
    else group.push(record);
  }
  return groups;
}
