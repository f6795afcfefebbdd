import {
  ask,
  createCallers,
  createRecordZones,
  listAllPages,
  listRecordsInZone,
  postOnce,
  present,
  readRecordRow,
  readRow,
  recordsApi,
  unknownOutcome,
  wireFlag,
  wireId,
  wireNumber,
  wireText,
  wireTexts
} from "./chunk-VOVNBIBJ.mjs";
import "./chunk-A6JPKSWM.mjs";
import {
  memoryJournal,
  memoryPlanStore
} from "./chunk-OKJPUGQ2.mjs";
import {
  knownOperation
} from "./chunk-QGGXFHPO.mjs";
import {
  canonicalDomain
} from "./chunk-QX2VAMXW.mjs";
import "./chunk-4V6ORLQ5.mjs";
import {
  inputProblem,
  runOperation
} from "./chunk-573GTSVO.mjs";
import "./chunk-HV6TZ6UD.mjs";
import {
  planDiff
} from "./chunk-HF4ZVLUL.mjs";
import {
  confirmByName
} from "./chunk-5GYMFEJY.mjs";
import "./chunk-PENQMIEB.mjs";
import {
  placeText,
  propagationField,
  propagationLines,
  recordLine
} from "./chunk-NZXBCILF.mjs";
import "./chunk-VZNKJXMV.mjs";
import {
  parseRecord
} from "./chunk-VZY3EUGB.mjs";
import "./chunk-CMFDKYYC.mjs";
import "./chunk-TWIBUSA6.mjs";
import "./chunk-FDZT52PG.mjs";
import {
  _catch,
  _enum,
  _minLength,
  array,
  boolean,
  looseObject,
  nullish,
  number,
  object,
  optional,
  record,
  string,
  unknown
} from "./chunk-FKNTS2GN.mjs";
import "./chunk-3E7Z2IDA.mjs";
import {
  ENDPOINTS
} from "./chunk-HPQXDWN7.mjs";
import "./chunk-QCLMO5ZQ.mjs";
import {
  createdRecordSaver,
  savePlace
} from "./chunk-BKU4W2EN.mjs";
import {
  annotateFailureText,
  annotateNotice,
  annotateWarning,
  jobLog,
  jobProgress,
  say,
  sayGroup,
  setOutput,
  withoutSecrets
} from "./chunk-XRWOO2BG.mjs";
import {
  plainText
} from "./chunk-UWZIXFLP.mjs";
import {
  isRecordType
} from "./chunk-RJAMLTRO.mjs";
import "./chunk-2C77CGXU.mjs";
import {
  absoluteName,
  compareNames,
  compareTexts,
  isWithin,
  parseOwnerName,
  parseZoneName
} from "./chunk-2GJFCLDB.mjs";
import {
  InputError,
  NetworkError,
  VpsError
} from "./chunk-SRXP5WYM.mjs";
import "./chunk-TVQKXVYR.mjs";
import "./chunk-P5BZS5M3.mjs";

// src/core/api/account.ts
var wireAccount = object({
  account: _catch(nullish(object({ email: wireText })), void 0),
  token: _catch(nullish(object({ name: wireText, permissions: wireTexts })), void 0)
});
function accountApi(caller) {
  return {
    get: async () => {
      const outcome = await caller.send({ endpoint: ENDPOINTS.ME });
      if (outcome.ok) return accountFromWire(readRow(wireAccount, outcome.body, ENDPOINTS.ME));
      if (outcome.status === 404) return void 0;
      throw outcome.error;
    }
  };
}
function accountFromWire({ account, token }) {
  return present({ email: account?.email, tokenName: token?.name, permissions: token?.permissions });
}

// src/core/api/domains.ts
var wireDomain = object({
  id: wireId,
  domain_name: string().check(_minLength(1)),
  status: wireText,
  registration_date: wireText,
  expiration_date: wireText,
  auto_renew: wireFlag,
  locked: wireFlag,
  nameservers: wireTexts,
  privacy_protection: wireFlag,
  dns_managed_by: wireText,
  registrar: wireText,
  days_until_expiration: wireNumber,
  dns_records_count: wireNumber,
  whois_info: _catch(nullish(record(string(), unknown())), void 0),
  total_cost: wireNumber,
  message: wireText
});
var wireTransfer = object({
  id: optional(wireId),
  domain_name: wireText,
  transfer_status: wireText,
  transfer_initiated_at: wireText,
  estimated_completion: wireText,
  message: wireText,
  next_steps: wireTexts
});
function domainsApi(caller) {
  return {
    list: (filter = {}) => listDomains(caller, filter),
    register: (order) => registerDomain(caller, order),
    get: (id) => getDomain(caller, id),
    update: (id, settings) => updateDomain(caller, id, settings),
    remove: async (id) => {
      await ask(caller, { endpoint: ENDPOINTS.D5, id });
    },
    transfer: (id, order) => transferDomain(caller, id, order)
  };
}
function listDomains(caller, { status, search }) {
  const endpoint = ENDPOINTS.D1;
  return listAllPages(
    caller,
    { endpoint, query: { status, search } },
    (row) => domainFromWire(readRow(wireDomain, row, endpoint))
  );
}
async function getDomain(caller, id) {
  const endpoint = ENDPOINTS.D3;
  const { body } = await ask(caller, { endpoint, id });
  return domainFromWire(readRow(wireDomain, body, endpoint));
}
function registerDomain(caller, order) {
  const endpoint = ENDPOINTS.D2;
  const body = present({
    domain_name: order.domain,
    years: order.years,
    auto_renew: order.autoRenew,
    privacy_protection: order.privacyProtection,
    nameservers: order.nameservers
  });
  return postOnce(caller, {
    call: { endpoint, body },
    read: (answer2) => domainFromWire(readRow(wireDomain, answer2, endpoint)),
    find: async () => findDomain(await listDomains(caller, { search: order.domain }), order.domain),
    where: "list_domains shows within some minutes whether it was bought",
    spends: true
  });
}
function findDomain(listing, domain) {
  const wanted = canonicalDomain(domain);
  return { found: listing.items.find((item) => item.domain === wanted), sure: !listing.incomplete };
}
async function updateDomain(caller, id, settings) {
  const body = present({
    auto_renew: settings.autoRenew,
    privacy_protection: settings.privacyProtection,
    nameservers: settings.nameservers,
    locked: settings.locked
  });
  const answer2 = await ask(caller, { endpoint: ENDPOINTS.D4, id, body });
  const row = wireDomain.safeParse(answer2.body);
  return row.success ? domainFromWire(row.data) : getDomain(caller, id);
}
async function transferDomain(caller, id, { authCode, autoRenew }) {
  const call = {
    endpoint: ENDPOINTS.D6,
    id,
    body: { auth_code: authCode, auto_renew: autoRenew },
    secrets: [authCode]
  };
  const outcome = await caller.send(call);
  const where = "get_domain and the registrar's mail show whether the transfer began";
  if (!outcome.ok && !outcome.mayHaveHappened) throw outcome.error;
  const row = wireTransfer.safeParse(outcome.ok ? outcome.body : void 0);
  if (!outcome.ok || !row.success) throw unknownOutcome({ call, where }, outcome.ok ? row.error : outcome.error);
  return transferFromWire(row.data, id);
}
function transferFromWire(row, id) {
  return {
    id: row.id ?? id,
    domain: row.domain_name === void 0 ? "" : canonicalDomain(row.domain_name),
    nextSteps: row.next_steps ?? [],
    ...present({
      status: row.transfer_status,
      initiatedAt: row.transfer_initiated_at,
      estimatedCompletion: row.estimated_completion,
      message: row.message
    })
  };
}
function domainFromWire(row) {
  return {
    id: row.id,
    domain: canonicalDomain(row.domain_name),
    ...present({
      status: row.status,
      registeredAt: row.registration_date,
      expiresAt: row.expiration_date,
      autoRenew: row.auto_renew,
      locked: row.locked,
      nameservers: row.nameservers,
      privacyProtection: row.privacy_protection,
      dnsManagedBy: row.dns_managed_by,
      registrar: row.registrar,
      daysUntilExpiration: row.days_until_expiration,
      dnsRecordsCount: row.dns_records_count,
      whois: whoisOf(row.whois_info),
      totalCost: row.total_cost,
      message: row.message
    })
  };
}
function whoisOf(info) {
  if (info === null || info === void 0) return void 0;
  const entries = Object.entries(info).flatMap(
    ([name, value]) => typeof value === "string" ? [[name, value]] : []
  );
  return Object.fromEntries(entries);
}

