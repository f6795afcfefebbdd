import {
  isAddress,
  serverNameText
} from "./chunk-45MGEOBG.mjs";
import {
  VPS_NAMESERVERS
} from "./chunk-WFGYDKFB.mjs";
import {
  isEverywhere
} from "./chunk-NZXBCILF.mjs";
import {
  isApexNs
} from "./chunk-VZNKJXMV.mjs";
import {
  rdataKey,
  recordTargets
} from "./chunk-CMFDKYYC.mjs";
import {
  count,
  enumerated
} from "./chunk-FDZT52PG.mjs";
import {
  isWithin,
  nameOfTarget,
  parentOf,
  relativeName
} from "./chunk-2GJFCLDB.mjs";
import {
  VpsError
} from "./chunk-SRXP5WYM.mjs";

// src/core/wire/records-of.ts
var CHAIN_MAX = 16;
function follow({ answers }, { name, type }) {
  const via = [];
  for (let at = name; via.length < CHAIN_MAX; ) {
    const records = recordsOf(answers, at, type);
    const next = recordsOf(answers, at, "CNAME")[0]?.rdata?.value;
    if (records.length > 0 || next === void 0) return { records, via, isEndless: false };
    at = nameOfTarget(next);
    if (at === name || via.includes(at)) break;
    via.push(at);
  }
  return { records: [], via, isEndless: true };
}
function recordsOf(section, name, type) {
  return section.filter((record) => record.name === name && record.type === type && record.rdata !== void 0);
}
function soaOf(section) {
  const soa = section.find(({ type, rdata }) => type === "SOA" && rdata !== void 0);
  return soa?.rdata === void 0 ? void 0 : soaFacts(soa.rdata, soa.ttl);
}
function soaFacts({ value }, ttl) {
  const [serial = 0, , , , minimum = 0] = value.split(" ").slice(2).map(Number);
  return { serial, negativeTtl: Math.min(ttl, minimum) };
}

// src/core/wire/ask-resolvers.ts
var USABLE = /* @__PURE__ */ new Set(["NOERROR", "NXDOMAIN"]);
async function askResolvers(asking, question) {
  const { wire } = asking;
  const attempts = wire.resolvers.map(async (resolver) => {
    const endpoints = await endpointsOf(asking, resolver);
    return firstUsable(asking, endpoints, { question, recursive: true });
  });
  return firstDefined(attempts, asking.signal);
}
async function askOne({ wire, signal, withinMs, until, now }, ask) {
  const left = Math.min(withinMs, until - now());
  if (left <= 0) return { kind: "failure", failure: "no_answer", detail: "No time was left to ask." };
  return wire.ask({ ...ask, withinMs: left, signal });
}
async function firstUsable(asking, endpoints, { question, recursive }) {
  for (const to of endpoints) {
    const reply = await askOne(asking, { to, question, recursive });
    if (reply.kind === "message" && USABLE.has(reply.message.rcode)) return reply.message;
  }
  return void 0;
}
async function endpointsOf({ wire }, { host, port }) {
  const addresses = isAddress(host) ? [host] : await wire.addressesOf(host);
  return addresses.map((address) => ({ address, port }));
}
async function hostAddresses(asking, host) {
  const found = await Promise.all(
    ["A", "AAAA"].map(async (type) => {
      const message = await askResolvers(asking, { name: host, type });
      return message === void 0 ? [] : addressRecords(message, host, type);
    })
  );
  return found.flat();
}
function addressRecords({ answers }, host, type) {
  return recordsOf(answers, host, type).flatMap(({ rdata }) => rdata?.value ?? []);
}
function nameserversIn(section, owner) {
  const names = recordsOf(section, owner, "NS").flatMap(
    ({ rdata }) => rdata === void 0 ? [] : nameOfTarget(rdata.value)
  );
  return [...new Set(names)];
}
function firstDefined(attempts, signal) {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    for (const attempt of attempts) attempt.then((value) => value !== void 0 && resolve(value), reject);
    Promise.all(attempts).then(() => resolve(void 0), reject);
  });
}

