// One change of one record, checked, guarded, journaled and sent.
import * as z from "zod/mini";
import type { Unconfirmed } from "../../confirmation.ts";
import type { Context } from "../../context.ts";
import { relativeName } from "../../dns/name.ts";
import type { DnsRecord } from "../../dns/record.ts";
import { VpsError } from "../../errors.ts";
import type { PlannedChange } from "../../plan/plan.ts";
import { lines, warningLines } from "../../text/lines.ts";
import { recordLine } from "../../text/record-line.ts";
import type { ZoneState } from "../find/read-zone.ts";
import { changeField, guardedFields, unconfirmedText, undoLine } from "../shapes/guarded.ts";
import { type RecordRow, recordRow, recordRowOf } from "../shapes/record-row.ts";
import { changeRecords, type RecordsChange } from "./change-records.ts";
import { changeWarnings, warningsField } from "./write-warnings.ts";

const before = z.strictObject({
  name: z.string(),
  type: z.string(),
  value: z.string(),
  ttl: z.number(),
  priority: z.optional(z.number()),
});

/** The output of an operation that writes one record and may have to ask first. */
export const writtenRecord = z.strictObject({
  ...guardedFields,
  ...changeField,
  record: z.optional(recordRow).check(z.describe("As it stands now, or stood before it went")),
  before: z.optional(before).check(z.describe("As it stood before it was changed")),
  warnings: z.optional(z.array(z.string())),
});

/** The answer of an operation that wrote one record. */
export interface WrittenRecord {
  readonly status: "done";
  readonly changed: boolean;
  readonly change?: string;
  readonly record: RecordRow;
  readonly before?: z.output<typeof before>;
  readonly warnings?: string[];
}

/** Checks a change against the zone as it is, and sends it. */
export async function writeRecord(
  context: Context,
  state: ZoneState,
  { change, ...request }: Omit<RecordsChange, "changes"> & { readonly change: PlannedChange },
): Promise<WrittenRecord | Unconfirmed> {
  const result = await changeRecords(context, state, { ...request, changes: [change] });
  if (result.status !== "done") return result;
  const { sent, status, changed, change: entry } = result;
  const [first] = sent;
  // One change was asked for, so one was sent.
  if (first === undefined) throw new VpsError("internal", "A change of one record came back without it.");
  return {
    status,
    changed,
    ...(entry === undefined ? {} : { change: entry }),
    record: recordRowOf(first.record),
    ...(change.action === "update" ? { before: beforeRow(state, change.before) } : {}),
    ...warningsField(changeWarnings(state, sent)),
  };
}

function beforeRow({ zone }: ZoneState, { name, type, value, ttl, priority }: DnsRecord): z.output<typeof before> {
  return { name: relativeName(name, zone.domain), type, value, ttl, ...(priority === undefined ? {} : { priority }) };
}

/** What was done to which record, or the question that is still open. */
export function writtenText(what: string, output: z.output<typeof writtenRecord>): string {
  const { record, before: was, change, warnings } = output;
  if (record === undefined) return unconfirmedText(output) ?? "";
  // What has gone has no id any more that could be of use.
  const { id, ...rest } = record;
  const shown = what.startsWith("Deleted") ? rest : { id, ...rest };
  const gone = was === undefined ? undefined : `It was: ${recordLine({ ...was, fqdn: was.name })}`;
  return lines(`${what} ${record.zone}: ${recordLine(shown)}`, gone, undoLine(change), warningLines(warnings));
}
