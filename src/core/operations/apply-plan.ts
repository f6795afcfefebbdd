// apply_plan: a plan carried out, once, and only while what it touches is as it was.
import * as z from "zod/mini";
import { confirmChange, makeChange, type ZoneChangeRequest, type ZoneChangeResult } from "../change/change-zone.ts";
import { guardWindow, recentChanges } from "../change/guard-window.ts";
import { partNames, refuseBreaking } from "../change/overtaken.ts";
import { planNumbers } from "../change/plan-words.ts";
import { changedSince } from "../change/touched-parts.ts";
import { InputError, VpsError } from "../errors.ts";
import { defineOperation } from "../operation.ts";
import type { GuardWindow } from "../plan/guards.ts";
import { planChanges } from "../plan/plan-zone.ts";
import type { SavedPlan } from "../state.ts";
import { count } from "../text/count.ts";
import { lines, warningLines } from "../text/lines.ts";
import * as fields from "./fields.ts";
import { refuseForeign } from "./find/allowed.ts";
import { readZone, type ZoneState } from "./find/read-zone.ts";
import { resolveZone } from "./find/resolve-zone.ts";
import { changeField, guardedFields, unconfirmedText, undoLine } from "./shapes/guarded.ts";
import { propagationField, propagationLines } from "./shapes/propagation.ts";
import { planDiff, planFields, planRow } from "./shapes/plan-row.ts";
import { awaitedOf, type Awaited, waitFor } from "./wait/wait-for.ts";
import { changeWarnings, warningsField } from "./write/write-warnings.ts";

export const applyPlan = defineOperation({
  name: "apply_plan",
  title: "Apply plan",
  toolset: "changes",
  effect: "destroy",
  idempotent: false,
  api: ["Z1", "R1", "R2", "R6", "R7"],
  summary: "Carry out a plan of plan_zone, once. Refused if the zone changed since; large ones ask a person first.",
  input: z.strictObject({
    plan: z.string().check(z.maxLength(100), z.describe("Plan id")),
    wait: z.optional(fields.wait),
    wait_timeout: z.optional(fields.waitTimeout),
    confirm: z.optional(fields.confirm),
  }),
  output: z.strictObject({
    ...guardedFields,
    ...changeField,
    zone: z.string(),
    summary: z.optional(planFields.summary),
    changes: z.optional(planFields.changes),
    warnings: z.optional(z.array(z.string())),
    ...propagationField,
  }),
  examples: [
    {
      title: "Carry out the plan that was shown",
      input: { plan: "plan-0123456789abcdef0123" },
      needs: {
        operation: "plan_zone",
        input: { zone: "example.com", records: [{ type: "A", name: "shop", value: "192.0.2.10" }] },
        gives: "plan",
      },
    },
  ],
  async run({ plan: id, confirm, ...patience }, context) {
    const saved = await context.plans.get(id);
    if (saved === undefined) throw noSuchPlan();
    refuseForeign(context, saved.zone, "plan");
    const zone = await resolveZone(context, saved.zone);
    const attempt = (confirmed: boolean) =>
      context.journal.exclusively(
        saved.zone,
        async (): Promise<Attempt> => {
          // Whoever had their turn before may have applied this very plan.
          if ((await context.plans.get(id)) === undefined) throw noSuchPlan();
          const state = await readZone(context, zone);
          const window = await guardWindow(context, await recentChanges(context, saved.zone));
          const request = changeRequest({ saved, state, confirm, window });
          if (request.plan.guards.length > 0 && !confirmed) return { request, state };
          if (!(await context.plans.take(id))) throw noSuchPlan();
          return { request, state, result: await makeChange(context, request, window) };
        },
        context.signal,
      );
    // The lock is not held while a person thinks; afterwards the zone is read again.
    let made = await attempt(false);
    if (made.result === undefined) {
      const unconfirmed = await confirmChange(context, made.request);
      if (unconfirmed !== undefined) return { ...unconfirmed, zone: saved.zone };
      made = await attempt(true);
    }
    return { ...answer(made), ...(await waitFor(context, awaitedBy(made), patience)) };
  },
  text(output) {
    const { zone, summary, changes = [], change, changed, warnings, propagation } = output;
    const open = unconfirmedText(output);
    if (open !== undefined || summary === undefined) return open ?? "";
    const head = changed ? `Applied to ${zone}: ${planNumbers({ summary })}.` : `Nothing to change in ${zone}.`;
    return lines(
      head,
      diffLines(planDiff({ changes })),
      undoLine(change),
      warningLines(warnings),
      propagationLines(propagation),
    );
  },
});

/** Of a diff that plan_zone showed in full: a model need not read a long one twice. */
const DIFF_TOLD = 50;

function diffLines(diff: readonly string[]): readonly string[] {
  const more = diff.length - DIFF_TOLD;
  return more > 0 ? [...diff.slice(0, DIFF_TOLD), `and ${count(more, "line")} more, as planned`] : diff;
}

interface Attempt {
  readonly request: ZoneChangeRequest;
  readonly state: ZoneState;
  readonly result?: Extract<ZoneChangeResult, { status: "done" }>;
}

interface Due {
  readonly saved: SavedPlan;
  readonly state: ZoneState;
  readonly confirm: string | undefined;
  readonly window: GuardWindow;
}

function changeRequest({ saved, state, confirm, window }: Due): ZoneChangeRequest {
  const { zone, held: observed, readAt } = state;
  const changes = saved.stages.flat();
  refuseStale(saved, state);
  // What the plan does not touch may have changed, and with it what BIND makes of the whole.
  if (changes.length > 0) refuseBreaking(saved.zone, observed, changes);
  const { mode, emptyDesiredState } = saved;
  const plan = planChanges({ zone: saved.zone, mode, observed, changes, window, emptyDesiredState });
  return { operation: "apply_plan", input: { plan: saved.id }, confirm, zone, observed, readAt, plan };
}

function refuseStale(saved: SavedPlan, state: ZoneState): void {
  const changed = changedSince(saved.touched, state.held);
  if (changed.length === 0) return;
  throw new VpsError(
    "plan_stale",
    `${saved.zone} changed since the plan was made: ${partNames(saved.zone, changed)}. Nothing was sent.`,
    {
      hint: "Make the plan again with plan_zone and look at it.",
    },
  );
}

function answer({ request, state, result }: Attempt) {
  const { summary, changes } = planRow(request.plan);
  return {
    status: "done" as const,
    changed: result?.changed ?? false,
    ...(result?.change === undefined ? {} : { change: result.change }),
    zone: state.zone.domain,
    summary,
    changes,
    ...warningsField(changeWarnings(state, result?.sent ?? [])),
  };
}

function awaitedBy({ state, result }: Attempt): Awaited {
  const changes = (result?.sent ?? []).map(({ change }) => change);
  return { zone: state.zone.domain, ...awaitedOf(changes), change: result?.change };
}

function noSuchPlan(): InputError {
  return new InputError("plan_not_found", "There is no such plan, or it was applied already.", {
    field: "plan",
    hint: "plan_zone makes one.",
  });
}
