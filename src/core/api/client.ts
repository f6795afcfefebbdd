// The API client: the one thing that most other parts make of this folder.
import { accountApi } from "./account.ts";
import type { Api } from "./api.ts";
import { type ApiClientOptions, createCallers } from "./calls.ts";
import { domainsApi } from "./domains.ts";
import { createRecordZones } from "./record-zones.ts";
import { recordsApi } from "./records.ts";
import { zonesApi } from "./zones.ts";

/** One connection to the API, shared by all calls of a session. */
export interface ApiClient {
  /** The API for one call: aborting the signal stops whatever is under way. */
  bind(signal: AbortSignal): Api;
  close(): Promise<void>;
}

/** An API client; nothing is sent until something is asked. */
export function createApiClient(options: ApiClientOptions): ApiClient {
  const callers = createCallers(options);
  const recordZones = createRecordZones();
  return {
    bind: (signal) => {
      const caller = callers(signal);
      return {
        zones: zonesApi(caller, recordZones),
        records: recordsApi(caller, recordZones),
        domains: domainsApi(caller),
        account: accountApi(caller),
      };
    },
    close: () => options.http.close(),
  };
}
