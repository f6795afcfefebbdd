import {
  GUARD_WINDOW_MS,
  delegationRules,
  disturbedRrsets,
  groupRrsets,
  guardsOf,
  indexZone,
  plannedChanges,
  recordsOf,
  refuseBrokenZone,
  unchangedText,
  unconfirmed
} from "./chunk-5GYMFEJY.mjs";
import {
  answeredDifferently
} from "./chunk-PENQMIEB.mjs";
import {
  rdataKey,
  recordKey,
  rrsetKey
} from "./chunk-CMFDKYYC.mjs";
import {
  lines,
  notAllowed,
  refuseForeign,
  visibleZones
} from "./chunk-MPEOOIKC.mjs";
import {
  count,
  enumerated
} from "./chunk-FDZT52PG.mjs";
import {
  _enum,
  boolean,
  describe,
  optional,
  string
} from "./chunk-FKNTS2GN.mjs";
import {
  idText,
  plainText,
  wordText
} from "./chunk-UWZIXFLP.mjs";
import {
  recordTypes
} from "./chunk-RJAMLTRO.mjs";
import {
  isWithin,
  labelsOf,
  parseZoneName,
  relativeName
} from "./chunk-2GJFCLDB.mjs";
import {
  InputError,
  NetworkError,
  VpsError,
  toProblem
} from "./chunk-SRXP5WYM.mjs";
import {
  nearestName
} from "./chunk-TVQKXVYR.mjs";

// src/core/operations/wait/checks-of.ts
var CHECKS_MAX = 200;
function checksOf({ present = [], absent = [], retimed = [] }) {
  const here = groupRrsets(present);
  const all = groupRrsets([...present, ...absent]).values();
  const checks = all.map(({ name, type }) => {
    const values = new Set(here.get({ name, type })?.records.map(rdataKey));
    const gone = absent.filter((record) => record.name === name && record.type === type).map(rdataKey);
    return {
      question: { name, type },
      present: [...values],
      // What one part of a change takes away another may bring back.
      absent: gone.filter((value) => !values.has(value)),
      amount: "any",
      ttl: retimed.find((record) => record.name === name && record.type === type)?.ttl
    };
  });
  return spread(checks.filter(({ present: present2, absent: absent2 }) => present2.length + absent2.length > 0));
}
function spread(checks) {
  if (checks.length <= CHECKS_MAX) return checks;
  return Array.from({ length: CHECKS_MAX }, (_, at) => checks[Math.floor(at * checks.length / CHECKS_MAX)]).flatMap(
    (check) => check ?? []
  );
}

// src/core/operations/wait/wait-for.ts
var DEFAULT_TIMEOUT_SECONDS = 120;
function awaitedOf(changes) {
  const updates = changes.flatMap((change) => change.action === "update" ? [change] : []);
  const retimed = updates.filter(
    ({ before, after }) => before.name === after.name && rdataKey(before) === rdataKey(after)
  );
  return {
    present: changes.flatMap((change) => change.action === "delete" ? [] : [change.after]),
    absent: changes.flatMap((change) => change.action === "create" ? [] : [change.before]),
    retimed: retimed.map(({ after }) => after)
  };
}
async function waitFor(context, awaited, { wait = "none", wait_timeout: timeout = DEFAULT_TIMEOUT_SECONDS }) {
  const subject = { zone: awaited.zone, checks: checksOf(awaited) };
  if (wait === "none" || subject.checks.length === 0) return {};
  try {
    const { watch } = await import("./watch-CDD3KTU5.mjs");
    return { propagation: await watch(context, subject, { wait, timeout }) };
  } catch (error) {
    if (!context.signal.aborted) throw error;
    throw cancelledWaiting(awaited.change, error);
  }
}
function cancelledWaiting(change, cause) {
  const kept = change === void 0 ? "" : ` (change ${change})`;
  return new NetworkError("cancelled", `The waiting was cancelled; what was asked for is done${kept}.`, {
    hint: "check_propagation looks at the name servers without waiting.",
    cause
  });
}

