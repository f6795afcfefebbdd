import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  GUARD_WINDOW_MS,
  count,
  disturbedRrsets,
  enumerated,
  guardsOf,
  nearestName,
  planChanges,
  plannedChanges,
  recordKey,
  recordLine,
  refuseBrokenZone,
  unconfirmed,
  wantedRrsets
} from "./chunk-MYLNW2GT.mjs";
import {
  answeredDifferently
} from "./chunk-PENQMIEB.mjs";
import {
  DEFAULT_TTL_SECONDS,
  TTL_MAX_SECONDS,
  parseRdataTokens,
  parseRecord,
  rdataKey,
  refuseFaults,
  rrsetKey,
  sameRdata
} from "./chunk-OK42F5MH.mjs";
import {
  RECORD_TYPES,
  absoluteName,
  isApexOf,
  isRecordType,
  isWithin,
  labelsOf,
  nameSortKey,
  parseOwnerName,
  parseZoneName,
  recordTypes,
  relativeName,
  targetForm,
  withArticle,
  withFinalDot
} from "./chunk-KI4SST4U.mjs";
import {
  _enum,
  array,
  boolean,
  int,
  number,
  preprocess,
  strictObject,
  string
} from "./chunk-7DJ62BC5.mjs";
import {
  plainText
} from "./chunk-FSNRYN5X.mjs";
import {
  InputError,
  VpsError,
  toProblem
} from "./chunk-SRXP5WYM.mjs";

// src/core/text/capped-text.ts
var TEXT_MAX_LENGTH = 4e4;
function cappedText(text2) {
  if (text2.length <= TEXT_MAX_LENGTH) return text2;
  const room = text2.slice(0, TEXT_MAX_LENGTH - 200);
  const end = room.lastIndexOf("\n");
  const kept = end > 0 ? room.slice(0, end) : room;
  const lines2 = text2.split("\n").length;
  const shown = kept.split("\n").length;
  return `${kept}
(Cut here: ${shown} of ${lines2} lines shown. Ask for less, with a filter or a limit; the structured result is whole.)`;
}

// src/core/operation.ts
function defineOperation(operation) {
  return { ...operation, text: (output2) => cappedText(operation.text(output2)) };
}

// src/core/text/lines.ts
function lines(...parts) {
  return parts.flat().filter((part) => part !== void 0 && part !== "").join("\n");
}
function warningLines(warnings) {
  return (warnings ?? []).map((warning) => `Warning: ${warning}`);
}

// src/core/operations/fields.ts
var NAME_OR_ID_MAX_LENGTH = 255;
var OWNER_NAME_MAX_LENGTH = 1024;
var PAGE_MAX = 1e3;
var DEFAULT_PAGE = 50;
var RECORDS_MAX = 1e3;
var text = (maxLength) => string().max(maxLength);
var upperCased = (schema) => preprocess((value2) => typeof value2 === "string" ? value2.toUpperCase() : value2, schema);
var recordType = upperCased(_enum(RECORD_TYPES));
var owner = text(OWNER_NAME_MAX_LENGTH);
var seconds = int().min(0).max(TTL_MAX_SECONDS);
var uint16 = int().min(0).max(65535);
var zone = text(NAME_OR_ID_MAX_LENGTH).describe("Name or id");
var record = text(200).describe("Record id");
var domain = text(NAME_OR_ID_MAX_LENGTH).describe("Domain name");
var domainOrId = text(NAME_OR_ID_MAX_LENGTH).describe("Name or id");
var ownerName = owner.describe("www, @ (apex), FQDN");
var type = recordType.describe("Record type");
var anyType = upperCased(text(10)).describe("Record type");
var value = text(65535).describe("TXT plain; SRV weight port target; CAA flags tag value");
var ttl = seconds.describe("Seconds; else its RRset's");
var priority = uint16.describe("MX, SRV");
var zonefile = text(1e7).describe("Zone file text");
var confirm = text(255).describe("After a person's yes");
var limit = int().min(1).max(PAGE_MAX).default(DEFAULT_PAGE).describe("Rows");
var cursor = text(100).describe("next_cursor");
var years = int().min(1).max(10).default(1).describe("Term");
var autoRenew = boolean().describe("Renews yearly");
var privacyProtection = boolean().describe("Hides the owner");
var nameservers = array(text(255)).min(2).max(4).describe("Host names");
var maxPrice = number().min(0).max(1e5).describe("USD, whole term");
var recordItem = strictObject({
  type: recordType,
  name: owner,
  value: text(65535).optional(),
  ttl: seconds.optional(),
  priority: uint16.optional()
});
var records = array(recordItem).max(RECORDS_MAX);

// src/core/operations/find/allowed.ts
function isAllowed({ policy }, name) {
  return policy.zones.length === 0 || policy.zones.includes(name);
}
function refuseForeign(context, name, field = "zone") {
  if (!isAllowed(context, name)) throw notAllowed(context, field);
}
function notAllowed({ policy }, field = "zone") {
  return new InputError("zone_not_allowed", "That is not one of the zones this program was allowed to touch.", {
    field,
    hint: `Allowed: ${policy.zones.join(", ")} (--zone).`
  });
}
async function visibleZones(context) {
  const { items, incomplete } = await context.api.zones.list();
  return { zones: items.filter(({ domain: domain2 }) => isAllowed(context, domain2)), incomplete };
}

// src/core/operations/find/resolve-zone.ts
var NAMED_MAX = 10;
async function resolveZone(context, given) {
  const name = zoneNameOf(given);
  if (name === void 0) return (await zoneById(context, given)).zone;
  refuseForeign(context, name);
  const { items } = await context.api.zones.list({ domain: name });
  const [zone2, ...others] = items.filter(({ domain: domain2 }) => domain2 === name);
  if (zone2 === void 0) return zoneByDottedId(context, given, name);
  if (others.length > 0) throw ambiguous(name, [zone2, ...others]);
  return zone2;
}
function zoneNameOf(given) {
  try {
    return parseZoneName(given);
  } catch {
    return void 0;
  }
}
function checkEarly(given, check) {
  const name = zoneNameOf(given);
  if (name !== void 0) check(name);
}
async function zoneById(context, id) {
  if (id.trim() === "") {
    throw new InputError("invalid_input", "zone is empty.", {
      field: "zone",
      hint: "Give a name such as example.com."
    });
  }
  const found = await context.api.zones.get(id.trim()).catch(notFoundAsUndefined);
  if (found === void 0) {
    if (context.policy.zones.length > 0) throw notAllowed(context);
    throw await missing(context, plainText(id.trim(), 80));
  }
  refuseForeign(context, found.zone.domain);
  return found;
}
async function zoneByDottedId(context, given, name) {
  const { items } = await context.api.zones.list();
  const zone2 = items.find(({ id }) => id === given.trim());
  if (zone2 === void 0)
    throw notFound(
      name,
      items.map(({ domain: domain2 }) => domain2)
    );
  refuseForeign(context, zone2.domain);
  return zone2;
}
async function missing(context, shown) {
  const { zones } = await visibleZones(context);
  return notFound(
    shown,
    zones.map(({ domain: domain2 }) => domain2)
  );
}
function notFoundAsUndefined(error) {
  if (error instanceof VpsError && (error.code === "zone_not_found" || error.code === "not_found")) return void 0;
  throw error;
}
function notFound(wanted, names) {
  const enclosing = names.filter((name) => isWithin(wanted, name)).sort((a, b) => labelsOf(b).length - labelsOf(a).length);
  const message = `No zone "${wanted}" in this account.`;
  if (enclosing[0] !== void 0) {
    const relative = wanted.slice(0, -enclosing[0].length - 1);
    return new InputError("zone_not_found", message, {
      field: "zone",
      hint: `It lies inside the zone ${enclosing[0]}: give zone "${enclosing[0]}" and name "${relative}".`
    });
  }
  const nearest = nearestName(wanted, names) ?? names.find((name) => name.startsWith(`${wanted}.`));
  return new InputError("zone_not_found", message, {
    field: "zone",
    hint: nearest === void 0 ? whatThereIs(names) : `Did you mean ${nearest}? list_zones shows all.`
  });
}
function whatThereIs(names) {
  if (names.length === 0) return "The account has no zones yet; create_zone makes one.";
  if (names.length > NAMED_MAX) return "list_zones shows all; create_zone makes one.";
  return `It has ${names.join(", ")}; create_zone makes one.`;
}
function ambiguous(name, zones) {
  return new InputError("conflict", `This account has ${zones.length} zones named ${name}.`, {
    field: "zone",
    hint: `Give the id of one: ${zones.map(({ id }) => plainText(id, 80)).join(", ")}.`
  });
}

// src/core/operations/find/read-zone.ts
async function openZone(context, given) {
  if (zoneNameOf(given) !== void 0) return readZone(context, await resolveZone(context, given));
  const readAt = context.clock.now();
  const { zone: zone2, records: records2 } = await zoneById(context, given);
  return zoneState(zone2, { items: records2, incomplete: isShort(zone2, records2), readAt });
}
async function readZone({ api, clock }, zone2) {
  const readAt = clock.now();
  return zoneState(zone2, { ...await api.records.listInZone(zone2), readAt });
}
async function readWholeZone(context, given) {
  if (zoneNameOf(given) === void 0) return zoneById(context, given);
  return context.api.zones.get((await resolveZone(context, given)).id);
}
function rrsetOf(state, of) {
  const key = rrsetKey(of);
  return state.held.filter(({ record: record2 }) => record2 !== void 0 && rrsetKey(record2) === key);
}
function zoneState(zone2, {
  items,
  incomplete,
  readAt
}) {
  return { zone: zone2, held: items, records: items.flatMap(({ record: record2 }) => record2 ?? []), incomplete, readAt };
}
function isShort({ recordCount }, records2) {
  return recordCount !== void 0 && recordCount > records2.length;
}

// src/core/operations/shapes/record-row.ts
var recordRow = strictObject({
  id: string(),
  zone: string().describe("Zone name"),
  name: string().describe("Relative, @ for the apex"),
  fqdn: string(),
  type: string(),
  value: string(),
  ttl: number(),
  priority: number().optional(),
  created_at: string().optional()
});
function recordRowOf(held) {
  const { id, name, type: type2, value: value2, ttl: ttl2, priority: priority2, createdAt } = held;
  const zone2 = held.zone.domain;
  return {
    id,
    zone: zone2,
    name: relativeName(name, zone2),
    fqdn: name,
    type: type2,
    value: value2,
    ttl: ttl2,
    ...priority2 === void 0 ? {} : { priority: priority2 },
    ...createdAt === void 0 ? {} : { created_at: createdAt }
  };
}

