import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  applyPlan,
  planZone
} from "./chunk-O4QTKQ2K.mjs";
import {
  runOperation
} from "./chunk-WZMECOM5.mjs";
import {
  planFields
} from "./chunk-EWN7JD7Z.mjs";
import "./chunk-2J2AI7AL.mjs";
import {
  defineOperation,
  zoneFileOrigin
} from "./chunk-DO2PT2OR.mjs";
import "./chunk-4OBTFFDT.mjs";
import "./chunk-MXZP5YAO.mjs";
import "./chunk-PENQMIEB.mjs";
import "./chunk-CXEZFBFL.mjs";
import "./chunk-G5TZSIYV.mjs";
import "./chunk-CB3PTKDX.mjs";
import {
  strictObject,
  string
} from "./chunk-QKF63ONS.mjs";
import "./chunk-W3KXVNO7.mjs";
import "./chunk-BM2FBSFY.mjs";
import "./chunk-MLNCQ6MW.mjs";
import "./chunk-SRXP5WYM.mjs";
import "./chunk-A6FY4VKG.mjs";

// src/action/zone-file.ts
var { zone, zonefile, mode, ignore } = planZone.input.shape;
var { confirm, wait, wait_timeout } = applyPlan.input.shape;
var zoneFile = defineOperation({
  name: "zone_file",
  title: "Zone file",
  toolset: "changes",
  effect: "destroy",
  idempotent: true,
  api: [.../* @__PURE__ */ new Set([...planZone.api, ...applyPlan.api])],
  summary: "Plan a zone from a zone file, and carry the plan out.",
  input: strictObject({
    zone: zone.optional(),
    zonefile: zonefile.unwrap(),
    mode,
    ignore,
    confirm,
    wait,
    wait_timeout
  }),
  output: strictObject({
    ...applyPlan.output.shape,
    plan: string().optional(),
    guards: planFields.guards.optional()
  }),
  examples: [],
  async run({ confirm: confirm2, wait: wait2, wait_timeout: wait_timeout2, ...wanted }, context) {
    const zone2 = wanted.zone ?? zoneFileOrigin(wanted.zonefile);
    const { plan, ...planned } = await runOperation(planZone, { ...wanted, zone: zone2 }, context);
    if (planned.changes.length === 0) return { status: "done", changed: false, plan, ...planned };
    const applied = await runOperation(applyPlan, { plan, confirm: confirm2, wait: wait2, wait_timeout: wait_timeout2 }, context);
    const warnings = /* @__PURE__ */ new Set([...planned.warnings, ...applied.warnings ?? []]);
    return { ...applied, guards: planned.guards, warnings: [...warnings] };
  },
  text(output) {
    return applyPlan.text(output);
  }
});
export {
  zoneFile
};