// src/core/operations/find/resolve-zone.ts
var NAMED_MAX = 10;
async function resolveZone(context, given) {
  const name = zoneNameOf(given);
  if (name === void 0) return (await zoneById(context, given)).zone;
  refuseForeign(context, name);
  const { items } = await context.api.zones.list({ domain: name });
  const [zone, ...others] = items.filter(({ domain }) => domain === name);
  if (zone === void 0) return zoneByDottedId(context, given, name);
  if (others.length > 0) throw ambiguous(name, [zone, ...others]);
  return zone;
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
  return name === void 0 ? void 0 : check(name);
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
  const zone = items.find(({ id }) => id === given.trim());
  if (zone === void 0)
    throw notFound(
      name,
      items.map(({ domain }) => domain)
    );
  refuseForeign(context, zone.domain);
  return zone;
}
async function missing(context, shown) {
  const { zones } = await visibleZones(context);
  return notFound(
    shown,
    zones.map(({ domain }) => domain)
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
    hint: `Give the id of one: ${zones.map(({ id }) => idText(id)).join(", ")}.`
  });
}

// src/core/operations/find/read-zone.ts
async function openZone(context, given) {
  if (zoneNameOf(given) !== void 0) return readZone(context, await resolveZone(context, given));
  const readAt = context.clock.now();
  const { zone, records } = await zoneById(context, given);
  return zoneState(zone, { items: records, incomplete: isShort(zone, records), readAt });
}
async function openZoneWith(context, given, read) {
  const early = await checkEarly(given, async (name) => ({ name, read: await read(name) }));
  const state = await openZone(context, given);
  const zone = state.zone.domain;
  return { state, read: early?.name === zone ? early.read : await read(zone) };
}
async function readZone({ api, clock }, zone) {
  const readAt = clock.now();
  return zoneState(zone, { ...await api.records.listInZone(zone), readAt });
}
async function readWholeZone(context, given) {
  if (zoneNameOf(given) === void 0) return zoneById(context, given);
  return context.api.zones.get((await resolveZone(context, given)).id);
}
function rrsetOf(state, of) {
  const key = rrsetKey(of);
  return state.held.filter(({ record }) => record !== void 0 && rrsetKey(record) === key);
}
function zoneState(zone, {
  items,
  incomplete,
  readAt
}) {
  return { zone, held: items, records: items.flatMap(({ record }) => record ?? []), incomplete, readAt };
}
function isShort({ recordCount }, records) {
  return recordCount !== void 0 && recordCount > records.length;
}

