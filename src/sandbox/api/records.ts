// The record operations, R1 to R7.
import { randomUUID } from "node:crypto";
import type { DnsRecord } from "../../core/dns/record.ts";
import { nextSerial } from "../dns/serial.ts";
import type { HeldRecord, HeldZone } from "../state/entities.ts";
import type { ZoneEntry } from "../state/world.ts";
import { listReply } from "./lists.ts";
import { changedRecord, wholeRecord } from "./record-body.ts";
import { refuseConflict } from "./record-conflicts.ts";
import { recordShape } from "./record-shape.ts";
import { notFound } from "./refusal.ts";
import { json, noContent, type Reply } from "./reply.ts";
import type { Call, Route } from "./route.ts";
import { zoneOfCall } from "./zones.ts";

export const recordRoutes: readonly Route[] = [
  { id: "R1", method: "GET", path: "/dns-zones/:zone/records/", permission: "dns:list", run: listZoneRecords },
  { id: "R2", method: "POST", path: "/dns-zones/:zone/records/", permission: "dns:create", run: createRecord },
  { id: "R3", method: "GET", path: "/dns-records/", permission: "dns:list", run: listRecords },
  { id: "R4", method: "GET", path: "/dns-records/:record/", permission: "dns:list", run: getRecord },
  { id: "R5", method: "PUT", path: "/dns-records/:record/", permission: "dns:update", run: replaceRecord },
  { id: "R6", method: "PATCH", path: "/dns-records/:record/", permission: "dns:update", run: updateRecord },
  { id: "R7", method: "DELETE", path: "/dns-records/:record/", permission: "dns:delete", run: deleteRecord },
];

interface Row {
  readonly held: HeldRecord;
  readonly domain: string;
}

function listZoneRecords(call: Call): Reply {
  const { zone, records } = zoneOfCall(call);
  return listReply(call.settings, call, { rows: records.all(), shape: (held) => recordShape(held, zone.domain) });
}

/** A filter that matches nothing gives an empty list: the page names no error for it. */
function listRecords(call: Call): Reply {
  const zone = call.query.get("zone");
  const type = call.query.get("record_type")?.toUpperCase();
  const rows = call.world
    .zonesOf(call.account.id)
    .filter((entry) => zone === null || entry.zone.id === zone)
    .flatMap((entry) => entry.records.all().map((held): Row => ({ held, domain: entry.zone.domain })))
    .filter(({ held }) => type === undefined || held.record.type === type);
  return listReply(call.settings, call, { rows, shape: ({ held, domain }) => recordShape(held, domain) });
}

function createRecord(call: Call): Reply {
  const entry = zoneOfCall(call);
  const record = wholeRecord(call.body, entry.zone.domain);
  return put(call, entry, { record, replaced: undefined });
}

function getRecord(call: Call): Reply {
  const { held, entry } = recordOfCall(call);
  return json(200, recordShape(held, entry.zone.domain));
}

function replaceRecord(call: Call): Reply {
  const { held, entry } = recordOfCall(call);
  return put(call, entry, { record: wholeRecord(call.body, entry.zone.domain), replaced: held });
}

function updateRecord(call: Call): Reply {
  const { held, entry } = recordOfCall(call);
  return put(call, entry, { record: changedRecord(call.body, held.record, entry.zone.domain), replaced: held });
}

function deleteRecord(call: Call): Reply {
  const { held, entry } = recordOfCall(call);
  refuseConflict({ ...entry, added: undefined, removed: held });
  call.commit({ kind: "record-removed", id: held.id, serial: serialAfter(entry.zone, call.now) });
  return noContent();
}

function put(
  { commit, now }: Call,
  { zone, records }: ZoneEntry,
  { record, replaced }: { readonly record: DnsRecord; readonly replaced: HeldRecord | undefined },
): Reply {
  refuseConflict({ zone, records, added: record, removed: replaced });
  const identity = replaced ?? { id: randomUUID(), createdAt: now };
  const held = { id: identity.id, zone: zone.id, record, createdAt: identity.createdAt };
  commit({ kind: "record-put", record: held, serial: serialAfter(zone, now) });
  return json(replaced === undefined ? 201 : 200, recordShape(held, zone.domain));
}

function serialAfter(zone: HeldZone, now: number): number {
  return nextSerial(zone.serial, Math.floor(now / 1000));
}

function recordOfCall({ world, account, parameters }: Call): { held: HeldRecord; entry: ZoneEntry } {
  const held = world.record(parameters["record"] ?? "");
  const entry = held === undefined ? undefined : world.zone(held.zone);
  if (held === undefined || entry === undefined || entry.zone.account !== account.id) throw notFound("Record");
  return { held, entry };
}
