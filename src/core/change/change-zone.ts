// The one way to change a zone's records: guard, confirmation, journal, requests, outcome. Every operation that writes
// records plans first and ends here.
import type { HeldRecord, ZoneRef } from "../api/api.ts";
import { type Unconfirmed, unconfirmed } from "../confirmation.ts";
import type { Context } from "../context.ts";
import { recordKey, rrsetKey } from "../dns/compare.ts";
import { VpsError } from "../errors.ts";
import type { ChangeIntent, OpenChange } from "../journal/journal.ts";
import { recordsOf } from "../plan/change-parts.ts";
import { disturbedRrsets, type GuardWindow, guardsOf } from "../plan/guards.ts";
import type { PlannedChange, ZonePlan } from "../plan/plan.ts";
import { plannedChanges } from "../plan/plan-zone.ts";
import { applyChanges } from "./apply-changes.ts";
import { guardWindow, recentChanges } from "./guard-window.ts";
import { isOvertaken, refuseOutdated } from "./overtaken.ts";
import { partialFailure } from "./partial-failure.ts";
import { planWords } from "./plan-words.ts";
import { recordsAfter } from "./records-after.ts";
import type { SentChange } from "./send-change.ts";

/** A plan to carry out, with what a yes to it is bound to. */
export interface ZoneChangeRequest {
  readonly operation: string;
  /** The caller's input without `confirm`: what a yes is bound to. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly confirm: string | undefined;
  readonly zone: ZoneRef;
  /** The zone as it was read for this plan. */
  readonly observed: readonly HeldRecord[];
  /** When that reading began. */
  readonly readAt: number;
  /** Its guards are worked out anew, from the journal as it is when the change is due. */
  readonly plan: ZonePlan;
  /** The change that this one takes back. */
  readonly undoes?: string;
}

/** What was sent, or the question that is still open. */
export type ZoneChangeResult =
  | {
      readonly status: "done";
      readonly changed: boolean;
      readonly sent: readonly SentChange[];
      /** Journal id; absent where there was nothing to change. */
      readonly change?: string;
    }
  | Unconfirmed;

const NOTHING = { status: "done", changed: false, sent: [] } as const;

type Done = Extract<ZoneChangeResult, { status: "done" }>;

/**
 * Carries out a plan, in its turn: calls that run at once see what each other did to the zone.
 * @throws VpsError partial with the count and the change id when it stopped half-way; conflict when another call
 *   changed the same meanwhile; the API's own refusal when nothing was done.
 */
export async function changeZone(context: Context, request: ZoneChangeRequest): Promise<ZoneChangeResult> {
  // Nothing to do needs no turn and no look at the journal.
  if (plannedChanges(request.plan).length === 0) return NOTHING;
  const turn =
    (confirmed: boolean) =>
    async (waited: boolean): Promise<Attempt> => {
      const recent = await recentChanges(context, request.zone.domain);
      const window = await guardWindow(context, recent);
      const due = { ...request, plan: guardedAnew(request, window) };
      if (due.plan.guards.length > 0 && !confirmed) return { due };
      // A person took their time, another call had its turn: the zone may be another by now.
      const thought = confirmed && request.confirm === undefined;
      if (waited || thought || isOvertaken(recent, request.readAt)) await refuseOutdated(context, due);
      return { due, result: await makeChange(context, due, window) };
    };
  const attempt = (confirmed: boolean) =>
    context.journal.exclusively(request.zone.domain, turn(confirmed), context.signal);
  // The lock is not held while a person thinks.
  const first = await attempt(false);
  if (first.result !== undefined) return first.result;
  const unconfirmed = await confirmChange(context, first.due);
  if (unconfirmed !== undefined) return unconfirmed;
  const { due, result } = await attempt(true);
  if (result === undefined) throw new VpsError("internal", `A confirmed change of ${due.zone.domain} was not made.`);
  return result;
}

interface Attempt {
  readonly due: ZoneChangeRequest;
  /** Absent where a yes is wanted first. */
  readonly result?: Done;
}

function guardedAnew({ plan, observed }: ZoneChangeRequest, window: GuardWindow): ZonePlan {
  const standing = new Set(observed.flatMap(({ record }) => (record === undefined ? [] : [rrsetKey(record)])));
  const emptyDesiredState = plan.guards.some(({ id }) => id === "empty-desired-state");
  const changes = plannedChanges(plan);
  return { ...plan, guards: guardsOf({ zone: plan.zone, changes, standing, window, emptyDesiredState }) };
}

/**
 * Asks for a yes where a guard wants one; what comes back, if anything, is the answer to give.
 * @throws what the confirmation throws when the answer is no
 */
export async function confirmChange(
  context: Context,
  { operation, zone, plan, input, confirm }: ZoneChangeRequest,
): Promise<Unconfirmed | undefined> {
  if (plan.guards.length === 0) return undefined;
  const planned = plannedChanges(plan);
  const answer = await context.confirmation({
    operation,
    target: zone.domain,
    given: confirm,
    input,
    observed: planned,
    preview: guardPreview(plan),
    planned,
  });
  return answer.granted ? undefined : unconfirmed(answer);
}

/** Carries out a plan that needs no yes, or has it; the zone is held exclusively, and `window` was read since. */
export async function makeChange(context: Context, request: ZoneChangeRequest, window: GuardWindow): Promise<Done> {
  const changes = plannedChanges(request.plan);
  if (changes.length === 0) return NOTHING;
  return carryOut(context, request, await context.journal.begin(intentOf(request, changes, window)));
}

/** What is carried out under an entry that is begun already. */
export interface BegunChange extends Pick<ZoneChangeRequest, "zone" | "observed" | "plan" | "undoes"> {
  /** Something was done under the entry before the first of these changes. */
  readonly underWay?: boolean;
}

/** Sends a plan's requests under a journal entry, and closes it. */
export async function carryOut(
  context: Context,
  { zone, observed, plan, undoes, underWay = false }: BegunChange,
  entry: OpenChange,
): Promise<Done> {
  const { sent, failures, unknown } = await applyChanges(context, { zone, observed, stages: plan.stages, entry });
  if (failures.length === 0) {
    await entry.finish("done");
    if (undoes !== undefined) await context.journal.markUndone(undoes, entry.id);
    return { status: "done", changed: true, change: entry.id, sent };
  }
  if (sent.length === 0 && unknown === 0 && !underWay) await entry.abandon();
  else await entry.finish(unknown > 0 ? "unknown" : "partial");
  const total = plannedChanges(plan).length;
  throw partialFailure({ zone: zone.domain, sent, total, failures, unknown, underWay, change: entry.id });
}

function intentOf(
  { operation, zone, observed, plan, undoes }: ZoneChangeRequest,
  changes: readonly PlannedChange[],
  window: GuardWindow,
): ChangeIntent {
  const touched = new Set(changes.flatMap(recordsOf).map(rrsetKey));
  const before = observed.flatMap(({ record }) =>
    record !== undefined && touched.has(rrsetKey(record)) ? [record] : [],
  );
  return {
    operation,
    zone: zone.domain,
    summary: planWords(plan),
    before,
    after: recordsAfter(before, changes),
    disturbed: [...disturbedRrsets(changes, window.created)],
    created: changes.flatMap((change) => (change.action === "delete" ? [] : [recordKey(change.after)])),
    ...(undoes === undefined ? {} : { undoes }),
  };
}

function guardPreview(plan: ZonePlan): string {
  return `${plan.guards.map(({ message }) => message).join(" ")} Zone ${plan.zone}: ${planWords(plan)}.`;
}