// src/core/api/zones.ts
var wireZone = object({
  uuid: wireId,
  domain: string().check(_minLength(1)),
  created_at: wireText,
  record_count: wireNumber
});
var wireZoneRecords = object({ records: _catch(nullish(array(unknown())), void 0) });
function zonesApi(caller, recordZones) {
  return {
    list: (filter = {}) => listZones(caller, filter.domain),
    get: async (id) => {
      const { body } = await ask(caller, { endpoint: ENDPOINTS.Z2, id });
      const zone = zoneFromWire(readRow(wireZone, body, ENDPOINTS.Z2));
      return { zone, records: await recordsOf(zone, body) };
    },
    create: (domain) => postOnce(caller, {
      call: { endpoint: ENDPOINTS.Z3, body: { domain } },
      read: (body) => zoneFromWire(readRow(wireZone, body, ENDPOINTS.Z3)),
      find: async () => findOne(await listZones(caller, domain), domain),
      where: "list_zones shows whether it is there"
    }),
    delete: async (id) => {
      await ask(caller, { endpoint: ENDPOINTS.Z4, id });
    }
  };
  async function recordsOf(zone, body) {
    const { records } = readRow(wireZoneRecords, body, ENDPOINTS.Z2);
    if (records !== void 0 && records !== null && records.length >= (zone.recordCount ?? 0)) {
      return records.map((row) => readRecordRow(row, { zone, endpoint: ENDPOINTS.Z2, recordZones }));
    }
    return (await listRecordsInZone(caller, zone, recordZones)).items;
  }
}
async function listZones(caller, domain) {
  const wanted = domain === void 0 ? void 0 : canonicalDomain(domain);
  const call = { endpoint: ENDPOINTS.Z1, query: { domain: wanted } };
  const zones = await listAllPages(caller, call, (row) => zoneFromWire(readRow(wireZone, row, ENDPOINTS.Z1)));
  if (wanted === void 0) return zones;
  const items = zones.items.filter((zone) => zone.domain === wanted);
  return { items, total: items.length, incomplete: zones.incomplete && items.length === 0 };
}
function findOne(zones, domain) {
  const wanted = canonicalDomain(domain);
  return { found: zones.items.find((zone) => zone.domain === wanted), sure: !zones.incomplete };
}
function zoneFromWire(row) {
  return {
    id: row.uuid,
    domain: canonicalDomain(row.domain),
    ...present({ createdAt: row.created_at, recordCount: row.record_count })
  };
}

// src/core/api/client.ts
function createApiClient(options) {
  const callers = createCallers(options);
  const recordZones = createRecordZones();
  return {
    bind: (signal) => {
      const caller = callers(signal);
      return {
        zones: zonesApi(caller, recordZones),
        records: recordsApi(caller, recordZones),
        domains: domainsApi(caller),
        account: accountApi(caller)
      };
    },
    close: () => options.http.close()
  };
}

// src/core/rdap/no-rdap.ts
var noRdap = {
  lookUp: () => Promise.resolve({ kind: "unknown", reason: "look-ups of registration data are not set up here" })
};

// src/core/wire/no-wire.ts
var noWire = {
  nameservers: [],
  resolvers: [],
  port: 53,
  ask: () => Promise.resolve({
    kind: "failure",
    failure: "failed",
    detail: "This program was given no way to ask name servers."
  }),
  addressesOf: () => Promise.resolve([])
};

