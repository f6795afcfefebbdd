// get_zone: one zone with its records.
import * as z from "zod/mini";
import { defineOperation } from "../operation.ts";
import { lines } from "../text/lines.ts";
import { fittingRows, listText } from "../text/list-text.ts";
import { recordLine } from "../text/record-line.ts";
import { VPS_NAMESERVERS } from "../vps-nameservers.ts";
import * as fields from "./fields.ts";
import { isShort, readWholeZone } from "./find/read-zone.ts";
import { sortRecords } from "./find/sort-records.ts";
import { summaryField, summaryLines, summaryOf } from "./shapes/records-summary.ts";
import { recordRow, recordRowOf } from "./shapes/record-row.ts";
import { zoneLine, zoneRow, zoneRowOf } from "./shapes/zone-row.ts";

/** As many as a page of list_records has by default. */
const RECORDS_MAX = 50;

export const getZone = defineOperation({
  name: "get_zone",
  title: "Show zone",
  toolset: "zones",
  effect: "read",
  idempotent: true,
  api: ["Z1", "Z2"],
  summary: `Show a zone and its first ${RECORDS_MAX} records; list_records shows more.`,
  input: z.strictObject({ zone: fields.zone }),
  output: z.strictObject({
    zone: zoneRow,
    nameservers: z.array(z.string()).check(z.describe("To delegate to")),
    records: z.array(recordRow),
    total: z.number().check(z.describe("Records")),
    ...summaryField,
    incomplete: z.optional(z.boolean()),
  }),
  examples: [{ title: "What is in example.com?", input: { zone: "example.com" } }],
  async run(input, context) {
    const { zone, records } = await readWholeZone(context, input.zone);
    const first = sortRecords(records).slice(0, RECORDS_MAX).map(recordRowOf);
    return {
      zone: { ...zoneRowOf(zone), record_count: records.length },
      nameservers: [...VPS_NAMESERVERS],
      records: first.slice(0, fittingRows(first.map((row) => recordLine(row)))),
      total: records.length,
      ...summaryOf(records),
      ...(isShort(zone, records) ? { incomplete: true } : {}),
    };
  },
  text({ zone, nameservers, records, total, summary, incomplete }) {
    return lines(
      `Zone ${zoneLine(zone)}`,
      `Name servers: ${nameservers.join(" ")}`,
      summaryLines(summary),
      listText({ noun: "record", rows: records.map((row) => recordLine(row)), total, incomplete }),
      records.length < total
        ? "list_records shows the rest: narrow by type, name (* for any characters) or value."
        : undefined,
    );
  },
});
