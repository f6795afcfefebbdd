// list_records: records by zone, type, name and value.
import * as z from "zod/mini";
import { defineOperation } from "../operation.ts";
import { lines } from "../text/lines.ts";
import { listText } from "../text/list-text.ts";
import { recordLine } from "../text/record-line.ts";
import * as fields from "./fields.ts";
import { collectRecords } from "./find/collect-records.ts";
import { filterRecords } from "./find/filter-records.ts";
import { sortRecords } from "./find/sort-records.ts";
import { pageOf } from "./page.ts";
import { listFields, listFieldsOf } from "./shapes/list-fields.ts";
import { summaryField, summaryLines, summaryOf } from "./shapes/records-summary.ts";
import { recordRow, recordRowOf } from "./shapes/record-row.ts";

export const listRecords = defineOperation({
  name: "list_records",
  title: "List records",
  toolset: "records",
  effect: "read",
  idempotent: true,
  api: ["Z1", "R1", "R3"],
  summary: "Find records by type, name or value, in one zone or all.",
  input: z.strictObject({
    zone: z.optional(fields.zone),
    type: z.optional(fields.anyType),
    name: z.optional(fields.ownerName.check(z.describe("* for any characters"))),
    value: z.optional(fields.value.check(z.describe("Part of it"))),
    limit: fields.limit,
    cursor: z.optional(fields.cursor),
  }),
  output: z.strictObject({
    records: z.array(recordRow),
    all_zones: z.optional(z.boolean()).check(z.describe("Every zone was looked through")),
    ...summaryField,
    ...listFields,
  }),
  examples: [
    { title: "Which MX records has example.com?", input: { zone: "example.com", type: "MX" } },
    { title: "What points at 192.0.2.1, in any zone?", input: { value: "192.0.2.1" } },
    { title: "Every verification record", input: { type: "TXT", name: "_*" } },
  ],
  async run({ zone, type, name, value, limit, cursor }, context) {
    const listing = await collectRecords(context, { zone, type });
    const records = sortRecords(filterRecords(listing.items, { name, value }));
    const page = pageOf(records, {
      limit,
      cursor,
      of: ["records", zone, type, name, value],
      row: recordRowOf,
      line: (row) => recordLine(row, { absolute: zone === undefined }),
    });
    const whole = records.length === listing.items.length;
    return {
      records: page.rows,
      ...(zone === undefined ? { all_zones: true } : {}),
      ...(cursor === undefined && page.nextCursor !== undefined ? summaryOf(records) : {}),
      ...listFieldsOf({
        total: whole ? listing.total : records.length,
        nextCursor: page.nextCursor,
        incomplete: listing.incomplete,
      }),
    };
  },
  text({ records, all_zones: absolute = false, total, summary, next_cursor: nextCursor, incomplete }) {
    const rows = records.map((row) => recordLine(row, { absolute }));
    const narrow = "Or narrow by type, name or value.";
    return lines(summaryLines(summary), listText({ noun: "record", rows, total, nextCursor, incomplete, narrow }));
  },
});
