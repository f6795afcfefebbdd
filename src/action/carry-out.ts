// A step whose inputs are good: opened, performed, told. Loaded by then and not before.
import { InputError } from "../core/errors.ts";
import type { Connection } from "./connect.ts";
import { type OpenStep, openStep, type StepScene } from "./open-step.ts";
import { perform } from "./perform.ts";
import { reportFailure, type ReportSettings, reportSuccess } from "./report.ts";
import { savePlace } from "./state.ts";
import { inZoneOrder } from "./step-change.ts";

/**
 * Carries the step out; resolves to whether it counts as a success.
 * @throws whatever the operation throws, after what was done has been told.
 */
export async function carryOut(settings: ReportSettings, scene: Omit<StepScene, "finished">): Promise<boolean> {
  if (settings.cleanup && !settings.dryRun) rememberPlace(scene.connection);
  const finished = new AbortController();
  const step = openStep(settings, { ...scene, finished: finished.signal });
  try {
    const done = await performTold(settings, step);
    return await reportSuccess(settings, { ...done, ...doneBy(step) });
  } finally {
    finished.abort();
  }
}

async function performTold(settings: ReportSettings, step: OpenStep): ReturnType<typeof perform> {
  try {
    return await perform(settings, step.call);
  } catch (error) {
    // A record whose creation is still under way has to get into the state before this process ends.
    await step.watched.settled();
    await reportFailure(settings, doneBy(step));
    throw error;
  }
}

function doneBy({ watched, question }: OpenStep) {
  return { changes: inZoneOrder(watched.changes()), question: question() };
}

// Before the first write: what could not be cleaned up is not created.
function rememberPlace({ apiUrl, sandboxFolder }: Connection): void {
  try {
    savePlace({ apiUrl, ...(sandboxFolder === undefined ? {} : { sandbox: sandboxFolder }) });
  } catch (error) {
    throw new InputError("invalid_input", "The step's state cannot be saved, so nothing could be taken away later.", {
      field: "cleanup",
      hint: "Look at the runner's disk, or leave cleanup out. Nothing was changed.",
      cause: error,
    });
  }
}
