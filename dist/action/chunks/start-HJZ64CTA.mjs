import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  printZoneFile
} from "./chunk-YG6Q35IB.mjs";
import "./chunk-EMG6HH7Y.mjs";
import "./chunk-VZNKJXMV.mjs";
import {
  parseRecord
} from "./chunk-VZY3EUGB.mjs";
import {
  rdataKey
} from "./chunk-CMFDKYYC.mjs";
import "./chunk-TWIBUSA6.mjs";
import {
  _default,
  _enum,
  _gte,
  _lte,
  _maxLength,
  _minLength,
  array,
  boolean,
  discriminatedUnion,
  exactOptional,
  extend,
  int,
  literal,
  nullable,
  nullish,
  number,
  object,
  optional,
  partial,
  pipe,
  refine,
  strictObject,
  string,
  transform,
  union
} from "./chunk-FKNTS2GN.mjs";
import "./chunk-3E7Z2IDA.mjs";
import {
  labelOctetsOf,
  nameOfLabelOctets
} from "./chunk-GQZK756M.mjs";
import {
  RECORD_TYPES,
  recordTypes
} from "./chunk-RJAMLTRO.mjs";
import "./chunk-2C77CGXU.mjs";
import {
  isWithin,
  labelsOf,
  nameOfTarget,
  parentOf,
  parseZoneName,
  relativeName
} from "./chunk-2GJFCLDB.mjs";
import {
  InputError,
  VpsError
} from "./chunk-SRXP5WYM.mjs";
import "./chunk-P5BZS5M3.mjs";

// src/sandbox/accounts.ts
import { randomBytes } from "node:crypto";

// src/sandbox/state/entities.ts
var PERMISSIONS = [
  "dns:list",
  "dns:create",
  "dns:update",
  "dns:delete",
  "domains:list",
  "domains:create",
  "domains:update",
  "domains:delete",
  "domains:transfer"
];

// src/sandbox/accounts.ts
var MAIN_ACCOUNT = "main";
var OPENING_BALANCE_CENTS = 2e4;
var FULL_TOKEN_NAME = "sandbox";
function openAccount({ world, commit }, id) {
  const known = world.account(id);
  if (known !== void 0) return known;
  const account2 = { id, email: `${id}@example.com`, balanceCents: OPENING_BALANCE_CENTS };
  commit({ kind: "account-put", account: account2 });
  return account2;
}
function fullToken(store, secret) {
  openAccount(store, MAIN_ACCOUNT);
  const kept = store.world.tokens().find(({ name, account: account2 }) => name === FULL_TOKEN_NAME && account2 === MAIN_ACCOUNT);
  const wanted = secret ?? kept?.secret ?? newSecret();
  if (store.world.token(wanted) === void 0) {
    const token2 = { secret: wanted, name: FULL_TOKEN_NAME, permissions: [...PERMISSIONS], account: MAIN_ACCOUNT };
    store.commit({ kind: "token-put", token: token2 });
  }
  return wanted;
}
function addToken(store, { name, permissions, account: account2 = MAIN_ACCOUNT }) {
  openAccount(store, account2);
  const secret = newSecret();
  store.commit({ kind: "token-put", token: { secret, name, permissions: [...permissions], account: account2 } });
  return secret;
}
function setBalance(store, amount) {
  const account2 = openAccount(store, MAIN_ACCOUNT);
  store.commit({ kind: "account-put", account: { ...account2, balanceCents: Math.round(amount * 100) } });
}
function newSecret() {
  return `vps_${randomBytes(24).toString("hex")}`;
}

// src/sandbox/start-failure.ts
async function listening({ field, port }, server) {
  try {
    return await server;
  } catch (error) {
    const code = systemCode(error);
    if (code === void 0) throw error;
    const detail = { field, hint: `Give another --${field}, or leave it out for a free one.`, cause: error };
    throw code === "EADDRINUSE" ? new InputError("conflict", `Port ${port} is in use by another program.`, detail) : new InputError("invalid_input", `The system does not let the sandbox use port ${port} (${code}).`, detail);
  }
}
function folderFailure(field, error) {
  const code = systemCode(error);
  if (code === void 0) return error;
  return new VpsError("state_unavailable", `The sandbox's ${field} folder cannot be used (${code}).`, {
    field,
    hint: "Name a folder that this user may write to, or none to keep nothing.",
    cause: error
  });
}
function systemCode(error) {
  if (!(error instanceof Error && "syscall" in error && "code" in error)) return void 0;
  return typeof error.code === "string" ? error.code : void 0;
}

// src/sandbox/bind/bind-folder.ts
import { open, readdir, realpath, rename as rename2, rm, writeFile as writeFile2 } from "node:fs/promises";
import { basename, dirname as dirname2, join as join2 } from "node:path";

// src/sandbox/folder-lock.ts
import { randomUUID } from "node:crypto";
import { link, readFile, rename, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
var heldHere = /* @__PURE__ */ new Set();
async function lockFolder(folder, field) {
  const path = join(folder, `${field}.lock`);
  if (heldHere.has(path)) throw inUse(field);
  const own = `${path}.${randomUUID()}`;
  await writeFile(own, JSON.stringify({ pid: process.pid, started: await startOf(process.pid) ?? null }), {
    mode: 384
  });
  try {
    if (!await linked(own, path)) {
      if (!await takenOver(path) || !await linked(own, path)) throw inUse(field);
    }
  } finally {
    await unlink(own);
  }
  heldHere.add(path);
  return {
    async release() {
      if (heldHere.delete(path)) await unlink(path);
    }
  };
}
async function takenOver(path) {
  const found = await textOf(path);
  if (found === void 0) return true;
  if (await isHeld(found)) return false;
  const aside = `${path}.${randomUUID()}`;
  await ignoring("ENOENT", rename(path, aside));
  const moved = await textOf(aside);
  if (moved !== void 0 && moved !== found) await ignoring("EEXIST", link(aside, path));
  if (moved !== void 0) await unlink(aside);
  return true;
}
async function isHeld(lock) {
  const { pid, started } = holderOf(lock);
  if (pid === void 0 || pid === process.pid) return false;
  if (!isRunning(pid)) return false;
  return started === void 0 || started === await startOf(pid);
}
function holderOf(lock) {
  const [, pid] = /"pid":(\d+)/.exec(lock) ?? [];
  const [, started] = /"started":"([^"]*)"/.exec(lock) ?? [];
  return { ...pid === void 0 ? {} : { pid: Number(pid) }, ...started === void 0 ? {} : { started } };
}
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}
async function startOf(pid) {
  const [stat, boot] = await Promise.all([textOf(`/proc/${pid}/stat`), textOf("/proc/sys/kernel/random/boot_id")]);
  if (stat === void 0 || boot === void 0) return void 0;
  const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  return `${boot.trim()} ${ticks}`;
}
async function textOf(path) {
  try {
    return await readFile(path, "utf8");
  } catch {
    return void 0;
  }
}
async function linked(from, to) {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}
async function ignoring(code, work) {
  try {
    await work;
  } catch (error) {
    if (codeOf(error) !== code) throw error;
  }
}
function codeOf(error) {
  return error instanceof Error && "code" in error ? error.code : void 0;
}
function inUse(field) {
  return new InputError("conflict", `Another sandbox is using the ${field} folder.`, {
    field,
    hint: "Stop the other one, or name another folder."
  });
}

// src/sandbox/make-folder.ts
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
async function makeFolder(path, mode) {
  try {
    await makeOne(path, mode);
  } catch (error) {
    const parent = dirname(path);
    if (!isCalled("ENOENT", error) || parent === path) throw error;
    await makeFolder(parent, mode);
    await makeOne(path, mode);
  }
}
async function makeOne(path, mode) {
  try {
    await mkdir(path, { mode });
  } catch (error) {
    if (!isCalled("EEXIST", error)) throw error;
  }
}
function isCalled(code, error) {
  return error instanceof Error && "code" in error && error.code === code;
}

// src/sandbox/bind/file-names.ts
import { createHash } from "node:crypto";
var FRAGMENT = "named.conf.zones";
var TEMPORARY = "unfinished.tmp";
var PREFIX = "db.";
var NAME_MAX = 200;
function zoneFileName(zone2) {
  const escaped = zone2.replaceAll(/[^a-z0-9._-]/g, (octet) => `%${octet.charCodeAt(0).toString(16).padStart(2, "0")}`);
  if (escaped.length <= NAME_MAX) return `${PREFIX}${escaped}`;
  return `${PREFIX}${escaped.slice(0, NAME_MAX)}%${createHash("sha256").update(zone2).digest("hex").slice(0, 16)}`;
}
function isZoneFileName(file) {
  return file.startsWith(PREFIX);
}
function quoted(text) {
  return `"${text.replaceAll('"', '\\"')}"`;
}
function checkPath(path) {
  if (!new RegExp('\\\\"|\\p{Cc}', "u").test(path)) return;
  throw new InputError("invalid_input", "BIND's configuration cannot name the folder.", {
    field: "bind",
    hint: "Name a folder without control characters and without a backslash before a quote."
  });
}

// src/sandbox/bind/bind-folder.ts
var MARK = "; Written by vps-dns sandbox: changes made here are lost.\n";
var FRAGMENT_MARK = MARK.replace(";", "//");
var FOLDER_MODE = 493;
async function openBindFolder(path, zones2) {
  await makeFolder(path, FOLDER_MODE);
  const folder = await realpath(path);
  checkPath(folder);
  const lock = await lockFolder(folder, "bind");
  try {
    await update({ folder, zones: zones2 }, zones2.origins());
    await removeLeftOver({ folder, zones: zones2 });
  } catch (error) {
    await lock.release();
    throw error;
  }
  return { update: (origins) => update({ folder, zones: zones2 }, origins), close: () => lock.release() };
}
async function update({ folder, zones: zones2 }, origins) {
  const gone = [];
  for (const origin of origins) {
    const zone2 = zones2.zoneAt(origin);
    const path = join2(folder, zoneFileName(origin));
    if (zone2 === void 0) gone.push(path);
    else await replaceFile(path, { mark: MARK, text: zoneText(zone2) });
  }
  await replaceFile(join2(folder, FRAGMENT), { mark: FRAGMENT_MARK, text: fragmentText(folder, zones2.origins()) });
  for (const path of gone) await rm(path, { force: true });
}
function zoneText(zone2) {
  const { origin, nameservers: nameservers2, serial } = zone2;
  const records = zone2.records().map((record2) => {
    return { ...record2, ttl: zone2.rrset(record2.name, record2.type)?.ttl ?? record2.ttl };
  });
  return printZoneFile({ zone: origin, records, nameservers: nameservers2, soa: { serial } });
}
function fragmentText(folder, origins) {
  const clauses = origins.toSorted().map((origin) => `zone ${quoted(origin)} { type primary; file ${quoted(join2(folder, zoneFileName(origin)))}; };
`);
  return clauses.join("");
}
async function replaceFile(path, { mark, text }) {
  const held = await startOf2(path, mark.length);
  if (held !== void 0 && held !== mark) throw somebodyElses(path);
  const temporary = join2(dirname2(path), TEMPORARY);
  await writeFile2(temporary, mark + text);
  await rename2(temporary, path);
}
async function removeLeftOver({ folder, zones: zones2 }) {
  const needed = new Set(zones2.origins().map(zoneFileName));
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isFile() || !isZoneFileName(entry.name) || needed.has(entry.name)) continue;
    const path = join2(folder, entry.name);
    if (await startOf2(path, MARK.length) === MARK) await rm(path, { force: true });
  }
}
async function startOf2(path, length) {
  const handle2 = await opened(path);
  if (handle2 === void 0) return void 0;
  try {
    const { buffer, bytesRead } = await handle2.read(Buffer.alloc(length), 0, length, 0);
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await handle2.close();
  }
}
async function opened(path) {
  try {
    return await open(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return void 0;
    throw error;
  }
}
function somebodyElses(path) {
  return new InputError(
    "conflict",
    `The bind folder holds a file of somebody else's that is called ${basename(path)}.`,
    {
      field: "bind",
      hint: "Move the file away, or name another folder."
    }
  );
}

// src/sandbox/bind/reload-command.ts
import { spawn } from "node:child_process";
import { once } from "node:events";
var TIME_LIMIT_MS = 3e4;
var TOLD_CHARACTERS = 2e3;
var LAST_WORDS_MS = 200;
async function runReload(command, { clock, log }) {
  const child = spawn(command, {
    shell: true,
    detached: process.platform !== "win32",
    stdio: ["ignore", "ignore", "pipe"]
  });
  const over = new AbortController();
  const after = (ms, work) => clock.sleep(ms, over.signal).then(work, () => void 0);
  const said = lastWords(child.stderr);
  let message = "The reload command failed.";
  void after(TIME_LIMIT_MS, () => {
    message = "The reload command took too long and was ended.";
    end(child.pid);
  });
  try {
    await once(child, "exit");
    if (child.exitCode === 0) return;
    await Promise.race([said.ended, after(LAST_WORDS_MS, () => void 0)]);
    log("error", message, { exit: child.exitCode, signal: child.signalCode, stderr: said.text() });
  } catch (error) {
    log("error", "The reload command could not be run.", { cause: String(error) });
  } finally {
    over.abort();
    child.stderr.destroy();
  }
}
function end(pid) {
  if (pid === void 0) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch {
  }
}
function lastWords(stderr) {
  let text = "";
  stderr.setEncoding("utf8").on("data", (chunk) => {
    text = (text + chunk).slice(-TOLD_CHARACTERS);
  });
  return { ended: once(stderr, "close"), text: () => text.trim() };
}

// src/sandbox/bind/zone-batches.ts
var QUIET_MS = 100;
var GATHERED_MAX_MS = 2e3;
var nobodyWaits = () => void 0;
function batchesOf(zones2, clock) {
  const changed = /* @__PURE__ */ new Set();
  const closing = new AbortController();
  let changes = 0;
  let wake = nobodyWaits;
  const unwatch = zones2.watch(({ origin }) => {
    changed.add(origin);
    changes++;
    wake();
  });
  async function settle() {
    let seen = -1;
    for (let waited = 0; changes !== seen && waited < GATHERED_MAX_MS; waited += QUIET_MS) {
      seen = changes;
      if (closing.signal.aborted) return;
      await clock.sleep(QUIET_MS, closing.signal).catch(() => void 0);
    }
  }
  return {
    async next() {
      if (changed.size === 0 && !closing.signal.aborted) await new Promise((resolve) => wake = resolve);
      if (changed.size > 0) await settle();
      const batch = new Set(changed);
      changed.clear();
      return batch.size === 0 ? void 0 : batch;
    },
    close() {
      unwatch();
      closing.abort();
      wake();
    }
  };
}

// src/sandbox/bind/feed-bind.ts
async function feedBind(settings, { zones: zones2, clock, log }) {
  const batches = batchesOf(zones2, clock);
  try {
    const folder = await openBindFolder(settings.dir, zones2);
    const reload = async () => {
      if (settings.reload !== void 0) await runReload(settings.reload, { clock, log });
    };
    const running = feed({ batches, folder, reload, log });
    return {
      async close() {
        batches.close();
        await running;
        await folder.close();
      }
    };
  } catch (error) {
    batches.close();
    throw folderFailure("bind", error);
  }
}
async function feed({ batches, folder, reload, log }) {
  await reload();
  let failed = /* @__PURE__ */ new Set();
  for (let batch = await batches.next(); batch !== void 0; batch = await batches.next()) {
    const wanted = /* @__PURE__ */ new Set([...failed, ...batch]);
    try {
      await folder.update(wanted);
      failed = /* @__PURE__ */ new Set();
      await reload();
    } catch (error) {
      failed = wanted;
      log("error", "The zone files could not be written; the next change tries again.", { cause: String(error) });
    }
  }
}

// src/sandbox/api/refusal.ts
var CODES = {
  400: "validation_error",
  401: "authentication_failed",
  402: "payment_required",
  403: "permission_denied",
  404: "not_found",
  405: "method_not_allowed",
  413: "payload_too_large",
  415: "unsupported_media_type",
  429: "throttled",
  500: "server_error"
};
var Refusal = class extends Error {
  status;
  code;
  field;
  headers;
  constructor(status, detail, more = {}) {
    super(detail, more.cause === void 0 ? void 0 : { cause: more.cause });
    this.name = "Refusal";
    this.status = status;
    this.code = more.code ?? CODES[status];
    this.field = more.field;
    this.headers = more.headers ?? {};
  }
  body() {
    return { detail: this.message, error_code: this.code, ...this.field === void 0 ? {} : { field: this.field } };
  }
};
function invalid(field, detail, cause) {
  return new Refusal(400, detail, { field, cause });
}
function notFound(what) {
  return new Refusal(404, `${what} not found.`);
}

// src/sandbox/api/read-body.ts
function readBody(schema, body) {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw invalid(void 0, "The body must be a JSON object.");
  }
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw invalid(issue?.path[0]?.toString(), issue?.message ?? "Invalid body.");
}

