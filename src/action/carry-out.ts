// A step whose inputs are good: opened, performed, told. Loaded by then and not before.
import { InputError } from "../core/errors.ts";
import type { Connection } from "./connect.ts";
import { type OpenStep, openStep, type StepScene } from "./open-step.ts";
import { perform } from "./perform.ts";
import { reportFailure, type ReportPlace, reportSuccess } from "./report.ts";
import { savePlace } from "./state.ts";
import { inZoneOrder } from "./step-change.ts";
import type { StepSettings } from "./step-settings.ts";

/**
 * Carries the step out; resolves to whether it counts as a success.
 * @throws whatever the operation throws, after what was done has been told.
 */
export async function carryOut(
  settings: StepSettings,
  scene: Omit<StepScene, "finished"> & ReportPlace,
): Promise<boolean> {
  if (settings.cleanup && !settings.dryRun) rememberPlace(scene.connection);
  const finished = new AbortController();
  const { watched, call } = openStep(settings, { ...scene, finished: finished.signal });
  try {
    const done = await performTold(settings, { watched, call }, scene);
    return await reportSuccess(settings, { ...done, changes: inZoneOrder(watched.changes()) }, scene);
  } finally {
    finished.abort();
  }
}

async function performTold(
  settings: StepSettings,
  { watched, call }: OpenStep,
  place: ReportPlace,
): ReturnType<typeof perform> {
  try {
    return await perform(settings, call);
  } catch (error) {
    // A record whose creation is still under way has to get into the state before this process ends.
    await watched.settled();
    await reportFailure(settings, inZoneOrder(watched.changes()), place);
    throw error;
  }
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
