// A zone made as a file of the repository has it: planned, shown, and carried out in one step. The plan and its
// application are the core's operations; here they only follow one another.
import * as z from "zod/mini";
import { defineOperation } from "../core/operation.ts";
import { applyPlan } from "../core/operations/apply-plan.ts";
import { zoneFileOrigin } from "../core/operations/find/zone-file.ts";
import { planZone } from "../core/operations/plan-zone.ts";
import { planFields } from "../core/operations/shapes/plan-row.ts";
import { runOperation } from "../core/run-operation.ts";

const { zone, zonefile, mode, ignore } = planZone.input.shape;
const { confirm, wait, wait_timeout } = applyPlan.input.shape;

export const zoneFile = defineOperation({
  name: "zone_file",
  title: "Zone file",
  toolset: "changes",
  effect: "destroy",
  idempotent: true,
  api: [...new Set([...planZone.api, ...applyPlan.api])],
  summary: "Plan a zone from a zone file, and carry the plan out.",
  input: z.strictObject({
    zone: z.optional(zone),
    zonefile: zonefile.def.innerType,
    mode,
    ignore,
    confirm,
    wait,
    wait_timeout,
  }),
  output: z.strictObject({
    ...applyPlan.output.shape,
    plan: z.optional(z.string()),
    guards: z.optional(planFields.guards),
  }),
  examples: [],
  async run({ confirm, wait, wait_timeout, ...wanted }, context) {
    const zone = wanted.zone ?? zoneFileOrigin(wanted.zonefile);
    const { plan, ...planned } = await runOperation(planZone, { ...wanted, zone }, context);
    if (planned.changes.length === 0) return { status: "done" as const, changed: false, plan, ...planned };
    const applied = await runOperation(applyPlan, { plan, confirm, wait, wait_timeout }, context);
    const warnings = new Set([...planned.warnings, ...(applied.warnings ?? [])]);
    return { ...applied, guards: planned.guards, warnings: [...warnings] };
  },
  text(output) {
    return applyPlan.text(output);
  },
});
