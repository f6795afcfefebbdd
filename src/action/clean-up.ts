// The post step where main saved something: goes back to where main wrote and takes its records away. Whatever goes
// wrong is a warning that leaves the job's result alone.
import { createApiClient } from "../core/api/client.ts";
import type { Clock } from "../core/ports.ts";
import { type ConnectPorts, httpClient, readToken } from "./connect.ts";
import { deleteCreated } from "./delete-created.ts";
import { inputReader } from "./inputs.ts";
import { annotateWarning, jobLog, problemWords, say } from "./job-log.ts";
import { maskSecret } from "./mask.ts";
import { type SavedState, savedState } from "./saved-state.ts";
import { labelOf } from "./state.ts";

export interface CleanUpPorts extends ConnectPorts {
  readonly clock: Clock;
}

/** Deletes what main created; never throws. */
export async function cleanUp(ports: CleanUpPorts): Promise<void> {
  let state: SavedState | undefined;
  try {
    state = savedState();
    if (state.created.length > 0) await goBack(state, ports);
    else say("This step created no record, so there is none to delete.");
  } catch (error) {
    const left = state?.created.map(labelOf).join("; ") ?? "unknown";
    annotateWarning(`What this step created could not be deleted. ${problemWords(error)} Delete by hand: ${left}.`);
  }
}

async function goBack({ place, created }: SavedState, ports: CleanUpPorts): Promise<void> {
  if (place.sandbox === "") return say("The sandbox ended with the step, and its records with it.");
  const { sandbox: folder } = place;
  const sandbox = folder === undefined ? undefined : await ports.startSandbox(folder);
  if (sandbox !== undefined) maskSecret(sandbox.token);
  const token = sandbox?.token ?? readToken(inputReader(ports.env));
  const client = createApiClient({
    http: await httpClient(sandbox === undefined ? ports.env : {}),
    baseUrl: sandbox?.url ?? place.apiUrl,
    token,
    clock: ports.clock,
    log: jobLog([token]),
    concurrency: 1,
  });
  try {
    await deleteCreated(client.bind(new AbortController().signal).records, created);
  } finally {
    await client.close();
    await sandbox?.close();
  }
}
