// Carries out planned changes, stage by stage, with the journal told of each outcome as it comes.
import type { Context } from "../context.ts";
import { VpsError } from "../errors.ts";
import type { OpenChange, StepOutcome } from "../journal/journal.ts";
import type { PlannedChange } from "../plan/plan.ts";
import { isOutcomeUnknown } from "./journaled.ts";
import { type ChangedZone, type SentChange, sendChange } from "./send-change.ts";

/** What became of the changes. */
export interface Applied {
  readonly sent: readonly SentChange[];
  /** What stopped the work, if it was stopped, one for each request that failed. */
  readonly failures: readonly unknown[];
  /** Requests whose outcome nobody knows: the answer was lost and a look did not settle it. */
  readonly unknown: number;
}

export interface ApplyRequest extends ChangedZone {
  readonly stages: readonly (readonly PlannedChange[])[];
  readonly entry: OpenChange;
}

/** Applies all stages, or stops at the first failure, the rest untouched; never throws for what the API refuses. */
export async function applyChanges(context: Context, request: ApplyRequest): Promise<Applied> {
  const sent: SentChange[] = [];
  let unknown = 0;
  const failures: unknown[] = [];
  const total = request.stages.reduce((sum, stage) => sum + stage.length, 0);
  for (const stage of request.stages) {
    await runStage(stage, context.policy.concurrency, async (change) => {
      if (failures.length > 0) return;
      if (context.signal.aborted) {
        failures.push(new VpsError("cancelled", "The work was cancelled before this change was sent."));
        return;
      }
      try {
        sent.push(await carryOut(context, request, change));
        if (total > 1) context.progress(sent.length, total, "records changed");
      } catch (error) {
        failures.push(error);
        if (isOutcomeUnknown(error)) unknown += 1;
      }
    });
    if (failures.length > 0) break;
  }
  return { sent, failures, unknown };
}

async function carryOut(context: Context, request: ApplyRequest, change: PlannedChange): Promise<SentChange> {
  try {
    const record = await sendChange(context.api, request, change);
    await request.entry.step(outcomeOf(change, "done", record.id));
    return { change, record };
  } catch (error) {
    await request.entry.step(outcomeOf(change, isOutcomeUnknown(error) ? "unknown" : "failed"));
    throw error;
  }
}

function outcomeOf(change: PlannedChange, outcome: StepOutcome["outcome"], answeredId?: string): StepOutcome {
  const { name, type } = change.action === "delete" ? change.before : change.after;
  const id = answeredId ?? (change.action === "create" ? undefined : change.id);
  return { action: change.action, name, type, outcome, ...(id === undefined ? {} : { id }) };
}

/** Runs `work` over a stage, at most `limit` at a time; `work` does not reject. */
async function runStage<Item>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const lane = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(limit, items.length)) }, lane));
}