// src/core/session.ts
function createSession(options) {
  const { http, apiUrl, token, confirmation, clock, log, rdapUrl } = options;
  const { journal = memoryJournal(clock), plans = memoryPlanStore(), wire = noWire } = options;
  const policy = { ...options.policy, zones: options.policy.zones.map(allowedZone) };
  const rdap = rdapUrl === void 0 ? noRdap : lazyRdap({ http, baseUrl: rdapUrl, clock, log });
  const client = createApiClient({ http, baseUrl: apiUrl, token, clock, log, concurrency: policy.concurrency });
  return {
    context: ({ signal, progress, confirmation: ownConfirmation }) => ({
      api: client.bind(signal),
      policy,
      confirmation: ownConfirmation ?? confirmation,
      journal,
      plans,
      rdap,
      wire,
      clock,
      signal,
      progress: progress ?? (() => {
      }),
      log
    }),
    close: () => client.close()
  };
}
function lazyRdap(options) {
  let client;
  const made = async () => (await import("./rdap-client-EMT3GFDG.mjs")).createRdap(options);
  return { lookUp: async (domain, signal) => (await (client ??= made())).lookUp(domain, signal) };
}
function allowedZone(given) {
  try {
    return parseZoneName(given);
  } catch (error) {
    throw new InputError("invalid_name", "The list of allowed zones holds what cannot be a zone's name.", {
      field: "zone",
      hint: "Give names such as --zone example.com, or VPS_ZONES=example.com,example.net.",
      cause: error
    });
  }
}

// src/action/call.ts
function operationCaller(context) {
  return async (name, input) => runOperation(await knownOperation(name), input, context);
}

// src/action/dry-run-api.ts
var NO_ID = "";
function dryRunApi(api, seen) {
  return {
    zones: {
      ...api.zones,
      create: (domain) => Promise.resolve({ id: NO_ID, domain, recordCount: 0 }),
      delete: () => Promise.resolve()
    },
    records: {
      ...api.records,
      create: (zone, content3) => Promise.resolve(held(NO_ID, zone, content3)),
      replace: (zone, id, content3) => Promise.resolve(held(id, zone, content3)),
      update: async (zone, id, typedChange) => {
        const { type: _, ...change } = typedChange;
        const before = seen.record(id) ?? await api.records.get(id, [zone]);
        const after = { ...before, ...change };
        return before.record === void 0 ? after : { ...after, record: { ...before.record, ...change } };
      },
      delete: () => Promise.resolve()
    },
    domains: {
      ...api.domains,
      register: (order) => Promise.resolve({ id: NO_ID, domain: order.domain, status: "pending", autoRenew: order.autoRenew }),
      update: async (id, settings) => ({ ...await api.domains.get(id), ...settings }),
      remove: () => Promise.resolve(),
      transfer: (id) => Promise.resolve({ id, domain: seen.domainName(id), nextSteps: [] })
    },
    account: api.account
  };
}
function held(id, zone, content3) {
  return { id, zone: { id: zone.id, domain: zone.domain }, ...content3, record: content3 };
}

// src/action/seen.ts
function rememberReads(api) {
  const records = /* @__PURE__ */ new Map();
  const zones = /* @__PURE__ */ new Map();
  const domains = /* @__PURE__ */ new Map();
  const keepRecord = (record2) => records.set(record2.id, record2);
  const keepZone = (zone) => zones.set(zone.id, zone.domain);
  const keepDomain = (domain) => domains.set(domain.id, domain.domain);
  return {
    seen: {
      record: (id) => records.get(id),
      zoneName: (id) => zones.get(id) ?? id,
      domainName: (id) => domains.get(id) ?? id
    },
    api: {
      account: api.account,
      zones: {
        ...api.zones,
        list: async (filter) => each(await api.zones.list(filter), keepZone),
        get: async (id) => {
          const found = await api.zones.get(id);
          keepZone(found.zone);
          for (const record2 of found.records) keepRecord(record2);
          return found;
        }
      },
      records: {
        ...api.records,
        listInZone: async (zone) => each(await api.records.listInZone(zone), keepRecord),
        list: async (filter) => each(await api.records.list(filter), keepRecord),
        listAll: async (among, filter) => {
          const listing = await api.records.listAll(among, filter);
          return listing === void 0 ? void 0 : each(listing, keepRecord);
        },
        get: async (id, among) => one(await api.records.get(id, among), keepRecord)
      },
      domains: {
        ...api.domains,
        list: async (filter) => each(await api.domains.list(filter), keepDomain),
        get: async (id) => one(await api.domains.get(id), keepDomain)
      }
    }
  };
}
function each(listing, keep2) {
  for (const item of listing.items) keep2(item);
  return listing;
}
function one(item, keep2) {
  keep2(item);
  return item;
}

// src/action/shared-reads.ts
function shareReads(api) {
  const zones = /* @__PURE__ */ new Map();
  const records = /* @__PURE__ */ new Map();
  const write = (request) => {
    zones.clear();
    records.clear();
    return request();
  };
  return {
    account: api.account,
    domains: api.domains,
    zones: {
      ...api.zones,
      list: (filter) => once(zones, filter?.domain ?? "", () => api.zones.list(filter)),
      create: (domain) => write(() => api.zones.create(domain)),
      delete: (id) => write(() => api.zones.delete(id))
    },
    records: {
      ...api.records,
      listInZone: (zone) => once(records, zone.id, () => api.records.listInZone(zone)),
      create: (zone, content3) => write(() => api.records.create(zone, content3)),
      replace: (zone, id, content3) => write(() => api.records.replace(zone, id, content3)),
      update: (zone, id, change) => write(() => api.records.update(zone, id, change)),
      delete: (id) => write(() => api.records.delete(id))
    }
  };
}
function once(known, key, ask2) {
  const answer2 = known.get(key) ?? ask2();
  known.set(key, answer2);
  return answer2;
}

// src/action/steady-api.ts
function steadyApi(reads, writes, cancelled) {
  const start = async (request) => {
    if (cancelled.aborted) {
      throw new NetworkError("cancelled", "The job was cancelled before this change was sent.");
    }
    return request();
  };
  return {
    account: reads.account,
    zones: {
      ...reads.zones,
      create: (domain) => start(() => writes.zones.create(domain)),
      delete: (id) => start(() => writes.zones.delete(id))
    },
    records: {
      ...reads.records,
      create: (zone, content3) => start(() => writes.records.create(zone, content3)),
      replace: (zone, id, content3) => start(() => writes.records.replace(zone, id, content3)),
      update: (zone, id, change) => start(() => writes.records.update(zone, id, change)),
      delete: (id) => start(() => writes.records.delete(id))
    },
    domains: {
      ...reads.domains,
      register: (order) => start(() => writes.domains.register(order)),
      update: (id, settings) => start(() => writes.domains.update(id, settings)),
      remove: (id) => start(() => writes.domains.remove(id)),
      transfer: (id, order) => start(() => writes.domains.transfer(id, order))
    }
  };
}

