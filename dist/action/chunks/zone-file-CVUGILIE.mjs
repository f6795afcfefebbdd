import {
  runOperation
} from "./chunk-573GTSVO.mjs";
import "./chunk-HV6TZ6UD.mjs";
import {
  applyPlan,
  planZone
} from "./chunk-CV2PJ3S2.mjs";
import {
  planFields
} from "./chunk-HF4ZVLUL.mjs";
import "./chunk-2J2AI7AL.mjs";
import {
  zoneFileOrigin
} from "./chunk-MGWYHDCM.mjs";
import "./chunk-WFGYDKFB.mjs";
import "./chunk-U7HU3ZTI.mjs";
import "./chunk-VUKSXOJV.mjs";
import "./chunk-5GYMFEJY.mjs";
import "./chunk-PENQMIEB.mjs";
import "./chunk-NZXBCILF.mjs";
import "./chunk-VZNKJXMV.mjs";
import "./chunk-VZY3EUGB.mjs";
import "./chunk-CMFDKYYC.mjs";
import {
  defineOperation
} from "./chunk-MPEOOIKC.mjs";
import "./chunk-TWIBUSA6.mjs";
import "./chunk-FDZT52PG.mjs";
import {
  optional,
  strictObject,
  string
} from "./chunk-FKNTS2GN.mjs";
import "./chunk-3E7Z2IDA.mjs";
import "./chunk-UWZIXFLP.mjs";
import "./chunk-RJAMLTRO.mjs";
import "./chunk-2C77CGXU.mjs";
import "./chunk-2GJFCLDB.mjs";
import "./chunk-SRXP5WYM.mjs";
import "./chunk-TVQKXVYR.mjs";
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