// src/core/wire/find-delegation.ts
var PARENT_SERVERS_MAX = 3;
var REFERRALS_MAX = 5;
var UNKNOWN = { hosts: void 0, glue: /* @__PURE__ */ new Map() };
async function findDelegation(asking, zone) {
  return await fromParent(asking, zone) ?? await fromResolvers(asking, zone) ?? UNKNOWN;
}
async function fromResolvers(asking, zone) {
  const message = await askResolvers(asking, { name: zone, type: "NS" });
  const hosts = message === void 0 ? [] : nameserversIn(message.answers, zone);
  return hosts.length === 0 ? void 0 : { hosts, glue: /* @__PURE__ */ new Map() };
}
async function fromParent(asking, zone) {
  const parent = await zoneAbove(asking, zone);
  let cut = parent?.zone ?? "";
  let endpoints = await serverEndpoints(asking, parent?.hosts ?? [], /* @__PURE__ */ new Map());
  for (let referrals = 0; endpoints.length > 0 && referrals < REFERRALS_MAX; referrals++) {
    const message = await firstUsable(asking, endpoints, { question: { name: zone, type: "NS" }, recursive: false });
    if (message === void 0) return void 0;
    const glue = glueOf(message);
    const hosts = [message.answers, message.authorities].map((section) => nameserversIn(section, zone)).find((names) => names.length > 0);
    if (hosts !== void 0) return { hosts, glue };
    const between = cutBetween(message, cut, zone);
    if (between === void 0) return message.aa ? { hosts: [], glue: /* @__PURE__ */ new Map() } : void 0;
    cut = between;
    endpoints = await serverEndpoints(asking, nameserversIn(message.authorities, cut), glue);
  }
  return void 0;
}
async function zoneAbove(asking, zone) {
  for (let name = zone; name !== ""; ) {
    name = parentOf(name);
    const message = await askResolvers(asking, { name, type: "NS" });
    if (message === void 0) return void 0;
    const hosts = nameserversIn(message.answers, name);
    if (hosts.length > 0) return { zone: name, hosts };
  }
  return void 0;
}
function cutBetween({ authorities }, above, zone) {
  return authorities.find(
    ({ type, name }) => type === "NS" && name !== above && isWithin(name, above) && isWithin(zone, name)
  )?.name;
}
async function serverEndpoints(asking, hosts, glue) {
  const addresses = await Promise.all(
    hosts.slice(0, PARENT_SERVERS_MAX).map(async (host) => glue.get(host) ?? await hostAddresses(asking, host))
  );
  return addresses.flatMap(([address]) => address === void 0 ? [] : [{ address, port: asking.wire.port }]);
}
function glueOf({ additionals }) {
  const glue = /* @__PURE__ */ new Map();
  for (const { name, type } of additionals) {
    if (type !== "A" && type !== "AAAA") continue;
    const addresses = recordsOf(additionals, name, type).flatMap(({ rdata }) => rdata?.value ?? []);
    glue.set(name, [.../* @__PURE__ */ new Set([...glue.get(name) ?? [], ...addresses])]);
  }
  return glue;
}

