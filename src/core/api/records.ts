// Records: R1 to R7 of the contract.
import { sameRdata } from "../dns/compare.ts";
import { answeredDifferently } from "./answered-differently.ts";
import type { Api, HeldRecord, Listing, RecordContent, ZoneRef, ZonesSource } from "./api.ts";
import { ask, type Caller } from "./caller.ts";
import { ENDPOINTS, type Endpoint } from "./endpoints.ts";
import { findRecordZone } from "./find-record-zone.ts";
import { listAllRecords } from "./list-all-records.ts";
import { listAllPages } from "./pagination.ts";
import { type LookUp, postOnce } from "./post-once.ts";
import { readRow } from "./read-row.ts";
import type { RecordZones } from "./record-zones.ts";
import { rowNamesZone, zoneNamedByRow } from "./told-zone.ts";
import { changeToWire, heldRecord, recordToWire, type TypedChange, wireRecord } from "./wire-record.ts";

/** The records' part of the API. */
export function recordsApi(caller: Caller, recordZones: RecordZones): Api["records"] {
  return {
    listInZone: (zone) => listRecordsInZone(caller, zone, recordZones),
    list: (filter) => listRecordsByType(caller, filter, recordZones),
    listAll: (zones, filter = {}) => listAllRecords(caller, { zones, ...filter }, recordZones),
    zoneOf: (id) => recordZones.of(id),
    get: (id, zones) => getRecord(caller, { id, zones }, recordZones),
    create: (zone, content) => createRecord(caller, { zone, content }, recordZones),
    replace: (zone, id, content) =>
      writeRecord(
        caller,
        { endpoint: ENDPOINTS.R5, zone, id, sent: content, body: recordToWire(content, zone) },
        recordZones,
      ),
    update: (zone, id, change) =>
      writeRecord(
        caller,
        { endpoint: ENDPOINTS.R6, zone, id, sent: change, body: changeToWire(change, zone) },
        recordZones,
      ),
    delete: async (id) => {
      await ask(caller, { endpoint: ENDPOINTS.R7, id });
      recordZones.forget(id);
    },
  };
}

/** R1, every page. */
export function listRecordsInZone(
  caller: Caller,
  zone: ZoneRef,
  recordZones: RecordZones,
): Promise<Listing<HeldRecord>> {
  return listAllPages(caller, { endpoint: ENDPOINTS.R1, id: zone.id }, (row) =>
    readRecordRow(row, { zone, endpoint: ENDPOINTS.R1, recordZones }),
  );
}

/** Where a row was read. */
export interface Placing {
  readonly zone: ZoneRef;
  readonly endpoint: Endpoint;
  readonly recordZones: RecordZones;
}

/** A row of a zone that is known, remembered as that zone's. */
export function readRecordRow(row: unknown, { zone, endpoint, recordZones }: Placing): HeldRecord {
  const held = heldRecord(readRow(wireRecord, row, endpoint), zone);
  recordZones.remember(held.id, held.zone);
  return held;
}

async function listRecordsByType(
  caller: Caller,
  { zone, type }: { readonly zone: ZoneRef; readonly type?: string },
  recordZones: RecordZones,
): Promise<Listing<HeldRecord>> {
  const endpoint = ENDPOINTS.R3;
  const call = { endpoint, query: { zone: zone.id, record_type: type } };
  const rows = await listAllPages(caller, call, (row) => ({ row, id: readRow(wireRecord, row, endpoint).uuid }));
  // A server that does not know a filter gives rows of other zones and types.
  const items = rows.items
    .filter(({ row }) => !rowNamesZone(row) || zoneNamedByRow(row, [zone]) !== undefined)
    .map(({ row }) => readRecordRow(row, { zone, endpoint, recordZones }))
    .filter((held) => type === undefined || held.type === type);
  const total = items.length < rows.items.length ? items.length : rows.total;
  return { items, total, incomplete: rows.incomplete };
}

async function getRecord(
  caller: Caller,
  { id, zones }: { readonly id: string; readonly zones: ZonesSource },
  recordZones: RecordZones,
): Promise<HeldRecord> {
  const endpoint = ENDPOINTS.R4;
  const { body } = await ask(caller, { endpoint, id });
  const { uuid, name } = readRow(wireRecord, body, endpoint);
  const zone = await findRecordZone(
    { row: body, id: uuid, name },
    { recordZones, zones, listInZone: (candidate) => listRecordsInZone(caller, candidate, recordZones) },
  );
  return readRecordRow(body, { zone, endpoint, recordZones });
}

async function createRecord(
  caller: Caller,
  { zone, content }: { readonly zone: ZoneRef; readonly content: RecordContent },
  recordZones: RecordZones,
): Promise<HeldRecord> {
  const endpoint = ENDPOINTS.R2;
  const made = await postOnce(caller, {
    call: { endpoint, id: zone.id, body: recordToWire(content, zone) },
    read: (body) => readRecordRow(body, { zone, endpoint, recordZones }),
    find: async () => findSame(await listRecordsInZone(caller, zone, recordZones), content),
    where: "list_records shows whether it is there",
  });
  tellDifference(caller, content, made);
  return made;
}

// A zone holds no record twice (RFC 2181 §5), so an identical one is the one that was sent.
function findSame(listing: Listing<HeldRecord>, content: RecordContent): LookUp<HeldRecord> {
  const same = listing.items.filter(
    ({ record }) =>
      record !== undefined &&
      record.name === content.name &&
      record.type === content.type &&
      sameRdata(record, content),
  );
  const found = same.find((held) => held.ttl === content.ttl) ?? same[0];
  return { found, sure: !listing.incomplete };
}

interface RecordWrite {
  readonly endpoint: Endpoint;
  readonly zone: ZoneRef;
  readonly id: string;
  readonly sent: TypedChange;
  readonly body: Readonly<Record<string, unknown>>;
}

async function writeRecord(caller: Caller, write: RecordWrite, recordZones: RecordZones): Promise<HeldRecord> {
  const { endpoint, zone, id, sent, body } = write;
  const answer = await ask(caller, { endpoint, id, body });
  // An answer that holds only what was changed, or nothing, is completed by reading the record.
  const whole = wireRecord.safeParse(answer.body).success
    ? answer.body
    : (await ask(caller, { endpoint: ENDPOINTS.R4, id })).body;
  const held = readRecordRow(whole, { zone, endpoint, recordZones });
  tellDifference(caller, sent, held);
  return held;
}

function tellDifference(caller: Caller, sent: TypedChange, held: HeldRecord): void {
  const fields = answeredDifferently(sent, held);
  if (fields.length > 0) caller.log("warn", "The API holds something else than was sent", { record: held.id, fields });
}
