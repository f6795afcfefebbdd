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
} from "./chunk-FKNTS2GN.mjs";
import {
  TTL_MAX_SECONDS
} from "./chunk-3E7Z2IDA.mjs";
import {
  RECORD_TYPES
} from "./chunk-RJAMLTRO.mjs";
import {
  InputError
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

// src/core/text/lines.ts
function lines(...parts) {
  return parts.flat().filter((part) => part !== void 0 && part !== "").join("\n");
}
function warningLines(warnings) {
  return (warnings ?? []).map((warning) => `Warning: ${warning}`);
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
  visibleZones
};
