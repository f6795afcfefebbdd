// Finds the zone of a record known by its id alone, with as few requests as can be.
import { VpsError } from "../errors.ts";
import type { HeldRecord, ZoneRef, ZonesSource } from "./api.ts";
import type { RecordZones } from "./record-zones.ts";
import { zoneNamedByRow, zoneOfAbsoluteName } from "./told-zone.ts";

/** A record's row whose zone is wanted. */
export interface RowToPlace {
  readonly row: unknown;
  readonly id: string;
  /** The owner name as the row spells it. */
  readonly name: string;
}

/** Where its zone may be found. */
export interface Places {
  readonly recordZones: RecordZones;
  readonly zones: ZonesSource;
  readonly listInZone: (zone: ZoneRef) => Promise<{ readonly items: readonly HeldRecord[] }>;
}

/**
 * The record's zone: seen before, named by the row, told by its absolute owner name, or found by looking through the
 * zones one after another.
 * @throws VpsError `zone_not_found` when it is in none of them.
 */
export async function findRecordZone({ row, id, name }: RowToPlace, places: Places): Promise<ZoneRef> {
  const seen = places.recordZones.of(id);
  if (seen !== undefined) return seen;
  const zones = typeof places.zones === "function" ? await places.zones() : places.zones;
  const told = zoneNamedByRow(row, zones) ?? zoneOfAbsoluteName(name, zones);
  if (told !== undefined) return told;
  for (const zone of zones) {
    const { items } = await places.listInZone(zone);
    if (items.some((item) => item.id === id)) return zone;
  }
  throw new VpsError("zone_not_found", "The record is there, but in none of the zones that were looked through.", {
    hint: "Give the zone with the record's name, type and value instead of its id.",
  });
}
