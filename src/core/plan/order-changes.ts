// The order of a plan's changes: stages in which every intermediate zone loads in BIND.
// Constraints are edges between changes; a cycle is broken by turning updates into a deletion and a creation.
import type { Precedence, StandingZone } from "./change-parts.ts";
import { orderingConstraints } from "./ordering-constraints.ts";
import type { PlannedChange } from "./plan.ts";

/**
 * Sorts changes into stages: whatever subset of a stage is applied on top of all earlier ones, the zone loads.
 * `standing` is the zone as it is.
 */
export function orderChanges(
  changes: readonly PlannedChange[],
  standing: StandingZone,
): readonly (readonly PlannedChange[])[] {
  let parts = changes;
  for (;;) {
    const { stages, stuck } = layers(parts, orderingConstraints(parts, standing));
    if (stuck.length === 0) return stages;
    const split = new Set(stuck.filter(({ action }) => action === "update"));
    // Without an update among them a cycle cannot exist: deletions wait for nothing but updates' new values.
    if (split.size === 0) return [...stages, ...stuck.map((change) => [change])];
    parts = parts.flatMap((change) => (split.has(change) ? splitUpdate(change) : [change]));
  }
}

function splitUpdate(change: PlannedChange): PlannedChange[] {
  if (change.action !== "update") return [change];
  return [
    { action: "delete", id: change.id, before: change.before },
    { action: "create", after: change.after },
  ];
}

/** Kahn's layering; `stuck` are the changes on a cycle or behind one. */
function layers(changes: readonly PlannedChange[], edges: readonly Precedence[]) {
  const waiting = new Map(changes.map((change) => [change, 0]));
  const followers = new Map<PlannedChange, PlannedChange[]>();
  for (const { first, next } of edges) {
    waiting.set(next, (waiting.get(next) ?? 0) + 1);
    const list = followers.get(first);
    if (list === undefined) followers.set(first, [next]);
    else list.push(next);
  }
  const stages: PlannedChange[][] = [];
  let ready = changes.filter((change) => waiting.get(change) === 0);
  let placed = 0;
  while (ready.length > 0) {
    stages.push(ready);
    placed += ready.length;
    const freed: PlannedChange[] = [];
    for (const follower of ready.flatMap((change) => followers.get(change) ?? [])) {
      const left = (waiting.get(follower) ?? 0) - 1;
      waiting.set(follower, left);
      if (left === 0) freed.push(follower);
    }
    ready = freed;
  }
  const stuck = placed === changes.length ? [] : changes.filter((change) => (waiting.get(change) ?? 0) > 0);
  return { stages, stuck };
}
