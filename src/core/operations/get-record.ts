// get_record: one record by its id.
import * as z from "zod/mini";
import { defineOperation } from "../operation.ts";
import { recordLine } from "../text/record-line.ts";
import * as fields from "./fields.ts";
import { findRecord } from "./find/find-record.ts";
import { recordRow, recordRowOf } from "./shapes/record-row.ts";

export const getRecord = defineOperation({
  name: "get_record",
  title: "Show record",
  toolset: "records",
  effect: "read",
  idempotent: true,
  api: ["Z1", "R4"],
  summary: "Show a record by id.",
  input: z.strictObject({ record: fields.record }),
  output: z.strictObject({ record: recordRow }),
  examples: [{ title: "Show record rec-001", input: { record: "rec-001" } }],
  async run({ record }, context) {
    return { record: recordRowOf(await findRecord(context, record)) };
  },
  text({ record }) {
    return recordLine(record, { absolute: true });
  },
});