// src/core/operations/shapes/guarded.ts
var guardedFields = {
  status: _enum(["done", "confirmation_required"]),
  changed: boolean(),
  confirm: optional(string()).check(describe("Pass it back to go ahead")),
  preview: optional(string())
};
var changeField = {
  change: optional(string()).check(describe("Journal id, for undo_change"))
};
var DONE = { status: "done", changed: true };
async function askFirst(context, request) {
  const answer = await context.confirmation(request);
  return answer.granted ? void 0 : unconfirmed(answer);
}
function unconfirmedText(output) {
  if (output.status === "done") return void 0;
  return lines(
    `${output.preview ?? ""} ${unchangedText(output.changed)}`,
    `To go ahead once the person agrees, call again with confirm: "${output.confirm ?? ""}".`
  );
}
function undoLine(change) {
  return change === void 0 ? void 0 : `Change ${change}; undo_change takes it back.`;
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
function zoneIntent(operation, zone, { event, records = [] }) {
  return {
    operation,
    zone,
    zoneEvent: event,
    summary: event === "created" ? "zone created" : `zone deleted with ${count(records.length, "record")}`,
    before: records,
    after: [],
    disturbed: [...new Set(records.map(rrsetKey))],
    created: []
  };
}
function lossIntent(operation, { zone, name, type }) {
  return {
    operation,
    zone: zone.domain,
    summary: "1 record of a kind not known here deleted for good",
    before: [],
    after: [],
    disturbed: [`${name} ${type}`],
    created: [],
    lost: 1
  };
}
function domainIntent(operation, domain, summary) {
  return { operation, domain, summary, before: [], after: [], disturbed: [], created: [] };
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
async function justTakenBack(journal, changes, since) {
  if ((changes[0]?.finishedAt ?? 0) < since) return [];
  const taken = [];
  for (const change of changes) {
    const undone = changes.find(({ id }) => id === change.undoes);
    if (change.status !== "done" || undone === void 0 || await isForward(journal, change)) break;
    taken.unshift(undone);
  }
  return taken;
}
async function standingChanges(journal, changes) {
  const among = new Set(changes.map(({ id }) => id));
  const standing = [];
  for (const change of changes) {
    if (change.status === "undone") continue;
    const links = (await undoChain(journal, change)).filter((id) => among.has(id));
    if (links.length % 2 === 1) standing.push(change);
  }
  return standing;
}

// src/core/change/guard-window.ts
function recentChanges({ journal, clock }, zone) {
  return journal.list({ zone, since: clock.now() - GUARD_WINDOW_MS });
}
async function guardWindow({ journal }, recent) {
  const disturbed = /* @__PURE__ */ new Set();
  const created = /* @__PURE__ */ new Set();
  for (const change of recent) {
    if (change.status === "undone" || !await isForward(journal, change)) continue;
    for (const key of change.disturbed) disturbed.add(key);
    for (const key of change.created) created.add(key);
  }
  return { disturbed, created };
}
async function ownChallenges({ journal }, zone) {
  const own = new Set((await journal.list({ zone })).flatMap(({ created }) => created));
  return (record) => own.has(recordKey(record));
}

// src/core/change/touched-parts.ts
function touchedParts(changes, observed) {
  const records = changes.flatMap(recordsOf);
  const whole = new Set(records.filter(({ type }) => recordTypes[type].standsAlone).map(({ name }) => name));
  const parts = /* @__PURE__ */ new Map();
  for (const { name, type } of records) {
    if (whole.has(name)) parts.set(name, { name });
    else parts.set(`${name} ${type}`, { name, type });
  }
  const byName = groupByName(observed);
  return [...parts.values()].map((part) => ({ ...part, was: stateOf(part, byName) }));
}
function changedSince(touched, observed) {
  const byName = groupByName(observed);
  return touched.filter((part) => stateOf(part, byName) !== part.was);
}
function stateOf(part, byName) {
  const records = (byName.get(part.name) ?? []).filter(({ type }) => part.type === void 0 || type === part.type);
  return records.map(({ id, type, ttl, value, priority }) => JSON.stringify([id, type, ttl, value, priority ?? null])).sort().join("\n");
}
function groupByName(observed) {
  const groups = /* @__PURE__ */ new Map();
  for (const record of observed) {
    const group = groups.get(record.name);
    if (group === void 0) groups.set(record.name, [record]);
    else group.push(record);
  }
  return groups;
}

// src/core/change/records-after.ts
function recordsAfter(before, changes) {
  const gone = /* @__PURE__ */ new Map();
  for (const change of changes) {
    if (change.action === "create") continue;
    const key = exactKey(change.before);
    gone.set(key, (gone.get(key) ?? 0) + 1);
  }
  const kept = before.filter((record) => {
    const left = gone.get(exactKey(record)) ?? 0;
    if (left > 0) gone.set(exactKey(record), left - 1);
    return left === 0;
  });
  return [...kept, ...changes.flatMap((change) => change.action === "delete" ? [] : [change.after])];
}
function exactKey(record) {
  return `${recordKey(record)} ${record.ttl}`;
}

// src/core/change/overtaken.ts
var NAMED_MAX2 = 10;
function isOvertaken(recent, readAt) {
  return recent.some(({ finishedAt, at }) => (finishedAt ?? at) > readAt);
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
function refuseBreaking(zone, held, changes) {
  const records = held.flatMap(({ record }) => record ?? []);
  refuseBrokenZone({ zone, rrsets: groupRrsets(recordsAfter(records, changes)) }, records);
}
function partNames(zone, parts) {
  const named = parts.slice(0, NAMED_MAX2).map(({ name, type }) => `${relativeName(name, zone)}${type === void 0 ? "" : ` ${type}`}`);
  const more = parts.length > NAMED_MAX2 ? ` and ${parts.length - NAMED_MAX2} more` : "";
  return `${enumerated(named)}${more}`;
}

// src/core/change/plan-words.ts
var NAMED_MAX3 = 5;
var NAME_MAX_LENGTH = 255;
function planNumbers({ summary }) {
  const parts = ["create", "update", "delete"].flatMap(
    (action) => summary[action] === 0 ? [] : [`${summary[action]} ${action}d`]
  );
  return parts.length === 0 ? "nothing to change" : parts.join(", ");
}
function planWords(plan) {
  const rrsets = new Set(
    plannedChanges(plan).map((change) => {
      const { name, type } = change.action === "create" ? change.after : change.before;
      return `${wordText(relativeName(name, plan.zone), NAME_MAX_LENGTH)} ${type}`;
    })
  );
  if (rrsets.size === 0) return planNumbers(plan);
  const more = rrsets.size - NAMED_MAX3;
  const named = [...[...rrsets].slice(0, NAMED_MAX3), ...more > 0 ? [`${more} more`] : []];
  return `${planNumbers(plan)} (${enumerated(named)})`;
}

// src/core/change/send-change.ts
function sender(api, { zone, observed }) {
  const held = new Map(observed.map((record) => [record.id, record]));
  return async (change) => {
    if (change.action !== "delete") return write(api, zone, change);
    const record = held.get(change.id);
    if (record === void 0) throw new VpsError("internal", "A change names a record that was never read.");
    await api.records.delete(change.id);
    return record;
  };
}
function write(api, zone, change) {
  if (change.action === "create") return api.records.create(zone, change.after);
  const { id, before } = change;
  const { after } = change;
  if (change.whole === true) return api.records.replace(zone, id, after);
  return api.records.update(zone, id, {
    type: after.type,
    ...after.name === before.name ? {} : { name: after.name },
    ...after.value === before.value ? {} : { value: after.value },
    ...after.ttl === before.ttl ? {} : { ttl: after.ttl },
    ...after.priority === void 0 || after.priority === before.priority ? {} : { priority: after.priority }
  });
}

// src/core/change/apply-changes.ts
async function applyChanges(context, request) {
  const sent = [];
  let unknown = 0;
  const failures = [];
  const send = sender(context.api, request);
  const total = request.stages.reduce((sum, stage) => sum + stage.length, 0);
  for (const stage of request.stages) {
    await runStage(stage, context.policy.concurrency, async (change, before) => {
      if (failures.length > 0) return before;
      if (context.signal.aborted) {
        failures.push(new VpsError("cancelled", "The work was cancelled before this change was sent."));
        return before;
      }
      const outcome = await carryOut(send, change);
      if (outcome.record !== void 0) {
        sent.push({ change, record: outcome.record });
        if (total > 1) context.progress(sent.length, total, "records changed");
      } else {
        failures.push(outcome.error);
        if (outcome.step === "unknown") unknown += 1;
      }
      await before.noted;
      return {
        noted: request.entry.step(stepOf(change, outcome)).catch((error) => {
          failures.push(error);
        })
      };
    });
    if (failures.length > 0) break;
  }
  return { sent, failures, unknown };
}
async function carryOut(send, change) {
  try {
    return { step: "done", record: asSent(change, await send(change)) };
  } catch (error) {
    return { step: isOutcomeUnknown(error, change.action) ? "unknown" : "failed", error };
  }
}
function asSent(change, held) {
  const { record } = held;
  if (change.action === "delete" || record === void 0 || exactKey(record) !== exactKey(change.after)) return held;
  const { name, type, value } = change.after;
  return { ...held, name, type, value, record: change.after };
}
function stepOf(change, { step, record }) {
  const { name, type } = change.action === "delete" ? change.before : change.after;
  const id = record?.id ?? (change.action === "create" ? void 0 : change.id);
  const altered = alteration(change, record);
  return {
    action: change.action,
    name,
    type,
    outcome: step,
    ...id === void 0 ? {} : { id },
    ...altered === void 0 ? {} : { altered }
  };
}
function alteration(change, held) {
  const kept = held?.record;
  if (change.action === "delete" || kept === void 0 || kept === change.after) return void 0;
  const { name, type, ttl, value, priority } = kept;
  return { sent: change.after, kept: { name, type, ttl, value, ...priority === void 0 ? {} : { priority } } };
}
async function runStage(items, limit, work) {
  const queue = items.values();
  const lane = async () => {
    let last = { noted: Promise.resolve() };
    for (const item of queue) last = await work(item, last);
    await last.noted;
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(limit, items.length)) }, lane));
}

