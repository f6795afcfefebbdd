// Deletes records that main created, by id, and nothing else: one that others changed meanwhile stays and is told, one
// that is gone is fine, and a failure is a warning with the id.
import type { Api } from "../core/api/api.ts";
import { toProblem } from "../core/errors.ts";
import { annotateWarning, problemText, say } from "./job-log.ts";
import { type CreatedRecord, fingerprintOf } from "./state.ts";

/** Deletes what is still as it was created; done twice, the second time finds nothing. */
export async function deleteCreated(records: Api["records"], created: readonly CreatedRecord[]): Promise<void> {
  for (const record of created) {
    try {
      await deleteOne(records, record);
    } catch (error) {
      annotateWarning(
        `The ${labelOf(record)} was created by this step and could not be deleted: delete it by its id. ${problemText(toProblem(error))}`,
      );
    }
  }
}

async function deleteOne(records: Api["records"], record: CreatedRecord): Promise<void> {
  const now = await unlessGone(() => records.get(record.id, [record.zone]));
  if (now === undefined) return say(`Already gone: ${labelOf(record)}.`);
  if (fingerprintOf(now) !== record.fingerprint) {
    return annotateWarning(`The ${labelOf(record)} was changed since this step created it, so it stays.`);
  }
  await unlessGone(() => records.delete(record.id));
  say(`Deleted: ${labelOf(record)}.`);
}

async function unlessGone<Answer>(request: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await request();
  } catch (error) {
    if (toProblem(error).code === "record_not_found") return undefined;
    throw error;
  }
}

/** The record in our words and the API's id; never its value. */
export function labelOf({ id, type, name }: Pick<CreatedRecord, "id" | "type" | "name">): string {
  return `${type} record at ${name} (id ${id})`;
}
