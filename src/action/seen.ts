// What a step has read: records by id, so that a change can be told with what stood there before, and names by id.
import type { Api, Domain, HeldRecord, Listing, Zone } from "../core/api/api.ts";

export interface Seen {
  readonly record: (id: string) => HeldRecord | undefined;
  /** A zone's or domain's name; its id where the name was never read. */
  readonly zoneName: (id: string) => string;
  readonly domainName: (id: string) => string;
}

/** An API whose reads are remembered. */
export function rememberReads(api: Api): { readonly api: Api; readonly seen: Seen } {
  const records = new Map<string, HeldRecord>();
  const zones = new Map<string, string>();
  const domains = new Map<string, string>();
  const keepRecord = (record: HeldRecord) => records.set(record.id, record);
  const keepZone = (zone: Zone) => zones.set(zone.id, zone.domain);
  const keepDomain = (domain: Domain) => domains.set(domain.id, domain.domain);
  return {
    seen: {
      record: (id) => records.get(id),
      zoneName: (id) => zones.get(id) ?? id,
      domainName: (id) => domains.get(id) ?? id,
    },
    api: {
      account: api.account,
      zones: {
        ...api.zones,
        list: async (filter) => each(await api.zones.list(filter), keepZone),
        get: async (id) => {
          const found = await api.zones.get(id);
          keepZone(found.zone);
          for (const record of found.records) keepRecord(record);
          return found;
        },
      },
      records: {
        ...api.records,
        listInZone: async (zone) => each(await api.records.listInZone(zone), keepRecord),
        list: async (filter) => each(await api.records.list(filter), keepRecord),
        listAll: async (among, filter) => {
          const listing = await api.records.listAll(among, filter);
          return listing === undefined ? undefined : each(listing, keepRecord);
        },
        get: async (id, among) => one(await api.records.get(id, among), keepRecord),
      },
      domains: {
        ...api.domains,
        list: async (filter) => each(await api.domains.list(filter), keepDomain),
        get: async (id) => one(await api.domains.get(id), keepDomain),
      },
    },
  };
}

function each<Item>(listing: Listing<Item>, keep: (item: Item) => unknown): Listing<Item> {
  for (const item of listing.items) keep(item);
  return listing;
}

function one<Item>(item: Item, keep: (item: Item) => unknown): Item {
  keep(item);
  return item;
}
