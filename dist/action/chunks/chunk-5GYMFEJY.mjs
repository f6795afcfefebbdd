import {
  isApexNs
} from "./chunk-VZNKJXMV.mjs";
import {
  DEFAULT_TTL_SECONDS,
  rdataParts
} from "./chunk-VZY3EUGB.mjs";
import {
  rdataKey,
  recordKey,
  recordTargets,
  rrsetKey,
  rrsetOfKey,
  sameRdata,
  standsAlone
} from "./chunk-CMFDKYYC.mjs";
import {
  count
} from "./chunk-FDZT52PG.mjs";
import {
  recordTypes,
  typeStandsAlone
} from "./chunk-RJAMLTRO.mjs";
import {
  compareTexts,
  isApexOf,
  isWithin,
  labelsOf,
  parentOf,
  relativeName,
  wildcardsAbove,
  wireLength
} from "./chunk-2GJFCLDB.mjs";
import {
  InputError,
  VpsError
} from "./chunk-SRXP5WYM.mjs";

// src/core/confirmation.ts
function unconfirmed({ confirm, preview }) {
  return { status: "confirmation_required", changed: false, confirm, preview };
}
function confirmByName(howTo) {
  return (request) => {
    if (request.given === request.target) return Promise.resolve({ granted: true });
    const code = request.given === void 0 ? "confirmation_required" : "confirmation_invalid";
    const message = `${request.preview} ${unchangedText(request.begun !== void 0)}`;
    return Promise.reject(new InputError(code, message, { field: "confirm", hint: howTo(request) }));
  };
}
function unchangedText(begun) {
  return begun ? "The rest has not changed." : "Nothing has changed.";
}

// src/core/plan/change-parts.ts
function indexBy(changes, names) {
  const index = /* @__PURE__ */ new Map();
  for (const change of changes) {
    for (const name of names(change)) {
      const list = index.get(name);
      if (list === void 0) index.set(name, [change]);
      else list.push(change);
    }
  }
  return index;
}
function beforeOf(change) {
  return change.action === "create" ? void 0 : change.before;
}
function afterOf(change) {
  return change.action === "delete" ? void 0 : change.after;
}
function recordsOf(change) {
  return [beforeOf(change), afterOf(change)].flatMap((record) => record ?? []);
}
function nameOf(change) {
  return change.action === "delete" ? change.before.name : change.after.name;
}
function namesOf(record) {
  return record === void 0 ? [] : [record.name];
}
function targetsOf(record) {
  if (record === void 0 || isAlias(record)) return [];
  return recordTargets(record).flatMap((target) => [target, ...wildcardsAbove(target)]);
}
function isAlone(record) {
  return record !== void 0 && standsAlone(record);
}
function isAlias(record) {
  return record !== void 0 && recordTypes[record.type].standsAlone;
}
function isAddress(record) {
  return record !== void 0 && recordTypes[record.type].isAddress;
}
function isDelegation(record, zone) {
  return record !== void 0 && recordTypes[record.type].delegates && !isApexOf(record.name, zone);
}

// src/core/plan/diff-rrset.ts
function diffRrset(standing, wanted) {
  if (isUnchanged(standing, wanted)) return [];
  const open = /* @__PURE__ */ new Map();
  for (const record of wanted) open.set(rdataKey(record), [...open.get(rdataKey(record)) ?? [], record]);
  const changes = [];
  const leaving = [];
  for (const held of standing) {
    const key = rdataKey(held.record);
    const match = open.get(key)?.shift();
    if (match === void 0) {
      leaving.push(held);
      continue;
    }
    if (match.ttl !== held.record.ttl) {
      changes.push({ action: "update", id: held.id, before: held.record, after: { ...held.record, ttl: match.ttl } });
    }
  }
  return [...changes, ...pair(leaving, [...open.values()].flat())];
}
function isUnchanged(standing, wanted, ttl) {
  if (standing.length !== wanted.length) return false;
  for (let at = 0; at < standing.length; at++) {
    const [record, other] = [standing[at]?.record, wanted[at]];
    if (record === void 0 || other === void 0) return false;
    if (record.ttl !== (ttl ?? other.ttl) || rdataKey(record) !== rdataKey(other)) return false;
  }
  return true;
}
function pair(leaving, coming) {
  const open = new Map(coming.map((record) => [record.value, record]));
  const kept = leaving.flatMap((held) => {
    const after = open.get(held.record.value);
    open.delete(held.record.value);
    return after === void 0 ? [] : [{ held, after }];
  });
  const paired = new Set(kept.flatMap(({ held, after }) => [held, after]));
  return [
    ...kept.map(({ held, after }) => ({ action: "update", id: held.id, before: held.record, after })),
    ...pairRest(
      leaving.filter((held) => !paired.has(held)),
      coming.filter((record) => !paired.has(record))
    )
  ];
}
function pairRest(leaving, coming) {
  const gone = leaving.toSorted((a, b) => compareTexts(rdataKey(a.record), rdataKey(b.record)));
  const arriving = coming.toSorted((a, b) => compareTexts(rdataKey(a), rdataKey(b)));
  const updates = gone.slice(0, arriving.length).flatMap(({ id, record }, at) => {
    const after = arriving[at];
    return after === void 0 ? [] : [{ action: "update", id, before: record, after }];
  });
  return [
    ...updates,
    ...gone.slice(arriving.length).map(({ id, record }) => ({ action: "delete", id, before: record })),
    ...arriving.slice(gone.length).map((after) => ({ action: "create", after }))
  ];
}