// src/core/operations/shapes/guarded.ts
var guardedFields = {
  status: _enum(["done", "confirmation_required"]),
  changed: boolean(),
  confirm: string().optional().describe("Pass it back to go ahead"),
  preview: string().optional()
};
var changeField = {
  change: string().optional().describe("Journal id, for undo_change")
};
var DONE = { status: "done", changed: true };
async function askFirst(context, request) {
  const answer = await context.confirmation(request);
  return answer.granted ? void 0 : unconfirmed(answer);
}
function unconfirmedText(output2) {
  if (output2.status === "done") return void 0;
  return lines(
    `${output2.preview ?? ""} Nothing has changed.`,
    `To go ahead once the person agrees, call again with confirm: "${output2.confirm ?? ""}".`
  );
}
function undoLine(change) {
  return change === void 0 ? void 0 : `Change ${change}; undo_change takes it back.`;
}

// src/core/change/send-change.ts
function sender(api, { zone: zone2, observed }) {
  const held = new Map(observed.map((record2) => [record2.id, record2]));
  return async (change) => {
    if (change.action !== "delete") return write(api, zone2, change);
    const record2 = held.get(change.id);
    if (record2 === void 0) throw new VpsError("internal", "A change names a record that was never read.");
    await api.records.delete(change.id);
    return record2;
  };
}
function write(api, zone2, change) {
  if (change.action === "create") return api.records.create(zone2, change.after);
  const { id, before } = change;
  const { after } = change;
  if (change.whole === true) return api.records.replace(zone2, id, after);
  return api.records.update(zone2, id, {
    type: after.type,
    ...after.name === before.name ? {} : { name: after.name },
    ...after.value === before.value ? {} : { value: after.value },
    ...after.ttl === before.ttl ? {} : { ttl: after.ttl },
    ...after.priority === void 0 || after.priority === before.priority ? {} : { priority: after.priority }
  });
}

// src/core/change/journaled.ts
async function journaled({ journal }, intent, send) {
  const entry = await journal.begin(intent);
  const result = await sendOrSettle(entry, intent, send);
  await entry.finish("done");
  if (intent.undoes !== void 0) await journal.markUndone(intent.undoes, entry.id);
  return { result, change: entry.id };
}
async function sendOrSettle(entry, { zoneEvent }, send) {
  try {
    return await send();
  } catch (error) {
    if (isOutcomeUnknown(error, zoneEvent === "created" ? "create" : "update")) await entry.finish("unknown");
    else await entry.abandon();
    throw error;
  }
}
var MAYBE_DONE = ["outcome_unknown", "timeout", "cancelled", "unexpected_response"];
var MAYBE_DONE_UNLESS_LOOKED = ["unreachable", "unavailable"];
function isOutcomeUnknown(error, action) {
  if (!(error instanceof VpsError)) return true;
  return MAYBE_DONE.includes(error.code) || action !== "create" && MAYBE_DONE_UNLESS_LOOKED.includes(error.code);
}
function zoneIntent(operation, zone2, { event, records: records2 = [] }) {
  return {
    operation,
    zone: zone2,
    zoneEvent: event,
    summary: event === "created" ? "zone created" : `zone deleted with ${count(records2.length, "record")}`,
    before: records2,
    after: [],
    disturbed: [...new Set(records2.map(rrsetKey))],
    created: []
  };
}
function domainIntent(operation, domain2, summary) {
  return { operation, domain: domain2, summary, before: [], after: [], disturbed: [], created: [] };
}

// src/core/change/records-after.ts
function recordsAfter(before, changes) {
  const gone = /* @__PURE__ */ new Map();
  for (const change of changes) {
    if (change.action === "create") continue;
    const key = exactKey(change.before);
    gone.set(key, (gone.get(key) ?? 0) + 1);
  }
  const kept = before.filter((record2) => {
    const left = gone.get(exactKey(record2)) ?? 0;
    if (left > 0) gone.set(exactKey(record2), left - 1);
    return left === 0;
  });
  return [...kept, ...changes.flatMap((change) => change.action === "delete" ? [] : [change.after])];
}
function exactKey(record2) {
  return `${recordKey(record2)} ${record2.ttl}`;
}

// src/core/change/apply-changes.ts
async function applyChanges(context, request) {
  const sent = [];
  let unknown = 0;
  const failures = [];
  const notes = [];
  const send = sender(context.api, request);
  const total = request.stages.reduce((sum, stage) => sum + stage.length, 0);
  for (const stage of request.stages) {
    await runStage(stage, context.policy.concurrency, async (change) => {
      if (failures.length > 0) return;
      if (context.signal.aborted) {
        failures.push(new VpsError("cancelled", "The work was cancelled before this change was sent."));
        return;
      }
      const outcome2 = await carryOut(send, change);
      if (outcome2.record !== void 0) {
        sent.push({ change, record: outcome2.record });
        if (total > 1) context.progress(sent.length, total, "records changed");
      } else {
        failures.push(outcome2.error);
        if (outcome2.step === "unknown") unknown += 1;
      }
      notes.push(
        request.entry.step(stepOf(change, outcome2)).catch((error) => {
          failures.push(error);
        })
      );
    });
    await Promise.all(notes.splice(0));
    if (failures.length > 0) break;
  }
  return { sent, failures, unknown };
}
async function carryOut(send, change) {
  try {
    return { step: "done", record: await send(change) };
  } catch (error) {
    return { step: isOutcomeUnknown(error, change.action) ? "unknown" : "failed", error };
  }
}
function stepOf(change, { step, record: record2 }) {
  const { name, type: type2 } = change.action === "delete" ? change.before : change.after;
  const id = record2?.id ?? (change.action === "create" ? void 0 : change.id);
  const altered = alteration(change, record2);
  return {
    action: change.action,
    name,
    type: type2,
    outcome: step,
    ...id === void 0 ? {} : { id },
    ...altered === void 0 ? {} : { altered }
  };
}
function alteration(change, held) {
  const kept = held?.record;
  if (change.action === "delete" || kept === void 0 || exactKey(kept) === exactKey(change.after)) return void 0;
  const { name, type: type2, ttl: ttl2, value: value2, priority: priority2 } = kept;
  return { sent: change.after, kept: { name, type: type2, ttl: ttl2, value: value2, ...priority2 === void 0 ? {} : { priority: priority2 } } };
}
async function runStage(items, limit2, work) {
  const queue = items.values();
  const lane = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(limit2, items.length)) }, lane));
}

// src/core/change/undo-chain.ts
async function undoChain(journal, change) {
  const chain = [change.id];
  let { undoes } = change;
  while (undoes !== void 0 && !chain.includes(undoes)) {
    chain.push(undoes);
    undoes = (await journal.get(undoes))?.undoes;
  }
  return chain;
}
async function isForward(journal, change) {
  return (await undoChain(journal, change)).length % 2 === 1;
}
async function standingChanges(journal, changes) {
  const among = new Set(changes.map(({ id }) => id));
  const standing2 = [];
  for (const change of changes) {
    if (change.status === "undone") continue;
    const links = (await undoChain(journal, change)).filter((id) => among.has(id));
    if (links.length % 2 === 1) standing2.push(change);
  }
  return standing2;
}

// src/core/change/guard-window.ts
async function guardWindow({ journal, clock }, zone2) {
  const recent = await journal.list({ zone: zone2, since: clock.now() - GUARD_WINDOW_MS });
  const disturbed = /* @__PURE__ */ new Set();
  const created = /* @__PURE__ */ new Set();
  for (const change of recent) {
    if (change.status === "undone" || !await isForward(journal, change)) continue;
    for (const key of change.disturbed) disturbed.add(key);
    for (const key of change.created) created.add(key);
  }
  return { disturbed, created };
}
async function ownChallenges({ journal }, zone2) {
  const own = new Set((await journal.list({ zone: zone2 })).flatMap(({ created }) => created));
  return (record2) => own.has(recordKey(record2));
}

// src/core/change/touched-parts.ts
function touchedParts(changes, observed) {
  const records2 = changes.flatMap((change) => [
    ...change.action === "create" ? [] : [change.before],
    ...change.action === "delete" ? [] : [change.after]
  ]);
  const whole = new Set(records2.filter(({ type: type2 }) => recordTypes[type2].standsAlone).map(({ name }) => name));
  const parts = /* @__PURE__ */ new Map();
  for (const { name, type: type2 } of records2) {
    if (whole.has(name)) parts.set(name, { name });
    else parts.set(`${name} ${type2}`, { name, type: type2 });
  }
  const byName = groupByName(observed);
  return [...parts.values()].map((part) => ({ ...part, was: stateOf(part, byName) }));
}
function changedSince(touched, observed) {
  const byName = groupByName(observed);
  return touched.filter((part) => stateOf(part, byName) !== part.was);
}
function stateOf(part, byName) {
  const records2 = (byName.get(part.name) ?? []).filter(({ type: type2 }) => part.type === void 0 || type2 === part.type);
  return records2.map(({ id, type: type2, ttl: ttl2, value: value2, priority: priority2 }) => JSON.stringify([id, type2, ttl2, value2, priority2 ?? null])).sort().join("\n");
}
function groupByName(observed) {
  const groups = /* @__PURE__ */ new Map();
  for (const record2 of observed) {
    const group = groups.get(record2.name);
    if (group === void 0) groups.set(record2.name, [record2]);
    else group.push(record2);
  }
  return groups;
}

// src/core/change/overtaken.ts
var NAMED_MAX2 = 10;
async function isOvertaken({ journal, clock }, { zone: zone2, readAt }) {
  const recent = await journal.list({ zone: zone2.domain, since: clock.now() - GUARD_WINDOW_MS });
  return recent.some(({ finishedAt, at: at2 }) => (finishedAt ?? at2) > readAt);
}
async function refuseOutdated({ api }, request) {
  const changes = plannedChanges(request.plan);
  if (changes.length === 0) return;
  const { items } = await api.records.listInZone(request.zone);
  const changed = changedSince(touchedParts(changes, request.observed), items);
  if (changed.length === 0) return refuseBreaking(request.zone.domain, items, changes);
  throw new VpsError(
    "conflict",
    `${request.zone.domain} was changed meanwhile: ${partNames(request.zone.domain, changed)}. Nothing was sent.`,
    { hint: "Do it again: the zone is read anew." }
  );
}
function refuseBreaking(zone2, held, changes) {
  const records2 = held.flatMap(({ record: record2 }) => record2 ?? []);
  refuseBrokenZone(zone2, records2, recordsAfter(records2, changes));
}
function partNames(zone2, parts) {
  const named = parts.slice(0, NAMED_MAX2).map(({ name, type: type2 }) => `${relativeName(name, zone2)}${type2 === void 0 ? "" : ` ${type2}`}`);
  const more = parts.length > NAMED_MAX2 ? ` and ${parts.length - NAMED_MAX2} more` : "";
  return `${enumerated(named)}${more}`;
}

