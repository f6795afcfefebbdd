// delete_record: one record, by its id or by what it says.
import * as z from "zod/mini";
import type { HeldRecord } from "../api/api.ts";
import type { Context } from "../context.ts";
import { InputError } from "../errors.ts";
import { loseRecord } from "../change/lose-record.ts";
import { defineOperation } from "../operation.ts";
import * as fields from "./fields.ts";
import { findRecordInZone } from "./find/find-record.ts";
import { theRecord } from "./find/match-records.ts";
import { openZone, type ZoneState } from "./find/read-zone.ts";
import { recordRowOf } from "./shapes/record-row.ts";
import { writeRecord, writtenRecord, writtenText } from "./write/write-record.ts";

const input = z.strictObject({
  record: z.optional(fields.record),
  zone: z.optional(fields.zone),
  type: z.optional(fields.anyType),
  name: z.optional(fields.ownerName),
  value: z.optional(fields.value.check(z.describe("If several"))),
  confirm: z.optional(fields.confirm),
});

export const deleteRecord = defineOperation({
  name: "delete_record",
  title: "Delete record",
  toolset: "records",
  effect: "destroy",
  idempotent: false,
  api: ["Z1", "R4", "R1", "R7"],
  summary: "Delete one record, by id or by zone, type and name. Answers what has gone.",
  input,
  output: writtenRecord,
  examples: [
    {
      title: "Take the address of api away",
      input: { zone: "example.com", type: "A", name: "api", value: "192.0.2.10" },
    },
    { title: "Delete record rec-010", input: { record: "rec-010" } },
  ],
  async run(given, context) {
    const { record: held, state } = await findGiven(given, context);
    const { id, record: before } = held;
    if (before !== undefined) {
      return writeRecord(context, state, {
        operation: "delete_record",
        input: given,
        change: { action: "delete", id, before },
      });
    }
    const { confirm, ...bound } = given;
    const lost = await loseRecord(context, { operation: "delete_record", held, input: bound, confirm });
    if (lost.status !== "done") return lost;
    return {
      ...lost,
      changed: true,
      record: recordRowOf(held),
      warnings: ["This kind of record is not known here, so undo_change cannot put it back."],
    };
  },
  text(output) {
    return writtenText("Deleted from", output);
  },
});

async function findGiven(
  { record, zone, type, name, value }: z.output<typeof input>,
  context: Context,
): Promise<{ readonly record: HeldRecord; readonly state: ZoneState }> {
  const others = [zone, type, name, value].filter((field) => field !== undefined);
  if (record !== undefined && others.length === 0) return findRecordInZone(context, record);
  if (record !== undefined || zone === undefined || type === undefined || name === undefined) {
    throw new InputError("invalid_input", "Say which record: by record alone, or by zone, type and name.", {
      field: record === undefined ? "zone" : "record",
      hint: "value is needed as well where several records are there.",
    });
  }
  const state = await openZone(context, zone);
  return { record: theRecord(state, { name, type, value }), state };
}
