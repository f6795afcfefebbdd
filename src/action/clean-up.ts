// The post step where main saved something: goes back to where main wrote and takes its records away. Whatever goes
// wrong is a warning that leaves the job's result alone.
import { createRecordsClient } from "../core/api/records-client.ts";
import type { Clock } from "../core/ports.ts";
import type { ConnectPorts } from "./connect.ts";
import { deleteCreated } from "./delete-created.ts";
import { httpClient } from "./http-client.ts";
import { inputReader } from "./input-reader.ts";
import { annotateWarning, jobLog, problemWords, say } from "./job-log.ts";
import { maskSecret } from "./mask.ts";
import { type SavedState, savedState } from "./saved-state.ts";
import { labelOf, type Place } from "./state.ts";
import { readToken } from "./token.ts";

export interface CleanUpPorts extends ConnectPorts {
  readonly clock: Clock;
}

/** Deletes what main created; never throws. */
export async function cleanUp(ports: CleanUpPorts): Promise<void> {
  const { place, created, damaged } = savedState();
  if (damaged.length > 0) warnOfDamage(damaged, place === undefined ? created : []);
  else if (created.length === 0) say("This step created no record, so there is none to delete.");
  if (place === undefined || created.length === 0) return;
  try {
    await goBack({ place, created }, ports);
  } catch (error) {
    annotateWarning(
      `What this step created could not be deleted. ${problemWords(error)} Delete by hand: ${labelsOf(created)}.`,
    );
  }
}

// Another step or tool that writes STATE_ variables can do that, or a disk that was full.
function warnOfDamage(entries: readonly string[], left: SavedState["created"]): void {
  const names = entries.map((entry) => `STATE_${entry}`).join(", ");
  const known = left.length === 0 ? "" : ` (${labelsOf(left)})`;
  annotateWarning(
    `[state_unavailable] What this step saved for its cleanup was damaged before it could be read: ${names}. Its summary shows what it created: see that all of it is gone${known}.`,
  );
}

function labelsOf(records: SavedState["created"]): string {
  return records.map(labelOf).join("; ");
}

interface Target extends Pick<SavedState, "created"> {
  readonly place: Place;
}

async function goBack({ place, created }: Target, ports: CleanUpPorts): Promise<void> {
  if (place.sandbox === "") return say("The sandbox ended with the step, and its records with it.");
  const { sandbox: folder } = place;
  const sandbox = folder === undefined ? undefined : await ports.startSandbox(folder);
  if (sandbox !== undefined) maskSecret(sandbox.token);
  const token = sandbox?.token ?? readToken(inputReader(ports.env));
  const http = await httpClient(sandbox === undefined ? ports.env : {});
  const records = createRecordsClient({
    http,
    baseUrl: sandbox?.url ?? place.apiUrl,
    token,
    clock: ports.clock,
    log: jobLog([token]),
    concurrency: 1,
  });
  try {
    await deleteCreated(records(new AbortController().signal), created);
  } finally {
    await http.close();
    await sandbox?.close();
  }
}
