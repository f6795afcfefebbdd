// create_zone: an empty zone on VPS.org's name servers.
import * as z from "zod/mini";
import { parseZoneName } from "../dns/name.ts";
import { defineOperation } from "../operation.ts";
import { enumerated } from "../text/count.ts";
import { lines } from "../text/lines.ts";
import { atField } from "./at-field.ts";
import { journaled, zoneIntent } from "../change/journaled.ts";
import { VPS_NAMESERVERS } from "../vps-nameservers.ts";
import * as fields from "./fields.ts";
import { changeField, undoLine } from "./shapes/guarded.ts";
import { refuseForeign } from "./find/allowed.ts";
import { zoneLine, zoneRow, zoneRowOf } from "./shapes/zone-row.ts";

export const createZone = defineOperation({
  name: "create_zone",
  title: "Create zone",
  toolset: "zones",
  effect: "create",
  idempotent: false,
  api: ["Z3"],
  summary: "Create an empty zone; answers the name servers to delegate to. Registers nothing, is free.",
  input: z.strictObject({ domain: fields.domain }),
  output: z.strictObject({
    changed: z.boolean(),
    ...changeField,
    zone: zoneRow,
    nameservers: z.array(z.string()).check(z.describe("To delegate to")),
  }),
  examples: [{ title: "Host the DNS of a new domain here", input: { domain: "new-project.example" } }],
  async run({ domain }, context) {
    const name = atField("domain", () => parseZoneName(domain));
    refuseForeign(context, name, "domain");
    const intent = zoneIntent("create_zone", name, { event: "created" });
    const { result: zone, change } = await context.journal.exclusively(
      name,
      () => journaled(context, intent, () => context.api.zones.create(name)),
      context.signal,
    );
    return { changed: true, change, zone: zoneRowOf(zone), nameservers: [...VPS_NAMESERVERS] };
  },
  text({ zone, nameservers, change }) {
    return lines(
      `Created the zone ${zoneLine(zone)}`,
      `It is served by ${enumerated(nameservers)}; it answers the world once ${zone.name} is delegated to them, by its registrar or by NS records in the zone above it. This registered no domain.`,
      undoLine(change),
    );
  },
});