// src/core/change/partial-failure.ts
var NAMED_MAX3 = 20;
var DONE2 = { create: "created", update: "updated", delete: "deleted" };
function partialFailure({ zone: zone2, sent, total, failures, unknown, underWay, change }) {
  const [first] = failures;
  if (sent.length === 0 && !underWay && (unknown === 0 || total === 1)) return first;
  const problem = toProblem(first);
  const untouched = Math.max(0, total - sent.length - failures.length);
  const done = sent.slice(0, NAMED_MAX3).map(({ change: change2, record: record2 }) => {
    const id = plainText(record2.id, 80);
    return `${DONE2[change2.action]} ${relativeName(record2.name, zone2)} ${plainText(record2.type, 20)} (id ${id})`;
  });
  const more = sent.length > NAMED_MAX3 ? ` and ${sent.length - NAMED_MAX3} more` : "";
  const message = [
    `${sent.length} of ${count(total, "change")} in ${zone2} done${done.length === 0 ? "" : `: ${done.join(", ")}${more}`}.`,
    `${failures.length} failed${untouched > 0 ? `, ${untouched} not begun` : ""}.`,
    `The reason: [${problem.code}] ${problem.message}`
  ].join(" ");
  return new VpsError("partial", message, {
    hint: `undo_change with change "${change}" takes back what was done; the same call again, or a new plan, does the rest.`,
    cause: first
  });
}

// src/core/change/change-zone.ts
async function changeZone(context, request) {
  const attempt = (confirmed) => context.journal.exclusively(request.zone.domain, async (waited) => {
    const window = await guardWindow(context, request.zone.domain);
    const due2 = { ...request, plan: guardedAnew(request, window) };
    if (due2.plan.guards.length > 0 && !confirmed) return { due: due2 };
    const thought = confirmed && request.confirm === void 0;
    if (waited || thought || await isOvertaken(context, request)) await refuseOutdated(context, due2);
    return { due: due2, result: await makeChange(context, due2, window) };
  });
  const first = await attempt(false);
  if (first.result !== void 0) return first.result;
  const unconfirmed2 = await confirmChange(context, first.due);
  if (unconfirmed2 !== void 0) return unconfirmed2;
  const { due, result } = await attempt(true);
  if (result === void 0) throw new VpsError("internal", `A confirmed change of ${due.zone.domain} was not made.`);
  return result;
}
function guardedAnew({ plan, observed }, window) {
  const standing2 = new Set(observed.flatMap(({ record: record2 }) => record2 === void 0 ? [] : [rrsetKey(record2)]));
  const emptyDesiredState = plan.guards.some(({ id }) => id === "empty-desired-state");
  const changes = plannedChanges(plan);
  return { ...plan, guards: guardsOf({ zone: plan.zone, changes, standing: standing2, window, emptyDesiredState }) };
}
async function confirmChange(context, { operation, zone: zone2, plan, input, confirm: confirm2 }) {
  if (plan.guards.length === 0) return void 0;
  const answer = await context.confirmation({
    operation,
    target: zone2.domain,
    given: confirm2,
    input,
    observed: plannedChanges(plan),
    preview: guardPreview(plan)
  });
  return answer.granted ? void 0 : unconfirmed(answer);
}
async function makeChange(context, request, window) {
  const changes = plannedChanges(request.plan);
  if (changes.length === 0) return { status: "done", changed: false, sent: [] };
  return carryOut2(context, request, await context.journal.begin(intentOf(request, changes, window)));
}
async function carryOut2(context, { zone: zone2, observed, plan, undoes, underWay = false }, entry) {
  const { sent, failures, unknown } = await applyChanges(context, { zone: zone2, observed, stages: plan.stages, entry });
  if (failures.length === 0) {
    await entry.finish("done");
    if (undoes !== void 0) await context.journal.markUndone(undoes, entry.id);
    return { status: "done", changed: true, change: entry.id, sent };
  }
  if (sent.length === 0 && unknown === 0 && !underWay) await entry.abandon();
  else await entry.finish(unknown > 0 ? "unknown" : "partial");
  const total = plannedChanges(plan).length;
  throw partialFailure({ zone: zone2.domain, sent, total, failures, unknown, underWay, change: entry.id });
}
function intentOf({ operation, zone: zone2, observed, plan, undoes }, changes, window) {
  const touched = new Set(
    changes.flatMap((change) => [
      ...change.action === "create" ? [] : [rrsetKey(change.before)],
      ...change.action === "delete" ? [] : [rrsetKey(change.after)]
    ])
  );
  const before = observed.flatMap(
    ({ record: record2 }) => record2 !== void 0 && touched.has(rrsetKey(record2)) ? [record2] : []
  );
  return {
    operation,
    zone: zone2.domain,
    summary: summaryText(plan),
    before,
    after: recordsAfter(before, changes),
    disturbed: [...disturbedRrsets(changes, window.created)],
    created: changes.flatMap((change) => change.action === "delete" ? [] : [recordKey(change.after)]),
    ...undoes === void 0 ? {} : { undoes }
  };
}
function guardPreview(plan) {
  return `${plan.guards.map(({ message }) => message).join(" ")} Zone ${plan.zone}: ${summaryText(plan)}.`;
}
function summaryText({ summary }) {
  const parts = ["create", "update", "delete"].flatMap(
    (action) => summary[action] === 0 ? [] : [`${summary[action]} ${action}d`]
  );
  return parts.length === 0 ? "nothing to change" : parts.join(", ");
}

// src/core/operations/write/alias-conflict.ts
function refuseAliasConflicts(state, changes) {
  const coming = /* @__PURE__ */ new Map();
  const going = /* @__PURE__ */ new Set();
  for (const change of changes) {
    if (change.action !== "create") going.add(change.id);
    if (change.action !== "delete") coming.set(change.after.name, change.after);
  }
  for (const held of state.held) {
    const wanted = coming.get(held.name);
    if (wanted !== void 0 && !going.has(held.id) && clash(held, wanted)) throw conflict(held, wanted);
  }
}
function clash({ record: record2 }, wanted) {
  if (record2 === void 0) return false;
  if (!recordTypes[record2.type].standsAlone && !recordTypes[wanted.type].standsAlone) return false;
  return !sameRdata(record2, wanted);
}
function conflict({ id, type: type2, zone: zone2 }, wanted) {
  return new InputError(
    "conflict",
    `${relativeName(wanted.name, zone2.domain)} has ${withArticle(type2)} record (id ${id}), and a CNAME stands alone at its name (RFC 1034 §3.6.2).`,
    { field: "name", hint: "Change that record with update_record, or delete it first." }
  );
}

// src/core/operations/write/check-changes.ts
function checkChanges(state, changes) {
  const { zone: zone2, records: records2 } = state;
  for (const record2 of changes.flatMap(recordsOf)) refuseApexNs(record2, zone2.domain);
  refuseAliasConflicts(state, changes);
  if (changes.length > 0) refuseBrokenZone(zone2.domain, records2, afterChanges(records2, changes));
}
function refuseApexNs({ type: type2, name }, zone2) {
  if (type2 !== "NS" || !isApexOf(name, zone2)) return;
  throw new InputError(
    "invalid_input",
    `The NS records at the apex of ${zone2} are changed only through a confirmed plan.`,
    {
      field: "name",
      hint: "They say which servers hold the zone; a delegation goes below the apex, at a name of its own."
    }
  );
}
function recordsOf(change) {
  if (change.action === "create") return [change.after];
  return change.action === "delete" ? [change.before] : [change.before, change.after];
}
function afterChanges(records2, changes) {
  const gone = new Set(changes.flatMap((change) => change.action === "create" ? [] : [change.before]));
  const come = changes.flatMap((change) => change.action === "delete" ? [] : [change.after]);
  return [...records2.filter((record2) => !gone.has(record2)), ...come];
}

// src/core/operations/write/change-records.ts
async function changeRecords(context, state, { operation, input, changes }) {
  checkChanges(state, changes);
  const { zone: zone2, held: observed, readAt } = state;
  const { confirm: confirm2, ...bound } = input;
  const plan = planChanges({ zone: zone2.domain, mode: "merge", observed, changes });
  return changeZone(context, { operation, input: bound, confirm: confirm2, zone: zone2, observed, readAt, plan });
}

// src/core/operations/at-field.ts
function atField(path, read) {
  return refusing(read, () => path);
}
function below(path, read) {
  return refusing(read, (field) => field === void 0 ? path : `${path}.${field}`);
}
function refusing(read, place) {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const field = place(error.field);
    throw new InputError(error.code, `${field}: ${error.message}`, { field, hint: error.hint, cause: error });
  }
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

// src/core/operations/find/match-records.ts
var CANDIDATES_MAX = 20;
function matchRecords({ zone: zone2, held }, query) {
  const name = parseOwnerName(query.name, zone2.domain);
  const atName = held.filter((record2) => record2.name === name && record2.type === query.type);
  const { value: value2, priority: priority2 } = query;
  const fitting = priority2 === void 0 ? atName : atName.filter((record2) => record2.priority === priority2);
  if (value2 === void 0) return fitting;
  const asStored = fitting.filter((record2) => record2.value === value2);
  return asStored.length > 0 ? asStored : fitting.filter((record2) => sameValue(record2, { ...query, value: value2 }, zone2.domain));
}
function theRecord(state, query) {
  const [record2, ...others] = matchRecords(state, query);
  if (record2 === void 0) throw noneFits(state, query);
  if (others.length > 0) throw severalFit(state, query, [record2, ...others]);
  return record2;
}
function sameValue({ record: record2 }, query, zone2) {
  return record2 !== void 0 && sameRdata(parseContent({ ...query, zone: zone2 }, record2.priority), record2);
}
function noneFits({ zone: zone2, held, incomplete }, query) {
  const name = parseOwnerName(query.name, zone2.domain);
  const there = held.filter((record2) => record2.name === name);
  const atName = there.filter(({ type: type2 }) => type2 === query.type).length;
  const types = [...new Set(there.map(({ type: type2 }) => plainText(type2, 20)))].join(", ");
  const hint = atName > 0 ? `${atName} ${query.type} there ${atName === 1 ? "has another value" : "have other values"}; list_records shows them.` : there.length > 0 ? `That name has ${types}.` : "list_records shows what is there.";
  return new InputError(
    "record_not_found",
    `No such ${query.type} record at ${relativeName(name, zone2.domain)} in ${zone2.domain}.`,
    { field: "name", hint: incomplete ? `${hint} The API held back some of the zone's records.` : hint }
  );
}
function severalFit({ zone: zone2 }, query, candidates) {
  const listed = candidates.slice(0, CANDIDATES_MAX).map(({ id, name, type: type2, ttl: ttl2 }) => `${plainText(id, 80)} (${relativeName(name, zone2.domain)} ${type2}, TTL ${ttl2})`);
  const more = candidates.length > CANDIDATES_MAX ? ` and ${candidates.length - CANDIDATES_MAX} more` : "";
  const wanted = query.value === void 0 ? "value" : "priority";
  return new InputError(
    "record_ambiguous",
    `${candidates.length} records fit in ${zone2.domain}: ${listed.join(", ")}${more}.`,
    { field: wanted, hint: `Give ${wanted} as well, or delete_record by id.` }
  );
}