// src/action/watched-api.ts
function watchWrites(api, seen, onCreated) {
  const changes = [];
  const underWay = /* @__PURE__ */ new Set();
  const write = async (request, note) => {
    const task = request().then((answer2) => {
      changes.push(note(answer2));
      return answer2;
    });
    underWay.add(task);
    try {
      return await task;
    } finally {
      underWay.delete(task);
    }
  };
  return {
    changes: () => changes,
    settled: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
    api: {
      account: api.account,
      zones: watchedZones(api, seen, write),
      records: watchedRecords(api, seen, { write, onCreated }),
      domains: watchedDomains(api, seen, write)
    }
  };
}
function watchedZones(api, seen, write) {
  return {
    ...api.zones,
    create: (domain) => write(
      () => api.zones.create(domain),
      () => ({ kind: "zone", action: "create", name: domain })
    ),
    delete: (id) => write(
      () => api.zones.delete(id),
      () => ({ kind: "zone", action: "delete", name: seen.zoneName(id) })
    )
  };
}
function watchedRecords(api, seen, { write, onCreated }) {
  const withBefore = (id) => {
    const before = seen.record(id);
    return before === void 0 ? {} : { before };
  };
  return {
    ...api.records,
    create: (zone, content3) => write(
      () => api.records.create(zone, content3),
      (after) => {
        onCreated(after);
        return { kind: "record", action: "create", after };
      }
    ),
    replace: (zone, id, content3) => write(
      () => api.records.replace(zone, id, content3),
      (after) => ({ kind: "record", action: "update", after, ...withBefore(id) })
    ),
    update: (zone, id, change) => write(
      () => api.records.update(zone, id, change),
      (after) => ({ kind: "record", action: "update", after, ...withBefore(id) })
    ),
    delete: (id) => write(
      () => api.records.delete(id),
      () => ({ kind: "record", action: "delete", id, ...withBefore(id) })
    )
  };
}
function watchedDomains(api, seen, write) {
  return {
    ...api.domains,
    register: (order) => write(
      () => api.domains.register(order),
      () => ({ kind: "domain", action: "create", name: order.domain })
    ),
    transfer: (id, order) => write(
      () => api.domains.transfer(id, order),
      () => ({ kind: "domain", action: "update", name: seen.domainName(id) })
    ),
    update: (id, settings) => write(
      () => api.domains.update(id, settings),
      () => ({ kind: "domain", action: "update", name: seen.domainName(id) })
    ),
    remove: (id) => write(
      () => api.domains.remove(id),
      () => ({ kind: "domain", action: "delete", name: seen.domainName(id) })
    )
  };
}

// src/action/open-step.ts
var GRACE_MS = 9e3;
var CONCURRENCY = 8;
function openStep(settings, scene) {
  const { connection, state, clock, cancelled } = scene;
  const { apiUrl, token, rdapUrl, wire, zones, http } = connection;
  const { confirmation, question } = keepQuestion(settings.dryRun ? foretellConfirmation : confirmByName(confirmWords));
  const session = createSession({
    http,
    apiUrl,
    token,
    rdapUrl,
    wire,
    policy: { zones, allowPurchases: settings.allowPurchases, concurrency: CONCURRENCY },
    confirmation,
    clock,
    log: jobLog([token]),
    journal: state.journal,
    plans: state.plans
  });
  const context = session.context({ signal: cancelled, ...settings.dryRun ? {} : { progress: jobProgress() } });
  const lasting = session.context({ signal: graceAfter(scene) });
  const { api, seen } = rememberReads(shareReads(steadyApi(context.api, lasting.api, cancelled)));
  const watched = watchWrites(settings.dryRun ? dryRunApi(api, seen) : api, seen, saver(settings));
  return { watched, call: operationCaller({ ...context, api: watched.api }), question };
}
function confirmWords({ target }) {
  return `To go ahead, set the input confirm to ${target}.`;
}
var foretellConfirmation = ({ preview, given, target }) => {
  if (given !== target) annotateNotice(`${preview} To do it for good, the step needs confirm: ${target}.`);
  return Promise.resolve({ granted: true });
};
function keepQuestion(confirmation) {
  let kept;
  const keeping = (request) => {
    if (request.given !== request.target) kept = request;
    return confirmation(request);
  };
  return { confirmation: keeping, question: () => kept };
}
function saver({ cleanup, dryRun }) {
  return cleanup && !dryRun ? createdRecordSaver() : () => {
  };
}
function graceAfter({ cancelled, clock, finished }) {
  const grace = new AbortController();
  const end = () => clock.sleep(GRACE_MS, finished).then(
    () => grace.abort(),
    () => void 0
  );
  cancelled.addEventListener("abort", () => void end(), { once: true });
  return grace.signal;
}

// src/action/answer.ts
var answeredRecord = looseObject({
  id: string(),
  zone: string(),
  fqdn: string(),
  type: string(),
  value: string(),
  ttl: number(),
  priority: optional(number())
});
var content = looseObject({ value: string(), ttl: number(), priority: optional(number()) });
var plannedChange = looseObject({
  action: _enum(["create", "update", "delete"]),
  name: string(),
  type: string(),
  before: optional(content),
  after: optional(content)
});
var answer = looseObject({
  changed: optional(boolean()),
  // An operation may have fields of these names that are something else.
  record: _catch(optional(answeredRecord), void 0),
  records: _catch(optional(array(answeredRecord)), void 0),
  total: _catch(optional(number()), void 0),
  zone: _catch(optional(string()), void 0),
  changes: _catch(optional(array(plannedChange)), void 0),
  guards: _catch(optional(array(looseObject({ message: string() }))), void 0),
  warnings: optional(array(string())),
  propagation: _catch(propagationField.propagation, void 0)
});
function readAnswer(output) {
  const {
    changed,
    record: record2,
    records,
    total,
    zone = "",
    changes = [],
    guards = [],
    warnings,
    propagation
  } = answer.parse(output);
  return {
    changed,
    records: records ?? (record2 === void 0 ? [] : [record2]),
    total,
    planned: planDiff({ changes: changes.map((change) => ({ ...change, name: fullName(change.name, zone) })) }),
    guards: guards.map(({ message }) => message),
    zone,
    warnings: warnings ?? [],
    propagation
  };
}
function fullName(name, zone) {
  return name === "@" ? zone : `${name}.${zone}`;
}

