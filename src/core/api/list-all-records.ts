// R3 over the whole account. Its rows promise no zone: where one cannot be told, the caller asks zone by zone.
import type { HeldRecord, Listing, ZoneRef } from "./api.ts";
import type { Caller } from "./caller.ts";
import { ENDPOINTS } from "./endpoints.ts";
import { listAllPages } from "./pagination.ts";
import { readRow } from "./read-row.ts";
import type { RecordZones } from "./record-zones.ts";
import { zoneNamedByRow, zoneOfAbsoluteName } from "./told-zone.ts";
import { heldRecord, wireRecord } from "./wire-record.ts";

/** What of the account is listed. */
export interface AccountWide {
  /** Every zone of the account. */
  readonly zones: readonly ZoneRef[];
  readonly type?: string;
}

/** Every record of the account, or undefined when a row's zone cannot be told; that is found out once a client. */
export async function listAllRecords(
  caller: Caller,
  { zones, type }: AccountWide,
  recordZones: RecordZones,
): Promise<Listing<HeldRecord> | undefined> {
  if (zones.length === 0) return { items: [], total: 0, incomplete: false };
  if (zones.length > 1 && !recordZones.rowsTell) return undefined;
  const endpoint = ENDPOINTS.R3;
  const rows = await listAllPages(caller, { endpoint, query: { record_type: type } }, (row) => {
    const read = readRow(wireRecord, row, endpoint);
    return { id: read.uuid, row, read, zone: zoneOf(row, read.name, zones) };
  });
  const items: HeldRecord[] = [];
  for (const { id, read, zone } of rows.items) {
    const known = zone ?? recordZones.of(id);
    if (known === undefined) {
      recordZones.rowsTell = false;
      return undefined;
    }
    const held = heldRecord(read, known);
    recordZones.remember(id, held.zone);
    // A server that does not know the filter gives every type.
    if (type === undefined || held.type === type) items.push(held);
  }
  const total = items.length < rows.items.length ? items.length : rows.total;
  return { items, total, incomplete: rows.incomplete };
}

function zoneOf(row: unknown, name: string, zones: readonly ZoneRef[]): ZoneRef | undefined {
  const [only] = zones;
  if (zones.length === 1) return only;
  return zoneNamedByRow(row, zones) ?? zoneOfAbsoluteName(name, zones);
}
