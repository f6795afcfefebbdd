// Of the API its records alone: the Action's post step loads no more than that.
import type { Api } from "./api.ts";
import { type ApiClientOptions, createCallers } from "./calls.ts";
import { createRecordZones } from "./record-zones.ts";
import { recordsApi } from "./records.ts";

/** The records for one call: aborting the signal stops whatever is under way. */
export function createRecordsClient(options: ApiClientOptions): (signal: AbortSignal) => Api["records"] {
  const callers = createCallers(options);
  const recordZones = createRecordZones();
  return (signal) => recordsApi(callers(signal), recordZones);
}