// src/core/plan/final-rrsets.ts
function finalRrset(request, { standing, wanted }) {
  if (wanted === void 0) return request.mode === "exact" ? remaining(request, standing) : void 0;
  const ttl = protectedTtl(request, standing) ?? wanted.ttl ?? standing[0]?.record.ttl ?? DEFAULT_TTL_SECONDS;
  if (isUnchanged(standing, wanted.records, ttl)) return void 0;
  const held = standing.map(({ record }) => record);
  const kept = request.mode === "merge" && !isAliasSet(wanted) ? held : held.filter(request.isProtected);
  const records = /* @__PURE__ */ new Map();
  for (const record of [...kept, ...wanted.records]) records.set(rdataKey(record), { ...record, ttl });
  if (wanted.ttl === void 0) for (const record of kept) records.set(rdataKey(record), record);
  return [...records.values()];
}
function protectedTtl({ isProtected }, standing) {
  for (const { record } of standing) if (isProtected(record)) return record.ttl;
  return void 0;
}
function remaining({ zone, isProtected }, standing) {
  const held = standing.map(({ record }) => record);
  return held.filter((record) => isProtected(record) || isApexNs(record, zone));
}
function refuseAliasConflicts(finals, unknown) {
  const aliases = /* @__PURE__ */ new Set();
  const others = /* @__PURE__ */ new Set();
  for (const [first] of finals) {
    if (first === void 0) continue;
    (typeStandsAlone(first.type) ? aliases : others).add(first.name);
  }
  for (const { name, type } of unknown) {
    if (aliases.has(name) || !typeStandsAlone(type)) others.add(name);
    if (typeStandsAlone(type)) aliases.add(name);
  }
  for (const name of aliases) {
    if (!others.has(name)) continue;
    throw new InputError("conflict", `A CNAME at ${name} cannot stand beside other records (RFC 1034 §3.6.2).`, {
      field: "name",
      hint: "Take the other records away first, or use set_rrset with replace_conflicts. Mode exact takes away what is not named."
    });
  }
}
function isAliasSet({ records }) {
  return records[0] !== void 0 && typeStandsAlone(records[0].type);
}

// src/core/plan/guards.ts
var GUARD_WINDOW_MS = 10 * 60 * 1e3;
var SHARE_MAX = 30;
var SMALL_ZONE_RRSETS = 10;
var SMALL_ZONE_SHARE_MAX = 50;
var EMPTY_WINDOW = { disturbed: /* @__PURE__ */ new Set(), created: /* @__PURE__ */ new Set() };
function disturbedRrsets(changes, created = /* @__PURE__ */ new Set()) {
  const lost = changes.flatMap((change) => change.action === "create" ? [] : [change.before]);
  return new Set(lost.filter((record) => !created.has(recordKey(record))).map((record) => rrsetKey(record)));
}
function guardsOf(request) {
  return [...emptyGuard(request), ...apexNsGuard(request), ...shareGuard(request)];
}
function emptyGuard({ emptyDesiredState, changes }) {
  if (!emptyDesiredState || changes.length === 0) return [];
  return [
    {
      id: "empty-desired-state",
      message: `The desired state is empty and would take away ${count(changes.length, "record")}.`
    }
  ];
}
function apexNsGuard({ zone, changes }) {
  const touched = changes.filter((change) => {
    const record = change.action === "create" ? change.after : change.before;
    return isApexNs(record, zone);
  });
  if (touched.length === 0) return [];
  return [{ id: "apex-ns", message: `It changes the apex NS set of ${zone} (${count(touched.length, "record")}).` }];
}
function shareGuard({ changes, standing, window }) {
  const now = disturbedRrsets(changes, window.created);
  if (now.size === 0) return [];
  const all = /* @__PURE__ */ new Set([...window.disturbed, ...now]);
  const size = standing.size + [...all].filter((key) => !standing.has(key)).length;
  const limit = size < SMALL_ZONE_RRSETS ? SMALL_ZONE_SHARE_MAX : SHARE_MAX;
  if (all.size * 100 <= size * limit) return [];
  const earlier = all.size - now.size;
  const added = earlier > 0 ? ` (${earlier} of them in the last ten minutes)` : "";
  const share = Math.round(all.size * 100 / size);
  const told = share > limit ? share : Math.ceil(all.size * 1e3 / size) / 10;
  return [
    {
      id: "share-of-zone",
      message: `${all.size.toLocaleString("en")} of ${count(size, "RRset")} would be deleted or changed${added}: ${told} %, and the limit is ${limit} %.`
    }
  ];
}

// src/core/text/glob.ts
function matchesGlob(pattern, text) {
  const [first = "", ...rest] = pattern.split("*");
  const last = rest.pop();
  if (last === void 0) return text === first;
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return at <= text.length - last.length;
}

// src/core/plan/ignore.ts
function ignoreMatcher(zone, globs) {
  if (globs.length === 0) return () => false;
  const patterns = globs.map((glob) => glob.toLowerCase());
  return (name) => patterns.some((pattern) => matchesGlob(pattern, relativeName(name, zone)));
}

