import {
  plannedChanges
} from "./chunk-5GYMFEJY.mjs";
import {
  recordLine
} from "./chunk-NZXBCILF.mjs";
import {
  count
} from "./chunk-FDZT52PG.mjs";
import {
  _enum,
  array,
  describe,
  number,
  optional,
  strictObject,
  string
} from "./chunk-FKNTS2GN.mjs";
import {
  relativeName
} from "./chunk-2GJFCLDB.mjs";

// src/core/operations/shapes/plan-row.ts
var content = strictObject({ value: string(), ttl: number(), priority: optional(number()) });
var planFields = {
  summary: strictObject({ create: number(), update: number(), delete: number(), unchanged: number() }),
  changes: array(
    strictObject({
      action: _enum(["create", "update", "delete"]),
      name: string().check(describe("Relative, @ for the apex")),
      type: string(),
      before: optional(content),
      after: optional(content)
    })
  ),
  guards: array(strictObject({ id: string(), message: string() })),
  warnings: array(string())
};
function planRow(plan) {
  return {
    summary: { ...plan.summary },
    changes: plannedChanges(plan).map((change) => changeRow(plan.zone, change)),
    guards: plan.guards.map((guard) => ({ ...guard })),
    warnings: [...plan.warnings]
  };
}
function changeRow(zone, change) {
  const record = change.action === "delete" ? change.before : change.after;
  return {
    action: change.action,
    name: relativeName(record.name, zone),
    type: record.type,
    ...change.action === "create" ? {} : { before: contentOf(change.before) },
    ...change.action === "delete" ? {} : { after: contentOf(change.after) }
  };
}
function contentOf({ value, ttl, priority }) {
  return { value, ttl, ...priority === void 0 ? {} : { priority } };
}
function planCounts({ summary }) {
  const parts = ["create", "update", "delete"].flatMap(
    (action) => summary[action] === 0 ? [] : [`${count(summary[action], "record")} to ${action}`]
  );
  const changes = parts.length === 0 ? "nothing to change" : parts.join(", ");
  return `${changes}; ${count(summary.unchanged, "record")} unchanged`;
}
function planDiff({ changes }) {
  return changes.flatMap(({ name, type, before, after }) => [
    ...before === void 0 ? [] : [`- ${recordLine({ name, fqdn: name, type, ...before })}`],
    ...after === void 0 ? [] : [`+ ${recordLine({ name, fqdn: name, type, ...after })}`]
  ]);
}

export {
  planFields,
  planRow,
  planCounts,
  planDiff
};