// src/action/ensure-record.ts
var MOVED_TYPES = /* @__PURE__ */ new Set(["A", "AAAA", "CNAME"]);
var wantedRecord = looseObject({
  type: string(),
  name: string(),
  value: string(),
  ttl: optional(number()),
  priority: optional(number())
});
async function ensureRecord(step) {
  const wanted = wantedRecord.parse(step.record);
  if (step.ifExists === "adopt" && wanted.ttl === void 0 && wanted.priority === void 0) {
    return ensure(step, wanted);
  }
  const there = await recordsAt(step, wanted);
  const same = there.find((record2) => hasValue(record2, wanted));
  if (step.ifExists === "fail") {
    if (there.length > 0) throw exists(wanted, there.length);
    return ensure(step, wanted);
  }
  if (step.ifExists === "adopt") return same === void 0 ? addBeside(step, wanted, there) : adopt(step, wanted, same);
  return same === void 0 ? moveOrAdd(step, wanted, there) : mend(step, wanted, same);
}
async function recordsAt(step, { name, type }) {
  const { records } = readAnswer(await step.call("list_records", { zone: step.zone, name, limit: 1e3 }));
  return records.filter((record2) => record2.type === type && record2.fqdn === parseOwnerName(name, record2.zone));
}
function hasValue(record2, wanted) {
  const { type } = wanted;
  if (!isRecordType(type)) return false;
  const priority = wanted.priority ?? record2.priority;
  const { value } = parseRecord({
    zone: record2.zone,
    name: wanted.name,
    type,
    value: wanted.value,
    ...priority === void 0 ? {} : { priority }
  });
  return value === record2.value;
}
async function addBeside(step, wanted, [sibling]) {
  if (sibling === void 0) return ensure(step, wanted);
  const { ttl: _, ...rest } = wanted;
  return withNotes(await ensure(step, rest), keptWords("ttl", wanted.ttl, sibling.ttl));
}
async function adopt(step, wanted, same) {
  return withNotes(
    await keep(step, wanted, same),
    keptWords("ttl", wanted.ttl, same.ttl),
    keptWords("priority", wanted.priority, same.priority)
  );
}
function keptWords(what, wanted, kept) {
  if (wanted === void 0 || wanted === kept) return [];
  return [
    `The input ${what} was not applied: what is there has ${kept ?? "none"}, and if-exists: update is what changes it.`
  ];
}
function withNotes(done, ...notes) {
  return { ...done, notes: notes.flat() };
}
async function mend(step, wanted, same) {
  const newPriority = wanted.priority !== void 0 && wanted.priority !== same.priority;
  const newTtl = wanted.ttl !== void 0 && wanted.ttl !== same.ttl;
  if (!newPriority) return newTtl ? ensure(step, wanted) : keep(step, wanted, same);
  const { priority, ttl } = wanted;
  return update(step, { record: same.id, priority, ...newTtl ? { ttl } : {} });
}
function moveOrAdd(step, wanted, there) {
  const [only, ...others] = there;
  if (only === void 0 || others.length > 0 || !MOVED_TYPES.has(wanted.type)) return ensure(step, wanted);
  const { value, ttl } = wanted;
  return update(step, { record: only.id, value, ...ttl === void 0 ? {} : { ttl } });
}
async function ensure({ input, zone, call }, record2) {
  return performed(await call("ensure_records", { ...input, zone, records: [record2] }));
}
async function update({ input, call }, change) {
  const { confirm, wait, wait_timeout } = input;
  const given = Object.entries({ confirm, wait, wait_timeout }).filter(([, value]) => value !== void 0);
  return performed(await call("update_record", { ...change, ...Object.fromEntries(given) }));
}
async function keep(step, { type, name, value }, same) {
  const { wait = "none" } = step.input;
  if (wait === "none") return performed({ changed: false, records: [same] });
  const { priority } = same;
  return ensure(step, { type, name, value, ...priority === void 0 ? {} : { priority } });
}
function performed(output) {
  return { output, answer: readAnswer(output) };
}
function exists({ type, name }, count) {
  return new InputError("record_exists", `${count} ${type} ${count === 1 ? "record is" : "records are"} at ${name}.`, {
    field: "if-exists",
    hint: "Take what is there away first, or choose adopt or update."
  });
}

// src/action/find-zone.ts
var ROOT = "";
var ZONES_A_PAGE = 1e3;
var zonePage = object({ zones: array(object({ name: string() })), next_cursor: optional(string()) });
async function findZone(name, call) {
  const fqdn = absoluteName(name, ROOT);
  let best;
  for (let cursor, more = true; more; ) {
    const page = zonePage.parse(
      await call("list_zones", { limit: ZONES_A_PAGE, ...cursor === void 0 ? {} : { cursor } })
    );
    for (const zone of page.zones)
      if (isWithin(fqdn, zone.name) && zone.name.length > (best?.length ?? 0)) best = zone.name;
    cursor = page.next_cursor;
    more = cursor !== void 0;
  }
  if (best !== void 0) return best;
  throw new InputError("zone_not_found", "It is left out, and no zone of this account holds the name.", {
    field: "zone",
    hint: "Set it, or write the name in full, as in _acme-challenge.www.example.com."
  });
}

