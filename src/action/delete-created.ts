// Deletes records that main created, by id, and nothing else: one that others changed meanwhile stays and is told, one
// that is gone is fine, and a failure is a warning with the id.
import type { Api, HeldRecord } from "../core/api/api.ts";
import { type ErrorCode, toProblem } from "../core/errors.ts";
import { annotateWarning, problemWords, say } from "./job-log.ts";
import { type CreatedRecord, fingerprintOf, labelOf } from "./state.ts";

type Records = Pick<Api["records"], "listInZone" | "get" | "delete">;

const GONE: readonly ErrorCode[] = ["record_not_found", "zone_not_found", "not_found"];

/** Deletes what is still as it was created; done twice, the second time finds nothing. */
export async function deleteCreated(records: Records, created: readonly CreatedRecord[]): Promise<void> {
  const lookUp = currentRecords(records);
  for (const record of created) {
    try {
      await deleteOne(records, record, await lookUp(record));
    } catch (error) {
      annotateWarning(
        `The ${labelOf(record)} was created by this step and could not be deleted: delete it by its id. ${problemWords(error)}`,
      );
    }
  }
}

async function deleteOne(records: Records, record: CreatedRecord, now: HeldRecord | undefined): Promise<void> {
  if (now === undefined) return say(`Already gone: ${labelOf(record)}.`);
  if (fingerprintOf(now) !== record.fingerprint) {
    return annotateWarning(`The ${labelOf(record)} was changed since this step created it, so it stays.`);
  }
  await unlessGone(() => records.delete(record.id));
  say(`Deleted: ${labelOf(record)}.`);
}

// A zone's list is one request for all its records, and tells what a single record's answer need not: the zone.
function currentRecords(records: Records): (record: CreatedRecord) => Promise<HeldRecord | undefined> {
  const zones = new Map<string, ReturnType<Records["listInZone"]>>();
  return ({ id, zone }) =>
    unlessGone(async () => {
      const listed = zones.get(zone.id) ?? records.listInZone(zone);
      zones.set(zone.id, listed);
      const { items, incomplete } = await listed;
      return items.find((item) => item.id === id) ?? (incomplete ? records.get(id, [zone]) : undefined);
    });
}

async function unlessGone<Answer>(request: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await request();
  } catch (error) {
    if (GONE.includes(toProblem(error).code)) return undefined;
    throw error;
  }
}