// src/core/wire/judge-delegation.ts
var NAMES_TOLD = 4;
async function judgeDelegation(asking, delegated) {
  const { zone, hosts } = delegated;
  const strange = await strangeHosts(asking, delegated);
  if (strange.length === 0) return { delegation: "ours" };
  if (strange.length < hosts.length) {
    const note2 = `${zone} is also delegated to ${namesOf(strange)}, which is not where this zone is kept: answers from there differ.`;
    return { delegation: "ours", note: note2 };
  }
  const note = `${zone} is delegated to ${namesOf(strange)} and not to VPS.org's name servers (${namesOf(VPS_NAMESERVERS)}), so what is written here is not what the world sees. Set the name servers at the registrar (update_domain where the domain is registered here).`;
  return { delegation: "elsewhere", note };
}
async function strangeHosts(asking, { hosts, servers, ownServers }) {
  const foreign = hosts.filter((host) => !VPS_NAMESERVERS.includes(host));
  if (foreign.length === 0) return [];
  const own = new Set(await ownServers());
  const strange = foreign.filter((host) => !own.has(host));
  if (strange.length === 0) return [];
  const addresses = await Promise.all(VPS_NAMESERVERS.map((host) => hostAddresses(asking, host)));
  const ours = new Set(addresses.flat());
  const aliases = new Set(
    servers.flatMap(({ host, endpoint }) => endpoint !== void 0 && ours.has(endpoint.address) ? [host] : [])
  );
  return strange.filter((host) => !aliases.has(host));
}
function namesOf(hosts) {
  const shown = hosts.slice(0, NAMES_TOLD);
  return hosts.length > shown.length ? `${shown.join(", ")} and ${hosts.length - shown.length} more` : enumerated(shown);
}

// src/core/wire/find-authority.ts
var HOSTS_MAX = 13;
async function findAuthority(asking, zone, ownServers) {
  const { nameservers } = asking.wire;
  if (nameservers.length > 0) {
    const servers2 = await Promise.all(
      nameservers.map(async (named) => serversOf(serverNameText(named), await endpointsOf(asking, named)))
    );
    return { servers: servers2.flat(), delegation: "ours" };
  }
  const { hosts, glue } = await findDelegation(asking, zone);
  if (hosts === void 0 || hosts.length === 0)
    return defaultAuthority(asking, zone, hosts === void 0 ? "unknown" : "none");
  const asked = hosts.slice(0, HOSTS_MAX);
  const servers = await Promise.all(
    asked.map((host) => serversAt(asking, host, isWithin(host, zone) ? glue.get(host) : void 0))
  );
  const found = servers.flat();
  return { servers: found, ...await judgeDelegation(asking, { zone, hosts, servers: found, ownServers }) };
}
async function defaultAuthority(asking, zone, delegation) {
  const servers = await Promise.all(VPS_NAMESERVERS.map((host) => serversAt(asking, host)));
  const asked = `${namesOf(VPS_NAMESERVERS)} were asked`;
  const note = delegation === "none" ? `${zone} is not delegated: the zone above names no servers for it, so the world cannot see it. ${asked} all the same.` : `To which servers ${zone} is delegated could not be found out; ${asked}.`;
  return { servers: servers.flat(), delegation, note };
}
async function serversAt(asking, host, glue) {
  const known = glue ?? await hostAddresses(asking, host);
  const addresses = known.length > 0 ? known : await fallbackAddresses(asking, host);
  return serversOf(
    host,
    addresses.map((address) => ({ address, port: asking.wire.port }))
  );
}
async function fallbackAddresses({ wire }, host) {
  return VPS_NAMESERVERS.includes(host) ? wire.addressesOf(host) : [];
}
function serversOf(host, endpoints) {
  return endpoints.length === 0 ? [{ host, endpoint: void 0 }] : endpoints.map((endpoint) => ({ host, endpoint }));
}

