// create_record: one record more.
import * as z from "zod/mini";
import { sameRdata } from "../dns/compare.ts";
import { parseRecord } from "../dns/parse-record.ts";
import { InputError } from "../errors.ts";
import { defineOperation } from "../operation.ts";
import { idText } from "../text/plain-text.ts";
import * as fields from "./fields.ts";
import { openZone, rrsetOf } from "./find/read-zone.ts";
import { checkEarly } from "./find/resolve-zone.ts";
import { joiningTtl } from "./write/rrset-ttl.ts";
import { waitedRecord, waitedText, writeAndWait } from "./wait/write-and-wait.ts";

export const createRecord = defineOperation({
  name: "create_record",
  title: "Create record",
  toolset: "records",
  effect: "create",
  idempotent: false,
  api: ["Z1", "R1", "R2"],
  summary: "Add a record beside those at its name (a CNAME stands alone). set_rrset replaces instead.",
  input: z.strictObject({
    zone: fields.zone,
    type: fields.type,
    name: fields.ownerName,
    value: fields.value,
    ttl: z.optional(fields.ttl),
    priority: z.optional(fields.priority),
    wait: z.optional(fields.wait),
    wait_timeout: z.optional(fields.waitTimeout),
  }),
  output: waitedRecord,
  examples: [
    {
      title: "Point shop.example.com at 192.0.2.10",
      input: { zone: "example.com", type: "A", name: "shop", value: "192.0.2.10" },
    },
    {
      title: "Announce a SIP service",
      input: {
        zone: "example.com",
        type: "SRV",
        name: "_sip._tcp",
        value: "10 5060 sip.example.net",
        priority: 5,
      },
    },
  ],
  async run(input, context) {
    const read = (zone: string) => parseRecord({ ...input, zone });
    checkEarly(input.zone, read);
    const state = await openZone(context, input.zone);
    const given = read(state.zone.domain);
    const siblings = rrsetOf(state, given);
    const same = siblings.find(({ record }) => record !== undefined && sameRdata(record, given));
    if (same !== undefined) throw alreadyThere(same.id);
    const after = { ...given, ttl: joiningTtl(siblings, input.ttl, { ...given, zone: state.zone.domain }) };
    const change = { action: "create" as const, after };
    return writeAndWait(context, state, { operation: "create_record", input, change });
  },
  text(output) {
    return waitedText("Created in", output);
  },
});

function alreadyThere(id: string): InputError {
  return new InputError("record_exists", `That very record is already there, with id ${idText(id)}.`, {
    hint: "ensure_records adopts it, and sets its TTL; a different value would be added beside it.",
  });
}
