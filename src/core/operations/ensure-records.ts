// ensure_records: these records are there, or are not, whatever was before.
import * as z from "zod";
import type { HeldRecord } from "../api/api.ts";
import type { Context } from "../context.ts";
import { defineOperation } from "../operation.ts";
import { count } from "../text/count.ts";
import { lines, warningLines } from "../text/lines.ts";
import { recordLine } from "../text/record-line.ts";
import * as fields from "./fields.ts";
import { openZone, type ZoneState } from "./find/read-zone.ts";
import { checkEarly } from "./find/resolve-zone.ts";
import { recordRow, recordRowOf } from "./shapes/record-row.ts";
import { checkChanges } from "./write/check-changes.ts";
import { planAbsent } from "./write/plan-absent.ts";
import { type EnsuredRecord, planPresent } from "./write/plan-present.ts";
import { absentQueries, type RecordsGiven, wantedRecords } from "./write/given-records.ts";
import { sendChanges } from "./write/send-changes.ts";
import { changeWarnings, warningsField } from "./write/write-warnings.ts";

const outcome = z.enum(["created", "adopted", "updated", "removed"]);

const output = z.strictObject({
  changed: z.boolean(),
  zone: z.string(),
  records: z
    .array(recordRow.extend({ outcome: outcome.describe("adopted: was there already") }))
    .describe("Those asked for, or what has gone"),
  siblings: z.array(recordRow).optional().describe("Others that got the TTL of their RRset"),
  warnings: z.array(z.string()).optional(),
});
type Output = z.output<typeof output>;

export const ensureRecords = defineOperation({
  name: "ensure_records",
  title: "Ensure records",
  toolset: "changes",
  effect: "update",
  idempotent: true,
  api: ["Z1", "R1", "R2", "R6", "R7"],
  summary:
    "Make records exist (or, absent, not exist), many at once, repeatable. Identical ones are adopted, others at the name stay; ttl goes for the whole RRset.",
  input: z.strictObject({
    zone: fields.zone,
    records: fields.records.describe("Without value: absent only").optional(),
    zonefile: fields.zonefile.describe("Or this").optional(),
    state: z.enum(["present", "absent"]).default("present").describe("Wanted"),
  }),
  output,
  examples: [
    {
      title: "Set up mail",
      input: {
        zone: "example.com",
        records: [
          { type: "MX", name: "@", value: "mail.example.net", priority: 10 },
          { type: "TXT", name: "@", value: "v=spf1 mx -all" },
        ],
      },
    },
    {
      title: "Take a verification record away again",
      input: {
        zone: "example.com",
        records: [{ type: "TXT", name: "_github-pages-challenge-octocat", value: "0123456789abcdef" }],
        state: "absent",
      },
    },
  ],
  async run({ zone, state: wanted, ...given }, context) {
    checkEarly(zone, (name) => (wanted === "present" ? wantedRecords(name, given) : absentQueries(name, given)));
    const state = await openZone(context, zone);
    return wanted === "present" ? ensurePresent(context, state, given) : ensureAbsent(context, state, given);
  },
  text({ changed, zone, records, siblings, warnings }) {
    const rows = records.map(({ outcome: said, ...row }) => `${said}: ${recordLine(row)}`);
    const head = changed ? `${zone}:` : `Nothing to change in ${zone}${rows.length === 0 ? "." : ":"}`;
    const retimed =
      siblings === undefined ? undefined : `The TTL was also set for ${count(siblings.length, "sibling")}.`;
    return lines(head, rows, retimed, warningLines(warnings));
  },
});

async function ensurePresent(context: Context, state: ZoneState, given: RecordsGiven): Promise<Output> {
  const { items, warnings } = wantedRecords(state.zone.domain, given);
  const plan = planPresent(state, items);
  const changes = [...plan.asked.flatMap(({ change }) => change ?? []), ...plan.siblings];
  checkChanges(state, changes);
  const sent = await sendChanges(context, state, changes);
  const after = new Map(sent.map(({ change, record }) => [change, record]));
  const siblings = plan.siblings.flatMap((change) => after.get(change) ?? []);
  return {
    changed: sent.length > 0,
    zone: state.zone.domain,
    records: plan.asked.flatMap((asked) => askedRow(asked, asked.change && after.get(asked.change))),
    ...(siblings.length === 0 ? {} : { siblings: siblings.map(recordRowOf) }),
    ...warningsField([...warnings, ...changeWarnings(state, sent)]),
  };
}

function askedRow({ held, change }: EnsuredRecord, sent: HeldRecord | undefined): Output["records"] {
  const record = sent ?? held;
  if (record === undefined) return [];
  const said = change === undefined ? "adopted" : change.action === "create" ? "created" : "updated";
  return [{ ...recordRowOf(record), outcome: said }];
}

async function ensureAbsent(context: Context, state: ZoneState, given: RecordsGiven): Promise<Output> {
  const { items, warnings } = absentQueries(state.zone.domain, given);
  const changes = planAbsent(state, items);
  checkChanges(state, changes);
  const sent = await sendChanges(context, state, changes);
  return {
    changed: sent.length > 0,
    zone: state.zone.domain,
    records: sent.map(({ record }) => ({ ...recordRowOf(record), outcome: "removed" as const })),
    ...warningsField([...warnings, ...changeWarnings(state, sent)]),
  };
}