// src/core/wire/check.ts
function shortfall(check, said) {
  const values = new Set(said.values);
  const missing = check.present.filter((value) => !values.has(value)).length;
  if (missing > 0 || check.amount === "some" && values.size === 0)
    return `${missingText(check, said, missing)}${keptText(said)}`;
  const left = check.absent.filter((value) => values.has(value)).length;
  if (left > 0) return `It still answers what should have gone.${freshText(said)}`;
  if (check.amount === "none" && values.size > 0)
    return `It still answers ${count(values.size, "record")}.${freshText(said)}`;
  return ttlShortfall(check, said);
}
function missingText({ question, present }, { rcode, values }, missing) {
  if (rcode === "NXDOMAIN") return "It says that there is no such name (NXDOMAIN).";
  if (values.length === 0) return `It says that the name has no ${question.type} (NODATA).`;
  return missing === present.length ? "It answers other values only." : `It lacks ${missing} of ${present.length} values.`;
}
function keptText({ values, negativeTtl, ttl, cached }) {
  if (values.length > 0) return freshText({ ttl, cached });
  if (negativeTtl === void 0) return "";
  const seconds = count(negativeTtl, "second");
  return cached ? ` It keeps that for another ${seconds}.` : ` A resolver that asks now keeps that for ${seconds}.`;
}
function freshText({ ttl, cached }) {
  return cached && ttl !== void 0 ? ` Its copy lasts another ${count(ttl, "second")}.` : "";
}
function ttlShortfall({ ttl: wanted }, { ttl, cached }) {
  if (wanted === void 0 || ttl === void 0 || ttl === wanted || cached && ttl < wanted) return void 0;
  return `It still gives the TTL ${ttl}.${freshText({ ttl, cached })}`;
}

// src/core/wire/referral.ts
function referredCut({ aa, authorities }, { name: asked }, zone) {
  if (aa) return void 0;
  const cuts = authorities.filter(
    ({ type, name }) => type === "NS" && name !== zone && isWithin(name, zone) && isWithin(asked, name)
  );
  return cuts[0]?.name;
}
function referredRecords({ authorities, additionals }, { name, type }) {
  if (type === "NS") return recordsOf(authorities, name, "NS");
  return type === "A" || type === "AAAA" ? recordsOf(additionals, name, type) : [];
}

// src/core/wire/read-answer.ts
async function judgeAnswer(given) {
  const answered = withReferral(given);
  const { kind, check, message } = answered;
  const refusal = refusalText(answered);
  if (refusal !== void 0) return { ok: false, rcode: message.rcode, values: [], via: [], error: refusal };
  const { followed, end } = await followOut(answered);
  if (followed.isEndless) {
    const error2 = "The aliases (CNAME) lead round in a circle, or too far.";
    return { ok: false, rcode: message.rcode, values: [], via: followed.via, error: error2 };
  }
  if (end === void 0) {
    const error2 = "The alias leads out of the zone, to a name that the resolvers do not answer.";
    return { ok: false, rcode: message.rcode, values: [], via: followed.via, error: error2 };
  }
  const values = followed.records.map(keyOf);
  const said = {
    rcode: end.rcode,
    values,
    ttl: leastTtl(followed.records),
    cached: kind === "public" || end !== message,
    negativeTtl: values.length === 0 ? soaOf(end.authorities)?.negativeTtl : void 0
  };
  const error = shortfall(check, said);
  return {
    ok: error === void 0,
    rcode: values.length === 0 && said.rcode === "NOERROR" ? "NODATA" : said.rcode,
    values,
    via: followed.via,
    ...facts(said, end),
    ...error === void 0 ? {} : { error }
  };
}
function withReferral(answered) {
  const { kind, zone, check, message } = answered;
  if (kind === "public" || referredCut(message, check.question, zone) === void 0) return answered;
  const answers = referredRecords(message, check.question);
  return answers.length === 0 ? answered : { ...answered, message: { ...message, answers, aa: true } };
}
function facts({ ttl, negativeTtl }, { authorities }) {
  const serial = soaOf(authorities)?.serial;
  return {
    ...ttl === void 0 ? {} : { ttl },
    ...negativeTtl === void 0 ? {} : { negativeTtl },
    ...serial === void 0 ? {} : { serial }
  };
}
async function followOut({
  kind,
  zone,
  check,
  message,
  resolve
}) {
  const { question } = check;
  if (asksForAbsenceOnly(check)) {
    const records = recordsOf(message.answers, question.name, question.type);
    return { followed: { records, via: [], isEndless: false }, end: message };
  }
  const followed = follow(message, question);
  const last = followed.via.at(-1);
  if (kind === "public" || followed.records.length > 0 || last === void 0 || followed.isEndless || isWithin(last, zone)) {
    return { followed, end: message };
  }
  const end = await resolve(last);
  const rest = end === void 0 ? { records: [], via: [], isEndless: false } : follow(end, { name: last, type: question.type });
  return { followed: { ...rest, via: [...followed.via, ...rest.via] }, end };
}
function asksForAbsenceOnly({ present, amount }) {
  return present.length === 0 && amount === "any";
}
var REFUSALS = {
  REFUSED: "REFUSED: it does not answer for this zone.",
  SERVFAIL: "SERVFAIL: it could not find an answer.",
  FORMERR: "FORMERR: it did not understand the question.",
  NOTIMP: "NOTIMP: it does not answer such questions.",
  NOTAUTH: "NOTAUTH: it does not hold the zone."
};
function refusalText({ kind, zone, check: { question }, message }) {
  const { rcode, aa } = message;
  if (rcode !== "NOERROR" && rcode !== "NXDOMAIN") return REFUSALS[rcode] ?? `It answered with the error ${rcode}.`;
  if (kind === "public" || aa) return void 0;
  const cut = referredCut(message, question, zone);
  if (cut !== void 0) return `It hands ${cut} to other name servers: that is a zone of its own.`;
  return "It answers without authority (AA is off): it does not hold the zone (lame delegation).";
}
function keyOf({ rdata }) {
  return rdata === void 0 ? "" : rdataKey(rdata);
}
function leastTtl(records) {
  return records.length === 0 ? void 0 : Math.min(...records.map(({ ttl }) => ttl));
}

