import {
  GUARD_WINDOW_MS,
  disturbedRrsets,
  guardsOf,
  plannedChanges,
  refuseBrokenZone,
  unchangedText,
  unconfirmed
} from "./chunk-GWAJN54E.mjs";
import {
  answeredDifferently
} from "./chunk-PENQMIEB.mjs";
import {
  TTL_MAX_SECONDS,
  parseRecord
} from "./chunk-IWOUOZ3K.mjs";
import {
  nearestName
} from "./chunk-G5TZSIYV.mjs";
import {
  VPS_NAMESERVERS
} from "./chunk-WFGYDKFB.mjs";
import {
  count,
  enumerated
} from "./chunk-LN3X5XSC.mjs";
import {
  isApexNs
} from "./chunk-B4QEJDDF.mjs";
import {
  groupRrsets,
  rdataKey,
  recordKey,
  rrsetKey
} from "./chunk-ZMJBRHQT.mjs";
import {
  _default,
  _enum,
  _gte,
  _lte,
  _maxLength,
  _minLength,
  array,
  boolean,
  describe,
  int,
  number,
  optional,
  pipe,
  strictObject,
  string,
  transform
} from "./chunk-CZUQUKF2.mjs";
import {
  plainText
} from "./chunk-T6VKVPWA.mjs";
import {
  RECORD_TYPES,
  recordTypes
} from "./chunk-XBGQYD5V.mjs";
import {
  isWithin,
  labelsOf,
  parseZoneName,
  relativeName,
  withFinalDot
} from "./chunk-YZYHQ67G.mjs";
import {
  InputError,
  NetworkError,
  VpsError,
  toProblem
} from "./chunk-SRXP5WYM.mjs";

// src/core/text/capped-text.ts
var TEXT_MAX_LENGTH = 4e4;
var END_MAX_LENGTH = 2e3;
var END_MAX_LINES = 3;
function cappedText(text2) {
  if (text2.length <= TEXT_MAX_LENGTH) return text2;
  const end = lastLines(text2);
  const room = text2.slice(0, TEXT_MAX_LENGTH - 200 - end.length);
  const cut = room.lastIndexOf("\n");
  const kept = cut > 0 ? room.slice(0, cut) : room;
  const lines2 = text2.split("\n").length;
  const shown = kept.split("\n").length + end.split("\n").length - 1;
  return `${kept}
(Cut here: ${shown} of ${lines2} lines shown. The structured result is whole; where there is a filter or a limit, ask for less.)${end}`;
}
function lastLines(text2) {
  const lines2 = text2.trimEnd().split("\n").slice(-END_MAX_LINES);
  const ends = lines2.map((_, at) => `
${lines2.slice(at).join("\n")}`);
  return ends.find((end) => end.length <= END_MAX_LENGTH) ?? "";
}

