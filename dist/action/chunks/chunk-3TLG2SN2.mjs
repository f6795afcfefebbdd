import {
  listFields,
  listFieldsOf,
  listText,
  pageOf
} from "./chunk-FSC55N5P.mjs";
import {
  atField
} from "./chunk-U7HU3ZTI.mjs";
import {
  cursor,
  defineOperation,
  domain,
  isAllowed,
  limit,
  refuseForeign
} from "./chunk-MPEOOIKC.mjs";
import {
  count
} from "./chunk-FDZT52PG.mjs";
import {
  array,
  number,
  optional,
  strictObject,
  string
} from "./chunk-FKNTS2GN.mjs";
import {
  idText,
  plainText,
  wordText
} from "./chunk-UWZIXFLP.mjs";
import {
  parseZoneName
} from "./chunk-2GJFCLDB.mjs";

// src/core/text/day-of.ts
function dayOf(timestamp) {
  return /^\d{4}-\d{2}-\d{2}/.exec(timestamp)?.[0] ?? plainText(timestamp, 40);
}

// src/core/operations/shapes/zone-row.ts
var zoneRow = strictObject({
  name: string(),
  id: string(),
  record_count: optional(number()),
  created_at: optional(string())
});
function zoneRowOf({ id, domain: domain2, recordCount, createdAt }) {
  return {
    name: domain2,
    id,
    ...recordCount === void 0 ? {} : { record_count: recordCount },
    ...createdAt === void 0 ? {} : { created_at: createdAt }
  };
}
function zoneLine({ name, id, record_count: records, created_at: created }) {
  const facts = [
    records === void 0 ? void 0 : count(records, "record"),
    created === void 0 ? void 0 : `since ${dayOf(created)}`
  ].filter((fact) => fact !== void 0);
  const said = facts.length === 0 ? "" : `: ${facts.join(", ")}`;
  return `${wordText(name, 255)}${said} ; id ${idText(id)}`;
}

// src/core/operations/list-zones.ts
var listZones = defineOperation({
  name: "list_zones",
  title: "List zones",
  toolset: "zones",
  effect: "read",
  idempotent: true,
  api: ["Z1"],
  summary: "List DNS zones. Not needed before other tools: they take names.",
  input: strictObject({
    domain: optional(domain),
    limit,
    cursor: optional(cursor)
  }),
  output: strictObject({ zones: array(zoneRow), ...listFields }),
  examples: [
    { title: "Which zones do I have?", input: {} },
    { title: "Is example.com hosted here?", input: { domain: "example.com" } }
  ],
  async run({ domain: domain2, limit: limit2, cursor: cursor2 }, context) {
    const name = domain2 === void 0 ? void 0 : atField("domain", () => parseZoneName(domain2));
    if (name !== void 0) refuseForeign(context, name, "domain");
    const listing = await context.api.zones.list(name === void 0 ? {} : { domain: name });
    const zones = listing.items.filter((zone) => isAllowed(context, zone.domain));
    const page = pageOf(zones, { limit: limit2, cursor: cursor2, of: ["zones", name], row: zoneRowOf, line: zoneLine });
    const total = zones.length < listing.items.length ? zones.length : listing.total;
    return {
      zones: page.rows,
      ...listFieldsOf({ total, nextCursor: page.nextCursor, incomplete: listing.incomplete })
    };
  },
  text({ zones, total, next_cursor: nextCursor, incomplete }) {
    return listText({ noun: "zone", rows: zones.map(zoneLine), total, nextCursor, incomplete });
  }
});

export {
  dayOf,
  zoneRow,
  zoneRowOf,
  zoneLine,
  listZones
};