// src/core/operations/write/plan-absent.ts
function planAbsent(state, queries) {
  const going = /* @__PURE__ */ new Map();
  for (const [at2, query] of queries.entries()) {
    const held = below(`records[${at2}]`, () => theOneOrNone(state, query));
    if (held !== void 0) going.set(held.id, { action: "delete", id: held.id, before: contentOf(held, query) });
  }
  return [...going.values()];
}
function theOneOrNone(state, query) {
  const [held, ...others] = matchRecords(state, query);
  if (held !== void 0 && others.length > 0) throw severalFit(state, query, [held, ...others]);
  return held;
}
function contentOf({ record: record2, name, value: value2, ttl: ttl2 }, { type: type2 }) {
  return record2 ?? { name, type: type2, value: value2, ttl: ttl2 };
}

// src/core/operations/write/plan-present.ts
function planPresent(state, wanted) {
  const sets = wantedRrsets(wanted);
  const asked = /* @__PURE__ */ new Map();
  for (const { record: record2 } of wanted) {
    const set = sets.get(rrsetKey(record2));
    asked.set(`${rrsetKey(record2)} ${rdataKey(record2)}`, ensured(state, record2, set?.ttl));
  }
  const adopted = new Set([...asked.values()].map(({ held }) => held?.id));
  return {
    asked: [...asked.values()],
    siblings: [...sets.values()].flatMap(
      (set) => standing(state, set).filter(({ id }) => !adopted.has(id)).flatMap((held) => retimed(held, set.ttl) ?? [])
    )
  };
}
function ensured(state, record2, ttl2) {
  const siblings = rrsetOf(state, record2);
  const held = siblings.find(
    (sibling) => sibling.record !== void 0 && rdataKey(sibling.record) === rdataKey(record2)
  );
  if (held === void 0) {
    return { change: { action: "create", after: { ...record2, ttl: ttl2 ?? siblings[0]?.ttl ?? DEFAULT_TTL_SECONDS } } };
  }
  const change = retimed(held, ttl2);
  return change === void 0 ? { held } : { held, change };
}
function retimed({ id, record: record2 }, ttl2) {
  if (record2 === void 0 || ttl2 === void 0 || record2.ttl === ttl2) return void 0;
  return { action: "update", id, before: record2, after: { ...record2, ttl: ttl2 } };
}
function standing(state, { records: [first] }) {
  return first === void 0 ? [] : rrsetOf(state, first);
}

// src/core/dns/zonefile/generate-template.ts
var ITERATOR_MAX = 2 ** 31 - 1;
var MODIFIER = /\{(-?\d{1,10})(?:,(\d{1,3})(?:,([doxXnN]))?)?\}/y;
var RADIX = { d: 10, o: 8, x: 16, X: 16, n: 16, N: 16 };
function readRange(text2) {
  const [, from, to, by = "1"] = /^(\d{1,10})-(\d{1,10})(?:\/(\d{1,10}))?$/.exec(text2) ?? [];
  const range = { start: Number(from), stop: Number(to), step: Number(by) };
  return range.start <= range.stop && range.stop <= ITERATOR_MAX && range.step > 0 ? range : void 0;
}
function readTemplate(text2) {
  const pieces = [];
  let literal = "";
  let offset = 0;
  for (let at2 = 0; at2 < text2.length; at2++) {
    const char = text2.charAt(at2);
    const next = text2.charAt(at2 + 1);
    if (char === "\\") literal += char + text2.charAt(++at2);
    else if (char !== "$") literal += char;
    else if (next === "$") literal += text2.charAt(++at2);
    else {
      MODIFIER.lastIndex = at2 + 1;
      const modifier = next === "{" ? MODIFIER.exec(text2) : [];
      if (modifier === null) return void 0;
      const [whole = "", written, width = "0", mode] = modifier;
      offset = written === void 0 ? offset : Number(written);
      pieces.push(literal, { offset, width: Number(width), mode: readMode(mode) });
      literal = "";
      at2 += whole.length;
    }
  }
  return [...pieces, literal];
}
function fillTemplate(template, iterator) {
  return template.map((piece) => typeof piece === "string" ? piece : shaped(iterator + piece.offset, piece)).join("");
}
function readMode(text2) {
  return text2 === "o" || text2 === "x" || text2 === "X" || text2 === "n" || text2 === "N" ? text2 : "d";
}
function shaped(value2, { width, mode }) {
  if (mode === "n" || mode === "N") return inCase(nibbles(value2, width), mode);
  const sign = mode === "d" && value2 < 0 ? "-" : "";
  const digits = (mode === "d" ? Math.abs(value2) : value2 >>> 0).toString(RADIX[mode]);
  return sign + inCase(digits.padStart(width - sign.length, "0"), mode);
}
function nibbles(value2, width) {
  const digits = Array.from((value2 >>> 0).toString(16)).reverse();
  let text2 = digits.join(".");
  while (text2.length < width) text2 += text2.length % 2 === 1 ? "." : "0";
  return text2;
}
function inCase(text2, mode) {
  return mode === "X" || mode === "N" ? text2.toUpperCase() : text2;
}

// src/core/dns/zonefile/lexer.ts
var TAB = 9;
var LF = 10;
var CR = 13;
var SPACE = 32;
var QUOTE = 34;
var OPEN = 40;
var CLOSE = 41;
var SEMICOLON = 59;
var BACKSLASH = 92;
var ENDS_WORD = new Uint8Array(128);
for (const code of [TAB, LF, CR, SPACE, QUOTE, OPEN, CLOSE, SEMICOLON]) ENDS_WORD[code] = 1;
var REWINDS_MAX = 16;
var Lexer = class {
  #text;
  #at = 0;
  #line = 1;
  #lineStart = 0;
  #rewindsLeft = REWINDS_MAX;
  #scanned = 0;
  #fault;
  constructor(text2) {
    this.#text = text2;
    if (text2.startsWith("\uFEFF")) this.#at = this.#lineStart = 1;
  }
  /** Characters looked at so far, those looked at again counted again. */
  get scanned() {
    return this.#scanned;
  }
  /** The next entry that has anything in it; `undefined` at the end. */
  next() {
    while (this.#at < this.#text.length) {
      const entry = this.#joined();
      if (entry.tokens.length > 0 || entry.fault !== void 0) return entry;
    }
    return void 0;
  }
  /** A parenthesis that nothing closes would swallow the rest of the file: its own line alone is given up for it. */
  #joined() {
    const [at2, line, lineStart] = [this.#at, this.#line, this.#lineStart];
    const entry = this.#entry(this.#rewindsLeft > 0);
    this.#scanned += this.#at - at2;
    if (entry.fault !== UNCLOSED) return entry;
    this.#rewindsLeft--;
    [this.#at, this.#line, this.#lineStart] = [at2, line, lineStart];
    const alone = this.#entry(false);
    this.#scanned += this.#at - at2;
    return alone;
  }
  #entry(joinsLines) {
    const text2 = this.#text;
    const start = this.#place();
    const startsBlank = isBlank(text2.charCodeAt(this.#at));
    const tokens = [];
    let depth = 0;
    let opened = start;
    this.#fault = void 0;
    while (this.#at < text2.length) {
      const code = text2.charCodeAt(this.#at);
      if (isBlank(code)) this.#at++;
      else if (code === LF || code === CR) {
        this.#newLine(code);
        if (depth === 0 || !joinsLines) break;
      } else if (code === SEMICOLON) this.#skipComment();
      else if (code === OPEN) {
        if (depth === 0) opened = this.#place();
        depth++;
        this.#at++;
      } else if (code === CLOSE) {
        if (depth === 0) this.#fail(this.#place(), "A closing parenthesis has no opening one.");
        else depth--;
        this.#at++;
      } else tokens.push(code === QUOTE ? this.#quoted() : this.#word());
    }
    if (depth > 0 && joinsLines)
      return { line: start.line, column: start.column, startsBlank, tokens, fault: UNCLOSED };
    if (depth > 0) this.#fail(opened, "This parenthesis is never closed.");
    const fault2 = this.#fault;
    return { line: start.line, column: start.column, startsBlank, tokens, fault: fault2 };
  }
  #word() {
    const text2 = this.#text;
    const from = this.#at;
    let at2 = from;
    for (; at2 < text2.length; at2++) {
      const code = text2.charCodeAt(at2);
      if (code === BACKSLASH) {
        if (!isLineEnd(text2.charCodeAt(at2 + 1))) at2++;
      } else if (ENDS_WORD[code] === 1) break;
    }
    this.#at = Math.min(at2, text2.length);
    return { text: text2.slice(from, this.#at), quoted: false, line: this.#line, column: from - this.#lineStart + 1 };
  }
  /** An escaped line end belongs to the string; a bare one ends it, and is a fault. */
  #quoted() {
    const text2 = this.#text;
    const place = this.#place();
    const from = this.#at + 1;
    for (let at2 = from; at2 < text2.length; at2++) {
      const code = text2.charCodeAt(at2);
      if (code === QUOTE) {
        this.#at = at2 + 1;
        return { text: text2.slice(from, at2), quoted: true, ...place };
      }
      if (code === LF) {
        this.#at = at2;
        return this.#unclosedString(from, place);
      }
      if (code !== BACKSLASH) continue;
      at2++;
      if (text2.charCodeAt(at2) === LF) this.#startLine(at2 + 1);
    }
    this.#at = text2.length;
    return this.#unclosedString(from, place);
  }
  #unclosedString(from, place) {
    this.#fail(place, "This quoted string is not closed on its line.");
    return { text: this.#text.slice(from, this.#at), quoted: true, ...place };
  }
  #skipComment() {
    const end = this.#text.indexOf("\n", this.#at);
    this.#at = end === -1 ? this.#text.length : end;
  }
  /** As in BIND a lone carriage return ends a line, and is not counted as one. */
  #newLine(code) {
    this.#at++;
    if (code === CR && this.#text.charCodeAt(this.#at) !== LF) return;
    if (code === CR) this.#at++;
    this.#startLine(this.#at);
  }
  #startLine(at2) {
    this.#line++;
    this.#lineStart = at2;
  }
  #place() {
    return { line: this.#line, column: this.#at - this.#lineStart + 1 };
  }
  /** The first fault of an entry is the one told. */
  #fail(place, message) {
    this.#fault ??= { ...place, message };
  }
};
var UNCLOSED = { line: 0, column: 0, message: "" };
function isBlank(code) {
  return code === SPACE || code === TAB;
}
function isLineEnd(code) {
  return code === LF || code === CR;
}

// src/core/dns/zonefile/reading.ts
var PROBLEMS_MAX = 1e3;
function startReading({ zone: zone2, defaultTtl, faulty }) {
  return {
    zone: zone2,
    keepsFaulty: faulty === "keep",
    fallbackTtl: defaultTtl ?? DEFAULT_TTL_SECONDS,
    records: [],
    withoutTtl: /* @__PURE__ */ new Set(),
    lines: /* @__PURE__ */ new Map(),
    problems: [],
    notices: [],
    soa: void 0,
    origin: zone2,
    originIsNew: false,
    owner: void 0,
    defaultTtl: void 0,
    lastTtl: void 0,
    generatedRecords: 0,
    generatedCharacters: 0
  };
}
var ZoneFileFault = class extends Error {
  code;
  place;
  constructor(code, place, message) {
    super(message);
    this.name = "ZoneFileFault";
    this.code = code;
    this.place = place;
  }
};
function at(place, code, read) {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw faultOf(error, code, place);
  }
}
function faultOf({ message, hint }, code, place) {
  return new ZoneFileFault(code, place, hint === void 0 ? message : `${message} ${hint}`);
}
function addProblem(reading, { code, place, message }) {
  reading.problems.push({ line: place.line, column: place.column, code, message });
}
function addNotice(reading, { line, column }, message) {
  reading.notices.push({ line, column, message });
}
function addRecord(reading, record2, place) {
  const key = `${rrsetKey(record2)} ${rdataKey(record2)}`;
  const before = reading.lines.get(key);
  if (before !== void 0) {
    addNotice(reading, place, `Repeats the ${record2.type} record of line ${before}; read once.`);
    return;
  }
  reading.lines.set(key, place.line);
  reading.records.push(record2);
}