// src/sandbox/api/reply.ts
var ROWS_PER_CHUNK = 500;
function json(status, value, headers = {}) {
  return { status, headers, chunks: [JSON.stringify(value)] };
}
function noContent() {
  return { status: 204 };
}
function arrayReply(list) {
  return { status: 200, chunks: pieces(list, "[", "]") };
}
function objectReply(head, key, list) {
  const opening = JSON.stringify(head).slice(0, -1);
  const comma = opening === "{" ? "" : ",";
  return { status: 200, chunks: pieces(list, `${opening}${comma}${JSON.stringify(key)}:[`, "]}") };
}
function* pieces({ rows, shape }, before, after) {
  let text = before;
  for (let at = 0; at < rows.length; at += ROWS_PER_CHUNK) {
    const part = rows.slice(at, at + ROWS_PER_CHUNK).map((row) => JSON.stringify(shape(row)));
    text += `${at === 0 ? "" : ","}${part.join(",")}`;
    if (at + ROWS_PER_CHUNK < rows.length) {
      yield text;
      text = "";
    }
  }
  yield text + after;
}

// src/sandbox/http/authenticate.ts
var BEARER = /^Bearer +(\S+)$/i;
var CHALLENGE = { "www-authenticate": "Bearer" };
function authenticate(world, authorization) {
  if (authorization === void 0) {
    throw new Refusal(401, "Authentication credentials were not provided.", {
      code: "not_authenticated",
      headers: CHALLENGE
    });
  }
  const token2 = world.token(BEARER.exec(authorization)?.[1] ?? "");
  const account2 = token2 === void 0 ? void 0 : world.account(token2.account);
  if (token2 === void 0 || account2 === void 0) {
    throw new Refusal(401, "Invalid API token", { headers: CHALLENGE });
  }
  return { token: token2, account: account2 };
}
function mustPermit({ permissions }, permission) {
  if (permission === void 0 || permissions.includes(permission)) return;
  throw new Refusal(403, `Missing permission: ${permission}`);
}

// src/sandbox/http/fault-rules.ts
var LATENCY_MAX_MS = 6e5;
var METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];
var ways = {
  /** 429 with `Retry-After`, before anything is done. */
  throttle: object({
    kind: literal("throttle"),
    retryAfter: exactOptional(union([int().check(_gte(0)), string()])),
    /** Only the requests beyond so many in a second; without it, all. */
    perSecond: exactOptional(int().check(_gte(1)))
  }),
  /** 503 with an HTML page, as a proxy in front of a server that is down would answer. */
  unavailable: object({ kind: literal("unavailable"), retryAfter: exactOptional(int().check(_gte(0))) }),
  /** The connection is reset and nothing was done. */
  resetBefore: object({ kind: literal("reset-before-commit") }),
  /** The connection is reset and everything was done. */
  resetAfter: object({ kind: literal("reset-after-commit") }),
  /** The answer breaks off in the middle of its body, after everything was done. */
  truncate: object({ kind: literal("truncate") }),
  /** The answer comes later; goes together with the other kinds. */
  latency: object({ kind: literal("latency"), ms: int().check(_gte(0), _lte(LATENCY_MAX_MS)) })
};
var where = {
  method: exactOptional(_enum(METHODS)),
  /** Where the path below `/api/v1` starts. */
  path: exactOptional(string()),
  /** So many requests and no more; without it, all. */
  times: exactOptional(int().check(_gte(1))),
  /** Chance that a request is hit, 0 to 1; without it, 1. */
  probability: exactOptional(number().check(_gte(0), _lte(1)))
};
var faultSchema = discriminatedUnion("kind", [
  strictObject(extend(ways.throttle, where).shape),
  strictObject(extend(ways.unavailable, where).shape),
  strictObject(extend(ways.resetBefore, where).shape),
  strictObject(extend(ways.resetAfter, where).shape),
  strictObject(extend(ways.truncate, where).shape),
  strictObject(extend(ways.latency, where).shape)
]);
function createFaultRules(clock) {
  const rules = [];
  return {
    add: (given) => {
      const fault = faultSchema.parse(given);
      rules.push({ fault, left: fault.times ?? Infinity, secondAt: -Infinity, inSecond: 0 });
    },
    list: () => rules.map(({ fault, left }) => Number.isFinite(left) ? { ...fault, times: left } : fault),
    clear: () => void rules.splice(0),
    take: (request) => {
      if (rules.length === 0) return { latencyMs: 0, fault: void 0 };
      return take(rules, request, clock);
    }
  };
}
function take(rules, request, clock) {
  let latencyMs = 0;
  let fault;
  for (const rule of rules) {
    if (rule.fault.kind !== "latency" && fault !== void 0) continue;
    if (!fits(rule.fault, request) || !isDue(rule, clock)) continue;
    rule.left--;
    if (rule.fault.kind === "latency") latencyMs += rule.fault.ms;
    else fault = rule.fault;
  }
  for (let at = rules.length - 1; at >= 0; at--) if (rules[at]?.left === 0) rules.splice(at, 1);
  return { latencyMs, fault };
}
function fits({ method, path }, request) {
  return (method === void 0 || method === request.method) && (path === void 0 || request.path.startsWith(path));
}
function isDue(rule, clock) {
  const { fault } = rule;
  if (fault.kind === "throttle" && fault.perSecond !== void 0 && countInSecond(rule, clock.now()) <= fault.perSecond) {
    return false;
  }
  return fault.probability === void 0 || clock.random() < fault.probability;
}
function countInSecond(rule, now) {
  if (now - rule.secondAt >= 1e3) {
    rule.secondAt = now;
    rule.inSecond = 0;
  }
  rule.inSecond++;
  return rule.inSecond;
}

