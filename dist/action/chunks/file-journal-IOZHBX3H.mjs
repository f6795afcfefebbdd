import {
  isCode,
  stateFolder
} from "./chunk-JNM4EVQW.mjs";
import {
  _enum,
  array,
  boolean,
  exactOptional,
  number,
  object,
  string
} from "./chunk-FKNTS2GN.mjs";
import {
  RECORD_TYPES
} from "./chunk-RJAMLTRO.mjs";
import "./chunk-2C77CGXU.mjs";
import "./chunk-2GJFCLDB.mjs";
import {
  VpsError
} from "./chunk-SRXP5WYM.mjs";
import "./chunk-P5BZS5M3.mjs";

// src/platform/state/file-journal.ts
import { randomBytes as randomBytes2 } from "node:crypto";

// src/platform/state/remembered-entries.ts
var REMEMBERED_MAX_OCTETS = 64 * 1024;
var FORGOTTEN_AT_ONCE = 100;
function rememberedEntries(files) {
  const known = /* @__PURE__ */ new Map();
  return {
    read: async (id) => {
      const size = files.size(id);
      if (size === void 0) return void 0;
      const last = known.get(id);
      if (last?.size === size && last.change !== void 0) return last.change;
      const change = await files.read(id);
      if (change === void 0) return void 0;
      known.set(id, { zone: change.zone, size, ...size <= REMEMBERED_MAX_OCTETS ? { change } : {} });
      return change;
    },
    isElsewhere: (id, zone) => {
      const last = known.get(id);
      return last !== void 0 && last.zone !== zone;
    },
    keepOnly: (ids) => {
      if (known.size < ids.length + FORGOTTEN_AT_ONCE) return;
      const kept = new Set(ids);
      for (const id of known.keys()) if (!kept.has(id)) known.delete(id);
    }
  };
}

// src/platform/state/zone-lock.ts
import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
var POLL_MS = 50;
var BEAT_MS = 15e3;
var FOREIGN_MAX_MS = 12e4;
var TORN_MAX_MS = 2e3;
var LOOK_EVERY = 20;
var LIFE = randomBytes(8).toString("hex");
var ownerSchema = object({ pid: number(), life: string(), host: string() });
var MINE = { pid: process.pid, life: LIFE, host: hostname() };
var PASSING = { passing: true };
async function holdingLock(request, work) {
  const folder = stateFolder(request.base, "locks");
  const name = lockName(request.zone);
  const waited = await take(folder, name, request);
  const over = new AbortController();
  const beating = beat(folder, name, { clock: request.clock, signal: over.signal });
  try {
    return await work(waited);
  } finally {
    over.abort();
    await beating;
    await letGo(folder, name);
  }
}
async function take(folder, name, request) {
  const { zone, clock, signal, deadline } = request;
  let tries = 0;
  for (; !await folder.create(name, JSON.stringify(MINE), PASSING); tries += 1) {
    if (await isAbandoned(folder, name, tries)) await clear(folder, name, tries);
    else refuseWaiting(zone, { late: clock.now() > deadline, signal });
    await clock.sleep(POLL_MS);
  }
  return tries > 0;
}
function refuseWaiting(zone, { late, signal }) {
  if (signal?.aborted === true) {
    throw new VpsError("cancelled", `The call was given up while others were changing ${zone}.`, {
      hint: "Nothing was sent."
    });
  }
  if (!late) return;
  throw new VpsError("conflict", `Others have been changing ${zone} for a minute.`, {
    hint: "Nothing was sent. Try again when they are done."
  });
}
async function beat(folder, name, { clock, signal }) {
  while (await slept(clock, BEAT_MS, signal)) {
    await folder.append(name, "").catch(() => false);
  }
}
async function slept(clock, ms, signal) {
  try {
    await clock.sleep(ms, signal);
    return !signal.aborted;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}
async function letGo(folder, name) {
  const text = await folder.read(name);
  if (text !== void 0 && ownerOf(text)?.life === LIFE) await folder.take(name);
}
async function clear(folder, name, tries) {
  const clearing = `${name}.clearing`;
  if (!await folder.create(clearing, JSON.stringify(MINE), PASSING)) {
    if (await isAbandoned(folder, clearing, tries)) await folder.take(clearing);
    return;
  }
  if (await isAbandoned(folder, name, tries)) await folder.take(name);
  await folder.take(clearing);
}
function lockName(zone) {
  return Buffer.from(zone).toString("hex").slice(0, 200);
}
async function isAbandoned(folder, name, tries) {
  const text = await folder.read(name);
  if (text === void 0) return false;
  const owner = ownerOf(text);
  if (owner?.host === MINE.host) return owner.pid === MINE.pid ? owner.life !== LIFE : !isAlive(owner.pid);
  if (tries % LOOK_EVERY > 0) return false;
  return (await folder.age(name) ?? 0) > (owner === void 0 ? TORN_MAX_MS : FOREIGN_MAX_MS);
}
function ownerOf(text) {
  try {
    return ownerSchema.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return void 0;
    throw error;
  }
}
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, "EPERM");
  }
}