// src/core/change/partial-failure.ts
var NAMED_MAX4 = 20;
var DONE2 = { create: "created", update: "updated", delete: "deleted" };
function partialFailure({ zone, sent, total, failures, unknown, underWay, change }) {
  const [first] = failures;
  if (sent.length === 0 && !underWay && (unknown === 0 || total === 1)) return first;
  const problem = toProblem(first);
  const untouched = Math.max(0, total - sent.length - failures.length);
  const done = sent.slice(0, NAMED_MAX4).map(({ change: change2, record }) => {
    const id = idText(record.id);
    return `${DONE2[change2.action]} ${relativeName(record.name, zone)} ${plainText(record.type, 20)} (id ${id})`;
  });
  const more = sent.length > NAMED_MAX4 ? ` and ${sent.length - NAMED_MAX4} more` : "";
  const message = [
    `${sent.length} of ${count(total, "change")} in ${zone} done${done.length === 0 ? "" : `: ${done.join(", ")}${more}`}.`,
    `${failures.length} failed${untouched > 0 ? `, ${untouched} not begun` : ""}.`,
    `The reason: [${problem.code}] ${problem.message}`
  ].join(" ");
  return new VpsError("partial", message, {
    hint: `undo_change with change "${change}" takes back what was done; the same call again, or a new plan, does the rest.`,
    cause: first
  });
}

