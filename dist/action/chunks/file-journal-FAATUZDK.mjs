import {
  isCode,
  stateFolder
} from "./chunk-TL5HRX6F.mjs";
import {
  _enum,
  array,
  boolean,
  exactOptional,
  number,
  object,
  string
} from "./chunk-CZUQUKF2.mjs";
import {
  RECORD_TYPES
} from "./chunk-XBGQYD5V.mjs";
import "./chunk-Z4CTONIQ.mjs";
import "./chunk-YZYHQ67G.mjs";
import {
  VpsError
} from "./chunk-SRXP5WYM.mjs";
import "./chunk-P5BZS5M3.mjs";

// src/platform/state/file-journal.ts
import { randomBytes as randomBytes2 } from "node:crypto";

// src/platform/state/zone-lock.ts
import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
var POLL_MS = 50;
var WAIT_MAX_MS = 6e4;
var TORN_TRIES = 40;
var FOREIGN_MAX_MS = 60 * 60 * 1e3;
var LIFE = randomBytes(8).toString("hex");
var ownerSchema = object({ pid: number(), life: string(), host: string(), at: number() });
var PASSING = { passing: true };
async function exclusively({ base, zone, clock, signal }, work) {
  const folder = stateFolder(base, "locks");
  const name = lockName(zone);
  const deadline = clock.now() + WAIT_MAX_MS;
  let waited = false;
  for (let tries = 0; !await folder.create(name, mine(clock), PASSING); tries += 1) {
    waited = true;
    if (await isAbandoned(folder, name, { clock, tries })) await clear(folder, name, { clock, tries });
    else if (clock.now() > deadline) throw held(zone);
    else if (signal?.aborted === true) throw givenUp(zone);
    else await clock.sleep(POLL_MS);
  }
  try {
    return await work(waited);
  } finally {
    await folder.take(name);
  }
}
function mine(clock) {
  return JSON.stringify({ pid: process.pid, life: LIFE, host: hostname(), at: clock.now() });
}
async function clear(folder, name, look) {
  const clearing = `${name}.clearing`;
  if (!await folder.create(clearing, mine(look.clock), PASSING)) {
    if (await isAbandoned(folder, clearing, look)) await folder.take(clearing);
    else await look.clock.sleep(POLL_MS);
    return;
  }
  if (await isAbandoned(folder, name, look)) await folder.take(name);
  await folder.take(clearing);
}
function held(zone) {
  return new VpsError("conflict", `Another process has been changing ${zone} for a minute.`, {
    hint: "Nothing was sent. Try again when it is done."
  });
}
function givenUp(zone) {
  return new VpsError("cancelled", `The call was given up while another process was changing ${zone}.`, {
    hint: "Nothing was sent."
  });
}
function lockName(zone) {
  return Buffer.from(zone).toString("hex").slice(0, 200);
}
async function isAbandoned(folder, name, { clock, tries }) {
  const text = await folder.read(name);
  if (text === void 0) return false;
  const owner = ownerOf(text);
  if (owner === void 0) return tries >= TORN_TRIES;
  if (owner.host !== hostname()) return clock.now() - owner.at > FOREIGN_MAX_MS;
  return owner.pid === process.pid ? owner.life !== LIFE : !isAlive(owner.pid);
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
  const read = entryReader(folder);
  let begun = 0;
  return {
    begin: async (intent) => {
      const id = changeId(clock.now());
      await folder.create(fileOf(id), `${JSON.stringify({ intent, at: clock.now() })}
`);
      begun += 1;
      if (begun % PRUNE_EVERY === 1) await prune(folder, fileOf(id));
      return openChange(folder, id, clock);
    },
    list: (filter) => listChanges(folder, read, filter),
    get: (id) => isChangeId(id) ? read(id) : Promise.resolve(void 0),
    markUndone: async (id, by) => {
      if (isChangeId(id)) await folder.append(fileOf(id), JSON.stringify({ undone: by }), { sync: true });
    },
    exclusively: (zone, work, signal) => exclusively({ base, zone, clock, signal }, work)
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
var REMEMBERED_MAX_OCTETS = 64 * 1024;
function entryReader(folder) {
  const known = /* @__PURE__ */ new Map();
  return async (id) => {
    const size = folder.size(fileOf(id));
    if (size === void 0) return void 0;
    const last = known.get(id);
    if (last?.size === size) return last.change;
    const change = await readChange(folder, id);
    if (known.size >= CHANGES_KEPT) known.clear();
    if (size <= REMEMBERED_MAX_OCTETS) known.set(id, { size, change });
    return change;
  };
}
async function listChanges(folder, read, { zone, since, limit }) {
  const found = [];
  for (const name of (await folder.names()).toReversed()) {
    const id = name.slice(0, -ENDING.length);
    if (!isChangeId(id)) continue;
    if (since !== void 0 && timeOf(id) < since) break;
    const change = await read(id);
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
