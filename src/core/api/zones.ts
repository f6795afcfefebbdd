// Zones: Z1 to Z4 of the contract.
import * as z from "zod/mini";
import type { Api, Listing, Zone } from "./api.ts";
import { ask, type Caller } from "./caller.ts";
import { canonicalDomain } from "./canonical-domain.ts";
import { ENDPOINTS } from "./endpoints.ts";
import { listAllPages } from "./pagination.ts";
import { type LookUp, postOnce } from "./post-once.ts";
import { readRow } from "./read-row.ts";
import type { RecordZones } from "./record-zones.ts";
import { listRecordsInZone, readRecordRow } from "./records.ts";
import { present, wireId, wireNumber, wireText } from "./wire.ts";

const wireZone = z.object({
  uuid: wireId,
  domain: z.string().check(z.minLength(1)),
  created_at: wireText,
  record_count: wireNumber,
});
const wireZoneRecords = z.object({ records: z.catch(z.nullish(z.array(z.unknown())), undefined) });

/** The zones' part of the API. */
export function zonesApi(caller: Caller, recordZones: RecordZones): Api["zones"] {
  return {
    list: (filter = {}) => listZones(caller, filter.domain),
    get: async (id) => {
      const { body } = await ask(caller, { endpoint: ENDPOINTS.Z2, id });
      const zone = zoneFromWire(readRow(wireZone, body, ENDPOINTS.Z2));
      return { zone, records: await recordsOf(zone, body) };
    },
    create: (domain) =>
      postOnce(caller, {
        call: { endpoint: ENDPOINTS.Z3, body: { domain } },
        read: (body) => zoneFromWire(readRow(wireZone, body, ENDPOINTS.Z3)),
        find: async () => findOne(await listZones(caller, domain), domain),
        where: "list_zones shows whether it is there",
      }),
    delete: async (id) => {
      await ask(caller, { endpoint: ENDPOINTS.Z4, id });
    },
  };

  // Z2 promises all records; where it gives fewer than it counts, or none, the list of records has the last word.
  async function recordsOf(zone: Zone, body: unknown) {
    const { records } = readRow(wireZoneRecords, body, ENDPOINTS.Z2);
    if (records !== undefined && records !== null && records.length >= (zone.recordCount ?? 0)) {
      return records.map((row) => readRecordRow(row, { zone, endpoint: ENDPOINTS.Z2, recordZones }));
    }
    return (await listRecordsInZone(caller, zone, recordZones)).items;
  }
}

async function listZones(caller: Caller, domain: string | undefined): Promise<Listing<Zone>> {
  const wanted = domain === undefined ? undefined : canonicalDomain(domain);
  const call = { endpoint: ENDPOINTS.Z1, query: { domain: wanted } };
  const zones = await listAllPages(caller, call, (row) => zoneFromWire(readRow(wireZone, row, ENDPOINTS.Z1)));
  if (wanted === undefined) return zones;
  // A server that does not know the filter gives every zone.
  const items = zones.items.filter((zone) => zone.domain === wanted);
  return { items, total: items.length, incomplete: zones.incomplete && items.length === 0 };
}

function findOne(zones: Listing<Zone>, domain: string): LookUp<Zone> {
  const wanted = canonicalDomain(domain);
  return { found: zones.items.find((zone) => zone.domain === wanted), sure: !zones.incomplete };
}

function zoneFromWire(row: z.output<typeof wireZone>): Zone {
  return {
    id: row.uuid,
    domain: canonicalDomain(row.domain),
    ...present({ createdAt: row.created_at, recordCount: row.record_count }),
  };
}