// src/core/plan/delegation-constraints.ts
function delegationConstraints(changes, standing) {
  const delegates = (record) => isDelegation(record, standing.zone);
  const servers = changes.filter((change) => delegates(beforeOf(change)) || delegates(afterOf(change)));
  if (servers.length === 0) return [];
  const cuts = standing.records.filter(delegates);
  const before = new Set(cuts.map(({ name }) => name));
  const after = namesAfter(cuts, servers);
  const toggling = servers.filter((change) => {
    const { name } = afterOf(change) ?? beforeOf(change) ?? { name: "" };
    return before.has(name) !== after.has(name);
  });
  if (toggling.length === 0) return [];
  const toggles = indexBy(toggling, (change) => [afterOf(change)?.name ?? beforeOf(change)?.name ?? ""]);
  const isToggle = new Set(toggling);
  const touchedTargets = targetsHiddenPointersNeed(changes, standing.records, toggles);
  return changes.filter((change) => !isToggle.has(change) && !(change.action === "update" && isAddress(change.after))).flatMap((change) => {
    const pointsAt = [...targetsOf(beforeOf(change)), ...targetsOf(afterOf(change))].flatMap(ancestorsOf);
    const isTarget = [beforeOf(change), afterOf(change)].some((record) => isAddress(record) || isAlias(record));
    const pointedAt = isTarget ? touchedTargets.get(nameOf(change)) ?? [] : [];
    const concerned = /* @__PURE__ */ new Set([...ancestorsOf(nameOf(change)), ...pointsAt, ...pointedAt]);
    return [...concerned].flatMap((cut) => (toggles.get(cut) ?? []).flatMap((toggle) => edge(change, toggle, cut)));
  });
}
function edge(change, toggle, cut) {
  if (nameOf(change) === cut && (isAlias(beforeOf(change)) || isAlias(afterOf(change)))) return [];
  const mends = isAddress(afterOf(change)) && !isAddress(beforeOf(change)) || isAlias(beforeOf(change));
  const comesFirst = toggle.action === "delete" || mends;
  return [comesFirst ? { first: change, next: toggle } : { first: toggle, next: change }];
}
function targetsHiddenPointersNeed(changes, standing, toggles) {
  const needed = /* @__PURE__ */ new Map();
  const pointers = [...standing, ...changes.flatMap((change) => afterOf(change) ?? [])];
  for (const pointer of pointers) {
    const targets = targetsOf(pointer);
    if (targets.length === 0) continue;
    const cuts = ancestorsOf(pointer.name).filter((name) => toggles.has(name));
    for (const target of targets)
      for (const cut of cuts) needed.set(target, (needed.get(target) ?? /* @__PURE__ */ new Set()).add(cut));
  }
  return needed;
}
function namesAfter(cuts, changes) {
  const count2 = /* @__PURE__ */ new Map();
  const add = (record, by) => {
    if (record !== void 0) count2.set(record.name, (count2.get(record.name) ?? 0) + by);
  };
  for (const record of cuts) add(record, 1);
  for (const change of changes) {
    add(beforeOf(change), -1);
    add(afterOf(change), 1);
  }
  return new Set([...count2].flatMap(([name, records]) => records > 0 ? [name] : []));
}
function ancestorsOf(name) {
  const labels = labelsOf(name);
  return labels.map((_, at) => labels.slice(at).join("."));
}

