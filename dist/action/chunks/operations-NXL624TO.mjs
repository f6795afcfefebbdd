import {
  canonicalDomain
} from "./chunk-QX2VAMXW.mjs";
import {
  withoutSecrets
} from "./chunk-4V6ORLQ5.mjs";
import {
  printZoneFile
} from "./chunk-YG6Q35IB.mjs";
import {
  askingFor,
  authoritativeTargets,
  authorityOf,
  lookAll,
  publicTargets
} from "./chunk-U23FPBFD.mjs";
import "./chunk-45MGEOBG.mjs";
import "./chunk-EMG6HH7Y.mjs";
import {
  ensureRecords,
  listRecords,
  sortRecords,
  summaryField,
  summaryLines,
  summaryOf,
  theRecord
} from "./chunk-RSDZGIZF.mjs";
import {
  base64Octets,
  isAll,
  isSpf,
  parseSpf,
  presetOf,
  reachableTerms,
  readTags,
  readValues,
  tagValue
} from "./chunk-ABO4YQZD.mjs";
import {
  dayOf,
  listZones,
  zoneLine,
  zoneRow,
  zoneRowOf
} from "./chunk-3TLG2SN2.mjs";
import {
  fittingRows,
  listFields,
  listFieldsOf,
  listText,
  pageOf
} from "./chunk-FSC55N5P.mjs";
import {
  findRecord,
  findRecordInZone,
  holds,
  joiningTtl,
  newContent,
  updateRecord,
  waitedRecord,
  waitedText,
  writeAndWait,
  writeRecord,
  writtenRecord,
  writtenText
} from "./chunk-YULU2DR5.mjs";
import {
  recordOutcome,
  recordRow,
  recordRowOf,
  refuseApexNs,
  understood
} from "./chunk-2WBXSZFM.mjs";
import {
  applyPlan,
  fingerprint,
  planZone
} from "./chunk-CV2PJ3S2.mjs";
import {
  planDiff,
  planFields,
  planRow
} from "./chunk-HF4ZVLUL.mjs";
import "./chunk-2J2AI7AL.mjs";
import {
  readZoneFile,
  zoneFileOrigin
} from "./chunk-MGWYHDCM.mjs";
import {
  VPS_NAMESERVERS
} from "./chunk-WFGYDKFB.mjs";
import {
  atField,
  below
} from "./chunk-U7HU3ZTI.mjs";
import {
  DEFAULT_TIMEOUT_SECONDS,
  DONE,
  askFirst,
  awaitedOf,
  cancelledWaiting,
  carryOut,
  changeField,
  changeWarnings,
  changeZone,
  checkEarly,
  domainIntent,
  exactKey,
  guardedFields,
  isShort,
  journaled,
  justTakenBack,
  looksWhole,
  lossIntent,
  openZone,
  planNumbers,
  readWholeZone,
  resolveZone,
  rrsetOf,
  sendOrSettle,
  standingChanges,
  unconfirmedText,
  undoLine,
  waitFor,
  warningsField,
  zoneIntent,
  zoneNameOf
} from "./chunk-VUKSXOJV.mjs";
import {
  RRSET_MAX_RECORDS,
  checkIndexed,
  indexZone,
  locate,
  newProblems,
  planFinals,
  plannedChanges,
  unconfirmed
} from "./chunk-5GYMFEJY.mjs";
import "./chunk-PENQMIEB.mjs";
import {
  areAlike,
  isEverywhere,
  propagationField,
  propagationFields,
  propagationLines,
  propagationOf,
  recordLine
} from "./chunk-NZXBCILF.mjs";
import "./chunk-VZNKJXMV.mjs";
import {
  DEFAULT_TTL_SECONDS,
  parseRdata,
  parseRecord,
  parseRecordType
} from "./chunk-VZY3EUGB.mjs";
import {
  rdataKey,
  recordKey,
  recordTargets,
  rrsetKey,
  sameRdata,
  standsAlone
} from "./chunk-CMFDKYYC.mjs";
import {
  anyType,
  autoRenew,
  confirm,
  cursor,
  defineOperation,
  domain,
  domainOrId,
  isAllowed,
  limit,
  lines,
  maxPrice,
  nameservers,
  notAllowed,
  ownerName,
  priority,
  privacyProtection,
  record as record2,
  refuseForeign,
  ttl,
  type,
  value,
  wait,
  waitTimeout,
  warningLines,
  years,
  zone,
  zonefile
} from "./chunk-MPEOOIKC.mjs";
import "./chunk-TWIBUSA6.mjs";
import {
  count,
  enumerated
} from "./chunk-FDZT52PG.mjs";
import {
  _default,
  _enum,
  _maxLength,
  _minLength,
  array,
  boolean,
  describe,
  literal,
  number,
  optional,
  pipe,
  record,
  strictObject,
  string,
  transform
} from "./chunk-FKNTS2GN.mjs";
import "./chunk-3E7Z2IDA.mjs";
import {
  idText,
  plainText,
  quotedText,
  wordText
} from "./chunk-UWZIXFLP.mjs";
import {
  recordTypes
} from "./chunk-RJAMLTRO.mjs";
import {
  ipv4Octets,
  ipv6Groups,
  isHostName
} from "./chunk-2C77CGXU.mjs";
import {
  isWildcard,
  isWithin,
  labelsOf,
  parentOf,
  parseOwnerName,
  parseZoneName,
  relativeName,
  toUnicode
} from "./chunk-2GJFCLDB.mjs";
import {
  InputError,
  VpsError
} from "./chunk-SRXP5WYM.mjs";
import {
  editDistance,
  nearestName
} from "./chunk-TVQKXVYR.mjs";
import "./chunk-P5BZS5M3.mjs";

// src/core/price-list.ts
var CENTS_A_YEAR = /* @__PURE__ */ new Map([
  ["com", 1299],
  ["net", 1499],
  ["org", 1399],
  ["io", 3999],
  ["dev", 1499],
  ["app", 1499],
  ["co", 2499]
]);
function listPrice(domain2, years2) {
  const [, tld, ...more] = domain2.split(".");
  const cents = tld === void 0 || more.length > 0 ? void 0 : CENTS_A_YEAR.get(tld);
  return cents === void 0 ? void 0 : cents * years2 / 100;
}

// src/core/operations/shapes/purchase.ts
function refuseUnlessAllowed({ policy }) {
  if (policy.allowPurchases) return;
  throw new InputError("purchases_not_allowed", "This program was not allowed to spend money; nothing was bought.", {
    hint: "The person who starts it can, with --allow-purchases (VPS_ALLOW_PURCHASES, in a workflow allow-purchases)."
  });
}
function priceWords({ domain: domain2, years: years2, maxPrice: maxPrice2 }) {
  const estimate2 = listPrice(domain2, years2);
  if (estimate2 === void 0) return `price unknown, since the price list lacks its TLD (limit ${usd(maxPrice2)})`;
  if (estimate2 <= maxPrice2) return `about ${usd(estimate2)} by the price list (limit ${usd(maxPrice2)})`;
  throw new InputError("price_exceeded", `The price list says ${usd(estimate2)}, over max_price ${usd(maxPrice2)}.`, {
    field: "max_price",
    hint: "Nothing was bought. Ask the person before raising max_price."
  });
}
function isPriceUnknown({ domain: domain2, years: years2 }) {
  return listPrice(domain2, years2) === void 0;
}
function priceWarnings(totalCost, maxPrice2) {
  if (totalCost === void 0 || totalCost <= maxPrice2) return [];
  return [`The API charged ${usd(totalCost)}, over max_price ${usd(maxPrice2)}: tell the person.`];
}
function usd(amount) {
  return `${amount.toFixed(2)} USD`;
}

// src/core/operations/check-domain.ts
var priceEstimate = strictObject({
  register: number(),
  renew: number(),
  transfer: number(),
  currency: literal("USD")
});
var output = strictObject({
  domain: string(),
  availability: _enum(["available", "registered", "unknown"]),
  reason: optional(string()).check(describe("Why it is unknown")),
  owned: boolean().check(describe("In this account")),
  price_estimate: optional(priceEstimate).check(describe("A year, by the price list")),
  registrar: optional(string()),
  expires_at: optional(string())
});
var checkDomain = defineOperation({
  name: "check_domain",
  title: "Check domain",
  toolset: "domains",
  effect: "read",
  idempotent: true,
  api: ["D1"],
  summary: "Is a domain free to register (RDAP), or ours? With price.",
  input: strictObject({ domain }),
  output,
  examples: [{ title: "Is new-project.dev still free?", input: { domain: "new-project.dev" } }],
  async run(input4, context) {
    const domain2 = atField("domain", () => parseZoneName(input4.domain));
    refuseForeign(context, domain2, "domain");
    const [held, answer] = await Promise.all([heldDomain(context, domain2), lookUp(context, domain2)]);
    return {
      domain: domain2,
      ...told(answer, held),
      owned: held !== void 0,
      price_estimate: estimate(domain2)
    };
  },
  text({ domain: domain2, availability, reason, owned, price_estimate: price, registrar, expires_at: expires }) {
    const whose = owned ? ", in this account" : "";
    return lines(
      `${domain2}: ${availability}${whose}${reason === void 0 ? "" : ` (${reason})`}.`,
      registrar === void 0 ? void 0 : `Registrar: ${wordText(registrar, 120)}`,
      expires === void 0 ? void 0 : `Expires: ${dayOf(expires)}`,
      price === void 0 ? "Price: not on the price list." : `Price by the list: ${usd(price.register)} a year.`
    );
  }
});
async function heldDomain({ api }, domain2) {
  const { items } = await api.domains.list({ search: domain2 });
  return items.find((row) => row.domain === domain2);
}
async function lookUp({ rdap, signal }, domain2) {
  const answer = await rdap.lookUp(domain2, signal);
  if (answer.kind !== "not_found" || labelsOf(domain2).length < 3) return answer;
  const parent = parentOf(domain2);
  const above = await rdap.lookUp(parent, signal);
  if (above.kind !== "registered") return answer;
  return { kind: "unknown", reason: `it lies below ${parent}, which is registered: its holder decides` };
}
function told(answer, held) {
  if (answer.kind === "registered") {
    const registrar = answer.registrar ?? held?.registrar;
    return { availability: "registered", registrar, expires_at: answer.expiresAt ?? held?.expiresAt };
  }
  if (held !== void 0) return { availability: "registered", registrar: held.registrar, expires_at: held.expiresAt };
  return answer.kind === "not_found" ? { availability: "available" } : { availability: "unknown", reason: answer.reason };
}
function estimate(domain2) {
  const price = listPrice(domain2, 1);
  return price === void 0 ? void 0 : { register: price, renew: price, transfer: price, currency: "USD" };
}

// src/core/operations/check-propagation.ts
var LOOK_MS = 3e4;
var checkPropagation = defineOperation({
  name: "check_propagation",
  title: "Check propagation",
  toolset: "checks",
  effect: "read",
  idempotent: true,
  api: ["Z1", "R1"],
  summary: "Look once at what name servers and public resolvers answer.",
  input: strictObject({
    zone,
    name: ownerName,
    type,
    expect: optional(array(string().check(_maxLength(65535))).check(_maxLength(100), describe("Values"))),
    absent: optional(boolean().check(describe("expect, or all, is gone"))),
    servers: optional(_enum(["authoritative", "public", "all"]).check(describe("Default: all")))
  }),
  output: strictObject(propagationFields),
  examples: [
    {
      title: "Is the new address of api.example.com answered everywhere?",
      input: { zone: "example.com", name: "api", type: "A", expect: ["192.0.2.10"] }
    }
  ],
  async run({ zone: given, servers = "all", ...wanted }, context) {
    const zone2 = zoneNameOf(given) ?? (await resolveZone(context, given)).domain;
    refuseForeign(context, zone2);
    const check = checkOf(zone2, wanted);
    const asking = askingFor(context, LOOK_MS);
    const { looks, note } = await lookOnce(context, asking, { subject: { zone: zone2, checks: [check] }, servers });
    return propagationOf(isEverywhere(looks) && (check.amount !== "some" || areAlike(looks)), looks, note);
  },
  text: (output4) => lines(propagationLines(output4))
});
function checkOf(zone2, { name, type: type2, expect = [], absent = false }) {
  const question = { name: atField("name", () => parseOwnerName(name, zone2)), type: type2 };
  const values = expect.map((value2, at2) => atField(`expect[${at2}]`, () => rdataKey(parseRdata(type2, { zone: zone2, value: value2 }))));
  if (values.length === 0) return { question, present: [], absent: [], amount: absent ? "none" : "some" };
  return { question, present: absent ? [] : values, absent: absent ? values : [], amount: "any" };
}
async function lookOnce(context, asking, { subject, servers }) {
  if (servers === "public")
    return { looks: await lookAll(asking, await publicTargets(asking), subject), note: void 0 };
  const authority = await authorityOf(context, asking, subject.zone);
  const first = await lookAll(asking, authoritativeTargets(authority), subject);
  if (servers === "authoritative") return { looks: first, note: authority.note };
  if (isTooEarly(first)) {
    const why = "Public resolvers were not asked: they would keep the no. With servers: public they are.";
    return { looks: first, note: authority.note === void 0 ? why : `${authority.note} ${why}` };
  }
  return { looks: [...first, ...await lookAll(asking, await publicTargets(asking), subject)], note: authority.note };
}
function isTooEarly(looks) {
  return looks.some(({ ok, judged }) => !ok && judged?.negativeTtl !== void 0);
}

// src/core/presets/given-values.ts
function valueList(given) {
  if (typeof given === "string") return given.split(/\r?\n/).filter((line) => line.trim() !== "");
  if (typeof given !== "object" || given === null || Array.isArray(given)) return given;
  return Object.entries(given).flatMap(([key2, value2]) => {
    const texts3 = Array.isArray(value2) ? value2 : [value2];
    return texts3.map((text) => isScalar(text) ? `${key2}=${text}` : text);
  });
}
function isScalar(value2) {
  return typeof value2 === "string" || typeof value2 === "number" || typeof value2 === "boolean";
}
function givenValues(list) {
  return list.map((entry, at2) => {
    const [, key2, text] = /^\s*([A-Za-z][\w-]*)\s*=(.*)$/s.exec(entry) ?? [];
    if (key2 !== void 0 && text !== void 0) return { key: key2.toLowerCase().replaceAll("-", "_"), text };
    throw new InputError("invalid_input", `values[${at2}] is no key=value.`, {
      field: `values[${at2}]`,
      hint: "Write each as key=value, such as code=0123456789abcdef, or values as a mapping."
    });
  });
}

// src/core/presets/preset-records.ts
function presetRecords(request) {
  const { preset, values, state, zone: zone2 } = request;
  if (state === "absent" && preset.manner === "merges") throw notTakenApart(preset);
  const parts = preset.rrsets(values, zone2).map((rrset) => settle(request, rrset));
  return {
    finals: new Map(parts.map(({ key: key2, final }) => [key2, final])),
    wanted: parts.flatMap(({ wanted }) => wanted),
    leaving: parts.flatMap(({ leaving }) => leaving)
  };
}
function settle({ preset, state, zone: zone2, records: records2 }, rrset) {
  const self = { name: ownerName2(rrset.name, zone2), type: rrset.type };
  const key2 = rrsetKey(self);
  const standing = records2.filter((record3) => rrsetKey(record3) === key2);
  const owned = standing.filter(({ value: value2 }) => owns(rrset, { state, value: value2 }));
  const staying = standing.filter((record3) => !owned.includes(record3));
  const ttl2 = (staying[0] ?? { ttl: preset.ttl }).ttl ?? standing[0]?.ttl ?? DEFAULT_TTL_SECONDS;
  const texts3 = state === "absent" ? [] : rrset.values(owned.map(({ value: value2 }) => value2));
  const wanted = texts3.map((value2) => made({ zone: zone2, ...self, value: value2, ttl: ttl2 }));
  const kept = new Set(wanted.map(rdataKey));
  return {
    key: key2,
    final: [...staying, ...wanted],
    wanted,
    leaving: owned.filter((record3) => !kept.has(rdataKey(record3)))
  };
}
function owns(rrset, { state, value: value2 }) {
  return state === "absent" && rrset.leaves !== void 0 ? rrset.leaves(value2) : rrset.owns(value2);
}
function ownerName2(name, zone2) {
  return inValues(() => parseOwnerName(name, zone2));
}
function made(input4) {
  return inValues(() => parseRecord(input4));
}
function inValues(read2) {
  try {
    return read2();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.code, `The values make no sound record: ${error.message}`, {
      field: "values",
      hint: error.hint,
      cause: error
    });
  }
}
function notTakenApart({ name }) {
  return new InputError(
    "invalid_input",
    `${name} becomes part of a record that others share, and is not taken out of it.`,
    {
      field: "state",
      hint: "set_rrset or update_record writes the record anew; undo_change takes a change back."
    }
  );
}

// src/core/dns/lint/lint-index.ts
function indexForLint(contents) {
  const index = indexZone(contents);
  const { rrsets } = index;
  const byType = /* @__PURE__ */ new Map();
  for (const rrset of rrsets.values()) {
    const group = byType.get(rrset.type);
    if (group === void 0) byType.set(rrset.type, [rrset]);
    else group.push(rrset);
  }
  const texts3 = byType.get("TXT")?.flatMap(({ records: records2 }) => records2) ?? [];
  return {
    ...index,
    records: contents.records,
    ofType: (type2) => byType.get(type2) ?? [],
    at: (name, type2) => rrsets.get({ name, type: type2 })?.records ?? [],
    texts: texts3,
    spf: spfByName(texts3)
  };
}
function spfByName(texts3) {
  const found = /* @__PURE__ */ new Map();
  for (const record3 of texts3.filter(isSpf)) {
    const group = found.get(record3.name);
    if (group === void 0) found.set(record3.name, [parseSpf(record3)]);
    else group.push(parseSpf(record3));
  }
  return found;
}

// src/core/dns/lint/rule.ts
function at({ name, type: type2 }) {
  return { name, type: type2 };
}
function eachRecord(type2, isWrong) {
  return (index) => index.ofType(type2).flatMap(({ records: records2 }) => records2.filter((record3) => isWrong(record3, index)).map(at));
}
function eachRrset(type2, isWrong) {
  return (index) => index.ofType(type2).filter((rrset) => isWrong(rrset, index)).map(at);
}

// src/core/dns/lint/address-rules.ts
var ZONE = "zone.example";
var EXAMPLE_ZONES = /* @__PURE__ */ new Set(["example.com", "example.net", "example.org"]);
var PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7"].map(readRange);
var LOCAL = ["127.0.0.0/8", "169.254.0.0/16", "::1/128", "fe80::/10"].map(readRange);
var DOCUMENTATION = ["192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32", "3fff::/20"].map(
  readRange
);
var UNUSABLE = [
  "0.0.0.0/8",
  "192.0.0.0/24",
  "198.18.0.0/15",
  "224.0.0.0/3",
  "::/128",
  "::ffff:0:0/96",
  "100::/64",
  "fec0::/10",
  "ff00::/8"
].map(readRange);
var addressRules = [
  {
    id: "address-private",
    severity: "advice",
    source: "RFC 1918 §3",
    why: "The address is private: nobody outside its network reaches it, and everybody can see how it is built.",
    fix: "Give a public address, or keep such names in a zone that only the network sees.",
    zone: ZONE,
    firing: ["www A 10.0.0.1", "www AAAA fd00::1"],
    silent: ["www A 11.0.0.1", "www AAAA 2a00::1"],
    check: inside(PRIVATE)
  },
  {
    id: "address-local",
    severity: "advice",
    source: "RFC 6890 §2.2",
    why: "The address is each machine's own or its link's, so it leads everybody to another place.",
    fix: "Give a public address.",
    zone: ZONE,
    firing: ["www A 127.0.0.1", "www AAAA ::1"],
    silent: ["www A 128.0.0.1", "localhost A 127.0.0.1", "localhost AAAA ::1"],
    // Many zones have it, from when RFC 1537 asked every zone for a localhost.
    check: inside(LOCAL, ({ name }, { zone: zone2 }) => name === `localhost.${zone2}`)
  },
  {
    id: "address-documentation",
    severity: "warning",
    source: "RFC 5737 §3",
    why: "The address is one of those set aside for examples, so nothing is ever there.",
    fix: "Give the real address.",
    zone: ZONE,
    firing: ["www A 192.0.2.1", "www AAAA 2001:db8::1"],
    silent: ["www A 192.0.3.1", "www AAAA 2a00::1"],
    check: inside(DOCUMENTATION, (_, { zone: zone2 }) => EXAMPLE_ZONES.has(zone2))
  },
  {
    id: "address-unusable",
    severity: "warning",
    source: "RFC 6890 §2.2",
    why: "The address is reserved, a group's or none at all, so no host can have it.",
    fix: "Give the host's real address, or delete the record.",
    zone: ZONE,
    firing: ["www A 0.0.0.0", "www AAAA ff02::1"],
    silent: ["www A 1.0.0.1", "www AAAA 2a00::1"],
    check: inside(UNUSABLE)
  }
];
function inside(ranges, isFine) {
  return (index) => [...index.ofType("A"), ...index.ofType("AAAA")].flatMap(({ records: records2 }) => records2).filter((record3) => isFine?.(record3, index) !== true && isInside(addressOctets(record3.value), ranges)).map(at);
}
function isInside(octets, ranges) {
  return ranges.some(
    (range) => range.octets.length === octets.length && range.octets.every((octet, place) => agree(octet, octets[place] ?? 0, range.bits - 8 * place))
  );
}
function agree(a, b, bits) {
  return bits >= 8 ? a === b : bits <= 0 || (a ^ b) >> 8 - bits === 0;
}
function addressOctets(text) {
  return ipv4Octets(text) ?? ipv6Groups(text)?.flatMap((group) => [group >> 8, group & 255]) ?? [];
}
function readRange(text) {
  const [address = "", bits] = text.split("/");
  return { octets: addressOctets(address), bits: Number(bits) };
}

