// Whether a planned change is still about the zone as it is, where other calls or processes may have had their turn.
import type { HeldRecord, ZoneRef } from "../api/api.ts";
import type { Context } from "../context.ts";
import { relativeName } from "../dns/name.ts";
import { groupRrsets } from "../dns/rrset-map.ts";
import { VpsError } from "../errors.ts";
import type { Change } from "../journal/journal.ts";
import type { PlannedChange, ZonePlan } from "../plan/plan.ts";
import { plannedChanges } from "../plan/plan-zone.ts";
import { refuseBrokenZone } from "../plan/refuse-broken-zone.ts";
import type { TouchedPart } from "../state.ts";
import { enumerated } from "../text/count.ts";
import { recordsAfter } from "./records-after.ts";
import { changedSince, touchedParts } from "./touched-parts.ts";

const NAMED_MAX = 10;

/** Whether one of the zone's latest changes came after it was read for this plan. */
export function isOvertaken(recent: readonly Change[], readAt: number): boolean {
  return recent.some(({ finishedAt, at }) => (finishedAt ?? at) > readAt);
}

/**
 * Reads the zone again and refuses what is not about it any more.
 * @throws VpsError conflict where the same was changed since, zone_would_break where other changes now stand in the way
 */
export async function refuseOutdated(
  { api }: Context,
  request: { readonly zone: ZoneRef; readonly observed: readonly HeldRecord[]; readonly plan: ZonePlan },
): Promise<void> {
  const changes = plannedChanges(request.plan);
  if (changes.length === 0) return;
  const { items } = await api.records.listInZone(request.zone);
  const changed = changedSince(touchedParts(changes, request.observed), items);
  if (changed.length === 0) return refuseBreaking(request.zone.domain, items, changes);
  throw new VpsError(
    "conflict",
    `${request.zone.domain} was changed meanwhile: ${partNames(request.zone.domain, changed)}. Nothing was sent.`,
    { hint: "Do it again: the zone is read anew." },
  );
}

/** @throws VpsError zone_would_break where the changes would break the zone as it is now */
export function refuseBreaking(zone: string, held: readonly HeldRecord[], changes: readonly PlannedChange[]): void {
  const records = held.flatMap(({ record }) => record ?? []);
  refuseBrokenZone({ zone, rrsets: groupRrsets(recordsAfter(records, changes)) }, records);
}

/** `www A, api TXT and @`: a name without a type is everything at it. */
export function partNames(zone: string, parts: readonly TouchedPart[]): string {
  const named = parts
    .slice(0, NAMED_MAX)
    .map(({ name, type }) => `${relativeName(name, zone)}${type === undefined ? "" : ` ${type}`}`);
  const more = parts.length > NAMED_MAX ? ` and ${parts.length - NAMED_MAX} more` : "";
  return `${enumerated(named)}${more}`;
}