// src/action/perform.ts
async function perform(request, call) {
  const { given } = request;
  if (given.record !== void 0) checkComplete(given.record, given.input);
  const zone = await zoneOf(request, call);
  const input = zone === void 0 ? given.input : { ...given.input, zone };
  const done = await run({ ...request, given: { ...given, input } }, call);
  return { ...done, fqdn: fqdnOf(done, { zone, record: given.record }) };
}
async function run({ operation, given, ifExists }, call) {
  const { input, record: record2 } = given;
  const { zone } = input;
  if (record2 === void 0) {
    const output = await call(operation.name, input);
    return { output, answer: readAnswer(output) };
  }
  if (input["state"] === "absent" || typeof zone !== "string") {
    const output = await call(operation.name, { ...input, records: [record2] });
    return { output, answer: readAnswer(output) };
  }
  checkInput(operation, { ...input, records: [record2] });
  return ensureRecord({ zone, record: record2, ifExists, input, call });
}
function checkInput(operation, input) {
  const parsed = operation.input.safeParse(input);
  if (!parsed.success) throw inputProblem(operation, input, parsed.error.issues);
}
function checkComplete(record2, input) {
  const needed = input["state"] === "absent" ? ["type", "name"] : ["type", "name", "value"];
  const missing = needed.filter((field) => record2[field] === void 0);
  if (missing.length === 0) return;
  throw new AggregateError(
    missing.map(
      (field) => new InputError("invalid_input", "It is missing.", {
        field,
        hint: field === "name" ? "Write @ for the apex." : "A record needs type, name and value."
      })
    )
  );
}
async function zoneOf({ given }, call) {
  const { zone, name = given.record?.["name"] } = given.input;
  if (typeof zone === "string") return zone;
  if (!given.needsZone) return void 0;
  if (typeof name === "string") return findZone(name, call);
  const hint = "Write the zone's name. It is found by itself only from a name input written in full.";
  throw new InputError("invalid_input", "It is missing.", { field: "zone", hint });
}
function fqdnOf({ answer: answer2 }, { zone, record: record2 }) {
  const names = new Set(answer2.records.map(({ fqdn }) => fqdn));
  const [only] = names;
  if (only !== void 0) return names.size === 1 ? only : "";
  const name = record2?.["name"];
  if (typeof name !== "string" || zone === void 0) return "";
  try {
    return parseOwnerName(name, parseZoneName(zone));
  } catch {
    return "";
  }
}

// src/core/operations/wait/not-propagated.ts
var LAGGARDS_TOLD = 4;
var LOOK_AGAIN = "check_propagation looks again.";
var waited = object({ ...propagationField, change: optional(string()) });
function notPropagated(output) {
  const { propagation, change } = waited.safeParse(output).data ?? {};
  if (propagation === void 0 || propagation.propagated) return void 0;
  const made = change === void 0 ? "It was so already" : `The change is made (change ${change})`;
  if (propagation.servers.length === 0) {
    return new VpsError("not_propagated", `${made}, and the domain is not active yet.`, {
      hint: propagation.note ?? LOOK_AGAIN
    });
  }
  return new VpsError("not_propagated", `${made}, and not all name servers answer it yet.`, {
    hint: laggardsText(propagation)
  });
}
function laggardsText({ servers, note }) {
  const laggards = servers.filter(({ ok }) => !ok);
  const told = laggards.slice(0, LAGGARDS_TOLD).map((row) => `${placeText(row)}: ${row.error ?? "Not yet."}`);
  const more = laggards.length > told.length ? [`And ${laggards.length - told.length} more.`] : [];
  return [...note === void 0 ? [] : [note], ...told, ...more, LOOK_AGAIN].join(" ");
}

// src/action/outputs.ts
var ACTION_OUTPUTS = [
  {
    name: "changed",
    description: "`true` when something was changed (in a dry run: would be), else `false`; `false` for operations that only read."
  },
  { name: "record-id", description: "The record's id, also when it was adopted; empty in a dry run." },
  { name: "record-ids", description: "JSON array of the ids of all records of the step; `[]` in a dry run." },
  { name: "fqdn", description: "The record's owner name in full, without the final dot." },
  {
    name: "plan",
    description: "What changed, or by a plan, in a dry run or once confirmed would, as a diff of zone-file lines; at most 60,000 characters, and it says so where it was cut."
  },
  { name: "result", description: "The operation's whole result, as JSON." }
];
function writeOutputs(texts2) {
  for (const { name } of ACTION_OUTPUTS) setOutput(name, withoutSecrets(texts2[name]));
}

// src/action/plan-text.ts
var PLAN_MAX_LENGTH = 6e4;
function planText(changes) {
  return diffText(changes.flatMap(changeLines));
}
function diffText(lines) {
  const text = lines.join("\n");
  if (text.length <= PLAN_MAX_LENGTH) return text;
  const kept = text.slice(0, Math.max(0, text.lastIndexOf("\n", PLAN_MAX_LENGTH - 100)));
  const count = kept === "" ? 0 : kept.split("\n").length;
  return `${kept}
# Cut here: ${count} of ${lines.length} lines are shown.`;
}
function changeLines(change) {
  if (change.kind !== "record") {
    const sign = change.action === "create" ? "+" : change.action === "delete" ? "-" : "~";
    return [`${sign} ${change.kind} ${plainText(change.name, 255)}`];
  }
  if (change.action === "delete") {
    return [`- ${change.before === void 0 ? `record ${plainText(change.id, 100)}` : heldLine(change.before)}`];
  }
  const before = change.action === "update" ? change.before : void 0;
  return [...before === void 0 ? [] : [`- ${heldLine(before)}`], `+ ${heldLine(change.after)}`];
}
function heldLine({ name, type, value, ttl, priority }) {
  return recordLine({ name, fqdn: name, type, value, ttl, priority });
}

