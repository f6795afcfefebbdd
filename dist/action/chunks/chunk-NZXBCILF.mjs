import {
  count
} from "./chunk-FDZT52PG.mjs";
import {
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
  VALUE_MAX_LENGTH,
  idText,
  quotedText,
  shortText,
  wordText
} from "./chunk-UWZIXFLP.mjs";

// src/core/wire/verdict.ts
function countedLooks(looks) {
  const reached = looks.filter(({ failure }) => failure === void 0);
  const servers = new Set(reached.map(serverKey));
  const families = new Set(reached.map(familyOf));
  return looks.filter((look) => {
    const isCutOff = look.failure === "no_route" || look.failure === "no_answer" && !families.has(familyOf(look));
    return !isCutOff || !servers.has(serverKey(look));
  });
}
function isEverywhere(looks) {
  const counted = countedLooks(looks);
  return counted.length > 0 && counted.every(({ ok }) => ok);
}
function areAlike(looks) {
  const said = looks.flatMap(({ judged }) => judged === void 0 ? [] : [[...judged.values].sort().join("\n")]);
  return new Set(said).size < 2;
}
function serverKey({ target: { host, kind } }) {
  return `${kind} ${host}`;
}
function familyOf({ target: { endpoint } }) {
  return endpoint?.address.includes(":") === true ? "ipv6" : "ipv4";
}

// src/core/text/record-line.ts
function recordLine(record, { absolute = false } = {}) {
  const { id, name, fqdn, type, value, ttl, priority } = record;
  const rdata = valueText(type, value);
  const data = priority === void 0 ? rdata : `${priority} ${rdata}`;
  const line = `${wordText(absolute ? fqdn : name, NAME_MAX_LENGTH)} ${ttl} ${wordText(type, 20)} ${data}`;
  return id === void 0 ? line : `${line} ; id ${idText(id)}`;
}
function valueText(type, value, maxLength = VALUE_MAX_LENGTH) {
  return type !== "TXT" && RDATA.test(value) && value.length <= RDATA_MAX_LENGTH ? value : quotedText(value, maxLength);
}
var NAME_MAX_LENGTH = 1024;
var RDATA_MAX_LENGTH = 1100;
var RDATA = /^(?:(?:\d+ ){0,4}[A-Za-z0-9_.:*/+=\\-]+|\d+ [A-Za-z0-9]+ "[ !#-[\]-~]*")$/;

// src/core/operations/shapes/propagation.ts
var ANSWERS_MAX = 20;
var ANSWERS_TOLD = 3;
var VALUE_TOLD_MAX = 80;
var serverRow = strictObject({
  server: string(),
  address: optional(string()),
  kind: _enum(["authoritative", "public"]),
  ok: boolean(),
  rcode: optional(string()).check(describe("NODATA: the name has other types only")),
  aa: optional(boolean()),
  answers: array(string()),
  via: optional(array(string())).check(describe("CNAME targets followed")),
  ttl: optional(number()),
  serial: optional(number()),
  negative_ttl: optional(number()).check(describe("Seconds a no stays cached")),
  error: optional(string()),
  time_ms: number()
});
var propagationFields = {
  propagated: boolean(),
  servers: array(serverRow),
  note: optional(string()).check(describe("On the delegation, or what was not asked"))
};
var propagationShape = strictObject(propagationFields);
var propagationField = {
  propagation: optional(propagationShape).check(describe("When it waited"))
};
function propagationOf(propagated, looks, note) {
  const counted = new Set(countedLooks(looks));
  return {
    propagated,
    servers: looks.map((look) => serverRowOf(look, counted.has(look))),
    ...note === void 0 ? {} : { note }
  };
}
function serverRowOf(look, isCounted) {
  const { target, ok, aa, judged, serial = judged?.serial, error, timeMs } = look;
  const { rcode, values = [], via = [], ttl, negativeTtl } = judged ?? {};
  const uncounted = "It is not counted: another address of the server was reached.";
  const told = isCounted ? error : error === void 0 ? uncounted : `${error} ${uncounted}`;
  return {
    server: target.host,
    address: target.endpoint?.address,
    kind: target.kind,
    ok,
    rcode,
    aa,
    answers: values.slice(0, ANSWERS_MAX).map((value) => shortText(value)),
    via: via.length === 0 ? void 0 : [...via],
    ttl,
    serial,
    negative_ttl: negativeTtl,
    error: told,
    time_ms: timeMs
  };
}
function propagationLines(propagation) {
  if (propagation === void 0) return [];
  const { propagated, servers, note } = propagation;
  if (servers.length === 0) return note === void 0 ? [] : [note];
  const done = servers.filter(({ ok }) => ok).length;
  const head = propagated ? `Answered by ${answererText(done, servers.length)}:` : `Not answered everywhere yet: ${done} of ${count(servers.length, "server address", "server addresses")}.`;
  return [head, ...servers.map(serverLine), ...note === void 0 ? [] : [note]];
}
function answererText(done, asked) {
  if (asked === 1) return "the one server address";
  return `${done === asked ? "all" : `${done} of`} ${count(asked, "server address", "server addresses")}`;
}
function serverLine(row) {
  const { ok, kind, answers, ttl, serial, error, rcode } = row;
  const shown = answers.slice(0, ANSWERS_TOLD).map(valueShown);
  const more = answers.length > ANSWERS_TOLD ? [`${answers.length - ANSWERS_TOLD} more`] : [];
  const facts = [
    answers.length > 0 ? [...shown, ...more].join(", ") : rcode,
    ttl === void 0 ? void 0 : `TTL ${ttl}`,
    serial === void 0 ? void 0 : `serial ${serial}`
  ].filter((fact) => fact !== void 0);
  const said = [...facts.length === 0 ? [] : [facts.join(" ; ")], ...error === void 0 ? [] : [error]];
  return `${ok ? "yes" : "no"}: ${kind} ${placeText(row)}: ${said.join(". ")}`;
}
function valueShown(value) {
  if (value.length <= VALUE_TOLD_MAX) return valueText("", value);
  return `${quotedText(value.slice(0, VALUE_TOLD_MAX))}…`;
}
function placeText({ server, address }) {
  return address === void 0 || server.includes(address) ? server : `${server} ${address}`;
}

export {
  recordLine,
  isEverywhere,
  areAlike,
  propagationFields,
  propagationField,
  propagationOf,
  propagationLines,
  placeText
};