// src/core/wire/look.ts
var QUESTIONS_AT_ONCE = 8;
async function lookAt(asking, target, subject) {
  const { endpoint } = target;
  if (endpoint === void 0) {
    return { target, ok: false, failure: "no_address", error: "No address is known for it.", timeMs: 0 };
  }
  const start = asking.now();
  const [results, serial] = await Promise.all([
    askAll(asking, { ...target, endpoint }, subject),
    target.kind === "authoritative" ? zoneSerial(asking, endpoint, subject.zone) : void 0
  ]);
  return {
    target,
    ...summary(results, subject),
    ...serial === void 0 ? {} : { serial },
    timeMs: asking.now() - start
  };
}
async function askAll(asking, target, { zone, checks }) {
  const results = [];
  for (let at = 0; at < checks.length; at += QUESTIONS_AT_ONCE) {
    const part = checks.slice(at, at + QUESTIONS_AT_ONCE);
    results.push(...await Promise.all(part.map((check) => askCheck(asking, target, { zone, check }))));
    if (results.some(({ failure }) => failure !== void 0)) break;
  }
  return results;
}
async function askCheck(asking, { endpoint: to, kind }, { zone, check }) {
  const { question } = check;
  const reply = await askOne(asking, { to, question, recursive: kind === "public" });
  if (reply.kind === "failure") return { check, ok: false, failure: reply.failure, error: reply.detail };
  const { message } = reply;
  const resolve = (name) => askResolvers(asking, { ...question, name });
  const judged = await judgeAnswer({ kind, zone, check, message, resolve });
  return { check, ok: judged.ok, judged, error: judged.error, ...kind === "authoritative" ? { aa: message.aa } : {} };
}
async function zoneSerial(asking, to, zone) {
  const reply = await askOne(asking, { to, question: { name: zone, type: "SOA" }, recursive: false });
  return reply.kind === "message" && reply.message.aa ? soaOf(reply.message.answers)?.serial : void 0;
}
function summary(results, { zone, checks }) {
  const open = results.filter(({ ok }) => !ok);
  const told = open[0] ?? (checks.length === 1 ? results[0] : void 0);
  if (told === void 0) return { ok: true };
  const { check, failure, aa, judged, error } = told;
  const many = checks.length > 1 && failure === void 0;
  const where = `${relativeName(check.question.name, zone)} ${check.question.type}`;
  const words = many ? `${open.length} of ${checks.length} not yet, first ${where}: ${error ?? ""}` : error;
  return {
    ok: told.ok,
    ...failure === void 0 ? {} : { failure },
    ...aa === void 0 ? {} : { aa },
    ...judged === void 0 ? {} : { judged },
    ...words === void 0 ? {} : { error: words }
  };
}

