// The API with a witness: every write that the API has answered is noted at once, before the operation hears of it.
import type { Api, HeldRecord } from "../core/api/api.ts";
import type { Seen } from "./seen.ts";
import type { StepChange } from "./step-change.ts";

export interface WatchedApi {
  readonly api: Api;
  /** In the order of the API's answers. */
  changes(): readonly StepChange[];
  /** Resolves when no write is under way. */
  settled(): Promise<void>;
}

/** Watches the writes of `api`; `onCreated` runs the moment a record's creation is answered. */
export function watchWrites(api: Api, seen: Seen, onCreated: (record: HeldRecord) => void): WatchedApi {
  const changes: StepChange[] = [];
  const underWay = new Set<Promise<unknown>>();
  const write = async <Answer>(request: () => Promise<Answer>, note: (answer: Answer) => StepChange) => {
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
      zones: {
        ...api.zones,
        create: (domain) =>
          write(
            () => api.zones.create(domain),
            () => created("zone", domain),
          ),
        delete: (id) =>
          write(
            () => api.zones.delete(id),
            () => deleted("zone", seen.zoneName(id)),
          ),
      },
      records: watchedRecords(api, seen, { write, onCreated }),
      domains: {
        ...api.domains,
        register: (order) =>
          write(
            () => api.domains.register(order),
            () => created("domain", order.domain),
          ),
        transfer: (id, order) =>
          write(
            () => api.domains.transfer(id, order),
            () => created("domain", seen.domainName(id)),
          ),
        update: (id, settings) =>
          write(
            () => api.domains.update(id, settings),
            ({ domain }) => ({ kind: "domain", action: "update", name: domain }),
          ),
        remove: (id) =>
          write(
            () => api.domains.remove(id),
            () => deleted("domain", seen.domainName(id)),
          ),
      },
    },
  };
}

interface Witness {
  write<Answer>(request: () => Promise<Answer>, note: (answer: Answer) => StepChange): Promise<Answer>;
  onCreated(record: HeldRecord): void;
}

function watchedRecords(api: Api, seen: Seen, { write, onCreated }: Witness): Api["records"] {
  const updated = (id: string, after: HeldRecord): StepChange => {
    const before = seen.record(id);
    return { kind: "record", action: "update", after, ...(before === undefined ? {} : { before }) };
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
        (after) => updated(id, after),
      ),
    update: (zone, id, change) =>
      write(
        () => api.records.update(zone, id, change),
        (after) => updated(id, after),
      ),
    delete: (id) =>
      write(
        () => api.records.delete(id),
        () => {
          const before = seen.record(id);
          return { kind: "record", action: "delete", id, ...(before === undefined ? {} : { before }) };
        },
      ),
  };
}

function created(kind: "zone" | "domain", name: string): StepChange {
  return { kind, action: "create", name };
}

function deleted(kind: "zone" | "domain", name: string): StepChange {
  return { kind, action: "delete", name };
}
