// Carries out planned changes, stage by stage, with the journal told of each outcome as it comes.
import type { HeldRecord } from "../api/api.ts";
import type { Context } from "../context.ts";
import { VpsError } from "../errors.ts";
import type { OpenChange, StepOutcome } from "../journal/journal.ts";
import type { PlannedChange } from "../plan/plan.ts";
import { isOutcomeUnknown } from "./journaled.ts";
import { exactKey } from "./records-after.ts";
import { type ChangedZone, type SendChange, type SentChange, sender } from "./send-change.ts";

/** What became of the changes. */
export interface Applied {
  readonly sent: readonly SentChange[];
  /** What stopped the work, if it was stopped, one for each request that failed. */
  readonly failures: readonly unknown[];
  /** Requests whose outcome nobody knows: the answer was lost and a look did not settle it. */
  readonly unknown: number;
}

/** Stages of changes, and the entry that is told of each. */
export interface ApplyRequest extends ChangedZone {
  readonly stages: readonly (readonly PlannedChange[])[];
  readonly entry: OpenChange;
}

/** Applies all stages, or stops at the first failure, the rest untouched; never throws for what the API refuses. */
export async function applyChanges(context: Context, request: ApplyRequest): Promise<Applied> {
  const sent: SentChange[] = [];
  let unknown = 0;
  const failures: unknown[] = [];
  const send = sender(context.api, request);
  const total = request.stages.reduce((sum, stage) => sum + stage.length, 0);
  for (const stage of request.stages) {
    await runStage(stage, context.policy.concurrency, async (change, before) => {
      if (failures.length > 0) return before;
      if (context.signal.aborted) {
        failures.push(new VpsError("cancelled", "The work was cancelled before this change was sent."));
        return before;
      }
      const outcome = await carryOut(send, change);
      if (outcome.record !== undefined) {
        sent.push({ change, record: outcome.record });
        if (total > 1) context.progress(sent.length, total, "records changed");
      } else {
        failures.push(outcome.error);
        if (outcome.step === "unknown") unknown += 1;
      }
      await before.noted;
      // Noted while the lane's next request is under way; what the API did is done whether or not it can be noted, and
      // without a journal nothing more is sent.
      return {
        noted: request.entry.step(stepOf(change, outcome)).catch((error: unknown) => {
          failures.push(error);
        }),
      };
    });
    if (failures.length > 0) break;
  }
  return { sent, failures, unknown };
}

interface CarriedOut {
  readonly step: StepOutcome["outcome"];
  readonly record?: HeldRecord;
  readonly error?: unknown;
}

async function carryOut(send: SendChange, change: PlannedChange): Promise<CarriedOut> {
  try {
    return { step: "done", record: asSent(change, await send(change)) };
  } catch (error) {
    return { step: isOutcomeUnknown(error, change.action) ? "unknown" : "failed", error };
  }
}

/** A record kept as it was sent, with the texts that were sent: ten thousand of both would be held twice. */
function asSent(change: PlannedChange, held: HeldRecord): HeldRecord {
  const { record } = held;
  if (change.action === "delete" || record === undefined || exactKey(record) !== exactKey(change.after)) return held;
  const { name, type, value } = change.after;
  return { ...held, name, type, value, record: change.after };
}

function stepOf(change: PlannedChange, { step, record }: CarriedOut): StepOutcome {
  const { name, type } = change.action === "delete" ? change.before : change.after;
  const id = record?.id ?? (change.action === "create" ? undefined : change.id);
  const altered = alteration(change, record);
  return {
    action: change.action,
    name,
    type,
    outcome: step,
    ...(id === undefined ? {} : { id }),
    ...(altered === undefined ? {} : { altered }),
  };
}

function alteration(change: PlannedChange, held: HeldRecord | undefined): StepOutcome["altered"] {
  const kept = held?.record;
  if (change.action === "delete" || kept === undefined || kept === change.after) return undefined;
  const { name, type, ttl, value, priority } = kept;
  return { sent: change.after, kept: { name, type, ttl, value, ...(priority === undefined ? {} : { priority }) } };
}

/** A note under way; in an object of its own, since whoever gets a promise from an async function waits for it. */
interface Noting {
  readonly noted: Promise<void>;
}

/**
 * Runs `work` over a stage in at most `limit` lanes; `work` does not reject, and hears of the lane's note before its own:
 * a lane is never more than one note and one request ahead of the journal.
 */
async function runStage<Item>(
  items: readonly Item[],
  limit: number,
  work: (item: Item, before: Noting) => Promise<Noting>,
): Promise<void> {
  const queue = items.values();
  const lane = async () => {
    let last: Noting = { noted: Promise.resolve() };
    for (const item of queue) last = await work(item, last);
    await last.noted;
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(limit, items.length)) }, lane));
}