// src/core/plan/ordering-constraints.ts
function orderingConstraints(changes, standing) {
  const telling = changes.filter((change) => !isTtlOnly(change));
  const going = indexBy(telling, (change) => change.action === "delete" ? [change.before.name] : []);
  const coming = indexBy(telling, (change) => change.action === "create" ? [change.after.name] : []);
  return [
    ...aliasAndData(going, coming),
    ...aloneInItsSet(telling),
    ...addressesFirst(going, coming),
    ...targetsFirst(telling, going, coming),
    ...pointersGoFirst(telling, going, coming),
    ...aliasLoops(telling, standing.records),
    ...delegationConstraints(telling, standing)
  ].filter(({ first, next }) => first !== next);
}
function isTtlOnly(change) {
  return change.action === "update" && sameRdata(change.before, change.after);
}
function aliasAndData(going, coming) {
  return pairs(coming, going, (arriving, leaving) => isAlias(afterOf(arriving)) !== isAlias(beforeOf(leaving)));
}
function aloneInItsSet(changes) {
  const going = indexBy(changes, (change) => namesOf(beforeOf(change)));
  const coming = indexBy(changes, (change) => namesOf(afterOf(change)));
  return pairs(coming, going, (arriving, leaving) => {
    const [after, before] = [afterOf(arriving), beforeOf(leaving)];
    return after?.type === before?.type && (isAlone(after) || isAlone(before));
  });
}
function addressesFirst(going, coming) {
  return [
    ...firstAtEachName(coming, (change) => isAddress(afterOf(change))),
    ...firstAtEachName(going, (change) => !isAddress(beforeOf(change)))
  ];
}
function firstAtEachName(index, isFirst) {
  return [...index.values()].flatMap((changes) => {
    const firsts = changes.filter(isFirst);
    const others = changes.filter((change) => !isFirst(change));
    return others.flatMap((next) => firsts.map((first) => ({ first, next })));
  });
}
function targetsFirst(changes, going, coming) {
  return changes.flatMap(
    (next) => targetsOf(afterOf(next)).flatMap(
      (target) => [
        ...(coming.get(target) ?? []).filter((change) => isAddress(afterOf(change))),
        ...(going.get(target) ?? []).filter((change) => isAlias(beforeOf(change)))
      ].map((first) => ({ first, next }))
    )
  );
}
function pointersGoFirst(changes, going, coming) {
  return changes.flatMap(
    (first) => targetsOf(beforeOf(first)).flatMap(
      (target) => [
        ...(going.get(target) ?? []).filter((change) => isAddress(beforeOf(change))),
        ...(coming.get(target) ?? []).filter((change) => isAlias(afterOf(change)))
      ].map((next) => ({ first, next }))
    )
  );
}
function aliasLoops(changes, standing) {
  const arriving = changes.filter((change) => isAlias(afterOf(change)));
  if (arriving.length === 0) return [];
  const links = /* @__PURE__ */ new Map();
  const link = (record) => {
    if (record !== void 0) links.set(record.name, (links.get(record.name) ?? /* @__PURE__ */ new Set()).add(record.value));
  };
  for (const record of standing.filter(isAlias)) link(record);
  for (const change of arriving) link(afterOf(change));
  const leaving = indexBy(
    changes.filter((change) => isAlias(beforeOf(change))),
    (change) => namesOf(beforeOf(change))
  );
  return arriving.flatMap((next) => {
    const after = afterOf(next);
    if (after === void 0) return [];
    const reached = reachable(after.value, links);
    if (!reached.has(after.name)) return [];
    return [...reached].flatMap((name) => (leaving.get(name) ?? []).map((first) => ({ first, next })));
  });
}
function reachable(from, links) {
  const seen = /* @__PURE__ */ new Set([from]);
  const open = [from];
  for (let name = open.pop(); name !== void 0; name = open.pop()) {
    for (const next of links.get(name) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(next);
    }
  }
  return seen;
}
function pairs(coming, going, conflict) {
  return [...coming].flatMap(([name, arrivals]) => {
    const departures = going.get(name) ?? [];
    return arrivals.flatMap(
      (next) => departures.filter((first) => conflict(next, first)).map((first) => ({ first, next }))
    );
  });
}

// src/core/plan/order-changes.ts
function orderChanges(changes, standing) {
  let parts = changes;
  for (; ; ) {
    const { stages, stuck } = layers(parts, orderingConstraints(parts, standing));
    if (stuck.length === 0) return stages;
    const split = new Set(stuck.filter(({ action }) => action === "update"));
    if (split.size === 0) return [...stages, ...stuck.map((change) => [change])];
    parts = parts.flatMap((change) => split.has(change) ? splitUpdate(change) : [change]);
  }
}
function splitUpdate(change) {
  if (change.action !== "update") return [change];
  return [
    { action: "delete", id: change.id, before: change.before },
    { action: "create", after: change.after }
  ];
}
function layers(changes, edges) {
  const waiting = new Map(changes.map((change) => [change, 0]));
  const followers = /* @__PURE__ */ new Map();
  for (const { first, next } of edges) {
    waiting.set(next, (waiting.get(next) ?? 0) + 1);
    const list = followers.get(first);
    if (list === void 0) followers.set(first, [next]);
    else list.push(next);
  }
  const stages = [];
  let ready = changes.filter((change) => waiting.get(change) === 0);
  let placed = 0;
  while (ready.length > 0) {
    stages.push(ready);
    placed += ready.length;
    const freed = [];
    for (const follower of ready.flatMap((change) => followers.get(change) ?? [])) {
      const left = (waiting.get(follower) ?? 0) - 1;
      waiting.set(follower, left);
      if (left === 0) freed.push(follower);
    }
    ready = freed;
  }
  const stuck = placed === changes.length ? [] : changes.filter((change) => (waiting.get(change) ?? 0) > 0);
  return { stages, stuck };
}