// src/core/dns/zonefile/ttl-units.ts
var UNITS = { s: 1, m: 60, h: 3600, d: 86400, w: 604800 };
var TEXT_MAX_LENGTH2 = 63;
var IN_UNITS = /^(?:\d{1,10}[wdhms])+$/i;
function looksLikeTtl(text2) {
  const first = text2.charCodeAt(0);
  return first >= 48 && first <= 57;
}
function readSeconds(text2) {
  if (text2.length > TEXT_MAX_LENGTH2) return void 0;
  if (/^\d+$/.test(text2)) return Number(text2);
  if (!IN_UNITS.test(text2)) return void 0;
  let seconds2 = 0;
  for (const [, number2, unit = ""] of text2.toLowerCase().matchAll(/(\d+)([wdhms])/g)) {
    seconds2 += Number(number2) * (UNITS[unit] ?? 0);
  }
  return seconds2;
}

// src/core/dns/zonefile/soa.ts
var SERIAL_MAX = 2 ** 32 - 1;
var FIELDS = 7;
function readSoa(tokens, origin) {
  const words = tokens.filter(({ quoted }) => !quoted).map(({ text: text2 }) => text2);
  const [primary = "", mailbox = "", serial = "", ...timers] = words;
  if (words.length !== FIELDS || tokens.length !== FIELDS) {
    throw fault(`An SOA has ${FIELDS} fields: primary server, mailbox, serial, refresh, retry, expire, minimum.`);
  }
  const [refresh, retry, expire, minimum] = timers.map(readTimer);
  if (refresh === void 0 || retry === void 0 || expire === void 0 || minimum === void 0) {
    throw fault("A timer of the SOA is no time from 0 to 2147483647 seconds.");
  }
  if (!/^\d{1,10}$/.test(serial) || Number(serial) > SERIAL_MAX) {
    throw fault("The serial of the SOA is no whole number from 0 to 4294967295.");
  }
  return {
    primary: targetForm(absoluteName(primary, origin)),
    mailbox: targetForm(absoluteName(mailbox, origin)),
    serial: Number(serial),
    refresh,
    retry,
    expire,
    minimum
  };
}
function printSoa(soa, indent) {
  const figures = [
    [soa.serial, "serial"],
    [soa.refresh, "refresh"],
    [soa.retry, "retry"],
    [soa.expire, "expire"],
    [soa.minimum, 'minimum: how long a "no" is remembered (RFC 2308)']
  ];
  return [
    `${withFinalDot(soa.primary)} ${withFinalDot(soa.mailbox)} (`,
    ...figures.map(([figure, name]) => `${indent}${String(figure).padEnd(10)} ; ${name}`),
    `${indent})`
  ];
}
function sameSoa(a, b) {
  return printSoa(a, "").join() === printSoa(b, "").join();
}
function readTimer(text2) {
  const seconds2 = readSeconds(text2);
  return seconds2 !== void 0 && seconds2 <= TTL_MAX_SECONDS ? seconds2 : void 0;
}
function fault(message) {
  return new InputError("invalid_value", message, {
    hint: "Write it such as ns1.example.com. hostmaster.example.com. 1 7200 900 1209600 300."
  });
}

// src/core/dns/zonefile/type-mnemonics.ts
var MNEMONICS = new Set(
  `A6 AAAA AFSDB AMTRELAY APL ATMA AVC AXFR CAA CDNSKEY CDS CERT CSYNC DHCID DLV DNAME DNSKEY DOA DS DSYNC EID EUI48
  EUI64 GID GPOS HHIT HINFO HIP HTTPS IPN IPSECKEY ISDN IXFR KEY KX L32 L64 LOC LP MAILA MAILB MB MD MF MG MINFO MR
  NAPTR NID NIMLOC NINFO NSAP NSAP-PTR NSEC NSEC3 NSEC3PARAM NULL NXNAME NXT OPENPGPKEY OPT PTR PX RESINFO RKEY RP
  RRSIG RT SIG SINK SMIMEA SPF SSHFP SVCB TA TALINK TKEY TLSA TSIG UID UINFO UNSPEC URI WALLET WKS X25 ZONEMD ALIAS
  ANAME`.split(/\s+/)
);
function isTypeMnemonic(word) {
  return MNEMONICS.has(word) || /^TYPE\d{1,5}$/.test(word);
}

// src/core/dns/zonefile/read-record.ts
var CLASSES = /^(?:IN|CH|CHAOS|HS|HESIOD|ANY|NONE|CLASS\d{1,5})$/i;
var CLASS_IN = /^(?:IN|CLASS0*1)$/i;
function readRecordEntry(reading, entry) {
  const { startsBlank, tokens } = entry;
  const [first] = tokens;
  if (first === void 0) return;
  const owner2 = startsBlank ? inheritedOwner(reading, first) : writtenOwner(reading, first);
  takeRecord(reading, { owner: owner2, ownerPlace: first, ...readHead(startsBlank ? tokens : tokens.slice(1), entry) });
}
function readHead(tokens, entry) {
  let ttl2;
  let hasClass = false;
  for (const [index, token] of tokens.entries()) {
    if (!hasClass && isClass(token)) hasClass = refuseOtherClasses(token);
    else if (ttl2 === void 0 && !token.quoted && looksLikeTtl(token.text)) ttl2 = readTtl(token);
    else return { place: token, type: readType(token), ttl: ttl2, rdata: tokens.slice(index + 1) };
  }
  throw new ZoneFileFault("syntax", tokens.at(-1) ?? entry, "The line ends before it says a record type.");
}
function readTtl(token) {
  const seconds2 = token.quoted ? void 0 : readSeconds(token.text);
  if (seconds2 !== void 0 && seconds2 <= TTL_MAX_SECONDS) return seconds2;
  throw new ZoneFileFault(
    "ttl",
    token,
    seconds2 === void 0 ? "A number stands where a TTL or a record type belongs, and is no TTL; the first word of a line is its owner name." : "The TTL is above 2147483647 seconds (RFC 2181 §8). BIND would take it for 0."
  );
}
function takeRecord(reading, line) {
  if (line.type === "SOA") return takeSoa(reading, line);
  const { owner: name, type: type2, place } = line;
  const given = ttlOf(reading, line.ttl);
  const first = line.rdata[0] ?? place;
  const rdata = at(first, "rdata", () => parseRdataTokens(type2, line.rdata, reading.origin));
  const record2 = { name, type: type2, ttl: given ?? reading.fallbackTtl, ...rdata };
  if (!reading.keepsFaulty) refuseFaulty(reading, record2, { owner: line.ownerPlace, rdata: first });
  const before = reading.records.length;
  addRecord(reading, record2, place);
  if (given === void 0 && reading.records.length > before) reading.withoutTtl.add(record2);
}
function writtenOwner(reading, token) {
  reading.owner = void 0;
  const { origin, zone: zone2 } = reading;
  const owner2 = at(token, "owner", () => absoluteName(token.text, origin));
  reading.owner = owner2;
  reading.originIsNew = false;
  refuseOutside(owner2, zone2, token);
  if (!reading.keepsFaulty) refuseDoubled(owner2, reading, token);
  return owner2;
}
function inheritedOwner(reading, place) {
  const { owner: owner2 } = reading;
  if (owner2 === void 0) {
    throw new ZoneFileFault(
      "owner",
      place,
      "The line leaves its owner name out, and no line before it has one that could be read."
    );
  }
  if (reading.originIsNew) addNotice(reading, place, `The owner is still ${owner2}: $ORIGIN does not change it.`);
  reading.originIsNew = false;
  refuseOutside(owner2, reading.zone, place);
  return owner2;
}
function refuseOutside(owner2, zone2, place) {
  if (isWithin(owner2, zone2)) return;
  throw new ZoneFileFault(
    "outside-zone",
    place,
    `${owner2 === "" ? "The root" : owner2} is not inside ${zone2}. Take the record out, or choose the zone it belongs to.`
  );
}
function refuseDoubled(owner2, { zone: zone2, origin }, token) {
  if (origin !== zone2 || owner2 === zone2 || token.text.endsWith(".")) return;
  if (!isWithin(owner2.slice(0, -zone2.length - 1), zone2)) return;
  throw new ZoneFileFault(
    "owner",
    token,
    `Without a final dot this name is ${owner2}. Add the dot, or write the doubled name out with one.`
  );
}
function isClass({ text: text2, quoted }) {
  return !quoted && CLASSES.test(text2);
}
function refuseOtherClasses(token) {
  if (CLASS_IN.test(token.text)) return true;
  throw new ZoneFileFault("class", token, "The class is not IN. The API has records of class IN only.");
}
function readType(token) {
  const word = token.quoted ? "" : token.text.toUpperCase();
  if (isRecordType(word) || word === "SOA") return word;
  const taken = RECORD_TYPES.join(", ");
  throw isTypeMnemonic(word) ? new ZoneFileFault("unsupported-type", token, `The API does not take ${word} records. It takes ${taken}.`) : new ZoneFileFault(
    "syntax",
    token,
    `No record type stands where one belongs. A line is an owner name (white space for the one before), TTL, class and type; types are ${taken}.`
  );
}
function ttlOf(reading, written) {
  if (written !== void 0) reading.lastTtl = written;
  return written ?? reading.defaultTtl ?? reading.lastTtl;
}
function refuseFaulty({ zone: zone2 }, record2, places) {
  try {
    refuseFaults(record2, zone2);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const code = error.field === "name" ? "owner" : "rdata";
    throw faultOf(error, code, places[code]);
  }
}
function takeSoa(reading, { owner: owner2, place, rdata, ttl: ttl2 }) {
  const data = at(rdata[0] ?? place, "soa", () => readSoa(rdata, reading.origin));
  if (owner2 !== reading.zone) throw new ZoneFileFault("soa", place, "An SOA stands at the apex and nowhere else.");
  if (reading.soa !== void 0 && !sameSoa(reading.soa, data)) {
    throw new ZoneFileFault("soa", place, "The zone has an SOA already, and this is another one. Keep one of them.");
  }
  addNotice(reading, place, "The SOA is passed over: VPS.org makes the zone's own.");
  const known = ttlOf(reading, ttl2);
  if (known === void 0) reading.defaultTtl = data.minimum;
  reading.soa ??= { ttl: known ?? data.minimum, ...data };
}

