import {
  TEXT_MAX_LENGTH,
  absentQueries,
  anyType,
  atField,
  awaitedOf,
  below,
  changeField,
  changeWarnings,
  changeZone,
  checkEarly,
  confirm,
  cursor,
  defineOperation,
  domain,
  guardedFields,
  isAllowed,
  limit,
  lines,
  openZone,
  ownerName,
  priority,
  readZone,
  record,
  records,
  recordsAfter,
  refuseForeign,
  resolveZone,
  rrsetOf,
  ttl,
  unconfirmedText,
  undoLine,
  value,
  visibleZones,
  wait,
  waitFor,
  waitTimeout,
  wantedRecords,
  warningLines,
  warningsField,
  zone,
  zonefile
} from "./chunk-OS2V4LRU.mjs";
import {
  matchesGlob,
  planChanges,
  refuseBrokenZone,
  standingRrsets,
  wantedRrsets
} from "./chunk-GWAJN54E.mjs";
import {
  DEFAULT_TTL_SECONDS,
  parseRecord
} from "./chunk-IWOUOZ3K.mjs";
import {
  count,
  propagationField,
  propagationLines,
  recordLine
} from "./chunk-LN3X5XSC.mjs";
import {
  isApexNs
} from "./chunk-B4QEJDDF.mjs";
import {
  rdataKey,
  recordKey,
  rrsetKey,
  sameRdata
} from "./chunk-ZMJBRHQT.mjs";
import {
  _default,
  _enum,
  array,
  boolean,
  describe,
  extend,
  number,
  optional,
  strictObject,
  string
} from "./chunk-CZUQUKF2.mjs";
import {
  plainText,
  wordText
} from "./chunk-T6VKVPWA.mjs";
import {
  typeStandsAlone,
  withArticle
} from "./chunk-XBGQYD5V.mjs";
import {
  isWithin,
  labelsOf,
  nameSortKey,
  parseOwnerName,
  parseZoneName,
  relativeName,
  withFinalDot
} from "./chunk-YZYHQ67G.mjs";
import {
  InputError,
  VpsError
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
  const { id, name, type, value: value2, ttl: ttl2, priority: priority2, createdAt } = held;
  const zone2 = held.zone.domain;
  return {
    id,
    zone: zone2,
    name: relativeName(name, zone2),
    fqdn: name,
    type,
    value: value2,
    ttl: ttl2,
    ...priority2 === void 0 ? {} : { priority: priority2 },
    ...createdAt === void 0 ? {} : { created_at: createdAt }
  };
}

// src/core/operations/write/alias-conflict.ts
function refuseAliasConflicts(state, changes) {
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
    const wanted = coming.get(held.name)?.find((record2) => clash(held, record2));
    if (wanted !== void 0) throw conflict(held, wanted);
  }
}
function clash({ record: record2, type }, wanted) {
  if (!typeStandsAlone(type) && !typeStandsAlone(wanted.type)) return false;
  return record2 === void 0 || !sameRdata(record2, wanted);
}
function conflict({ id, type, zone: zone2 }, wanted) {
  return new InputError(
    "conflict",
    `${relativeName(wanted.name, zone2.domain)} has ${withArticle(type)} record (id ${id}), and a CNAME stands alone at its name (RFC 1034 §3.6.2).`,
    {
      field: "name",
      hint: typeStandsAlone(type) ? `To point the name elsewhere, set_rrset with type ${type}; to put other records in its place, set_rrset with replace_conflicts.` : "To put the new record in the place of all others there, set_rrset with replace_conflicts."
    }
  );
}

// src/core/operations/write/refuse-apex-ns.ts
function refuseApexNs(of, zone2) {
  if (!isApexNs(of, zone2)) return;
  throw new InputError(
    "invalid_input",
    `The NS records at the apex of ${zone2} are changed only through a confirmed plan.`,
    {
      field: "name",
      hint: "plan_zone with these NS records, then apply_plan; a delegation goes below the apex, at a name of its own."
    }
  );
}

