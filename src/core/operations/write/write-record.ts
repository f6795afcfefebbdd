// One change of one record, checked and sent.
import type { Context } from "../../context.ts";
import type { PlannedChange } from "../../plan/plan.ts";
import type { ZoneState } from "../find/read-zone.ts";
import { type RecordRow, recordRowOf } from "../shapes/record-row.ts";
import { checkChanges } from "./check-changes.ts";
import { sendChange } from "./send-changes.ts";
import { changeWarnings, warningsField } from "./write-warnings.ts";

export interface WrittenRecord {
  readonly changed: true;
  /** As it stands now, or stood before it was deleted. */
  readonly record: RecordRow;
  readonly warnings?: string[];
}

/** Checks a change against the zone as it is, and sends it. */
export async function writeRecord(context: Context, state: ZoneState, change: PlannedChange): Promise<WrittenRecord> {
  checkChanges(state, [change]);
  const record = await sendChange(context, state, change);
  return {
    changed: true,
    record: recordRowOf(record),
    ...warningsField(changeWarnings(state, [{ change, record }])),
  };
}