// src/core/dns/lint/caa-rules.ts
var TAGS = new Set(
  "issue issuewild iodef issuemail issuevmc contactemail contactphone".split(" ")
);
var ISSUERS = /* @__PURE__ */ new Set(["issue", "issuewild", "issuemail", "issuevmc"]);
var METHOD = /^(?:ca-[a-z0-9-]+|http-01|dns-01|dns-account-01|dns-persist-01|tls-alpn-01|email-reply-00|device-attest-01|tkauth-01|onion-csr-01)$/;
var caaRules = [
  {
    id: "caa-unknown-tag",
    severity: "advice",
    source: "RFC 8659 §3",
    why: "The tag of the CAA record is none that is registered, so authorities pass it over.",
    fix: "Check its spelling: issue, issuewild, issuemail, issuevmc, iodef, contactemail and contactphone are registered.",
    firing: ['@ CAA 0 isue "ca.example.net"'],
    silent: ['@ CAA 0 issue "ca.example.net"', '@ CAA 0 issuewild ";"'],
    check: eachProperty(({ flags, tag }) => !TAGS.has(tag) && flags !== "128")
  },
  {
    id: "caa-critical-unknown",
    severity: "error",
    source: "RFC 8659 §4.1",
    why: "The CAA record is critical and its tag unknown, so every authority must refuse to issue.",
    fix: "Correct the tag, or set the flags to 0.",
    firing: ['@ CAA 128 isue "ca.example.net"'],
    silent: ['@ CAA 128 issue "ca.example.net"', '@ CAA 0 issuewild ";"'],
    check: eachProperty(({ flags, tag }) => !TAGS.has(tag) && flags === "128")
  },
  {
    id: "caa-issuer",
    severity: "error",
    source: "RFC 8659 §4.2",
    why: "The value of the CAA record is not a domain with name=value parameters behind semicolons, so it allows nobody.",
    fix: `Write the authority's domain without https:// or a final dot ("letsencrypt.org"), or ";" for nobody.`,
    firing: ['@ CAA 0 issuewild "https://ca.example.net/"'],
    silent: ['@ CAA 0 issuewild "ca.example.net; accounturi=https://ca.example.net/1; validationmethods=dns-01"'],
    check: eachProperty(({ tag, value: value2 }) => ISSUERS.has(tag) && readIssuer(value2) === void 0)
  },
  {
    id: "caa-method",
    severity: "warning",
    source: "RFC 8657 §4",
    why: "The validationmethods parameter of the CAA record names a method that no authority has, which allows nothing.",
    fix: "Name methods such as dns-01, http-01 or tls-alpn-01, with commas between them.",
    firing: ['@ CAA 0 issuewild "ca.example.net; validationmethods=dns"'],
    silent: ['@ CAA 0 issuewild "ca.example.net; validationmethods=dns-01,http-01"'],
    check: eachProperty(({ tag, value: value2 }) => ISSUERS.has(tag) && !methods(value2).every((method) => METHOD.test(method)))
  },
  {
    id: "caa-account",
    severity: "warning",
    source: "RFC 8657 §3",
    why: "The accounturi parameter of the CAA record is no URI, so no account matches it.",
    fix: "Give the account's whole URL, as the ACME client shows it.",
    firing: ['@ CAA 0 issuewild "ca.example.net; accounturi=12345"'],
    silent: ['@ CAA 0 issuewild "ca.example.net; accounturi=https://ca.example.net/acct/1"'],
    check: eachProperty(
      ({ tag, value: value2 }) => ISSUERS.has(tag) && (readIssuer(value2)?.parameters ?? []).some(
        ([name, uri]) => name === "accounturi" && !/^[a-z][a-z0-9+.-]*:./i.test(uri)
      )
    )
  },
  {
    id: "caa-report-url",
    severity: "error",
    source: "RFC 8659 §4.4",
    why: "The value of the iodef record is no mailto:, https: or http: URL, so nobody is told of refused requests.",
    fix: "Write mailto:NAME@DOMAIN or an https URL.",
    firing: ['@ CAA 0 iodef "security@example.com"'],
    silent: ['@ CAA 0 iodef "mailto:security@example.com"'],
    check: eachProperty(
      ({ tag, value: value2 }) => tag === "iodef" && !/^(?:mailto:[^\s@]+@[^\s@]+|https?:\/\/[^\s/]+\S*)$/i.test(value2)
    )
  },
  {
    id: "caa-contact",
    severity: "warning",
    source: "CA/Browser Forum BR §A.1",
    why: "The value of the contact record is no plain e-mail address, or no telephone number in its global form.",
    fix: "Write contactemail as NAME@DOMAIN without mailto:, and contactphone as +1-555-0100.",
    firing: ['@ CAA 0 contactemail "mailto:security@example.com"'],
    silent: ['@ CAA 0 contactemail "security@example.com"', '@ CAA 0 contactphone "+1-555-0100"'],
    check: eachProperty(
      ({ tag, value: value2 }) => tag === "contactemail" && !/^[^\s@:]+@[^\s@:]+$/.test(value2) || tag === "contactphone" && !/^\+[0-9().\s-]{3,}$/.test(value2)
    )
  },
  {
    id: "caa-nobody-beside-others",
    severity: "warning",
    source: "RFC 8659 §4.2",
    why: "A CAA record that allows nobody stands beside one of the same tag that allows somebody, so it has no effect.",
    fix: "Remove the one that is not meant.",
    firing: ['@ CAA 0 issuewild ";"', '@ CAA 0 issuewild "ca.example.net"'],
    silent: ['@ CAA 0 issue "ca.example.net"', '@ CAA 0 issuewild ";"'],
    check: eachRrset(
      "CAA",
      ({ records: records2 }) => [...issuersByTag(records2).values()].some(
        (issuers) => issuers.includes("") && issuers.some((issuer) => issuer !== "")
      )
    )
  },
  {
    id: "caa-issuer-twice",
    severity: "advice",
    source: "RFC 8659 §4.2",
    why: "Two CAA records of one tag name the same authority; the wider of the two is what counts.",
    fix: "Keep the one whose parameters are meant.",
    firing: ['@ CAA 0 issuewild "ca.example.net"', '@ CAA 0 issuewild "ca.example.net; validationmethods=dns-01"'],
    silent: ['@ CAA 0 issuewild "ca.example.net"', '@ CAA 0 issuewild "ca.example.org"'],
    check: eachRrset("CAA", ({ records: records2 }) => [...issuersByTag(records2).values()].some(namesTwice))
  },
  {
    id: "caa-wildcard-implicit",
    severity: "advice",
    source: "RFC 8659 §4.3",
    why: "There is issue and no issuewild, so the same authorities may issue wildcard certificates as well.",
    fix: 'Add issuewild with the authorities that may, or 0 issuewild ";" for none.',
    firing: ['@ CAA 0 issue "ca.example.net"'],
    silent: ['@ CAA 0 issue "ca.example.net"', '@ CAA 0 issuewild ";"'],
    check: eachRrset("CAA", ({ records: records2 }) => {
      const tags = new Set(records2.map((record3) => property(record3).tag));
      const onlyNobody = records2.every(
        (record3) => property(record3).tag !== "issue" || readIssuer(property(record3).value)?.domain === ""
      );
      return tags.has("issue") && !tags.has("issuewild") && !onlyNobody;
    })
  }
];
function eachProperty(isWrong) {
  return eachRecord("CAA", (record3) => isWrong(property(record3)));
}
function property(record3) {
  const [flags = "", tag = "", value2 = ""] = recordTypes[record3.type].split(record3.value);
  return { flags, tag, value: value2 };
}
var DOMAIN = /^(?:[a-z0-9]+(?:-+[a-z0-9]+)*(?:\.[a-z0-9]+(?:-+[a-z0-9]+)*)*)?$/;
var PARAMETER = /^([a-z0-9]+(?:-+[a-z0-9]+)*)\s*=\s*([\x21-\x3a\x3c-\x7e]*)$/i;
function readIssuer(value2) {
  const [domain2 = "", ...rest] = value2.split(";").map((part) => part.trim());
  if (rest.at(-1) === "") rest.pop();
  const parameters = rest.flatMap((part) => {
    const [, name, text] = PARAMETER.exec(part) ?? [];
    return name === void 0 ? [] : [[name.toLowerCase(), text ?? ""]];
  });
  if (!DOMAIN.test(domain2.toLowerCase()) || parameters.length < rest.length) return void 0;
  return { domain: domain2.toLowerCase(), parameters };
}
function methods(value2) {
  return (readIssuer(value2)?.parameters ?? []).flatMap(
    ([name, list]) => name === "validationmethods" ? list.split(",") : []
  );
}
function issuersByTag(records2) {
  const issuers = /* @__PURE__ */ new Map();
  for (const { tag, value: value2 } of records2.map(property)) {
    const domain2 = ISSUERS.has(tag) ? readIssuer(value2)?.domain : void 0;
    if (domain2 === void 0) continue;
    const named = issuers.get(tag);
    if (named === void 0) issuers.set(tag, [domain2]);
    else named.push(domain2);
  }
  return issuers;
}
function namesTwice(issuers) {
  const named = issuers.filter((issuer) => issuer !== "");
  return new Set(named).size < named.length;
}

// src/core/dns/lint/dkim-keys.ts
function isKeyName(name) {
  return name.includes("._domainkey.") && labelsOf(name).indexOf("_domainkey") > 0;
}
var read = /* @__PURE__ */ new WeakMap();
function keyTags(record3) {
  if (!isKeyName(record3.name)) return void 0;
  const tags = read.get(record3) ?? readTags(record3.value);
  read.set(record3, tags);
  return tagValue(tags, "p") === void 0 ? void 0 : tags;
}
function keyType(tags) {
  return tagValue(tags, "k") ?? "rsa";
}
function keyText(tags) {
  return (tagValue(tags, "p") ?? "").replaceAll(/\s/g, "");
}
function keyOctets(tags) {
  return base64Octets(keyText(tags));
}
var [INFO_OCTETS, BARE_OCTETS] = [34, 12];
function rsaBits(tags) {
  const octets = keyOctets(tags) ?? 0;
  if (octets === 0 || keyType(tags) !== "rsa") return void 0;
  const isBare = /^MI(?:GJ|IB[A-Z]gKC|ICCgKC)/.test(keyText(tags));
  return (octets - (isBare ? BARE_OCTETS : INFO_OCTETS)) * 8;
}

