import {
  applyPlan,
  planZone
} from "./chunk-6IRLU2RP.mjs";
import "./chunk-2J2AI7AL.mjs";
import {
  defineOperation,
  zoneFileOrigin
} from "./chunk-OS2V4LRU.mjs";
import {
  runOperation
} from "./chunk-46ELV7MH.mjs";
import "./chunk-5YID4YPQ.mjs";
import {
  planFields
} from "./chunk-DCYXAWMP.mjs";
import "./chunk-GWAJN54E.mjs";
import "./chunk-PENQMIEB.mjs";
import "./chunk-OP5V3ZVY.mjs";
import "./chunk-IWOUOZ3K.mjs";
import "./chunk-G5TZSIYV.mjs";
import "./chunk-WFGYDKFB.mjs";
import "./chunk-LN3X5XSC.mjs";
import "./chunk-B4QEJDDF.mjs";
import "./chunk-ZMJBRHQT.mjs";
import {
  optional,
  strictObject,
  string
} from "./chunk-CZUQUKF2.mjs";
import "./chunk-T6VKVPWA.mjs";
import "./chunk-XBGQYD5V.mjs";
import "./chunk-Z4CTONIQ.mjs";
import "./chunk-YZYHQ67G.mjs";
import "./chunk-SRXP5WYM.mjs";
import "./chunk-P5BZS5M3.mjs";

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
    zone: optional(zone),
    zonefile: zonefile.def.innerType,
    mode,
    ignore,
    confirm,
    wait,
    wait_timeout
  }),
  output: strictObject({
    ...applyPlan.output.shape,
    plan: optional(string()),
    guards: optional(planFields.guards)
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