// src/core/operations/wait/zone-nameservers.ts
async function zoneNameservers({ api, signal }, zone) {
  try {
    const { items } = await api.zones.list({ domain: zone });
    const found = items.find(({ domain }) => domain === zone);
    if (found === void 0) return [];
    const { items: records } = await api.records.listInZone(found);
    return records.flatMap(
      ({ record }) => record !== void 0 && isApexNs(record, zone) ? recordTargets(record) : []
    );
  } catch (error) {
    if (signal.aborted || !(error instanceof VpsError)) throw error;
    return [];
  }
}

// src/core/operations/wait/look-around.ts
var ASK_MS = 6e3;
var FIND_MS = 12e3;
var FIRST_PAUSE_MS = 500;
var PAUSE_MAX_MS = 8e3;
var PAUSE_GROWTH = 1.6;
var LAST_LOOK_MS = 500;
var FIND_AGAIN_MS = 6e4;
function askingFor({ wire, signal, clock }, ms) {
  const now = () => clock.now();
  return { wire, signal, withinMs: ASK_MS, until: now() + ms, now };
}
function authorityOf(context, asking, zone) {
  const until = Math.min(asking.until, asking.now() + FIND_MS);
  return findAuthority({ ...asking, until }, zone, () => zoneNameservers(context, zone));
}
function refreshed(known, found) {
  if (found.delegation === "unknown") return known;
  const servers = found.servers.flatMap((server) => {
    const before = server.endpoint === void 0 ? known.servers.filter(({ host }) => host === server.host) : [];
    return before.length === 0 ? [server] : before;
  });
  return { ...found, servers };
}
function authoritativeTargets({ servers }) {
  return servers.map((server) => ({ ...server, kind: "authoritative" }));
}
async function publicTargets(asking) {
  const targets = await Promise.all(
    asking.wire.resolvers.map(async (named) => {
      const host = serverNameText(named);
      const endpoints = await endpointsOf(asking, named);
      const at = endpoints.length === 0 ? [void 0] : endpoints;
      return at.map((endpoint) => ({ host, endpoint, kind: "public" }));
    })
  );
  return targets.flat();
}
function lookAll(asking, targets, subject) {
  return Promise.all(targets.map((target) => lookAt(asking, target, subject)));
}
async function lookUntil(context, { asking, subject, tell }, { known, again }) {
  let looks = await lookAll(asking, known, subject);
  let found = asking.now();
  for (let pause = FIRST_PAUSE_MS; !isEverywhere(looks); pause = Math.min(pause * PAUSE_GROWTH, PAUSE_MAX_MS)) {
    tell(looks);
    const left = asking.until - asking.now() - LAST_LOOK_MS;
    if (left <= 0) return looks;
    await context.clock.sleep(Math.min(pause, left), context.signal);
    let targets = looks.map(({ target }) => target);
    if (asking.now() - found >= FIND_AGAIN_MS && asking.until - asking.now() > FIND_MS + LAST_LOOK_MS) {
      targets = [...await again()];
      found = asking.now();
    }
    looks = await lookAtMissing(asking, { targets, looks }, subject);
  }
  return looks;
}
function lookAtMissing(asking, { targets, looks }, subject) {
  return Promise.all(
    targets.map(async (target) => {
      const done = looks.find((look) => look.ok && isSame(look.target, target));
      return done ?? await lookAt(asking, target, subject);
    })
  );
}
function isSame(one, other) {
  return one.host === other.host && one.endpoint?.address === other.endpoint?.address && one.endpoint?.port === other.endpoint?.port;
}

export {
  askingFor,
  authorityOf,
  refreshed,
  authoritativeTargets,
  publicTargets,
  lookAll,
  lookUntil
};