// src/core/dns/lint/dkim-rules.ts
var SLACK_BITS = 64;
var [LEAST_BITS, GOOD_BITS] = [1024 - SLACK_BITS, 2048 - SLACK_BITS];
var key = (octets) => "A".repeat(Math.ceil(octets * 4 / 3));
var RSA_2048 = `"v=DKIM1; k=rsa; p=MIIBIjAN${key(120)}" "${key(168)}"`;
var dkimRules = [
  {
    id: "dkim-misplaced",
    severity: "error",
    source: "RFC 6376 §3.6.2.1",
    why: "A DKIM key stands at a name that is not SELECTOR._domainkey, where no verifier looks for it.",
    fix: "Move it to its selector followed by ._domainkey.",
    firing: [`mail TXT ${RSA_2048}`],
    silent: [`mail._domainkey TXT ${RSA_2048}`],
    check: ({ texts: texts3 }) => texts3.filter(({ name, value: value2 }) => /^v\s*=\s*DKIM1\b/.test(value2) && !isKeyName(name)).map(at)
  },
  {
    id: "dkim-several",
    severity: "error",
    source: "RFC 6376 §3.6.2.2",
    why: "There is more than one DKIM key at this selector, so what verifiers do is left open.",
    fix: "Give each key a selector of its own.",
    firing: [`mail._domainkey TXT ${RSA_2048}`, `mail._domainkey TXT "v=DKIM1; k=ed25519; p=${key(32)}"`],
    silent: [`mail._domainkey TXT ${RSA_2048}`, `mail2._domainkey TXT "v=DKIM1; k=ed25519; p=${key(32)}"`],
    check: (index) => index.ofType("TXT").filter(({ name, records: records2 }) => isKeyName(name) && records2.filter((one) => keyTags(one)).length > 1).map(at)
  },
  {
    id: "dkim-no-key",
    severity: "error",
    source: "RFC 6376 §3.6.1",
    why: "The text at this selector has no p tag, so it is no DKIM key and every signature of it fails.",
    fix: "Write v=DKIM1; k=rsa; p= and the key in base64.",
    firing: ['mail._domainkey TXT "v=DKIM1; k=rsa; MIIBIjANBgkqhkiG"'],
    silent: [`mail._domainkey TXT ${RSA_2048}`],
    check: ({ texts: texts3 }) => texts3.filter((record3) => isKeyName(record3.name) && keyTags(record3) === void 0).map(at)
  },
  {
    id: "dkim-version",
    severity: "error",
    source: "RFC 6376 §3.6.1",
    why: "The v tag of the DKIM key is not DKIM1 or not the first, so verifiers drop the key.",
    fix: "Start the record with v=DKIM1.",
    firing: [`mail._domainkey TXT "k=ed25519; v=DKIM1; p=${key(32)}"`],
    silent: [`mail._domainkey TXT "k=ed25519; p=${key(32)}"`],
    check: eachKey(({ tags }) => tags.some(({ tag, value: value2 }, place) => tag === "v" && (place > 0 || value2 !== "DKIM1")))
  },
  {
    id: "dkim-key-type",
    severity: "error",
    source: "RFC 8463 §4",
    why: "The k tag of the DKIM key is neither rsa nor ed25519, so verifiers drop the key.",
    fix: "Write k=rsa or k=ed25519.",
    firing: [`mail._domainkey TXT "v=DKIM1; k=rsa2048; p=${key(32)}"`],
    silent: [`mail._domainkey TXT "v=DKIM1; k=ed25519; p=${key(32)}"`],
    check: eachKey((tags) => !["rsa", "ed25519"].includes(keyType(tags)))
  },
  {
    id: "dkim-key-base64",
    severity: "error",
    source: "RFC 6376 §3.6.1",
    why: "The p tag of the DKIM key is no base64, so every signature of it fails.",
    fix: "Paste the key again, without header lines and with its end.",
    firing: ['mail._domainkey TXT "v=DKIM1; k=rsa; p=-----BEGIN PUBLIC KEY-----"'],
    silent: [`mail._domainkey TXT ${RSA_2048}`],
    also: ["dkim-spaces"],
    check: eachKey((tags) => keyOctets(tags) === void 0 && !/["']/.test(keyText(tags)))
  },
  {
    id: "dkim-quotes",
    severity: "error",
    source: "RFC 6376 §3.6.2.2",
    why: "Quotes are left in the DKIM key, from a text that was cut into strings, so every signature of it fails.",
    fix: "Give the text without quotes; it is cut into strings of 255 octets for you.",
    firing: ['mail._domainkey TXT "v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG\\"\\"9w0BAQEFAAOC"'],
    silent: ['mail._domainkey TXT "v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG" "9w0BAQEFAAOC"'],
    check: eachKey((tags) => /["']/.test(keyText(tags)))
  },
  {
    id: "dkim-spaces",
    severity: "advice",
    source: "RFC 6376 §3.6.1",
    why: "There are spaces inside the DKIM key; the standard allows them and some verifiers do not.",
    fix: "Give the key in one piece.",
    firing: [`mail._domainkey TXT "v=DKIM1; k=ed25519; p=${key(16)} ${key(15)}A"`],
    silent: [`mail._domainkey TXT "v=DKIM1; k=ed25519; p=${key(32)}"`],
    check: eachKey((tags) => /\s/.test((tagValue(tags, "p") ?? "").trim()))
  },
  {
    id: "dkim-revoked",
    severity: "advice",
    source: "RFC 6376 §3.6.1",
    why: "The p tag of the DKIM key is empty: the key is revoked, and every signature of it fails.",
    fix: "Leave it so when that is meant, and delete it once no mail with its signatures is under way.",
    firing: ['mail._domainkey TXT "v=DKIM1; p="'],
    silent: [`mail._domainkey TXT ${RSA_2048}`],
    check: eachKey((tags) => keyText(tags) === "")
  },
  {
    id: "dkim-testing",
    severity: "advice",
    source: "RFC 6376 §3.6.1",
    why: "The DKIM key is in test mode (t=y), so a failed signature counts for nothing.",
    fix: "Remove the y flag when the set-up works.",
    firing: [`mail._domainkey TXT "v=DKIM1; k=ed25519; t=y; p=${key(32)}"`],
    silent: [`mail._domainkey TXT "v=DKIM1; k=ed25519; t=s; p=${key(32)}"`],
    check: eachKey((tags) => (tagValue(tags, "t") ?? "").split(":").some((flag) => flag.trim() === "y"))
  },
  {
    id: "dkim-key-short",
    severity: "warning",
    source: "RFC 8301 §3.2",
    why: "The RSA key has fewer than 1024 bits, and verifiers must not accept it.",
    fix: "Make a key of 2048 bits at a new selector.",
    firing: [`mail._domainkey TXT "v=DKIM1; k=rsa; p=MFwwDQYJ${key(88)}"`],
    silent: [`mail._domainkey TXT "v=DKIM1; k=rsa; p=MIGfMA0G${key(156)}"`],
    check: eachKey((tags) => (rsaBits(tags) ?? GOOD_BITS) < LEAST_BITS)
  },
  {
    id: "dkim-key-1024",
    severity: "advice",
    source: "RFC 8301 §3.2",
    why: "The RSA key has fewer than the 2048 bits that signers should use.",
    fix: "Make a key of 2048 bits at a new selector.",
    firing: [`mail._domainkey TXT "v=DKIM1; k=rsa; p=MIGfMA0G${key(156)}"`],
    silent: [`mail._domainkey TXT ${RSA_2048}`],
    check: eachKey((tags) => {
      const bits = rsaBits(tags) ?? GOOD_BITS;
      return bits >= LEAST_BITS && bits < GOOD_BITS;
    })
  },
  {
    id: "dkim-ed25519-length",
    severity: "error",
    source: "RFC 8463 §4.2",
    why: "An Ed25519 key is the base64 of exactly 32 octets, and this one is not, so every signature of it fails.",
    fix: "Give the bare public key, without the ASN.1 header that key files put before it.",
    firing: [`mail._domainkey TXT "v=DKIM1; k=ed25519; p=MCowBQYDK2Vw${key(35)}"`],
    silent: [`mail._domainkey TXT "v=DKIM1; k=ed25519; p=${key(32)}"`],
    check: eachKey((tags) => keyType(tags) === "ed25519" && ![0, 32].includes(keyOctets(tags) ?? 0))
  },
  {
    id: "dkim-hash",
    severity: "warning",
    source: "RFC 8301 §3.1",
    why: "The h tag of the DKIM key does not allow sha256, and verifiers must not accept sha1.",
    fix: "Remove the h tag.",
    firing: [`mail._domainkey TXT "v=DKIM1; k=ed25519; h=sha1; p=${key(32)}"`],
    silent: [`mail._domainkey TXT "v=DKIM1; k=ed25519; h=sha1:sha256; p=${key(32)}"`],
    check: eachKey((tags) => !/\bsha256\b/.test(tagValue(tags, "h") ?? "sha256"))
  }
];
function eachKey(isWrong) {
  return ({ texts: texts3 }) => texts3.flatMap((record3) => {
    const tags = keyTags(record3);
    return tags !== void 0 && isWrong(tags) ? [at(record3)] : [];
  });
}

// src/core/dns/lint/dmarc-records.ts
function isDmarc({ value: value2 }) {
  return /^v\s*=\s*DMARC1\s*(?:;|$)/.test(value2);
}
function isDmarcName(name) {
  return labelsOf(name)[0] === "_dmarc";
}
function isReportName(name) {
  return name.includes("._report._dmarc.");
}
function policyOf(record3) {
  return isDmarc(record3) ? tagValue(readTags(record3.value), "p")?.toLowerCase() : void 0;
}

// src/core/dns/lint/dmarc-rules.ts
var POLICIES = /* @__PURE__ */ new Set(["none", "quarantine", "reject"]);
var TAGS2 = new Set("v p sp np psd t adkim aspf fo rua ruf".split(" "));
var REMOVED_TAGS = /* @__PURE__ */ new Set(["pct", "rf", "ri"]);
var dmarcRules = [
  {
    id: "dmarc-misplaced",
    severity: "error",
    source: "RFC 9989 §4.5",
    why: "A DMARC policy stands at a name that does not start with _dmarc, where no receiver looks for it.",
    fix: "Move it to _dmarc in front of the domain it is for.",
    firing: ['@ TXT "v=DMARC1; p=none"'],
    silent: ['_dmarc TXT "v=DMARC1; p=none"', 'example.org._report._dmarc TXT "v=DMARC1"'],
    check: ({ texts: texts3 }) => texts3.filter((record3) => isDmarc(record3) && !isDmarcName(record3.name) && !isReportName(record3.name)).map(at)
  },
  {
    id: "dmarc-several",
    severity: "error",
    source: "RFC 9989 §4.10",
    why: "There is more than one DMARC record at this name, so receivers use none of them.",
    fix: "Merge them into one record.",
    firing: ['_dmarc TXT "v=DMARC1; p=none"', '_dmarc TXT "v=DMARC1; p=reject"'],
    silent: ['_dmarc TXT "v=DMARC1; p=reject"'],
    check: (index) => index.ofType("TXT").filter(({ name, records: records2 }) => isDmarcName(name) && records2.filter(isDmarc).length > 1).map(at)
  },
  {
    id: "dmarc-version",
    severity: "error",
    source: "RFC 9989 §4.7",
    why: "The text at _dmarc does not start with v=DMARC1, so receivers pass it over.",
    fix: "Start it with v=DMARC1; and put the policy behind it.",
    firing: ['_dmarc TXT "p=reject; v=DMARC1"'],
    silent: ['_dmarc TXT "v=DMARC1; p=reject"'],
    check: ({ texts: texts3 }) => texts3.filter((record3) => isDmarcName(record3.name) && !isDmarc(record3)).map(at)
  },
  {
    id: "dmarc-syntax",
    severity: "error",
    source: "RFC 9989 §4.8",
    why: "A part of the DMARC record is no tag=value, so receivers pass over it, and older ones may drop the whole record.",
    fix: "Write the tags as tag=value with one semicolon between them.",
    firing: ['_dmarc TXT "v=DMARC1; p=none; reports please"'],
    silent: ['_dmarc TXT "v=DMARC1; p=none; rua=mailto:dmarc@example.com;"'],
    check: eachPolicy(({ isBroken }) => isBroken)
  },
  {
    id: "dmarc-no-policy",
    severity: "warning",
    source: "RFC 9989 §4.7",
    why: "The DMARC record has no p tag, so receivers take it for p=none, and older ones for no DMARC at all.",
    fix: "Put p=none, p=quarantine or p=reject directly behind v=DMARC1.",
    firing: ['_dmarc TXT "v=DMARC1; rua=mailto:dmarc@example.com"'],
    silent: ['_dmarc TXT "v=DMARC1; p=none; rua=mailto:dmarc@example.com"'],
    check: eachPolicy((tags) => tagValue(tags, "p") === void 0)
  },
  {
    id: "dmarc-policy-unknown",
    severity: "error",
    source: "RFC 9989 §4.10.1",
    why: "The policy of the DMARC record (p, sp or np) is none of none, quarantine and reject, so receivers take it for none, or for no DMARC at all.",
    fix: "Write none, quarantine or reject.",
    firing: ['_dmarc TXT "v=DMARC1; p=block"'],
    silent: ['_dmarc TXT "v=DMARC1; p=quarantine; sp=reject"'],
    check: eachPolicy(
      (tags) => ["p", "sp", "np"].some((tag) => !POLICIES.has(tagValue(tags, tag)?.toLowerCase() ?? "none"))
    )
  },
  {
    id: "dmarc-policy-place",
    severity: "advice",
    source: "RFC 7489 §6.3",
    why: "The p tag does not come directly behind v=DMARC1, and some older receivers drop such a record.",
    fix: "Move p directly behind v=DMARC1.",
    firing: ['_dmarc TXT "v=DMARC1; rua=mailto:dmarc@example.com; p=none"'],
    silent: ['_dmarc TXT "v=DMARC1; p=none; rua=mailto:dmarc@example.com"'],
    check: eachPolicy((tags) => tagValue(tags, "p") !== void 0 && tags.tags[1]?.tag !== "p")
  },
  {
    id: "dmarc-repeated-tag",
    severity: "warning",
    source: "RFC 6376 §3.2",
    why: "A tag stands twice in the DMARC record, and receivers differ in which one they take.",
    fix: "Keep one of the two; several addresses go into one rua, with commas.",
    firing: ['_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com; rua=mailto:b@example.com"'],
    silent: ['_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com,mailto:b@example.com"'],
    check: eachPolicy(({ tags }) => new Set(tags.map(({ tag }) => tag)).size < tags.length)
  },
  {
    id: "dmarc-unknown-tag",
    severity: "advice",
    source: "RFC 9989 §4.7",
    why: "A tag of the DMARC record is none that DMARC knows, and receivers pass it over.",
    fix: "Check its spelling: p, sp, np, rua, ruf, adkim, aspf, fo, psd and t are the tags in use.",
    firing: ['_dmarc TXT "v=DMARC1; p=none; policy=reject"'],
    silent: ['_dmarc TXT "v=DMARC1; p=none; adkim=s"'],
    check: eachPolicy(({ tags }) => tags.some(({ tag }) => !TAGS2.has(tag) && !REMOVED_TAGS.has(tag)))
  },
  {
    id: "dmarc-removed-tag",
    severity: "advice",
    source: "RFC 9989 §4.7",
    why: "The DMARC record has pct, rf or ri, which are no tags of DMARC any more: receivers pass them over, and only older ones mind them.",
    fix: "Leave them out; t=y asks receivers to apply the policy one step milder.",
    firing: ['_dmarc TXT "v=DMARC1; p=quarantine; pct=50"'],
    silent: ['_dmarc TXT "v=DMARC1; p=quarantine; t=y"'],
    check: eachPolicy(({ tags }) => tags.some(({ tag }) => REMOVED_TAGS.has(tag)))
  },
  {
    id: "dmarc-option",
    severity: "warning",
    source: "RFC 9989 §4.7",
    why: "The adkim, aspf or fo tag of the DMARC record has a value that it cannot have, so receivers take the default.",
    fix: "Write r or s for adkim and aspf, and 0, 1, d or s, with colons between them, for fo.",
    firing: ['_dmarc TXT "v=DMARC1; p=none; adkim=strict"'],
    silent: ['_dmarc TXT "v=DMARC1; p=none; adkim=s; aspf=r; fo=1:d:s"'],
    check: eachPolicy(
      (tags) => ["adkim", "aspf"].some((tag) => !/^[rs]$/.test(tagValue(tags, tag) ?? "r")) || !/^[01ds](?::[01ds])*$/.test(tagValue(tags, "fo") ?? "0")
    )
  },
  {
    id: "dmarc-pct",
    severity: "warning",
    source: "RFC 7489 §6.3",
    why: "The pct tag of the DMARC record is not a whole number from 0 to 100, so older receivers take 100 or drop the record.",
    fix: "Write a number from 0 to 100, or leave pct out.",
    firing: ['_dmarc TXT "v=DMARC1; p=quarantine; pct=50%"'],
    silent: ['_dmarc TXT "v=DMARC1; p=quarantine; pct=50"'],
    also: ["dmarc-removed-tag"],
    check: eachPolicy((tags) => !/^(?:100|\d{1,2})$/.test(tagValue(tags, "pct") ?? "100"))
  },
  {
    id: "dmarc-report-address",
    severity: "error",
    source: "RFC 9989 §4.7",
    why: "The rua or ruf tag of the DMARC record is not made of mailto: addresses, so no report arrives.",
    fix: "Write rua=mailto:NAME@DOMAIN; several take a comma and a mailto: each.",
    firing: ['_dmarc TXT "v=DMARC1; p=none; rua=dmarc@example.com"'],
    silent: ['_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com!10m,mailto:b@example.com"'],
    check: eachPolicy((tags) => reportUris(tags).some((uri) => !MAILTO.test(uri)))
  },
  {
    id: "dmarc-external-reports",
    severity: "advice",
    source: "RFC 9990 §4",
    why: "Reports of the DMARC record go to another domain, which has to allow it in its own zone or receives nothing.",
    fix: "See that the other domain has a TXT record v=DMARC1 at this domain's name followed by ._report._dmarc; report services have it.",
    firing: ['_dmarc TXT "v=DMARC1; p=none; rua=mailto:dmarc@example.net"'],
    silent: ['_dmarc TXT "v=DMARC1; p=none; rua=mailto:dmarc@mail.example.com"'],
    check: eachPolicy(
      (tags, { zone: zone2 }) => reportUris(tags).some((uri) => {
        const domain2 = MAILTO.exec(uri)?.[1]?.toLowerCase();
        return domain2 !== void 0 && !isWithin(domain2, zone2) && !isWithin(zone2, domain2);
      })
    )
  }
];
function eachPolicy(isWrong) {
  return (index) => index.texts.filter((record3) => isDmarcName(record3.name) && isDmarc(record3) && isWrong(readTags(record3.value), index)).map(at);
}
var MAILTO = /^mailto:[^\s@,!;]+@([a-z0-9.-]+\.[a-z0-9-]+)(?:![0-9]+[kmgt]?)?$/i;
function reportUris(tags) {
  return ["rua", "ruf"].flatMap((tag) => tagValue(tags, tag)?.split(",") ?? []).map((uri) => uri.trim());
}

// src/core/dns/lint/mail-rules.ts
var isNull = ({ records: records2 }) => records2.some(standsAlone);
var mailRules = [
  {
    id: "mx-single",
    severity: "advice",
    source: "RFC 5321 §5.1",
    why: "There is one MX record only, so mail waits at its senders while that server is away.",
    fix: "Add a second mail server with a higher priority number, unless the provider gives one name for many servers.",
    firing: ["@ MX 10 mx.example.net.", '@ TXT "v=spf1 mx -all"', '_dmarc TXT "v=DMARC1; p=reject"'],
    silent: ["@ MX 10 mx1.example.net.", "@ MX 20 mx2.example.net.", "b MX 1 smtp.google.com."],
    check: eachRrset("MX", (rrset) => !isNull(rrset) && rrset.records.length === 1 && !hasManyBehind(rrset))
  },
  {
    id: "spf-missing",
    severity: "advice",
    source: "RFC 7208 §3",
    why: "A name that takes mail has no SPF record, so anybody can send in its name; sub-domains need their own.",
    fix: "Add a TXT record with v=spf1, the senders and -all or ~all.",
    firing: ["@ MX 10 mx1.example.net.", "@ MX 20 mx2.example.net.", '_dmarc TXT "v=DMARC1; p=reject"'],
    silent: ["@ MX 10 mx1.example.net.", "@ MX 20 mx2.example.net.", '@ TXT "v=spf1 mx -all"'],
    check: missingText((rrset, index) => !isNull(rrset) && !index.spf.has(rrset.name))
  },
  {
    id: "dmarc-missing",
    severity: "advice",
    source: "RFC 9989 §4.10.1",
    why: "A name that takes mail has no DMARC policy, at its own _dmarc or the zone's, so forged mail is not refused.",
    fix: "Add a TXT record at _dmarc with v=DMARC1; p=none and a rua, and tighten p later.",
    firing: ["@ MX 10 mx1.example.net.", "@ MX 20 mx2.example.net.", '@ TXT "v=spf1 mx -all"'],
    silent: ["@ MX 10 mx1.example.net.", "sub MX 20 mx2.example.net.", '_dmarc TXT "v=DMARC1; p=none"'],
    check: missingText((rrset, index) => !isNull(rrset) && !hasDmarc(index, rrset.name))
  },
  {
    id: "null-mx-spf",
    severity: "advice",
    source: "RFC 7505 §4.2",
    why: "A name that takes no mail does not say that it sends none, so it can be forged.",
    fix: "Add the TXT record v=spf1 -all at the same name.",
    firing: ["@ MX 0 .", '_dmarc TXT "v=DMARC1; p=reject"'],
    silent: ["@ MX 0 .", '@ TXT "v=spf1 -all"', '_dmarc TXT "v=DMARC1; p=reject"'],
    check: missingText((rrset, index) => isNull(rrset) && !sendsNothing(index, rrset.name))
  },
  {
    id: "null-mx-dmarc",
    severity: "advice",
    source: "RFC 7505 §4.2",
    why: "A name that takes no mail has no DMARC policy of reject, so mail forged in its name is let through.",
    fix: "Add the TXT record v=DMARC1; p=reject at _dmarc.",
    firing: ["@ MX 0 .", '@ TXT "v=spf1 -all"'],
    silent: ["@ MX 0 .", '@ TXT "v=spf1 -all"', '_dmarc TXT "v=DMARC1; p=reject"'],
    check: missingText((rrset, index) => isNull(rrset) && !rejects(index, rrset.name))
  }
];
function missingText(isMissing) {
  return (index) => index.ofType("MX").filter((rrset) => isMissing(rrset, index)).map(({ name }) => ({ name, type: "TXT" }));
}
var ONE_NAME = [
  "mail.protection.outlook.com",
  "mx.microsoft",
  "smtp.google.com",
  "amazonaws.com",
  "mx.cloudflare.net"
];
function hasManyBehind({ records: records2 }) {
  return records2.some(({ value: value2 }) => ONE_NAME.some((provider) => isWithin(value2, provider)));
}
function hasDmarc(index, name) {
  return dmarcNames(index, name).some((owner) => index.at(owner, "TXT").length > 0 || isAlias(index, owner));
}
function rejects(index, name) {
  return dmarcNames(index, name).some(
    (owner) => index.at(owner, "TXT").some((record3) => policyOf(record3) === "reject") || isAlias(index, owner)
  );
}
function dmarcNames({ zone: zone2 }, name) {
  return [`_dmarc.${name}`, `_dmarc.${zone2}`];
}
function isAlias(index, name) {
  return index.at(name, "CNAME").length > 0;
}
function sendsNothing(index, name) {
  return index.spf.get(name)?.some(({ terms }) => terms.length === 1 && terms[0]?.text === "-all") ?? false;
}

// src/core/dns/lint/underscore-names.ts
var KNOWN = new Set(
  [
    // IANA, "Underscored and Globally Scoped DNS Node Names", 2026.
    "_25 _443 _853 _acme-challenge _acme-issue _ca3 _cert _dane _dccp _dmarc _dns _dns-sd _domainkey _dnssec _dsboot",
    "_for-sale _http _https _ipv6 _mta-sts _ndn _prefix _psl _report _sctp _signal _sip _smimecert _openpgpkey _smtp",
    "_spf _svcb _tcp _tls _udp _validation-contactemail _validation-contactphone _validation-persist _vouch _xmpp",
    "_ta _token _adsp _bimi _msdcs _sites _kerberos _kpasswd _ldap _gc _policy",
    // Services.
    "_amazonses _asuid _atproto _autodiscover _cf-custom-hostname _dnsauth _dnslink _domainconnect _discord _gitlab-pages-verification-code",
    "_mcp _netblocks _oembed _openai _vercel _zoho _matrix _xmppconnect _keybase _minecraft _ens _lnurl _agent _a2a"
  ].flatMap((line) => line.split(" "))
);
var PATTERNS = [
  /^_github-(?:pages-)?challenge-[a-z0-9]/,
  /^_gh-[a-z0-9][a-z0-9-]*-[a-z]+$/,
  // Certificate validation by CNAME: AWS, Sectigo, DigiCert.
  /^_[0-9a-f]{32}$/,
  /^_(?:spf|netblocks)[0-9a-z-]*$/,
  // dns-account-01's label is base32 of ten octets; TLSA's is a port.
  /^_[a-z2-7]{16}$/,
  /^_\d{1,5}$/,
  /^_ta-[0-9a-f-]+$/
];
function isKnownUnderscore(label, type2) {
  if (KNOWN.has(label) || PATTERNS.some((pattern) => pattern.test(label))) return true;
  return type2 === "CNAME" && /^_[0-9a-z-]{20,}$/.test(label);
}

// src/core/dns/lint/name-rules.ts
var nameRules = [
  {
    id: "name-repeats-zone",
    severity: "warning",
    source: "RFC 1035 §5.1",
    why: "The name ends in the zone's name twice: it was given whole where the zone's name is added.",
    fix: "Move the records to the name with the zone's name written once.",
    firing: ["www.example.com.example.com. A 192.0.2.1"],
    silent: ["www A 192.0.2.1"],
    check: ({ zone: zone2, rrsets }) => rrsets.values().filter(({ name }) => repeatsZone(name, zone2)).map(at)
  },
  {
    id: "name-of-another-zone",
    severity: "warning",
    source: "RFC 1035 §5.1",
    why: "The name looks like a whole one with the zone's name added to it.",
    fix: "Move the records to the zone of that name, and silence this finding where it is right.",
    firing: ["www.example.net A 192.0.2.1"],
    silent: ["www A 192.0.2.1", "com A 192.0.2.1", 'example.net._report._dmarc TXT "v=DMARC1"'],
    check: ({ zone: zone2, rrsets }) => rrsets.values().filter(({ name }) => looksWhole(name, zone2) && !repeatsZone(name, zone2)).map(at)
  },
  {
    id: "wildcard-cname",
    severity: "advice",
    source: "RFC 4592 §4.3",
    why: "A wildcard CNAME answers for every name that is not there, with every type, texts and mail included.",
    fix: "Use wildcard A and AAAA records, or one CNAME for each name, unless all of that is meant.",
    firing: ["* CNAME www.example.net."],
    silent: ["* A 192.0.2.1"],
    check: eachRrset("CNAME", ({ name }) => isWildcard(name))
  },
  {
    id: "underscore-unknown",
    severity: "advice",
    source: "RFC 8552 §4",
    why: "No known use looks for this name with an underscore, so a misspelling would go unseen.",
    fix: "Compare the name with what the service asked for, and silence this finding where it is right.",
    firing: ['_dmrac TXT "x"'],
    silent: [
      '_dmarc TXT "v=DMARC1; p=none"',
      '_spf TXT "v=spf1 -all"',
      "_0123456789abcdef0123456789abcdef.www CNAME _a.acm.example.net."
    ],
    check: ({ zone: zone2, rrsets }) => rrsets.values().filter(({ name, type: type2 }) => type2 !== "SRV" && name.includes("_") && hasUnknown(name, zone2, type2)).map(at)
  }
];
function repeatsZone(name, zone2) {
  return name !== zone2 && isWithin(name.slice(0, -zone2.length - 1), zone2);
}
function hasUnknown(name, zone2, type2) {
  const own = labelsOf(name).slice(0, labelsOf(name).length - labelsOf(zone2).length);
  const global = own.findLast((label) => label.startsWith("_"));
  return global !== void 0 && !isKnownUnderscore(global, type2);
}

// src/core/dns/lint/rrset-rules.ts
var RECORDS_NEAR = 80;
var many = (count2) => Array.from({ length: count2 }, (_, host) => `www A 192.0.2.${host}`);
var rrsetRules = [
  {
    id: "rrset-near-limit",
    severity: "advice",
    source: "BIND 9 manual, max-records-per-type",
    why: "There are more than 80 records of one type at this name, and BIND stops at 100.",
    fix: "Delete those that are no longer used, or spread them over several names.",
    firing: many(81),
    silent: many(80),
    check: ({ rrsets }) => rrsets.values().filter(({ records: records2 }) => records2.length > RECORDS_NEAR && records2.length <= RRSET_MAX_RECORDS).map(at)
  },
  {
    id: "ns-single",
    severity: "warning",
    source: "RFC 1034 §4.1",
    why: "There is one name server only, so everything below the name goes when that server does.",
    fix: "Add a second NS record, of a server in another network.",
    firing: ["sub NS ns1.example.net."],
    silent: ["sub NS ns1.example.net.", "sub NS ns2.example.net."],
    check: eachRrset("NS", ({ records: records2 }) => new Set(records2.map(({ value: value2 }) => value2)).size === 1)
  }
];

// src/core/dns/lint/service-rules.ts
var PROTOCOLS = new Set("_tcp _udp _sctp _dccp _tls _http _msdcs".split(" "));
var fields = ({ value: value2 }) => value2.split(" ");
var isNull2 = (record3) => fields(record3)[2] === ".";
var serviceRules = [
  {
    id: "srv-null-fields",
    severity: "warning",
    source: "RFC 2782",
    why: "The SRV record says that the service is not offered (target .) and gives it a priority, weight or port.",
    fix: "Set all three to 0, or name the host of the service.",
    firing: ["_sip._tcp SRV 0 0 5060 ."],
    silent: ["_sip._tcp SRV 0 0 0 ."],
    check: eachRecord("SRV", (record3) => isNull2(record3) && (record3.priority !== 0 || !record3.value.startsWith("0 0 ")))
  },
  {
    id: "srv-port-zero",
    severity: "warning",
    source: "RFC 6335 §6",
    why: "The SRV record names a host and port 0, which is reserved and cannot be reached.",
    fix: "Give the port of the service, or the target . where it is not offered.",
    firing: ["_sip._tcp SRV 0 0 0 sip.example.net."],
    silent: ["_sip._tcp SRV 0 0 5060 sip.example.net."],
    check: eachRecord("SRV", (record3) => !isNull2(record3) && fields(record3)[1] === "0")
  },
  {
    id: "srv-service-name",
    severity: "advice",
    source: "RFC 6335 §5.1",
    why: "The service label is no service name: up to 15 letters, digits and inner hyphens with a letter among them.",
    fix: "Use the name that the service is registered with, behind one underscore.",
    firing: ["_much-too-long-name._tcp SRV 0 0 5060 sip.example.net."],
    silent: ["_sip._tcp SRV 0 0 5060 sip.example.net."],
    check: eachRrset("SRV", ({ name }) => !isServiceName((labelsOf(name)[0] ?? "").slice(1)))
  },
  {
    id: "srv-protocol",
    severity: "advice",
    source: "RFC 8552 §4.1.2",
    why: "The second label of the SRV record is no protocol that clients ask for.",
    fix: "Use _tcp or _udp, or _tls where the service says so.",
    firing: ["_sip._tpc SRV 0 0 5060 sip.example.net."],
    silent: ["_sip._tcp SRV 0 0 5060 sip.example.net."],
    check: (index) => index.ofType("SRV").filter(({ name }) => !PROTOCOLS.has(labelsOf(name)[1] ?? "")).map(at)
  }
];
function isServiceName(name) {
  return name.length <= 15 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) && /[a-z]/.test(name);
}

// src/core/dns/lint/spf-lookups.ts
var COUNTED_MAX = 20;
var LOOKUP_TERMS = /* @__PURE__ */ new Set(["include", "a", "mx", "ptr", "exists", "redirect"]);
var counted = /* @__PURE__ */ new WeakMap();
function countLookups(index, start) {
  const known = counted.get(start);
  if (known !== void 0) return known;
  let [count2, outside, loops] = [0, 0, false];
  const trail = /* @__PURE__ */ new Set([start.record.name]);
  const visit = (spf) => {
    for (const term of reachableTerms(spf)) {
      if (!asks(term)) continue;
      if (count2 >= COUNTED_MAX) return;
      count2 += 1;
      if (!isPolicy(term)) continue;
      const next = follow(index, spf.record, term);
      if (next === "outside") outside += 1;
      else if (next?.record.name === start.record.name) loops = true;
      else if (next !== void 0 && !trail.has(next.record.name)) {
        trail.add(next.record.name);
        visit(next);
        trail.delete(next.record.name);
      }
    }
  };
  visit(start);
  const lookups = { count: count2, outside, loops };
  counted.set(start, lookups);
  return lookups;
}
function voidTerms(index, spf) {
  return reachableTerms(spf).filter((term) => asks(term) && findsNothing(index, spf, term));
}
function meetsMoreServers(index, spf, limit2) {
  return reachableTerms(spf).some((term) => {
    const owner = term.name === "mx" && asks(term) ? ownerOf(index, spf.record, term) : void 0;
    return owner !== void 0 && index.at(owner, "MX").length > limit2;
  });
}
function isPolicy({ name }) {
  return name === "include" || name === "redirect";
}
function asks({ name, fault }) {
  return LOOKUP_TERMS.has(name) && fault === void 0;
}
function follow(index, from, term) {
  const owner = ownerOf(index, from, term);
  return owner === void 0 ? "outside" : index.spf.get(owner)?.[0];
}
function findsNothing(index, { record: record3 }, term) {
  const owner = ownerOf(index, record3, term);
  if (owner === void 0 || term.name === "ptr") return false;
  if (isPolicy(term)) return !index.spf.has(owner);
  const [first] = index.at(owner, "MX");
  if (term.name === "mx") return first === void 0 || standsAlone(first);
  return index.at(owner, "A").length + index.at(owner, "AAAA").length === 0;
}
function ownerOf(index, from, { argument }) {
  const name = argument === void 0 ? from.name : argument.toLowerCase().replace(/\.$/, "");
  if (/[%\\]/.test(name) || !isWithin(name, index.zone)) return void 0;
  const located = locate(index, name);
  return located.where === "elsewhere" || index.at(located.owner, "CNAME").length > 0 ? void 0 : located.owner;
}

// src/core/dns/lint/spf-lookup-rules.ts
var [LOOKUPS_MAX, VOID_MAX, MAIL_SERVERS_MAX] = [10, 2, 10];
var records = ({ spf }) => [...spf.values()].flatMap((all) => all.slice(0, 1));
var spfLookupRules = [
  {
    id: "spf-lookups",
    severity: "error",
    source: "RFC 7208 §4.6.4",
    why: "Evaluating the SPF record takes more than ten look-ups, so it fails for every receiver (permerror).",
    fix: "Drop senders that are no longer used, or write their addresses as ip4 and ip6, which cost nothing.",
    firing: [`@ TXT "v=spf1 include:_spf.example.com ${asked(1, 5)}-all"`, `_spf TXT "v=spf1 ${asked(6, 10)}-all"`],
    silent: [`@ TXT "v=spf1 include:_spf.example.com ${asked(1, 4)}-all"`, `_spf TXT "v=spf1 ${asked(6, 10)}-all"`],
    check: (index) => records(index).flatMap((spf) => {
      const lookups = countLookups(index, spf);
      return lookups.count > LOOKUPS_MAX ? [{ ...at(spf.record), message: tooMany(lookups) }] : [];
    })
  },
  {
    id: "spf-loop",
    severity: "error",
    source: "RFC 7208 §4.6.4",
    why: "The SPF record includes itself, straight or through others, so it fails for every receiver (permerror).",
    fix: "Remove the include or redirect that leads back.",
    firing: ['_a TXT "v=spf1 include:_b.example.com -all"', '_b TXT "v=spf1 redirect=_a.example.com"'],
    silent: ['_a TXT "v=spf1 include:_b.example.com -all"', '_b TXT "v=spf1 ip4:192.0.2.1 -all"'],
    also: ["underscore-unknown"],
    check: (index) => records(index).flatMap((spf) => countLookups(index, spf).loops ? [at(spf.record)] : [])
  },
  {
    id: "spf-include-missing",
    severity: "error",
    source: "RFC 7208 §5.2",
    why: "The SPF record includes or redirects to a name of this zone that has no SPF record, so it fails (permerror).",
    fix: "Add an SPF record there, or remove the term.",
    firing: ['@ TXT "v=spf1 include:_spf.example.com -all"'],
    silent: ['@ TXT "v=spf1 include:_spf.example.com -all"', '_spf TXT "v=spf1 ip4:192.0.2.1 -all"'],
    check: (index) => records(index).flatMap(
      (spf) => voidTerms(index, spf).filter(isPolicy).map(({ position, name }) => ({
        ...at(spf.record),
        message: `Term ${position} behind v=spf1 (${name}) names a name of this zone that has no SPF record, so the record fails (permerror).`
      }))
    )
  },
  {
    id: "spf-void-lookup",
    severity: "warning",
    source: "RFC 7208 §4.6.4",
    why: "A term of the SPF record looks for what this zone does not have; more than two of these make it fail (permerror).",
    fix: "Add what the term looks for, or remove the term.",
    firing: ['@ TXT "v=spf1 a mx -all"'],
    silent: ['@ TXT "v=spf1 a mx -all"', "@ A 192.0.2.1", "@ MX 10 mx1.example.net.", "@ MX 20 mx2.example.net."],
    check: (index) => records(index).flatMap((spf) => {
      const found = voidTerms(index, spf).filter((term) => !isPolicy(term));
      return found.length === 0 ? [] : [{ ...at(spf.record), message: findNothing(found) }];
    })
  },
  {
    id: "spf-mx-too-many",
    severity: "error",
    source: "RFC 7208 §4.6.4",
    why: "An mx term of the SPF record meets more than ten mail servers, so it fails for every receiver (permerror).",
    fix: "Replace mx by the addresses of the mail servers, as ip4 and ip6.",
    firing: ['@ TXT "v=spf1 mx -all"', ...mailServers(11)],
    silent: ['@ TXT "v=spf1 mx -all"', ...mailServers(10)],
    also: ["dmarc-missing"],
    check: (index) => records(index).flatMap((spf) => meetsMoreServers(index, spf, MAIL_SERVERS_MAX) ? [at(spf.record)] : [])
  }
];
function tooMany({ count: count2, outside }) {
  const counted2 = count2 >= COUNTED_MAX ? `${COUNTED_MAX} or more` : String(count2);
  const unseen = outside === 0 ? "" : `; ${outside} of them lead out of this zone and may cost more than the one counted`;
  return `Evaluating the SPF record takes ${counted2} look-ups, and ten are allowed, so it fails (permerror)${unseen}.`;
}
function findNothing(terms) {
  const which = terms.map(({ position, name }) => `${position} (${name})`).join(", ");
  const looks = terms.length === 1 ? `Term ${which} behind v=spf1 looks` : `Terms ${which} behind v=spf1 look`;
  const fails = terms.length > VOID_MAX ? "so the record fails (permerror)" : `and more than two make the record fail`;
  return `${looks} for what this zone does not have, ${fails}.`;
}
function asked(first, last) {
  return Array.from({ length: last - first + 1 }, (_, at2) => `include:_${first + at2}.example.net `).join("");
}
function mailServers(count2) {
  return Array.from({ length: count2 }, (_, at2) => `@ MX 10 mx${at2}.example.net.`);
}

// src/core/dns/lint/spf-rules.ts
var LONG_OCTETS = 450;
var spfRules = [
  {
    id: "spf-several",
    severity: "error",
    source: "RFC 7208 §3.2",
    why: "A name has more than one SPF record, which fails for every receiver (permerror).",
    fix: "Merge them into one record with one v=spf1 and one all.",
    firing: ['@ TXT "v=spf1 ip4:192.0.2.1 -all"', '@ TXT "v=spf1 include:_spf.example.net -all"'],
    silent: ['@ TXT "v=spf1 ip4:192.0.2.1 include:_spf.example.net -all"', '@ TXT "other text"'],
    check: ({ spf }) => [...spf.values()].flatMap(([first, second]) => first && second ? [at(first.record)] : [])
  },
  {
    id: "spf-version",
    severity: "error",
    source: "RFC 7208 §4.5",
    why: "The text is meant as SPF but does not start with exactly v=spf1 and a space, so receivers see no SPF here.",
    fix: "Start the text with v=spf1 and a space, nothing before it and nothing in between.",
    firing: ['@ TXT "v=spf1; ip4:192.0.2.1; -all"'],
    silent: ['@ TXT "v=spf1 ip4:192.0.2.1 -all"', 'x TXT "spf1 is explained elsewhere"'],
    check: ({ texts: texts3 }) => texts3.filter((record3) => !isSpf(record3) && isMeantAsSpf(record3.value)).map(at)
  },
  {
    id: "spf-version-case",
    severity: "advice",
    source: "RFC 7208 §4.5",
    why: "The version is not written in lower case; the standard allows it and some receivers do not.",
    fix: "Write v=spf1.",
    firing: ['@ TXT "V=SPF1 ip4:192.0.2.1 -all"'],
    silent: ['@ TXT "v=spf1 ip4:192.0.2.1 -all"'],
    check: eachSpf(({ record: record3 }) => !record3.value.startsWith("v=spf1"))
  },
  {
    id: "spf-syntax",
    severity: "error",
    source: "RFC 7208 §12",
    why: "A term of the SPF record is none that SPF knows, so the record fails for every receiver (permerror).",
    fix: "Write all, include:NAME, a, mx, exists:NAME, ip4:ADDRESS, ip6:ADDRESS or redirect=NAME, with no space around : and =.",
    firing: ['@ TXT "v=spf1 ipv4:192.0.2.1 -all"'],
    silent: ['@ TXT "v=spf1 a:mail.example.net/28//64 exists:%{i}._spf.example.net x-note=1 -all"'],
    check: eachTerm(({ fault }) => fault === "syntax", "is none that SPF knows, so the record fails (permerror).")
  },
  {
    id: "spf-address",
    severity: "error",
    source: "RFC 7208 §5.6",
    why: "An ip4 or ip6 term of the SPF record holds no address of its kind, so the record fails for every receiver (permerror).",
    fix: "Write ip4:192.0.2.1, ip4:192.0.2.0/24 or ip6:2001:db8::/32; IPv6 addresses take ip6.",
    firing: ['@ TXT "v=spf1 ip4:2001:db8::1 -all"'],
    silent: ['@ TXT "v=spf1 ip4:192.0.2.1 ip6:2001:db8::1/128 -all"'],
    check: eachTerm(
      ({ fault }) => fault === "address",
      "holds no address of its kind, so the record fails (permerror)."
    )
  },
  {
    id: "spf-repeated-modifier",
    severity: "error",
    source: "RFC 7208 §6",
    why: "A redirect or exp stands twice in the SPF record, so it fails for every receiver (permerror).",
    fix: "Keep one of the two.",
    firing: ['@ TXT "v=spf1 redirect=_a.example.net redirect=_b.example.net"'],
    silent: ['@ TXT "v=spf1 exp=_e.example.net redirect=_b.example.net"'],
    check: eachSpf(
      ({ terms }) => ["redirect", "exp"].some((name) => terms.filter((term) => term.name === name).length > 1)
    )
  },
  {
    id: "spf-repeated-term",
    severity: "advice",
    source: "RFC 7208 §4.6.4",
    why: "A term repeats an earlier one of the SPF record; it changes nothing and may cost look-ups.",
    fix: "Remove the repetition.",
    firing: ['@ TXT "v=spf1 include:_spf.example.net include:_spf.example.net -all"'],
    silent: ['@ TXT "v=spf1 include:_spf.example.net include:_spf.example.org -all"'],
    check: eachSpf(({ terms }) => {
      const mechanisms = terms.filter(({ qualifier }) => qualifier !== void 0).map(({ text }) => text);
      return new Set(mechanisms).size < mechanisms.length;
    })
  },
  {
    id: "spf-no-all",
    severity: "warning",
    source: "RFC 7208 §4.7",
    why: "An SPF record without all or redirect says nothing of other senders, so it protects nobody.",
    fix: "End the record in -all or ~all.",
    firing: ['@ TXT "v=spf1 ip4:192.0.2.0/24"'],
    silent: ['@ TXT "v=spf1 ip4:192.0.2.0/24 ~all"', 'sub TXT "v=spf1 redirect=_spf.example.net"'],
    // Names such as _spf are there to be included, where a missing all is the includer's business.
    check: eachSpf(
      ({ record: record3, terms }) => !record3.name.startsWith("_") && !terms.some((term) => isAll(term) || term.name === "redirect")
    )
  },
  {
    id: "spf-all-pass",
    severity: "warning",
    source: "RFC 7208 §5.1",
    why: "An SPF record with +all, or all without a sign, lets the whole world send mail in this name.",
    fix: "End the record in -all or ~all.",
    firing: ['@ TXT "v=spf1 +all"'],
    silent: ['@ TXT "v=spf1 -all"'],
    check: eachSpf(({ terms }) => terms.some((term) => isAll(term) && term.qualifier === "+"))
  },
  {
    id: "spf-all-neutral",
    severity: "advice",
    source: "RFC 7208 §8.2",
    why: "An SPF record that ends in ?all says nothing of other senders, as if there were none.",
    fix: "End the record in ~all, or in -all once every sender is listed.",
    firing: ['@ TXT "v=spf1 ip4:192.0.2.1 ?all"'],
    silent: ['@ TXT "v=spf1 ip4:192.0.2.1 ~all"'],
    check: eachSpf(({ terms }) => terms.some((term) => isAll(term) && term.qualifier === "?"))
  },
  {
    id: "spf-terms-after-all",
    severity: "warning",
    source: "RFC 7208 §5.1",
    why: "Terms behind all are never looked at, so the senders they name are refused.",
    fix: "Move all to the end of the record.",
    firing: ['@ TXT "v=spf1 -all ip4:192.0.2.1"'],
    silent: ['@ TXT "v=spf1 ip4:192.0.2.1 -all exp=_why.example.net"'],
    check: eachSpf(({ terms }) => {
      const all = terms.findIndex(isAll);
      return all !== -1 && terms.slice(all + 1).some(({ qualifier }) => qualifier !== void 0);
    })
  },
  {
    id: "spf-redirect-with-all",
    severity: "advice",
    source: "RFC 7208 §6.1",
    why: "The redirect of an SPF record that has all is ignored.",
    fix: "Remove redirect, or remove all to let it work.",
    firing: ['@ TXT "v=spf1 redirect=_spf.example.net -all"'],
    silent: ['@ TXT "v=spf1 redirect=_spf.example.net"'],
    check: eachSpf(({ terms }) => terms.some(isAll) && terms.some(({ name }) => name === "redirect"))
  },
  {
    id: "spf-ptr",
    severity: "warning",
    source: "RFC 7208 §5.5",
    why: "The ptr mechanism is slow and unreliable, and the standard says not to use it; some receivers skip it.",
    fix: "Name the senders with ip4, ip6, a or include instead.",
    firing: ['@ TXT "v=spf1 ptr -all"'],
    silent: ['@ TXT "v=spf1 a:mail.example.net -all"'],
    check: eachSpf(({ terms }) => terms.some(({ name, qualifier }) => name === "ptr" && qualifier !== void 0))
  },
  {
    id: "spf-long",
    severity: "advice",
    source: "RFC 7208 §3.4",
    why: "The SPF record is longer than 450 octets, so its answer may not fit into one plain UDP packet.",
    fix: "Drop senders that are no longer used, or move some behind an include.",
    firing: [`@ TXT "v=spf1 ${numbered(11, 25)}" "${numbered(31, 45)}-all"`],
    silent: [`@ TXT "v=spf1 ${numbered(11, 20)}-all"`],
    check: eachSpf(({ record: record3 }) => record3.value.length > LONG_OCTETS)
  }
];
function eachSpf(isWrong) {
  return ({ spf }) => [...spf.values()].flat().flatMap((one) => isWrong(one) ? [at(one.record)] : []);
}
function eachTerm(isWrong, say) {
  const told2 = ({ record: record3 }, { position }) => ({
    ...at(record3),
    message: `Term ${position} behind v=spf1 ${say}`
  });
  return ({ spf }) => [...spf.values()].flat().flatMap((one) => one.terms.filter(isWrong).map((term) => told2(one, term)));
}
var MEANT = [
  // `v=spf1;`, ` v=spf1 `, `v = spf1`, `v=spf 1`, `v=spf2.0`, and the mechanisms of SPF behind a bare `spf1`.
  /^\s*["']?v\s*=\s*spf/i,
  /^\s*["']?v?:?\s*spf1[;,]?\s+.*(?:[-~?+]all|ip4:|ip6:|include:)/i
];
function isMeantAsSpf(value2) {
  const start = value2.slice(0, 200);
  return MEANT.some((pattern) => pattern.test(start));
}
function numbered(first, last) {
  return Array.from({ length: last - first + 1 }, (_, place) => `ip4:192.0.2.${first + place} `).join("");
}

// src/core/dns/lint/target-rules.ts
var RESERVED = /* @__PURE__ */ new Set(["test", "invalid", "localhost", "local"]);
function eachTarget(isWrong, say) {
  return ({ records: records2 }) => records2.filter(({ type: type2 }) => recordTypes[type2].hostTarget !== void 0 || recordTypes[type2].standsAlone).flatMap(
    (record3) => recordTargets(record3).filter((target) => isWrong(target, record3)).map((target) => ({ ...at(record3), message: say(target) }))
  );
}
var targetRules = [
  {
    id: "cname-target-missing",
    severity: "warning",
    source: "RFC 1034 §3.6.2",
    why: "The CNAME points at a name of this zone that has no records, so it answers nothing.",
    fix: "Add records there, or point the CNAME elsewhere.",
    firing: ["www CNAME gone"],
    silent: ["www CNAME there", "there A 192.0.2.1"],
    check: eachRecord(
      "CNAME",
      (record3, index) => recordTargets(record3).some((target) => {
        const located = locate(index, target);
        return located.where === "here" && located.records.length === 0;
      })
    )
  },
  {
    id: "cname-chain",
    severity: "advice",
    source: "RFC 1034 §3.6.2",
    why: "The CNAME points at another CNAME of this zone: every step costs a look-up, and some resolvers stop early.",
    fix: "Point it at the name at the chain's end.",
    firing: ["a CNAME b", "b CNAME c.example.net."],
    silent: ["a CNAME c.example.net.", "b CNAME c.example.net."],
    check: eachRecord(
      "CNAME",
      (record3, index) => recordTargets(record3).some((target) => {
        const located = locate(index, target);
        return located.where === "here" && index.at(located.owner, "CNAME").length > 0;
      })
    )
  },
  {
    id: "cname-target-root",
    severity: "warning",
    source: "RFC 1035 §3.3.1",
    why: "The CNAME points at the root of the DNS, which has no addresses and no mail.",
    fix: "Give the name that is meant, or delete the record.",
    firing: ["www CNAME ."],
    silent: ["www CNAME www.example.net."],
    check: eachRecord("CNAME", ({ value: value2 }) => value2 === ".")
  },
  {
    id: "target-single-label",
    severity: "warning",
    source: "RFC 7085 §1",
    why: "The record points at a name of a single label outside the zone, which no resolver finds.",
    fix: "Leave out the final dot for a name of this zone, or give the whole name.",
    firing: ["www CNAME web."],
    silent: ["www CNAME web", "web A 192.0.2.1"],
    check: eachTarget(
      (target) => labelsOf(target).length === 1 && !RESERVED.has(target),
      (target) => `The record points at ${target}, a single label outside the zone, which no resolver finds.`
    )
  },
  {
    id: "target-reserved",
    severity: "warning",
    source: "RFC 6761 §6",
    why: "The record points below .test, .invalid, .localhost or .local, which the public DNS never has.",
    fix: "Point at a public name.",
    firing: ["www CNAME printer.local."],
    silent: ["www CNAME local.example.net.", "@ MX 10 ms12345678.msv1.invalid."],
    check: eachTarget(
      // Microsoft's verification by MX is a name that must not be there.
      (target, { type: type2 }) => RESERVED.has(labelsOf(target).at(-1) ?? "") && !(type2 === "MX" && isWithin(target, "msv1.invalid")),
      (target) => `The record points at ${target}, below a top label that the public DNS never has.`
    )
  },
  {
    id: "target-starts-with-address",
    severity: "warning",
    source: "RFC 1035 §3.3",
    why: "The record points at a name that starts with an IPv4 address: an address was given where a name belongs.",
    fix: "Give the address its own A record and point at that record's name.",
    firing: ["@ MX 10 192.0.2.1.example.com.", "192.0.2.1 A 192.0.2.1"],
    silent: ["www CNAME host.192.0.2.1.example.net."],
    also: ["dmarc-missing", "mx-single", "spf-missing"],
    check: eachTarget(
      (target) => labelsOf(target).length > 4 && ipv4Octets(labelsOf(target).slice(0, 4).join(".")) !== void 0,
      (target) => `The record points at ${target}, which starts with an IPv4 address: a name belongs here.`
    )
  }
];

// src/core/dns/lint/text-rules.ts
var texts = (isWrong) => (index) => index.texts.filter(isWrong).map(at);
var textRules = [
  {
    id: "txt-outer-space",
    severity: "warning",
    source: "RFC 1035 §3.3.14",
    why: "The text starts or ends in white space, which whoever compares it takes as a part of it.",
    fix: "Give the text without the space.",
    firing: ['@ TXT "a text "'],
    silent: ['@ TXT "a text"'],
    check: texts(({ value: value2 }) => value2 !== value2.trim())
  },
  {
    id: "txt-quoted-twice",
    severity: "warning",
    source: "RFC 1035 §5.1",
    why: "The text has quotes around it that are a part of it: it was quoted once too often.",
    fix: "Give the plain text; quotes are put round it where they are needed.",
    firing: ['@ TXT "\\\\\\"a text\\\\\\""'],
    silent: ['@ TXT "a \\"quoted\\" word"'],
    check: texts(({ value: value2 }) => /^(?:\\+"[^]*"|'[^]*'|[\u201c\u201d\u201e][^]*[\u201c\u201d])$/.test(value2.trim()))
  },
  {
    id: "txt-unbalanced-quote",
    severity: "warning",
    source: "RFC 1035 §5.1",
    why: "The text has a quote without its partner, as it is left where a long text was cut or copied in part.",
    fix: "Give the whole text again, without quotes.",
    firing: ['@ TXT "\\"a text"'],
    silent: ['@ TXT "a \\"quoted\\" word"'],
    check: texts(({ value: value2 }) => value2.includes('"') && value2.split('"').length % 2 === 0)
  },
  {
    id: "txt-escaped-semicolon",
    severity: "warning",
    source: "RFC 1035 §5.1",
    why: "The text has a backslash before a semicolon; it was escaped for another program, and here it is a part of the text.",
    fix: "Give the text without the backslashes.",
    firing: ['x TXT "a=1\\\\; b=2"'],
    silent: ['x TXT "a=1; b=2"'],
    check: texts(({ value: value2 }) => value2.includes("\\;"))
  },
  {
    id: "txt-control-character",
    severity: "warning",
    source: "RFC 1035 §3.3.14",
    why: "The text has a line break or another control character in it, which was hardly meant.",
    fix: "Give the text on one line.",
    firing: ['x TXT "a\\010b"'],
    silent: ['x TXT "a b"'],
    check: texts(({ value: value2 }) => new RegExp("\\p{Cc}", "u").test(value2))
  },
  {
    id: "txt-invisible-character",
    severity: "warning",
    source: "RFC 1035 §3.3.14",
    why: "The text has a character that cannot be seen or looks like a space, as word processors put in.",
    fix: "Type the text again as plain text.",
    firing: ['x TXT "a\\194\\160b"'],
    silent: ['x TXT "a b"'],
    check: texts(({ value: value2 }) => /[\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u2060\ufeff]/.test(value2))
  }
];

// src/core/dns/lint/transport-rules.ts
var STS = {
  isPlace: ({ name }) => labelsOf(name)[0] === "_mta-sts",
  isIt: ({ value: value2 }) => /^v\s*=\s*STSv1\s*(?:;|$)/.test(value2)
};
var REPORT = {
  isPlace: ({ name }) => name.startsWith("_smtp._tls."),
  isIt: ({ value: value2 }) => /^v\s*=\s*TLSRPTv1\s*(?:;|$)/.test(value2)
};
var transportRules = [
  {
    id: "mta-sts-misplaced",
    severity: "error",
    source: "RFC 8461 §3.1",
    why: "An MTA-STS record stands at a name that does not start with _mta-sts, where no sender looks for it.",
    fix: "Move it to _mta-sts in front of the mail domain.",
    firing: ['mta-sts TXT "v=STSv1; id=20261121"'],
    silent: ['_mta-sts TXT "v=STSv1; id=20261121"', "mta-sts A 192.0.2.1"],
    check: misplaced(STS)
  },
  {
    id: "mta-sts-several",
    severity: "error",
    source: "RFC 8461 §3.1",
    why: "There is more than one MTA-STS record at this name, so senders take the domain to have none.",
    fix: "Keep one of them, with the id of the newest policy.",
    firing: ['_mta-sts TXT "v=STSv1; id=1"', '_mta-sts TXT "v=STSv1; id=2"', "mta-sts A 192.0.2.1"],
    silent: ['_mta-sts TXT "v=STSv1; id=2"', "mta-sts A 192.0.2.1"],
    check: several(STS)
  },
  {
    id: "mta-sts-version",
    severity: "error",
    source: "RFC 8461 §3.1",
    why: "The text at _mta-sts does not start with v=STSv1, so senders pass it over.",
    fix: "Write v=STSv1; id= and an id of up to 32 letters and digits.",
    firing: ['_mta-sts TXT "v=STS1; id=20261121"', "mta-sts A 192.0.2.1"],
    silent: ['_mta-sts TXT "v=STSv1; id=20261121"', "mta-sts A 192.0.2.1"],
    check: inPlace(STS, (record3) => !STS.isIt(record3))
  },
  {
    id: "mta-sts-id",
    severity: "error",
    source: "RFC 8461 §3.1",
    why: "The id of the MTA-STS record is not made of 1 to 32 letters and digits, so senders drop the record.",
    fix: "Write an id such as the time of the last change of the policy, 20261121T093000Z.",
    firing: ['_mta-sts TXT "v=STSv1; id=2026-11-21"', "mta-sts A 192.0.2.1"],
    silent: ['_mta-sts TXT "v=STSv1; id=20261121T093000Z;"', "mta-sts A 192.0.2.1"],
    check: inPlace(
      STS,
      (record3) => STS.isIt(record3) && !/^[A-Za-z0-9]{1,32}$/.test(tagValue(readTags(record3.value), "id") ?? "")
    )
  },
  {
    id: "mta-sts-no-host",
    severity: "warning",
    source: "RFC 8461 §3.2",
    why: "There is an MTA-STS record and no mta-sts host beside it, which is where senders fetch the policy.",
    fix: "Add an A, AAAA or CNAME record for mta-sts in front of the same domain, and serve the policy there.",
    firing: ['_mta-sts TXT "v=STSv1; id=20261121"'],
    silent: ['_mta-sts TXT "v=STSv1; id=20261121"', "mta-sts CNAME policy.example.net."],
    check: inPlace(STS, ({ name }, index) => !isHost(index, `mta-sts.${parentOf(name)}`))
  },
  {
    id: "tls-rpt-misplaced",
    severity: "error",
    source: "RFC 8460 §3",
    why: "A TLS reporting record stands at a name that is not _smtp._tls, where no sender looks for it.",
    fix: "Move it to _smtp._tls in front of the mail domain.",
    firing: ['_tls TXT "v=TLSRPTv1; rua=mailto:tls@example.com"'],
    silent: ['_smtp._tls TXT "v=TLSRPTv1; rua=mailto:tls@example.com"'],
    check: misplaced(REPORT)
  },
  {
    id: "tls-rpt-several",
    severity: "error",
    source: "RFC 8460 §3",
    why: "There is more than one TLS reporting record at this name, so senders take the domain to have none.",
    fix: "Merge them into one record; several addresses go into one rua, with commas.",
    firing: [
      '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:a@example.com"',
      '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:b@example.com"'
    ],
    silent: ['_smtp._tls TXT "v=TLSRPTv1; rua=mailto:a@example.com,mailto:b@example.com"'],
    check: several(REPORT)
  },
  {
    id: "tls-rpt-version",
    severity: "error",
    source: "RFC 8460 §3",
    why: "The text at _smtp._tls does not start with v=TLSRPTv1, so senders pass it over.",
    fix: "Write v=TLSRPTv1; rua=mailto:NAME@DOMAIN.",
    firing: ['_smtp._tls TXT "v=TLSRPT1; rua=mailto:tls@example.com"'],
    silent: ['_smtp._tls TXT "v=TLSRPTv1; rua=mailto:tls@example.com"'],
    check: inPlace(REPORT, (record3) => !REPORT.isIt(record3))
  },
  {
    id: "tls-rpt-rua",
    severity: "error",
    source: "RFC 8460 §3",
    why: "The rua tag of the TLS reporting record is not made of mailto: and https: addresses, so no report arrives.",
    fix: "Write rua=mailto:NAME@DOMAIN or rua=https://HOST/PATH.",
    firing: ['_smtp._tls TXT "v=TLSRPTv1; rua=tls@example.com"'],
    silent: ['_smtp._tls TXT "v=TLSRPTv1; rua=mailto:tls@example.com,https://tls.example.com/v1"'],
    check: inPlace(
      REPORT,
      (record3) => REPORT.isIt(record3) && !reportsArrive(tagValue(readTags(record3.value), "rua") ?? "")
    )
  }
];
function misplaced({ isPlace, isIt }) {
  return ({ texts: texts3 }) => texts3.filter((record3) => isIt(record3) && !isPlace(record3)).map(at);
}
function several({ isPlace, isIt }) {
  return (index) => index.ofType("TXT").filter(({ records: records2 }) => records2.filter((record3) => isPlace(record3) && isIt(record3)).length > 1).map(at);
}
function inPlace({ isPlace }, isWrong) {
  return (index) => index.texts.filter((record3) => isPlace(record3) && isWrong(record3, index)).map(at);
}
function reportsArrive(rua) {
  return rua.split(",").every((uri) => /^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/[^\s/]+.*)$/i.test(uri.trim()));
}
function isHost(index, name) {
  return ["A", "AAAA", "CNAME"].some((type2) => index.at(name, type2).length > 0);
}

// src/core/dns/lint/ttl-rules.ts
var SHORT_SECONDS = 30;
var LONG_SECONDS = 7 * 86400;
var everyRecord = (isWrong) => ({ records: records2 }) => records2.filter(isWrong).map(at);
var ttlRules = [
  {
    id: "ttl-zero",
    severity: "warning",
    source: "RFC 1035 §3.2.1",
    why: "With a TTL of 0 nothing is cached: every question comes to the name servers, and some resolvers cache it anyway.",
    fix: "Set a TTL of 60 seconds or more.",
    firing: ["www 0 A 192.0.2.1"],
    silent: ["www 60 A 192.0.2.1"],
    check: everyRecord(({ ttl: ttl2 }) => ttl2 === 0)
  },
  {
    id: "ttl-short",
    severity: "advice",
    source: "RFC 1912 §2.2",
    why: "Many resolvers raise a TTL below 30 seconds, so it brings load and no faster change.",
    fix: "Set a TTL of 30 seconds or more.",
    firing: ["www 29 A 192.0.2.1"],
    silent: ["www 30 A 192.0.2.1"],
    check: everyRecord(({ ttl: ttl2 }) => ttl2 > 0 && ttl2 < SHORT_SECONDS)
  },
  {
    id: "ttl-long",
    severity: "advice",
    source: "RFC 8767 §4",
    why: "A TTL above seven days keeps a mistake alive for that long; most resolvers cut it to a day or a week.",
    fix: "Set a TTL of 604800 seconds (seven days) or less.",
    firing: ["www 604801 A 192.0.2.1"],
    silent: ["www 604800 A 192.0.2.1"],
    check: everyRecord(({ ttl: ttl2 }) => ttl2 > LONG_SECONDS)
  }
];

// src/core/dns/lint/verification-rules.ts
var firstLabel = ({ name }) => labelsOf(name)[0] ?? "";
function texts2(isOf, isRight) {
  return (index) => index.texts.filter((record3) => isOf(record3) && !isRight(record3)).map(at);
}
function several2(isOf) {
  return (index) => index.ofType("TXT").filter(({ records: records2 }) => records2.filter(isOf).length > 1).map(at);
}
var isMcp = ({ value: value2 }) => /^v\s*=\s*MCPv1\b/i.test(value2);
var isDnslink = ({ value: value2 }) => value2.startsWith("dnslink=");
var isDid = (record3) => firstLabel(record3) === "_atproto" && record3.value.startsWith("did=");
var MCP_KEYS = { ed25519: 32, ecdsap384: 49 };
function isMcpKey({ value: value2 }) {
  const tags = readTags(value2);
  const algorithm = tagValue(tags, "k") ?? "";
  const octets = Object.hasOwn(MCP_KEYS, algorithm) ? MCP_KEYS[algorithm] : void 0;
  return value2.startsWith("v=MCPv1;") && octets !== void 0 && base64Octets(tagValue(tags, "p") ?? "") === octets;
}
function isPersistent({ value: value2 }) {
  const [issuer = "", ...parameters] = value2.split(";").map((part) => part.trim());
  const names = parameters.map((part) => part.slice(0, Math.max(0, part.indexOf("="))).toLowerCase());
  const isUnique = new Set(names).size === names.length && !names.includes("");
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(issuer) && isUnique && names.includes("accounturi");
}
var MCP_KEY = "A".repeat(43);
var verificationRules = [
  {
    id: "github-pages-code",
    severity: "warning",
    source: "GitHub docs, verifying a custom domain for Pages",
    why: "The text at _github-pages-challenge-OWNER is not the 30 hexadecimal digits that GitHub gives, so it verifies nothing.",
    fix: "Copy the code again from the account's or organisation's Pages settings.",
    firing: ['_github-pages-challenge-octo TXT "_github-pages-challenge-octo"'],
    silent: [`_github-pages-challenge-octo TXT "${"0a".repeat(15)}"`],
    check: texts2(
      (record3) => firstLabel(record3).startsWith("_github-pages-challenge"),
      ({ value: value2 }) => /^[0-9a-f]{30}$/i.test(value2)
    )
  },
  {
    id: "github-owner",
    severity: "warning",
    source: "GitHub docs, verifying a domain",
    why: "The name does not say which GitHub account or organisation it is for, so GitHub never looks at it.",
    fix: "Name it _github-pages-challenge-OWNER or _gh-ORG-o with the login in place of OWNER or ORG.",
    firing: [`_github-pages-challenge TXT "${"0a".repeat(15)}"`],
    silent: [`_github-pages-challenge-octo TXT "${"0a".repeat(15)}"`, '_gh-octo-o TXT "0123456789"'],
    also: ["underscore-unknown"],
    check: texts2(
      (record3) => /^_(?:github-pages-challenge|github-challenge|gh)(?:-|$)/.test(firstLabel(record3)),
      (record3) => /^_(?:github-(?:pages-)?challenge-[a-z0-9]|gh-[a-z0-9][a-z0-9-]*-[a-z]+$)/.test(firstLabel(record3))
    )
  },
  {
    id: "github-org-code",
    severity: "warning",
    source: "GitHub docs, verifying a domain for an organisation",
    why: "The text at _gh-ORG-o is not the bare code that GitHub gives, so it verifies nothing.",
    fix: "Copy the code alone; it is letters and digits and expires after seven days.",
    firing: ['_gh-octo-o TXT "code=0123456789"'],
    silent: ['_gh-octo-o TXT "0123456789"'],
    check: texts2(
      (record3) => /^_(?:gh-.*-o$|github-challenge-)/.test(firstLabel(record3)),
      ({ value: value2 }) => /^[0-9a-z]+$/i.test(value2)
    )
  },
  {
    id: "google-site-code",
    severity: "warning",
    source: "Google Search Console help, domain name provider",
    why: "The text means to be a Google site verification and is not google-site-verification= with 43 characters behind it.",
    fix: "Copy the whole text again from Search Console or the admin console.",
    firing: ['@ TXT "google-site-verification: short"'],
    silent: [`@ TXT "google-site-verification=${"a_-4".repeat(11).slice(1)}"`],
    check: texts2(
      ({ value: value2 }) => /^\W*google-site-verification/i.test(value2),
      ({ value: value2 }) => /^google-site-verification=[A-Za-z0-9_-]{43}(?:[A-Za-z0-9_-]{25})?$/.test(value2)
    )
  },
  {
    id: "microsoft-code",
    severity: "warning",
    source: "Microsoft 365 docs, add DNS records",
    why: "The text starts with MS= and has not ms and eight digits behind it, so it verifies nothing.",
    fix: "Copy the whole text again from the admin centre, such as MS=ms12345678.",
    firing: ['@ TXT "MS=12345678"'],
    silent: ['@ TXT "MS=ms12345678"'],
    check: texts2(
      ({ value: value2 }) => /^MS=/i.test(value2),
      ({ value: value2 }) => /^MS=ms\d{8,9}$/i.test(value2)
    )
  },
  {
    id: "mcp-misplaced",
    severity: "error",
    source: "MCP registry docs, DNS authentication",
    why: "The MCP registry's key stands under a selector, and the registry looks at the domain itself only.",
    fix: "Move the text to the domain's own name, beside its other texts.",
    firing: [`_mcp-auth TXT "v=MCPv1; k=ed25519; p=${MCP_KEY}="`],
    silent: [`@ TXT "v=MCPv1; k=ed25519; p=${MCP_KEY}="`],
    also: ["underscore-unknown"],
    check: texts2(isMcp, (record3) => !firstLabel(record3).startsWith("_"))
  },
  {
    id: "mcp-key",
    severity: "error",
    source: "MCP registry docs, DNS authentication",
    why: "The MCP registry's text has no known algorithm, or not the base64 of a public key of its length.",
    fix: "Write v=MCPv1; k=ed25519; p= and the base64 of the 32 octets of the public key.",
    firing: ['@ TXT "v=MCPv1; k=ed25519; p=AAAA"'],
    silent: [`@ TXT "v=MCPv1; k=ed25519; p=${MCP_KEY}="`, `sub TXT "v=MCPv1; k=ecdsap384; p=${"A".repeat(66)}=="`],
    check: texts2(isMcp, isMcpKey)
  },
  {
    id: "mcp-several",
    severity: "warning",
    source: "MCP registry docs, DNS authentication",
    why: "There is more than one key for the MCP registry here, and a login fails when an old one is tried first.",
    fix: "Keep the newest one.",
    firing: [`@ TXT "v=MCPv1; k=ed25519; p=${MCP_KEY}="`, `@ TXT "v=MCPv1; k=ed25519; p=B${MCP_KEY.slice(1)}="`],
    silent: [`@ TXT "v=MCPv1; k=ed25519; p=${MCP_KEY}="`],
    check: several2(isMcp)
  },
  {
    id: "atproto-several",
    severity: "error",
    source: "AT Protocol specification, handle",
    why: "There is more than one DID at _atproto, so the handle does not resolve.",
    fix: "Keep the one that is meant.",
    firing: [`_atproto TXT "did=did:plc:${"a2".repeat(12)}"`, `_atproto TXT "did=did:plc:${"b2".repeat(12)}"`],
    silent: [`_atproto TXT "did=did:plc:${"a2".repeat(12)}"`],
    check: several2(isDid)
  },
  {
    id: "atproto-did",
    severity: "error",
    source: "AT Protocol specification, handle",
    why: "The text at _atproto is not did= with a did:plc or did:web behind it, so the handle does not resolve.",
    fix: "Write did=did:plc: and the account's 24 characters.",
    firing: [`_atproto TXT "did:plc:${"a2".repeat(12)}"`],
    silent: [`_atproto TXT "did=did:plc:${"a2".repeat(12)}"`, '_atproto.web TXT "did=did:web:example.com"'],
    check: texts2(
      (record3) => firstLabel(record3) === "_atproto",
      ({ value: value2 }) => /^did=did:(?:plc:[a-z2-7]{24}|web:[a-z0-9.-]+)$/.test(value2)
    )
  },
  {
    id: "acme-challenge-value",
    severity: "warning",
    source: "RFC 8555 §8.4",
    why: "The text at _acme-challenge is not the 43 characters of a base64url SHA-256 digest, so no authority takes it.",
    fix: "Give what the ACME client computes, without padding, or delete the record.",
    firing: ['_acme-challenge TXT "token.thumbprint"'],
    silent: [`_acme-challenge TXT "${"a_-4".repeat(11).slice(1)}"`],
    check: texts2(
      (record3) => firstLabel(record3) === "_acme-challenge",
      ({ value: value2 }) => /^[A-Za-z0-9_-]{43}$/.test(value2)
    )
  },
  {
    id: "acme-persist-value",
    severity: "warning",
    source: "draft-ietf-acme-dns-persist",
    why: "The text at _validation-persist is not an issuer's domain with accounturi= behind a semicolon and each tag once.",
    fix: "Write letsencrypt.org; accounturi=URL, with no semicolon at the end.",
    firing: ['_validation-persist TXT "accounturi=https://ca.example.net/1"'],
    silent: ['_validation-persist TXT "ca.example.net; accounturi=https://ca.example.net/1; policy=wildcard"'],
    check: texts2((record3) => firstLabel(record3) === "_validation-persist", isPersistent)
  },
  {
    id: "dnslink-several",
    severity: "warning",
    source: "DNSLink specification",
    why: "There is more than one DNSLink at this name, and which one a gateway takes is left open.",
    fix: "Keep the newest one.",
    firing: ['_dnslink TXT "dnslink=/ipns/a.example.net"', '_dnslink TXT "dnslink=/ipns/b.example.net"'],
    silent: ['_dnslink TXT "dnslink=/ipns/b.example.net"'],
    check: several2(isDnslink)
  },
  {
    id: "dnslink-value",
    severity: "warning",
    source: "DNSLink specification",
    why: "The text is no DNSLink: dnslink= and a path such as /ipfs/CID.",
    fix: "Write dnslink=/ipfs/CID or dnslink=/ipns/NAME.",
    firing: ['_dnslink TXT "dnslink=ipfs://bafy"'],
    silent: ['_dnslink TXT "dnslink=/ipfs/bafy"'],
    check: texts2(
      (record3) => firstLabel(record3) === "_dnslink" || isDnslink(record3),
      ({ value: value2 }) => /^dnslink=\/[a-z0-9]+\/\S+$/.test(value2)
    )
  },
  {
    id: "vercel-code",
    severity: "warning",
    source: "Vercel docs, verifying a domain",
    why: "The text at _vercel is not vc-domain-verify= with the domain and a code behind it, so it verifies nothing.",
    fix: "Copy the whole text again from the project's domain settings.",
    firing: ['_vercel TXT "0123456789abcdef"'],
    silent: ['_vercel TXT "vc-domain-verify=www.example.com,0123456789abcdef"'],
    check: texts2(
      (record3) => firstLabel(record3) === "_vercel",
      ({ value: value2 }) => /^vc-domain-verify=[^\s,]+,[0-9a-z]+(?:,\S+)?$/i.test(value2)
    )
  }
];

// src/core/dns/lint/rules.ts
var lintFamilies = [
  { title: "Names", rules: nameRules },
  { title: "TTLs", rules: ttlRules },
  { title: "RRsets and delegations", rules: rrsetRules },
  { title: "Addresses", rules: addressRules },
  { title: "Targets", rules: targetRules },
  { title: "Services (SRV)", rules: serviceRules },
  { title: "Texts", rules: textRules },
  { title: "Mail", rules: mailRules },
  { title: "SPF", rules: [...spfRules, ...spfLookupRules] },
  { title: "DMARC", rules: dmarcRules },
  { title: "DKIM", rules: dkimRules },
  { title: "MTA-STS and TLS reporting", rules: transportRules },
  { title: "CAA", rules: caaRules },
  { title: "Verification", rules: verificationRules }
];
var lintRules = lintFamilies.flatMap(({ rules }) => rules);

// src/core/dns/lint/lint-zone.ts
function lintZone({ zone: zone2, records: records2, ignore = [] }) {
  const index = indexForLint({ zone: zone2, records: records2 });
  const findings = [...checkIndexed(index), ...lintRules.flatMap((rule) => apply(rule, index))];
  if (ignore.length === 0) return findings;
  const silenced = new Set(ignore.map((entry) => entry.toLowerCase()));
  return findings.filter((finding2) => !spellings(finding2, zone2).some((spelling) => silenced.has(spelling)));
}
function apply({ id, severity, source, why, fix, check }, index) {
  const found = /* @__PURE__ */ new Map();
  for (const told2 of check(index)) {
    const finding2 = { id, severity, message: why, fix, source, ...told2 };
    found.set([finding2.name, finding2.type ?? "", finding2.message].join("\n"), finding2);
  }
  return [...found.values()];
}
function spellings({ id, name }, zone2) {
  return [id, `${id}@${relativeName(name, zone2)}`, `${id}@${name}`, `${id}@${name}.`];
}

// src/core/operations/preset/lint-news.ts
function lintNews(zone2, records2, finals) {
  const after = [...records2.filter((record3) => !finals.has(rrsetKey(record3))), ...[...finals.values()].flat()];
  const news = newProblems(lintZone({ zone: zone2, records: records2 }), lintZone({ zone: zone2, records: after }));
  const error = news.find(({ severity }) => severity === "error");
  if (error !== void 0) {
    throw new InputError("conflict", `The records would not do what they are for. ${error.message} (${error.source})`, {
      field: "values",
      hint: error.fix
    });
  }
  return news.filter(({ severity }) => severity === "warning").map(({ message, fix }) => `${message} ${fix}`);
}

// src/core/operations/preset/record-outcomes.ts
function recordOutcomes(state, { wanted }, sent) {
  if (wanted.length > 0) return wanted.flatMap((record3) => outcomeOf(state, record3, sent));
  return sent.flatMap(
    ({ change, record: record3 }) => change.action === "delete" ? [{ ...recordRowOf(record3), outcome: "removed" }] : []
  );
}
function outcomeOf(state, wanted, sent) {
  const key2 = recordKey(wanted);
  const made2 = sent.find(({ change }) => change.action !== "delete" && recordKey(change.after) === key2);
  if (made2 !== void 0) {
    return [{ ...recordRowOf(made2.record), outcome: made2.change.action === "create" ? "created" : "updated" }];
  }
  const held = rrsetOf(state, wanted).find(({ record: record3 }) => record3 !== void 0 && recordKey(record3) === key2);
  return held === void 0 ? [] : [{ ...recordRowOf(held), outcome: "adopted" }];
}

// src/core/operations/apply-preset.ts
var VALUES_MAX = 100;
var input = strictObject({
  zone,
  preset: string().check(
    _maxLength(40),
    describe(
      "github-pages, google-site, microsoft-365, spf, dkim, dmarc, caa-lock, acme, dnslink …; a wrong one lists all"
    )
  ),
  values: pipe(transform(valueList), array(string().check(_maxLength(8192))).check(_maxLength(VALUES_MAX))).check(describe("key=value; none lists the keys")),
  state: optional(_enum(["present", "absent"]).check(describe("absent: remove"))),
  wait: optional(wait),
  wait_timeout: optional(waitTimeout),
  confirm: optional(confirm)
});
var applyPreset = defineOperation({
  name: "apply_preset",
  title: "Apply a preset",
  toolset: "changes",
  effect: "update",
  idempotent: true,
  api: ["Z1", "R1", "R2", "R6", "R7"],
  summary: "Verify a domain, set up mail or hosting: the records of a known task, built, checked and merged.",
  input,
  output: strictObject({
    ...guardedFields,
    ...changeField,
    zone: string(),
    records: optional(array(recordOutcome)).check(describe("Those of the task, or with absent what has gone")),
    replaced: optional(array(strictObject({ name: string(), type: string(), value: string(), ttl: number() }))).check(describe("What stood there before and has gone")),
    note: optional(string()).check(describe("How long it is needed")),
    warnings: optional(array(string())),
    ...propagationField
  }),
  examples: [
    {
      title: "Verify the domain for GitHub Pages",
      input: {
        zone: "example.com",
        preset: "github-pages",
        values: ["owner=octocat", "code=0123456789abcdef0123456789abcd"]
      }
    },
    {
      title: "Let Google send our mail",
      input: { zone: "example.com", preset: "spf", values: ["include=_spf.google.com"] }
    }
  ],
  async run(given, context) {
    const preset = presetOf(given.preset);
    const { state: wanted = "present", wait: wait2, wait_timeout, confirm: confirm2, ...bound } = given;
    const values = readValues(preset, givenValues(given.values), wanted);
    const asked2 = { preset, values, state: wanted };
    checkEarly(given.zone, (zone3) => presetRecords({ ...asked2, zone: zone3, records: [] }));
    const state = await openZone(context, given.zone);
    const { zone: ref, held: observed, readAt, records: records2 } = state;
    const zone2 = ref.domain;
    const made2 = presetRecords({ ...asked2, zone: zone2, records: records2 });
    const plan = planFinals({ zone: zone2, mode: "replace", observed, finals: made2.finals });
    const lintWarnings = plannedChanges(plan).length === 0 ? [] : lintNews(zone2, records2, made2.finals);
    const request = { operation: "apply_preset", input: { ...bound, state: wanted }, confirm: confirm2, zone: ref };
    const result = await changeZone(context, { ...request, observed, readAt, plan });
    if (result.status !== "done") return { ...result, zone: zone2 };
    const { changed, change, sent } = result;
    const news = awaitedOf(sent.map((one) => one.change));
    const awaited = { ...news, zone: zone2, present: [...news.present, ...made2.wanted], change };
    return {
      status: "done",
      changed,
      ...change === void 0 ? {} : { change },
      zone: zone2,
      records: recordOutcomes(state, made2, sent),
      ...wanted === "absent" || made2.leaving.length === 0 ? {} : { replaced: made2.leaving.map((record3) => goneRow(record3, zone2)) },
      ...wanted === "absent" ? {} : { note: preset.stays },
      ...warningsField([...lintWarnings, ...changeWarnings(state, sent)]),
      ...await waitFor(context, awaited, { wait: wait2, wait_timeout })
    };
  },
  text(output4) {
    const { zone: zone2, changed, records: records2 = [], replaced = [], change, note, warnings, propagation } = output4;
    const head = changed ? `${zone2}:` : `Already so in ${zone2}${records2.length === 0 ? "." : ":"}`;
    const rows = records2.map(({ outcome: said, ...row }) => `${said}: ${recordLine(row)}`);
    const gone2 = replaced.map((row) => `replaced: ${recordLine({ ...row, fqdn: row.name })}`);
    return unconfirmedText(output4) ?? lines(head, rows, gone2, note, undoLine(change), warningLines(warnings), propagationLines(propagation));
  }
});
function goneRow({ name, type: type2, value: value2, ttl: ttl2 }, zone2) {
  return { name: relativeName(name, zone2), type: type2, value: value2, ttl: ttl2 };
}

// src/core/operations/create-record.ts
var createRecord = defineOperation({
  name: "create_record",
  title: "Create record",
  toolset: "records",
  effect: "create",
  idempotent: false,
  api: ["Z1", "R1", "R2"],
  summary: "Add a record beside those at its name (a CNAME stands alone). set_rrset replaces instead.",
  input: strictObject({
    zone,
    type,
    name: ownerName,
    value,
    ttl: optional(ttl),
    priority: optional(priority),
    wait: optional(wait),
    wait_timeout: optional(waitTimeout)
  }),
  output: waitedRecord,
  examples: [
    {
      title: "Point shop.example.com at 192.0.2.10",
      input: { zone: "example.com", type: "A", name: "shop", value: "192.0.2.10" }
    },
    {
      title: "Announce a SIP service",
      input: {
        zone: "example.com",
        type: "SRV",
        name: "_sip._tcp",
        value: "10 5060 sip.example.net",
        priority: 5
      }
    }
  ],
  async run(input4, context) {
    const read2 = (zone2) => parseRecord({ ...input4, zone: zone2 });
    checkEarly(input4.zone, read2);
    const state = await openZone(context, input4.zone);
    const given = read2(state.zone.domain);
    const siblings = rrsetOf(state, given);
    const same = siblings.find(({ record: record3 }) => record3 !== void 0 && sameRdata(record3, given));
    if (same !== void 0) throw alreadyThere(same.id);
    const after = { ...given, ttl: joiningTtl(siblings, input4.ttl, { ...given, zone: state.zone.domain }) };
    const change = { action: "create", after };
    return writeAndWait(context, state, { operation: "create_record", input: input4, change });
  },
  text(output4) {
    return waitedText("Created in", output4);
  }
});
function alreadyThere(id) {
  return new InputError("record_exists", `That very record is already there, with id ${idText(id)}.`, {
    hint: "ensure_records adopts it, and sets its TTL; a different value would be added beside it."
  });
}

// src/core/operations/create-zone.ts
var createZone = defineOperation({
  name: "create_zone",
  title: "Create zone",
  toolset: "zones",
  effect: "create",
  idempotent: false,
  api: ["Z3"],
  summary: "Create an empty zone; answers the name servers to delegate to. Registers nothing, is free.",
  input: strictObject({ domain }),
  output: strictObject({
    changed: boolean(),
    ...changeField,
    zone: zoneRow,
    nameservers: array(string()).check(describe("To delegate to"))
  }),
  examples: [{ title: "Host the DNS of a new domain here", input: { domain: "new-project.example" } }],
  async run({ domain: domain2 }, context) {
    const name = atField("domain", () => parseZoneName(domain2));
    refuseForeign(context, name, "domain");
    const intent = zoneIntent("create_zone", name, { event: "created" });
    const { result: zone2, change } = await context.journal.exclusively(
      name,
      () => journaled(context, intent, () => context.api.zones.create(name)),
      context.signal
    );
    return { changed: true, change, zone: zoneRowOf(zone2), nameservers: [...VPS_NAMESERVERS] };
  },
  text({ zone: zone2, nameservers: nameservers2, change }) {
    return lines(
      `Created the zone ${zoneLine(zone2)}`,
      `It is served by ${enumerated(nameservers2)}; it answers the world once ${zone2.name} is delegated to them, by its registrar or by NS records in the zone above it. This registered no domain.`,
      undoLine(change)
    );
  }
});

// src/core/change/lose-record.ts
async function loseRecord(context, { operation, held, input: input4, confirm: confirm2 }) {
  const { id, type: type2, value: value2, zone: zone2 } = held;
  const answer = await context.confirmation({
    operation,
    target: zone2.domain,
    given: confirm2,
    input: input4,
    observed: { id, type: type2, value: value2 },
    preview: `This deletes a record of a kind not known here from ${zone2.domain} (id ${idText(id)}), and nothing can put it back.`
  });
  if (!answer.granted) return unconfirmed(answer);
  return context.journal.exclusively(
    zone2.domain,
    async () => {
      const intent = lossIntent(operation, held);
      const { change } = await journaled(context, intent, () => context.api.records.delete(id));
      return { status: "done", change };
    },
    context.signal
  );
}

// src/core/operations/delete-record.ts
var input2 = strictObject({
  record: optional(record2),
  zone: optional(zone),
  type: optional(anyType),
  name: optional(ownerName),
  value: optional(value.check(describe("If several"))),
  confirm: optional(confirm)
});
var deleteRecord = defineOperation({
  name: "delete_record",
  title: "Delete record",
  toolset: "records",
  effect: "destroy",
  idempotent: false,
  api: ["Z1", "R4", "R1", "R7"],
  summary: "Delete one record, by id or by zone, type and name. Answers what has gone.",
  input: input2,
  output: writtenRecord,
  examples: [
    {
      title: "Take the address of api away",
      input: { zone: "example.com", type: "A", name: "api", value: "192.0.2.10" }
    },
    { title: "Delete record rec-010", input: { record: "rec-010" } }
  ],
  async run(given, context) {
    const { record: held, state } = await findGiven(given, context);
    const { id, record: before } = held;
    if (before !== void 0) {
      return writeRecord(context, state, {
        operation: "delete_record",
        input: given,
        change: { action: "delete", id, before }
      });
    }
    const { confirm: confirm2, ...bound } = given;
    const lost = await loseRecord(context, { operation: "delete_record", held, input: bound, confirm: confirm2 });
    if (lost.status !== "done") return lost;
    return {
      ...lost,
      changed: true,
      record: recordRowOf(held),
      warnings: ["This kind of record is not known here, so undo_change cannot put it back."]
    };
  },
  text(output4) {
    return writtenText("Deleted from", output4);
  }
});
async function findGiven({ record: record3, zone: zone2, type: type2, name, value: value2 }, context) {
  const others = [zone2, type2, name, value2].filter((field) => field !== void 0);
  if (record3 !== void 0 && others.length === 0) return findRecordInZone(context, record3);
  if (record3 !== void 0 || zone2 === void 0 || type2 === void 0 || name === void 0) {
    throw new InputError("invalid_input", "Say which record: by record alone, or by zone, type and name.", {
      field: record3 === void 0 ? "zone" : "record",
      hint: "value is needed as well where several records are there."
    });
  }
  const state = await openZone(context, zone2);
  return { record: theRecord(state, { name, type: type2, value: value2 }), state };
}

// src/core/change/remove-zone.ts
async function removeZone(context, removal) {
  const { operation, zone: zone2, held, asked: asked2, undoes } = removal;
  return context.journal.exclusively(
    zone2.domain,
    async (waited) => {
      if (waited || asked2) await refuseChanged(context, zone2, held);
      const records2 = held.flatMap(({ record: record3 }) => record3 ?? []);
      const lost = held.length - records2.length;
      const intent = {
        ...zoneIntent(operation, zone2.domain, { event: "deleted", records: records2 }),
        ...lost === 0 ? {} : { lost }
      };
      const { change } = await journaled(
        context,
        { ...intent, ...undoes === void 0 ? {} : { undoes } },
        () => context.api.zones.delete(zone2.id)
      );
      return change;
    },
    context.signal
  );
}
async function refuseChanged({ api }, zone2, held) {
  const { items } = await api.records.listInZone(zone2);
  if (contentKey(items) === contentKey(held)) return;
  throw new VpsError("conflict", `The zone ${zone2.domain} was changed meanwhile. Nothing was sent.`, {
    hint: "Do it again: the zone is read anew."
  });
}
function contentKey(held) {
  return held.map(({ id, name, type: type2, ttl: ttl2, value: value2, priority: priority2 }) => JSON.stringify([id, name, type2, ttl2, value2, priority2 ?? null])).sort().join("\n");
}

// src/core/operations/delete-zone.ts
var deleteZone = defineOperation({
  name: "delete_zone",
  title: "Delete zone",
  toolset: "zones",
  effect: "destroy",
  idempotent: false,
  api: ["Z1", "R1", "Z4"],
  summary: "Delete a zone and all its records; asks a person first. undo_change restores it.",
  input: strictObject({ zone, confirm: optional(confirm) }),
  output: strictObject({
    ...guardedFields,
    ...changeField,
    zone: optional(zoneRow),
    warnings: optional(array(string()))
  }),
  examples: [{ title: "Delete a zone for good", input: { zone: "example.org", confirm: "example.org" } }],
  async run({ zone: given, confirm: confirm2 }, context) {
    const state = await openZone(context, given);
    const { zone: zone2, held } = state;
    const unconfirmed2 = await askFirst(context, {
      operation: "delete_zone",
      target: zone2.domain,
      given: confirm2,
      input: { zone: zone2.domain },
      observed: { id: zone2.id, records: held.map(({ id, name, type: type2, value: value2, ttl: ttl2 }) => [id, name, type2, value2, ttl2]) },
      preview: `This deletes the zone ${zone2.domain} with ${count(held.length, "record")}; its names stop answering.${opaqueWords(state)}`
    });
    if (unconfirmed2 !== void 0) return unconfirmed2;
    const asked2 = confirm2 === void 0;
    const change = await removeZone(context, { operation: "delete_zone", zone: zone2, held, asked: asked2 });
    return {
      ...DONE,
      change,
      zone: { ...zoneRowOf(zone2), record_count: held.length },
      ...warningsField(lostForGood(state))
    };
  },
  text(output4) {
    const { zone: zone2, change, warnings } = output4;
    if (zone2 === void 0) return unconfirmedText(output4) ?? "";
    return lines(
      `Deleted the zone ${zone2.name} with ${count(zone2.record_count ?? 0, "record")}. A registration of the domain is not touched.`,
      undoLine(change),
      warningLines(warnings)
    );
  }
});
function opaqueWords({ held, records: records2 }) {
  const opaque = held.length - records2.length;
  return opaque === 0 ? "" : ` Undoing it could not bring back ${count(opaque, "record")} of kinds not known here.`;
}
function lostForGood({ held, records: records2, incomplete }) {
  const opaque = held.length - records2.length;
  return [
    ...opaque > 0 ? [`${count(opaque, "record")} of kinds that are not known here cannot be brought back.`] : [],
    ...incomplete ? ["The API held back some of the records, so undo_change brings back the others only."] : []
  ];
}

// src/core/operations/export-zone.ts
var exportZone = defineOperation({
  name: "export_zone",
  title: "Export zone",
  toolset: "zones",
  effect: "read",
  idempotent: true,
  api: ["Z1", "R1"],
  summary: "Give a whole zone as a BIND zone file or JSON.",
  input: strictObject({
    zone,
    format: _default(_enum(["zonefile", "json"]), "zonefile").check(describe("json has ids"))
  }),
  output: strictObject({
    zonefile: optional(string()),
    records: optional(array(recordRow)),
    total: number().check(describe("Records")),
    warnings: optional(array(string()))
  }),
  examples: [
    { title: "Give me example.com as a zone file", input: { zone: "example.com" } },
    { title: "All records of example.com, with ids", input: { zone: "example.com", format: "json" } }
  ],
  async run({ zone: zone2, format }, context) {
    const state = await openZone(context, zone2);
    const warnings = state.incomplete ? ["The API counted more records than it gave: this is not the whole zone."] : [];
    if (format === "json") {
      const records2 = sortRecords(state.held).map(recordRowOf);
      return { records: records2, total: records2.length, ...warningsField(warnings) };
    }
    const zonefile2 = printZoneFile({
      zone: state.zone.domain,
      records: state.records,
      nameservers: VPS_NAMESERVERS
    });
    return { zonefile: zonefile2, total: state.records.length, ...warningsField([...warnings, ...leftOut(state)]) };
  },
  text({ zonefile: zonefile2, records: records2, warnings }) {
    return lines(warningLines(warnings), zonefile2 ?? records2?.map((row) => recordLine(row)));
  }
});
function leftOut({ held }) {
  const unknown = held.filter(({ record: record3 }) => record3 === void 0);
  if (unknown.length === 0) return [];
  const ids = unknown.map(({ id }) => idText(id)).join(", ");
  return [`${count(unknown.length, "record")} of a type or value this program does not know left out (id ${ids}).`];
}

// src/core/operations/get-account.ts
var output2 = strictObject({
  email: optional(string()),
  token_name: optional(string()),
  permissions: optional(array(string())),
  zones: optional(number()).check(describe("How many can be seen; only where the server has no account page")),
  allowed_zones: optional(array(string())).check(describe("All others are refused")),
  purchases_allowed: boolean(),
  warnings: optional(array(string()))
});
var getAccount = defineOperation({
  name: "get_account",
  title: "Show account",
  toolset: "checks",
  effect: "read",
  idempotent: true,
  api: ["Z1"],
  summary: "Show whose token is used and its permissions.",
  input: strictObject({}),
  output: output2,
  examples: [{ title: "What may this token do?", input: {} }],
  async run(_, context) {
    const { zones, allowPurchases } = context.policy;
    const allowed = {
      ...zones.length === 0 ? {} : { allowed_zones: [...zones] },
      purchases_allowed: allowPurchases
    };
    const account = await context.api.account.get();
    if (account === void 0) return { ...await whatIsKnown(context), ...allowed };
    const { email, tokenName, permissions } = account;
    return {
      email,
      token_name: tokenName,
      permissions: permissions === void 0 ? void 0 : [...permissions],
      ...allowed
    };
  },
  text({ email, token_name: name, permissions, zones, allowed_zones: allowed, purchases_allowed: buys, warnings }) {
    return lines(
      email === void 0 ? void 0 : `Account: ${wordText(email, 255)}`,
      name === void 0 ? void 0 : `Token: ${wordText(name, 100)}`,
      permissions === void 0 ? void 0 : `Permissions: ${permissions.map((permission) => wordText(permission, 60)).join(", ") || "none"}`,
      zones === void 0 ? void 0 : `It can read ${count(zones, "zone")}.`,
      allowed === void 0 ? void 0 : `Only ${enumerated(allowed)} may be touched (--zone).`,
      `Purchases: ${buys ? "allowed" : "not allowed (--allow-purchases)"}`,
      warnings
    );
  }
});
async function whatIsKnown({ api }) {
  const noPage = "This server has no account page, so the token's name and permissions are not known.";
  try {
    const { total } = await api.zones.list();
    return { zones: total, warnings: [noPage] };
  } catch (error) {
    if (!(error instanceof VpsError) || error.code !== "permission_denied") throw error;
    return { warnings: [noPage, "The token is valid and lacks the permission dns:list."] };
  }
}

// src/core/operations/find/resolve-domain.ts
async function resolveDomain(context, given) {
  const name = zoneNameOf(given);
  if (name === void 0) return domainById(context, given.trim());
  refuseForeign(context, name, "domain");
  const { items } = await context.api.domains.list({ search: name });
  return items.find(({ domain: domain2 }) => domain2 === name) ?? domainByDottedId(context, given.trim(), name);
}
async function resolveDomainInFull(context, given) {
  if (zoneNameOf(given) === void 0) return domainById(context, given.trim());
  return context.api.domains.get((await resolveDomain(context, given)).id);
}
async function domainById(context, id) {
  if (id === "") {
    throw new InputError("invalid_input", "domain is empty.", {
      field: "domain",
      hint: "Give a name such as example.com."
    });
  }
  const domain2 = await context.api.domains.get(id).catch((error) => {
    if (error instanceof VpsError && (error.code === "domain_not_found" || error.code === "not_found"))
      return void 0;
    throw error;
  });
  if (domain2 !== void 0) {
    refuseForeign(context, domain2.domain, "domain");
    return domain2;
  }
  if (context.policy.zones.length > 0) throw notAllowed(context, "domain");
  throw notFound(plainText(id, 80), await namesOf(context));
}
async function domainByDottedId(context, given, name) {
  const { items } = await context.api.domains.list();
  const domain2 = items.find((row) => row.domain === name || row.id === given);
  if (domain2 === void 0)
    throw notFound(
      name,
      items.map((row) => row.domain)
    );
  refuseForeign(context, domain2.domain, "domain");
  return domain2;
}
async function namesOf(context) {
  const { items } = await context.api.domains.list();
  return items.map(({ domain: domain2 }) => domain2).filter((name) => isAllowed(context, name));
}
function notFound(wanted, names) {
  const nearest = nearestName(wanted, names);
  return new InputError("domain_not_found", `No registered domain "${wanted}" in this account.`, {
    field: "domain",
    hint: nearest === void 0 ? "list_domains shows all; a zone need not be registered here, and list_zones shows those." : `Did you mean ${nearest}? list_domains shows all.`
  });
}

// src/core/operations/shapes/domain-row.ts
var domainRow = strictObject({
  name: string(),
  id: string(),
  status: optional(string()),
  registered_at: optional(string()),
  expires_at: optional(string()),
  days_until_expiration: optional(number()),
  auto_renew: optional(boolean()),
  locked: optional(boolean()),
  privacy_protection: optional(boolean()),
  nameservers: optional(array(string())),
  dns_managed_by: optional(string()),
  dns_records_count: optional(number()),
  registrar: optional(string()),
  whois: optional(record(string(), string()))
});
function domainRowOf(domain2) {
  return {
    name: domain2.domain,
    id: domain2.id,
    status: domain2.status,
    registered_at: domain2.registeredAt,
    expires_at: domain2.expiresAt,
    days_until_expiration: domain2.daysUntilExpiration,
    auto_renew: domain2.autoRenew,
    locked: domain2.locked,
    privacy_protection: domain2.privacyProtection,
    nameservers: domain2.nameservers === void 0 ? void 0 : [...domain2.nameservers],
    dns_managed_by: domain2.dnsManagedBy,
    dns_records_count: domain2.dnsRecordsCount,
    registrar: domain2.registrar,
    whois: domain2.whois === void 0 ? void 0 : { ...domain2.whois }
  };
}
function domainLine(row) {
  const facts = [
    row.status === void 0 ? void 0 : wordText(row.status, 40),
    row.expires_at === void 0 ? void 0 : `expires ${dayOf(row.expires_at)}`,
    onOff("auto-renewal", row.auto_renew),
    row.locked === void 0 ? void 0 : row.locked ? "locked" : "not locked",
    row.privacy_protection === void 0 ? void 0 : row.privacy_protection ? "private" : "not private",
    row.nameservers === void 0 ? void 0 : `name servers ${row.nameservers.map((host) => wordText(host, 255)).join(" ")}`
  ].filter((fact) => fact !== void 0);
  return `${wordText(row.name, 255)}: ${facts.length === 0 ? "no details" : facts.join(", ")} ; id ${idText(row.id)}`;
}
function onOff(what, flag) {
  return flag === void 0 ? void 0 : `${what} ${flag ? "on" : "off"}`;
}

// src/core/operations/get-domain.ts
var getDomain = defineOperation({
  name: "get_domain",
  title: "Show domain",
  toolset: "domains",
  effect: "read",
  idempotent: true,
  api: ["D1", "D3"],
  summary: "Show a registration, with WHOIS.",
  input: strictObject({ domain: domainOrId }),
  output: strictObject({ domain: domainRow }),
  examples: [{ title: "When does example.com expire?", input: { domain: "example.com" } }],
  async run(input4, context) {
    return { domain: domainRowOf(await resolveDomainInFull(context, input4.domain)) };
  },
  text({ domain: domain2 }) {
    const { days_until_expiration: days, registrar, dns_records_count: records2, dns_managed_by: manager } = domain2;
    return lines(
      domainLine(domain2),
      days === void 0 ? void 0 : `Days until it expires: ${days}`,
      registrar === void 0 ? void 0 : `Registrar: ${wordText(registrar, 100)}`,
      manager === void 0 ? void 0 : `DNS managed by: ${wordText(manager, 40)}`,
      records2 === void 0 ? void 0 : `DNS records: ${records2}`,
      Object.entries(domain2.whois ?? {}).map(([name, value2]) => `WHOIS ${wordText(name, 40)}: ${wordText(value2, 200)}`)
    );
  }
});

// src/core/operations/get-record.ts
var getRecord = defineOperation({
  name: "get_record",
  title: "Show record",
  toolset: "records",
  effect: "read",
  idempotent: true,
  api: ["Z1", "R4"],
  summary: "Show a record by id.",
  input: strictObject({ record: record2 }),
  output: strictObject({ record: recordRow }),
  examples: [{ title: "Show record rec-001", input: { record: "rec-001" } }],
  async run({ record: record3 }, context) {
    return { record: recordRowOf(await findRecord(context, record3)) };
  },
  text({ record: record3 }) {
    return recordLine(record3, { absolute: true });
  }
});

// src/core/operations/get-zone.ts
var RECORDS_MAX = 50;
var getZone = defineOperation({
  name: "get_zone",
  title: "Show zone",
  toolset: "zones",
  effect: "read",
  idempotent: true,
  api: ["Z1", "Z2"],
  summary: `Show a zone and its first ${RECORDS_MAX} records; list_records shows more.`,
  input: strictObject({ zone }),
  output: strictObject({
    zone: zoneRow,
    nameservers: array(string()).check(describe("To delegate to")),
    records: array(recordRow),
    total: number().check(describe("Records")),
    ...summaryField,
    incomplete: optional(boolean())
  }),
  examples: [{ title: "What is in example.com?", input: { zone: "example.com" } }],
  async run(input4, context) {
    const { zone: zone2, records: records2 } = await readWholeZone(context, input4.zone);
    const first = sortRecords(records2).slice(0, RECORDS_MAX).map(recordRowOf);
    return {
      zone: { ...zoneRowOf(zone2), record_count: records2.length },
      nameservers: [...VPS_NAMESERVERS],
      records: first.slice(0, fittingRows(first.map((row) => recordLine(row)))),
      total: records2.length,
      ...summaryOf(records2),
      ...isShort(zone2, records2) ? { incomplete: true } : {}
    };
  },
  text({ zone: zone2, nameservers: nameservers2, records: records2, total, summary, incomplete }) {
    return lines(
      `Zone ${zoneLine(zone2)}`,
      `Name servers: ${nameservers2.join(" ")}`,
      summaryLines(summary),
      listText({ noun: "record", rows: records2.map((row) => recordLine(row)), total, incomplete }),
      records2.length < total ? "list_records shows the rest: narrow by type, name (* for any characters) or value." : void 0
    );
  }
});

// src/core/journal/journal.ts
var CHANGE_STATUSES = ["done", "partial", "unknown", "undone"];

// src/core/operations/list-changes.ts
var changeRow = strictObject({
  change: string(),
  at: string(),
  operation: string(),
  zone: optional(string()),
  status: _enum(CHANGE_STATUSES),
  summary: string()
});
var listChanges = defineOperation({
  name: "list_changes",
  title: "List changes",
  toolset: "changes",
  effect: "read",
  idempotent: true,
  openWorld: false,
  api: [],
  summary: "List changes made through this program, newest first, for undo_change.",
  input: strictObject({
    zone: optional(zone.check(describe("Zone name"))),
    limit,
    cursor: optional(cursor)
  }),
  output: strictObject({
    changes: array(changeRow),
    total: listFields.total,
    next_cursor: listFields.next_cursor
  }),
  examples: [{ title: "What was changed in example.com?", input: { zone: "example.com" } }],
  async run({ zone: zone2, limit: limit2, cursor: cursor2 }, context) {
    const name = zone2 === void 0 ? void 0 : zoneNameOf(zone2);
    if (zone2 !== void 0 && name === void 0) {
      throw new InputError("invalid_name", "The journal knows zones by name.", {
        field: "zone",
        hint: "Give a name such as example.com; list_zones shows them."
      });
    }
    if (name !== void 0) refuseForeign(context, name);
    const changes = await context.journal.list(name === void 0 ? {} : { zone: name });
    const visible = changes.filter((change) => isAllowed(context, change.zone ?? change.domain ?? ""));
    const page = pageOf(visible, { limit: limit2, cursor: cursor2, of: ["changes", name], row: rowOf, line: changeLine });
    return {
      changes: page.rows,
      ...listFieldsOf({ total: visible.length, nextCursor: page.nextCursor, incomplete: false })
    };
  },
  text({ changes, total, next_cursor: nextCursor }) {
    const rows = changes.map(changeLine);
    return listText({ noun: "change", rows, total, nextCursor, narrow: "Or give zone." });
  }
});
function changeLine({ change, at: at2, operation, status, summary }) {
  return `${change} ${at2} ${operation} ${status}: ${summary}`;
}
function rowOf({ id, at: at2, operation, zone: zone2, status, summary }) {
  return {
    change: id,
    at: new Date(at2).toISOString(),
    operation,
    ...zone2 === void 0 ? {} : { zone: zone2 },
    status,
    summary: zone2 === void 0 ? summary : `${zone2}: ${summary}`
  };
}

// src/core/operations/lint-zone.ts
var finding = strictObject({
  id: string(),
  severity: _enum(["error", "warning", "advice"]),
  name: string().check(describe("Relative, @ for the apex")),
  type: optional(string()),
  message: string(),
  fix: string(),
  source: string()
});
var output3 = strictObject({
  zone: string(),
  records: number().check(describe("How many were checked")),
  findings: array(finding),
  warnings: optional(array(string()))
});
var lintZone2 = defineOperation({
  name: "lint_zone",
  title: "Check zone",
  toolset: "checks",
  effect: "read",
  idempotent: true,
  api: ["Z1", "R1"],
  summary: "Find mistakes in a zone or zone file, each with its fix.",
  input: strictObject({
    zone: optional(zone),
    zonefile: optional(zonefile.check(describe("Or this; zone: its origin"))),
    ignore: optional(array(string().check(_maxLength(100))).check(_maxLength(100), describe("Finding ids")))
  }),
  output: output3,
  examples: [
    { title: "Is anything wrong with example.com?", input: { zone: "example.com" } },
    {
      title: "Check a zone file",
      input: { zone: "example.net", zonefile: "@ 3600 IN MX 10 mail\nmail 3600 IN A 192.0.2.25\n" }
    }
  ],
  async run({ zone: zone2, zonefile: zonefile2, ignore = [] }, context) {
    const checked = zonefile2 === void 0 ? await readHeld(context, zone2) : await readGiven(zone2, zonefile2);
    const findings = lintZone({ zone: checked.zone, records: checked.records, ignore });
    return {
      zone: checked.zone,
      records: checked.records.length,
      findings: [...findings].sort(bySeverity).map(({ id, severity, name, type: type2, message, fix, source }) => ({
        id,
        severity,
        name: relativeName(name, checked.zone),
        type: type2,
        message,
        fix,
        source
      })),
      ...warningsField(checked.warnings)
    };
  },
  text({ zone: zone2, records: records2, findings, warnings }) {
    return lines(
      `${zone2}, ${count(records2, "record")} checked: ${count(findings.length, "finding")}.`,
      findings.map(
        ({ id, severity, name, type: type2, message, fix, source }) => `${severity} ${id} at ${name}${type2 === void 0 ? "" : ` ${type2}`}: ${message} ${fix} (${source})`
      ),
      warningLines(warnings)
    );
  }
});
async function readHeld(context, zone2) {
  if (zone2 === void 0) {
    throw new InputError("invalid_input", "Neither zone nor zonefile was given.", {
      field: "zone",
      hint: "Give the zone to check, or a zone file's text."
    });
  }
  const state = await openZone(context, zone2);
  const unknown = state.held.length - state.records.length;
  return {
    zone: state.zone.domain,
    records: state.records,
    warnings: [
      ...unknown === 0 ? [] : [`${count(unknown, "record")} of a type or value this program does not know was left out.`],
      ...state.incomplete ? ["The API counted more records than it gave: this is not the whole zone."] : []
    ]
  };
}
async function readGiven(zone2, zonefile2) {
  const origin = zone2 === void 0 ? zoneFileOrigin(zonefile2) : atField("zone", () => parseZoneName(zone2));
  const { records: records2, warnings } = await readZoneFile(origin, zonefile2, { faulty: "keep" });
  return { zone: origin, records: records2, warnings };
}
var RANK = { error: 0, warning: 1, advice: 2 };
function bySeverity(a, b) {
  return RANK[a.severity] - RANK[b.severity];
}

// src/core/operations/list-domains.ts
var listDomains = defineOperation({
  name: "list_domains",
  title: "List domains",
  toolset: "domains",
  effect: "read",
  idempotent: true,
  api: ["D1"],
  summary: "List registered domains with expiry; zones are in list_zones.",
  input: strictObject({
    status: optional(_enum(["active", "pending", "expired", "locked"]).check(describe("Filter"))),
    search: optional(string().check(_maxLength(255), describe("Part of the name"))),
    limit,
    cursor: optional(cursor)
  }),
  output: strictObject({ domains: array(domainRow), ...listFields }),
  examples: [
    { title: "Which domains do I own?", input: {} },
    { title: "Which registrations are still pending?", input: { status: "pending" } }
  ],
  async run({ status, search, limit: limit2, cursor: cursor2 }, context) {
    const listing = await context.api.domains.list({
      ...status === void 0 ? {} : { status },
      ...search === void 0 ? {} : { search }
    });
    const domains = listing.items.filter(({ domain: domain2 }) => isAllowed(context, domain2));
    const of = ["domains", status, search];
    const page = pageOf(domains, { limit: limit2, cursor: cursor2, of, row: domainRowOf, line: domainLine });
    return {
      domains: page.rows,
      ...listFieldsOf({
        total: domains.length < listing.items.length ? domains.length : listing.total,
        nextCursor: page.nextCursor,
        incomplete: listing.incomplete
      })
    };
  },
  text({ domains, total, next_cursor: nextCursor, incomplete }) {
    const rows = domains.map(domainLine);
    return listText({ noun: "domain", rows, total, nextCursor, incomplete, narrow: "Or narrow by status or search." });
  }
});

// src/core/operations/find/look-alike.ts
var NAMED_MAX = 3;
var CONFUSABLE = new Map([
  ...pairs("0o 1l ıi аa еe оo рp сc уy хx іi ѕs ԁd ɡg νv οo αa ρp"),
  ["rn", "m"],
  ["vv", "w"],
  ["cl", "d"]
]);
function lookAlikeWarnings(context, domain2, held) {
  const near = held.map(({ domain: owned }) => owned).filter((owned) => owned !== domain2 && isAllowed(context, owned) && looksLike(domain2, owned));
  const shown2 = enumerated(near.slice(0, NAMED_MAX));
  return [
    ...near.length > 0 ? [`${domain2} looks very much like ${shown2}, which is in this account already`] : [],
    ...mixesScripts(domain2) ? [`${domain2} mixes letters of different scripts in one label`] : []
  ];
}
function looksLike(a, b) {
  return editDistance(a, b) === 1 || skeleton(a) === skeleton(b);
}
function skeleton(name) {
  let text = toUnicode(name);
  for (const [from, to] of CONFUSABLE) text = text.replaceAll(from, to);
  return text;
}
function mixesScripts(name) {
  const scripts = [new RegExp("\\p{Script=Latin}", "u"), new RegExp("\\p{Script=Cyrillic}", "u"), new RegExp("\\p{Script=Greek}", "u"), new RegExp("\\p{Script=Armenian}", "u")];
  return labelsOf(toUnicode(name)).some((label) => scripts.filter((script) => script.test(label)).length > 1);
}
function pairs(text) {
  return text.split(" ").map((pair) => [pair.charAt(0), pair.charAt(1)]);
}

// src/core/operations/find/nameserver-names.ts
function nameserverNames(given) {
  const names = [];
  for (const [at2, text] of given.entries()) {
    const field = `nameservers[${at2}]`;
    const name = atField(field, () => parseZoneName(text));
    if (!isHostName(name) || names.includes(name)) {
      throw new InputError(
        "invalid_name",
        `${field}: ${names.includes(name) ? "It stands there twice." : "That is no host name."}`,
        {
          field,
          hint: "Give two to four different host names, such as ns1.example.net."
        }
      );
    }
    names.push(name);
  }
  return names;
}
function sameServers(a, b) {
  const known = new Set(a?.map(canonicalDomain));
  return known.size === b.length && b.every((name) => known.has(name));
}

// src/core/operations/wait/wait-for-domain.ts
var PENDING = "pending";
var ACTIVE = "active";
var FIRST_PAUSE_MS = 1e3;
var PAUSE_MAX_MS = 15e3;
var PAUSE_GROWTH = 1.5;
async function waitForDomain(context, { domain: domain2, change }, { wait: wait2 = "none", wait_timeout: timeout = DEFAULT_TIMEOUT_SECONDS }) {
  if (wait2 === "none") return {};
  try {
    const seen = await watch(context, domain2, timeout);
    return { domain: seen, propagation: reportOf(seen, timeout) };
  } catch (error) {
    if (!context.signal.aborted) throw error;
    throw cancelledWaiting(change, error);
  }
}
async function watch(context, bought, timeout) {
  const { api, clock, signal, progress } = context;
  const started = clock.now();
  let seen = bought;
  for (let pause = FIRST_PAUSE_MS; seen.status === PENDING; pause = Math.min(pause * PAUSE_GROWTH, PAUSE_MAX_MS)) {
    const spent = clock.now() - started;
    const left = timeout * 1e3 - spent;
    if (left <= 0) break;
    progress(Math.round(spent / 1e3), timeout, `${bought.domain} is pending`);
    await clock.sleep(Math.min(pause, left), signal);
    seen = await api.domains.get(bought.id).catch((error) => lastSeen(context, seen, error));
  }
  return seen;
}
function lastSeen({ signal, log }, seen, error) {
  if (signal.aborted || !(error instanceof VpsError)) throw error;
  log("warn", "the domain could not be looked at; trying again", { code: error.code });
  return seen;
}
function reportOf({ domain: domain2, status }, timeout) {
  if (status === ACTIVE) return { propagated: true, servers: [] };
  const note = status === PENDING ? `${domain2} is still pending after ${timeout} s; get_domain shows when it is active.` : `${domain2} is ${status === void 0 ? "of unknown status" : plainText(status, 40)} and not active.`;
  return { propagated: false, servers: [], note };
}

// src/core/operations/register-domain.ts
var registerDomain = defineOperation({
  name: "register_domain",
  title: "Register domain",
  toolset: "domains",
  effect: "spend",
  idempotent: false,
  api: ["D1", "D2", "D3"],
  summary: "Buy a domain for real money; asks a person first. Its DNS needs create_zone.",
  input: strictObject({
    domain,
    years,
    auto_renew: _default(autoRenew, true),
    privacy_protection: _default(privacyProtection, true),
    nameservers: optional(nameservers),
    max_price: maxPrice,
    wait: optional(wait),
    wait_timeout: optional(waitTimeout),
    confirm: optional(confirm)
  }),
  output: strictObject({
    ...guardedFields,
    ...changeField,
    domain: optional(domainRow),
    total_cost: optional(number()).check(describe("USD")),
    message: optional(string()),
    warnings: optional(array(string())),
    ...propagationField
  }),
  examples: [
    {
      title: "Register a domain for two years",
      input: { domain: "new-project.dev", years: 2, max_price: 30, confirm: "new-project.dev" }
    }
  ],
  async run({ confirm: confirm2, wait: wait2, wait_timeout, ...input4 }, context) {
    refuseUnlessAllowed(context);
    const domain2 = atField("domain", () => parseZoneName(input4.domain));
    refuseForeign(context, domain2, "domain");
    const nameservers2 = input4.nameservers === void 0 ? void 0 : nameserverNames(input4.nameservers);
    const { years: years2, auto_renew: autoRenew2, privacy_protection: privacyProtection2, max_price: maxPrice2 } = input4;
    const price = priceWords({ domain: domain2, years: years2, maxPrice: maxPrice2 });
    const { items: owned } = await context.api.domains.list();
    if (owned.some((held) => held.domain === domain2)) throw ours(domain2);
    const alike = lookAlikeWarnings(context, domain2, owned);
    const careful = alike.map((warning) => ` Careful: ${warning}.`).join("");
    const unconfirmed2 = await askFirst(context, {
      operation: "register_domain",
      target: domain2,
      given: confirm2,
      input: { ...input4, domain: domain2 },
      observed: { price },
      always: isPriceUnknown({ domain: domain2, years: years2 }),
      preview: `This registers ${domain2} for ${count(years2, "year")}: ${price}, auto-renewal ${autoRenew2 ? "on" : "off"}.${careful}`
    });
    if (unconfirmed2 !== void 0) return unconfirmed2;
    const order = {
      domain: domain2,
      years: years2,
      autoRenew: autoRenew2,
      privacyProtection: privacyProtection2,
      ...nameservers2 === void 0 ? {} : { nameservers: nameservers2 }
    };
    const intent = domainIntent("register_domain", domain2, `${domain2} registered for ${count(years2, "year")}`);
    const { result: bought, change } = await journaled(context, intent, () => context.api.domains.register(order));
    const waited = await waitForDomain(context, { domain: bought, change }, { wait: wait2, wait_timeout });
    return {
      ...DONE,
      change,
      ...waited,
      domain: domainRowOf({ ...bought, ...waited.domain }),
      total_cost: bought.totalCost,
      message: bought.message,
      ...warningsField(priceWarnings(bought.totalCost, maxPrice2))
    };
  },
  text(output4) {
    const { domain: domain2, total_cost: cost, message, warnings, propagation } = output4;
    if (domain2 === void 0) return unconfirmedText(output4) ?? "";
    return lines(
      `Registered ${domainLine(domain2)}`,
      cost === void 0 ? void 0 : `Charged: ${usd(cost)}`,
      message === void 0 ? void 0 : `The API says: ${quotedText(message, 300)}`,
      propagation?.note,
      warningLines(warnings)
    );
  }
});
function ours(domain2) {
  return new InputError("domain_exists", `${domain2} is in this account already; nothing was bought.`, {
    field: "domain",
    hint: "update_domain with auto_renew true keeps it; get_domain shows until when it is paid."
  });
}

// src/core/operations/remove-domain.ts
var removeDomain = defineOperation({
  name: "remove_domain",
  title: "Remove domain",
  toolset: "domains",
  effect: "destroy",
  idempotent: false,
  api: ["D1", "D5"],
  summary: "Take a domain out of the account; asks a person first. It stays registered and renews: update_domain stops that.",
  input: strictObject({ domain: domainOrId, confirm: optional(confirm) }),
  output: strictObject({ ...guardedFields, ...changeField, domain: optional(domainRow) }),
  examples: [{ title: "Remove example.org", input: { domain: "example.org", confirm: "example.org" } }],
  async run({ domain: given, confirm: confirm2 }, context) {
    const domain2 = await resolveDomain(context, given);
    const unconfirmed2 = await askFirst(context, {
      operation: "remove_domain",
      target: domain2.domain,
      given: confirm2,
      input: { domain: domain2.domain },
      observed: { id: domain2.id, autoRenew: domain2.autoRenew, expiresAt: domain2.expiresAt },
      preview: `This takes ${domain2.domain} out of the account. ${stays(domain2)}${howToStop(domain2)}`
    });
    if (unconfirmed2 !== void 0) return unconfirmed2;
    const intent = domainIntent("remove_domain", domain2.domain, `${domain2.domain} taken out of the account`);
    const { change } = await journaled(context, intent, () => context.api.domains.remove(domain2.id));
    return { ...DONE, change, domain: domainRowOf(domain2) };
  },
  text(output4) {
    const { domain: domain2 } = output4;
    if (domain2 === void 0) return unconfirmedText(output4) ?? "";
    const { auto_renew: autoRenew2, expires_at: expiresAt } = domain2;
    const warning = autoRenew2 === false ? "" : " Nothing here stops that any more; its registrar can.";
    return `Took ${domain2.name} out of the account. ${stays({ autoRenew: autoRenew2, expiresAt })}.${warning}`;
  }
});
function stays({ autoRenew: autoRenew2, expiresAt }) {
  const until = expiresAt === void 0 ? "" : ` until ${dayOf(expiresAt)}`;
  const renewal = autoRenew2 === void 0 ? "may renew by itself" : autoRenew2 ? "renews by itself" : "does not renew";
  return `The registration stays${until} and ${renewal}`;
}
function howToStop({ autoRenew: autoRenew2 }) {
  return autoRenew2 === false ? "." : ": to stop paying, first call update_domain with auto_renew false.";
}

// src/core/operations/replace-record.ts
var replaceRecord = defineOperation({
  name: "replace_record",
  title: "Replace record",
  toolset: "records",
  effect: "update",
  idempotent: true,
  api: ["Z1", "R4", "R1", "R5"],
  summary: "Replace all of a record by id.",
  input: strictObject({
    record: record2,
    type,
    name: ownerName,
    value: value.check(describe("As create_record has it")),
    ttl: optional(ttl),
    priority: optional(priority),
    confirm: optional(confirm)
  }),
  output: writtenRecord,
  examples: [
    {
      title: "Make record rec-001 an alias",
      input: { record: "rec-001", type: "CNAME", name: "blog", value: "pages.example.net" }
    }
  ],
  async run(input4, context) {
    const { record: id, confirm: _, ...content } = input4;
    const { record: held, state } = await findRecordInZone(context, id);
    const before = understood(held);
    const after = newContent(state, held.id, { ...content, zone: state.zone.domain });
    if (before.type === after.type && holds(held, after))
      return { status: "done", changed: false, record: recordRowOf(held) };
    return writeRecord(context, state, {
      operation: "replace_record",
      input: input4,
      change: { action: "update", id: held.id, before, after, whole: true }
    });
  },
  text(output4) {
    return writtenText(output4.changed ? "Replaced in" : "Already so in", output4);
  }
});

// src/core/operations/set-rrset.ts
var VALUES_MAX2 = 100;
var input3 = strictObject({
  zone,
  name: ownerName,
  type,
  values: array(string().check(_maxLength(65535))).check(_maxLength(VALUES_MAX2), describe("MX, SRV: priority first (10 mail.example.net); [] empties")),
  ttl: optional(ttl),
  replace_conflicts: optional(boolean().check(describe("Delete what a CNAME cannot join"))),
  confirm: optional(confirm)
});
var setRrset = defineOperation({
  name: "set_rrset",
  title: "Set RRset",
  toolset: "changes",
  effect: "update",
  idempotent: true,
  api: ["Z1", "R1", "R2", "R6", "R7"],
  summary: "Change values: make these the only ones at a name and type.",
  input: input3,
  output: strictObject({
    ...guardedFields,
    ...changeField,
    zone: string(),
    summary: optional(planFields.summary),
    changes: optional(planFields.changes),
    warnings: optional(array(string()))
  }),
  examples: [
    {
      title: "Point www at two addresses",
      input: { zone: "example.com", name: "shop", type: "A", values: ["192.0.2.10", "192.0.2.11"], ttl: 300 }
    }
  ],
  async run(given, context) {
    checkEarly(given.zone, (zone3) => wantedValues(zone3, given));
    const state = await openZone(context, given.zone);
    const zone2 = state.zone.domain;
    const plan = planFinals({
      zone: zone2,
      mode: "replace",
      observed: state.held,
      finals: finalsOf(state, given)
    });
    const { confirm: confirm2, ...bound } = given;
    const { zone: ref, held: observed, readAt } = state;
    const request = { operation: "set_rrset", input: bound, confirm: confirm2, zone: ref, observed, readAt, plan };
    const result = await changeZone(context, request);
    if (result.status !== "done") return { ...result, zone: zone2 };
    const { summary, changes } = planRow(plan);
    return {
      status: "done",
      changed: result.changed,
      ...result.change === void 0 ? {} : { change: result.change },
      zone: zone2,
      summary,
      changes,
      ...warningsField(changeWarnings(state, result.sent))
    };
  },
  text(output4) {
    const { zone: zone2, summary, changes = [], change, changed, warnings } = output4;
    const open = unconfirmedText(output4);
    if (open !== void 0 || summary === void 0) return open ?? "";
    const head = changed ? `${zone2}: ${planNumbers({ summary })}.` : `Already so in ${zone2}.`;
    return lines(head, planDiff({ changes }), undoLine(change), warningLines(warnings));
  }
});
function wantedValues(zone2, { name, type: type2, values, ttl: ttl2 }) {
  refuseApexNs({ name: parseOwnerName(name, zone2), type: parseRecordType(type2) }, zone2);
  const records2 = values.map(
    (value2, at2) => below(`values[${at2}]`, () => parseRecord({ zone: zone2, name, type: type2, value: value2, ttl: ttl2 }))
  );
  return [...new Map(records2.map((record3) => [rdataKey(record3), record3])).values()];
}
function finalsOf(state, given) {
  const zone2 = state.zone.domain;
  const self = { name: parseOwnerName(given.name, zone2), type: parseRecordType(given.type) };
  const ttl2 = given.ttl ?? rrsetOf(state, self)[0]?.ttl ?? DEFAULT_TTL_SECONDS;
  const wanted = wantedValues(zone2, given).map((record3) => ({ ...record3, ttl: ttl2 }));
  const clearing = given.replace_conflicts === true && wanted.length > 0 ? conflicting(state, self) : [];
  const finals = new Map(clearing.map((record3) => [rrsetKey(record3), []]));
  return finals.set(rrsetKey(self), wanted);
}
function conflicting({ records: records2 }, { name, type: type2 }) {
  const isAlone = recordTypes[type2].standsAlone;
  return records2.filter(
    (record3) => record3.name === name && record3.type !== type2 && (isAlone || recordTypes[record3.type].standsAlone)
  );
}

// src/core/operations/transfer-domain.ts
var transferRow = strictObject({
  domain: string(),
  status: optional(string()),
  initiated_at: optional(string()),
  estimated_completion: optional(string()),
  message: optional(string()),
  next_steps: array(string())
});
var transferDomain = defineOperation({
  name: "transfer_domain",
  title: "Transfer domain in",
  toolset: "domains",
  effect: "spend",
  idempotent: false,
  api: ["D1", "D6"],
  summary: "Transfer a domain that list_domains has from its registrar (unlocked there) at a year's price, in 5-7 days; asks a person first.",
  input: strictObject({
    domain: domainOrId,
    auth_code: string().check(_minLength(1), _maxLength(255), describe("Secret of the old registrar")),
    auto_renew: _default(autoRenew, true),
    max_price: maxPrice,
    confirm: optional(confirm)
  }),
  output: strictObject({ ...guardedFields, ...changeField, transfer: optional(transferRow) }),
  examples: [
    {
      title: "Bring myapp.io here",
      input: { domain: "myapp.io", auth_code: "Xy9Kl2Mn#4pQ", max_price: 40, confirm: "myapp.io" }
    }
  ],
  async run({ confirm: confirm2, ...input4 }, context) {
    refuseUnlessAllowed(context);
    const { id, domain: domain2, nameservers: nameservers2 } = await resolveDomain(context, input4.domain);
    const price = priceWords({ domain: domain2, years: 1, maxPrice: input4.max_price });
    const unconfirmed2 = await askFirst(context, {
      operation: "transfer_domain",
      target: domain2,
      given: confirm2,
      input: { ...input4, domain: domain2 },
      observed: { id, price, nameservers: nameservers2 },
      always: isPriceUnknown({ domain: domain2, years: 1 }),
      preview: `This transfers ${domain2} here with a year's renewal: ${price}, auto-renewal ${input4.auto_renew ? "on" : "off"}.`
    });
    if (unconfirmed2 !== void 0) return unconfirmed2;
    const { auth_code: authCode, auto_renew: autoRenew2 } = input4;
    const intent = domainIntent("transfer_domain", domain2, `transfer of ${domain2} begun`);
    const { result: transfer, change } = await journaled(
      context,
      intent,
      () => context.api.domains.transfer(id, { authCode, autoRenew: autoRenew2 })
    );
    return { ...DONE, change, transfer: transferRowOf({ ...transfer, domain: domain2 }, authCode) };
  },
  text(output4) {
    const { transfer } = output4;
    if (transfer === void 0) return unconfirmedText(output4) ?? "";
    const { domain: domain2, status, estimated_completion: end, message, next_steps: steps } = transfer;
    return lines(
      `The transfer of ${domain2} has begun${status === void 0 ? "" : ` (${wordText(status, 40)})`}.`,
      end === void 0 ? void 0 : `Expected to end: ${wordText(end, 40)}`,
      message === void 0 ? void 0 : `The API says: ${quotedText(message, 300)}`,
      steps.map((step) => `- ${quotedText(step, 300)}`)
    );
  }
});
function transferRowOf(transfer, authCode) {
  const clean = (text) => withoutSecrets(text, [authCode]);
  return {
    domain: transfer.domain,
    status: transfer.status,
    initiated_at: transfer.initiatedAt,
    estimated_completion: transfer.estimatedCompletion,
    message: transfer.message === void 0 ? void 0 : clean(transfer.message),
    next_steps: transfer.nextSteps.map(clean)
  };
}

// src/core/change/undo.ts
var UNDO_OPERATION = "undo_change";

// src/core/change/undo-records.ts
var NAMED_MAX2 = 10;
function restoredRrsets(change, observed, interrupted) {
  const mixed = interrupted || change.status !== "done";
  const before = bySet(change.before);
  const after = bySet(keptRecords(change));
  const now = bySet(observed.flatMap(({ record: record3 }) => record3 ?? []));
  const keys = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])];
  const conflicts = keys.filter(
    (key2) => !isOurs(mixed, { before: before.get(key2), after: after.get(key2), now: now.get(key2) })
  );
  if (conflicts.length > 0) throw conflict(conflicts);
  return new Map(keys.map((key2) => [key2, single(before.get(key2) ?? [])]));
}
function keptRecords({ after, steps }) {
  const kept = new Map(
    steps.flatMap(({ altered }) => altered === void 0 ? [] : [[exactKey(altered.sent), altered.kept]])
  );
  return after.map((record3) => kept.get(exactKey(record3)) ?? record3);
}
function isOurs(mixed, { before = [], after = [], now = [] }) {
  if (fingerprint(now) === fingerprint(after) || fingerprint(now) === fingerprint(before)) return true;
  if (!mixed) return false;
  const known = new Set([...before, ...after].map(exactKey));
  return now.every((record3) => known.has(exactKey(record3)));
}
function single(records2) {
  return [...new Map(records2.map((record3) => [rdataKey(record3), record3])).values()];
}
function conflict(keys) {
  const more = keys.length > NAMED_MAX2 ? ` and ${keys.length - NAMED_MAX2} more` : "";
  return new VpsError(
    "change_conflict",
    `Others have changed what this would put back: ${enumerated(keys.slice(0, NAMED_MAX2))}${more}. Nothing was sent.`,
    {
      hint: "list_changes shows whether a later change of this program is in the way (and_later takes those back first); otherwise set what is wanted with set_rrset."
    }
  );
}
function bySet(records2) {
  const sets = /* @__PURE__ */ new Map();
  for (const record3 of records2) {
    const key2 = rrsetKey(record3);
    const set = sets.get(key2);
    if (set === void 0) sets.set(key2, [record3]);
    else set.push(record3);
  }
  return sets;
}

// src/core/change/change-domain.ts
async function changeDomain(context, request) {
  const { domain: domain2, settings, operation, confirm: confirm2, input: input4 } = request;
  const grave = graveChanges(settings);
  if (grave.length > 0) {
    const answer = await context.confirmation({
      operation,
      target: domain2.domain,
      given: confirm2,
      input: input4,
      observed: { nameservers: domain2.nameservers, autoRenew: domain2.autoRenew, locked: domain2.locked },
      preview: `For ${domain2.domain} this ${grave.join("; ")}.`
    });
    if (!answer.granted) return unconfirmed(answer);
  }
  const asked2 = grave.length > 0;
  return context.journal.exclusively(
    domain2.domain,
    async (waited) => {
      if (waited || asked2) await refuseChanged2(context, request);
      return send(context, request);
    },
    context.signal
  );
}
async function send(context, { domain: domain2, settings, operation, undoes }) {
  const intent = {
    operation,
    domain: domain2.domain,
    summary: `settings of ${domain2.domain}: ${Object.keys(settings).join(", ")}`,
    before: [],
    after: [],
    disturbed: [],
    created: [],
    settings: { before: settingsBefore(domain2, settings), after: settings },
    ...undoes === void 0 ? {} : { undoes }
  };
  const { result: updated, change } = await journaled(
    context,
    intent,
    () => context.api.domains.update(domain2.id, settings)
  );
  return { status: "done", updated, change };
}
async function refuseChanged2({ api }, { domain: domain2, settings }) {
  const now = await api.domains.get(domain2.id);
  if (sameSettings(settingsBefore(now, settings), settingsBefore(domain2, settings))) return;
  throw new VpsError("conflict", `The same settings of ${domain2.domain} were changed meanwhile. Nothing was sent.`, {
    hint: "get_domain shows them; do it again if it is still wanted."
  });
}
function sameSettings(a, b) {
  return JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));
}
function canonical({ autoRenew: autoRenew2, privacyProtection: privacyProtection2, nameservers: nameservers2, locked }) {
  const servers = nameservers2?.map(canonicalDomain).sort();
  return [autoRenew2, privacyProtection2, servers, locked];
}
function settingsBefore(domain2, settings) {
  const { autoRenew: autoRenew2, privacyProtection: privacyProtection2, nameservers: nameservers2, locked } = domain2;
  return {
    ...settings.autoRenew === void 0 || autoRenew2 === void 0 ? {} : { autoRenew: autoRenew2 },
    ...settings.privacyProtection === void 0 || privacyProtection2 === void 0 ? {} : { privacyProtection: privacyProtection2 },
    ...settings.nameservers === void 0 || nameservers2 === void 0 ? {} : { nameservers: nameservers2 },
    ...settings.locked === void 0 || locked === void 0 ? {} : { locked }
  };
}
function graveChanges({ autoRenew: autoRenew2, locked, nameservers: nameservers2 }) {
  return [
    autoRenew2 === false ? "ends auto-renewal, so the registration is lost when it expires" : void 0,
    locked === false ? "unlocks it, so it can be transferred away" : void 0,
    nameservers2?.some((server) => !VPS_NAMESERVERS.includes(server)) === true ? `hands its DNS to ${enumerated(nameservers2)}, where zones here are not served` : void 0
  ].filter((change) => change !== void 0);
}

