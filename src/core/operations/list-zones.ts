// list_zones: what zones the account has.
import * as z from "zod/mini";
import { defineOperation } from "../operation.ts";
import { listText } from "../text/list-text.ts";
import { atField } from "./at-field.ts";
import { parseZoneName } from "../dns/name.ts";
import * as fields from "./fields.ts";
import { isAllowed, refuseForeign } from "./find/allowed.ts";
import { pageOf } from "./page.ts";
import { listFields, listFieldsOf } from "./shapes/list-fields.ts";
import { zoneLine, zoneRow, zoneRowOf } from "./shapes/zone-row.ts";

export const listZones = defineOperation({
  name: "list_zones",
  title: "List zones",
  toolset: "zones",
  effect: "read",
  idempotent: true,
  api: ["Z1"],
  summary: "List DNS zones. Not needed before other tools: they take names.",
  input: z.strictObject({
    domain: z.optional(fields.domain),
    limit: fields.limit,
    cursor: z.optional(fields.cursor),
  }),
  output: z.strictObject({ zones: z.array(zoneRow), ...listFields }),
  examples: [
    { title: "Which zones do I have?", input: {} },
    { title: "Is example.com hosted here?", input: { domain: "example.com" } },
  ],
  async run({ domain, limit, cursor }, context) {
    const name = domain === undefined ? undefined : atField("domain", () => parseZoneName(domain));
    if (name !== undefined) refuseForeign(context, name, "domain");
    const listing = await context.api.zones.list(name === undefined ? {} : { domain: name });
    const zones = listing.items.filter((zone) => isAllowed(context, zone.domain));
    const page = pageOf(zones, { limit, cursor, of: ["zones", name], row: zoneRowOf, line: zoneLine });
    const total = zones.length < listing.items.length ? zones.length : listing.total;
    return {
      zones: page.rows,
      ...listFieldsOf({ total, nextCursor: page.nextCursor, incomplete: listing.incomplete }),
    };
  },
  text({ zones, total, next_cursor: nextCursor, incomplete }) {
    return listText({ noun: "zone", rows: zones.map(zoneLine), total, nextCursor, incomplete });
  },
});