// src/sandbox/http/request-body.ts
var BODY_MAX_BYTES = 1048576;
var JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;
var utf8 = new TextDecoder("utf-8", { fatal: true });
async function readRequestBody(request) {
  const bytes = await readBytes(request);
  if (bytes.length === 0) return { value: void 0, bytes: 0 };
  const type = request.headers["content-type"] ?? "";
  if (!JSON_TYPE.test(type)) throw new Refusal(415, "Send the body as application/json.");
  return { value: parseJson(bytes), bytes: bytes.length };
}
async function readBytes(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = chunk;
    if (!(bytes instanceof Uint8Array)) continue;
    size += bytes.length;
    if (size > BODY_MAX_BYTES) {
      throw new Refusal(413, `The body is larger than ${BODY_MAX_BYTES} bytes.`, { headers: { connection: "close" } });
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
function parseJson(bytes) {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch (error) {
    throw new Refusal(400, "The body is not valid JSON in UTF-8.", { code: "parse_error", cause: error });
  }
}

// src/sandbox/prices.ts
var PRICES_CENTS = {
  com: 1299,
  net: 1499,
  org: 1399,
  io: 3999,
  dev: 1499,
  app: 1499,
  co: 2499
};
var OTHER_CENTS = 1999;
var LISTED_TLDS = Object.keys(PRICES_CENTS);
function yearlyPriceCents(domain2) {
  return PRICES_CENTS[domain2.slice(domain2.lastIndexOf(".") + 1)] ?? OTHER_CENTS;
}
function dollars(cents) {
  return cents / 100;
}

// src/sandbox/control/control-pages.ts
var balanceBody = object({
  balance: number({ error: "Give the balance in US dollars." }).check(_gte(0, { error: "The balance cannot be negative." }))
});
var tokenBody = object({
  name: string({ error: "Give the token a name." }).check(_minLength(1, { error: "Give the token a name." })),
  permissions: array(_enum(PERMISSIONS, { error: `Permissions are ${PERMISSIONS.join(", ")}.` }), {
    error: "Give the permissions as an array."
  })
});
function controlPages(controls) {
  return async (request, path) => {
    const page = pages[path];
    if (page === void 0) throw notFound("Page");
    const { token: token2 } = authenticate(controls.store.world, request.headers.authorization);
    if (PERMISSIONS.some((permission) => !token2.permissions.includes(permission))) {
      throw new Refusal(403, "Only a token with every permission controls the sandbox.");
    }
    const method = page[request.method ?? ""];
    if (method === void 0) {
      throw new Refusal(405, "Method not allowed.", { headers: { allow: Object.keys(page).join(", ") } });
    }
    const reply = method(controls, (await readRequestBody(request)).value);
    await controls.store.settled();
    return reply;
  };
}
var pages = {
  "/sandbox/faults/": {
    GET: ({ faults }) => arrayReply({ rows: faults.list(), shape: (fault) => fault }),
    POST: ({ faults }, body) => {
      const fault = readBody(faultSchema, body);
      faults.add(fault);
      return json(201, fault);
    },
    DELETE: ({ faults }) => {
      faults.clear();
      return noContent();
    }
  },
  "/sandbox/tokens/": {
    POST: ({ store }, body) => {
      const wanted = readBody(tokenBody, body);
      return json(201, { ...wanted, token: addToken(store, wanted) });
    }
  },
  "/sandbox/balance/": {
    GET: ({ store }) => balanceReply(store),
    PUT: ({ store }, body) => {
      setBalance(store, readBody(balanceBody, body).balance);
      return balanceReply(store);
    }
  }
};
function balanceReply({ world }) {
  return json(200, { balance: dollars(world.account(MAIN_ACCOUNT)?.balanceCents ?? 0), currency: "USD" });
}

// src/sandbox/dns/ancestry.ts
function ancestry(name) {
  const labels = labelsOf(name);
  return [...labels.map((_, index) => labels.slice(index).join(".")), ""];
}

// src/sandbox/dns/serial.ts
var HALF = 2147483648;
function isNewerSerial(a, b) {
  return a !== b && a - b >>> 0 < HALF;
}
function nextSerial(serial, seconds) {
  const time = (seconds ?? 0) >>> 0;
  if (time !== 0 && isNewerSerial(time, serial)) return time;
  return serial + 1 >>> 0 || 1;
}

// src/sandbox/dns/rrset-store.ts
var RrsetStore = class {
  #name;
  #type;
  #entries = /* @__PURE__ */ new Map();
  #view;
  constructor(name, type) {
    this.#name = name;
    this.#type = type;
  }
  get isEmpty() {
    return this.#entries.size === 0;
  }
  add(record2) {
    const key = rdataKey(record2);
    this.#entries.set(key, [record2, ...this.#entries.get(key) ?? []]);
    this.#view = void 0;
  }
  /** Says whether there was such a record; of several that differ in TTL alone the one with this TTL goes. */
  remove(record2) {
    const key = rdataKey(record2);
    const copies = this.#entries.get(key);
    if (copies === void 0) return false;
    const gone = Math.max(
      0,
      copies.findIndex(({ ttl }) => ttl === record2.ttl)
    );
    const [first, ...rest] = copies.toSpliced(gone, 1);
    if (first === void 0) this.#entries.delete(key);
    else this.#entries.set(key, [first, ...rest]);
    this.#view = void 0;
    return true;
  }
  /** Every record, copies included. */
  records() {
    return [...this.#entries.values()].flat();
  }
  /**
   * The RRset as it is answered. The lowest TTL is everybody's: what whoever meets several must take them for (RFC 2181
   * §5.2), and the same whatever order the records came in.
   */
  view() {
    this.#view ??= {
      name: this.#name,
      type: this.#type,
      ttl: this.records().reduce((lowest, { ttl }) => Math.min(lowest, ttl), Number.POSITIVE_INFINITY),
      rdata: [...this.#entries.values()].map(([record2]) => rdataOf(record2))
    };
    return this.#view;
  }
};
function rdataOf({ value, priority }) {
  return priority === void 0 ? { value } : { value, priority };
}

// src/sandbox/dns/served-zone.ts
var APEX_TTL_SECONDS = 3600;
var SOA_TIMERS_SECONDS = { refresh: 7200, retry: 900, expire: 1209600, minimum: 300 };
var ServedZone = class {
  origin;
  nameservers;
  serial;
  #nodes = /* @__PURE__ */ new Map();
  constructor(origin, nameservers2, serial) {
    this.origin = origin;
    this.nameservers = nameservers2;
    this.serial = serial;
    this.#nodes.set(origin, { stores: /* @__PURE__ */ new Map(), children: 0 });
  }
  /** Throws InputError when the record's name is outside the zone. */
  check(record2) {
    if (!isWithin(record2.name, this.origin)) throw outsideZone();
  }
  /** Asks for a record that passes `check`. */
  add(record2) {
    const { name } = record2;
    const { stores } = this.#nodeFor(name);
    const store = stores.get(record2.type) ?? new RrsetStore(name, record2.type);
    store.add(record2);
    stores.set(record2.type, store);
  }
  /** Says whether there was such a record; its name, type and data count, its TTL does not. */
  remove(record2) {
    const { name } = record2;
    const node = this.#nodes.get(name);
    const store = node?.stores.get(record2.type);
    if (node === void 0 || store === void 0 || !store.remove(record2)) return false;
    if (store.isEmpty) node.stores.delete(record2.type);
    this.#prune(name);
    return true;
  }
  /** Whether the name exists in the zone, be it as an empty non-terminal. */
  has(name) {
    return this.#nodes.has(name);
  }
  rrset(name, type) {
    if (type === "SOA") return name === this.origin ? this.soa() : void 0;
    const held = this.#nodes.get(name)?.stores.get(type)?.view();
    return held ?? (type === "NS" && name === this.origin ? this.#ownNs() : void 0);
  }
  /** Every RRset at a name, the server's own included. */
  rrsets(name) {
    const held = [...this.#nodes.get(name)?.stores.values() ?? []].map((store) => store.view());
    if (name !== this.origin) return held;
    const own = held.some(({ type }) => type === "NS") ? [] : [this.#ownNs()];
    return [this.soa(), ...own, ...held];
  }
  soa() {
    const { refresh, retry, expire, minimum } = SOA_TIMERS_SECONDS;
    const primary = this.nameservers[0] ?? ".";
    const value = `${primary} ${responsibleMailbox(primary)} ${this.serial} ${refresh} ${retry} ${expire} ${minimum}`;
    return { name: this.origin, type: "SOA", ttl: APEX_TTL_SECONDS, rdata: [{ value }] };
  }
  /** Every record that was added and not removed. */
  records() {
    return [...this.#nodes.values()].flatMap((node) => [...node.stores.values()].flatMap((store) => store.records()));
  }
  #ownNs() {
    return {
      name: this.origin,
      type: "NS",
      ttl: APEX_TTL_SECONDS,
      rdata: this.nameservers.map((value) => ({ value }))
    };
  }
  #nodeFor(name) {
    const known = this.#nodes.get(name);
    if (known !== void 0) return known;
    const node = { stores: /* @__PURE__ */ new Map(), children: 0 };
    this.#nodes.set(name, node);
    this.#nodeFor(parentOf(name)).children++;
    return node;
  }
  /** Takes away the names that nothing keeps any more, from this one upwards; the apex stays. */
  #prune(name) {
    const node = this.#nodes.get(name);
    if (name === this.origin || node === void 0 || node.stores.size > 0 || node.children > 0) return;
    this.#nodes.delete(name);
    const parent = parentOf(name);
    const above = this.#nodes.get(parent);
    if (above !== void 0) above.children--;
    this.#prune(parent);
  }
};
function responsibleMailbox(primary) {
  return primary === "." ? primary : `hostmaster.${parentOf(primary) || primary}`;
}
function outsideZone() {
  return new InputError("invalid_name", "The record's name is not inside the zone.", {
    hint: "Give a name at or below the zone's apex.",
    field: "name"
  });
}

// src/sandbox/dns/served-zones.ts
var DEFAULT_NAMESERVERS = ["ns1.vps.org", "ns2.vps.org"];
var ServedZones = class {
  #zones = /* @__PURE__ */ new Map();
  #listeners = /* @__PURE__ */ new Set();
  #clock;
  constructor({ clock } = {}) {
    this.#clock = clock;
  }
  /** Throws `zone_exists` when it is there already. */
  addZone(origin, settings = {}) {
    if (this.#zones.has(origin)) {
      throw new InputError("zone_exists", `The zone ${origin} is already served.`, { hint: "Remove it first." });
    }
    const { records = [] } = settings;
    const nameservers2 = settings.nameservers?.length === 0 ? void 0 : settings.nameservers;
    const serial = settings.serial ?? nextSerial(0, this.#seconds());
    const zone2 = new ServedZone(origin, nameservers2 ?? DEFAULT_NAMESERVERS, serial);
    for (const record2 of records) zone2.check(record2);
    for (const record2 of records) zone2.add(record2);
    this.#zones.set(origin, zone2);
    this.#tell({ kind: "zone-added", origin, serial, nameservers: zone2.nameservers, records });
  }
  /** Says whether it was there. */
  removeZone(origin) {
    if (!this.#zones.delete(origin)) return false;
    this.#tell({ kind: "zone-removed", origin });
    return true;
  }
  addRecord(origin, record2) {
    this.changeRecords(origin, { added: [record2] });
  }
  /** Takes away the record of this name, type and data, whatever its TTL; one that is not there is left at that. */
  removeRecord(origin, record2) {
    this.changeRecords(origin, { removed: [record2] });
  }
  /** Removes, then adds, as one change with one serial: no question is answered in between. */
  changeRecords(origin, change) {
    const zone2 = this.#zoneNamed(origin);
    const added = change.added ?? [];
    for (const record2 of added) zone2.check(record2);
    const removed = (change.removed ?? []).filter((record2) => zone2.remove(record2));
    for (const record2 of added) zone2.add(record2);
    if (removed.length === 0 && added.length === 0 && change.serial === void 0) return;
    zone2.serial = change.serial ?? nextSerial(zone2.serial, this.#seconds());
    this.#tell({ kind: "records-changed", origin: zone2.origin, serial: zone2.serial, removed, added });
  }
  /** The SOA serial that the zone carries now; throws `zone_not_found`. */
  serial(origin) {
    return this.#zoneNamed(origin).serial;
  }
  /** The zone that holds a canonical name: the one with the longest origin at or above it. */
  zoneOf(name) {
    const origin = ancestry(name).find((above) => this.#zones.has(above));
    return origin === void 0 ? void 0 : this.#zones.get(origin);
  }
  /** The zone of exactly this origin. */
  zoneAt(origin) {
    return this.#zones.get(origin);
  }
  origins() {
    return [...this.#zones.keys()];
  }
  /** Everything there is, as the changes that would make it from nothing. */
  snapshot() {
    return [...this.#zones.values()].map((zone2) => ({
      kind: "zone-added",
      origin: zone2.origin,
      serial: zone2.serial,
      nameservers: zone2.nameservers,
      records: zone2.records()
    }));
  }
  /** Calls back after each change, in order, until the returned function is called. */
  watch(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  /** Carries out a change that another set of zones told of, serial included. */
  replay(change) {
    if (change.kind === "zone-added") this.addZone(change.origin, change);
    else if (change.kind === "zone-removed") this.removeZone(change.origin);
    else this.changeRecords(change.origin, change);
  }
  #zoneNamed(origin) {
    const zone2 = this.#zones.get(origin);
    if (zone2 !== void 0) return zone2;
    throw new InputError("zone_not_found", `The zone ${origin} is not served.`, { hint: "Add the zone first." });
  }
  #seconds() {
    return this.#clock === void 0 ? void 0 : Math.floor(this.#clock.now() / 1e3);
  }
  #tell(change) {
    for (const listener of this.#listeners) listener(change);
  }
};

// src/sandbox/dns/lagging-zones.ts
import { setMaxListeners } from "node:events";
function lagBehind(source, { delayMs, clock }) {
  const zones2 = new ServedZones();
  for (const change of source.snapshot()) zones2.replay(change);
  const pending = [];
  const stopped = new AbortController();
  setMaxListeners(0, stopped.signal);
  const unwatch = source.watch((change) => {
    pending.push(change);
    clock.sleep(delayMs, stopped.signal).then(
      () => carryOut(zones2, pending.shift()),
      () => void 0
    );
  });
  return {
    zones: zones2,
    stop() {
      unwatch();
      stopped.abort();
    }
  };
}
function carryOut(zones2, change) {
  if (change !== void 0) zones2.replay(change);
}

// src/sandbox/dns/find-in-zone.ts
var BESIDE_CNAME = ["CNAME", "ANY", "KEY", "SIG", "NXT", "RRSIG", "NSEC"];
function findInZone(zone2, name, type) {
  const path = namesBelowApex(zone2, name);
  let encloser = zone2.origin;
  for (const at of path) {
    if (!zone2.has(at)) return fromWildcard(zone2, { encloser, name, type });
    const ns = zone2.rrset(at, "NS");
    if (ns !== void 0 && !(at === name && type === "DS")) return { kind: "referral", ns };
    encloser = at;
  }
  return atNode(zone2, { node: name, owner: name, type });
}
function fromWildcard(zone2, asked) {
  const wildcard = asked.encloser === "" ? "*" : `*.${asked.encloser}`;
  if (!zone2.has(wildcard)) return { kind: "absent", nameExists: false };
  return atNode(zone2, { node: wildcard, owner: asked.name, type: asked.type });
}
function atNode(zone2, asked) {
  const owned = (rrset) => rrset.name === asked.owner ? rrset : { ...rrset, name: asked.owner };
  const cname = zone2.rrset(asked.node, "CNAME");
  if (cname !== void 0 && !BESIDE_CNAME.includes(asked.type)) {
    return { kind: "alias", rrsets: [owned(cname)], target: nameOfTarget(cname.rdata[0]?.value ?? "") };
  }
  const rrsets = zone2.rrsets(asked.node).filter(({ type }) => asked.type === "ANY" || type === asked.type);
  return rrsets.length > 0 ? { kind: "data", rrsets: rrsets.map(owned) } : { kind: "absent", nameExists: true };
}
function namesBelowApex(zone2, name) {
  const names = ancestry(name);
  return names.slice(0, names.indexOf(zone2.origin)).reverse();
}

// src/sandbox/dns/additional.ts
function addressesFor(zone2, present) {
  const known = new Set(present.map(rrsetIdentity));
  const hosts = [...new Set(present.flatMap(targetsOf))].filter((host) => isWithin(host, zone2.origin));
  const addresses = hosts.flatMap((host) => {
    return ["A", "AAAA"].flatMap((type) => {
      const found = findInZone(zone2, host, type);
      return found.kind === "data" ? found.rrsets : [];
    });
  });
  return addresses.filter((rrset) => !known.has(rrsetIdentity(rrset)));
}
function glueFor(zone2, ns) {
  const hosts = targetsOf(ns).filter((host) => isWithin(host, zone2.origin));
  return ["A", "AAAA"].flatMap(
    (type) => hosts.flatMap((host) => {
      const held = findInZone(zone2, host, type).kind === "referral" ? zone2.rrset(host, type) : void 0;
      return held === void 0 ? [] : [held];
    })
  );
}
function targetsOf({ type, rdata }) {
  if (type !== "MX" && type !== "NS" && type !== "SRV") return [];
  return rdata.map(({ value }) => nameOfTarget(value.slice(value.lastIndexOf(" ") + 1)));
}
function rrsetIdentity({ name, type }) {
  return `${type} ${name}`;
}

// src/sandbox/dns/answer.ts
var MAX_RESTARTS = 11;
function answer(zones2, question) {
  const zone2 = zoneFor(zones2, question);
  if (zone2 === void 0) return { rcode: "REFUSED", aa: false, answer: [], authority: [], additional: [] };
  return follow(zones2, question, { zone: zone2, name: question.name, chain: [] });
}
function follow(zones2, question, step) {
  const { zone: zone2, name, chain } = step;
  const found = findInZone(zone2, name, question.type);
  if (found.kind === "referral") return referral(zone2, found.ns, chain);
  if (found.kind === "absent") return negative(zone2, question, { nameExists: found.nameExists, chain });
  const rrsets = [...chain, ...found.rrsets];
  if (found.kind === "alias") return onward(zones2, question, { name: found.target, chain: rrsets });
  return positive(zone2, question, rrsets);
}
function onward(zones2, question, { name, chain }) {
  const unfinished = { aa: true, answer: chain, authority: [], additional: [] };
  if (chain.length > MAX_RESTARTS || chain.some((seen) => seen.name === name)) {
    return { rcode: "SERVFAIL", ...unfinished };
  }
  const zone2 = zoneFor(zones2, { name, type: question.type });
  return zone2 === void 0 ? { rcode: "NOERROR", ...unfinished } : follow(zones2, question, { zone: zone2, name, chain });
}
function referral(zone2, ns, chain) {
  const sections = { answer: chain, authority: [ns], additional: glueFor(zone2, ns) };
  return { rcode: "NOERROR", aa: chain.length > 0, ...sections, cut: ns.name };
}
function negative(zone2, question, { nameExists, chain }) {
  const soa = negativeSoa(zone2);
  const authority2 = [!nameExists && question.type === "SOA" ? { ...soa, ttl: 0 } : soa];
  return { rcode: nameExists ? "NOERROR" : "NXDOMAIN", aa: true, answer: chain, authority: authority2, additional: [] };
}
function positive(zone2, { type, extent = "full" }, rrsets) {
  const asksApexNs = rrsets.at(-1)?.name === zone2.origin && (type === "NS" || type === "ANY");
  const ns = extent !== "full" || asksApexNs ? void 0 : zone2.rrset(zone2.origin, "NS");
  const authority2 = ns === void 0 ? [] : [ns];
  const additional = extent === "minimal" || type === "ANY" ? [] : addressesFor(zone2, [...rrsets, ...authority2]);
  return { rcode: "NOERROR", aa: true, answer: rrsets, authority: authority2, additional };
}
function negativeSoa(zone2) {
  const soa = zone2.soa();
  const minimum = Number(soa.rdata[0]?.value.split(" ").at(-1));
  return { ...soa, ttl: Math.min(soa.ttl, minimum) };
}
function zoneFor(zones2, { name, type }) {
  const zone2 = zones2.zoneOf(name);
  if (type !== "DS" || zone2?.origin !== name || name === "") return zone2;
  return zones2.zoneOf(parentOf(name)) ?? zone2;
}

// src/sandbox/dns/rdata-wire.ts
var SOA_CODE = 6;
function typeCode(type) {
  return type === "SOA" ? SOA_CODE : recordTypes[type].code;
}
function wireParts(type, rdata) {
  return type === "SOA" ? soaParts(rdata) : recordTypes[type].wire(rdata);
}
function soaParts({ value }) {
  const [mname = ".", rname = ".", ...numbers] = value.split(" ");
  const octets = Buffer.alloc(20);
  for (const [index, number2] of numbers.entries()) octets.writeUInt32BE(Number(number2), index * 4);
  return [{ name: mname, compress: true }, { name: rname, compress: true }, { octets }];
}

// src/sandbox/dns/dns-numbers.ts
var CLASS_IN = 1;
var classRefusals = /* @__PURE__ */ new Map([
  [0, "FORMERR"],
  [3, "REFUSED"],
  [4, "REFUSED"],
  [254, "FORMERR"],
  [255, "FORMERR"]
]);
var OPCODE_QUERY = 0;
var RCODES = {
  NOERROR: 0,
  FORMERR: 1,
  SERVFAIL: 2,
  NXDOMAIN: 3,
  NOTIMP: 4,
  REFUSED: 5,
  BADVERS: 16
};
var TYPE_OPT = 41;
var META_TYPES = { first: 128, last: 255 };
var ASKED_TYPES = [
  [24, "SIG"],
  [25, "KEY"],
  [30, "NXT"],
  [43, "DS"],
  [46, "RRSIG"],
  [47, "NSEC"],
  [251, "IXFR"],
  [252, "AXFR"],
  [253, "MAILB"],
  [254, "MAILA"],
  [255, "ANY"]
];
var mnemonics = new Map(ASKED_TYPES);
for (const type of [...RECORD_TYPES, "SOA"]) mnemonics.set(typeCode(type), type);
function typeName(code) {
  return mnemonics.get(code) ?? `TYPE${code}`;
}

// src/sandbox/dns/message-reader.ts
var HEADER_OCTETS = 12;
var NAME_MAX_OCTETS = 255;
var FLAG_RESPONSE = 32768;
var FLAG_RECURSION_DESIRED = 256;
var FLAG_CHECKING_DISABLED = 16;
var EDNS_FLAG_DNSSEC_OK = 32768;
var Malformed = class extends Error {
};
function readQuery(packet) {
  if (packet.length < HEADER_OCTETS) return { kind: "noise" };
  const bytes = Buffer.from(packet.buffer, packet.byteOffset, packet.byteLength);
  const flags = bytes.readUInt16BE(2);
  if ((flags & FLAG_RESPONSE) !== 0) return { kind: "noise" };
  const header = {
    id: bytes.readUInt16BE(0),
    opcode: flags >> 11 & 15,
    recursionDesired: (flags & FLAG_RECURSION_DESIRED) !== 0,
    checkingDisabled: (flags & FLAG_CHECKING_DISABLED) !== 0
  };
  const questions = [];
  try {
    const at = readQuestions(bytes, questions);
    const edns = readEdns(bytes, at);
    return { kind: "query", header, questions, ...edns === void 0 ? {} : { edns } };
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return { kind: "malformed", header, questions: questions.length === bytes.readUInt16BE(4) ? questions : [] };
  }
}
function readQuestions(bytes, questions) {
  let at = HEADER_OCTETS;
  for (let left = bytes.readUInt16BE(4); left > 0; left--) {
    const { name, end: end2 } = readName(bytes, at);
    questions.push({
      name,
      type: uint16(bytes, end2),
      class: uint16(bytes, end2 + 2),
      octets: bytes.subarray(at, end2 + 4)
    });
    at = end2 + 4;
  }
  return at;
}
function readEdns(bytes, start) {
  const notAdditional = bytes.readUInt16BE(6) + bytes.readUInt16BE(8);
  const total = notAdditional + bytes.readUInt16BE(10);
  let at = start;
  let edns;
  for (let index = 0; index < total; index++) {
    const { name, end: end2 } = readName(bytes, at);
    const dataEnd = end2 + 10 + uint16(bytes, end2 + 8);
    if (dataEnd > bytes.length) throw new Malformed();
    if (uint16(bytes, end2) === TYPE_OPT) {
      if (edns !== void 0 || name !== "" || index < notAdditional) throw new Malformed();
      checkOptions(bytes, end2 + 10, dataEnd);
      edns = {
        payload: uint16(bytes, end2 + 2),
        version: bytes.readUInt8(end2 + 5),
        dnssecOk: (uint16(bytes, end2 + 6) & EDNS_FLAG_DNSSEC_OK) !== 0
      };
    }
    at = dataEnd;
  }
  return edns;
}
function checkOptions(bytes, start, end2) {
  let at = start;
  while (at < end2) at += 4 + uint16(bytes, at + 2);
  if (at !== end2) throw new Malformed();
}
function readName(bytes, start) {
  const labels = [];
  let octets = 1;
  let end2;
  let runStart = start;
  for (let at = start; ; ) {
    const length = uint8(bytes, at);
    if (length === 0) return { name: nameOfLabelOctets(labels), end: end2 ?? at + 1 };
    if (length >= 192) {
      end2 ??= at + 2;
      const pointer = uint16(bytes, at) & 16383;
      if (pointer < HEADER_OCTETS || pointer >= runStart) throw new Malformed();
      runStart = pointer;
      at = pointer;
      continue;
    }
    octets += length + 1;
    if (length > 63 || octets > NAME_MAX_OCTETS || at + 1 + length > bytes.length) throw new Malformed();
    labels.push(bytes.subarray(at + 1, at + 1 + length));
    at += 1 + length;
  }
}
function uint8(bytes, at) {
  const octet = bytes[at];
  if (octet === void 0) throw new Malformed();
  return octet;
}
function uint16(bytes, at) {
  return uint8(bytes, at) << 8 | uint8(bytes, at + 1);
}

// src/sandbox/dns/message-writer.ts
var POINTER_MAX_OFFSET = 16383;
var MessageWriter = class {
  #bytes;
  #length = 0;
  /** Where each name already stands, by its canonical spelling, in the order of the offsets. */
  #offsets = /* @__PURE__ */ new Map();
  constructor(limit) {
    this.#bytes = Buffer.alloc(limit);
  }
  /** Where the next octet goes; beyond the limit it still counts, and nothing is written. */
  get length() {
    return this.#length;
  }
  uint16(value) {
    this.octets(Uint8Array.of(value >> 8 & 255, value & 255));
  }
  uint32(value) {
    this.uint16(value >>> 16);
    this.uint16(value & 65535);
  }
  octets(octets) {
    if (this.#length + octets.length <= this.#bytes.length) this.#bytes.set(octets, this.#length);
    this.#length += octets.length;
  }
  /** A canonical name, as a pointer where it or its end stands already and `compress` allows. */
  name(name, compress) {
    const suffixes = ancestry(name);
    for (const [index, label] of labelOctetsOf(name).entries()) {
      const suffix = suffixes[index] ?? "";
      const known = compress ? this.#offsets.get(suffix) : void 0;
      if (known !== void 0) {
        this.uint16(49152 | known);
        return;
      }
      this.#remember(suffix, this.#length);
      this.octets(Uint8Array.of(label.length));
      this.octets(label);
    }
    this.octets(Uint8Array.of(0));
  }
  /**
   * Octets that hold an uncompressed name at their start, kept as they are. What of it stands in canonical letter case
   * is pointed to from later on, the rest not: records keep the zone's case, not the asker's (RFC 4343 §4.1).
   */
  nameAsGiven(name, octets) {
    const suffixes = ancestry(name);
    let behind = 0;
    const offsets = labelOctetsOf(name).map((label) => {
      const at = behind;
      behind += label.length + 1;
      return { at, asWritten: Buffer.from(label).equals(octets.subarray(at + 1, behind)) };
    });
    for (const [index, { at, asWritten }] of [...offsets.entries()].reverse()) {
      if (!asWritten) break;
      this.#remember(suffixes[index] ?? "", this.#length + at);
    }
    this.octets(octets);
  }
  /** Writes something with its length in two octets in front (RDLENGTH). */
  counted(write) {
    const at = this.#length;
    this.uint16(0);
    write();
    if (this.#length <= this.#bytes.length) this.#bytes.writeUInt16BE(this.#length - at - 2, at);
  }
  /** Writes something only if all of it fits, keeping `reserve` octets free behind it; says whether it did. */
  attempt(reserve, write) {
    const start = this.#length;
    write();
    if (this.#length + reserve <= this.#bytes.length) return true;
    this.#length = start;
    for (const [name, offset] of this.#offsets) if (offset >= start) this.#offsets.delete(name);
    return false;
  }
  /** The message, with its header's flags and section counts filled in at last. */
  finish(header) {
    this.#bytes.set(header, 0);
    return this.#bytes.subarray(0, this.#length);
  }
  #remember(name, offset) {
    if (offset <= POINTER_MAX_OFFSET && !this.#offsets.has(name)) this.#offsets.set(name, offset);
  }
};

// src/sandbox/dns/reply.ts
var EDNS_PAYLOAD_OCTETS = 1232;
var HEADER_OCTETS2 = 12;
var OPT_OCTETS = 11;
var ADDITIONAL = 2;
var FLAG_RESPONSE2 = 32768;
var FLAG_AUTHORITATIVE = 1024;
var FLAG_TRUNCATED = 512;
var FLAG_RECURSION_DESIRED2 = 256;
var FLAG_CHECKING_DISABLED2 = 16;
var EDNS_FLAG_DNSSEC_OK2 = 32768;
function writeReply(reply) {
  const writer = new MessageWriter(reply.limit);
  writer.octets(new Uint8Array(HEADER_OCTETS2));
  if (reply.question !== void 0) writer.nameAsGiven(reply.question.name, reply.question.octets);
  const { counts, truncated } = writeSections(writer, reply);
  if (reply.edns !== void 0) writeOpt(writer, reply.edns, RCODES[reply.rcode] >> 4);
  const header = Buffer.alloc(HEADER_OCTETS2);
  header.writeUInt16BE(reply.header.id, 0);
  header.writeUInt16BE(flagsOf(reply, truncated), 2);
  header.writeUInt16BE(reply.question === void 0 ? 0 : 1, 4);
  for (const [index, count] of counts.entries()) header.writeUInt16BE(count, 6 + 2 * index);
  return writer.finish(header);
}
function writeSections(writer, reply) {
  const reserve = reply.edns === void 0 ? 0 : OPT_OCTETS;
  const counts = [0, 0, reply.edns === void 0 ? 0 : 1];
  for (const [index, section] of [reply.answer, reply.authority, reply.additional].entries()) {
    for (const rrset of section) {
      const fits2 = writer.attempt(reserve, () => writeRrset(writer, rrset));
      if (fits2) counts[index] = (counts[index] ?? 0) + rrset.rdata.length;
      else if (index < ADDITIONAL || isNeededGlue(reply, rrset)) return { counts, truncated: true };
    }
  }
  return { counts, truncated: false };
}
function isNeededGlue({ cut }, { name }) {
  return cut !== void 0 && isWithin(name, cut);
}
function writeRrset(writer, rrset) {
  for (const rdata of rrset.rdata) {
    writer.name(rrset.name, true);
    writer.uint16(typeCode(rrset.type));
    writer.uint16(CLASS_IN);
    writer.uint32(rrset.ttl);
    writer.counted(() => writeRdata(writer, rrset, rdata));
  }
}
function writeRdata(writer, { type }, rdata) {
  for (const part of wireParts(type, rdata)) {
    if ("name" in part) writer.name(nameOfTarget(part.name), part.compress);
    else writer.octets(part.octets);
  }
}
function writeOpt(writer, edns, upperRcode) {
  writer.octets(Uint8Array.of(0));
  writer.uint16(TYPE_OPT);
  writer.uint16(EDNS_PAYLOAD_OCTETS);
  writer.octets(Uint8Array.of(upperRcode, 0));
  writer.uint16(edns.dnssecOk ? EDNS_FLAG_DNSSEC_OK2 : 0);
  writer.uint16(0);
}
function flagsOf({ header, aa, rcode }, truncated) {
  const isQuery = header.opcode === OPCODE_QUERY;
  return FLAG_RESPONSE2 | header.opcode << 11 | (aa ? FLAG_AUTHORITATIVE : 0) | (truncated ? FLAG_TRUNCATED : 0) | (isQuery && header.recursionDesired ? FLAG_RECURSION_DESIRED2 : 0) | (isQuery && header.checkingDisabled ? FLAG_CHECKING_DISABLED2 : 0) | RCODES[rcode] & 15;
}

// src/sandbox/dns/respond.ts
var PLAIN_UDP_OCTETS = 512;
var TCP_OCTETS = 65535;
function respond(zones2, packet, transport) {
  const query = readQuery(packet);
  if (query.kind === "noise") return void 0;
  return writeReply(replyTo(zones2, query, transport));
}
function serverFailure(packet) {
  const query = readQuery(packet);
  return query.kind === "noise" ? void 0 : writeReply(refusal(query, "SERVFAIL"));
}
function replyTo(zones2, query, transport) {
  if (query.kind === "malformed") return refusal(query, "FORMERR");
  if (query.edns !== void 0 && query.edns.version > 0) return refusal(query, "BADVERS");
  if (query.header.opcode !== OPCODE_QUERY) return refusal(query, "NOTIMP");
  const [question, ...more] = query.questions;
  if (question === void 0 || more.length > 0) return refusal(query, "FORMERR");
  const refused = refusalOf(question);
  if (refused !== void 0) return refusal(query, refused);
  const extent = extentOf(query, transport);
  const answered = answer(zones2, { name: question.name, type: typeName(question.type), extent });
  return { ...refusal(query, answered.rcode), ...answered, limit: sizeLimit(query, transport) };
}
function refusalOf({ type, class: asked }) {
  if (asked !== CLASS_IN) return classRefusals.get(asked) ?? "NOTIMP";
  switch (typeName(type)) {
    case "ANY":
      return void 0;
    case "AXFR":
    case "IXFR":
      return "REFUSED";
    case "MAILA":
    case "MAILB":
      return "NOTIMP";
    default:
      return type === TYPE_OPT || type >= META_TYPES.first && type <= META_TYPES.last ? "FORMERR" : void 0;
  }
}
function refusal(query, rcode) {
  const question = questionToRepeat(query);
  const edns = query.kind === "malformed" ? void 0 : query.edns;
  return {
    header: query.header,
    rcode,
    aa: false,
    answer: [],
    authority: [],
    additional: [],
    limit: PLAIN_UDP_OCTETS,
    ...question === void 0 ? {} : { question },
    ...edns === void 0 ? {} : { edns }
  };
}
function extentOf({ header, edns }, transport) {
  if (transport === "udp" && edns !== void 0 && edns.payload <= PLAIN_UDP_OCTETS) return "minimal";
  return header.recursionDesired ? "no-authority" : "full";
}
function questionToRepeat({ header, questions }) {
  return header.opcode === OPCODE_QUERY && questions.length === 1 ? questions[0] : void 0;
}
function sizeLimit({ edns }, transport) {
  if (transport === "tcp") return TCP_OCTETS;
  if (edns === void 0) return PLAIN_UDP_OCTETS;
  return Math.max(PLAIN_UDP_OCTETS, Math.min(edns.payload, EDNS_PAYLOAD_OCTETS));
}

// src/sandbox/dns/tcp.ts
import { once as once2 } from "node:events";
import { createServer } from "node:net";
var TCP_IDLE_MS = 3e4;
var MAX_CONNECTIONS = 150;
async function listenTcp(settings, handle2) {
  const connections = /* @__PURE__ */ new Set();
  const server = createServer({ noDelay: true }, (socket) => {
    connections.add(socket);
    socket.on("close", () => connections.delete(socket));
    serve(socket, settings.idleMs, handle2);
  });
  server.maxConnections = MAX_CONNECTIONS;
  server.listen({ host: settings.host, port: settings.port });
  await once2(server, "listening");
  return { port: portOf(server), close: () => closeServer(server, connections) };
}
function serve(socket, idleMs, handle2) {
  let pending = Buffer.alloc(0);
  socket.setTimeout(idleMs, () => socket.destroy());
  socket.on("error", () => socket.destroy());
  socket.on("drain", () => socket.resume());
  socket.on("data", (chunk) => {
    const { messages, rest } = cutMessages(Buffer.concat([pending, chunk]));
    pending = rest;
    for (const message of messages) {
      const reply = handle2(message);
      if (reply === void 0) {
        socket.destroy();
        return;
      }
      if (!socket.write(framed(reply))) socket.pause();
    }
  });
}
function cutMessages(stream) {
  const messages = [];
  let at = 0;
  while (at + 2 <= stream.length) {
    const end2 = at + 2 + stream.readUInt16BE(at);
    if (end2 > stream.length) break;
    messages.push(stream.subarray(at + 2, end2));
    at = end2;
  }
  return { messages, rest: stream.subarray(at) };
}
function framed(message) {
  return Buffer.concat([Uint8Array.of(message.length >> 8, message.length & 255), message]);
}
function portOf(server) {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}
function closeServer(server, connections) {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of connections) socket.destroy();
  });
}

// src/sandbox/dns/udp.ts
import { createSocket } from "node:dgram";
import { once as once3 } from "node:events";
async function listenUdp(address, handle2) {
  const socket = createSocket({ type: address.host.includes(":") ? "udp6" : "udp4" });
  socket.on("message", (packet, from) => {
    const reply = handle2(packet);
    if (reply !== void 0) socket.send(reply, from.port, from.address, () => void 0);
  });
  socket.bind({ address: address.host, port: address.port });
  try {
    await once3(socket, "listening");
  } catch (error) {
    socket.close();
    throw error;
  }
  socket.on("error", () => void 0);
  return { port: socket.address().port, close: () => closeSocket(socket) };
}
function closeSocket(socket) {
  return new Promise((resolve) => socket.close(() => resolve()));
}

// src/sandbox/dns/start-name-server.ts
var FREE_PORT_ATTEMPTS = 20;
async function startNameServer(options) {
  const { port = 0 } = options;
  for (let attempt = 1; ; attempt++) {
    try {
      return await listen(options);
    } catch (error) {
      if (port !== 0 || attempt === FREE_PORT_ATTEMPTS || !isPortTaken(error)) throw error;
    }
  }
}
async function listen(options) {
  const { host = "127.0.0.1", port = 0, tcpIdleMs = TCP_IDLE_MS } = options;
  const tcp = await listenTcp({ host, port, idleMs: tcpIdleMs }, (packet) => handle(options, packet, "tcp"));
  try {
    const udp = await listenUdp({ host, port: tcp.port }, (packet) => handle(options, packet, "udp"));
    return {
      port: tcp.port,
      async close() {
        await Promise.all([udp.close(), tcp.close()]);
      }
    };
  } catch (error) {
    await tcp.close();
    throw error;
  }
}
function handle({ zones: zones2, log }, packet, transport) {
  try {
    return respond(zones2, packet, transport);
  } catch (error) {
    log?.("error", "A DNS query could not be answered.", { error });
    return serverFailure(packet);
  }
}
function isPortTaken(error) {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}

// src/sandbox/dns/start-name-servers.ts
async function startNameServers(options, lag) {
  const first = await startNameServer(options);
  if (lag === void 0) return { port: first.port, laggingPort: void 0, close: () => first.close() };
  const behind = lagBehind(options.zones, lag);
  try {
    const second = await startNameServer({ ...options, zones: behind.zones, port: 0 });
    return {
      port: first.port,
      laggingPort: second.port,
      async close() {
        behind.stop();
        await Promise.all([first.close(), second.close()]);
      }
    };
  } catch (error) {
    behind.stop();
    await first.close();
    throw error;
  }
}

// src/sandbox/http/api-server.ts
import { createServer as createServer2 } from "node:http";
import { once as once4, setMaxListeners as setMaxListeners2 } from "node:events";

// src/sandbox/api/account.ts
var accountRoutes = [
  {
    id: "account",
    method: "GET",
    path: "/account/me/",
    run: ({ account: account2, token: token2 }) => json(200, {
      account: { email: account2.email, balance: dollars(account2.balanceCents), currency: "USD" },
      token: { name: token2.name, permissions: token2.permissions }
    })
  }
];

// src/sandbox/state/domain-at.ts
var DAY_MS = 864e5;
var VPS_REGISTRAR = "VPS.org";
var VPS_NAMESERVERS = ["ns1.vps.org", "ns2.vps.org"];
function domainAt(held, now) {
  const transferred = completeTransfer(held, now);
  const domain2 = transferred.autoRenew ? renew(transferred, now) : transferred;
  return { ...domain2, status: statusAt(domain2, now) };
}
function addYears(time, years) {
  const date = new Date(time);
  return date.setUTCFullYear(date.getUTCFullYear() + years);
}
function statusAt(domain2, now) {
  if (now < domain2.activeAt) return "pending";
  return now >= domain2.expiresAt ? "expired" : "active";
}
function completeTransfer(domain2, now) {
  const { transfer: transfer2 } = domain2;
  if (transfer2 === null || now < transfer2.completesAt) return domain2;
  return {
    ...domain2,
    registrar: VPS_REGISTRAR,
    expiresAt: addYears(domain2.expiresAt, 1),
    updatedAt: transfer2.completesAt,
    autoRenew: transfer2.autoRenew,
    transfer: null
  };
}
function renew(domain2, now) {
  if (now < domain2.expiresAt) return domain2;
  const years = Math.ceil((now - domain2.expiresAt) / (365 * DAY_MS)) || 1;
  const expiresAt = addYears(domain2.expiresAt, years);
  return { ...domain2, expiresAt: now < expiresAt ? expiresAt : addYears(expiresAt, 1) };
}

// src/sandbox/api/domain-body.ts
var YEARS = "The registration period must be an integer from 1 to 10 years.";
var NAMESERVERS = "Give 2 to 4 nameservers as an array of names.";
var HOST_NAME = /^(?!-)[a-z0-9-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9-]{1,63}(?<!-))+$/;
var flag = (field) => boolean({ error: `The field ${field} must be true or false.` });
var nameservers = pipe(
  array(string({ error: NAMESERVERS }), { error: NAMESERVERS }).check(_minLength(2, { error: NAMESERVERS }), _maxLength(4, { error: NAMESERVERS })),
  transform((names) => names.map((name) => name.toLowerCase().replace(/\.$/, "")))
).check(
  refine((names) => names.every((name) => HOST_NAME.test(name)), {
    error: "A nameserver is not a valid host name."
  }),
  refine((names) => new Set(names).size === names.length, { error: "A nameserver is named twice." })
);
var newDomainBody = object({
  domain_name: string({ error: "Give the domain name as a string." }),
  years: _default(int({ error: YEARS }).check(_gte(1, { error: YEARS }), _lte(10, { error: YEARS })), 1),
  auto_renew: _default(flag("auto_renew"), true),
  privacy_protection: _default(flag("privacy_protection"), true),
  nameservers: optional(nameservers)
});
var domainSettingsBody = object({
  auto_renew: optional(flag("auto_renew")),
  privacy_protection: optional(flag("privacy_protection")),
  nameservers: optional(nameservers),
  locked: optional(flag("locked"))
});
var transferBody = object({
  auth_code: string({ error: "Give the auth code as a string." }).check(_minLength(1, { error: "The auth code is empty." })),
  auto_renew: _default(flag("auto_renew"), true)
});
function registrableName(text) {
  try {
    const name = parseZoneName(text);
    if (HOST_NAME.test(name)) return name;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw invalid("domain_name", "Invalid domain name", error);
  }
  throw invalid("domain_name", "Invalid domain name");
}

// src/sandbox/api/timestamp.ts
function timestamp(time) {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
function datestamp(time) {
  return new Date(time).toISOString().slice(0, 10);
}

// src/sandbox/api/domain-shape.ts
var PRIVATE = "Privacy Protected";
var OWN_NAMESERVER = /(?:^|\.)vps\.org$/;
function domainShape(domain2) {
  return {
    id: domain2.id,
    domain_name: domain2.domain,
    status: domain2.status,
    registration_date: timestamp(domain2.registeredAt),
    expiration_date: timestamp(domain2.expiresAt),
    auto_renew: domain2.autoRenew,
    locked: domain2.locked,
    nameservers: domain2.nameservers,
    privacy_protection: domain2.privacyProtection,
    dns_managed_by: isManagedHere(domain2) ? "vps.org" : "external"
  };
}
function domainDetail(domain2, at) {
  const contact = (text) => domain2.privacyProtection ? PRIVATE : text;
  return {
    ...domainShape(domain2),
    registrar: domain2.registrar,
    days_until_expiration: Math.floor((domain2.expiresAt - at.now) / DAY_MS),
    whois_info: {
      registrant: contact("Sandbox Owner"),
      admin_contact: contact("Sandbox Administrator"),
      tech_contact: contact("Sandbox Technician"),
      created_date: datestamp(domain2.registeredAt),
      updated_date: datestamp(domain2.updatedAt)
    },
    dns_records_count: isManagedHere(domain2) ? at.recordCount : 0
  };
}
function domainSettings(domain2, message) {
  return {
    id: domain2.id,
    domain_name: domain2.domain,
    status: domain2.status,
    auto_renew: domain2.autoRenew,
    nameservers: domain2.nameservers,
    privacy_protection: domain2.privacyProtection,
    locked: domain2.locked,
    message
  };
}
function isManagedHere({ nameservers: nameservers2 }) {
  return nameservers2.every((name) => OWN_NAMESERVER.test(name));
}

// src/sandbox/api/lists.ts
function listReply(settings, request, list) {
  return settings.lists === "array" ? arrayReply(list) : envelopeReply(settings, request, list);
}
function envelopeReply(settings, request, list) {
  const { rows } = list;
  const pages2 = Math.max(1, Math.ceil(rows.length / settings.pageSize));
  const page = pageAsked(request.query, pages2);
  const start = (page - 1) * settings.pageSize;
  const links = pages2 === 1 || settings.nextLinks === "none" ? {} : {
    next: page < pages2 ? link2(settings, request, page + 1) : null,
    previous: page > 1 ? link2(settings, request, page - 1) : null
  };
  const part = rows.slice(start, start + settings.pageSize);
  return objectReply({ count: rows.length, ...links }, "results", { rows: part, shape: list.shape });
}
function pageAsked(query, pages2) {
  const text = query.get("page") ?? "1";
  const page = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (page < 1 || page > pages2) throw notFound("Page");
  return page;
}
function link2(settings, { path, query }, page) {
  const next = new URLSearchParams(query);
  next.set("page", String(page));
  return `${settings.nextLinks === "absolute" ? settings.origin : ""}${path}?${next.toString()}`;
}

// src/sandbox/api/taken-names.ts
var TAKEN_NAMES = /* @__PURE__ */ new Set(["github.com", "google.com", "taken.com", "vps.org", "wikipedia.org"]);
function isTaken(domain2) {
  return TAKEN_NAMES.has(domain2);
}

// src/sandbox/api/domains.ts
var domainRoutes = [
  { id: "D1", method: "GET", path: "/domains/", permission: "domains:list", run: listDomains },
  { id: "D2", method: "POST", path: "/domains/", permission: "domains:create", run: registerDomain },
  { id: "D3", method: "GET", path: "/domains/:domain/", permission: "domains:list", run: getDomain },
  { id: "D4", method: "PUT", path: "/domains/:domain/", permission: "domains:update", run: updateDomain },
  { id: "D5", method: "DELETE", path: "/domains/:domain/", permission: "domains:delete", run: removeDomain }
];
function domainOfCall({ world, account: account2, parameters, now }) {
  const text = parameters["domain"] ?? "";
  const held = /^[1-9]\d{0,14}$/.test(text) ? world.domain(Number(text)) : void 0;
  if (held === void 0 || held.account !== account2.id) throw notFound("Domain");
  return domainAt(held, now);
}
function mustAfford({ account: account2 }, cents, what) {
  if (cents <= account2.balanceCents) return;
  throw new Refusal(402, `Insufficient account balance for ${what}.`, { code: "insufficient_balance" });
}
function listDomains(call) {
  const status = call.query.get("status");
  const search = call.query.get("search")?.toLowerCase() ?? "";
  const rows = call.world.domainsOf(call.account.id).map((held) => domainAt(held, call.now)).filter((domain2) => status === null || (status === "locked" ? domain2.locked : domain2.status === status)).filter((domain2) => domain2.domain.includes(search));
  return envelopeReply(call.settings, call, { rows, shape: domainShape });
}
function registerDomain(call) {
  const { world, account: account2, commit, now, settings } = call;
  const body = readBody(newDomainBody, call.body);
  const domain2 = registrableName(body.domain_name);
  if (isTaken(domain2) || world.domainNamed(domain2) !== void 0) {
    throw invalid("domain_name", "This domain is already registered.");
  }
  const cents = yearlyPriceCents(domain2) * body.years;
  mustAfford(call, cents, "this registration");
  const held = {
    id: world.nextDomainId,
    account: account2.id,
    domain: domain2,
    registeredAt: now,
    expiresAt: addYears(now, body.years),
    updatedAt: now,
    activeAt: now + settings.activateAfterMs,
    autoRenew: body.auto_renew,
    locked: true,
    privacyProtection: body.privacy_protection,
    nameservers: body.nameservers ?? VPS_NAMESERVERS,
    registrar: VPS_REGISTRAR,
    transfer: null
  };
  commit({ kind: "domain-put", domain: held, chargedCents: cents });
  return json(201, {
    ...domainShape({ ...held, status: "pending" }),
    total_cost: dollars(cents),
    message: "Domain registration initiated. Processing may take 5-10 minutes."
  });
}
function getDomain(call) {
  const domain2 = domainOfCall(call);
  const zone2 = call.world.zoneNamed(domain2.domain);
  const recordCount = zone2?.zone.account === call.account.id ? zone2.records.size : 0;
  return json(200, domainDetail(domain2, { now: call.now, recordCount }));
}
function updateDomain(call) {
  const { status, ...domain2 } = domainOfCall(call);
  const body = readBody(domainSettingsBody, call.body);
  const changed = {
    ...domain2,
    updatedAt: call.now,
    autoRenew: body.auto_renew ?? domain2.autoRenew,
    privacyProtection: body.privacy_protection ?? domain2.privacyProtection,
    nameservers: body.nameservers ?? domain2.nameservers,
    locked: body.locked ?? domain2.locked
  };
  call.commit({ kind: "domain-put", domain: changed, chargedCents: 0 });
  const moved = body.nameservers === void 0 ? "" : " Nameserver changes may take up to 24 hours to propagate.";
  return json(200, domainSettings({ ...changed, status }, `Domain settings updated successfully.${moved}`));
}
function removeDomain(call) {
  const { status: _status, ...domain2 } = domainOfCall(call);
  call.commit({ kind: "domain-put", domain: { ...domain2, account: null }, chargedCents: 0 });
  return noContent();
}

// src/sandbox/api/records.ts
import { randomUUID as randomUUID3 } from "node:crypto";

// src/sandbox/api/record-body.ts
var TTL_DEFAULT_SECONDS = 3600;
var TTL_MAX_SECONDS = 2147483647;
var PRIORITY_MAX = 65535;
var NEEDS_PRIORITY = /* @__PURE__ */ new Set(["MX", "SRV"]);
var wholeNumber = (field, max) => {
  const error = `The ${field} must be an integer from 0 to ${max}.`;
  return int({ error }).check(_gte(0, { error }), _lte(max, { error }));
};
var recordBody = object({
  record_type: _enum(RECORD_TYPES, { error: `The record type must be one of ${RECORD_TYPES.join(", ")}.` }),
  name: string({ error: "The name must be a string: @ for the root, a subdomain, or an FQDN." }),
  value: string({ error: "The value must be a string." }),
  ttl: optional(wholeNumber("TTL", TTL_MAX_SECONDS)),
  priority: nullish(wholeNumber("priority", PRIORITY_MAX))
});
function wholeRecord(body, zone2) {
  return toRecord(readBody(recordBody, body), zone2);
}
function changedRecord(body, current, zone2) {
  const { record_type: type, name, value, ttl, priority } = readBody(partial(recordBody), body);
  return toRecord(
    {
      record_type: type ?? current.type,
      name: name ?? `${current.name}.`,
      value: value ?? current.value,
      ttl: ttl ?? current.ttl,
      priority: priority === void 0 ? current.priority : priority
    },
    zone2
  );
}
function toRecord(body, zone2) {
  const { record_type: type, name, value, ttl = TTL_DEFAULT_SECONDS, priority } = body;
  const takesPriority = NEEDS_PRIORITY.has(type);
  if (takesPriority && typeof priority !== "number") {
    throw invalid("priority", `${type} records require a priority value`);
  }
  try {
    return parseRecord({
      zone: zone2,
      name,
      type,
      value,
      ttl,
      // The page's own answers carry a null priority with every other type; one that is sent means nothing there.
      ...takesPriority && typeof priority === "number" ? { priority } : {}
    });
  } catch (error) {
    if (error instanceof InputError) throw invalid(wireField(error.field), error.message, error);
    throw error;
  }
}
function wireField(field) {
  return field === "type" ? "record_type" : field;
}

// src/sandbox/api/record-conflicts.ts
function refuseConflict(change) {
  const { added } = change;
  const refusal2 = added === void 0 ? void 0 : duplicate(change, added) ?? cnameConflict(change, added) ?? serverConflict(change, added);
  const problem = refusal2 ?? lostServer(change);
  if (problem !== void 0) throw problem;
}
function duplicate({ records, removed }, added) {
  const same = records.find(added);
  if (same === void 0 || same.id === removed?.id) return void 0;
  return invalid(void 0, "A record with this name, type and value already exists.");
}
function cnameConflict(change, added) {
  if (added.type === "CNAME" && added.name === change.zone.domain) {
    return invalid("record_type", "A CNAME cannot stand at the root of a zone.");
  }
  const beside = typesLeft(change, added.name);
  if (added.type === "CNAME" && beside.length > 0) {
    return invalid("name", "A CNAME cannot stand beside other records of the same name.");
  }
  return beside.includes("CNAME") ? invalid("name", "This name is a CNAME and can hold no other record.") : void 0;
}
function serverConflict(change, added) {
  if (added.type !== "NS") return void 0;
  const { domain: domain2 } = change.zone;
  if (added.name !== domain2 || !isWithin(added.value, domain2) || hasAddress(change, added.value)) return void 0;
  return invalid("value", "A name server of the zone, inside the zone, needs an A or AAAA record first.");
}
function lostServer(change) {
  const { zone: zone2, records, removed } = change;
  if (removed === void 0 || !isAddress(removed.record.type)) return void 0;
  const { name } = removed.record;
  const serves = records.find({ name: zone2.domain, type: "NS", ttl: 0, value: name }) !== void 0;
  if (!serves || hasAddress(change, name)) return void 0;
  return invalid(void 0, "This is the last address of a name server of the zone: change its NS record first.");
}
function hasAddress(change, name) {
  const { added } = change;
  return added?.name === name && isAddress(added.type) || typesLeft(change, name).some(isAddress);
}
function isAddress(type) {
  return type === "A" || type === "AAAA";
}
function typesLeft({ records, removed }, name) {
  return records.typesAt(name).filter((type) => records.rrset(name, type).some(({ id }) => id !== removed?.id));
}

// src/sandbox/api/record-shape.ts
function recordShape({ id, record: record2, createdAt }, zone2) {
  return {
    uuid: id,
    record_type: record2.type,
    name: relativeName(record2.name, zone2),
    value: record2.value,
    ttl: record2.ttl,
    priority: record2.priority ?? null,
    created_at: timestamp(createdAt)
  };
}

// src/sandbox/api/zones.ts
import { randomUUID as randomUUID2 } from "node:crypto";
var newZone = object({ domain: string({ error: "Give the domain as a string." }) });
var zoneRoutes = [
  { id: "Z1", method: "GET", path: "/dns-zones/", permission: "dns:list", run: listZones },
  { id: "Z2", method: "GET", path: "/dns-zones/:zone/", permission: "dns:list", run: getZone },
  { id: "Z3", method: "POST", path: "/dns-zones/", permission: "dns:create", run: createZone },
  { id: "Z4", method: "DELETE", path: "/dns-zones/:zone/", permission: "dns:delete", run: deleteZone }
];
function zoneOfCall({ world, account: account2, parameters }) {
  const entry = world.zone(parameters["zone"] ?? "");
  if (entry === void 0 || entry.zone.account !== account2.id) throw notFound("Zone");
  return entry;
}
function listZones(call) {
  const wanted = call.query.get("domain");
  const rows = wanted === null ? call.world.zonesOf(call.account.id) : zonesNamed(call, wanted);
  return listReply(call.settings, call, { rows, shape: zoneShape });
}
function zonesNamed({ world, account: account2 }, wanted) {
  const entry = world.zoneNamed(wanted.toLowerCase());
  return entry !== void 0 && entry.zone.account === account2.id ? [entry] : [];
}
function getZone(call) {
  const entry = zoneOfCall(call);
  const { domain: domain2 } = entry.zone;
  return objectReply(zoneShape(entry), "records", {
    rows: entry.records.all(),
    shape: (held) => recordShape(held, domain2)
  });
}
function createZone({ world, commit, account: account2, body, now }) {
  const domain2 = zoneName(readBody(newZone, body).domain);
  if (world.zoneNamed(domain2) !== void 0) throw invalid("domain", "A DNS zone for this domain already exists.");
  const id = randomUUID2();
  const serial = nextSerial(0, Math.floor(now / 1e3));
  commit({ kind: "zone-put", zone: { id, account: account2.id, domain: domain2, createdAt: now, serial } });
  return json(201, { uuid: id, domain: domain2, created_at: timestamp(now), record_count: 0, records: [] });
}
function zoneName(text) {
  try {
    return parseZoneName(text);
  } catch (error) {
    if (error instanceof InputError) throw invalid("domain", "Invalid domain name", error);
    throw error;
  }
}
function deleteZone(call) {
  call.commit({ kind: "zone-removed", id: zoneOfCall(call).zone.id });
  return noContent();
}
function zoneShape({ zone: zone2, records }) {
  return {
    uuid: zone2.id,
    domain: zone2.domain,
    created_at: timestamp(zone2.createdAt),
    record_count: records.size
  };
}

// src/sandbox/api/records.ts
var recordRoutes = [
  { id: "R1", method: "GET", path: "/dns-zones/:zone/records/", permission: "dns:list", run: listZoneRecords },
  { id: "R2", method: "POST", path: "/dns-zones/:zone/records/", permission: "dns:create", run: createRecord },
  { id: "R3", method: "GET", path: "/dns-records/", permission: "dns:list", run: listRecords },
  { id: "R4", method: "GET", path: "/dns-records/:record/", permission: "dns:list", run: getRecord },
  { id: "R5", method: "PUT", path: "/dns-records/:record/", permission: "dns:update", run: replaceRecord },
  { id: "R6", method: "PATCH", path: "/dns-records/:record/", permission: "dns:update", run: updateRecord },
  { id: "R7", method: "DELETE", path: "/dns-records/:record/", permission: "dns:delete", run: deleteRecord }
];
function listZoneRecords(call) {
  const { zone: zone2, records } = zoneOfCall(call);
  return listReply(call.settings, call, { rows: records.all(), shape: (held) => recordShape(held, zone2.domain) });
}
function listRecords(call) {
  const zone2 = call.query.get("zone");
  const type = call.query.get("record_type")?.toUpperCase();
  const rows = call.world.zonesOf(call.account.id).filter((entry) => zone2 === null || entry.zone.id === zone2).flatMap((entry) => entry.records.all().map((held) => ({ held, domain: entry.zone.domain }))).filter(({ held }) => type === void 0 || held.record.type === type);
  return listReply(call.settings, call, { rows, shape: ({ held, domain: domain2 }) => recordShape(held, domain2) });
}
function createRecord(call) {
  const entry = zoneOfCall(call);
  const record2 = wholeRecord(call.body, entry.zone.domain);
  return put(call, entry, { record: record2, replaced: void 0 });
}
function getRecord(call) {
  const { held, entry } = recordOfCall(call);
  return json(200, recordShape(held, entry.zone.domain));
}
function replaceRecord(call) {
  const { held, entry } = recordOfCall(call);
  return put(call, entry, { record: wholeRecord(call.body, entry.zone.domain), replaced: held });
}
function updateRecord(call) {
  const { held, entry } = recordOfCall(call);
  return put(call, entry, { record: changedRecord(call.body, held.record, entry.zone.domain), replaced: held });
}
function deleteRecord(call) {
  const { held, entry } = recordOfCall(call);
  refuseConflict({ ...entry, added: void 0, removed: held });
  call.commit({ kind: "record-removed", id: held.id, serial: serialAfter(entry.zone, call.now) });
  return noContent();
}
function put({ commit, now }, { zone: zone2, records }, { record: record2, replaced }) {
  refuseConflict({ zone: zone2, records, added: record2, removed: replaced });
  const identity = replaced ?? { id: randomUUID3(), createdAt: now };
  const held = { id: identity.id, zone: zone2.id, record: record2, createdAt: identity.createdAt };
  commit({ kind: "record-put", record: held, serial: serialAfter(zone2, now) });
  return json(replaced === void 0 ? 201 : 200, recordShape(held, zone2.domain));
}
function serialAfter(zone2, now) {
  return nextSerial(zone2.serial, Math.floor(now / 1e3));
}
function recordOfCall({ world, account: account2, parameters }) {
  const held = world.record(parameters["record"] ?? "");
  const entry = held === void 0 ? void 0 : world.zone(held.zone);
  if (held === void 0 || entry === void 0 || entry.zone.account !== account2.id) throw notFound("Record");
  return { held, entry };
}

// src/sandbox/api/transfer.ts
var DEMO_AUTH_CODE = "Xy9Kl2Mn#4pQ";
var AGE_NEEDED_DAYS = 60;
var transferRoutes = [
  { id: "D6", method: "POST", path: "/domains/:domain/transfer/", permission: "domains:transfer", run: transfer }
];
function transfer(call) {
  const { status: _status, ...domain2 } = domainOfCall(call);
  const body = readBody(transferBody, call.body);
  const reason = whyNot(domain2, call.now);
  if (reason !== void 0) throw invalid(void 0, `Domain not eligible for transfer: ${reason}`);
  if (body.auth_code !== DEMO_AUTH_CODE) throw invalid("auth_code", "Invalid auth code.");
  const cents = yearlyPriceCents(domain2.domain);
  mustAfford(call, cents, "transfer fee");
  const completesAt = call.now + call.settings.transferAfterMs;
  call.commit({
    kind: "domain-put",
    domain: { ...domain2, transfer: { initiatedAt: call.now, completesAt, autoRenew: body.auto_renew } },
    chargedCents: cents
  });
  return json(200, {
    id: domain2.id,
    domain_name: domain2.domain,
    transfer_status: "pending",
    transfer_initiated_at: timestamp(call.now),
    estimated_completion: timestamp(completesAt),
    message: "Domain transfer initiated. You should receive a confirmation email from your current registrar. Transfer typically completes within 5-7 days.",
    next_steps: [
      "Check email for transfer authorization request",
      "Approve transfer with current registrar",
      "Wait for transfer to complete (5-7 days)",
      "Domain will be automatically renewed for 1 year upon completion"
    ]
  });
}
function whyNot(domain2, now) {
  if (domain2.transfer !== null) return "a transfer is under way.";
  if (now < domain2.activeAt) return "its registration is still pending.";
  if (domain2.registrar === VPS_REGISTRAR) return "it is registered with VPS.org already.";
  if (domain2.locked) return "it is locked at its registrar.";
  if (now - domain2.registeredAt < AGE_NEEDED_DAYS * DAY_MS) return "it is less than 60 days old.";
  return void 0;
}

// src/sandbox/api/routes.ts
var routes = [
  ...zoneRoutes,
  ...recordRoutes,
  ...domainRoutes,
  ...transferRoutes,
  ...accountRoutes
];
function matchPath(path) {
  const segments = path.split("/");
  for (const { pattern, methods } of paths) {
    const parameters = matchSegments(pattern, segments);
    if (parameters !== void 0) return { parameters, methods };
  }
  return void 0;
}
var paths = [...new Set(routes.map(({ path }) => path))].map((path) => ({
  pattern: path.split("/"),
  methods: new Map(routes.filter((route) => route.path === path).map((route) => [route.method, route]))
}));
function matchSegments(pattern, segments) {
  if (pattern.length !== segments.length) return void 0;
  const parameters = {};
  for (const [index, expected] of pattern.entries()) {
    const segment = segments[index] ?? "";
    if (!expected.startsWith(":")) {
      if (segment !== expected) return void 0;
      continue;
    }
    const value = decoded(segment);
    if (value === void 0 || value === "") return void 0;
    parameters[expected.slice(1)] = value;
  }
  return parameters;
}
function decoded(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return void 0;
  }
}

// src/sandbox/http/respond.ts
async function prepare(responder, request, address) {
  const { store, now, limit } = responder;
  const match = matchPath(address.below);
  if (match === void 0) throw new Refusal(404, notFoundDetail(address));
  const caller = authenticate(store.world, request.headers.authorization);
  const route = routeFor(match, address.method);
  mustPermit(caller.token, route.permission);
  limit(caller.token.secret, now());
  const body = await readRequestBody(request);
  return { body, finish: () => finish(responder, { caller, route, match, address, body: body.value }) };
}
function errorReply(error) {
  const refusal2 = error instanceof Refusal ? error : new Refusal(500, "The sandbox failed to answer.");
  return json(refusal2.status, refusal2.body(), refusal2.headers);
}
async function finish({ store, settings, now }, ready) {
  const { caller, route, match, address, body } = ready;
  const reply = route.run({
    world: store.world,
    commit: (fact) => store.commit(fact),
    // Read again: while the body was on its way the balance may have changed.
    account: store.world.account(caller.account.id) ?? caller.account,
    token: caller.token,
    parameters: match.parameters,
    path: address.path,
    query: address.query,
    body,
    now: now(),
    settings
  });
  await store.settled();
  return reply;
}
function routeFor({ methods }, method) {
  const route = methods.get(method);
  if (route !== void 0) return route;
  const allow = [...methods.keys()].join(", ");
  throw new Refusal(405, `Method "${method}" not allowed.`, { headers: { allow } });
}
function notFoundDetail({ below }) {
  return below.endsWith("/") ? "Not found." : "Not found. Every path of this API ends in a slash.";
}

// src/sandbox/http/send.ts
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
var JSON_TYPE2 = "application/json";
async function send(response, reply) {
  if (reply.chunks === void 0) {
    response.writeHead(reply.status, { ...reply.headers }).end();
    return;
  }
  const chunks = reply.chunks[Symbol.iterator]();
  const first = nextOf(chunks);
  const second = nextOf(chunks);
  const headers = { "content-type": JSON_TYPE2, ...reply.headers };
  if (second === void 0) {
    const bytes = Buffer.from(first ?? "");
    response.writeHead(reply.status, { ...headers, "content-length": bytes.length }).end(bytes);
    return;
  }
  response.writeHead(reply.status, headers);
  const rest = all([first ?? "", second], chunks);
  await pipeline(Readable.from(rest), response);
}
async function sendTruncated(response, reply) {
  const bytes = Buffer.from([...reply.chunks ?? []].join(""));
  response.writeHead(reply.status, { "content-type": JSON_TYPE2, ...reply.headers, "content-length": bytes.length + 1 });
  response.flushHeaders();
  await new Promise((resolve) => response.write(bytes.subarray(0, bytes.length >> 1), () => resolve()));
  response.socket?.destroy();
}
function sendUnavailable(response, retryAfter) {
  const page = "<!DOCTYPE html>\n<html><head><title>503</title></head><body><h1>Service Unavailable</h1></body></html>\n";
  response.writeHead(503, {
    "content-type": "text/html; charset=utf-8",
    "content-length": Buffer.byteLength(page),
    ...retryAfter === void 0 ? {} : { "retry-after": String(retryAfter) }
  }).end(page);
}
function reset(response) {
  response.socket?.resetAndDestroy();
}
function* all(first, rest) {
  yield* first;
  for (let next = nextOf(rest); next !== void 0; next = nextOf(rest)) yield next;
}
function nextOf(chunks) {
  const next = chunks.next();
  return next.done === true ? void 0 : next.value;
}

// src/sandbox/http/api-server.ts
var API_PATH = "/api/v1";
var RETRY_AFTER_SECONDS = 1;
var KEEP_ALIVE_MS = 75e3;
async function startApiServer(options) {
  const closing = new AbortController();
  setMaxListeners2(0, closing.signal);
  const server = createServer2({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    answer2(options, { request, response, signal: closing.signal }).catch((error) => {
      options.log("debug", "sandbox: an answer was not delivered", { cause: String(error) });
      response.destroy();
    });
  });
  server.listen(options.port, options.host);
  await once4(server, "listening");
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : options.port,
    async close() {
      closing.abort();
      const closed = once4(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    }
  };
}
async function answer2(options, exchange) {
  const { request, response, signal } = exchange;
  const address = addressOf(request);
  if (!address.path.startsWith(`${API_PATH}/`)) {
    await send(response, await replyOr(() => options.elsewhere(request, address.path), options.log));
    return;
  }
  const mishap = options.faults.take({ method: address.method, path: address.below });
  if (mishap.latencyMs > 0) await options.clock.sleep(mishap.latencyMs, signal);
  const outcome = await carryOut2(options, exchange, { address, mishap });
  options.record(
    {
      method: address.method,
      path: request.url ?? "",
      status: outcome.status,
      ...outcome.body?.value === void 0 ? {} : { body: outcome.body.value }
    },
    outcome.body?.bytes ?? 0
  );
  await outcome.deliver();
}
async function carryOut2(options, exchange, asked) {
  const { fault } = asked.mishap;
  let body;
  const reply = await replyOr(async () => {
    const prepared = await prepare(options.responder, exchange.request, asked.address);
    body = prepared.body;
    if (fault?.kind === "throttle") throw throttled(fault.retryAfter);
    if (fault?.kind === "unavailable" || fault?.kind === "reset-before-commit") return { status: 0 };
    return prepared.finish();
  }, options.log);
  return { body, ...ending(exchange.response, reply, fault) };
}
function ending(response, reply, fault) {
  switch (fault?.kind) {
    case "unavailable":
      return { status: 503, deliver: () => sendUnavailable(response, fault.retryAfter) };
    case "reset-before-commit":
    case "reset-after-commit":
      return { status: 0, deliver: () => reset(response) };
    case "truncate":
      return { status: reply.status, deliver: () => sendTruncated(response, reply) };
    case "throttle":
    case void 0:
    default:
      return { status: reply.status, deliver: () => send(response, reply) };
  }
}
async function replyOr(make, log) {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof Refusal)) log("error", "sandbox: a request failed", { cause: String(error) });
    return errorReply(error);
  }
}
function throttled(retryAfter = RETRY_AFTER_SECONDS) {
  return new Refusal(429, "Request was throttled.", { headers: { "retry-after": String(retryAfter) } });
}
function addressOf(request) {
  const [path = "", query = ""] = (request.url ?? "/").split("?", 2);
  return {
    method: request.method ?? "GET",
    path,
    below: path.slice(API_PATH.length),
    query: new URLSearchParams(query)
  };
}

// src/sandbox/http/request-limit.ts
function createRequestLimit({ requests, perMs }) {
  const windows = /* @__PURE__ */ new Map();
  return (token2, now) => {
    const known = windows.get(token2);
    const window = known === void 0 || now - known.startedAt >= perMs ? { startedAt: now, used: 0 } : known;
    windows.set(token2, window);
    window.used++;
    if (window.used <= requests) return;
    const seconds = Math.max(1, Math.ceil((window.startedAt + perMs - now) / 1e3));
    throw new Refusal(429, `Request was throttled. Expected available in ${seconds} seconds.`, {
      headers: { "retry-after": String(seconds) }
    });
  };
}

// src/sandbox/http/request-log.ts
var KEPT = 1e4;
var BODY_KEPT_BYTES = 65536;
function createRequestLog() {
  const entries = [];
  return {
    add(entry, bodyBytes) {
      const { body: _body, ...short } = entry;
      entries.push(bodyBytes > BODY_KEPT_BYTES ? short : entry);
      if (entries.length > 2 * KEPT) entries.splice(0, entries.length - KEPT);
    },
    all: () => entries.slice()
  };
}

// src/sandbox/journal/open-journal.ts
import { realpath as realpath2 } from "node:fs/promises";
import { join as join3 } from "node:path";

// src/sandbox/journal/journal-file.ts
import { open as open2, rename as rename3 } from "node:fs/promises";
import { dirname as dirname3 } from "node:path";

// src/sandbox/journal/journal-line.ts
import { crc32 } from "node:zlib";

// src/sandbox/state/fact.ts
var account = object({ id: string(), email: string(), balanceCents: int() });
var token = object({
  secret: string(),
  name: string(),
  permissions: array(_enum(PERMISSIONS)),
  account: string()
});
var zone = object({
  id: string(),
  account: string(),
  domain: string(),
  createdAt: number(),
  serial: number()
});
var record = object({
  id: string(),
  zone: string(),
  record: object({
    name: string(),
    type: _enum(RECORD_TYPES),
    ttl: number(),
    value: string(),
    priority: exactOptional(number())
  }),
  createdAt: number()
});
var domain = object({
  id: int(),
  account: nullable(string()),
  domain: string(),
  registeredAt: number(),
  expiresAt: number(),
  updatedAt: number(),
  activeAt: number(),
  autoRenew: boolean(),
  locked: boolean(),
  privacyProtection: boolean(),
  nameservers: array(string()),
  registrar: string(),
  transfer: nullable(object({ initiatedAt: number(), completesAt: number(), autoRenew: boolean() }))
});
var factSchema = discriminatedUnion("kind", [
  object({ kind: literal("account-put"), account }),
  object({ kind: literal("token-put"), token }),
  object({ kind: literal("zone-put"), zone }),
  object({ kind: literal("zone-removed"), id: string() }),
  object({ kind: literal("record-put"), record, serial: number() }),
  object({ kind: literal("record-removed"), id: string(), serial: number() }),
  // The price goes with what was bought, so that no crash can part them.
  object({ kind: literal("domain-put"), domain, chargedCents: int() })
]);

// src/sandbox/journal/journal-line.ts
var JOURNAL_HEADER = "vps-dns sandbox journal 1\n";
var CHECKSUM_LENGTH = 8;
function encodeLine(fact) {
  const text = JSON.stringify(fact);
  return `${checksum(text)} ${text}
`;
}
function decodeLine(line) {
  const text = line.slice(CHECKSUM_LENGTH + 1);
  if (line[CHECKSUM_LENGTH] !== " " || line.slice(0, CHECKSUM_LENGTH) !== checksum(text)) return void 0;
  const result = factSchema.safeParse(JSON.parse(text));
  return result.success ? result.data : void 0;
}
function checksum(text) {
  return crc32(text).toString(16).padStart(CHECKSUM_LENGTH, "0");
}

// src/sandbox/journal/journal-file.ts
var COMPACT_MIN_LINES = 2e4;
var COMPACT_FACTOR = 1.5;
var LINES_PER_WRITE = 2e3;
async function openJournalFile(path, content2) {
  let handle2 = await openToAppend(path, content2.goodBytes);
  let lines = content2.lines;
  return {
    write: async (added) => {
      await handle2.appendFile(added.join(""));
      await handle2.datasync();
      lines += added.length;
    },
    rewrite: async (facts) => {
      await writeAside(`${path}.new`, facts);
      await handle2.close();
      await rename3(`${path}.new`, path);
      await syncFolder(dirname3(path));
      handle2 = await open2(path, "a");
      lines = facts.length;
    },
    isMostlyHistory: (factCount) => lines >= COMPACT_MIN_LINES && lines >= COMPACT_FACTOR * factCount,
    close: () => handle2.close()
  };
}
async function openToAppend(path, goodBytes) {
  const handle2 = await open2(path, "a", 384);
  await handle2.truncate(goodBytes);
  if (goodBytes === 0) await handle2.appendFile(JOURNAL_HEADER);
  await handle2.datasync();
  await syncFolder(dirname3(path));
  return handle2;
}
async function writeAside(path, facts) {
  const handle2 = await open2(path, "w", 384);
  try {
    await handle2.appendFile(JOURNAL_HEADER);
    for (let at = 0; at < facts.length; at += LINES_PER_WRITE) {
      await handle2.appendFile(
        facts.slice(at, at + LINES_PER_WRITE).map(encodeLine).join("")
      );
    }
    await handle2.datasync();
  } finally {
    await handle2.close();
  }
}
async function syncFolder(folder) {
  if (process.platform === "win32") return;
  const handle2 = await open2(folder, "r");
  try {
    await handle2.sync();
  } finally {
    await handle2.close();
  }
}

// src/sandbox/journal/read-journal.ts
import { readFile as readFile2 } from "node:fs/promises";
var LINE_FEED = 10;
async function readJournal(path, apply) {
  const bytes = await bytesOf(path);
  const header = Buffer.from(JOURNAL_HEADER);
  if (bytes.length < header.length && header.subarray(0, bytes.length).equals(bytes)) return { lines: 0, goodBytes: 0 };
  if (!bytes.subarray(0, header.length).equals(header)) throw notAJournal();
  let lines = 0;
  let start = header.length;
  for (const [line, end2] of linesOf(bytes, start)) {
    const fact = decodeLine(line);
    if (fact === void 0) {
      mustBeLast(bytes, end2);
      break;
    }
    apply(fact);
    lines++;
    start = end2;
  }
  return { lines, goodBytes: start };
}
async function bytesOf(path) {
  try {
    return await readFile2(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return Buffer.alloc(0);
    throw error;
  }
}
function* linesOf(bytes, from) {
  let start = from;
  for (let end2 = bytes.indexOf(LINE_FEED, start); end2 >= 0; end2 = bytes.indexOf(LINE_FEED, start)) {
    yield [bytes.toString("utf8", start, end2), end2 + 1];
    start = end2 + 1;
  }
}
function mustBeLast(bytes, from) {
  for (const [line] of linesOf(bytes, from)) {
    if (decodeLine(line) !== void 0) {
      throw new InputError("invalid_input", "The sandbox's journal is damaged in the middle.", {
        field: "data",
        hint: "Put the folder back from a copy, or name another folder to start afresh."
      });
    }
  }
}
function notAJournal() {
  return new InputError("invalid_input", "The data folder holds a journal that this version cannot read.", {
    field: "data",
    hint: "Name another folder, or use the version of vps-dns that wrote it."
  });
}

// src/sandbox/journal/open-journal.ts
var OWNER_ONLY = 448;
async function openJournal(folder, world) {
  try {
    return await openIn(folder, world);
  } catch (error) {
    throw folderFailure("data", error);
  }
}
async function openIn(folder, world) {
  await makeFolder(folder, OWNER_ONLY);
  const place = await realpath2(folder);
  const lock = await lockFolder(place, "data");
  try {
    const path = join3(place, "journal");
    const content2 = await readJournal(path, (fact) => void world.apply(fact));
    const journal = groupCommit(await openJournalFile(path, content2), world);
    return {
      ...journal,
      async close() {
        try {
          await journal.close();
        } finally {
          await lock.release();
        }
      }
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}
function groupCommit(file, world) {
  let gathering = [];
  let writing = Promise.resolve();
  let next;
  async function write() {
    const lines = gathering;
    gathering = [];
    next = void 0;
    if (file.isMostlyHistory(world.factCount)) await file.rewrite(world.facts());
    else await file.write(lines);
  }
  function settled() {
    if (gathering.length === 0) return writing;
    if (next === void 0) {
      next = writing.then(write);
      writing = next;
    }
    return next;
  }
  return {
    append: (fact) => void gathering.push(encodeLine(fact)),
    settled,
    async close() {
      try {
        await settled();
      } finally {
        await file.close();
      }
    }
  };
}

// src/sandbox/rdap/rdap-page.ts
var RDAP_PATH = "/rdap";
var DOMAIN_PATH = `${RDAP_PATH}/domain/`;
var LIST_PATH = `${RDAP_PATH}/dns.json`;
var CONFORMANCE = ["rdap_level_0"];
var HEADERS = { "content-type": "application/rdap+json" };
var ELSEWHERE = "Somebody Else's Registrar";
function isRdapPath(path) {
  return path.startsWith(`${RDAP_PATH}/`);
}
function rdapPage({ world }, { now, origin }) {
  return ({ method }, path) => {
    if (method !== "GET") throw new Refusal(405, "Method not allowed.", { headers: { allow: "GET" } });
    if (path === LIST_PATH) return Promise.resolve(registryList(`${origin()}${RDAP_PATH}/`));
    const name = decoded2(path.slice(DOMAIN_PATH.length)).toLowerCase();
    const held = path.startsWith(DOMAIN_PATH) ? world.domainNamed(name) : void 0;
    if (held !== void 0) {
      const { registrar, expiresAt } = domainAt(held, now());
      return Promise.resolve(registration(name, registrar, new Date(expiresAt).toISOString()));
    }
    return Promise.resolve(isTaken(name) ? registration(name, ELSEWHERE) : nothing());
  };
}
function registryList(server) {
  return json(200, { version: "1.0", publication: "2026-01-01T00:00:00Z", services: [[LISTED_TLDS, [server]]] });
}
function registration(name, registrar, expiresAt) {
  const jCard = [
    ["version", {}, "text", "4.0"],
    ["fn", {}, "text", registrar]
  ];
  return json(
    200,
    {
      rdapConformance: CONFORMANCE,
      objectClassName: "domain",
      ldhName: name,
      entities: [{ objectClassName: "entity", roles: ["registrar"], vcardArray: ["vcard", jCard] }],
      events: expiresAt === void 0 ? [] : [{ eventAction: "expiration", eventDate: expiresAt }]
    },
    HEADERS
  );
}
function nothing() {
  return json(404, { rdapConformance: CONFORMANCE, errorCode: 404, title: "Not Found" }, HEADERS);
}
function decoded2(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// src/sandbox/seed.ts
var OTHER_ACCOUNT = "neighbour";
var zones = [
  {
    id: "abc123-def456-ghi789",
    account: MAIN_ACCOUNT,
    domain: "example.com",
    ageDays: 1040,
    records: [
      ["@", "A", "192.0.2.1"],
      ["@", "MX", "mail.example.com", { priority: 10 }],
      ["@", "AAAA", "2001:db8::1"],
      ["www", "CNAME", "example.com"],
      ["mail", "A", "192.0.2.25"],
      ["@", "TXT", "v=spf1 mx -all"],
      ["_dmarc", "TXT", "v=DMARC1; p=quarantine; rua=mailto:dmarc@example.com"],
      ["mail._domainkey", "TXT", `v=DKIM1; k=rsa; p=${"MIIBIjANBgkqhkiG9w0B".repeat(18)}AQAB`],
      ["@", "CAA", '0 issue "letsencrypt.org"'],
      ["api", "A", "192.0.2.10", { ttl: 300 }],
      ["_sip._tcp", "SRV", "10 5060 sip.example.com", { priority: 10 }],
      ["sip", "A", "192.0.2.60"]
    ]
  },
  {
    id: "xyz789-uvw456-rst123",
    account: MAIN_ACCOUNT,
    domain: "myapp.io",
    ageDays: 510,
    records: [
      ["@", "A", "192.0.2.80"],
      ["@", "AAAA", "2001:db8::80"],
      ["www", "CNAME", "myapp.io"],
      ["staging", "A", "192.0.2.81", { ttl: 300 }],
      ["*.preview", "CNAME", "staging.myapp.io", { ttl: 300 }],
      ["@", "MX", ".", { priority: 0 }],
      ["@", "TXT", "v=spf1 -all"],
      ["_dmarc", "TXT", "v=DMARC1; p=reject"]
    ]
  },
  {
    id: "pqr321-stu654-mno987",
    account: MAIN_ACCOUNT,
    domain: "example.org",
    ageDays: 40,
    records: [
      ["@", "A", "192.0.2.40"],
      ["www", "A", "192.0.2.40"]
    ]
  },
  {
    id: "nbr000-nbr000-nbr000",
    account: OTHER_ACCOUNT,
    domain: "example.net",
    ageDays: 300,
    records: [["@", "A", "192.0.2.90"]]
  }
];
var domains = [
  { domain: "example.com", ageYears: 3, expiresInDays: 220 },
  {
    domain: "myapp.io",
    ageYears: 2,
    expiresInDays: 21,
    autoRenew: false,
    locked: false,
    privacyProtection: false,
    nameservers: ["ns1.cloudflare.com", "ns2.cloudflare.com"],
    registrar: "Example Registrar"
  },
  { domain: "example.org", ageYears: 1, expiresInDays: 9, autoRenew: false },
  { domain: "myapp.dev", ageYears: 2, expiresInDays: -12, autoRenew: false }
];
function seedWorld(store, now) {
  openAccount(store, OTHER_ACCOUNT);
  let number2 = 0;
  for (const zone2 of zones) number2 = seedZone(store, zone2, { now, number: number2 });
  for (const domain2 of domains) seedDomain(store, domain2, now);
}
function seedZone(store, seed, at) {
  const { id, account: account2, domain: domain2, ageDays, records } = seed;
  const createdAt = at.now - ageDays * DAY_MS;
  const serial = nextSerial(0, Math.floor(at.now / 1e3));
  store.commit({ kind: "zone-put", zone: { id, account: account2, domain: domain2, createdAt, serial } });
  for (const [index, [name, type, value, more = {}]] of records.entries()) {
    const record2 = parseRecord({ zone: domain2, name, type, value, ...more });
    const held = { id: `rec-${String(at.number + index + 1).padStart(3, "0")}`, zone: id, record: record2, createdAt };
    store.commit({ kind: "record-put", record: held, serial });
  }
  return at.number + records.length;
}
function seedDomain(store, seed, now) {
  if (store.world.domainNamed(seed.domain) !== void 0) return;
  const { ageYears, expiresInDays, ...more } = seed;
  const expiresAt = now + expiresInDays * DAY_MS;
  const registeredAt = addYears(expiresAt, -ageYears);
  const domain2 = {
    id: store.world.nextDomainId,
    account: MAIN_ACCOUNT,
    registeredAt,
    expiresAt,
    updatedAt: registeredAt,
    activeAt: registeredAt,
    autoRenew: true,
    locked: true,
    privacyProtection: true,
    nameservers: VPS_NAMESERVERS,
    registrar: VPS_REGISTRAR,
    transfer: null,
    ...more
  };
  store.commit({ kind: "domain-put", domain: domain2, chargedCents: 0 });
}

// src/sandbox/serve-zones.ts
function serveAll(zones2, world) {
  for (const { zone: zone2, records } of world.zones()) {
    zones2.addZone(zone2.domain, { serial: zone2.serial, records: records.all().map(({ record: record2 }) => record2) });
  }
}
function serveEvent(zones2, event) {
  const { domain: domain2, serial } = event.zone;
  if (event.kind === "zone-added") zones2.addZone(domain2, { serial });
  else if (event.kind === "zone-removed") zones2.removeZone(domain2);
  else zones2.changeRecords(domain2, { removed: content(event.before), added: content(event.after), serial });
}
function content(held) {
  return held === void 0 ? [] : [held.record];
}

// src/sandbox/state/store.ts
var memoryJournal = {
  append: () => void 0,
  settled: () => Promise.resolve(),
  close: () => Promise.resolve()
};
function createStore(parts) {
  const { world, journal, onZoneEvent } = parts;
  return {
    world,
    commit: (fact) => {
      const events = world.apply(fact);
      journal.append(fact);
      events.forEach(onZoneEvent);
    },
    settled: () => journal.settled()
  };
}

// src/sandbox/state/zone-records.ts
var ZoneRecords = class {
  #byId = /* @__PURE__ */ new Map();
  /** Owner name and type, then rdata: an RRset holds each rdata once (RFC 2181 §5). */
  #rrsets = /* @__PURE__ */ new Map();
  get size() {
    return this.#byId.size;
  }
  /** In the order in which they were created. */
  all() {
    return [...this.#byId.values()];
  }
  rrset(name, type) {
    return [...this.#rrsets.get(rrsetName(name, type))?.values() ?? []];
  }
  /** The record of the same name, type and rdata, whatever its TTL. */
  find(record2) {
    return this.#rrsets.get(rrsetName(record2.name, record2.type))?.get(rdataKey(record2));
  }
  /** The types that a name has, in no particular order. */
  typesAt(name) {
    return RECORD_TYPES.filter((type) => this.#rrsets.has(rrsetName(name, type)));
  }
  /** Returns the record whose place it took. */
  put(held) {
    const before = this.#byId.get(held.id);
    this.#byId.set(held.id, held);
    const { name, type } = held.record;
    if (before !== void 0 && !hasSameKey(before.record, held.record)) this.#removeFromRrset(before);
    const key = rrsetName(name, type);
    const rrset = this.#rrsets.get(key);
    if (rrset === void 0) this.#rrsets.set(key, /* @__PURE__ */ new Map([[rdataKey(held.record), held]]));
    else rrset.set(rdataKey(held.record), held);
    return before;
  }
  remove(held) {
    this.#byId.delete(held.id);
    this.#removeFromRrset(held);
  }
  #removeFromRrset({ record: record2 }) {
    const key = rrsetName(record2.name, record2.type);
    const rrset = this.#rrsets.get(key);
    rrset?.delete(rdataKey(record2));
    if (rrset?.size === 0) this.#rrsets.delete(key);
  }
};
function hasSameKey(one, other) {
  return one.name === other.name && one.type === other.type && rdataKey(one) === rdataKey(other);
}
function rrsetName(name, type) {
  return `${type} ${name}`;
}

// src/sandbox/state/world.ts
var NO_EVENT = [];
var World = class {
  #accounts = /* @__PURE__ */ new Map();
  #tokens = /* @__PURE__ */ new Map();
  #zones = /* @__PURE__ */ new Map();
  #zonesByDomain = /* @__PURE__ */ new Map();
  #records = /* @__PURE__ */ new Map();
  #domains = /* @__PURE__ */ new Map();
  #domainsByName = /* @__PURE__ */ new Map();
  #nextDomainId = 101;
  account(id) {
    return this.#accounts.get(id);
  }
  token(secret) {
    return this.#tokens.get(secret);
  }
  tokens() {
    return [...this.#tokens.values()];
  }
  zone(id) {
    return this.#zones.get(id);
  }
  /** Whoever's it is. */
  zoneNamed(domain2) {
    return this.#zonesByDomain.get(domain2);
  }
  zonesOf(account2) {
    return [...this.#zones.values()].filter(({ zone: zone2 }) => zone2.account === account2);
  }
  zones() {
    return [...this.#zones.values()];
  }
  record(id) {
    return this.#records.get(id);
  }
  domain(id) {
    return this.#domains.get(id);
  }
  /** A registration, be it still in an account or not. */
  domainNamed(domain2) {
    return this.#domainsByName.get(domain2);
  }
  domainsOf(account2) {
    return [...this.#domains.values()].filter((domain2) => domain2.account === account2);
  }
  get nextDomainId() {
    return this.#nextDomainId;
  }
  /** How many facts `facts()` would give, without making them. */
  get factCount() {
    return this.#accounts.size + this.#tokens.size + this.#zones.size + this.#records.size + this.#domains.size;
  }
  /** The fewest facts that make this state from nothing, in an order in which they can be applied. */
  facts() {
    return [
      ...[...this.#accounts.values()].map((account2) => ({ kind: "account-put", account: account2 })),
      ...[...this.#tokens.values()].map((token2) => ({ kind: "token-put", token: token2 })),
      ...[...this.#zones.values()].flatMap(({ zone: zone2, records }) => [
        { kind: "zone-put", zone: zone2 },
        ...records.all().map((record2) => ({ kind: "record-put", record: record2, serial: zone2.serial }))
      ]),
      ...[...this.#domains.values()].map((domain2) => ({ kind: "domain-put", domain: domain2, chargedCents: 0 }))
    ];
  }
  /** Carries a fact out; a fact about what is not there does nothing. */
  apply(fact) {
    switch (fact.kind) {
      case "account-put":
        this.#accounts.set(fact.account.id, fact.account);
        break;
      case "token-put":
        this.#tokens.set(fact.token.secret, fact.token);
        break;
      case "zone-put":
        return this.#addZone(fact.zone);
      case "zone-removed":
        return this.#removeZone(fact.id);
      case "record-put":
        return this.#putRecord(fact.record, fact.serial);
      case "record-removed":
        return this.#removeRecord(fact.id, fact.serial);
      case "domain-put":
        this.#putDomain(fact.domain, fact.chargedCents);
        break;
    }
    return NO_EVENT;
  }
  #addZone(zone2) {
    this.#setZone({ zone: zone2, records: this.#zones.get(zone2.id)?.records ?? new ZoneRecords() });
    return [{ kind: "zone-added", zone: zone2 }];
  }
  #setZone(entry) {
    this.#zones.set(entry.zone.id, entry);
    this.#zonesByDomain.set(entry.zone.domain, entry);
  }
  #removeZone(id) {
    const entry = this.#zones.get(id);
    if (entry === void 0) return NO_EVENT;
    for (const { id: record2 } of entry.records.all()) this.#records.delete(record2);
    this.#zones.delete(id);
    this.#zonesByDomain.delete(entry.zone.domain);
    return [{ kind: "zone-removed", zone: entry.zone }];
  }
  #putRecord(held, serial) {
    const entry = this.#zones.get(held.zone);
    if (entry === void 0) return NO_EVENT;
    const before = entry.records.put(held);
    this.#records.set(held.id, held);
    return [{ kind: "record-changed", zone: this.#moveSerial(entry, serial), before, after: held }];
  }
  #removeRecord(id, serial) {
    const before = this.#records.get(id);
    const entry = before === void 0 ? void 0 : this.#zones.get(before.zone);
    if (before === void 0 || entry === void 0) return NO_EVENT;
    entry.records.remove(before);
    this.#records.delete(id);
    return [{ kind: "record-changed", zone: this.#moveSerial(entry, serial), before, after: void 0 }];
  }
  #moveSerial(entry, serial) {
    const zone2 = { ...entry.zone, serial };
    this.#setZone({ zone: zone2, records: entry.records });
    return zone2;
  }
  #putDomain(domain2, chargedCents) {
    this.#domains.set(domain2.id, domain2);
    this.#domainsByName.set(domain2.domain, domain2);
    this.#nextDomainId = Math.max(this.#nextDomainId, domain2.id + 1);
    const account2 = domain2.account === null ? void 0 : this.#accounts.get(domain2.account);
    if (account2 === void 0 || chargedCents === 0) return;
    this.#accounts.set(account2.id, { ...account2, balanceCents: account2.balanceCents - chargedCents });
  }
};

// src/sandbox/start.ts
var ACTIVATE_AFTER_MS = 5 * 6e4;
var TRANSFER_AFTER_MS = 7 * DAY_MS;
var PAGE_SIZE = 100;
var HOST = "127.0.0.1";
var silent = () => void 0;
async function startSandbox(options) {
  const running = [];
  const close = closeOnce(running);
  try {
    return { ...await startOn(options, running), close };
  } catch (error) {
    await close();
    throw error;
  }
}
async function startOn(options, running) {
  const { clock, host = HOST, dnsPort = 0, log = silent } = options;
  const world = new World();
  const journal = options.data === void 0 ? memoryJournal : await openJournal(options.data, world);
  running.unshift(() => journal.close());
  const token2 = await furnish(options, world, journal);
  const zones2 = new ServedZones({ clock });
  serveAll(zones2, world);
  const store = createStore({
    world,
    journal,
    onZoneEvent: (event) => {
      serveEvent(zones2, event);
      options.onZoneEvent?.(event);
    }
  });
  const lag = options.lagMs === void 0 ? void 0 : { delayMs: options.lagMs, clock };
  const nameServers = await listening(
    { field: "dns-port", port: dnsPort },
    startNameServers({ zones: zones2, port: dnsPort, host, log }, lag)
  );
  running.unshift(() => nameServers.close());
  if (options.bind !== void 0) {
    const feed2 = await feedBind(options.bind, { zones: zones2, clock, log });
    running.unshift(() => feed2.close());
  }
  return startApi(options, { store, token: token2, nameServers, running });
}
function closeOnce(running) {
  let closed;
  const closeFrom = async (index) => {
    try {
      await running[index]?.();
    } finally {
      if (index < running.length) await closeFrom(index + 1);
    }
  };
  return () => closed ??= closeFrom(0);
}
async function furnish(options, world, journal) {
  const store = createStore({ world, journal, onZoneEvent: () => void 0 });
  if (options.seed === true && world.tokens().length === 0) seedWorld(store, options.clock.now());
  const token2 = fullToken(store, options.token);
  await store.settled();
  return token2;
}
async function startApi(options, started) {
  const { store, token: token2, nameServers, running } = started;
  const { clock, host = HOST, port = 0, log = silent } = options;
  const faults = createFaultRules(clock);
  const requests = createRequestLog();
  const control = controlPages({ store, faults });
  let origin = "";
  const rdap = rdapPage(store, { now: () => clock.now(), origin: () => origin });
  const starting = startApiServer({
    host,
    port,
    // The origin is known only after listening, when nothing has been asked yet.
    responder: responderOf(options, store, () => origin),
    faults,
    clock,
    log,
    record: (entry, bodyBytes) => requests.add(entry, bodyBytes),
    elsewhere: (request, path) => isRdapPath(path) ? rdap(request, path) : control(request, path)
  });
  const server = await listening({ field: "port", port }, starting);
  running.unshift(() => server.close());
  origin = `http://${authority(host, server.port)}`;
  return {
    url: `${origin}${API_PATH}`,
    rdap: `${origin}${RDAP_PATH}`,
    token: token2,
    nameserver: authority(host, nameServers.port),
    ...nameServers.laggingPort === void 0 ? {} : { lagging: authority(host, nameServers.laggingPort) },
    faults,
    requests: () => requests.all(),
    addToken: async (wanted) => {
      const secret = addToken(store, wanted);
      await store.settled();
      return secret;
    },
    setBalance: async (amount) => {
      setBalance(store, amount);
      await store.settled();
    }
  };
}
function responderOf(options, store, origin) {
  return {
    store,
    now: () => options.clock.now(),
    limit: options.requestLimit === void 0 ? () => void 0 : createRequestLimit(options.requestLimit),
    settings: {
      activateAfterMs: options.activateAfterMs ?? ACTIVATE_AFTER_MS,
      transferAfterMs: options.transferAfterMs ?? TRANSFER_AFTER_MS,
      lists: options.lists ?? "array",
      pageSize: options.pageSize ?? PAGE_SIZE,
      nextLinks: options.nextLinks ?? "absolute",
      get origin() {
        return origin();
      }
    }
  };
}
function authority(host, port) {
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}
export {
  startSandbox
};