// src/core/change/undo-settings.ts
async function undoSettings(context, { change, confirm: confirm2, input: input4 }) {
  const { settings, domain: name } = change;
  if (settings === void 0 || name === void 0) throw nothingToUndo();
  const domain2 = await standingDomain(context, name);
  const now = settingsBefore(domain2, settings.after);
  if (sameSettings(now, settings.before)) {
    await context.journal.markUndone(change.id, change.id);
    return { status: "done", warnings: ["The settings are as they were before; nothing was sent."] };
  }
  if (!sameSettings(now, settings.after)) {
    throw new VpsError("change_conflict", `Others have changed the same settings of ${name} since. Nothing was sent.`, {
      hint: "get_domain shows them; update_domain sets what is wanted."
    });
  }
  const result = await changeDomain(context, {
    operation: UNDO_OPERATION,
    domain: domain2,
    settings: settings.before,
    confirm: confirm2,
    input: input4,
    undoes: change.id
  });
  return result.status === "done" ? { status: "done", change: result.change, warnings: [] } : result;
}
async function standingDomain({ api }, name) {
  const { items } = await api.domains.list({ search: name });
  const domain2 = items.find((candidate) => candidate.domain === name);
  if (domain2 !== void 0) return domain2;
  throw new VpsError("change_conflict", `The domain ${name} is not in this account any more; nothing was sent.`, {
    hint: "list_domains shows those that are."
  });
}
function nothingToUndo() {
  return new VpsError("change_conflict", "That change cannot be taken back.", {
    hint: "Purchases, transfers and removals from the account are final; see get_domain."
  });
}

