import {
  createCallers,
  createRecordZones,
  recordsApi
} from "./chunk-VOVNBIBJ.mjs";
import "./chunk-A6JPKSWM.mjs";
import {
  httpClient,
  readToken
} from "./chunk-GWDAN76W.mjs";
import "./chunk-QX2VAMXW.mjs";
import "./chunk-4V6ORLQ5.mjs";
import "./chunk-PENQMIEB.mjs";
import "./chunk-VZY3EUGB.mjs";
import "./chunk-CMFDKYYC.mjs";
import "./chunk-TWIBUSA6.mjs";
import {
  object,
  optional,
  string
} from "./chunk-FKNTS2GN.mjs";
import "./chunk-3E7Z2IDA.mjs";
import "./chunk-HPQXDWN7.mjs";
import "./chunk-QCLMO5ZQ.mjs";
import "./chunk-KAP2MEUC.mjs";
import "./chunk-JVENEMRX.mjs";
import {
  PLACE_ENTRY,
  createdEntry,
  fingerprintOf,
  labelOf
} from "./chunk-BKU4W2EN.mjs";
import {
  annotateWarning,
  getState,
  jobLog,
  maskSecret,
  problemWords,
  say
} from "./chunk-XRWOO2BG.mjs";
import "./chunk-UWZIXFLP.mjs";
import {
  inputReader
} from "./chunk-ITS2KMA2.mjs";
import "./chunk-RJAMLTRO.mjs";
import "./chunk-2C77CGXU.mjs";
import "./chunk-2GJFCLDB.mjs";
import {
  toProblem
} from "./chunk-SRXP5WYM.mjs";
import "./chunk-P5BZS5M3.mjs";

// src/core/api/records-client.ts
function createRecordsClient(options) {
  const callers = createCallers(options);
  const recordZones = createRecordZones();
  return (signal) => recordsApi(callers(signal), recordZones);
}

// src/action/delete-created.ts
var GONE = ["record_not_found", "zone_not_found", "not_found"];
async function deleteCreated(records, created) {
  const lookUp = currentRecords(records);
  for (const record of created) {
    try {
      await deleteOne(records, record, await lookUp(record));
    } catch (error) {
      annotateWarning(
        `The ${labelOf(record)} was created by this step and could not be deleted: delete it by its id. ${problemWords(error)}`
      );
    }
  }
}
async function deleteOne(records, record, now) {
  if (now === void 0) return say(`Already gone: ${labelOf(record)}.`);
  if (fingerprintOf(now) !== record.fingerprint) {
    return annotateWarning(`The ${labelOf(record)} was changed since this step created it, so it stays.`);
  }
  await unlessGone(() => records.delete(record.id));
  say(`Deleted: ${labelOf(record)}.`);
}
function currentRecords(records) {
  const zones = /* @__PURE__ */ new Map();
  return ({ id, zone }) => unlessGone(async () => {
    const listed = zones.get(zone.id) ?? records.listInZone(zone);
    zones.set(zone.id, listed);
    const { items, incomplete } = await listed;
    return items.find((item) => item.id === id) ?? (incomplete ? records.get(id, [zone]) : void 0);
  });
}
async function unlessGone(request) {
  try {
    return await request();
  } catch (error) {
    if (GONE.includes(toProblem(error).code)) return void 0;
    throw error;
  }
}

// src/action/saved-state.ts
var place = object({ apiUrl: string(), sandbox: optional(string()) });
var createdRecord = object({
  id: string(),
  zone: object({ id: string(), domain: string() }),
  name: string(),
  type: string(),
  fingerprint: string()
});
function savedState() {
  const damaged = [];
  const read = (entry, shape) => {
    const { data } = shape.safeParse(jsonOf(getState(entry)));
    if (data === void 0) damaged.push(entry);
    return data;
  };
  const at = read(PLACE_ENTRY, place);
  const created = [];
  for (let n = 1; getState(createdEntry(n)) !== ""; n += 1) {
    const record = read(createdEntry(n), createdRecord);
    if (record !== void 0) created.unshift(record);
  }
  return { place: at, created, damaged };
}
function jsonOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}

// src/action/clean-up.ts
async function cleanUp(ports) {
  const { place: place2, created, damaged } = savedState();
  if (damaged.length > 0) warnOfDamage(damaged, place2 === void 0 ? created : []);
  else if (created.length === 0) say("This step created no record, so there is none to delete.");
  if (place2 === void 0 || created.length === 0) return;
  try {
    await goBack({ place: place2, created }, ports);
  } catch (error) {
    annotateWarning(
      `What this step created could not be deleted. ${problemWords(error)} Delete by hand: ${labelsOf(created)}.`
    );
  }
}
function warnOfDamage(entries, left) {
  const names = entries.map((entry) => `STATE_${entry}`).join(", ");
  const known = left.length === 0 ? "" : ` (${labelsOf(left)})`;
  annotateWarning(
    `[state_unavailable] What this step saved for its cleanup was damaged before it could be read: ${names}. Its summary shows what it created: see that all of it is gone${known}.`
  );
}
function labelsOf(records) {
  return records.map(labelOf).join("; ");
}
async function goBack({ place: place2, created }, ports) {
  if (place2.sandbox === "") return say("The sandbox ended with the step, and its records with it.");
  const { sandbox: folder } = place2;
  const sandbox = folder === void 0 ? void 0 : await ports.startSandbox(folder);
  if (sandbox !== void 0) maskSecret(sandbox.token);
  const token = sandbox?.token ?? readToken(inputReader(ports.env));
  const http = await httpClient(sandbox === void 0 ? ports.env : {});
  const records = createRecordsClient({
    http,
    baseUrl: sandbox?.url ?? place2.apiUrl,
    token,
    clock: ports.clock,
    log: jobLog([token]),
    concurrency: 1
  });
  try {
    await deleteCreated(records(new AbortController().signal), created);
  } finally {
    await http.close();
    await sandbox?.close();
  }
}
export {
  cleanUp
};
