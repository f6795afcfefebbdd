// The one way to change a zone's records: guard, confirmation, journal, requests, outcome. Every operation that writes
// records plans first and ends here.
import type { HeldRecord, ZoneRef } from "../api/api.ts";
import type { Context } from "../context.ts";
import { rrsetKey } from "../dns/compare.ts";
import type { DnsRecord } from "../dns/record.ts";
import { VpsError } from "../errors.ts";
import type { ChangeIntent } from "../journal/journal.ts";
import { disturbedRrsets, recordKey } from "../plan/guards.ts";
import type { ObservedRecord, PlannedChange, ZonePlan } from "../plan/plan.ts";
import { plannedChanges } from "../plan/plan-zone.ts";
import { type Applied, applyChanges } from "./apply-changes.ts";

export interface ZoneChangeRequest {
  readonly operation: string;
  /** The caller's input without `confirm`: what a yes is bound to. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly confirm: string | undefined;
  readonly zone: ZoneRef;
  /** The zone as it was read for this plan. */
  readonly observed: readonly ObservedRecord[];
  readonly plan: ZonePlan;
  /** The change that this one takes back. */
  readonly undoes?: string;
}

export type ZoneChangeResult =
  | { readonly status: "done"; readonly changed: false }
  | {
      readonly status: "done";
      readonly changed: true;
      /** Journal id. */
      readonly change: string;
      /** What the API answered, by change; deletions have none. */
      readonly held: ReadonlyMap<PlannedChange, HeldRecord>;
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
  const { plan, zone } = request;
  const changes = plannedChanges(plan);
  if (changes.length === 0) return { status: "done", changed: false };
  if (plan.guards.length > 0) {
    const answer = await context.confirmation({
      operation: request.operation,
      target: zone.domain,
      given: request.confirm,
      input: request.input,
      observed: changes,
      preview: guardPreview(plan),
    });
    if (!answer.granted) return { ...answer, status: "confirmation_required", changed: false };
  }
  const entry = await context.journal.begin(intentOf(request, changes));
  const applied = await applyChanges(context, { zone, stages: plan.stages, change: entry });
  if (applied.failure === undefined) {
    await entry.finish("done");
    if (request.undoes !== undefined) await context.journal.markUndone(request.undoes, entry.id);
    return { status: "done", changed: true, change: entry.id, held: applied.held };
  }
  if (applied.done === 0 && applied.unknown === 0) await entry.abandon();
  else await entry.finish(applied.unknown > 0 ? "unknown" : "partial");
  throw failureOf(applied, { total: changes.length, change: entry.id });
}

function intentOf(
  { operation, zone, observed, plan, undoes }: ZoneChangeRequest,
  changes: readonly PlannedChange[],
): ChangeIntent {
  const touched = new Set(changes.map((change) => rrsetKey(change.action === "create" ? change.after : change.before)));
  const before = observed.flatMap(({ record }) =>
    record !== undefined && touched.has(rrsetKey(record)) ? [record] : [],
  );
  return {
    operation,
    zone: zone.domain,
    summary: summaryText(plan),
    before,
    after: applied(before, changes),
    disturbed: [...disturbedRrsets(changes)],
    created: changes.flatMap((change) => (change.action === "delete" ? [] : [recordKey(change.after)])),
    ...(undoes === undefined ? {} : { undoes }),
  };
}

/** Records after changes, without ids: what the journal holds against the zone later. */
export function applied(before: readonly DnsRecord[], changes: readonly PlannedChange[]): readonly DnsRecord[] {
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
  return parts.length === 0 ? "nothing to change" : `${parts.join(", ")}`;
}

function failureOf({ done, unknown, failure }: Applied, { total, change }: { total: number; change: string }): unknown {
  if (done === 0 && unknown === 0) return failure;
  const cause = failure instanceof VpsError ? ` ${failure.message}` : "";
  const lost = unknown === 0 ? "" : ` Of ${unknown} the answer was lost.`;
  return new VpsError("partial", `${done} of ${total} changes were applied; the rest was not sent.${lost}${cause}`, {
    hint: `undo_change with change "${change}" takes back what was done; the same call again finishes it.`,
    cause: failure,
  });
}