// src/core/change/undo-zone.ts
async function wasInterrupted({ journal }, { id, zone: zone2 }) {
  const entries = await journal.list(zone2 === void 0 ? {} : { zone: zone2 });
  return entries.some(({ undoes, status }) => undoes === id && (status === "partial" || status === "unknown"));
}
async function bringBack(context, { change, zone: name }) {
  return context.journal.exclusively(
    name,
    async () => {
      const standing = await standingZone(context, name);
      if (standing !== void 0) return neverDeleted(context, change, standing);
      const plan = planFinals({ zone: name, mode: "replace", observed: [], finals: restoredRrsets(change, [], true) });
      const after = plan.stages.flat().flatMap((planned) => planned.action === "create" ? [planned.after] : []);
      const intent = { ...zoneIntent(UNDO_OPERATION, name, { event: "created" }), after, undoes: change.id };
      const summary = `zone created with ${count(after.length, "record")}`;
      const entry = await context.journal.begin({ ...intent, summary });
      const zone2 = await sendOrSettle(entry, intent, () => context.api.zones.create(name));
      const restored = { zone: zone2, observed: [], plan, undoes: change.id, underWay: true };
      await carryOut(context, restored, entry);
      return {
        status: "done",
        change: entry.id,
        warnings: [
          `${name} is a new zone at the API: ids are new, and so may be whatever was bound to the old ones.`,
          ...lostWarnings(change)
        ]
      };
    },
    context.signal
  );
}
function lostWarnings({ lost = 0 }) {
  if (lost === 0) return [];
  return [`${count(lost, "record")} of kinds not known here went with the zone and did not come back.`];
}
async function neverDeleted(context, change, zone2) {
  const { items } = await context.api.records.listInZone(zone2);
  const held = new Set(items.flatMap(({ record: record3 }) => record3 === void 0 ? [] : [rrsetKey(record3)]));
  const stands = change.before.length === 0 || change.before.some((record3) => held.has(rrsetKey(record3)));
  if (change.status !== "unknown" || !stands) {
    throw new VpsError("change_conflict", `There is a zone ${zone2.domain} again; nothing was sent.`, {
      hint: "plan_zone with the wanted records changes it."
    });
  }
  await context.journal.markUndone(change.id, change.id);
  return { status: "done", warnings: [`The zone ${zone2.domain} was never deleted.`] };
}
async function takeAway(context, { change, confirm: confirm2, input: input4, zone: name }) {
  const zone2 = await standingZone(context, name);
  if (zone2 === void 0) {
    await context.journal.markUndone(change.id, change.id);
    return { status: "done", warnings: [`The zone ${name} is not there any more.`] };
  }
  const { items } = await context.api.records.listInZone(zone2);
  const answer = await context.confirmation({
    operation: UNDO_OPERATION,
    target: name,
    given: confirm2,
    input: input4,
    observed: shown(items),
    preview: `This deletes the zone ${name} with ${count(items.length, "record")}; its names stop answering.`
  });
  if (!answer.granted) return unconfirmed(answer);
  const removal = { operation: UNDO_OPERATION, zone: zone2, held: items, asked: confirm2 === void 0, undoes: change.id };
  const opaque = items.filter(({ record: record3 }) => record3 === void 0).length;
  const lost = `${count(opaque, "record")} of kinds that are not known here cannot be brought back.`;
  return { status: "done", change: await removeZone(context, removal), warnings: opaque > 0 ? [lost] : [] };
}
function shown(items) {
  return items.map(({ id, name, type: type2, ttl: ttl2, value: value2 }) => [id, name, type2, ttl2, value2]);
}
async function standingZone({ api }, name) {
  const { items } = await api.zones.list({ domain: name });
  return items.find(({ domain: domain2 }) => domain2 === name);
}

