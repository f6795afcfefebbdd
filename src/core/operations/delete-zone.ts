// delete_zone: a zone and everything in it.
import * as z from "zod/mini";
import { removeZone } from "../change/remove-zone.ts";
import { defineOperation } from "../operation.ts";
import { count } from "../text/count.ts";
import { lines, warningLines } from "../text/lines.ts";
import * as fields from "./fields.ts";
import { openZone, type ZoneState } from "./find/read-zone.ts";
import { askFirst, changeField, DONE, guardedFields, unconfirmedText, undoLine } from "./shapes/guarded.ts";
import { zoneRow, zoneRowOf } from "./shapes/zone-row.ts";
import { warningsField } from "./write/write-warnings.ts";

export const deleteZone = defineOperation({
  name: "delete_zone",
  title: "Delete zone",
  toolset: "zones",
  effect: "destroy",
  idempotent: false,
  api: ["Z1", "R1", "Z4"],
  summary: "Delete a zone and all its records; asks a person first. undo_change restores it.",
  input: z.strictObject({ zone: fields.zone, confirm: z.optional(fields.confirm) }),
  output: z.strictObject({
    ...guardedFields,
    ...changeField,
    zone: z.optional(zoneRow),
    warnings: z.optional(z.array(z.string())),
  }),
  examples: [{ title: "Delete a zone for good", input: { zone: "example.org", confirm: "example.org" } }],
  async run({ zone: given, confirm }, context) {
    const state = await openZone(context, given);
    const { zone, held } = state;
    const unconfirmed = await askFirst(context, {
      operation: "delete_zone",
      target: zone.domain,
      given: confirm,
      input: { zone: zone.domain },
      observed: { id: zone.id, records: held.map(({ id, name, type, value, ttl }) => [id, name, type, value, ttl]) },
      preview: `This deletes the zone ${zone.domain} with ${count(held.length, "record")}; its names stop answering.${opaqueWords(state)}`,
    });
    if (unconfirmed !== undefined) return unconfirmed;
    const asked = confirm === undefined;
    const change = await removeZone(context, { operation: "delete_zone", zone, held, asked });
    return {
      ...DONE,
      change,
      zone: { ...zoneRowOf(zone), record_count: held.length },
      ...warningsField(lostForGood(state)),
    };
  },
  text(output) {
    const { zone, change, warnings } = output;
    if (zone === undefined) return unconfirmedText(output) ?? "";
    return lines(
      `Deleted the zone ${zone.name} with ${count(zone.record_count ?? 0, "record")}. A registration of the domain is not touched.`,
      undoLine(change),
      warningLines(warnings),
    );
  },
});

function opaqueWords({ held, records }: ZoneState): string {
  const opaque = held.length - records.length;
  return opaque === 0 ? "" : ` Undoing it could not bring back ${count(opaque, "record")} of kinds not known here.`;
}

/** What the snapshot could not hold, and undoing cannot bring back. */
function lostForGood({ held, records, incomplete }: ZoneState): readonly string[] {
  const opaque = held.length - records.length;
  return [
    ...(opaque > 0 ? [`${count(opaque, "record")} of kinds that are not known here cannot be brought back.`] : []),
    ...(incomplete ? ["The API held back some of the records, so undo_change brings back the others only."] : []),
  ];
}
