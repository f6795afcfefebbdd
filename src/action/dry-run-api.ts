// The API of a dry run: reads are real; a write is answered as the API would, and never sent. So every operation runs
// all of its own checks, whatever it is.
import type { Api, Domain, HeldRecord, RecordContent, ZoneRef } from "../core/api/api.ts";
import type { Seen } from "./seen.ts";

// What does not exist has no id.
const NO_ID = "";

/** An API that reads through `api` and writes nothing. */
export function dryRunApi(api: Api, seen: Seen): Api {
  return {
    zones: {
      ...api.zones,
      create: (domain) => Promise.resolve({ id: NO_ID, domain, recordCount: 0 }),
      delete: () => Promise.resolve(),
    },
    records: {
      ...api.records,
      create: (zone, content) => Promise.resolve(held(NO_ID, zone, content)),
      replace: (zone, id, content) => Promise.resolve(held(id, zone, content)),
      update: async (zone, id, typedChange) => {
        const { type: _, ...change } = typedChange;
        const before = seen.record(id) ?? (await api.records.get(id, [zone]));
        const after = { ...before, ...change };
        return before.record === undefined ? after : { ...after, record: { ...before.record, ...change } };
      },
      delete: () => Promise.resolve(),
    },
    domains: {
      ...api.domains,
      register: (order) =>
        Promise.resolve({ id: NO_ID, domain: order.domain, status: "pending", autoRenew: order.autoRenew }),
      update: async (id, settings): Promise<Domain> => ({ ...(await api.domains.get(id)), ...settings }),
      remove: () => Promise.resolve(),
      transfer: (id) => Promise.resolve({ id, domain: seen.domainName(id), nextSteps: [] }),
    },
    account: api.account,
  };
}

function held(id: string, zone: ZoneRef, content: RecordContent): HeldRecord {
  return { id, zone: { id: zone.id, domain: zone.domain }, ...content, record: content };
}
