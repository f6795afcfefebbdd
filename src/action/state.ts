// What main saves for post: where it wrote, and each record it created. Never the token: the runner hands post its
// inputs anew. One entry for each record, because an entry becomes an environment variable of bounded length.
import { createHash } from "node:crypto";
import { saveState } from "@actions/core";
import type { HeldRecord, ZoneRef } from "../core/api/api.ts";
import { annotateWarning } from "./job-log.ts";

/** The entry that is there when post may have something to do. */
export const PLACE_ENTRY = "place";

/** Where the created records are: the API that was spoken to, or the sandbox. */
export interface Place {
  readonly apiUrl: string;
  /** The folder of an embedded sandbox, "" for one in memory; undefined without one. */
  readonly sandbox?: string | undefined;
}

/** A record that this step created; its content is known by a fingerprint alone. */
export interface CreatedRecord {
  readonly id: string;
  readonly zone: ZoneRef;
  readonly name: string;
  readonly type: string;
  readonly fingerprint: string;
}

/** The entry of the n-th created record, from 1. */
export function createdEntry(n: number): string {
  return `created_${n}`;
}

/** Saves where cleanup will have to go; called before the first write. */
export function savePlace(place: Place): void {
  saveState(PLACE_ENTRY, JSON.stringify(place));
}

/** Saves each record given to it, at once. */
export function createdRecordSaver(): (record: HeldRecord) => void {
  let count = 0;
  return (record) => {
    count += 1;
    const { id, zone, name, type } = record;
    const fingerprint = fingerprintOf(record);
    const entry: CreatedRecord = { id, zone: { id: zone.id, domain: zone.domain }, name, type, fingerprint };
    try {
      saveState(createdEntry(count), JSON.stringify(entry));
    } catch {
      // The record is there all the same: its operation goes on, and people are told what post will not know.
      annotateWarning(`The ${labelOf(entry)} could not be noted for cleanup: delete it by its id after the job.`);
    }
  };
}

/** The record in our words and the API's id; never its value. */
export function labelOf({ id, type, name }: Pick<CreatedRecord, "id" | "type" | "name">): string {
  return `${type} record at ${name} (id ${id})`;
}

/** The same for the same record content, however the API spells it. */
export function fingerprintOf({ name, type, ttl, value, priority }: HeldRecord): string {
  return createHash("sha256")
    .update(JSON.stringify([name, type, ttl, value, priority ?? null]))
    .digest("hex");
}
