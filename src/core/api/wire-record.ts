// A record between the API's words and ours: what is sent, and what is understood of what comes back.
import * as z from "zod/mini";
import { isWithin, looseName, parseOwnerName, relativeName } from "../dns/name.ts";
import { DEFAULT_TTL_SECONDS, readRecord } from "../dns/parse-record.ts";
import { isRecordType, recordTypes } from "../dns/record-types.ts";
import type { HeldRecord, RecordChange, RecordContent, ZoneRef } from "./api.ts";
import { present, wireId, wireNumber, wireText } from "./wire.ts";

/** A record's row: id, type and name must be there, anything else may be missing. */
export const wireRecord = z.object({
  uuid: wireId,
  record_type: z.string().check(z.minLength(1)),
  name: z.string(),
  value: wireText,
  ttl: wireNumber,
  priority: wireNumber,
  created_at: wireText,
});

/** A change with the type that says how its value is spelled. */
export type TypedChange = RecordChange & { readonly type: string };

/** A row as it was read. */
export type WireRecord = z.output<typeof wireRecord>;

/** A row as the account holds it; a type or value that the DNS core does not know is passed through as it is. */
export function heldRecord(row: WireRecord, zone: ZoneRef): HeldRecord {
  const { domain } = zone;
  const ttl = row.ttl ?? DEFAULT_TTL_SECONDS;
  const spelled = {
    type: row.record_type.toUpperCase(),
    value: row.value ?? "",
    ...present({ priority: row.priority }),
  };
  const record = readRecord({ zone: domain, name: row.name === "" ? "@" : row.name, ttl, ...spelled });
  const content = record ?? { name: looseOwnerName(row.name, domain), ttl, ...spelled };
  return {
    ...content,
    id: row.uuid,
    zone,
    ...present({ createdAt: row.created_at }),
    ...(record === undefined ? {} : { record }),
  };
}

/** The whole record as R2 and R5 take it. */
export function recordToWire(record: RecordContent, zone: ZoneRef) {
  return { record_type: record.type, ...changeToWire(record, zone) };
}

/** Some of a record's members as R6 takes them; what is not asked for, or not of the type, is not sent. */
export function changeToWire(change: TypedChange, zone: ZoneRef) {
  const hasPriority = !isRecordType(change.type) || recordTypes[change.type].hasPriority;
  return present({
    name: change.name === undefined ? undefined : relativeName(change.name, zone.domain),
    value: change.value,
    ttl: change.ttl,
    priority: hasPriority ? change.priority : undefined,
  });
}

// The name of a record that is only passed through need not be one that may be written.
function looseOwnerName(name: string, zone: string): string {
  try {
    return parseOwnerName(name === "" ? "@" : name, zone);
  } catch {
    const lower = looseName(name);
    return isWithin(lower, zone) ? lower : `${lower}.${zone}`;
  }
}