// src/core/change/undo-change.ts
async function undoChange(context, request) {
  const { change } = request;
  const { zone: zone2 } = change;
  if (change.lost !== void 0 && change.zoneEvent === void 0) throw lostForGood2();
  if (zone2 === void 0) return undoSettings(context, request);
  if (change.zoneEvent === "created") return takeAway(context, { ...request, zone: zone2 });
  if (change.zoneEvent === "deleted" && !await wasInterrupted(context, change)) {
    return bringBack(context, { change, zone: zone2 });
  }
  return restore(context, { ...request, zone: zone2 });
}
async function restore(context, { change, confirm: confirm2, input: input4, zone: name }) {
  const zone2 = await standingZone(context, name);
  if (zone2 === void 0)
    return change.zoneEvent === "deleted" ? bringBack(context, { change, zone: name }) : gone(name);
  const readAt = context.clock.now();
  const { items: observed, incomplete } = await context.api.records.listInZone(zone2);
  const finals = restoredRrsets(change, observed, await wasInterrupted(context, change));
  const plan = planFinals({ zone: name, mode: "replace", observed, finals });
  const request = { operation: UNDO_OPERATION, input: input4, confirm: confirm2, zone: zone2, observed, readAt, plan, undoes: change.id };
  const result = await changeZone(context, request);
  if (result.status !== "done") return result;
  const warnings = incomplete ? ["The API held back some of the zone's records: look at what is there now."] : [];
  if (result.change !== void 0) return { status: "done", change: result.change, warnings };
  await context.journal.markUndone(change.id, change.id);
  return { status: "done", warnings: [...warnings, alreadyAsBefore(change)] };
}
function lostForGood2() {
  return new VpsError("change_conflict", "That change cannot be taken back.", {
    hint: "It deleted a record of a kind not known here, whose content was not kept."
  });
}
function alreadyAsBefore({ id }) {
  return `What ${id} touched is as it was before it; nothing was sent.`;
}
function gone(name) {
  throw new VpsError("change_conflict", `The zone ${name} is not there any more; nothing was sent.`, {
    hint: "Where this program deleted it, undo that deletion first (list_changes)."
  });
}

