import {
  planCounts,
  planDiff,
  planFields,
  planRow
} from "./chunk-HF4ZVLUL.mjs";
import {
  PLAN_MODES
} from "./chunk-2J2AI7AL.mjs";
import {
  wantedRecords
} from "./chunk-MGWYHDCM.mjs";
import {
  awaitedOf,
  changeField,
  changeWarnings,
  changedSince,
  confirmChange,
  guardWindow,
  guardedFields,
  makeChange,
  openZoneWith,
  ownChallenges,
  partNames,
  planNumbers,
  readZone,
  recentChanges,
  refuseBreaking,
  resolveZone,
  touchedParts,
  unconfirmedText,
  undoLine,
  waitFor,
  warningsField
} from "./chunk-VUKSXOJV.mjs";
import {
  planChanges,
  planZone,
  plannedChanges
} from "./chunk-5GYMFEJY.mjs";
import {
  propagationField,
  propagationLines
} from "./chunk-NZXBCILF.mjs";
import {
  rdataKey,
  rrsetKey
} from "./chunk-CMFDKYYC.mjs";
import {
  confirm,
  defineOperation,
  lines,
  records,
  refuseForeign,
  wait,
  waitTimeout,
  warningLines,
  zone,
  zonefile
} from "./chunk-MPEOOIKC.mjs";
import {
  count
} from "./chunk-FDZT52PG.mjs";
import {
  _default,
  _enum,
  _maxLength,
  array,
  describe,
  optional,
  strictObject,
  string
} from "./chunk-FKNTS2GN.mjs";
import {
  InputError,
  VpsError
} from "./chunk-SRXP5WYM.mjs";

// src/core/operations/apply-plan.ts
var applyPlan = defineOperation({
  name: "apply_plan",
  title: "Apply plan",
  toolset: "changes",
  effect: "destroy",
  idempotent: false,
  api: ["Z1", "R1", "R2", "R6", "R7"],
  summary: "Carry out a plan of plan_zone, once. Refused if the zone changed since; large ones ask a person first.",
  input: strictObject({
    plan: string().check(_maxLength(100), describe("Plan id")),
    wait: optional(wait),
    wait_timeout: optional(waitTimeout),
    confirm: optional(confirm)
  }),
  output: strictObject({
    ...guardedFields,
    ...changeField,
    zone: string(),
    summary: optional(planFields.summary),
    changes: optional(planFields.changes),
    warnings: optional(array(string())),
    ...propagationField
  }),
  examples: [
    {
      title: "Carry out the plan that was shown",
      input: { plan: "plan-0123456789abcdef0123" },
      needs: {
        operation: "plan_zone",
        input: { zone: "example.com", records: [{ type: "A", name: "shop", value: "192.0.2.10" }] },
        gives: "plan"
      }
    }
  ],
  async run({ plan: id, confirm: confirm2, ...patience }, context) {
    const saved = await context.plans.get(id);
    if (saved === void 0) throw noSuchPlan();
    refuseForeign(context, saved.zone, "plan");
    const zone2 = await resolveZone(context, saved.zone);
    const attempt = (confirmed) => context.journal.exclusively(
      saved.zone,
      async () => {
        if (await context.plans.get(id) === void 0) throw noSuchPlan();
        const state = await readZone(context, zone2);
        const window = await guardWindow(context, await recentChanges(context, saved.zone));
        const request = changeRequest({ saved, state, confirm: confirm2, window });
        if (request.plan.guards.length > 0 && !confirmed) return { request, state };
        if (!await context.plans.take(id)) throw noSuchPlan();
        return { request, state, result: await makeChange(context, request, window) };
      },
      context.signal
    );
    let made = await attempt(false);
    if (made.result === void 0) {
      const unconfirmed = await confirmChange(context, made.request);
      if (unconfirmed !== void 0) return { ...unconfirmed, zone: saved.zone };
      made = await attempt(true);
    }
    return { ...answer(made), ...await waitFor(context, awaitedBy(made), patience) };
  },
  text(output) {
    const { zone: zone2, summary, changes = [], change, changed, warnings, propagation } = output;
    const open = unconfirmedText(output);
    if (open !== void 0 || summary === void 0) return open ?? "";
    const head = changed ? `Applied to ${zone2}: ${planNumbers({ summary })}.` : `Nothing to change in ${zone2}.`;
    return lines(
      head,
      diffLines(planDiff({ changes })),
      undoLine(change),
      warningLines(warnings),
      propagationLines(propagation)
    );
  }
});
var DIFF_TOLD = 50;
function diffLines(diff) {
  const more = diff.length - DIFF_TOLD;
  return more > 0 ? [...diff.slice(0, DIFF_TOLD), `and ${count(more, "line")} more, as planned`] : diff;
}
function changeRequest({ saved, state, confirm: confirm2, window }) {
  const { zone: zone2, held: observed, readAt } = state;
  const changes = saved.stages.flat();
  refuseStale(saved, state);
  if (changes.length > 0) refuseBreaking(saved.zone, observed, changes);
  const { mode, emptyDesiredState } = saved;
  const plan = planChanges({ zone: saved.zone, mode, observed, changes, window, emptyDesiredState });
  return { operation: "apply_plan", input: { plan: saved.id }, confirm: confirm2, zone: zone2, observed, readAt, plan };
}
function refuseStale(saved, state) {
  const changed = changedSince(saved.touched, state.held);
  if (changed.length === 0) return;
  throw new VpsError(
    "plan_stale",
    `${saved.zone} changed since the plan was made: ${partNames(saved.zone, changed)}. Nothing was sent.`,
    {
      hint: "Make the plan again with plan_zone and look at it."
    }
  );
}
function answer({ request, state, result }) {
  const { summary, changes } = planRow(request.plan);
  return {
    status: "done",
    changed: result?.changed ?? false,
    ...result?.change === void 0 ? {} : { change: result.change },
    zone: state.zone.domain,
    summary,
    changes,
    ...warningsField(changeWarnings(state, result?.sent ?? []))
  };
}
function awaitedBy({ state, result }) {
  const changes = (result?.sent ?? []).map(({ change }) => change);
  return { zone: state.zone.domain, ...awaitedOf(changes), change: result?.change };
}
function noSuchPlan() {
  return new InputError("plan_not_found", "There is no such plan, or it was applied already.", {
    field: "plan",
    hint: "plan_zone makes one."
  });
}

