// export_zone: a zone as a BIND master file, or as records.
import * as z from "zod/mini";
import { printZoneFile } from "../dns/zonefile/print-zone-file.ts";
import { defineOperation } from "../operation.ts";
import { count } from "../text/count.ts";
import { lines, warningLines } from "../text/lines.ts";
import { idText } from "../text/plain-text.ts";
import { recordLine } from "../text/record-line.ts";
import { VPS_NAMESERVERS } from "../vps-nameservers.ts";
import * as fields from "./fields.ts";
import { openZone, type ZoneState } from "./find/read-zone.ts";
import { sortRecords } from "./find/sort-records.ts";
import { recordRow, recordRowOf } from "./shapes/record-row.ts";
import { warningsField } from "./write/write-warnings.ts";

export const exportZone = defineOperation({
  name: "export_zone",
  title: "Export zone",
  toolset: "zones",
  effect: "read",
  idempotent: true,
  api: ["Z1", "R1"],
  summary: "Give a whole zone as a BIND zone file or JSON.",
  input: z.strictObject({
    zone: fields.zone,
    format: z._default(z.enum(["zonefile", "json"]), "zonefile").check(z.describe("json has ids")),
  }),
  output: z.strictObject({
    zonefile: z.optional(z.string()),
    records: z.optional(z.array(recordRow)),
    total: z.number().check(z.describe("Records")),
    warnings: z.optional(z.array(z.string())),
  }),
  examples: [
    { title: "Give me example.com as a zone file", input: { zone: "example.com" } },
    { title: "All records of example.com, with ids", input: { zone: "example.com", format: "json" } },
  ],
  async run({ zone, format }, context) {
    const state = await openZone(context, zone);
    const warnings = state.incomplete ? ["The API counted more records than it gave: this is not the whole zone."] : [];
    if (format === "json") {
      const records = sortRecords(state.held).map(recordRowOf);
      return { records, total: records.length, ...warningsField(warnings) };
    }
    const zonefile = printZoneFile({
      zone: state.zone.domain,
      records: state.records,
      nameservers: VPS_NAMESERVERS,
    });
    return { zonefile, total: state.records.length, ...warningsField([...warnings, ...leftOut(state)]) };
  },
  text({ zonefile, records, warnings }) {
    return lines(warningLines(warnings), zonefile ?? records?.map((row) => recordLine(row)));
  },
});

function leftOut({ held }: ZoneState): readonly string[] {
  const unknown = held.filter(({ record }) => record === undefined);
  if (unknown.length === 0) return [];
  const ids = unknown.map(({ id }) => idText(id)).join(", ");
  return [`${count(unknown.length, "record")} of a type or value this program does not know left out (id ${ids}).`];
}
