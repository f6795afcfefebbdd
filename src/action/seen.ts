// What a step has read: records by id, so that a change can be told with what stood there before, and names by id.
import type { Api, Domain, HeldRecord, Listing, Zone } from "../core/api/api.ts";

export interface Seen {
  record(id: string): HeldRecord | undefined;
  /** A zone's or domain's name; its id where the name was never read. */
  zoneName(id: string): string;
  domainName(id: string): string;
}

/** An API whose reads are remembered. */
export function rememberReads(api: Api): { readonly api: Api; readonly seen: Seen } {
  const records = new Map<string, HeldRecord>();
  const zones = new Map<string, string>();
  const domains = new Map<string, string>();
  const keepRecord = (record: HeldRecord) => {
    records.set(record.id, record);
    return record;
  };
  const keepRecords = <L extends Listing<HeldRecord> | undefined>(listing: L): L => {
    for (const record of listing?.items ?? []) keepRecord(record);
    return listing;
  };
  const keepZone = (zone: Zone) => zones.set(zone.id, zone.domain);
  const keepDomain = (domain: Domain) => domains.set(domain.id, domain.domain);
  const seen: Seen = {
    record: (id) => records.get(id),
    zoneName: (id) => zones.get(id) ?? id,
    domainName: (id) => domains.get(id) ?? id,
  };
  return {
    seen,
    api: {
      ...api,
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
        listInZone: async (zone) => keepRecords(await api.records.listInZone(zone)),
        list: async (filter) => keepRecords(await api.records.list(filter)),
        listAll: async (zones, filter) => keepRecords(await api.records.listAll(zones, filter)),
        get: async (id, zones) => keepRecord(await api.records.get(id, zones)),
      },
      domains: {
        ...api.domains,
        list: async (filter) => each(await api.domains.list(filter), keepDomain),
        get: async (id) => {
          const domain = await api.domains.get(id);
          keepDomain(domain);
          return domain;
        },
      },
    },
  };
}

function each<Item>(listing: Listing<Item>, keep: (item: Item) => unknown): Listing<Item> {
  for (const item of listing.items) keep(item);
  return listing;
}
