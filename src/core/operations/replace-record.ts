// replace_record: everything a record holds, by its id (the API's PUT).
import * as z from "zod/mini";
import { defineOperation } from "../operation.ts";
import * as fields from "./fields.ts";
import { findRecordInZone } from "./find/find-record.ts";
import { recordRowOf } from "./shapes/record-row.ts";
import { holds, newContent } from "./write/new-content.ts";
import { understood } from "./write/understood.ts";
import { writeRecord, writtenRecord, writtenText } from "./write/write-record.ts";

export const replaceRecord = defineOperation({
  name: "replace_record",
  title: "Replace record",
  toolset: "records",
  effect: "update",
  idempotent: true,
  api: ["Z1", "R4", "R1", "R5"],
  summary: "Replace all of a record by id.",
  input: z.strictObject({
    record: fields.record,
    type: fields.type,
    name: fields.ownerName,
    value: fields.value.check(z.describe("As create_record has it")),
    ttl: z.optional(fields.ttl),
    priority: z.optional(fields.priority),
    confirm: z.optional(fields.confirm),
  }),
  output: writtenRecord,
  examples: [
    {
      title: "Make record rec-001 an alias",
      input: { record: "rec-001", type: "CNAME", name: "blog", value: "pages.example.net" },
    },
  ],
  async run(input, context) {
    const { record: id, confirm: _, ...content } = input;
    const { record: held, state } = await findRecordInZone(context, id);
    const before = understood(held);
    const after = newContent(state, held.id, { ...content, zone: state.zone.domain });
    if (before.type === after.type && holds(held, after))
      return { status: "done" as const, changed: false, record: recordRowOf(held) };
    return writeRecord(context, state, {
      operation: "replace_record",
      input,
      change: { action: "update", id: held.id, before, after, whole: true },
    });
  },
  text(output) {
    return writtenText(output.changed ? "Replaced in" : "Already so in", output);
  },
});