// src/core/dns/rrset-map.ts
var RrsetMap = class _RrsetMap {
  #places;
  /** By position, with holes for RRsets that another map of the same places has alone. */
  #slots = [];
  #values = [];
  constructor(places = new Places()) {
    this.#places = places;
  }
  get size() {
    return this.#values.length;
  }
  get(place) {
    const at = this.#places.find(place);
    return at === void 0 ? void 0 : this.#slots[at];
  }
  /** Gives an RRset that nobody has added yet its value. */
  add(place, value) {
    this.#slots.push(value);
    this.#values.push(value);
    this.#places.add(place);
    return value;
  }
  values() {
    return this.#values;
  }
  /** The values of all RRsets of one owner name. */
  atName(name) {
    return this.#places.atName(name).flatMap((at) => this.#slots[at] ?? []);
  }
  /** The same RRsets with other values, but for those that get none; nothing is added to either map afterwards. */
  map(valueOf) {
    const mapped = new _RrsetMap(this.#places);
    for (const value of this.#slots) {
      const next = value === void 0 ? void 0 : valueOf(value);
      mapped.#slots.push(next);
      if (next !== void 0) mapped.#values.push(next);
    }
    return mapped;
  }
};
var Places = class {
  #all = [];
  #byType = /* @__PURE__ */ new Map();
  /** Behind the one found last. */
  #next = 0;
  find({ name, type }) {
    const next = this.#all[this.#next];
    const isNext = next !== void 0 && next.name === name && next.type === type;
    const at = isNext ? this.#next : this.#byType.get(type)?.get(name);
    if (at !== void 0) this.#next = at + 1;
    return at;
  }
  add(place) {
    const at = this.#all.push(place) - 1;
    const ofType = this.#byType.get(place.type);
    if (ofType === void 0) this.#byType.set(place.type, /* @__PURE__ */ new Map([[place.name, at]]));
    else ofType.set(place.name, at);
  }
  atName(name) {
    return [...this.#byType.values()].flatMap((ofType) => ofType.get(name) ?? []);
  }
};
function groupRrsets(records) {
  const groups = new RrsetMap();
  for (const record of records) {
    const group = groups.get(record);
    if (group === void 0) groups.add(record, { name: record.name, type: record.type, records: [record] });
    else group.records.push(record);
  }
  return groups;
}

// src/core/dns/zone-index.ts
function indexZone({ zone, records }) {
  return indexRrsets({ zone, rrsets: groupRrsets(records) });
}
function indexRrsets({ zone, rrsets }) {
  const parents = /* @__PURE__ */ new Set([zone]);
  const cuts = /* @__PURE__ */ new Set();
  for (const { name, type } of rrsets.values()) {
    addAncestors(parents, name);
    if (recordTypes[type].delegates && name !== zone) cuts.add(name);
  }
  return { zone, rrsets, parents, cuts };
}
function cutAbove({ zone, cuts }, name) {
  if (cuts.size === 0) return void 0;
  let cut;
  for (let at = name; at !== zone && at !== ""; at = parentOf(at)) if (cuts.has(at)) cut = at;
  return cut;
}
function locate(index, name) {
  if (!isWithin(name, index.zone) || cutAbove(index, name) !== void 0) return { where: "elsewhere" };
  let encloser = name;
  while (!index.parents.has(encloser) && recordsAt(index, encloser).length === 0) encloser = parentOf(encloser);
  const owner = encloser === name ? name : `*.${encloser}`;
  return { where: "here", owner, records: recordsAt(index, owner) };
}
function recordsAt({ rrsets }, name) {
  return rrsets.atName(name).flatMap(({ records }) => records);
}
function haveAddress(records) {
  return records.some(({ type }) => recordTypes[type].isAddress);
}
function aliasAmong(records) {
  return records.find(({ type }) => recordTypes[type].standsAlone);
}
function addAncestors(parents, owner) {
  if (parents.has(owner)) return;
  for (let name = parentOf(owner); name !== "" && !parents.has(name); name = parentOf(name)) parents.add(name);
}

// src/core/dns/rules/alias-rules.ts
function aliasRules(index) {
  const aliases = index.rrsets.values().filter(({ type }) => recordTypes[type].standsAlone).flatMap(({ records: [first] }) => first ?? []);
  return [...aliases.flatMap((alias) => besideData(index, alias)), ...loops(index, aliases)];
}
function besideData({ rrsets }, { name, type }) {
  if (rrsets.atName(name).every((beside) => recordTypes[beside.type].standsAlone)) return [];
  return [
    {
      id: "cname-and-other-data",
      severity: "error",
      name,
      type,
      message: "A CNAME stands beside other records of its name.",
      fix: "Delete the CNAME or everything else at that name.",
      source: "RFC 1034 §3.6.2"
    }
  ];
}
function loops(index, aliases) {
  const walked = /* @__PURE__ */ new Set();
  return aliases.flatMap((start) => {
    const trail = /* @__PURE__ */ new Set();
    let alias = start;
    while (alias !== void 0 && !walked.has(alias.name)) {
      walked.add(alias.name);
      trail.add(alias.name);
      alias = nextAlias(index, alias);
    }
    return alias !== void 0 && trail.has(alias.name) ? [loop(alias, trail)] : [];
  });
}
function nextAlias(index, alias) {
  const [target] = recordTargets(alias);
  if (target === void 0) return void 0;
  const located = locate(index, target);
  return located.where === "here" ? aliasAmong(located.records) : void 0;
}
function loop(entry, trail) {
  const walk = [...trail];
  const members = walk.slice(walk.indexOf(entry.name)).toSorted();
  return {
    id: "cname-loop",
    severity: "error",
    name: members[0] ?? entry.name,
    type: entry.type,
    message: "CNAMEs lead round in a loop, so none of them ever answers.",
    fix: "Point one of them at a name that has records.",
    source: "RFC 1034 §3.6.2"
  };
}

// src/core/dns/rules/delegation-rules.ts
function delegationRules(index) {
  if (index.cuts.size === 0) return [];
  const rrsets = index.rrsets.values();
  const delegating = rrsets.filter(({ type }) => recordTypes[type].delegates).flatMap(({ records }) => records);
  const servers = new Set(delegating.flatMap((record) => recordTargets(record)));
  return rrsets.flatMap((rrset) => hidden(index, rrset, servers));
}
function hidden(index, { name, type }, servers) {
  const cut = cutAbove(index, name);
  const row = recordTypes[type];
  const isGlue = row.isAddress && servers.has(name);
  if (cut === void 0 || isGlue || cut === name && row.delegates) return [];
  return [
    {
      id: "below-delegation",
      severity: "warning",
      name,
      type,
      message: `The name ${cut} is delegated to other servers, so this zone never answers for the ${type} records here.`,
      fix: `Put the record into the zone ${cut}, or remove the NS records at ${cut}.`,
      source: "RFC 2181 §6.1"
    }
  ];
}

// src/core/dns/rules/record-rules.ts
function recordRules({ zone, rrsets }) {
  const problems = [];
  for (const { name, type, records } of rrsets.values()) {
    const row = recordTypes[type];
    const owner = { name, zone };
    for (const record of records) {
      const faults = row.faults(record, owner);
      if (faults.length > 0) problems.push(...faults.map((fault) => faulty(record, fault)));
      const targets = row.targets(record);
      if (targets.length > 0) problems.push(...doubledTargets(record, targets, zone));
    }
  }
  return problems;
}
function faulty({ name, type }, { id, message, fix, source }) {
  return { id, severity: "error", name, type, message, fix, source };
}
function doubledTargets({ name, type }, targets, zone) {
  return targets.filter((target) => isWithin(target, zone) && isWithin(target.slice(0, -zone.length - 1), zone)).map((target) => ({
    id: "target-repeats-zone",
    severity: "warning",
    name,
    type,
    message: `The ${type} record points at ${target}, which ends in ${zone} twice.`,
    fix: "Point at the name with the zone's name written once.",
    source: "RFC 1035 §5.1"
  }));
}

// src/core/dns/rules/rrset-rules.ts
function rrsetRules({ rrsets }) {
  return rrsets.values().filter((rrset) => rrset.records.length > 1).flatMap((rrset) => [...duplicates(rrset), ...mixedTtl(rrset), ...aloneInRrset(rrset)]);
}
function duplicates({ name, type, records }) {
  const surplus = records.length - new Set(records.map(rdataKey)).size;
  return Array.from({ length: surplus }, () => ({
    id: "duplicate-record",
    severity: "error",
    name,
    type,
    message: `The same ${type} record stands twice at this name.`,
    fix: "Delete one of the two.",
    source: "RFC 2181 §5"
  }));
}
function mixedTtl({ name, type, records }) {
  if (new Set(records.map(({ ttl }) => ttl)).size === 1) return [];
  return [
    {
      id: "mixed-ttl",
      severity: "error",
      name,
      type,
      message: `The ${type} records at this name have different TTLs.`,
      fix: "Give them one TTL; set_rrset does it in one call.",
      source: "RFC 2181 §5.2"
    }
  ];
}
function aloneInRrset({ name, type, records }) {
  const distinct = new Set(records.map(rdataKey)).size;
  if (distinct === 1 || !records.some(standsAlone)) return [];
  return records.every(standsAlone) ? [severalAliases({ name, type })] : [nullBesideOthers({ name, type })];
}
function severalAliases({ name, type }) {
  return {
    id: "cname-multiple",
    severity: "error",
    name,
    type,
    message: "A name has more than one CNAME.",
    fix: "Keep one of them.",
    source: "RFC 2181 §10.1"
  };
}
function nullBesideOthers({ name, type }) {
  return {
    id: "null-mx-not-alone",
    severity: "error",
    name,
    type,
    message: `A null ${type} (target .) stands beside other ${type} records.`,
    fix: "Delete the null record, or all the others.",
    source: "RFC 7505 §3"
  };
}

// src/core/dns/rules/size-rules.ts
var RRSET_MAX_OCTETS = 65512;
var RRSET_MAX_RECORDS = 100;
var [OCTETS_PER_CHARACTER, FIXED_OCTETS] = [4, 24];
function sizeRules({ rrsets }) {
  return rrsets.values().filter(mayBeTooBig).flatMap((rrset) => [...tooMany(rrset), ...tooBig(rrset)]);
}
function tooMany({ name, type, records }) {
  if (records.length <= RRSET_MAX_RECORDS) return [];
  return [
    {
      id: "rrset-over-limit",
      severity: "error",
      name,
      type,
      message: `There are ${records.length} ${type} records at this name, and BIND loads no zone with more than ${RRSET_MAX_RECORDS}.`,
      fix: "Spread them over several names.",
      source: "BIND 9 manual, max-records-per-type"
    }
  ];
}
function mayBeTooBig({ records }) {
  let octets = 0;
  for (const { value } of records) octets += OCTETS_PER_CHARACTER * value.length + FIXED_OCTETS;
  return records.length > RRSET_MAX_RECORDS || octets > RRSET_MAX_OCTETS;
}
function tooBig({ name, type, records }) {
  const octets = sum(records, (record) => 2 + sum(rdataParts(record), partOctets));
  if (octets <= RRSET_MAX_OCTETS) return [];
  return [
    {
      id: "rrset-too-big",
      severity: "error",
      name,
      type,
      message: `The ${type} records at this name have ${octets} octets together; a name server takes ${RRSET_MAX_OCTETS}.`,
      fix: "Delete some of them, or spread them over several names.",
      source: "RFC 1035 §4.2.2"
    }
  ];
}
function partOctets(part) {
  return "octets" in part ? part.octets.length : wireLength(labelsOf(part.name).join("."));
}
function sum(items, count2) {
  return items.reduce((total, item) => total + count2(item), 0);
}

// src/core/dns/rules/target-rules.ts
function targetRules(index) {
  return index.rrsets.values().filter((rrset) => recordTypes[rrset.type].hostTarget !== void 0 && !isOccluded(index, rrset)).flatMap(({ records }) => records).flatMap((record) => recordTargets(record).flatMap((target) => judge(index, record, target)));
}
function isOccluded(index, { name, type }) {
  const cut = cutAbove(index, name);
  return cut !== void 0 && !(cut === name && recordTypes[type].delegates);
}
function judge(index, record, target) {
  const located = locate(index, target);
  if (located.where === "elsewhere") return glue(index, record, target);
  if (aliasAmong(located.records) !== void 0) return [targetIsAlias(record, target)];
  return haveAddress(located.records) ? [] : [noAddress(index, record, target)];
}
function glue(index, record, target) {
  const { name, type } = record;
  const needed = recordTypes[type].delegates && cutAbove(index, target) !== void 0;
  if (!needed || haveAddress(recordsAt(index, target))) return [];
  return [
    {
      id: "missing-glue",
      severity: "warning",
      name,
      type,
      message: `The name server ${target} is below a delegation of this zone and has no address here.`,
      fix: `Add A or AAAA records for ${target}.`,
      source: "RFC 1034 §4.2.1"
    }
  ];
}
function targetIsAlias({ name, type }, target) {
  return {
    id: "target-is-cname",
    severity: "error",
    name,
    type,
    message: `The ${type} record points at ${target}, which is a CNAME.`,
    fix: `Point at the name that ${target} leads to, or give ${target} its own addresses.`,
    source: recordTypes[type].hostTarget?.source ?? "RFC 1123 §2.1"
  };
}
function noAddress({ zone }, { name, type }, target) {
  const row = recordTypes[type];
  const ownServer = row.delegates && name === zone;
  return {
    id: "target-without-address",
    severity: ownServer ? "error" : row.hostTarget?.missingAddress ?? "warning",
    name,
    type,
    message: `The ${type} record points at ${target}, which has no address in this zone.`,
    fix: `Add an A or AAAA record for ${target} first, or point elsewhere.`,
    source: row.hostTarget?.source ?? "RFC 1123 §2.1"
  };
}

// src/core/dns/zone-rules.ts
var RULES = [recordRules, aliasRules, rrsetRules, sizeRules, targetRules, delegationRules];
function checkZone(contents) {
  return checkIndexed(indexZone(contents));
}
function checkIndexed(index) {
  return RULES.flatMap((rule) => rule(index));
}
function newProblems(before, after) {
  const known = /* @__PURE__ */ new Map();
  for (const problem of before) known.set(problemKey(problem), (known.get(problemKey(problem)) ?? 0) + 1);
  return after.filter((problem) => {
    const left = known.get(problemKey(problem)) ?? 0;
    known.set(problemKey(problem), left - 1);
    return left <= 0;
  });
}
function problemKey({ id, name, type, message }) {
  return [id, name, type ?? "", message].join("\n");
}

// src/core/plan/refuse-broken-zone.ts
var NAMED_MAX = 5;
function refuseBrokenZone(after, now) {
  const found = errorsAmong(checkIndexed(indexRrsets(after)));
  const known = found.length === 0 ? [] : errorsAmong(checkZone({ zone: after.zone, records: now }));
  const errors = newProblems(known, found);
  const [first] = errors;
  if (first === void 0) return;
  const named = errors.slice(0, NAMED_MAX).map(({ id, name, type }) => `${id} at ${name}${type === void 0 ? "" : ` ${type}`}`);
  const more = errors.length > NAMED_MAX ? `, and ${errors.length - NAMED_MAX} more` : "";
  throw new VpsError(
    "zone_would_break",
    `The zone would not load any more: ${named.join(", ")}${more}. ${first.message}`,
    {
      hint: first.fix
    }
  );
}
function errorsAmong(problems) {
  return problems.filter(({ severity }) => severity === "error");
}

// src/core/plan/wanted.ts
function pairRrsets(standing, wanted) {
  const pairs2 = new RrsetMap();
  for (const held of standing) {
    const pair2 = pairs2.get(held.record);
    if (pair2 === void 0) pairs2.add(held.record, { standing: [held], wanted: void 0 });
    else pair2.standing.push(held);
  }
  for (const one of wanted) {
    want(pairs2.get(one.record) ?? pairs2.add(one.record, { standing: [], wanted: void 0 }), one);
  }
  return pairs2;
}
function want(pair2, { record, ttlGiven }) {
  const { wanted } = pair2;
  const ttl = ttlGiven ? record.ttl : void 0;
  if (wanted === void 0) {
    pair2.wanted = { records: [record], ttl };
    return;
  }
  if (ttl !== void 0 && wanted.ttl !== void 0 && wanted.ttl !== ttl) {
    throw new InputError(
      "invalid_ttl",
      `${record.type} at ${record.name} is given two TTLs, ${wanted.ttl} and ${ttl}.`,
      {
        field: "ttl",
        hint: "All records of one name and type share one TTL (RFC 2181 §5.2): give the same one everywhere."
      }
    );
  }
  wanted.records.push(record);
  wanted.ttl ??= ttl;
}

// src/core/plan/plan-zone.ts
function planZone(request) {
  const ignored = ignoreMatcher(request.zone, request.ignore ?? []);
  const wanted = request.wanted.filter(({ record }) => !ignored(record.name));
  const isProtected = (record) => ignored(record.name) || isForeignChallenge(record, request);
  const rule = { zone: request.zone, mode: request.mode, isProtected };
  const standing = standingOf(request.observed, wanted);
  const finals = /* @__PURE__ */ new Map();
  for (const pair2 of standing.rrsets.values()) {
    const final = finalRrset(rule, pair2);
    if (final !== void 0) finals.set(pair2, final);
  }
  return planEnd(standing, {
    ...request,
    finals,
    judged: standing.records.length,
    emptyDesiredState: wanted.length === 0 && request.mode === "exact",
    warnings: warningsOf(request, wanted.length)
  });
}
function planFinals(request) {
  const standing = standingOf(request.observed);
  const finals = /* @__PURE__ */ new Map();
  let judged = 0;
  for (const [key, final] of request.finals) {
    const place = rrsetOfKey(key);
    const pair2 = standing.rrsets.get(place) ?? standing.rrsets.add(place, { standing: [], wanted: void 0 });
    finals.set(pair2, final);
    judged += pair2.standing.length;
  }
  return planEnd(standing, { ...request, finals, judged });
}
function standingOf(observed, wanted = []) {
  const records = observed.filter(isUnderstood);
  return { records, rrsets: pairRrsets(records, wanted) };
}
function isUnderstood(held) {
  return held.record !== void 0;
}
function planEnd(standing, request) {
  const changes = [...request.finals].flatMap(([pair2, final]) => diffRrset(pair2.standing, final));
  if (changes.length > 0) refuseBadEnd(standing, request, changes);
  const unchanged = request.judged - changes.filter(({ action }) => action !== "create").length;
  return changesOn(standing, { ...request, changes, unchanged });
}
function refuseBadEnd({ records, rrsets }, { zone, observed, finals }, changes) {
  const finalOf = (pair2) => finals.get(pair2) ?? pair2.standing.map(({ record }) => record);
  const changed = new Set(changes.map(nameOf));
  const unknown = observed.filter(({ record, name }) => record === void 0 && changed.has(name));
  refuseAliasConflicts([...changed].flatMap((name) => rrsets.atName(name)).map(finalOf), unknown);
  const after = rrsets.map((pair2) => rrsetOf(finalOf(pair2)));
  refuseBrokenZone(
    { zone, rrsets: after },
    records.map(({ record }) => record)
  );
}
function rrsetOf(records) {
  const [first] = records;
  return first === void 0 ? void 0 : { name: first.name, type: first.type, records };
}
function planChanges(request) {
  return changesOn(standingOf(request.observed), request);
}
function changesOn({ records, rrsets }, request) {
  const {
    zone,
    mode,
    changes,
    unchanged = 0,
    warnings = [],
    window = EMPTY_WINDOW,
    emptyDesiredState = false
  } = request;
  return {
    zone,
    mode,
    stages: orderChanges(changes, { zone, records: records.map(({ record }) => record) }),
    summary: summarize(changes, unchanged),
    guards: guardsOf({ zone, changes, standing: standingKeys(rrsets), window, emptyDesiredState }),
    warnings
  };
}
function standingKeys(rrsets) {
  return { size: rrsets.values().filter(stands).length, has: (key) => stands(rrsets.get(rrsetOfKey(key))) };
}
function stands(pair2) {
  return pair2 !== void 0 && pair2.standing.length > 0;
}
function plannedChanges({ stages }) {
  return stages.flat();
}
var CHALLENGE_LABEL = "_acme-challenge";
function isForeignChallenge(record, { isOwnChallenge }) {
  const isChallenge = record.type === "TXT" && record.name.startsWith(`${CHALLENGE_LABEL}.`);
  return isChallenge && !(isOwnChallenge?.(record) ?? false);
}
function summarize(changes, unchanged) {
  const of = (action) => changes.filter((change) => change.action === action).length;
  return { create: of("create"), update: of("update"), delete: of("delete"), unchanged };
}
function warningsOf({ observed, wanted, zone, mode }, used) {
  const unknown = observed.filter(({ record }) => record === void 0);
  const ignored = wanted.length - used;
  const standsUnnamed = observed.some(({ record }) => record !== void 0 && isApexNs(record, zone)) && !wanted.some(({ record }) => isApexNs(record, zone));
  return [
    ...ignored > 0 ? [`${ignored} of the wanted records stand at ignored names and were left out.`] : [],
    ...unknown.length > 0 && mode === "exact" ? [`${count(unknown.length, "record")} of types or values this program does not know left alone.`] : [],
    ...mode === "exact" && standsUnnamed ? [`The apex NS set was left alone: the wanted records name none.`] : []
  ];
}

export {
  unconfirmed,
  confirmByName,
  unchangedText,
  groupRrsets,
  recordsOf,
  GUARD_WINDOW_MS,
  disturbedRrsets,
  guardsOf,
  matchesGlob,
  indexZone,
  locate,
  delegationRules,
  RRSET_MAX_RECORDS,
  checkIndexed,
  newProblems,
  refuseBrokenZone,
  pairRrsets,
  planZone,
  planFinals,
  planChanges,
  plannedChanges
};