// src/core/change/undo-changes.ts
async function undoChanges(context, { changes, taken, ...rest }) {
  const undone = taken.map(undoneRow);
  const warnings = [];
  let last;
  for (const change of changes) {
    const begun = undone.length === 0 ? void 0 : takenBack(undone);
    try {
      last = await undoChange(begun === void 0 ? context : askingOn(context, begun), { change, ...rest });
    } catch (error) {
      throw begun === void 0 ? error : stopped(error, begun);
    }
    if (last.status !== "done") break;
    undone.push(undoneRow(change));
    warnings.push(...last.warnings);
  }
  return { undone, last, warnings };
}
function undoneRow({ id, summary }) {
  return { change: id, summary };
}
function takenBack(undone) {
  return `Taken back: ${undone.map(({ change, summary }) => `${change}, ${summary}`).join("; ")}.`;
}
function askingOn(context, begun) {
  const confirmation = (request) => context.confirmation({ ...request, begun, preview: `${begun} ${request.preview}` });
  return { ...context, confirmation };
}
function stopped(error, begun) {
  if (!(error instanceof VpsError) || error.code === "confirmation_required") return error;
  return new VpsError("partial", `${begun} The next one stopped it: ${error.message}`, {
    hint: error.hint,
    cause: error
  });
}