// src/core/change/change-zone.ts
var NOTHING = { status: "done", changed: false, sent: [] };
async function changeZone(context, request) {
  if (plannedChanges(request.plan).length === 0) return NOTHING;
  const turn = (confirmed) => async (waited) => {
    const recent = await recentChanges(context, request.zone.domain);
    const window = await guardWindow(context, recent);
    const due2 = { ...request, plan: guardedAnew(request, window) };
    if (due2.plan.guards.length > 0 && !confirmed) return { due: due2 };
    const thought = confirmed && request.confirm === void 0;
    if (waited || thought || isOvertaken(recent, request.readAt)) await refuseOutdated(context, due2);
    return { due: due2, result: await makeChange(context, due2, window) };
  };
  const attempt = (confirmed) => context.journal.exclusively(request.zone.domain, turn(confirmed), context.signal);
  const first = await attempt(false);
  if (first.result !== void 0) return first.result;
  const unconfirmed2 = await confirmChange(context, first.due);
  if (unconfirmed2 !== void 0) return unconfirmed2;
  const { due, result } = await attempt(true);
  if (result === void 0) throw new VpsError("internal", `A confirmed change of ${due.zone.domain} was not made.`);
  return result;
}
function guardedAnew({ plan, observed }, window) {
  const standing = new Set(observed.flatMap(({ record }) => record === void 0 ? [] : [rrsetKey(record)]));
  const emptyDesiredState = plan.guards.some(({ id }) => id === "empty-desired-state");
  const changes = plannedChanges(plan);
  return { ...plan, guards: guardsOf({ zone: plan.zone, changes, standing, window, emptyDesiredState }) };
}
async function confirmChange(context, { operation, zone, plan, input, confirm }) {
  if (plan.guards.length === 0) return void 0;
  const planned = plannedChanges(plan);
  const answer = await context.confirmation({
    operation,
    target: zone.domain,
    given: confirm,
    input,
    observed: planned,
    preview: guardPreview(plan),
    planned
  });
  return answer.granted ? void 0 : unconfirmed(answer);
}
async function makeChange(context, request, window) {
  const changes = plannedChanges(request.plan);
  if (changes.length === 0) return NOTHING;
  return carryOut2(context, request, await context.journal.begin(intentOf(request, changes, window)));
}
async function carryOut2(context, { zone, observed, plan, undoes, underWay = false }, entry) {
  const { sent, failures, unknown } = await applyChanges(context, { zone, observed, stages: plan.stages, entry });
  if (failures.length === 0) {
    await entry.finish("done");
    if (undoes !== void 0) await context.journal.markUndone(undoes, entry.id);
    return { status: "done", changed: true, change: entry.id, sent };
  }
  if (sent.length === 0 && unknown === 0 && !underWay) await entry.abandon();
  else await entry.finish(unknown > 0 ? "unknown" : "partial");
  const total = plannedChanges(plan).length;
  throw partialFailure({ zone: zone.domain, sent, total, failures, unknown, underWay, change: entry.id });
}
function intentOf({ operation, zone, observed, plan, undoes }, changes, window) {
  const touched = new Set(changes.flatMap(recordsOf).map(rrsetKey));
  const before = observed.flatMap(
    ({ record }) => record !== void 0 && touched.has(rrsetKey(record)) ? [record] : []
  );
  return {
    operation,
    zone: zone.domain,
    summary: planWords(plan),
    before,
    after: recordsAfter(before, changes),
    disturbed: [...disturbedRrsets(changes, window.created)],
    created: changes.flatMap((change) => change.action === "delete" ? [] : [recordKey(change.after)]),
    ...undoes === void 0 ? {} : { undoes }
  };
}
function guardPreview(plan) {
  return `${plan.guards.map(({ message }) => message).join(" ")} Zone ${plan.zone}: ${planWords(plan)}.`;
}

