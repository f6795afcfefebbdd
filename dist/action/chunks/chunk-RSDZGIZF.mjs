import {
  listFields,
  listFieldsOf,
  listText,
  pageOf
} from "./chunk-FSC55N5P.mjs";
import {
  changeRecords,
  parseContent,
  recordOutcome,
  recordRow,
  recordRowOf,
  understood
} from "./chunk-2WBXSZFM.mjs";
import {
  absentQueries,
  wantedRecords
} from "./chunk-MGWYHDCM.mjs";
import {
  below
} from "./chunk-U7HU3ZTI.mjs";
import {
  awaitedOf,
  changeField,
  changeWarnings,
  guardedFields,
  openZoneWith,
  resolveZone,
  unconfirmedText,
  undoLine,
  waitFor,
  warningsField
} from "./chunk-VUKSXOJV.mjs";
import {
  matchesGlob,
  pairRrsets
} from "./chunk-5GYMFEJY.mjs";
import {
  propagationField,
  propagationLines,
  recordLine
} from "./chunk-NZXBCILF.mjs";
import {
  DEFAULT_TTL_SECONDS
} from "./chunk-VZY3EUGB.mjs";
import {
  rdataKey,
  recordKey,
  sameRdata
} from "./chunk-CMFDKYYC.mjs";
import {
  anyType,
  confirm,
  cursor,
  defineOperation,
  limit,
  lines,
  ownerName,
  records,
  value,
  visibleZones,
  wait,
  waitTimeout,
  warningLines,
  zone,
  zonefile
} from "./chunk-MPEOOIKC.mjs";
import {
  count
} from "./chunk-FDZT52PG.mjs";
import {
  _default,
  _enum,
  array,
  boolean,
  describe,
  number,
  optional,
  strictObject,
  string
} from "./chunk-FKNTS2GN.mjs";
import {
  idText,
  plainText,
  wordText
} from "./chunk-UWZIXFLP.mjs";
import {
  compareTexts,
  isWithin,
  labelsOf,
  nameSortKey,
  parseOwnerName,
  relativeName,
  withFinalDot
} from "./chunk-2GJFCLDB.mjs";
import {
  InputError
} from "./chunk-SRXP5WYM.mjs";

// src/core/operations/find/match-records.ts
var CANDIDATES_MAX = 20;
function matchRecords({ zone: zone2, held }, query) {
  const name = parseOwnerName(query.name, zone2.domain);
  const atName = held.filter((record) => record.name === name && record.type === query.type);
  const { value: value2, priority } = query;
  const fitting = priority === void 0 ? atName : atName.filter((record) => record.priority === priority);
  if (value2 === void 0) return fitting;
  const asStored = fitting.filter((record) => record.value === value2);
  return asStored.length > 0 ? asStored : fitting.filter((record) => sameValue(record, { ...query, value: value2 }, zone2.domain));
}
function theRecord(state, query) {
  const [record, ...others] = matchRecords(state, query);
  if (record === void 0) throw noneFits(state, query);
  if (others.length > 0) throw severalFit(state, query, [record, ...others]);
  return record;
}
function sameValue({ record }, query, zone2) {
  return record !== void 0 && sameRdata(parseContent({ ...query, zone: zone2 }, record.priority), record);
}
function noneFits({ zone: zone2, held, incomplete }, query) {
  const name = parseOwnerName(query.name, zone2.domain);
  const there = held.filter((record) => record.name === name);
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
  const listed = candidates.slice(0, CANDIDATES_MAX).map(({ id, name, type, ttl }) => `${idText(id)} (${relativeName(name, zone2.domain)} ${type}, TTL ${ttl})`);
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
  const rrsets = pairRrsets(state.held.filter(isUnderstood), wanted);
  const asked = /* @__PURE__ */ new Map();
  for (const { record } of wanted) {
    const rrset = rrsets.get(record);
    asked.set(recordKey(record), ensured(rrset?.standing ?? [], record, rrset?.wanted?.ttl));
  }
  const adopted = new Set([...asked.values()].map(({ held }) => held?.id));
  return {
    asked: [...asked.values()],
    siblings: rrsets.values().flatMap(
      ({ standing, wanted: asks }) => standing.filter(({ id }) => !adopted.has(id)).flatMap((held) => retimed(held, asks?.ttl) ?? [])
    )
  };
}
function isUnderstood(held) {
  return held.record !== void 0;
}
function ensured(siblings, record, ttl) {
  const held = siblings.find(
    (sibling) => sibling.record !== void 0 && rdataKey(sibling.record) === rdataKey(record)
  );
  if (held === void 0) {
    const due = ttl ?? siblings[0]?.ttl ?? DEFAULT_TTL_SECONDS;
    return { change: { action: "create", after: record.ttl === due ? record : { ...record, ttl: due } } };
  }
  const change = retimed(held, ttl);
  return change === void 0 ? { held } : { held, change };
}
function retimed({ id, record }, ttl) {
  if (record === void 0 || ttl === void 0 || record.ttl === ttl) return void 0;
  return { action: "update", id, before: record, after: { ...record, ttl } };
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
    const { state, work } = await openWork(
      context,
      zone2,
      (name) => wanted === "present" ? presence(name, given) : absence(name, given)
    );
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
async function openWork(context, given, planFor) {
  const { state, read } = await openZoneWith(context, given, planFor);
  return { state, work: read(state) };
}
async function presence(zone2, given) {
  const { items, warnings } = await wantedRecords(zone2, given);
  return (state) => ({ ...presentWork(planPresent(state, items)), warnings });
}
function presentWork(plan) {
  return {
    changes: [...plan.asked.flatMap(({ change }) => change ?? []), ...plan.siblings],
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
  const record = sent ?? held;
  if (record === void 0) return [];
  const said = change === void 0 ? "adopted" : change.action === "create" ? "created" : "updated";
  return [{ ...recordRowOf(record), outcome: said }];
}
async function absence(zone2, given) {
  const { items, warnings } = await absentQueries(zone2, given);
  return (state) => ({
    changes: planAbsent(state, items),
    warnings,
    awaited: awaitedOf,
    rows: (sent) => ({
      records: [...sent.values()].map((record) => ({ ...recordRowOf(record), outcome: "removed" }))
    })
  });
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
    (record) => hasName(record) && (part === void 0 || record.value.toLowerCase().includes(part))
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
  const keys = new Map(records2.map((record) => [record, sortKey(record)]));
  return records2.toSorted((a, b) => compareTexts(keys.get(a) ?? "", keys.get(b) ?? ""));
}
function sortKey({ zone: zone2, name, type, priority = 0, value: value2, id }) {
  return [nameSortKey(zone2.domain), nameSortKey(name), type, String(priority).padStart(5, "0"), value2, id].join(
    "\0\0"
  );
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
  const places = counts(records2.map((record) => ofManyZones ? record.zone.domain : labelBelowApex(record)));
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

export {
  theRecord,
  ensureRecords,
  sortRecords,
  summaryField,
  summaryOf,
  summaryLines,
  listRecords
};
