// Writes that a cancelled job does not cut off: none starts after the signal, and one under way gets its answer.
import type { Api } from "../core/api/api.ts";
import { NetworkError } from "../core/errors.ts";

/** Reads through `reads`, which ends with `cancelled`; writes through `writes`, which has a longer life. */
export function steadyApi(reads: Api, writes: Api, cancelled: AbortSignal): Api {
  const start = async <Answer>(request: () => Promise<Answer>) => {
    if (cancelled.aborted) {
      throw new NetworkError("cancelled", "The job was cancelled before this change was sent.");
    }
    return request();
  };
  return {
    account: reads.account,
    zones: {
      ...reads.zones,
      create: (domain) => start(() => writes.zones.create(domain)),
      delete: (id) => start(() => writes.zones.delete(id)),
    },
    records: {
      ...reads.records,
      create: (zone, content) => start(() => writes.records.create(zone, content)),
      replace: (zone, id, content) => start(() => writes.records.replace(zone, id, content)),
      update: (zone, id, change) => start(() => writes.records.update(zone, id, change)),
      delete: (id) => start(() => writes.records.delete(id)),
    },
    domains: {
      ...reads.domains,
      register: (order) => start(() => writes.domains.register(order)),
      update: (id, settings) => start(() => writes.domains.update(id, settings)),
      remove: (id) => start(() => writes.domains.remove(id)),
      transfer: (id, order) => start(() => writes.domains.transfer(id, order)),
    },
  };
}