// src/platform/state/zone-turns.ts
var WAIT_MAX_MS = 6e4;
var RUN_MAX_MS = 1e3;
var BREAK_MS = 120;
function zoneTurns(base, clock) {
  const lines = /* @__PURE__ */ new Map();
  return async (zone, work, signal) => {
    const turn = { base, zone, clock, signal, deadline: clock.now() + WAIT_MAX_MS };
    const before = lines.get(zone);
    const line = before ?? { waiting: [], runSince: clock.now() };
    lines.set(zone, line);
    if (before !== void 0) await called(line, turn);
    try {
      await letOthersIn(line, clock);
      return await holdingLock(turn, (waited) => work(waited || before !== void 0));
    } finally {
      if (!callNext(line)) lines.delete(zone);
    }
  };
}
async function called({ waiting }, { zone, clock, signal, deadline }) {
  const patience = new AbortController();
  const waiter = { called: false, end: () => patience.abort() };
  waiting.push(waiter);
  if (signal?.aborted === true) waiter.end();
  signal?.addEventListener("abort", waiter.end);
  try {
    await slept(clock, deadline - clock.now(), patience.signal);
  } finally {
    signal?.removeEventListener("abort", waiter.end);
  }
  if (waiter.called) return;
  waiting.splice(waiting.indexOf(waiter), 1);
  refuseWaiting(zone, { late: true, signal });
}
function callNext({ waiting }) {
  const next = waiting.shift();
  if (next === void 0) return false;
  next.called = true;
  next.end();
  return true;
}
async function letOthersIn(line, clock) {
  if (clock.now() - line.runSince <= RUN_MAX_MS) return;
  await clock.sleep(BREAK_MS);
  line.runSince = clock.now();
}

