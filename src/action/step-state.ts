// The journal and the saved plans of a step. They are kept in a folder of the job, so that a later step can apply a plan
// or take a change back, and the guard remembers what earlier steps did.
import { join } from "node:path";
import type { Journal } from "../core/journal/journal.ts";
import { memoryJournal, memoryPlanStore } from "../core/journal/memory-state.ts";
import type { Clock } from "../core/ports.ts";
import type { PlanStore } from "../core/state.ts";
import type { Connection } from "./connect.ts";
import type { Env } from "./env.ts";
import { dryRunJournal, dryRunPlans } from "./dry-run-state.ts";

export interface StepState {
  readonly journal: Journal;
  readonly plans: PlanStore;
  /** Whether later steps find it again. */
  readonly isKept: boolean;
}

export interface StateRequest extends Pick<Connection, "sandboxFolder"> {
  readonly env: Env;
  readonly clock: Clock;
  /** The journal is read then, and never written. */
  readonly dryRun: boolean;
}

/** Opens the state; nothing is on disk before the first write. */
export async function openStepState(request: StateRequest): Promise<StepState> {
  const { clock, dryRun } = request;
  const folder = stateFolderOf(request);
  if (folder === undefined) return { journal: memoryJournal(clock), plans: memoryPlanStore(), isKept: false };
  const [{ fileJournal }, { filePlanStore }] = await Promise.all([
    import("../platform/state/file-journal.ts"),
    import("../platform/state/file-stores.ts"),
  ]);
  const journal = fileJournal(folder, clock);
  const plans = filePlanStore(folder);
  if (!dryRun) return { journal, plans, isKept: true };
  return { journal: dryRunJournal(journal, clock), plans: dryRunPlans(plans), isKept: false };
}

// What happened in a sandbox must not stand in an account's journal: it is kept beside the sandbox's data, or not at all.
function stateFolderOf({ env, sandboxFolder }: StateRequest): string | undefined {
  if (sandboxFolder !== undefined) return sandboxFolder === "" ? undefined : join(sandboxFolder, "state");
  const named = env["VPS_STATE_DIR"]?.trim() ?? "";
  if (named !== "") return named;
  const temporary = env["RUNNER_TEMP"] ?? "";
  return temporary === "" ? undefined : join(temporary, "vps-dns-state");
}
