// One step may run several operations on one zone. They share what they read: until something is written, the lists of
// zones and of a zone's records are asked for once.
import type { Api, HeldRecord, Listing, Zone } from "../core/api/api.ts";

/** An API that answers a repeated list from memory until the next write. */
export function shareReads(api: Api): Api {
  const zones = new Map<string, Promise<Listing<Zone>>>();
  const records = new Map<string, Promise<Listing<HeldRecord>>>();
  const write = <Answer>(request: () => Promise<Answer>): Promise<Answer> => {
    zones.clear();
    records.clear();
    return request();
  };
  return {
    account: api.account,
    domains: api.domains,
    zones: {
      ...api.zones,
      list: (filter) => once(zones, filter?.domain ?? "", () => api.zones.list(filter)),
      create: (domain) => write(() => api.zones.create(domain)),
      delete: (id) => write(() => api.zones.delete(id)),
    },
    records: {
      ...api.records,
      listInZone: (zone) => once(records, zone.id, () => api.records.listInZone(zone)),
      create: (zone, content) => write(() => api.records.create(zone, content)),
      replace: (zone, id, content) => write(() => api.records.replace(zone, id, content)),
      update: (zone, id, change) => write(() => api.records.update(zone, id, change)),
      delete: (id) => write(() => api.records.delete(id)),
    },
  };
}

function once<Answer>(known: Map<string, Promise<Answer>>, key: string, ask: () => Promise<Answer>): Promise<Answer> {
  const answer = known.get(key) ?? ask();
  known.set(key, answer);
  return answer;
}
