// The one way to change a zone's records: guard, confirmation, journal, requests, outcome. Every operation that writes
// records plans first and ends here.
import type { HeldRecord, ZoneRef } from "../api/api.ts";
import type { Context } from "../context.ts";
import { rrsetKey } from "../dns/compare.ts";
import type { DnsRecord } from "../dns/record.ts";
import type { ChangeIntent } from "../journal/journal.ts";
import { disturbedRrsets, recordKey } from "../plan/guards.ts";
import type { PlannedChange, ZonePlan } from "../plan/plan.ts";
import { plannedChanges } from "../plan/plan-zone.ts";
import { applyChanges } from "./apply-changes.ts";
import { partialFailure } from "./partial-failure.ts";
import type { SentChange } from "./send-change.ts";

export interface ZoneChangeRequest {
  readonly operation: string;
  /** The caller's input without `confirm`: what a yes is bound to. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly confirm: string | undefined;
  readonly zone: ZoneRef;
  /** The zone as it was read for this plan. */
  readonly observed: readonly HeldRecord[];
  readonly plan: ZonePlan;
  /** The change that this one takes back. */
  readonly undoes?: string;
}

export type ZoneChangeResult =
  | {
      readonly status: "done";
      readonly changed: boolean;
      readonly sent: readonly SentChange[];
      /** Journal id; absent where there was nothing to change. */
      readonly change?: string;
    }
  | {
      readonly status: "confirmation_required";
      readonly changed: false;
      readonly confirm: string;
      readonly preview: string;
    };

/**
 * Carries out a plan.
 * @throws VpsError partial with the count and the change id when it stopped half-way; the API's own refusal when
 *   nothing was done.
 */
export async function changeZone(context: Context, request: ZoneChangeRequest): Promise<ZoneChangeResult> {
  return (await confirmChange(context, request)) ?? makeChange(context, request);
}

/**
 * Asks for a yes where a guard wants one; what comes back, if anything, is the answer to give.
 * @throws what the confirmation throws when the answer is no
 */
export async function confirmChange(
  context: Context,
  { operation, zone, plan, input, confirm }: ZoneChangeRequest,
): Promise<Extract<ZoneChangeResult, { status: "confirmation_required" }> | undefined> {
  if (plan.guards.length === 0) return undefined;
  const answer = await context.confirmation({
    operation,
    target: zone.domain,
    given: confirm,
    input,
    observed: plannedChanges(plan),
    preview: guardPreview(plan),
  });
  return answer.granted ? undefined : { ...answer, status: "confirmation_required", changed: false };
}

/** Carries out a plan that needs no yes, or has it. */
export async function makeChange(
  context: Context,
  request: ZoneChangeRequest,
): Promise<Extract<ZoneChangeResult, { status: "done" }>> {
  const { plan, zone, observed } = request;
  const changes = plannedChanges(plan);
  if (changes.length === 0) return { status: "done", changed: false, sent: [] };
  const entry = await context.journal.begin(intentOf(request, changes));
  const { sent, failures, unknown } = await applyChanges(context, { zone, observed, stages: plan.stages, entry });
  if (failures.length === 0) {
    await entry.finish("done");
    if (request.undoes !== undefined) await context.journal.markUndone(request.undoes, entry.id);
    return { status: "done", changed: true, change: entry.id, sent };
  }
  if (sent.length === 0 && unknown === 0) await entry.abandon();
  else await entry.finish(unknown > 0 ? "unknown" : "partial");
  throw partialFailure({ zone: zone.domain, sent, total: changes.length, failures, change: entry.id });
}

function intentOf(
  { operation, zone, observed, plan, undoes }: ZoneChangeRequest,
  changes: readonly PlannedChange[],
): ChangeIntent {
  const touched = new Set(
    changes.flatMap((change) => [
      ...(change.action === "create" ? [] : [rrsetKey(change.before)]),
      ...(change.action === "delete" ? [] : [rrsetKey(change.after)]),
    ]),
  );
  const before = observed.flatMap(({ record }) =>
    record !== undefined && touched.has(rrsetKey(record)) ? [record] : [],
  );
  return {
    operation,
    zone: zone.domain,
    summary: summaryText(plan),
    before,
    after: recordsAfter(before, changes),
    disturbed: [...disturbedRrsets(changes)],
    created: changes.flatMap((change) => (change.action === "delete" ? [] : [recordKey(change.after)])),
    ...(undoes === undefined ? {} : { undoes }),
  };
}

/** Records after changes, without ids: what the journal holds against the zone later. */
export function recordsAfter(before: readonly DnsRecord[], changes: readonly PlannedChange[]): readonly DnsRecord[] {
  const gone = new Map<string, number>();
  for (const change of changes) {
    if (change.action === "create") continue;
    const key = exactKey(change.before);
    gone.set(key, (gone.get(key) ?? 0) + 1);
  }
  const kept = before.filter((record) => {
    const left = gone.get(exactKey(record)) ?? 0;
    if (left > 0) gone.set(exactKey(record), left - 1);
    return left === 0;
  });
  return [...kept, ...changes.flatMap((change) => (change.action === "delete" ? [] : [change.after]))];
}

function exactKey(record: DnsRecord): string {
  return `${recordKey(record)} ${record.ttl}`;
}

function guardPreview(plan: ZonePlan): string {
  return `${plan.guards.map(({ message }) => message).join(" ")} Zone ${plan.zone}: ${summaryText(plan)}.`;
}

/** "2 created, 1 updated, 3 deleted", leaving out what does not happen. */
export function summaryText({ summary }: Pick<ZonePlan, "summary">): string {
  const parts = (["create", "update", "delete"] as const).flatMap((action) =>
    summary[action] === 0 ? [] : [`${summary[action]} ${action}d`],
  );
  return parts.length === 0 ? "nothing to change" : parts.join(", ");
}