// src/core/confirmation-ladder.ts
var TOKEN_LIFETIME_MS = 5 * 60 * 1e3;

// src/core/operations/undo-change.ts
var undoChange2 = defineOperation({
  name: "undo_change",
  title: "Undo change",
  toolset: "changes",
  effect: "destroy",
  idempotent: false,
  api: ["Z1", "Z3", "Z4", "R1", "R2", "R6", "R7", "D1", "D4"],
  summary: "Take a change back, a deleted zone too. Refused where others changed it since.",
  input: strictObject({
    change: string().check(_maxLength(100), describe("From list_changes")),
    and_later: optional(boolean().check(describe("And all later ones in its zone"))),
    confirm: optional(confirm)
  }),
  output: strictObject({
    ...guardedFields,
    ...changeField,
    undone: optional(array(strictObject({ change: string(), summary: string() }))).check(describe("Taken back")),
    warnings: optional(array(string()))
  }),
  examples: [
    {
      title: "Take the last change back",
      input: { change: "c0m1abcdef-0a1b2c" },
      needs: {
        operation: "ensure_records",
        input: { zone: "example.com", records: [{ type: "A", name: "shop", value: "192.0.2.10" }] },
        gives: "change"
      }
    }
  ],
  async run(input4, context) {
    const { confirm: confirm2, ...bound } = input4;
    const first = await undoable(context, input4.change);
    const chosen = input4.and_later === true ? await andLater(context, first) : { changes: [first], taken: [] };
    const { undone, last, warnings } = await undoChanges(context, { ...chosen, confirm: confirm2, input: bound });
    if (last !== void 0 && last.status !== "done") {
      return { ...last, ...undone.length === 0 ? {} : { changed: true, undone: [...undone] } };
    }
    return {
      status: "done",
      changed: undone.length > 0,
      ...last?.change === void 0 ? {} : { change: last.change },
      undone: [...undone],
      ...warningsField(warnings)
    };
  },
  text(output4) {
    const { undone = [], change, warnings } = output4;
    const open = unconfirmedText(output4);
    if (open !== void 0) return open;
    const again = change === void 0 ? void 0 : `The undo itself is change ${change}.`;
    const taken = undone.length === 0 ? "Nothing was left to take back." : takenBack(undone);
    return lines(taken, again, warningLines(warnings));
  }
});
async function undoable(context, id) {
  const change = await context.journal.get(id);
  if (change === void 0) {
    throw new InputError("change_not_found", "There is no such change in the journal.", {
      field: "change",
      hint: "list_changes shows those that can be undone."
    });
  }
  refuseForeign(context, change.zone ?? change.domain ?? "", "change");
  if (change.status === "undone") {
    throw new InputError("change_conflict", "That change was taken back already.", {
      field: "change",
      hint: "list_changes shows what came after it; an undo can be undone as well."
    });
  }
  return change;
}
async function andLater(context, first) {
  const { zone: zone2 } = first;
  if (zone2 === void 0) return { changes: [first], taken: [] };
  const { journal, clock } = context;
  const all = await journal.list({ zone: zone2, since: first.at });
  const changes = all.slice(0, all.findIndex(({ id }) => id === first.id) + 1);
  return {
    changes: await standingChanges(journal, changes),
    taken: await justTakenBack(journal, changes, clock.now() - TOKEN_LIFETIME_MS)
  };
}

// src/core/operations/update-domain.ts
var updateDomain = defineOperation({
  name: "update_domain",
  title: "Update domain",
  toolset: "domains",
  effect: "update",
  idempotent: true,
  api: ["D1", "D4"],
  summary: "Set renewal, privacy, lock, name servers. Ending renewal, unlocking or moving away asks a person first.",
  input: strictObject({
    domain: domainOrId,
    auto_renew: optional(autoRenew),
    privacy_protection: optional(privacyProtection),
    nameservers: optional(nameservers),
    locked: optional(boolean().check(describe("No transfer away"))),
    confirm: optional(confirm)
  }),
  output: strictObject({
    ...guardedFields,
    ...changeField,
    domain: optional(domainRow),
    message: optional(string())
  }),
  examples: [
    { title: "Renew myapp.io by itself", input: { domain: "myapp.io", auto_renew: true } },
    {
      title: "Stop paying for example.com",
      input: { domain: "example.com", auto_renew: false, confirm: "example.com" }
    }
  ],
  async run({ confirm: confirm2, ...input4 }, context) {
    const wanted = settingsOf(input4);
    const domain2 = await resolveDomain(context, input4.domain);
    const settings = differing(domain2, wanted);
    if (Object.keys(settings).length === 0) return { ...DONE, changed: false, domain: domainRowOf(domain2) };
    const result = await changeDomain(context, {
      operation: "update_domain",
      domain: domain2,
      settings,
      confirm: confirm2,
      input: { ...input4, domain: domain2.domain }
    });
    if (result.status !== "done") return result;
    const { updated, change } = result;
    const { message, ...after } = updated;
    return { ...DONE, change, domain: domainRowOf({ ...domain2, ...after }), message };
  },
  text(output4) {
    const { domain: domain2, changed, change, message } = output4;
    if (domain2 === void 0) return unconfirmedText(output4) ?? "";
    return lines(
      `${changed ? "Updated" : "Already so"}: ${domainLine(domain2)}`,
      message === void 0 ? void 0 : `The API says: ${quotedText(message, 300)}`,
      undoLine(change)
    );
  }
});
function settingsOf(given) {
  const { auto_renew: autoRenew2, privacy_protection: privacyProtection2, nameservers: nameservers2, locked } = given;
  const settings = {
    ...autoRenew2 === void 0 ? {} : { autoRenew: autoRenew2 },
    ...privacyProtection2 === void 0 ? {} : { privacyProtection: privacyProtection2 },
    ...nameservers2 === void 0 ? {} : { nameservers: nameserverNames(nameservers2) },
    ...locked === void 0 ? {} : { locked }
  };
  if (Object.keys(settings).length > 0) return settings;
  throw new InputError("invalid_input", "Nothing to change was given.", {
    hint: "Give auto_renew, privacy_protection, nameservers or locked beside domain."
  });
}
function differing(domain2, wanted) {
  const { autoRenew: autoRenew2, privacyProtection: privacyProtection2, nameservers: nameservers2, locked } = wanted;
  return {
    ...autoRenew2 === void 0 || autoRenew2 === domain2.autoRenew ? {} : { autoRenew: autoRenew2 },
    ...privacyProtection2 === void 0 || privacyProtection2 === domain2.privacyProtection ? {} : { privacyProtection: privacyProtection2 },
    ...nameservers2 === void 0 || sameServers(domain2.nameservers, nameservers2) ? {} : { nameservers: nameservers2 },
    ...locked === void 0 || locked === domain2.locked ? {} : { locked }
  };
}

// src/core/operations/index.ts
var operations = [
  listZones,
  getZone,
  createZone,
  deleteZone,
  exportZone,
  listRecords,
  getRecord,
  createRecord,
  updateRecord,
  replaceRecord,
  deleteRecord,
  ensureRecords,
  setRrset,
  applyPreset,
  planZone,
  applyPlan,
  listChanges,
  undoChange2,
  listDomains,
  getDomain,
  registerDomain,
  updateDomain,
  removeDomain,
  transferDomain,
  checkDomain,
  checkPropagation,
  lintZone2,
  getAccount
];
var byName = new Map(operations.map((operation) => [operation.name, operation]));
function findOperation(name) {
  return byName.get(name);
}
export {
  findOperation,
  operations
};
