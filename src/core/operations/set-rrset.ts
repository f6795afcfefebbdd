// set_rrset: these values and no others at one owner name and type.
import * as z from "zod/mini";
import { changeZone } from "../change/change-zone.ts";
import { planNumbers } from "../change/plan-words.ts";
import { rdataKey, rrsetKey } from "../dns/compare.ts";
import { parseOwnerName } from "../dns/name.ts";
import { DEFAULT_TTL_SECONDS, parseRecord, parseRecordType } from "../dns/parse-record.ts";
import type { DnsRecord } from "../dns/record.ts";
import { recordTypes } from "../dns/record-types.ts";
import { defineOperation } from "../operation.ts";
import { planFinals } from "../plan/plan-zone.ts";
import { lines, warningLines } from "../text/lines.ts";
import { below } from "./at-field.ts";
import * as fields from "./fields.ts";
import { openZone, rrsetOf, type ZoneState } from "./find/read-zone.ts";
import { checkEarly } from "./find/resolve-zone.ts";
import { changeField, guardedFields, unconfirmedText, undoLine } from "./shapes/guarded.ts";
import { planDiff, planFields, planRow } from "./shapes/plan-row.ts";
import { refuseApexNs } from "./write/refuse-apex-ns.ts";
import { changeWarnings, warningsField } from "./write/write-warnings.ts";

const VALUES_MAX = 100;

const input = z.strictObject({
  zone: fields.zone,
  name: fields.ownerName,
  type: fields.type,
  values: z
    .array(z.string().check(z.maxLength(65_535)))
    .check(z.maxLength(VALUES_MAX), z.describe("MX, SRV: priority first (10 mail.example.net); [] empties")),
  ttl: z.optional(fields.ttl),
  replace_conflicts: z.optional(z.boolean().check(z.describe("Delete what a CNAME cannot join"))),
  confirm: z.optional(fields.confirm),
});

export const setRrset = defineOperation({
  name: "set_rrset",
  title: "Set RRset",
  toolset: "changes",
  effect: "update",
  idempotent: true,
  api: ["Z1", "R1", "R2", "R6", "R7"],
  summary: "Change values: make these the only ones at a name and type.",
  input,
  output: z.strictObject({
    ...guardedFields,
    ...changeField,
    zone: z.string(),
    summary: z.optional(planFields.summary),
    changes: z.optional(planFields.changes),
    warnings: z.optional(z.array(z.string())),
  }),
  examples: [
    {
      title: "Point www at two addresses",
      input: { zone: "example.com", name: "shop", type: "A", values: ["192.0.2.10", "192.0.2.11"], ttl: 300 },
    },
  ],
  async run(given, context) {
    checkEarly(given.zone, (zone) => wantedValues(zone, given));
    const state = await openZone(context, given.zone);
    const zone = state.zone.domain;
    const plan = planFinals({
      zone,
      mode: "replace",
      observed: state.held,
      finals: finalsOf(state, given),
    });
    const { confirm, ...bound } = given;
    const { zone: ref, held: observed, readAt } = state;
    const request = { operation: "set_rrset", input: bound, confirm, zone: ref, observed, readAt, plan };
    const result = await changeZone(context, request);
    if (result.status !== "done") return { ...result, zone };
    const { summary, changes } = planRow(plan);
    return {
      status: "done" as const,
      changed: result.changed,
      ...(result.change === undefined ? {} : { change: result.change }),
      zone,
      summary,
      changes,
      ...warningsField(changeWarnings(state, result.sent)),
    };
  },
  text(output) {
    const { zone, summary, changes = [], change, changed, warnings } = output;
    const open = unconfirmedText(output);
    if (open !== undefined || summary === undefined) return open ?? "";
    const head = changed ? `${zone}: ${planNumbers({ summary })}.` : `Already so in ${zone}.`;
    return lines(head, planDiff({ changes }), undoLine(change), warningLines(warnings));
  },
});

type Given = z.output<typeof input>;

function wantedValues(zone: string, { name, type, values, ttl }: Given): readonly DnsRecord[] {
  refuseApexNs({ name: parseOwnerName(name, zone), type: parseRecordType(type) }, zone);
  const records = values.map((value, at) =>
    below(`values[${at}]`, () => parseRecord({ zone, name, type, value, ttl })),
  );
  return [...new Map(records.map((record) => [rdataKey(record), record])).values()];
}

/** What the RRset shall be, and with `replace_conflicts` that nothing else is left where one side is a CNAME. */
function finalsOf(state: ZoneState, given: Given): ReadonlyMap<string, readonly DnsRecord[]> {
  const zone = state.zone.domain;
  const self = { name: parseOwnerName(given.name, zone), type: parseRecordType(given.type) };
  const ttl = given.ttl ?? rrsetOf(state, self)[0]?.ttl ?? DEFAULT_TTL_SECONDS;
  const wanted = wantedValues(zone, given).map((record) => ({ ...record, ttl }));
  const clearing = given.replace_conflicts === true && wanted.length > 0 ? conflicting(state, self) : [];
  const finals = new Map<string, readonly DnsRecord[]>(clearing.map((record) => [rrsetKey(record), []]));
  return finals.set(rrsetKey(self), wanted);
}

function conflicting({ records }: ZoneState, { name, type }: Pick<DnsRecord, "name" | "type">): readonly DnsRecord[] {
  const isAlone = recordTypes[type].standsAlone;
  return records.filter(
    (record) => record.name === name && record.type !== type && (isAlone || recordTypes[record.type].standsAlone),
  );
}