// src/core/dns/zonefile/directives.ts
var GENERATED_RECORDS_MAX = 65536;
var GENERATED_CHARACTERS_MAX = 1e7;
var directives = /* @__PURE__ */ new Map([
  ["$ORIGIN", setOrigin],
  ["$TTL", setTtl],
  ["$GENERATE", generate],
  ["$INCLUDE", refuseInclude]
]);
function isDirective({ startsBlank, tokens }) {
  return !startsBlank && tokens[0]?.text.startsWith("$") === true;
}
function readDirective(reading, { tokens }) {
  const [directive, ...args] = tokens;
  if (directive === void 0) return;
  const read = directives.get(directive.text.toUpperCase());
  if (read === void 0) {
    throw refusal(
      directive,
      "There is no such directive. Known are $ORIGIN, $TTL and $GENERATE; a name that starts so is written with \\$."
    );
  }
  read(reading, directive, args);
}
function setOrigin(reading, directive, args) {
  const name = onlyArgument(directive, args, "a domain name");
  reading.origin = at(name, "directive", () => absoluteName(name.text, reading.origin));
  reading.originIsNew = true;
}
function setTtl(reading, directive, args) {
  reading.defaultTtl = readTtl(onlyArgument(directive, args, "a TTL"));
}
function refuseInclude(_, directive) {
  throw refusal(directive, "$INCLUDE is not followed: other files are out of reach. Put their lines in its place.");
}
function generate(reading, directive, args) {
  const [range, left, ...rest] = args;
  if (range === void 0 || left === void 0) throw badGenerate(directive);
  const head = readHead(rest, left);
  const [right, surplus] = head.rdata;
  if (right === void 0 || surplus !== void 0) throw badGenerate(surplus ?? head.place);
  const iterations = readRange(range.text);
  if (iterations === void 0) throw refusal(range, "That is no range. Write start-stop or start-stop/step.");
  expand(reading, {
    iterations,
    owner: { token: left, template: templateOf(left) },
    head,
    rdata: { token: right, template: templateOf(right) }
  });
}
function expand(reading, { iterations, owner: owner2, head, rdata }) {
  const inherited = reading.owner;
  try {
    for (let iterator = iterations.start; iterator <= iterations.stop; iterator += iterations.step) {
      const name = { ...owner2.token, text: fillTemplate(owner2.template, iterator) };
      const text2 = fillTemplate(rdata.template, iterator);
      countGenerated(reading, name.text.length + text2.length, owner2.token);
      takeRecord(reading, {
        ...head,
        owner: writtenOwner(reading, name),
        ownerPlace: owner2.token,
        rdata: tokensOf(text2, rdata.token)
      });
    }
  } finally {
    reading.owner = inherited;
  }
}
function countGenerated(reading, characters, place) {
  reading.generatedRecords++;
  reading.generatedCharacters += characters;
  if (reading.generatedRecords > GENERATED_RECORDS_MAX) {
    throw new ZoneFileFault("limit", place, `$GENERATE makes more than ${GENERATED_RECORDS_MAX} records.`);
  }
  if (reading.generatedCharacters > GENERATED_CHARACTERS_MAX) {
    throw new ZoneFileFault("limit", place, `$GENERATE makes more than ${GENERATED_CHARACTERS_MAX} characters.`);
  }
}
function templateOf(token) {
  const template = readTemplate(token.quoted ? token.text.replaceAll(/\\([^])/g, unquote) : token.text);
  if (template !== void 0) return template;
  throw refusal(
    token,
    "A ${...} in the template is badly written. It is ${offset}, ${offset,width} or ${offset,width,base}, with d, o, x, X, n or N as the base."
  );
}
function unquote(escape, char) {
  return char === '"' ? char : escape;
}
function tokensOf(text2, { line, column }) {
  const lexer = new Lexer(text2);
  const entry = lexer.next();
  if (entry?.fault !== void 0 || lexer.next() !== void 0) throw badGenerate({ line, column });
  return (entry?.tokens ?? []).map((token) => ({ ...token, line, column }));
}
function onlyArgument(directive, args, what) {
  const [argument, surplus] = args;
  if (argument !== void 0 && surplus === void 0) return argument;
  throw refusal(surplus ?? directive, `${directive.text.toUpperCase()} takes ${what} and nothing else.`);
}
function badGenerate(place) {
  return refusal(
    place,
    "It is $GENERATE range owner [TTL] [class] type rdata, the rdata quoted when it has spaces, such as $GENERATE 1-9 host$ A 192.0.2.$."
  );
}
function refusal(place, message) {
  return new ZoneFileFault("directive", place, message);
}

// src/core/dns/zonefile/parse-zone-file.ts
function parseZoneFile(text2, options) {
  const reading = startReading(options);
  const lexer = new Lexer(text2);
  for (let entry = lexer.next(); entry !== void 0; entry = lexer.next()) {
    readEntry(reading, entry);
    if (reading.problems.length >= PROBLEMS_MAX) {
      addProblem(reading, new ZoneFileFault("limit", entry, `Reading stopped after ${PROBLEMS_MAX} problems.`));
      break;
    }
  }
  const { records: records2, withoutTtl, problems, notices, soa } = reading;
  return { records: records2, withoutTtl, problems, notices, ...soa === void 0 ? {} : { soa } };
}
function readEntry(reading, entry) {
  try {
    if (entry.fault !== void 0) readBroken(reading, entry, entry.fault);
    else if (isDirective(entry)) readDirective(reading, entry);
    else readRecordEntry(reading, entry);
  } catch (error) {
    if (!(error instanceof ZoneFileFault)) throw error;
    addProblem(reading, error);
  }
}
function readBroken(reading, { startsBlank, tokens: [first] }, fault2) {
  if (!startsBlank && first !== void 0) writtenOwner(reading, first);
  throw new ZoneFileFault("syntax", fault2, fault2.message);
}

// src/core/vps-nameservers.ts
var VPS_NAMESERVERS = ["ns1.vps.org", "ns2.vps.org"];

// src/core/operations/find/zone-file.ts
var TOLD_MAX = 10;
function readZoneFile(zone2, text2, options = {}) {
  const { records: records2, withoutTtl, problems, notices } = parseZoneFile(text2, { zone: zone2, ...options });
  if (problems.length > 0) throw unreadable(problems);
  const own = records2.filter((record2) => !isVendorNs(record2, zone2));
  const told = firstFew(notices);
  return {
    records: own,
    withoutTtl,
    warnings: own.length < records2.length ? [...told, "The apex NS records of the file are VPS.org's own and stay as they are."] : told
  };
}
function zoneFileOrigin(text2) {
  const [, origin] = /^\$ORIGIN[ \t]+([^\s;]+)/im.exec(text2) ?? [];
  if (origin !== void 0) return atField("zonefile", () => parseZoneName(origin));
  throw new InputError("invalid_input", "The zone file does not say which zone it is.", {
    field: "zone",
    hint: "Give zone as well, or start the file with $ORIGIN example.com."
  });
}
function isVendorNs({ type: type2, name, value: value2 }, zone2) {
  return type2 === "NS" && isApexOf(name, zone2) && VPS_NAMESERVERS.includes(value2);
}
function firstFew(remarks) {
  const told = remarks.slice(0, TOLD_MAX).map(({ line, column, message }) => `Line ${line}, column ${column}: ${message}`);
  return remarks.length > TOLD_MAX ? [...told, `And ${remarks.length - TOLD_MAX} more.`] : told;
}
function unreadable(problems) {
  return new InputError("invalid_zone_file", `The zone file cannot be used. ${firstFew(problems).join(" ")}`, {
    field: "zonefile",
    hint: "Mend these lines and try again."
  });
}

// src/core/operations/write/given-records.ts
function wantedRecords(zone2, given) {
  refuseBothOrNeither(given);
  const { records: records2 = [], zonefile: zonefile2 } = given;
  if (zonefile2 === void 0) {
    return { items: records2.map((item, at2) => below(`records[${at2}]`, () => wantedRecord(zone2, item))), warnings: [] };
  }
  const file = readZoneFile(zone2, zonefile2);
  return {
    items: file.records.map((record2) => ({ record: record2, ttlGiven: !file.withoutTtl.has(record2) })),
    warnings: file.warnings
  };
}
function absentQueries(zone2, given) {
  refuseBothOrNeither(given);
  const { records: records2 = [], zonefile: zonefile2 } = given;
  if (zonefile2 === void 0) return { items: records2, warnings: [] };
  const file = readZoneFile(zone2, zonefile2);
  return {
    items: file.records.map(({ name, ...rest }) => ({ ...rest, name: withFinalDot(name) })),
    warnings: file.warnings
  };
}
function refuseBothOrNeither({ records: records2, zonefile: zonefile2 }) {
  if (records2 !== void 0 && zonefile2 !== void 0) {
    throw new InputError("invalid_input", "Both records and zonefile were given.", {
      field: "zonefile",
      hint: "Give one of the two."
    });
  }
  if (zonefile2 !== void 0 || records2 !== void 0 && records2.length > 0) return;
  throw new InputError("invalid_input", "No records were given.", {
    field: "records",
    hint: "Give records, or zonefile as text."
  });
}
function wantedRecord(zone2, { value: value2, ...item }) {
  if (value2 === void 0) {
    throw new InputError("invalid_input", "The value is missing.", {
      field: "value",
      hint: "Only state absent takes records without one."
    });
  }
  return { record: parseRecord({ ...item, value: value2, zone: zone2 }), ttlGiven: item.ttl !== void 0 };
}

// src/core/operations/write/write-warnings.ts
function warningsField(warnings) {
  return warnings.length === 0 ? {} : { warnings: [...warnings] };
}
function alteredWarnings(sent, held) {
  const fields = answeredDifferently(sent, held);
  if (fields.length === 0) return [];
  const where = `${relativeName(held.name, held.zone.domain)} ${sent.type}`;
  const lengths = fields.includes("value") ? ` (${sent.value.length} characters sent, ${held.value.length} kept)` : "";
  return [`The API keeps another ${enumerated(fields)} for ${where} than was sent${lengths}; id ${held.id}.`];
}
function changeWarnings(state, sent) {
  const altered = sent.flatMap(
    ({ change, record: record2 }) => change.action === "delete" ? [] : alteredWarnings(change.after, record2)
  );
  return state.incomplete && sent.length > 0 ? [...altered, "The API held back some of the zone's records, so this was checked against the rest only."] : altered;
}

