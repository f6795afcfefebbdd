// The zone operations, Z1 to Z4.
import { randomUUID } from "node:crypto";
import * as z from "zod/mini";
import { parseZoneName } from "../../core/dns/name.ts";
import { InputError } from "../../core/errors.ts";
import { nextSerial } from "../dns/serial.ts";
import type { ZoneEntry } from "../state/world.ts";
import { listReply } from "./lists.ts";
import { readBody } from "./read-body.ts";
import { recordShape } from "./record-shape.ts";
import { invalid, notFound } from "./refusal.ts";
import { json, noContent, objectReply, type Reply } from "./reply.ts";
import type { Call, Route } from "./route.ts";
import { timestamp } from "./timestamp.ts";

const newZone = z.object({ domain: z.string({ error: "Give the domain as a string." }) });

export const zoneRoutes: readonly Route[] = [
  { id: "Z1", method: "GET", path: "/dns-zones/", permission: "dns:list", run: listZones },
  { id: "Z2", method: "GET", path: "/dns-zones/:zone/", permission: "dns:list", run: getZone },
  { id: "Z3", method: "POST", path: "/dns-zones/", permission: "dns:create", run: createZone },
  { id: "Z4", method: "DELETE", path: "/dns-zones/:zone/", permission: "dns:delete", run: deleteZone },
];

/** The zone that the path names, if it is the caller's. */
export function zoneOfCall({ world, account, parameters }: Call): ZoneEntry {
  const entry = world.zone(parameters["zone"] ?? "");
  if (entry === undefined || entry.zone.account !== account.id) throw notFound("Zone");
  return entry;
}

function listZones(call: Call): Reply {
  const wanted = call.query.get("domain");
  const rows = wanted === null ? call.world.zonesOf(call.account.id) : zonesNamed(call, wanted);
  return listReply(call.settings, call, { rows, shape: zoneShape });
}

function zonesNamed({ world, account }: Call, wanted: string): readonly ZoneEntry[] {
  const entry = world.zoneNamed(wanted.toLowerCase());
  return entry !== undefined && entry.zone.account === account.id ? [entry] : [];
}

function getZone(call: Call): Reply {
  const entry = zoneOfCall(call);
  const { domain } = entry.zone;
  return objectReply(zoneShape(entry), "records", {
    rows: entry.records.all(),
    shape: (held) => recordShape(held, domain),
  });
}

function createZone({ world, commit, account, body, now }: Call): Reply {
  const domain = zoneName(readBody(newZone, body).domain);
  if (world.zoneNamed(domain) !== undefined) throw invalid("domain", "A DNS zone for this domain already exists.");
  const id = randomUUID();
  const serial = nextSerial(0, Math.floor(now / 1000));
  commit({ kind: "zone-put", zone: { id, account: account.id, domain, createdAt: now, serial } });
  return json(201, { uuid: id, domain, created_at: timestamp(now), record_count: 0, records: [] });
}

function zoneName(text: string): string {
  try {
    return parseZoneName(text);
  } catch (error) {
    if (error instanceof InputError) throw invalid("domain", "Invalid domain name", error);
    throw error;
  }
}

function deleteZone(call: Call): Reply {
  call.commit({ kind: "zone-removed", id: zoneOfCall(call).zone.id });
  return noContent();
}

function zoneShape({ zone, records }: ZoneEntry) {
  return {
    uuid: zone.id,
    domain: zone.domain,
    created_at: timestamp(zone.createdAt),
    record_count: records.size,
  };
}