// src/platform/state/file-journal.ts
var CHANGES_KEPT = 1e3;
var PRUNE_EVERY = 50;
var record = object({
  name: string(),
  type: _enum(RECORD_TYPES),
  ttl: number(),
  value: string(),
  priority: exactOptional(number())
});
var step = object({
  action: _enum(["create", "update", "delete"]),
  name: string(),
  type: string(),
  outcome: _enum(["done", "failed", "unknown"]),
  id: exactOptional(string()),
  altered: exactOptional(object({ sent: record, kept: record }))
});
var settings = object({
  autoRenew: exactOptional(boolean()),
  privacyProtection: exactOptional(boolean()),
  nameservers: exactOptional(array(string())),
  locked: exactOptional(boolean())
});
var intentSchema = object({
  operation: string(),
  zone: exactOptional(string()),
  domain: exactOptional(string()),
  summary: string(),
  before: array(record),
  after: array(record),
  disturbed: array(string()),
  created: array(string()),
  undoes: exactOptional(string()),
  settings: exactOptional(object({ before: settings, after: settings })),
  lost: exactOptional(number()),
  zoneEvent: exactOptional(_enum(["created", "deleted"]))
});
var lineSchema = object({
  intent: exactOptional(intentSchema),
  at: exactOptional(number()),
  step: exactOptional(step),
  finish: exactOptional(_enum(["done", "partial", "unknown"])),
  undone: exactOptional(string())
});
function fileJournal(base, clock) {
  const folder = stateFolder(base, "changes");
  const entries = rememberedEntries({
    size: (id) => folder.size(fileOf(id)),
    read: (id) => readChange(folder, id)
  });
  let begun = 0;
  return {
    begin: async (intent) => {
      const at = clock.now();
      const id = changeId(at);
      await folder.create(fileOf(id), `${JSON.stringify({ intent, at })}
`);
      begun += 1;
      if (begun % PRUNE_EVERY === 1) await prune(folder, fileOf(id));
      return openChange(folder, id, clock);
    },
    list: (filter) => listChanges(folder, entries, filter),
    get: (id) => isChangeId(id) ? entries.read(id) : Promise.resolve(void 0),
    markUndone: async (id, by) => {
      if (isChangeId(id)) await folder.append(fileOf(id), JSON.stringify({ undone: by }), { sync: true });
    },
    exclusively: zoneTurns(base, clock)
  };
}
function openChange(folder, id, clock) {
  const append = async (line, sync) => {
    if (await folder.append(fileOf(id), JSON.stringify(line), { sync })) return;
    throw new VpsError("state_unavailable", "The journal's entry for this change was taken away while it ran.", {
      hint: "Nobody else may clear the state folder meanwhile. Look at the zone: this change cannot be undone."
    });
  };
  return {
    id,
    abandon: async () => {
      await folder.take(fileOf(id));
    },
    // Not fsynced: what is lost with the power is settled from the zone itself, as after a crash.
    step: (outcome) => append({ step: outcome }, false),
    finish: (status) => append({ finish: status, at: clock.now() }, true)
  };
}
async function listChanges({ names }, entries, { zone, since, limit }) {
  const ids = (await names()).map((name) => name.slice(0, -ENDING.length)).filter(isChangeId);
  entries.keepOnly(ids);
  const found = [];
  for (const id of ids.toReversed()) {
    if (since !== void 0 && timeOf(id) < since) break;
    if (zone !== void 0 && entries.isElsewhere(id, zone)) continue;
    const change = await entries.read(id);
    if (change === void 0 || zone !== void 0 && change.zone !== zone) continue;
    found.push(change);
    if (limit !== void 0 && found.length >= limit) break;
  }
  return found;
}
async function readChange(folder, id) {
  const text = await folder.read(fileOf(id));
  if (text === void 0) return void 0;
  const lines = text.split("\n").flatMap(parseLine);
  const [first] = lines;
  if (first?.intent === void 0) return void 0;
  const { finish, at: finishedAt } = lines.findLast((line) => line.finish !== void 0) ?? {};
  const undone = lines.some((line) => line.undone !== void 0);
  const steps = lines.flatMap((line) => line.step === void 0 ? [] : [line.step]);
  const intent = first.intent;
  return {
    ...intent,
    id,
    at: first.at ?? timeOf(id),
    ...finishedAt === void 0 ? {} : { finishedAt },
    steps,
    status: undone ? "undone" : finish ?? "unknown"
  };
}
function parseLine(line) {
  if (line === "") return [];
  try {
    const parsed = lineSchema.safeParse(JSON.parse(line));
    return parsed.success ? [parsed.data] : [];
  } catch {
    return [];
  }
}
async function prune(folder, latest) {
  const names = await folder.names();
  const oldest = names.slice(0, Math.max(0, names.length - CHANGES_KEPT));
  for (const name of oldest) if (name !== latest) await folder.take(name);
}
var ENDING = ".jsonl";
var TIME_DIGITS = 9;
var ID_PATTERN = /^c[0-9a-z]{9}-[0-9a-f]{6}$/;
function fileOf(id) {
  return `${id}${ENDING}`;
}
function changeId(now) {
  return `c${now.toString(36).padStart(TIME_DIGITS, "0")}-${randomBytes2(3).toString("hex")}`;
}
function isChangeId(id) {
  return ID_PATTERN.test(id);
}
function timeOf(id) {
  return Number.parseInt(id.slice(1, 1 + TIME_DIGITS), 36);
}
export {
  CHANGES_KEPT,
  fileJournal
};
