// Carries out planned changes, stage by stage, with the journal told of each outcome as it comes.
import type { HeldRecord, ZoneRef } from "../api/api.ts";
import type { Context } from "../context.ts";
import { type ErrorCode, VpsError } from "../errors.ts";
import type { OpenChange, StepOutcome } from "../journal/journal.ts";
import type { PlannedChange } from "../plan/plan.ts";

/** What became of the changes. */
export interface Applied {
  /** Records as the API answered them, by the change that made them so. */
  readonly held: ReadonlyMap<PlannedChange, HeldRecord>;
  readonly done: number;
  /** Requests whose outcome nobody knows: the answer was lost and a look did not settle it. */
  readonly unknown: number;
  /** What stopped the work, if it was stopped. */
  readonly failure: unknown;
}

export interface ApplyRequest {
  readonly zone: ZoneRef;
  readonly stages: readonly (readonly PlannedChange[])[];
  readonly change: OpenChange;
}

/** Applies all stages, or stops at the first failure, the rest untouched; never throws for what the API refuses. */
export async function applyChanges(context: Context, request: ApplyRequest): Promise<Applied> {
  const held = new Map<PlannedChange, HeldRecord>();
  const total = request.stages.reduce((sum, stage) => sum + stage.length, 0);
  const state = { done: 0, unknown: 0, failure: undefined as unknown, failed: false };
  const carryOut = async (change: PlannedChange) => {
    const outcome = await attempt(context, request, change);
    if ("error" in outcome) {
      state.failed = true;
      state.failure ??= outcome.error;
      if (isUnknown(outcome.error)) state.unknown += 1;
      return;
    }
    if (outcome.held !== undefined) held.set(change, outcome.held);
    state.done += 1;
    context.progress(state.done, total, "Changing records");
  };
  for (const stage of request.stages) {
    await inParallel(stage, context.policy.concurrency, async (change) => {
      if (!state.failed && !context.signal.aborted) await carryOut(change);
    });
    if (state.failed) break;
    if (context.signal.aborted) {
      state.failure = new VpsError("cancelled", "The work was cancelled.");
      break;
    }
  }
  return { held, done: state.done, unknown: state.unknown, failure: state.failure };
}

async function attempt(
  context: Context,
  { zone, change: entry }: ApplyRequest,
  change: PlannedChange,
): Promise<{ readonly held: HeldRecord | undefined } | { readonly error: unknown }> {
  try {
    const held = await send(context, zone, change);
    await entry.step(outcomeOf(change, "done", held?.id));
    return { held };
  } catch (error) {
    await entry.step(outcomeOf(change, isUnknown(error) ? "unknown" : "failed", undefined));
    return { error };
  }
}

function send({ api }: Context, zone: ZoneRef, change: PlannedChange): Promise<HeldRecord | undefined> {
  switch (change.action) {
    case "create":
      return api.records.create(zone, change.after);
    case "update":
      return api.records.update(zone, change.id, changedFields(change));
    case "delete":
      return api.records.delete(change.id).then(() => undefined);
  }
}

function changedFields({ before, after }: Extract<PlannedChange, { action: "update" }>) {
  return {
    type: after.type,
    ...(after.value === before.value ? {} : { value: after.value }),
    ...(after.ttl === before.ttl ? {} : { ttl: after.ttl }),
    ...(after.priority === undefined || after.priority === before.priority ? {} : { priority: after.priority }),
  };
}

function outcomeOf(
  change: PlannedChange,
  outcome: StepOutcome["outcome"],
  answeredId: string | undefined,
): StepOutcome {
  const record = change.action === "delete" ? change.before : change.after;
  const id = answeredId ?? (change.action === "create" ? undefined : change.id);
  return { action: change.action, name: record.name, type: record.type, outcome, ...(id === undefined ? {} : { id }) };
}

// After these the request may or may not have been carried out.
const UNKNOWN_CODES: ReadonlySet<ErrorCode> = new Set([
  "outcome_unknown",
  "timeout",
  "cancelled",
  "unexpected_response",
]);

function isUnknown(error: unknown): boolean {
  return !(error instanceof VpsError) || UNKNOWN_CODES.has(error.code);
}

/** Runs `work` over all items, at most `limit` at a time; `work` must not reject. */
async function inParallel<Item>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const lanes = Array.from({ length: Math.min(limit, items.length) }, async () => {
    for (const item of queue) await work(item);
  });
  await Promise.all(lanes);
}