// src/core/operations/write/check-changes.ts
function checkChanges(state, changes) {
  const { zone: zone2, records: records2 } = state;
  for (const record2 of changes.flatMap(recordsOf)) refuseApexNs(record2, zone2.domain);
  refuseAliasConflicts(state, changes);
  if (changes.length > 0) refuseBrokenZone(zone2.domain, records2, recordsAfter(records2, changes));
}
function recordsOf(change) {
  if (change.action === "create") return [change.after];
  return change.action === "delete" ? [change.before] : [change.before, change.after];
}

// src/core/operations/write/change-records.ts
async function changeRecords(context, state, { operation, input, changes }) {
  checkChanges(state, changes);
  const { zone: zone2, held: observed, readAt } = state;
  const { confirm: confirm2, ...bound } = input;
  const plan = planChanges({ zone: zone2.domain, mode: "merge", observed, changes });
  return changeZone(context, { operation, input: bound, confirm: confirm2, zone: zone2, observed, readAt, plan });
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
  const atName = there.filter(({ type }) => type === query.type).length;
  const types = [...new Set(there.map(({ type }) => plainText(type, 20)))].join(", ");
  const hint = atName > 0 ? `${atName} ${query.type} there ${atName === 1 ? "has another value" : "have other values"}; list_records shows them.` : there.length > 0 ? `That name has ${types}.` : "list_records shows what is there.";
  return new InputError(
    "record_not_found",
    `No such ${query.type} record at ${relativeName(name, zone2.domain)} in ${zone2.domain}.`,
    { field: "name", hint: incomplete ? `${hint} The API held back some of the zone's records.` : hint }
  );
}
function severalFit({ zone: zone2 }, query, candidates) {
  const listed = candidates.slice(0, CANDIDATES_MAX).map(({ id, name, type, ttl: ttl2 }) => `${plainText(id, 80)} (${relativeName(name, zone2.domain)} ${type}, TTL ${ttl2})`);
  const more = candidates.length > CANDIDATES_MAX ? ` and ${candidates.length - CANDIDATES_MAX} more` : "";
  const wanted = query.value === void 0 ? "value" : "priority";
  return new InputError(
    "record_ambiguous",
    `${candidates.length} records fit in ${zone2.domain}: ${listed.join(", ")}${more}.`,
    { field: wanted, hint: `Give ${wanted} as well, or delete_record by id.` }
  );
}

// src/core/operations/write/understood.ts
function understood({ record: record2, id }) {
  if (record2 !== void 0) return record2;
  throw new InputError(
    "invalid_input",
    "That record has a type or value this program does not know, and is left alone.",
    {
      field: "record",
      hint: `delete_record takes it away by its id (${id}), for good; then create what should stand there.`
    }
  );
}

// src/core/operations/write/plan-absent.ts
function planAbsent(state, queries) {
  const going = /* @__PURE__ */ new Map();
  for (const [at, query] of queries.entries()) {
    const held = below(`records[${at}]`, () => theOneOrNone(state, query));
    if (held !== void 0) going.set(held.id, { action: "delete", id: held.id, before: understood(held) });
  }
  return [...going.values()];
}
function theOneOrNone(state, query) {
  const [held, ...others] = matchRecords(state, query);
  if (held !== void 0 && others.length > 0) throw severalFit(state, query, [held, ...others]);
  return held;
}

