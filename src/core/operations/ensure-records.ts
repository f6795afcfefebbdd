// ensure_records: these records are there, or are not, whatever was before.
import * as z from "zod/mini";
import type { HeldRecord } from "../api/api.ts";
import type { Context } from "../context.ts";
import type { DnsRecord } from "../dns/record.ts";
import type { PlannedChange } from "../plan/plan.ts";
import { defineOperation } from "../operation.ts";
import { count } from "../text/count.ts";
import { lines, warningLines } from "../text/lines.ts";
import { recordLine } from "../text/record-line.ts";
import * as fields from "./fields.ts";
import { openZoneWith, type ZoneState } from "./find/read-zone.ts";
import { recordOutcome, recordRow, recordRowOf } from "./shapes/record-row.ts";
import { propagationField, propagationLines } from "./shapes/propagation.ts";
import { changeField, guardedFields, unconfirmedText, undoLine } from "./shapes/guarded.ts";
import { type Awaited, awaitedOf, waitFor } from "./wait/wait-for.ts";
import { changeRecords } from "./write/change-records.ts";
import { planAbsent } from "./write/plan-absent.ts";
import { type EnsuredRecord, type EnsurePlan, planPresent } from "./write/plan-present.ts";
import { absentQueries, type RecordsGiven, wantedRecords } from "./write/given-records.ts";
import { changeWarnings, warningsField } from "./write/write-warnings.ts";

const output = z.strictObject({
  ...guardedFields,
  ...changeField,
  zone: z.string(),
  records: z.optional(z.array(recordOutcome)).check(z.describe("Those asked for, or what has gone")),
  siblings: z.optional(z.array(recordRow)).check(z.describe("Others that got the TTL of their RRset")),
  warnings: z.optional(z.array(z.string())),
  ...propagationField,
});
type Output = z.output<typeof output>;

export const ensureRecords = defineOperation({
  name: "ensure_records",
  title: "Ensure records",
  toolset: "changes",
  effect: "update",
  idempotent: true,
  api: ["Z1", "R1", "R2", "R6", "R7"],
  summary: "Add missing records, mend TTLs, leave others alone; or, absent, remove them. Repeatable.",
  input: z.strictObject({
    zone: fields.zone,
    records: z.optional(fields.records.check(z.describe("absent: value optional"))),
    zonefile: z.optional(fields.zonefile.check(z.describe("Or this"))),
    state: z._default(z.enum(["present", "absent"]), "present").check(z.describe("Wanted")),
    wait: z.optional(fields.wait),
    wait_timeout: z.optional(fields.waitTimeout),
    confirm: z.optional(fields.confirm),
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
  async run(input, context) {
    const { zone, state: wanted, confirm: _, wait, wait_timeout, ...given } = input;
    const { state, work } = await openWork(context, zone, (name) =>
      wanted === "present" ? presence(name, given) : absence(name, given),
    );
    const result = await changeRecords(context, state, {
      operation: "ensure_records",
      input,
      changes: work.changes,
    });
    if (result.status !== "done") return { ...result, zone: state.zone.domain };
    const { sent, change } = result;
    const awaited = { zone: state.zone.domain, ...work.awaited(sent.map((one) => one.change)), change };
    return {
      status: "done" as const,
      changed: result.changed,
      ...(change === undefined ? {} : { change }),
      zone: state.zone.domain,
      ...work.rows(new Map(sent.map((one) => [one.change, one.record]))),
      ...warningsField([...work.warnings, ...changeWarnings(state, sent)]),
      ...(await waitFor(context, awaited, { wait, wait_timeout })),
    };
  },
  text(output) {
    const { changed, zone, records = [], siblings, change, warnings, propagation } = output;
    const rows = records.map(({ outcome: said, ...row }) => `${said}: ${recordLine(row)}`);
    const head = changed ? `${zone}:` : `Nothing to change in ${zone}${rows.length === 0 ? "." : ":"}`;
    const retimed =
      siblings === undefined ? undefined : `The TTL was also set for ${count(siblings.length, "sibling")}.`;
    return (
      unconfirmedText(output) ??
      lines(head, rows, retimed, undoLine(change), warningLines(warnings), propagationLines(propagation))
    );
  },
});

/** What there is to do, and how the answer shows it once it is done. */
interface Work {
  readonly changes: readonly PlannedChange[];
  readonly warnings: readonly string[];
  /** What name servers should say once `sent` has arrived, what was there already included. */
  awaited(sent: readonly PlannedChange[]): Pick<Awaited, "present" | "absent" | "retimed">;
  rows(sent: ReadonlyMap<PlannedChange, HeldRecord>): Pick<Output, "records" | "siblings">;
}

/** Plans the work in a zone. */
type PlanWork = (state: ZoneState) => Work;

/** The zone and the work in it; what was read of the input is let go of. */
async function openWork(context: Context, given: string, planFor: (zone: string) => Promise<PlanWork>) {
  const { state, read } = await openZoneWith(context, given, planFor);
  return { state, work: read(state) };
}

async function presence(zone: string, given: RecordsGiven): Promise<PlanWork> {
  const { items, warnings } = await wantedRecords(zone, given);
  return (state) => ({ ...presentWork(planPresent(state, items)), warnings });
}

function presentWork(plan: EnsurePlan): Omit<Work, "warnings"> {
  return {
    changes: [...plan.asked.flatMap(({ change }) => change ?? []), ...plan.siblings],
    awaited: (sent) => ({
      ...awaitedOf(sent),
      present: plan.asked.flatMap(({ held, change }) => presentRecord(change) ?? held?.record ?? []),
    }),
    rows: (sent) => {
      const siblings = plan.siblings.flatMap((change) => sent.get(change) ?? []);
      return {
        records: plan.asked.flatMap((asked) => askedRow(asked, asked.change && sent.get(asked.change))),
        ...(siblings.length === 0 ? {} : { siblings: siblings.map(recordRowOf) }),
      };
    },
  };
}

function presentRecord(change: PlannedChange | undefined): DnsRecord | undefined {
  return change === undefined || change.action === "delete" ? undefined : change.after;
}

function askedRow({ held, change }: EnsuredRecord, sent: HeldRecord | undefined): NonNullable<Output["records"]> {
  const record = sent ?? held;
  if (record === undefined) return [];
  const said = change === undefined ? "adopted" : change.action === "create" ? "created" : "updated";
  return [{ ...recordRowOf(record), outcome: said }];
}

async function absence(zone: string, given: RecordsGiven): Promise<PlanWork> {
  const { items, warnings } = await absentQueries(zone, given);
  return (state) => ({
    changes: planAbsent(state, items),
    warnings,
    awaited: awaitedOf,
    rows: (sent) => ({
      records: [...sent.values()].map((record) => ({ ...recordRowOf(record), outcome: "removed" as const })),
    }),
  });
}