// src/core/operation.ts
function defineOperation(operation) {
  return { ...operation, text: (output) => cappedText(operation.text(output)) };
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

// src/core/operations/find/zone-file.ts
var TOLD_MAX = 10;
async function readZoneFile(zone2, text2, options = {}) {
  const { parseZoneFile } = await import("./parse-zone-file-VVWMJBO6.mjs");
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
  const origins = [];
  for (const line of text2.split("\n")) {
    const [, origin] = /^\$ORIGIN[ \t]+([^\s;]+)/i.exec(line) ?? [];
    if (origin !== void 0) origins.push(below2(origins.at(-1), origin));
    const [, owner2] = /^([^\s;$]+)[ \t]+(?:[\dsmhdw]+[ \t]+)?(?:IN[ \t]+)?(?:[\dsmhdw]+[ \t]+)?SOA[ \t]/i.exec(line) ?? [];
    const apex = owner2 === "@" ? origins.at(-1) : owner2 === void 0 ? void 0 : below2(origins.at(-1), owner2);
    if (apex !== void 0) return atField("zonefile", () => parseZoneName(apex));
  }
  const [first] = origins;
  if (first !== void 0) return atField("zonefile", () => parseZoneName(first));
  throw new InputError("invalid_input", "The zone file does not say which zone it is.", {
    field: "zone",
    hint: "Give zone as well, or start the file with $ORIGIN example.com."
  });
}
function below2(origin, name) {
  if (name.endsWith(".") || origin === void 0) return name;
  return origin === "." ? `${name}.` : `${name}.${origin}`;
}
function isVendorNs(record2, zone2) {
  return isApexNs(record2, zone2) && VPS_NAMESERVERS.includes(record2.value);
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
var text = (maxLength) => string().check(_maxLength(maxLength));
var upperCased = (schema) => pipe(
  transform((value2) => typeof value2 === "string" ? value2.toUpperCase() : value2),
  schema
);
var recordType = upperCased(_enum(RECORD_TYPES));
var owner = text(OWNER_NAME_MAX_LENGTH);
var seconds = int().check(_gte(0), _lte(TTL_MAX_SECONDS));
var uint16 = int().check(_gte(0), _lte(65535));
var zone = text(NAME_OR_ID_MAX_LENGTH).check(describe("Zone name (example.com), or its id"));
var record = text(200).check(describe("Record id"));
var domain = text(NAME_OR_ID_MAX_LENGTH).check(describe("Domain name"));
var domainOrId = text(NAME_OR_ID_MAX_LENGTH).check(describe("Domain name"));
var ownerName = owner.check(describe("Owner name: www, @ for the apex, or absolute"));
var type = recordType.check(describe("Record type"));
var anyType = upperCased(text(10)).check(describe("Record type"));
var value = text(65535).check(describe("TXT plain; SRV weight port target; CAA flags tag value"));
var ttl = seconds.check(describe("Seconds; left out, as it is, else 3600"));
var priority = uint16.check(describe("Of MX and SRV"));
var zonefile = text(1e7).check(describe("Zone file text"));
var wait = _enum(["none", "authoritative", "public"]).check(describe("Until these name servers answer the change; none by default"));
var waitTimeout = int().check(_gte(1), _lte(3600), describe("Seconds to wait at most; 120 by default"));
var confirm = text(255).check(describe("The token of a preview, after a person's yes to it"));
var limit = _default(int().check(_gte(1), _lte(PAGE_MAX)), DEFAULT_PAGE).check(describe("Rows at most"));
var cursor = text(100).check(describe("The next_cursor of the answer before"));
var years = _default(int().check(_gte(1), _lte(10)), 1).check(describe("Term, in years"));
var autoRenew = boolean().check(describe("Renews every year by itself"));
var privacyProtection = boolean().check(describe("Hides the owner in WHOIS"));
var nameservers = array(text(255)).check(_minLength(2), _maxLength(4), describe("Host names"));
var maxPrice = number().check(_gte(0), _lte(1e5), describe("USD, whole term"));
var recordItem = strictObject({
  type: recordType,
  name: owner,
  value: optional(text(65535)),
  ttl: optional(seconds),
  priority: optional(uint16)
});
var records = array(recordItem).check(_maxLength(RECORDS_MAX));

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

// src/core/operations/wait/checks-of.ts
var CHECKS_MAX = 200;
function checksOf({ present = [], absent = [], retimed = [] }) {
  const here = new Map(groupRrsets(present).map((rrset) => [rrsetKey(rrset), rrset.records]));
  const checks = groupRrsets([...present, ...absent]).map(({ name, type: type2 }) => {
    const wanted = here.get(rrsetKey({ name, type: type2 })) ?? [];
    const values = new Set(wanted.map(rdataKey));
    const gone = absent.filter((record2) => record2.name === name && record2.type === type2).map(rdataKey);
    return {
      question: { name, type: type2 },
      present: [...values],
      // What one part of a change takes away another may bring back.
      absent: gone.filter((value2) => !values.has(value2)),
      amount: "any",
      ttl: retimed.find((record2) => record2.name === name && record2.type === type2)?.ttl
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
async function waitFor(context, awaited, { wait: wait2 = "none", wait_timeout: timeout = DEFAULT_TIMEOUT_SECONDS }) {
  const subject = { zone: awaited.zone, checks: checksOf(awaited) };
  if (wait2 === "none" || subject.checks.length === 0) return {};
  try {
    const { watch } = await import("./watch-VSHQHBL7.mjs");
    return { propagation: await watch(context, subject, { wait: wait2, timeout }) };
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
function lossIntent(operation, { zone: zone2, name, type: type2 }) {
  return {
    operation,
    zone: zone2.domain,
    summary: "1 record of a kind not known here deleted for good",
    before: [],
    after: [],
    disturbed: [`${name} ${type2}`],
    created: [],
    lost: 1
  };
}
function domainIntent(operation, domain2, summary) {
  return { operation, domain: domain2, summary, before: [], after: [], disturbed: [], created: [] };
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
  const among = new Set(changes.map(({ id }) => id));
  const taken = [];
  for (const change of changes) {
    const { undoes, status } = change;
    if (status !== "done" || undoes === void 0 || !among.has(undoes) || await isForward(journal, change)) break;
    taken.unshift(undoes);
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
function recentChanges({ journal, clock }, zone2) {
  return journal.list({ zone: zone2, since: clock.now() - GUARD_WINDOW_MS });
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
function refuseBreaking(zone2, held, changes) {
  const records2 = held.flatMap(({ record: record2 }) => record2 ?? []);
  refuseBrokenZone(zone2, records2, recordsAfter(records2, changes));
}
function partNames(zone2, parts) {
  const named = parts.slice(0, NAMED_MAX2).map(({ name, type: type2 }) => `${relativeName(name, zone2)}${type2 === void 0 ? "" : ` ${type2}`}`);
  const more = parts.length > NAMED_MAX2 ? ` and ${parts.length - NAMED_MAX2} more` : "";
  return `${enumerated(named)}${more}`;
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
    let last = { noted: Promise.resolve() };
    for (const item of queue) last = await work(item, last);
    await last.noted;
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(limit2, items.length)) }, lane));
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
  const standing = new Set(observed.flatMap(({ record: record2 }) => record2 === void 0 ? [] : [rrsetKey(record2)]));
  const emptyDesiredState = plan.guards.some(({ id }) => id === "empty-desired-state");
  const changes = plannedChanges(plan);
  return { ...plan, guards: guardsOf({ zone: plan.zone, changes, standing, window, emptyDesiredState }) };
}
async function confirmChange(context, { operation, zone: zone2, plan, input, confirm: confirm2 }) {
  if (plan.guards.length === 0) return void 0;
  const planned = plannedChanges(plan);
  const answer = await context.confirmation({
    operation,
    target: zone2.domain,
    given: confirm2,
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

// src/core/operations/write/given-records.ts
async function wantedRecords(zone2, given) {
  refuseBothOrNeither(given);
  const { records: records2 = [], zonefile: zonefile2 } = given;
  if (zonefile2 === void 0) {
    return { items: records2.map((item, at) => below(`records[${at}]`, () => wantedRecord(zone2, item))), warnings: [] };
  }
  const file = await readZoneFile(zone2, zonefile2);
  return {
    items: file.records.map((record2) => ({ record: record2, ttlGiven: !file.withoutTtl.has(record2) })),
    warnings: file.warnings
  };
}
async function absentQueries(zone2, given) {
  refuseBothOrNeither(given);
  const { records: records2 = [], zonefile: zonefile2 } = given;
  if (zonefile2 === void 0) return { items: records2, warnings: [] };
  const file = await readZoneFile(zone2, zonefile2);
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

export {
  TEXT_MAX_LENGTH,
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
  wait,
  waitTimeout,
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
  visibleZones,
  resolveZone,
  zoneNameOf,
  checkEarly,
  openZone,
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
  isOutcomeUnknown,
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
  changeZone,
  confirmChange,
  makeChange,
  carryOut2 as carryOut,
  summaryText,
  atField,
  below,
  readZoneFile,
  zoneFileOrigin,
  wantedRecords,
  absentQueries,
  warningsField,
  changeWarnings
};