// src/core/operations/write/plan-present.ts
function planPresent(state, wanted) {
  const sets = wantedRrsets(wanted);
  const standing = standingRrsets(state.held.filter(isUnderstood));
  const asked = /* @__PURE__ */ new Map();
  for (const { record: record2 } of wanted) {
    const set = sets.get(rrsetKey(record2));
    asked.set(recordKey(record2), ensured(standing.get(rrsetKey(record2)) ?? [], record2, set?.ttl));
  }
  const adopted = new Set([...asked.values()].map(({ held }) => held?.id));
  return {
    asked: [...asked.values()],
    siblings: [...sets.values()].flatMap(
      (set) => siblingsOf(standing, set).filter(({ id }) => !adopted.has(id)).flatMap((held) => retimed(held, set.ttl) ?? [])
    )
  };
}
function isUnderstood(held) {
  return held.record !== void 0;
}
function ensured(siblings, record2, ttl2) {
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
function siblingsOf(standing, { records: [first] }) {
  return first === void 0 ? [] : standing.get(rrsetKey(first)) ?? [];
}

// src/core/operations/ensure-records.ts
var output = strictObject({
  ...guardedFields,
  ...changeField,
  zone: string(),
  records: optional(array(recordOutcome)).check(describe("Those asked for, or what has gone")),
  siblings: optional(array(recordRow)).check(describe("Others that got the TTL of their RRset")),
  warnings: optional(array(string())),
  ...propagationField
});
var ensureRecords = defineOperation({
  name: "ensure_records",
  title: "Ensure records",
  toolset: "changes",
  effect: "update",
  idempotent: true,
  api: ["Z1", "R1", "R2", "R6", "R7"],
  summary: "Add missing records, mend TTLs, leave others alone; or, absent, remove them. Repeatable.",
  input: strictObject({
    zone,
    records: optional(records.check(describe("absent: value optional"))),
    zonefile: optional(zonefile.check(describe("Or this"))),
    state: _default(_enum(["present", "absent"]), "present").check(describe("Wanted")),
    wait: optional(wait),
    wait_timeout: optional(waitTimeout),
    confirm: optional(confirm)
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
    const { zone: zone2, state: wanted, confirm: _, wait: wait2, wait_timeout, ...given } = input;
    await checkEarly(zone2, (name) => wanted === "present" ? wantedRecords(name, given) : absentQueries(name, given));
    const state = await openZone(context, zone2);
    const work = await (wanted === "present" ? presence(state, given) : absence(state, given));
    const result = await changeRecords(context, state, {
      operation: "ensure_records",
      input,
      changes: work.changes
    });
    if (result.status !== "done") return { ...result, zone: state.zone.domain };
    const { sent, change } = result;
    const awaited = { zone: state.zone.domain, ...work.awaited(sent.map((one) => one.change)), change };
    return {
      status: "done",
      changed: result.changed,
      ...change === void 0 ? {} : { change },
      zone: state.zone.domain,
      ...work.rows(new Map(sent.map((one) => [one.change, one.record]))),
      ...warningsField([...work.warnings, ...changeWarnings(state, sent)]),
      ...await waitFor(context, awaited, { wait: wait2, wait_timeout })
    };
  },
  text(output2) {
    const { changed, zone: zone2, records: records2 = [], siblings, change, warnings, propagation } = output2;
    const rows = records2.map(({ outcome: said, ...row }) => `${said}: ${recordLine(row)}`);
    const head = changed ? `${zone2}:` : `Nothing to change in ${zone2}${rows.length === 0 ? "." : ":"}`;
    const retimed2 = siblings === void 0 ? void 0 : `The TTL was also set for ${count(siblings.length, "sibling")}.`;
    return unconfirmedText(output2) ?? lines(head, rows, retimed2, undoLine(change), warningLines(warnings), propagationLines(propagation));
  }
});
async function presence(state, given) {
  const { items, warnings } = await wantedRecords(state.zone.domain, given);
  const plan = planPresent(state, items);
  return {
    changes: [...plan.asked.flatMap(({ change }) => change ?? []), ...plan.siblings],
    warnings,
    awaited: (sent) => ({
      ...awaitedOf(sent),
      present: plan.asked.flatMap(({ held, change }) => presentRecord(change) ?? held?.record ?? [])
    }),
    rows: (sent) => {
      const siblings = plan.siblings.flatMap((change) => sent.get(change) ?? []);
      return {
        records: plan.asked.flatMap((asked) => askedRow(asked, asked.change && sent.get(asked.change))),
        ...siblings.length === 0 ? {} : { siblings: siblings.map(recordRowOf) }
      };
    }
  };
}
function presentRecord(change) {
  return change === void 0 || change.action === "delete" ? void 0 : change.after;
}
function askedRow({ held, change }, sent) {
  const record2 = sent ?? held;
  if (record2 === void 0) return [];
  const said = change === void 0 ? "adopted" : change.action === "create" ? "created" : "updated";
  return [{ ...recordRowOf(record2), outcome: said }];
}
async function absence(state, given) {
  const { items, warnings } = await absentQueries(state.zone.domain, given);
  return {
    changes: planAbsent(state, items),
    warnings,
    awaited: awaitedOf,
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
var ROWS_MAX_LENGTH = TEXT_MAX_LENGTH - 4e3;
function fittingRows(rows) {
  let length = 0;
  for (const [at, row] of rows.entries()) {
    length += row.length + 1;
    if (length > ROWS_MAX_LENGTH) return Math.max(1, at);
  }
  return rows.length;
}

// src/core/operations/find/collect-records.ts
async function collectRecords(context, { zone: zone2, type }) {
  if (zone2 === void 0) return collectEverywhere(context, type);
  const { records: records2 } = context.api;
  const ref = await resolveZone(context, zone2);
  return type === void 0 ? records2.listInZone(ref) : records2.list({ zone: ref, type });
}
async function collectEverywhere(context, type) {
  const { api, policy } = context;
  const { zones, incomplete } = await visibleZones(context);
  const filter = type === void 0 ? {} : { type };
  const everywhere = policy.zones.length === 0 ? await api.records.listAll(zones, filter) : void 0;
  if (everywhere !== void 0) return { ...everywhere, incomplete: everywhere.incomplete || incomplete };
  const listings = await Promise.all(
    zones.map((ref) => type === void 0 ? api.records.listInZone(ref) : api.records.list({ zone: ref, type }))
  );
  return {
    items: listings.flatMap(({ items }) => items),
    total: listings.reduce((sum, { total }) => sum + total, 0),
    incomplete: incomplete || listings.some((listing) => listing.incomplete)
  };
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
  if (!name.includes("*")) return ({ name: owner, zone: zone2 }) => owner === ownerIn(name, zone2.domain);
  const glob = name.trim().toLowerCase();
  return ({ name: owner, zone: zone2 }) => matchesGlob(glob, relativeName(owner, zone2.domain)) || glob.endsWith(zone2.domain) && matchesGlob(glob, owner) || glob.endsWith(`${zone2.domain}.`) && matchesGlob(glob, withFinalDot(owner));
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
function sortKey({ zone: zone2, name, type, priority: priority2 = 0, value: value2, id }) {
  return [nameSortKey(zone2.domain), nameSortKey(name), type, String(priority2).padStart(5, "0"), value2, id].join(
    "\0\0"
  );
}
function compareTexts(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/core/operations/page.ts
function pageOf(items, request) {
  const { limit: limit2, cursor: cursor2, of, row, line } = request;
  const check = fingerprint(JSON.stringify(of));
  const start = cursor2 === void 0 ? 0 : offsetOf(cursor2, check);
  const wanted = items.slice(start, start + limit2).map(row);
  const rows = wanted.slice(0, fittingRows(wanted.map(line)));
  const end = start + rows.length;
  return { rows, nextCursor: end < items.length ? `${end}-${check}` : void 0 };
}
function offsetOf(cursor2, check) {
  const [, offset, given] = /^(\d{1,9})-([0-9a-z]+)$/.exec(cursor2) ?? [];
  if (offset !== void 0 && given === check) return Number(offset);
  throw new InputError("invalid_input", "The cursor does not belong to this list.", {
    field: "cursor",
    hint: "Pass next_cursor unchanged, with the same filters; leave it out to start again."
  });
}
function fingerprint(text) {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return (hash >>> 0).toString(36);
}

// src/core/operations/shapes/list-fields.ts
var listFields = {
  total: number(),
  next_cursor: optional(string()).check(describe("Only while there is more")),
  incomplete: optional(boolean()).check(describe("The API held back what it counted"))
};
function listFieldsOf(of) {
  return {
    total: of.total,
    ...of.nextCursor === void 0 ? {} : { next_cursor: of.nextCursor },
    ...of.incomplete ? { incomplete: true } : {}
  };
}

// src/core/operations/shapes/records-summary.ts
var PLACES_MAX = 10;
var SUMMARY_FROM = 100;
var counted = array(strictObject({ of: string(), records: number() }));
var summary = strictObject({
  types: counted,
  places: counted.check(describe("@, or the label below the apex with all under it; over many zones, the zone"))
});
var summaryField = {
  summary: optional(summary).check(describe("Of all, where a part is shown"))
};
function summaryOf(records2) {
  return records2.length > SUMMARY_FROM ? { summary: recordsSummary(records2) } : {};
}
function recordsSummary(records2) {
  const ofManyZones = new Set(records2.map(({ zone: zone2 }) => zone2.domain)).size > 1;
  const places = counts(records2.map((record2) => ofManyZones ? record2.zone.domain : labelBelowApex(record2)));
  return {
    types: counts(records2.map(({ type }) => type)),
    places: places.filter(({ records: number2 }) => number2 > 1).slice(0, PLACES_MAX)
  };
}
function labelBelowApex({ name, zone: zone2 }) {
  return name === zone2.domain ? "@" : labelsOf(relativeName(name, zone2.domain)).at(-1) ?? name;
}
function counts(words) {
  const tally = /* @__PURE__ */ new Map();
  for (const word of words) tally.set(word, (tally.get(word) ?? 0) + 1);
  return [...tally].map(([of, records2]) => ({ of, records: records2 })).sort((a, b) => b.records - a.records);
}
function summaryLines(summary2) {
  if (summary2 === void 0) return [];
  const { types, places } = summary2;
  return [
    `By type: ${types.map(({ of, records: records2 }) => `${records2.toLocaleString("en")} ${wordText(of, 20)}`).join(", ")}.`,
    ...places.length === 0 ? [] : [
      `Most are at: ${places.map(({ of, records: records2 }) => `${wordText(of, 255)} (${records2.toLocaleString("en")})`).join(", ")}.`
    ]
  ];
}

// src/core/operations/list-records.ts
var listRecords = defineOperation({
  name: "list_records",
  title: "List records",
  toolset: "records",
  effect: "read",
  idempotent: true,
  api: ["Z1", "R1", "R3"],
  summary: "Find records by type, name or value, in one zone or all.",
  input: strictObject({
    zone: optional(zone),
    type: optional(anyType),
    name: optional(ownerName.check(describe("* for any characters"))),
    value: optional(value.check(describe("Part of it"))),
    limit,
    cursor: optional(cursor)
  }),
  output: strictObject({
    records: array(recordRow),
    all_zones: optional(boolean()).check(describe("Every zone was looked through")),
    ...summaryField,
    ...listFields
  }),
  examples: [
    { title: "Which MX records has example.com?", input: { zone: "example.com", type: "MX" } },
    { title: "What points at 192.0.2.1, in any zone?", input: { value: "192.0.2.1" } },
    { title: "Every verification record", input: { type: "TXT", name: "_*" } }
  ],
  async run({ zone: zone2, type, name, value: value2, limit: limit2, cursor: cursor2 }, context) {
    const listing = await collectRecords(context, { zone: zone2, type });
    const records2 = sortRecords(filterRecords(listing.items, { name, value: value2 }));
    const page = pageOf(records2, {
      limit: limit2,
      cursor: cursor2,
      of: ["records", zone2, type, name, value2],
      row: recordRowOf,
      line: (row) => recordLine(row, { absolute: zone2 === void 0 })
    });
    const whole = records2.length === listing.items.length;
    return {
      records: page.rows,
      ...zone2 === void 0 ? { all_zones: true } : {},
      ...cursor2 === void 0 && page.nextCursor !== void 0 ? summaryOf(records2) : {},
      ...listFieldsOf({
        total: whole ? listing.total : records2.length,
        nextCursor: page.nextCursor,
        incomplete: listing.incomplete
      })
    };
  },
  text({ records: records2, all_zones: absolute = false, total, summary: summary2, next_cursor: nextCursor, incomplete }) {
    const rows = records2.map((row) => recordLine(row, { absolute }));
    const narrow = "Or narrow by type, name or value.";
    return lines(summaryLines(summary2), listText({ noun: "record", rows, total, nextCursor, incomplete, narrow }));
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
  record_count: optional(number()),
  created_at: optional(string())
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
  return `${wordText(name, 255)}${said} ; id ${wordText(id, 100)}`;
}

// src/core/operations/list-zones.ts
var listZones = defineOperation({
  name: "list_zones",
  title: "List zones",
  toolset: "zones",
  effect: "read",
  idempotent: true,
  api: ["Z1"],
  summary: "List DNS zones. Not needed before other tools: they take names.",
  input: strictObject({
    domain: optional(domain),
    limit,
    cursor: optional(cursor)
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
    const page = pageOf(zones, { limit: limit2, cursor: cursor2, of: ["zones", name], row: zoneRowOf, line: zoneLine });
    const total = zones.length < listing.items.length ? zones.length : listing.total;
    return {
      zones: page.rows,
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
  record: optional(recordRow).check(describe("As it stands now, or stood before it went")),
  warnings: optional(array(string()))
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

// src/core/operations/wait/write-and-wait.ts
var waitedRecord = extend(writtenRecord, propagationField);
async function writeAndWait(context, state, request) {
  const written = await writeRecord(context, state, request);
  if (written.status !== "done") return written;
  const awaited = { zone: state.zone.domain, ...awaitedOf([request.change]), change: written.change };
  return { ...written, ...await waitFor(context, awaited, request.input) };
}
function waitedText(what, output2) {
  return lines(writtenText(what, output2), propagationLines(output2.propagation));
}

// src/core/operations/update-record.ts
var updateRecord = defineOperation({
  name: "update_record",
  title: "Update record",
  toolset: "records",
  effect: "update",
  idempotent: true,
  api: ["Z1", "R4", "R1", "R6"],
  summary: "Change parts of a record by id. By name: set_rrset; TTLs: ensure_records.",
  input: strictObject({
    record,
    value: optional(value.check(describe("New value"))),
    ttl: optional(ttl),
    name: optional(ownerName),
    priority: optional(priority),
    wait: optional(wait),
    wait_timeout: optional(waitTimeout),
    confirm: optional(confirm)
  }),
  output: waitedRecord,
  examples: [{ title: "Keep record rec-001 for five minutes only", input: { record: "rec-001", ttl: 300 } }],
  async run(input, context) {
    const { record: id, confirm: _, wait: wait2, wait_timeout, ...change } = input;
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
    if (holds(held, after)) {
      const waited = await waitFor(context, { zone: state.zone.domain, present: [after] }, { wait: wait2, wait_timeout });
      return { status: "done", changed: false, record: recordRowOf(held), ...waited };
    }
    return writeAndWait(context, state, {
      operation: "update_record",
      input,
      change: { action: "update", id: held.id, before, after }
    });
  },
  text(output2) {
    return waitedText(output2.changed ? "Updated in" : "Already so in", output2);
  }
});
function refuseEmpty(change) {
  if (Object.values(change).some((value2) => value2 !== void 0)) return;
  throw new InputError("invalid_input", "Nothing to change was given.", {
    hint: "Give value, ttl, name or priority beside record."
  });
}

export {
  recordRow,
  recordOutcome,
  recordRowOf,
  refuseApexNs,
  theRecord,
  understood,
  ensureRecords,
  listText,
  fittingRows,
  sortRecords,
  pageOf,
  listFields,
  listFieldsOf,
  summaryField,
  summaryOf,
  summaryLines,
  listRecords,
  dayOf,
  zoneRow,
  zoneRowOf,
  zoneLine,
  listZones,
  findRecord,
  findRecordInZone,
  joiningTtl,
  newContent,
  holds,
  writtenRecord,
  writeRecord,
  writtenText,
  waitedRecord,
  writeAndWait,
  waitedText,
  updateRecord
};