// src/core/plan/plan-hash.ts
var ID_HEX_DIGITS = 20;
async function planId(plan, observed) {
  const text = JSON.stringify([
    plan.zone,
    plan.mode,
    plan.stages.map((stage) => stage.map(changeKey)),
    fingerprint(observed)
  ]);
  return `plan-${(await sha256Hex(text)).slice(0, ID_HEX_DIGITS)}`;
}
function fingerprint(records2) {
  return records2.map(recordText).sort().join("\n");
}
async function sha256Hex(text) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (octet) => octet.toString(16).padStart(2, "0")).join("");
}
function recordText(record) {
  return JSON.stringify([rrsetKey(record), record.ttl, rdataKey(record)]);
}
function changeKey(change) {
  switch (change.action) {
    case "create":
      return ["create", recordText(change.after)];
    case "update":
      return ["update", change.id, recordText(change.before), recordText(change.after)];
    case "delete":
      return ["delete", change.id, recordText(change.before)];
  }
}

// src/core/operations/plan-zone.ts
var IGNORE_MAX = 100;
var input = strictObject({
  zone,
  records: optional(records.check(describe("Wanted; as create_record has them"))),
  zonefile: optional(zonefile.check(describe("Or a zone file"))),
  mode: _default(_enum(PLAN_MODES), "merge").check(describe("merge adds; replace sets RRsets named; exact deletes all others")),
  ignore: optional(
    array(string().check(_maxLength(255))).check(_maxLength(IGNORE_MAX), describe("Name globs to skip"))
  )
});
var planZone2 = defineOperation({
  name: "plan_zone",
  title: "Plan zone",
  toolset: "changes",
  effect: "read",
  idempotent: true,
  api: ["Z1", "R1"],
  summary: "Show what records or a zone file would change in a zone; apply_plan does it.",
  input,
  output: strictObject({
    plan: string().check(describe("For apply_plan")),
    zone: string(),
    ...planFields
  }),
  examples: [
    {
      title: "See what a zone file would change",
      input: { zone: "example.com", zonefile: "shop 300 IN A 192.0.2.80\n", mode: "replace" }
    }
  ],
  async run(given, context) {
    const { state, read } = await openZoneWith(context, given.zone, (name) => readWanted(name, given));
    const { items, warnings } = read;
    const zone2 = state.zone.domain;
    const plan = planZone({
      zone: zone2,
      observed: state.held,
      wanted: items,
      mode: given.mode,
      ...given.ignore === void 0 ? {} : { ignore: given.ignore },
      isOwnChallenge: await ownChallenges(context, zone2),
      window: await guardWindow(context, await recentChanges(context, zone2))
    });
    const id = await planId(plan, state.records);
    await save(context, state, { id, plan });
    const row = planRow(plan);
    return { plan: id, zone: zone2, ...row, warnings: [...warnings, ...row.warnings, ...incompleteWarning(state)] };
  },
  text(output) {
    const { plan, zone: zone2, guards, warnings } = output;
    const isEmpty = output.changes.length === 0;
    return lines(
      `Plan for ${zone2}: ${planCounts(output)}.`,
      planDiff(output),
      guards.map(({ message }) => `Needs a yes: ${message}`),
      warningLines(warnings),
      isEmpty ? void 0 : `apply_plan with plan "${plan}" carries it out.`
    );
  }
});
async function readWanted(zone2, { records: records2, zonefile: zonefile2, mode }) {
  if (mode === "exact" && zonefile2 === void 0 && records2?.length === 0) return { items: [], warnings: [] };
  return wantedRecords(zone2, { records: records2, zonefile: zonefile2 });
}
async function save({ plans, clock }, { zone: zone2, held }, { id, plan }) {
  const { mode, stages, guards } = plan;
  const emptyDesiredState = guards.some((guard) => guard.id === "empty-desired-state");
  const touched = touchedParts(plannedChanges(plan), held);
  await plans.save({ id, zone: zone2.domain, mode, stages, emptyDesiredState, touched, at: clock.now() });
}
function incompleteWarning({ incomplete }) {
  return incomplete ? ["The API held back some of the zone's records, so this plan may miss some."] : [];
}

export {
  applyPlan,
  fingerprint,
  planZone2 as planZone
};
