// replace_record: everything a record holds, by its id (the API's PUT).
import * as z from "zod";
import { defineOperation } from "../operation.ts";
import { lines, warningLines } from "../text/lines.ts";
import { recordLine } from "../text/record-line.ts";
import * as fields from "./fields.ts";
import { findRecordInZone } from "./find/find-record.ts";
import { recordRow, recordRowOf } from "./shapes/record-row.ts";
import { checkChanges } from "./write/check-changes.ts";
import { holds, newContent } from "./write/new-content.ts";
import { understood } from "./write/understood.ts";
import { changeWarnings, warningsField } from "./write/write-warnings.ts";

export const replaceRecord = defineOperation({
  name: "replace_record",
  title: "Replace a record",
  toolset: "records",
  effect: "update",
  idempotent: true,
  api: ["Z1", "R4", "R1", "R5"],
  summary: "Replace what a record holds, by its id.",
  input: z.strictObject({
    record: fields.record,
    type: fields.type,
    name: fields.ownerName,
    value: fields.value,
    ttl: fields.ttl.optional(),
    priority: fields.priority.optional(),
  }),
  output: z.strictObject({ changed: z.boolean(), record: recordRow, warnings: z.array(z.string()).optional() }),
  examples: [
    {
      title: "Make record rec-001 an alias",
      input: { record: "rec-001", type: "CNAME", name: "blog", value: "pages.example.net" },
    },
  ],
  async run({ record: id, ...content }, context) {
    const { record: held, state } = await findRecordInZone(context, id);
    const before = understood(held);
    const after = newContent(state, held.id, { ...content, zone: state.zone.domain });
    if (before.type === after.type && holds(held, after)) return { changed: false, record: recordRowOf(held) };
    const change = { action: "update", id: held.id, before, after } as const;
    checkChanges(state, [change]);
    const record = await context.api.records.replace(state.zone, held.id, after);
    return {
      changed: true,
      record: recordRowOf(record),
      ...warningsField(changeWarnings(state, [{ change, record }])),
    };
  },
  text({ changed, record, warnings }) {
    const what = changed ? "Replaced" : "Already so";
    return lines(`${what} in ${record.zone}: ${recordLine(record)}`, warningLines(warnings));
  },
});
