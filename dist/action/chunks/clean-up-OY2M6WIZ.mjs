import {
  httpClient,
  readToken
} from "./chunk-6OSB66DS.mjs";
import {
  createCallers,
  createRecordZones,
  recordsApi
} from "./chunk-6SFU4FDS.mjs";
import "./chunk-NI5QOTMB.mjs";
import "./chunk-PENQMIEB.mjs";
import "./chunk-OP5V3ZVY.mjs";
import "./chunk-IWOUOZ3K.mjs";
import "./chunk-A6JPKSWM.mjs";
import "./chunk-4V6ORLQ5.mjs";
import "./chunk-KAP2MEUC.mjs";
import "./chunk-JVENEMRX.mjs";
import "./chunk-HPQXDWN7.mjs";
import "./chunk-QCLMO5ZQ.mjs";
import {
  PLACE_ENTRY,
  createdEntry,
  fingerprintOf,
  labelOf
} from "./chunk-WG4AGUQV.mjs";
import {
  annotateWarning,
  getState,
  jobLog,
  maskSecret,
  problemWords,
  say
} from "./chunk-PMCOJTNH.mjs";
import {
  inputReader
} from "./chunk-ITS2KMA2.mjs";
import "./chunk-ZMJBRHQT.mjs";
import {
  object,
  optional,
  string
} from "./chunk-CZUQUKF2.mjs";
import "./chunk-T6VKVPWA.mjs";
import "./chunk-XBGQYD5V.mjs";
import "./chunk-Z4CTONIQ.mjs";
import "./chunk-YZYHQ67G.mjs";
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
  const created = [];
  for (let n = 1; getState(createdEntry(n)) !== ""; n += 1) {
    created.unshift(createdRecord.parse(JSON.parse(getState(createdEntry(n)))));
  }
  return { place: place.parse(JSON.parse(getState(PLACE_ENTRY))), created };
}

// src/action/clean-up.ts
async function cleanUp(ports) {
  let state;
  try {
    state = savedState();
    if (state.created.length > 0) await goBack(state, ports);
    else say("This step created no record, so there is none to delete.");
  } catch (error) {
    const left = state?.created.map(labelOf).join("; ") ?? "unknown";
    annotateWarning(`What this step created could not be deleted. ${problemWords(error)} Delete by hand: ${left}.`);
  }
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
