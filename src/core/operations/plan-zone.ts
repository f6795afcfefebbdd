// plan_zone: what it would take to make a zone so, kept for apply_plan.
import * as z from "zod/mini";
import { guardWindow, ownChallenges, recentChanges } from "../change/guard-window.ts";
import { touchedParts } from "../change/touched-parts.ts";
import type { Context } from "../context.ts";
import { defineOperation } from "../operation.ts";
import { PLAN_MODES } from "../plan/plan.ts";
import { planId } from "../plan/plan-hash.ts";
import { plannedChanges, planZone as makePlan } from "../plan/plan-zone.ts";
import { lines, warningLines } from "../text/lines.ts";
import * as fields from "./fields.ts";
import { openZoneWith, type ZoneState } from "./find/read-zone.ts";
import { planCounts, planDiff, planFields, planRow } from "./shapes/plan-row.ts";
import { wantedRecords } from "./write/given-records.ts";

const IGNORE_MAX = 100;

const input = z.strictObject({
  zone: fields.zone,
  records: z.optional(fields.records.check(z.describe("Wanted; as create_record has them"))),
  zonefile: z.optional(fields.zonefile.check(z.describe("Or a zone file"))),
  mode: z
    ._default(z.enum(PLAN_MODES), "merge")
    .check(z.describe("merge adds; replace sets RRsets named; exact deletes all others")),
  ignore: z.optional(
    z.array(z.string().check(z.maxLength(255))).check(z.maxLength(IGNORE_MAX), z.describe("Name globs to skip")),
  ),
});

export const planZone = defineOperation({
  name: "plan_zone",
  title: "Plan zone",
  toolset: "changes",
  effect: "read",
  idempotent: true,
  api: ["Z1", "R1"],
  summary: "Show what records or a zone file would change in a zone; apply_plan does it.",
  input,
  output: z.strictObject({
    plan: z.string().check(z.describe("For apply_plan")),
    zone: z.string(),
    ...planFields,
  }),
  examples: [
    {
      title: "See what a zone file would change",
      input: { zone: "example.com", zonefile: "shop 300 IN A 192.0.2.80\n", mode: "replace" },
    },
  ],
  async run(given, context) {
    const { state, read } = await openZoneWith(context, given.zone, (name) => readWanted(name, given));
    const { items, warnings } = read;
    const zone = state.zone.domain;
    const plan = makePlan({
      zone,
      observed: state.held,
      wanted: items,
      mode: given.mode,
      ...(given.ignore === undefined ? {} : { ignore: given.ignore }),
      isOwnChallenge: await ownChallenges(context, zone),
      window: await guardWindow(context, await recentChanges(context, zone)),
    });
    const id = await planId(plan, state.records);
    await save(context, state, { id, plan });
    const row = planRow(plan);
    return { plan: id, zone, ...row, warnings: [...warnings, ...row.warnings, ...incompleteWarning(state)] };
  },
  text(output) {
    const { plan, zone, guards, warnings } = output;
    const isEmpty = output.changes.length === 0;
    return lines(
      `Plan for ${zone}: ${planCounts(output)}.`,
      planDiff(output),
      guards.map(({ message }) => `Needs a yes: ${message}`),
      warningLines(warnings),
      isEmpty ? undefined : `apply_plan with plan "${plan}" carries it out.`,
    );
  },
});

async function readWanted(zone: string, { records, zonefile, mode }: z.output<typeof input>) {
  // An exact plan of nothing is a wish that can be meant; it is asked about, not refused.
  if (mode === "exact" && zonefile === undefined && records?.length === 0) return { items: [], warnings: [] };
  return wantedRecords(zone, { records, zonefile });
}

async function save(
  { plans, clock }: Context,
  { zone, held }: ZoneState,
  { id, plan }: { readonly id: string; readonly plan: ReturnType<typeof makePlan> },
): Promise<void> {
  const { mode, stages, guards } = plan;
  const emptyDesiredState = guards.some((guard) => guard.id === "empty-desired-state");
  const touched = touchedParts(plannedChanges(plan), held);
  await plans.save({ id, zone: zone.domain, mode, stages, emptyDesiredState, touched, at: clock.now() });
}

function incompleteWarning({ incomplete }: ZoneState): string[] {
  return incomplete ? ["The API held back some of the zone's records, so this plan may miss some."] : [];
}
