import {
  changeZone,
  recordsAfter
} from "./chunk-VUKSXOJV.mjs";
import {
  groupRrsets,
  planChanges,
  recordsOf,
  refuseBrokenZone
} from "./chunk-5GYMFEJY.mjs";
import {
  isApexNs
} from "./chunk-VZNKJXMV.mjs";
import {
  parseRecord
} from "./chunk-VZY3EUGB.mjs";
import {
  sameRdata
} from "./chunk-CMFDKYYC.mjs";
import {
  _enum,
  describe,
  extend,
  number,
  optional,
  strictObject,
  string
} from "./chunk-FKNTS2GN.mjs";
import {
  idText,
  plainText
} from "./chunk-UWZIXFLP.mjs";
import {
  typeStandsAlone,
  withArticle
} from "./chunk-RJAMLTRO.mjs";
import {
  relativeName
} from "./chunk-2GJFCLDB.mjs";
import {
  InputError
} from "./chunk-SRXP5WYM.mjs";

// src/core/operations/shapes/record-row.ts
var recordRow = strictObject({
  id: string(),
  zone: string().check(describe("Zone name")),
  name: string().check(describe("Relative, @ for the apex")),
  fqdn: string(),
  type: string(),
  value: string(),
  ttl: number(),
  priority: optional(number()),
  created_at: optional(string())
});
var outcome = _enum(["created", "adopted", "updated", "removed"]);
var recordOutcome = extend(recordRow, {
  outcome: outcome.check(describe("adopted: was there already"))
});
function recordRowOf(held) {
  const { id, name, type, value, ttl, priority, createdAt } = held;
  const zone = held.zone.domain;
  return {
    id,
    zone,
    name: relativeName(name, zone),
    fqdn: name,
    type,
    value,
    ttl,
    ...priority === void 0 ? {} : { priority },
    ...createdAt === void 0 ? {} : { created_at: createdAt }
  };
}

// src/core/operations/write/understood.ts
function understood({ record, id }) {
  if (record !== void 0) return record;
  throw new InputError(
    "invalid_input",
    "That record has a type or value this program does not know, and is left alone.",
    {
      field: "record",
      hint: `delete_record takes it away by its id (${idText(id)}), for good; then create what should stand there.`
    }
  );
}

// src/core/operations/write/refuse-apex-ns.ts
function refuseApexNs(of, zone) {
  if (!isApexNs(of, zone)) return;
  throw new InputError(
    "invalid_input",
    `The NS records at the apex of ${zone} are changed only through a confirmed plan.`,
    {
      field: "name",
      hint: "plan_zone with these NS records, then apply_plan; a delegation goes below the apex, at a name of its own."
    }
  );
}

// src/core/operations/write/alias-clash.ts
function refuseAliasClash(state, changes) {
  const coming = /* @__PURE__ */ new Map();
  const going = /* @__PURE__ */ new Set();
  for (const change of changes) {
    if (change.action !== "create") going.add(change.id);
    if (change.action === "delete") continue;
    const { name } = change.after;
    coming.set(name, [...coming.get(name) ?? [], change.after]);
  }
  for (const held of state.held) {
    if (going.has(held.id)) continue;
    const wanted = coming.get(held.name)?.find((record) => clash(held, record));
    if (wanted !== void 0) throw conflict(held, wanted);
  }
}
function clash({ record, type }, wanted) {
  if (!typeStandsAlone(type) && !typeStandsAlone(wanted.type)) return false;
  return record === void 0 || !sameRdata(record, wanted);
}
function conflict({ id, type, zone }, wanted) {
  return new InputError(
    "conflict",
    `${relativeName(wanted.name, zone.domain)} has ${withArticle(plainText(type, 20))} record (id ${idText(id)}), and a CNAME stands alone at its name (RFC 1034 §3.6.2).`,
    {
      field: "name",
      hint: typeStandsAlone(type) ? `To point the name elsewhere, set_rrset with type ${type}; to put other records in its place, set_rrset with replace_conflicts.` : "To put the new record in the place of all others there, set_rrset with replace_conflicts."
    }
  );
}

// src/core/operations/write/check-changes.ts
function checkChanges(state, changes) {
  const { zone, records } = state;
  for (const record of changes.flatMap(recordsOf)) refuseApexNs(record, zone.domain);
  refuseAliasClash(state, changes);
  if (changes.length > 0) {
    refuseBrokenZone({ zone: zone.domain, rrsets: groupRrsets(recordsAfter(records, changes)) }, records);
  }
}

// src/core/operations/write/change-records.ts
async function changeRecords(context, state, { operation, input, changes }) {
  checkChanges(state, changes);
  const { zone, held: observed, readAt } = state;
  const { confirm, ...bound } = input;
  const plan = planChanges({ zone: zone.domain, mode: "merge", observed, changes });
  return changeZone(context, { operation, input: bound, confirm, zone, observed, readAt, plan });
}

// src/core/operations/parse-content.ts
function parseContent(input, kept) {
  try {
    return parseRecord(input);
  } catch (error) {
    const isMissing = error instanceof InputError && error.field === "priority" && input.priority === void 0;
    if (!isMissing || kept === void 0) throw error;
    return parseRecord({ ...input, priority: kept });
  }
}

export {
  recordRow,
  recordOutcome,
  recordRowOf,
  refuseApexNs,
  changeRecords,
  parseContent,
  understood
};