// src/action/step-change.ts
function inZoneOrder(changes) {
  return [...changes].sort((a, b) => compareNames(nameOf(a), nameOf(b)) || compareTexts(typeOf(a), typeOf(b)));
}
function asStepChanges(planned) {
  const changes = planned.map((change) => {
    if (change.action === "create") return { kind: "record", action: "create", after: unheld(change.after) };
    const before = unheld(change.before);
    if (change.action === "delete") return { kind: "record", action: "delete", id: change.id, before };
    return { kind: "record", action: "update", before, after: unheld(change.after) };
  });
  return inZoneOrder(changes);
}
function unheld(record2) {
  return { ...record2, id: "", zone: { id: "", domain: "" } };
}
function nameOf(change) {
  return change.kind === "record" ? recordOf(change)?.name ?? "" : change.name;
}
function typeOf(change) {
  return change.kind === "record" ? recordOf(change)?.type ?? "" : change.kind;
}
function recordOf(change) {
  return change.action === "delete" ? change.before : change.after;
}
function changeWords(changes) {
  const told = ["create", "update", "delete"].flatMap((action) => {
    const count = changes.filter((change) => change.action === action).length;
    return count === 0 ? [] : [`${count} ${action}d`];
  });
  return told.length === 0 ? "no change" : told.join(", ");
}

