// A record as the pages show it.
import { relativeName } from "../../core/dns/name.ts";
import type { HeldRecord } from "../state/entities.ts";
import { timestamp } from "./timestamp.ts";

/** No field tells the zone: the pages' records have none. */
export function recordShape({ id, record, createdAt }: HeldRecord, zone: string) {
  return {
    uuid: id,
    record_type: record.type,
    name: relativeName(record.name, zone),
    value: record.value,
    ttl: record.ttl,
    priority: record.priority ?? null,
    created_at: timestamp(createdAt),
  };
}
