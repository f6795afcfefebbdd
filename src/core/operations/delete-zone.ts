// delete_zone: a zone and everything in it.
import * as z from "zod";
import type { Zone } from "../api/api.ts";
import type { Context } from "../context.ts";
import { defineOperation } from "../operation.ts";
import { count } from "../text/count.ts";
import * as fields from "./fields.ts";
import { resolveZone } from "./find/resolve-zone.ts";
import { askFirst, DONE, guardedFields, unconfirmedText } from "./shapes/guarded.ts";
import { zoneRow, zoneRowOf } from "./shapes/zone-row.ts";

export const deleteZone = defineOperation({
  name: "delete_zone",
  title: "Delete a zone",
  toolset: "zones",
  effect: "destroy",
  idempotent: false,
  api: ["Z1", "R1", "Z4"],
  summary: "Delete a zone and all its records; asks a person first. A registration stays.",
  input: z.strictObject({ zone: fields.zone, confirm: fields.confirm.optional() }),
  output: z.strictObject({ ...guardedFields, zone: zoneRow.optional() }),
  examples: [{ title: "Delete a zone for good", input: { zone: "example.org", confirm: "example.org" } }],
  async run({ zone: given, confirm }, context) {
    const zone = await resolveZone(context, given);
    const records = zone.recordCount ?? (await countRecords(context, zone));
    const unconfirmed = await askFirst(context, {
      operation: "delete_zone",
      target: zone.domain,
      given: confirm,
      input: { zone: zone.domain },
      observed: { id: zone.id, records },
      preview: `This deletes the zone ${zone.domain} with ${count(records, "record")}; its names stop answering.`,
    });
    if (unconfirmed !== undefined) return unconfirmed;
    await context.api.zones.delete(zone.id);
    return { ...DONE, zone: { ...zoneRowOf(zone), record_count: records } };
  },
  text(output) {
    const { zone } = output;
    if (zone === undefined) return unconfirmedText(output) ?? "";
    return `Deleted the zone ${zone.name} with ${count(zone.record_count ?? 0, "record")}. A registration of the domain is not touched.`;
  },
});

async function countRecords({ api }: Context, zone: Zone): Promise<number> {
  return (await api.records.listInZone(zone)).total;
}
