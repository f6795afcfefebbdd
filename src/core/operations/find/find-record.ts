// A record by its id, with the zone it stands in. The API's rows promise no zone (contract R4); the client remembers
// those it has seen.
import type { HeldRecord } from "../../api/api.ts";
import type { Context } from "../../context.ts";
import { InputError, VpsError } from "../../errors.ts";
import { isAllowed } from "./allowed.ts";
import { readZone, type ZoneState } from "./read-zone.ts";

/**
 * The record; one in a zone that is not allowed is not found, like one that is not there.
 * @throws InputError record_not_found
 */
export async function findRecord(context: Context, given: string): Promise<HeldRecord> {
  const id = given.trim();
  if (id === "") {
    throw new InputError("invalid_input", "record is empty.", { field: "record", hint: "list_records shows ids." });
  }
  const { api } = context;
  const allZones = async () => (await api.zones.list()).items;
  const record = await api.records.get(id, allZones).catch((error: unknown) => {
    if (error instanceof VpsError && error.code === "record_not_found") throw noRecord();
    throw error;
  });
  if (!isAllowed(context, record.zone.domain)) throw noRecord();
  return record;
}

/**
 * The record and its zone as it is.
 * @throws InputError record_not_found
 */
export async function findRecordInZone(
  context: Context,
  given: string,
): Promise<{ readonly record: HeldRecord; readonly state: ZoneState }> {
  const id = given.trim();
  // A record that was seen before needs no look at the record itself: the zone's list shows it.
  const known = context.api.records.zoneOf(id);
  const zone = known ?? (await findRecord(context, id)).zone;
  if (!isAllowed(context, zone.domain)) throw noRecord();
  const state = await readZone(context, zone);
  const record = state.held.find((held) => held.id === id);
  if (record !== undefined) return { record, state };
  if (!state.incomplete) throw noRecord();
  // The API cut the list short, and the very record may be among what it held back.
  const hidden = await findRecord(context, id);
  return { record: hidden, state: withRecord(state, hidden) };
}

function withRecord(state: ZoneState, found: HeldRecord): ZoneState {
  const { record } = found;
  return {
    ...state,
    held: [...state.held, found],
    records: record === undefined ? state.records : [...state.records, record],
  };
}

function noRecord(): InputError {
  return new InputError("record_not_found", "No record with that id in this account's zones.", {
    field: "record",
    hint: "list_records shows ids; a record may have been deleted meanwhile.",
  });
}