// src/action/summary.ts
import { appendFile } from "node:fs/promises";
var ROWS_MAX = 200;
var VALUE_MAX_LENGTH = 300;
var TEXT_MAX_LENGTH = 2e4;
async function writeSummary(report, file) {
  try {
    await appendFile(file ?? "", `${withoutSecrets(summaryText(report))}
`);
  } catch {
    annotateWarning("The job summary could not be written.");
  }
}
function summaryText(report) {
  const parts = [`### ${heading(report)}`];
  if (report.diff !== "") parts.push(`<pre lang="diff">
${escaped(report.diff)}
</pre>`);
  else if (report.changes.length > 0)
    parts.push(table(["", "name", "type", "before", "after"], report.changes.map(changeRow)));
  else if (report.records.length > 0)
    parts.push(table(["name", "type", "record"], report.records.map(recordRow), report.total));
  else if (report.text !== "") parts.push(`<pre>${escaped(cut(report.text))}</pre>`);
  if (report.propagation !== void 0) parts.push(serversPart(report.propagation));
  if (report.next !== void 0) parts.push(prose(report.next));
  return `${parts.join("\n\n")}
`;
}
function heading({ operation, dryRun, isRead, end, changes }) {
  if (isRead) return operation;
  if (end === "unconfirmed") return `${operation}: nothing changed, it waits for confirm`;
  const words = changeWords(changes);
  return `${operation}${dryRun ? " (dry run, nothing written)" : ""}: ${words}${end === "failed" ? ", then it failed" : ""}`;
}
function changeRow(change) {
  if (change.kind !== "record") return [change.action, code(change.name), change.kind, "", ""];
  const before = change.action === "create" ? void 0 : change.before;
  const after = change.action === "delete" ? void 0 : change.after;
  const record2 = after ?? before;
  const name = record2?.name ?? (change.action === "delete" ? change.id : "");
  return [change.action, code(name), escaped(record2?.type ?? ""), content2(before), content2(after)];
}
function recordRow(record2) {
  return [code(record2.fqdn), escaped(record2.type), content2(record2)];
}
function content2(record2) {
  if (record2 === void 0) return "";
  const priority = record2.priority === void 0 ? "" : `, priority ${record2.priority}`;
  return `${code(record2.value)}<br>TTL ${record2.ttl}${priority}`;
}
function serversPart({ propagated, servers, note }) {
  if (servers.length === 0) return prose(note ?? "");
  const head = propagated ? "Answered by the name servers" : "Not answered by all name servers yet";
  const shown = table(["", "server", "answers", "TTL", "serial", ""], servers.map(serverRow));
  return [`**${head}**`, shown, ...note === void 0 ? [] : [prose(note)]].join("\n\n");
}
function serverRow({ ok, kind, server, address, answers, rcode, ttl, serial, error }) {
  const where = address === void 0 || server.includes(address) ? "" : `<br>${code(address)}`;
  return [
    ok ? "yes" : "no",
    `${code(server)}${where}<br>${kind}`,
    answers.length > 0 ? answers.map(code).join("<br>") : escaped(rcode ?? ""),
    String(ttl ?? ""),
    String(serial ?? ""),
    escaped(error ?? "")
  ];
}
function table(head, rows, total = rows.length) {
  const more = total - Math.min(rows.length, ROWS_MAX);
  return [
    "<table>",
    `<tr>${head.map((cell) => `<th>${cell}</th>`).join("")}</tr>`,
    ...rows.slice(0, ROWS_MAX).map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`),
    ...more > 0 ? [`<tr><td colspan="${head.length}">and ${more} more</td></tr>`] : [],
    "</table>"
  ].join("\n");
}
function code(text) {
  return `<code>${escaped(plainText(text, VALUE_MAX_LENGTH))}</code>`;
}
function prose(text) {
  return escaped(text).replaceAll(/[*_`~@[\]]|:(?=\/\/)/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
function escaped(text) {
  return text.split("\n").map((line) => plainText(line, TEXT_MAX_LENGTH)).filter((line) => line.trim() !== "").join("\n").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
function cut(text) {
  return text.length > TEXT_MAX_LENGTH ? `${text.slice(0, TEXT_MAX_LENGTH)}
… (cut)` : text;
}

// src/action/wait-advice.ts
function waitAdvice(settings, { note, servers }) {
  if (servers.length === 0) return void 0;
  return `The summary shows who answers what. ${note ?? nextTry(settings)}`;
}
function nextTry({ operation, given, ifExists, cleanup }) {
  if (cleanup) {
    return "Raise the input wait-timeout and run the job again: what this step created is deleted after the job.";
  }
  const mends = operation.idempotent && operation.effect === "update";
  if (mends && ifExists !== "fail" && given.input["state"] !== "absent") {
    return "Run the job again, which only waits; or raise the input wait-timeout.";
  }
  return "Run again, the job would not wait for it: a step with operation: check-propagation looks again. For the next time, raise the input wait-timeout.";
}

// src/action/report.ts
async function reportSuccess(settings, outcome) {
  const { operation, dryRun, failOnChange } = settings;
  const { answer: answer2, changes, output } = outcome;
  const { propagation } = answer2;
  const changed = answer2.changed ?? false;
  const plan = changes.length === 0 ? diffText(answer2.planned) : planText(changes);
  writeOutputs({
    ...idTexts(dryRun ? [] : answer2.records.map(({ id }) => id)),
    ...texts({ ...outcome, output: dryRun ? withoutChange(output) : output }, changed, plan)
  });
  const isRead = operation.effect === "read";
  tell(settings, changes, isRead ? operation.text(output) : plan);
  const [heard, ...servers] = propagationLines(propagation);
  if (servers.length > 0) sayGroup(heard ?? "", servers.join("\n"));
  for (const note of outcome.notes ?? []) annotateNotice(note);
  for (const warning of answer2.warnings) annotateWarning(warning);
  await writeSummary(
    {
      operation: nameOf2(settings),
      dryRun,
      end: "done",
      changes,
      diff: answer2.planned.length === 0 ? "" : plan,
      records: answer2.records,
      total: answer2.total,
      isRead,
      text: changes.length === 0 && answer2.records.length === 0 ? operation.text(output) : "",
      propagation,
      next: nextOf(settings, outcome)
    },
    settings.summaryFile
  );
  const late = notPropagated(output);
  if (late !== void 0) throw adapted(late, settings, propagation);
  if (!failOnChange || !changed) return true;
  annotateFailureText(
    `Something would change: ${changeWords(changes)}. The summary shows it; fail-on-change asked to be told.`
  );
  return false;
}
async function reportFailure(settings, { changes, question }) {
  if (changes.length > 0) await tellHalf(settings, changes);
  else if (question !== void 0 && !settings.dryRun) await tellQuestion(settings, question);
}
var NOTHING_ELSE = { diff: "", records: [], isRead: false, text: "", propagation: void 0 };
async function tellHalf(settings, changes) {
  const plan = planText(changes);
  const { dryRun } = settings;
  const ids = changes.flatMap(
    (change) => change.kind === "record" && change.action === "create" && !dryRun ? [change.after.id] : []
  );
  writeOutputs({ ...idTexts(ids), changed: "true", fqdn: "", plan, result: "" });
  tell(settings, changes, plan);
  const operation = nameOf2(settings);
  const next = afterFailure(settings);
  await writeSummary({ ...NOTHING_ELSE, operation, dryRun, end: "failed", changes, next }, settings.summaryFile);
}
async function tellQuestion(settings, { planned = [], preview, target }) {
  const plan = planText(asStepChanges(planned));
  writeOutputs({ ...idTexts([]), changed: "false", fqdn: "", plan, result: "" });
  const operation = nameOf2(settings);
  if (plan !== "") sayGroup(`${operation}: nothing changed; with confirm it would be`, plan);
  const next = `${preview} Where that is meant, set the input confirm to ${target} and run the job again.`;
  await writeSummary(
    { ...NOTHING_ELSE, operation, dryRun: false, end: "unconfirmed", changes: [], diff: plan, next },
    settings.summaryFile
  );
}
function adapted(late, settings, propagation) {
  const advice = propagation === void 0 ? void 0 : waitAdvice(settings, propagation);
  return new VpsError(late.code, late.message, { hint: advice ?? late.hint });
}
function texts({ output, fqdn }, changed, plan) {
  return { changed: String(changed), fqdn, plan, result: JSON.stringify(output) };
}
function withoutChange(output) {
  const { change: _, ...rest } = output;
  return rest;
}
function idTexts(ids) {
  return { "record-id": ids.length === 1 ? ids[0] ?? "" : "", "record-ids": JSON.stringify(ids) };
}
function tell(settings, changes, detail) {
  const title = `${nameOf2(settings)}${settings.dryRun ? " (dry run, nothing written)" : ""}`;
  if (settings.operation.effect === "read") sayGroup(title, detail);
  else if (changes.length === 0) say(`${title}: no change`);
  else sayGroup(`${title}: ${changeWords(changes)}`, detail);
}
function nextOf(settings, { answer: answer2, changes, question }) {
  const { operation, given, cleanup, dryRun, task } = settings;
  if (operation.effect === "read" && answer2.guards.length > 0) {
    return `${answer2.guards.join(" ")} The step that carries it out needs confirm: ${answer2.zone}.`;
  }
  if (dryRun && question !== void 0) {
    return `${question.preview} Run the step without dry-run and with confirm: ${question.target} to make it so.`;
  }
  if (dryRun) return changes.length === 0 ? void 0 : "Run the step without dry-run to make it so.";
  const created = changes.some((change) => change.kind === "record" && change.action === "create");
  if (cleanup && created) return "The records created here are deleted after the job.";
  return given.input["state"] === "absent" ? void 0 : task?.stays;
}
function afterFailure({ operation, cleanup }) {
  const done = "What is listed was done before the failure.";
  if (cleanup) return `${done} What was created is deleted after the job; run it again then.`;
  if (operation.idempotent) return `${done} Run the job again: what is done already counts as done.`;
  return `${done} Run again, the step would ask for it a second time: look first at what is there.`;
}
function nameOf2({ operation, isSandbox }) {
  return `${operation.name.replaceAll("_", "-")}${isSandbox ? " on the sandbox" : ""}`;
}

// src/action/carry-out.ts
async function carryOut(settings, scene) {
  if (settings.cleanup && !settings.dryRun) rememberPlace(scene.connection);
  const finished = new AbortController();
  const step = openStep(settings, { ...scene, finished: finished.signal });
  try {
    const done = await performTold(settings, step);
    return await reportSuccess(settings, { ...done, ...doneBy(step) });
  } finally {
    finished.abort();
  }
}
async function performTold(settings, step) {
  try {
    return await perform(settings, step.call);
  } catch (error) {
    await step.watched.settled();
    await reportFailure(settings, doneBy(step));
    throw error;
  }
}
function doneBy({ watched, question }) {
  return { changes: inZoneOrder(watched.changes()), question: question() };
}
function rememberPlace({ apiUrl, sandboxFolder }) {
  try {
    savePlace({ apiUrl, ...sandboxFolder === void 0 ? {} : { sandbox: sandboxFolder } });
  } catch (error) {
    throw new InputError("invalid_input", "The step's state cannot be saved, so nothing could be taken away later.", {
      field: "cleanup",
      hint: "Look at the runner's disk, or leave cleanup out. Nothing was changed.",
      cause: error
    });
  }
}
export {
  carryOut
};