// src/core/operations/ensure-records.ts
var outcome = _enum(["created", "adopted", "updated", "removed"]);
var output = strictObject({
  ...guardedFields,
  ...changeField,
  zone: string(),
  records: array(recordRow.extend({ outcome: outcome.describe("adopted: was there already") })).optional().describe("Those asked for, or what has gone"),
  siblings: array(recordRow).optional().describe("Others that got the TTL of their RRset"),
  warnings: array(string()).optional()
});
var ensureRecords = defineOperation({
  name: "ensure_records",
  title: "Ensure records",
  toolset: "changes",
  effect: "update",
  idempotent: true,
  api: ["Z1", "R1", "R2", "R6", "R7"],
  summary: "Make records exist (or, absent, not), many at once, repeatable. Identical ones are adopted, others stay; ttl is for the whole RRset.",
  input: strictObject({
    zone,
    records: records.describe("Without value: absent only").optional(),
    zonefile: zonefile.describe("Or this").optional(),
    state: _enum(["present", "absent"]).default("present").describe("Wanted"),
    confirm: confirm.optional()
  }),
  output,
  examples: [
    {
      title: "Set up mail",
      input: {
        zone: "example.com",
        records: [
          { type: "MX", name: "@", value: "mail.example.net", priority: 10 },
          { type: "TXT", name: "@", value: "v=spf1 mx -all" }
        ]
      }
    },
    {
      title: "Take a verification record away again",
      input: {
        zone: "example.com",
        records: [{ type: "TXT", name: "_github-pages-challenge-octocat", value: "0123456789abcdef" }],
        state: "absent"
      }
    }
  ],
  async run(input, context) {
    const { zone: zone2, state: wanted, confirm: _, ...given } = input;
    checkEarly(zone2, (name) => wanted === "present" ? wantedRecords(name, given) : absentQueries(name, given));
    const state = await openZone(context, zone2);
    const work = wanted === "present" ? presence(state, given) : absence(state, given);
    const result = await changeRecords(context, state, { operation: "ensure_records", input, changes: work.changes });
    if (result.status !== "done") return { ...result, zone: state.zone.domain };
    const { sent, change } = result;
    return {
      status: "done",
      changed: result.changed,
      ...change === void 0 ? {} : { change },
      zone: state.zone.domain,
      ...work.rows(new Map(sent.map((one) => [one.change, one.record]))),
      ...warningsField([...work.warnings, ...changeWarnings(state, sent)])
    };
  },
  text(output2) {
    const { changed, zone: zone2, records: records2 = [], siblings, change, warnings } = output2;
    const rows = records2.map(({ outcome: said, ...row }) => `${said}: ${recordLine(row)}`);
    const head = changed ? `${zone2}:` : `Nothing to change in ${zone2}${rows.length === 0 ? "." : ":"}`;
    const retimed2 = siblings === void 0 ? void 0 : `The TTL was also set for ${count(siblings.length, "sibling")}.`;
    return unconfirmedText(output2) ?? lines(head, rows, retimed2, undoLine(change), warningLines(warnings));
  }
});
function presence(state, given) {
  const { items, warnings } = wantedRecords(state.zone.domain, given);
  const plan = planPresent(state, items);
  return {
    changes: [...plan.asked.flatMap(({ change }) => change ?? []), ...plan.siblings],
    warnings,
    rows: (sent) => {
      const siblings = plan.siblings.flatMap((change) => sent.get(change) ?? []);
      return {
        records: plan.asked.flatMap((asked) => askedRow(asked, asked.change && sent.get(asked.change))),
        ...siblings.length === 0 ? {} : { siblings: siblings.map(recordRowOf) }
      };
    }
  };
}
function askedRow({ held, change }, sent) {
  const record2 = sent ?? held;
  if (record2 === void 0) return [];
  const said = change === void 0 ? "adopted" : change.action === "create" ? "created" : "updated";
  return [{ ...recordRowOf(record2), outcome: said }];
}
function absence(state, given) {
  const { items, warnings } = absentQueries(state.zone.domain, given);
  return {
    changes: planAbsent(state, items),
    warnings,
    rows: (sent) => ({
      records: [...sent.values()].map((record2) => ({ ...recordRowOf(record2), outcome: "removed" }))
    })
  };
}

// src/core/text/list-text.ts
function listText({ noun, rows, total, nextCursor, incomplete, narrow }) {
  const shown = rows.length < total ? `, ${rows.length} shown` : "";
  const head = `${count(total, noun)}${shown}${rows.length === 0 ? "." : ":"}`;
  return lines(
    head.charAt(0).toUpperCase() + head.slice(1),
    rows,
    nextCursor === void 0 ? void 0 : `More with cursor "${nextCursor}".${narrow === void 0 ? "" : ` ${narrow}`}`,
    incomplete === true ? "The API counted more than it gave: this list is not whole." : void 0
  );
}

// src/core/operations/find/collect-records.ts
async function collectRecords(context, { zone: zone2, type: type2 }) {
  if (zone2 === void 0) return collectEverywhere(context, type2);
  const { records: records2 } = context.api;
  const ref = await resolveZone(context, zone2);
  return type2 === void 0 ? records2.listInZone(ref) : records2.list({ zone: ref, type: type2 });
}
async function collectEverywhere(context, type2) {
  const { api, policy } = context;
  const { zones, incomplete } = await visibleZones(context);
  const filter = type2 === void 0 ? {} : { type: type2 };
  const everywhere = policy.zones.length === 0 ? await api.records.listAll(zones, filter) : void 0;
  if (everywhere !== void 0) return { ...everywhere, incomplete: everywhere.incomplete || incomplete };
  const listings = await Promise.all(
    zones.map((ref) => type2 === void 0 ? api.records.listInZone(ref) : api.records.list({ zone: ref, type: type2 }))
  );
  return {
    items: listings.flatMap(({ items }) => items),
    total: listings.reduce((sum, { total }) => sum + total, 0),
    incomplete: incomplete || listings.some((listing) => listing.incomplete)
  };
}

// src/core/text/glob.ts
function matchesGlob(pattern, text2) {
  const [first = "", ...rest] = pattern.split("*");
  const last = rest.pop();
  if (last === void 0) return text2 === first;
  if (!text2.startsWith(first) || text2.length < first.length + last.length || !text2.endsWith(last)) return false;
  let at2 = first.length;
  for (const part of rest) {
    const found = text2.indexOf(part, at2);
    if (found === -1) return false;
    at2 = found + part.length;
  }
  return at2 <= text2.length - last.length;
}

// src/core/operations/find/filter-records.ts
function filterRecords(records2, { name, value: value2 }) {
  const part = value2?.toLowerCase();
  const hasName = name === void 0 ? () => true : nameFilter(name);
  return records2.filter(
    (record2) => hasName(record2) && (part === void 0 || record2.value.toLowerCase().includes(part))
  );
}
function nameFilter(name) {
  if (!name.includes("*")) return ({ name: owner2, zone: zone2 }) => owner2 === ownerIn(name, zone2.domain);
  const glob = name.trim().toLowerCase();
  return ({ name: owner2, zone: zone2 }) => matchesGlob(glob, relativeName(owner2, zone2.domain)) || glob.endsWith(zone2.domain) && matchesGlob(glob, owner2) || glob.endsWith(`${zone2.domain}.`) && matchesGlob(glob, withFinalDot(owner2));
}
function ownerIn(name, zone2) {
  const given = name.trim().toLowerCase();
  if (given.endsWith(".") && !isWithin(given.slice(0, -1), zone2)) return void 0;
  return parseOwnerName(name, zone2);
}