// src/core/dns/whole-name.ts
var TOP_LEVEL = /* @__PURE__ */ new Set(["com", "net", "org"]);
function looksWhole(name, zone) {
  const labels = labelsOf(name);
  const own = labels.slice(0, labels.length - labelsOf(zone).length);
  return own.length > 1 && TOP_LEVEL.has(own.at(-1) ?? "");
}

// src/core/operations/write/hidden-records.ts
var TOLD_MAX = 10;
function hiddenWarnings({ zone: { domain: zone }, records }, sent) {
  const changes = sent.map(({ change }) => change);
  const written = changes.flatMap((change) => change.action === "delete" ? [] : [change.after]);
  const isCut = ({ name, type }) => recordTypes[type].delegates && name !== zone;
  if (!records.some(isCut) && !written.some(isCut)) return [];
  const keys = new Set(written.map(rrsetKey));
  const index = indexZone({ zone, records: recordsAfter(records, changes) });
  const hidden = delegationRules(index).filter(
    ({ name, type }) => type !== void 0 && keys.has(rrsetKey({ name, type }))
  );
  const told = hidden.slice(0, TOLD_MAX).map(({ name, message }) => `${relativeName(name, zone)}: ${message}`);
  return hidden.length > told.length ? [...told, `And ${hidden.length - told.length} more below delegations.`] : told;
}

// src/core/operations/write/lone-texts.ts
var LONE = /^v=(?:spf1|dmarc1|stsv1|tlsrptv1)(?=[\s;]|$)/i;
function loneTextWarnings({ zone, records }, sent) {
  const changes = sent.map(({ change }) => change);
  const written = changes.flatMap((change) => change.action === "delete" ? [] : placesOf([change.after]));
  if (written.length === 0) return [];
  const standing = /* @__PURE__ */ new Map();
  for (const place of placesOf(recordsAfter(records, changes))) standing.set(place, (standing.get(place) ?? 0) + 1);
  return [...new Set(written)].flatMap((place) => {
    const number = standing.get(place) ?? 0;
    return number < 2 ? [] : [warning(place, number, zone.domain)];
  });
}
function placesOf(records) {
  return records.flatMap(({ type, name, value }) => {
    const kind = type === "TXT" ? LONE.exec(value)?.[0] : void 0;
    return kind === void 0 ? [] : [`${kind.toLowerCase()} ${name}`];
  });
}
function warning(place, number, zone) {
  const [kind = "", name = zone] = place.split(" ");
  return `${relativeName(name, zone)} has ${number} texts that begin with ${kind} now: receivers take none of them. Leave one, with set_rrset or apply_preset.`;
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
  return [`The API keeps another ${enumerated(fields)} for ${where} than was sent${lengths}; id ${idText(held.id)}.`];
}
function wholeNameWarnings(sent) {
  const names = sent.flatMap(
    ({ change, record }) => change.action === "create" && looksWhole(record.name, record.zone.domain) ? [record.name] : []
  );
  return [...new Set(names)].map(
    (name) => `The record stands at ${name}. If its name was meant without the zone's name behind it, it belongs elsewhere.`
  );
}
function changeWarnings(state, sent) {
  const altered = sent.flatMap(
    ({ change, record }) => change.action === "delete" ? [] : alteredWarnings(change.after, record)
  );
  const told = [
    ...altered,
    ...wholeNameWarnings(sent),
    ...loneTextWarnings(state, sent),
    ...hiddenWarnings(state, sent)
  ];
  return state.incomplete && sent.length > 0 ? [...told, "The API held back some of the zone's records, so this was checked against the rest only."] : told;
}

export {
  resolveZone,
  zoneNameOf,
  checkEarly,
  openZone,
  openZoneWith,
  readZone,
  readWholeZone,
  rrsetOf,
  isShort,
  guardedFields,
  changeField,
  DONE,
  askFirst,
  unconfirmedText,
  undoLine,
  DEFAULT_TIMEOUT_SECONDS,
  awaitedOf,
  waitFor,
  cancelledWaiting,
  journaled,
  sendOrSettle,
  zoneIntent,
  lossIntent,
  domainIntent,
  recordsAfter,
  exactKey,
  justTakenBack,
  standingChanges,
  recentChanges,
  guardWindow,
  ownChallenges,
  touchedParts,
  changedSince,
  refuseBreaking,
  partNames,
  planNumbers,
  changeZone,
  confirmChange,
  makeChange,
  carryOut2 as carryOut,
  looksWhole,
  warningsField,
  changeWarnings
};
