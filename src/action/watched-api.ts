// The API with a witness: every write that the API has answered is noted at once, before the operation hears of it.
import type { Api, HeldRecord } from "../core/api/api.ts";
import type { Seen } from "./seen.ts";
import type { StepChange } from "./step-change.ts";

export interface WatchedApi {
  readonly api: Api;
  /** In the order of the API's answers. */
  readonly changes: () => readonly StepChange[];
  /** Resolves when no write is under way. */
  readonly settled: () => Promise<void>;
}

/** Watches the writes of `api`; `onCreated` runs the moment a record's creation is answered. */
export function watchWrites(api: Api, seen: Seen, onCreated: (record: HeldRecord) => void): WatchedApi {
  const changes: StepChange[] = [];
  const underWay = new Set<Promise<unknown>>();
  const write: Write = async (request, note) => {
    const task = request().then((answer) => {
      changes.push(note(answer));
      return answer;
    });
    underWay.add(task);
    try {
      return await task;
    } finally {
      underWay.delete(task);
    }
  };
  return {
    changes: () => changes,
    settled: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
    api: {
      account: api.account,
      zones: watchedZones(api, seen, write),
      records: watchedRecords(api, seen, { write, onCreated }),
      domains: watchedDomains(api, seen, write),
    },
  };
}

type Write = <Answer>(request: () => Promise<Answer>, note: (answer: Answer) => StepChange) => Promise<Answer>;

function watchedZones(api: Api, seen: Seen, write: Write): Api["zones"] {
  return {
    ...api.zones,
    create: (domain) =>
      write(
        () => api.zones.create(domain),
        () => ({ kind: "zone", action: "create", name: domain }),
      ),
    delete: (id) =>
      write(
        () => api.zones.delete(id),
        () => ({ kind: "zone", action: "delete", name: seen.zoneName(id) }),
      ),
  };
}

function watchedRecords(
  api: Api,
  seen: Seen,
  { write, onCreated }: { readonly write: Write; readonly onCreated: (record: HeldRecord) => void },
): Api["records"] {
  const withBefore = (id: string) => {
    const before = seen.record(id);
    return before === undefined ? {} : { before };
  };
  return {
    ...api.records,
    create: (zone, content) =>
      write(
        () => api.records.create(zone, content),
        (after) => {
          onCreated(after);
          return { kind: "record", action: "create", after };
        },
      ),
    replace: (zone, id, content) =>
      write(
        () => api.records.replace(zone, id, content),
        (after) => ({ kind: "record", action: "update", after, ...withBefore(id) }),
      ),
    update: (zone, id, change) =>
      write(
        () => api.records.update(zone, id, change),
        (after) => ({ kind: "record", action: "update", after, ...withBefore(id) }),
      ),
    delete: (id) =>
      write(
        () => api.records.delete(id),
        () => ({ kind: "record", action: "delete", id, ...withBefore(id) }),
      ),
  };
}

function watchedDomains(api: Api, seen: Seen, write: Write): Api["domains"] {
  return {
    ...api.domains,
    register: (order) =>
      write(
        () => api.domains.register(order),
        () => ({ kind: "domain", action: "create", name: order.domain }),
      ),
    transfer: (id, order) =>
      write(
        () => api.domains.transfer(id, order),
        () => ({ kind: "domain", action: "update", name: seen.domainName(id) }),
      ),
    update: (id, settings) =>
      write(
        () => api.domains.update(id, settings),
        () => ({ kind: "domain", action: "update", name: seen.domainName(id) }),
      ),
    remove: (id) =>
      write(
        () => api.domains.remove(id),
        () => ({ kind: "domain", action: "delete", name: seen.domainName(id) }),
      ),
  };
}