// src/core/operations/find/sort-records.ts
function sortRecords(records2) {
  const keys = new Map(records2.map((record2) => [record2, sortKey(record2)]));
  return records2.toSorted((a, b) => compareTexts(keys.get(a) ?? "", keys.get(b) ?? ""));
}
function sortKey({ zone: zone2, name, type: type2, priority: priority2 = 0, value: value2, id }) {
  return [nameSortKey(zone2.domain), nameSortKey(name), type2, String(priority2).padStart(5, "0"), value2, id].join(
    "\0\0"
  );
}
function compareTexts(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/core/operations/page.ts
function pageOf(items, { limit: limit2, cursor: cursor2, of }) {
  const check = fingerprint(JSON.stringify(of));
  const start = cursor2 === void 0 ? 0 : offsetOf(cursor2, check);
  const end = start + limit2;
  return { items: items.slice(start, end), nextCursor: end < items.length ? `${end}-${check}` : void 0 };
}
function offsetOf(cursor2, check) {
  const [, offset, given] = /^(\d{1,9})-([0-9a-z]+)$/.exec(cursor2) ?? [];
  if (offset !== void 0 && given === check) return Number(offset);
  throw new InputError("invalid_input", "The cursor does not belong to this list.", {
    field: "cursor",
    hint: "Pass next_cursor unchanged, with the same filters; leave it out to start again."
  });
}
function fingerprint(text2) {
  let hash = 2166136261;
  for (let at2 = 0; at2 < text2.length; at2++) hash = Math.imul(hash ^ text2.charCodeAt(at2), 16777619);
  return (hash >>> 0).toString(36);
}

// src/core/operations/shapes/list-fields.ts
var listFields = {
  total: number(),
  next_cursor: string().optional().describe("Only while there is more"),
  incomplete: boolean().optional().describe("The API held back what it counted")
};
function listFieldsOf(of) {
  return {
    total: of.total,
    ...of.nextCursor === void 0 ? {} : { next_cursor: of.nextCursor },
    ...of.incomplete ? { incomplete: true } : {}
  };
}

// src/core/operations/list-records.ts
var listRecords = defineOperation({
  name: "list_records",
  title: "List records",
  toolset: "records",
  effect: "read",
  idempotent: true,
  api: ["Z1", "R1", "R3"],
  summary: "List records with ids, of one zone or all, by type, name and value.",
  input: strictObject({
    zone: zone.optional(),
    type: anyType.optional(),
    name: ownerName.describe("* for any characters").optional(),
    value: value.describe("Part of it").optional(),
    limit,
    cursor: cursor.optional()
  }),
  output: strictObject({ records: array(recordRow), ...listFields }),
  examples: [
    { title: "Which MX records has example.com?", input: { zone: "example.com", type: "MX" } },
    { title: "What points at 192.0.2.1, in any zone?", input: { value: "192.0.2.1" } },
    { title: "Every verification record", input: { type: "TXT", name: "_*" } }
  ],
  async run({ zone: zone2, type: type2, name, value: value2, limit: limit2, cursor: cursor2 }, context) {
    const listing = await collectRecords(context, { zone: zone2, type: type2 });
    const records2 = sortRecords(filterRecords(listing.items, { name, value: value2 }));
    const page = pageOf(records2, { limit: limit2, cursor: cursor2, of: ["records", zone2, type2, name, value2] });
    const whole = records2.length === listing.items.length;
    return {
      records: page.items.map(recordRowOf),
      ...listFieldsOf({
        total: whole ? listing.total : records2.length,
        nextCursor: page.nextCursor,
        incomplete: listing.incomplete
      })
    };
  },
  text({ records: records2, total, next_cursor: nextCursor, incomplete }) {
    const absolute = new Set(records2.map((row) => row.zone)).size > 1;
    const rows = records2.map((row) => recordLine(row, { absolute }));
    return listText({
      noun: "record",
      rows,
      total,
      nextCursor,
      incomplete,
      narrow: "Or narrow by type, name or value."
    });
  }
});

// src/core/text/day-of.ts
function dayOf(timestamp) {
  return /^\d{4}-\d{2}-\d{2}/.exec(timestamp)?.[0] ?? plainText(timestamp, 40);
}

// src/core/operations/shapes/zone-row.ts
var zoneRow = strictObject({
  name: string(),
  id: string(),
  record_count: number().optional(),
  created_at: string().optional()
});
function zoneRowOf({ id, domain: domain2, recordCount, createdAt }) {
  return {
    name: domain2,
    id,
    ...recordCount === void 0 ? {} : { record_count: recordCount },
    ...createdAt === void 0 ? {} : { created_at: createdAt }
  };
}
function zoneLine({ name, id, record_count: records2, created_at: created }) {
  const facts = [
    records2 === void 0 ? void 0 : count(records2, "record"),
    created === void 0 ? void 0 : `since ${dayOf(created)}`
  ].filter((fact) => fact !== void 0);
  const said = facts.length === 0 ? "" : `: ${facts.join(", ")}`;
  return `${plainText(name, 255)}${said} ; id ${plainText(id, 100)}`;
}

// src/core/operations/list-zones.ts
var listZones = defineOperation({
  name: "list_zones",
  title: "List zones",
  toolset: "zones",
  effect: "read",
  idempotent: true,
  api: ["Z1"],
  summary: "List the account's DNS zones. No need before other tools, which take a zone by name.",
  input: strictObject({
    domain: domain.optional(),
    limit,
    cursor: cursor.optional()
  }),
  output: strictObject({ zones: array(zoneRow), ...listFields }),
  examples: [
    { title: "Which zones do I have?", input: {} },
    { title: "Is example.com hosted here?", input: { domain: "example.com" } }
  ],
  async run({ domain: domain2, limit: limit2, cursor: cursor2 }, context) {
    const name = domain2 === void 0 ? void 0 : atField("domain", () => parseZoneName(domain2));
    if (name !== void 0) refuseForeign(context, name, "domain");
    const listing = await context.api.zones.list(name === void 0 ? {} : { domain: name });
    const zones = listing.items.filter((zone2) => isAllowed(context, zone2.domain));
    const page = pageOf(zones, { limit: limit2, cursor: cursor2, of: ["zones", name] });
    const total = zones.length < listing.items.length ? zones.length : listing.total;
    return {
      zones: page.items.map(zoneRowOf),
      ...listFieldsOf({ total, nextCursor: page.nextCursor, incomplete: listing.incomplete })
    };
  },
  text({ zones, total, next_cursor: nextCursor, incomplete }) {
    return listText({ noun: "zone", rows: zones.map(zoneLine), total, nextCursor, incomplete });
  }
});

// src/core/operations/find/find-record.ts
async function findRecord(context, given) {
  const id = given.trim();
  if (id === "") {
    throw new InputError("invalid_input", "record is empty.", { field: "record", hint: "list_records shows ids." });
  }
  const { api } = context;
  const allZones = async () => (await api.zones.list()).items;
  const record2 = await api.records.get(id, allZones).catch((error) => {
    if (error instanceof VpsError && error.code === "record_not_found") throw noRecord();
    throw error;
  });
  if (!isAllowed(context, record2.zone.domain)) throw noRecord();
  return record2;
}
async function findRecordInZone(context, given) {
  const id = given.trim();
  const known = context.api.records.zoneOf(id);
  const zone2 = known ?? (await findRecord(context, id)).zone;
  if (!isAllowed(context, zone2.domain)) throw noRecord();
  const state = await readZone(context, zone2);
  const record2 = state.held.find((held) => held.id === id);
  if (record2 !== void 0) return { record: record2, state };
  if (!state.incomplete) throw noRecord();
  const hidden = await findRecord(context, id);
  return { record: hidden, state: withRecord(state, hidden) };
}
function withRecord(state, found) {
  const { record: record2 } = found;
  return {
    ...state,
    held: [...state.held, found],
    records: record2 === void 0 ? state.records : [...state.records, record2]
  };
}
function noRecord() {
  return new InputError("record_not_found", "No record with that id in this account's zones.", {
    field: "record",
    hint: "list_records shows ids; a record may have been deleted meanwhile."
  });
}

// src/core/operations/write/understood.ts
function understood({ record: record2, id }) {
  if (record2 !== void 0) return record2;
  throw new InputError(
    "invalid_input",
    "That record has a type or value this program does not know, and is left alone.",
    {
      field: "record",
      hint: `delete_record takes it away by its id (${id}); then create what should stand there.`
    }
  );
}

// src/core/operations/write/rrset-ttl.ts
function joiningTtl(siblings, given, record2) {
  const differing = siblings.find(({ ttl: ttl2 }) => ttl2 !== given);
  if (given === void 0) return siblings[0]?.ttl ?? DEFAULT_TTL_SECONDS;
  if (differing === void 0) return given;
  throw new InputError(
    "invalid_ttl",
    `The other ${record2.type} records at ${relativeName(record2.name, record2.zone)} have TTL ${differing.ttl}, and an RRset has one TTL (RFC 2181 §5.2).`,
    {
      field: "ttl",
      hint: "Leave ttl as theirs, or give the new one to ensure_records, which sets it for all of them."
    }
  );
}

// src/core/operations/write/new-content.ts
function newContent(state, id, input) {
  const zone2 = state.zone.domain;
  const content = parseContent({ ...input, zone: zone2 }, input.kept?.priority);
  const siblings = rrsetOf(state, content).filter((held) => held.id !== id);
  refuseRepeated(siblings, content);
  const keptTtl = input.ttl === void 0 ? input.kept?.ttl : void 0;
  if (keptTtl !== void 0) return { ...content, ttl: keptTtl };
  return { ...content, ttl: joiningTtl(siblings, input.ttl, { ...content, zone: zone2 }) };
}
function holds({ record: record2, ttl: ttl2 }, content) {
  return record2 !== void 0 && record2.name === content.name && sameRdata(record2, content) && ttl2 === content.ttl;
}
function refuseRepeated(siblings, content) {
  const same = siblings.find(({ record: record2 }) => record2 !== void 0 && sameRdata(record2, content));
  if (same === void 0) return;
  throw new InputError("record_exists", `Another record holds exactly that already, with id ${same.id}.`, {
    hint: "An RRset holds no record twice (RFC 2181 §5); delete_record takes one of the two away."
  });
}

// src/core/operations/write/write-record.ts
var writtenRecord = strictObject({
  ...guardedFields,
  ...changeField,
  record: recordRow.optional().describe("As it stands now, or stood before it went"),
  warnings: array(string()).optional()
});
async function writeRecord(context, state, { change, ...request }) {
  const result = await changeRecords(context, state, { ...request, changes: [change] });
  if (result.status !== "done") return result;
  const { sent, status, changed, change: entry } = result;
  const [first] = sent;
  if (first === void 0) throw new VpsError("internal", "A change of one record came back without it.");
  return {
    status,
    changed,
    ...entry === void 0 ? {} : { change: entry },
    record: recordRowOf(first.record),
    ...warningsField(changeWarnings(state, sent))
  };
}
function writtenText(what, output2) {
  const { record: record2, change, warnings } = output2;
  if (record2 === void 0) return unconfirmedText(output2) ?? "";
  const { id, ...gone } = record2;
  const shown = what.startsWith("Deleted") ? gone : { id, ...gone };
  return lines(`${what} ${record2.zone}: ${recordLine(shown)}`, undoLine(change), warningLines(warnings));
}

// src/core/operations/update-record.ts
var updateRecord = defineOperation({
  name: "update_record",
  title: "Update a record",
  toolset: "records",
  effect: "update",
  idempotent: true,
  api: ["Z1", "R4", "R1", "R6"],
  summary: "Change parts of a record by its id. ensure_records sets the TTL of an RRset.",
  input: strictObject({
    record,
    value: value.describe("New value").optional(),
    ttl: ttl.describe("Seconds").optional(),
    name: ownerName.optional(),
    priority: priority.optional(),
    confirm: confirm.optional()
  }),
  output: writtenRecord,
  examples: [{ title: "Keep record rec-001 for five minutes only", input: { record: "rec-001", ttl: 300 } }],
  async run(input, context) {
    const { record: id, confirm: _, ...change } = input;
    refuseEmpty(change);
    const { record: held, state } = await findRecordInZone(context, id);
    const before = understood(held);
    const after = newContent(state, held.id, {
      zone: state.zone.domain,
      type: before.type,
      name: input.name ?? withFinalDot(before.name),
      value: input.value ?? before.value,
      ttl: input.ttl,
      priority: input.priority,
      kept: { priority: before.priority, ...input.name === void 0 ? { ttl: before.ttl } : {} }
    });
    if (holds(held, after)) return { status: "done", changed: false, record: recordRowOf(held) };
    return writeRecord(context, state, {
      operation: "update_record",
      input,
      change: { action: "update", id: held.id, before, after }
    });
  },
  text(output2) {
    return writtenText(output2.changed ? "Updated in" : "Already so in", output2);
  }
});
function refuseEmpty(change) {
  if (Object.values(change).some((value2) => value2 !== void 0)) return;
  throw new InputError("invalid_input", "Nothing to change was given.", {
    hint: "Give value, ttl, name or priority beside record."
  });
}

export {
  defineOperation,
  lines,
  warningLines,
  zone,
  record,
  domain,
  domainOrId,
  ownerName,
  type,
  anyType,
  value,
  ttl,
  priority,
  zonefile,
  confirm,
  limit,
  cursor,
  years,
  autoRenew,
  privacyProtection,
  nameservers,
  maxPrice,
  records,
  isAllowed,
  refuseForeign,
  notAllowed,
  resolveZone,
  zoneNameOf,
  checkEarly,
  openZone,
  readZone,
  readWholeZone,
  rrsetOf,
  isShort,
  recordRow,
  recordRowOf,
  guardedFields,
  changeField,
  DONE,
  askFirst,
  unconfirmedText,
  undoLine,
  journaled,
  isOutcomeUnknown,
  zoneIntent,
  domainIntent,
  exactKey,
  standingChanges,
  guardWindow,
  ownChallenges,
  touchedParts,
  changedSince,
  refuseBreaking,
  partNames,
  changeZone,
  confirmChange,
  makeChange,
  carryOut2 as carryOut,
  summaryText,
  atField,
  below,
  theRecord,
  printSoa,
  VPS_NAMESERVERS,
  readZoneFile,
  zoneFileOrigin,
  wantedRecords,
  warningsField,
  changeWarnings,
  ensureRecords,
  listText,
  sortRecords,
  pageOf,
  listFields,
  listFieldsOf,
  listRecords,
  dayOf,
  zoneRow,
  zoneRowOf,
  zoneLine,
  listZones,
  findRecord,
  findRecordInZone,
  understood,
  joiningTtl,
  newContent,
  holds,
  writtenRecord,
  writeRecord,
  writtenText,
  updateRecord
};
