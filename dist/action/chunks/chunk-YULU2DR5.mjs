import {
  changeRecords,
  parseContent,
  recordRow,
  recordRowOf,
  understood
} from "./chunk-2WBXSZFM.mjs";
import {
  awaitedOf,
  changeField,
  changeWarnings,
  guardedFields,
  readZone,
  rrsetOf,
  unconfirmedText,
  undoLine,
  waitFor,
  warningsField
} from "./chunk-VUKSXOJV.mjs";
import {
  propagationField,
  propagationLines,
  recordLine
} from "./chunk-NZXBCILF.mjs";
import {
  DEFAULT_TTL_SECONDS
} from "./chunk-VZY3EUGB.mjs";
import {
  sameRdata
} from "./chunk-CMFDKYYC.mjs";
import {
  confirm,
  defineOperation,
  isAllowed,
  lines,
  ownerName,
  priority,
  record,
  ttl,
  value,
  wait,
  waitTimeout,
  warningLines
} from "./chunk-MPEOOIKC.mjs";
import {
  array,
  describe,
  extend,
  number,
  optional,
  strictObject,
  string
} from "./chunk-FKNTS2GN.mjs";
import {
  idText
} from "./chunk-UWZIXFLP.mjs";
import {
  relativeName,
  withFinalDot
} from "./chunk-2GJFCLDB.mjs";
import {
  InputError,
  VpsError
} from "./chunk-SRXP5WYM.mjs";

// src/core/operations/find/find-record.ts
async function findRecord(context, given) {
  const id = given.trim();
  if (id === "") {
    throw new InputError("invalid_input", "record is empty.", { field: "record", hint: "list_records shows ids." });
  }
  const { api } = context;
  const allZones = async () => (await api.zones.list()).items;
  const record2 = await api.records.get(id, allZones).catch((error) => {
    if (error instanceof VpsError && error.code === "record_not_found") throw noRecord();
    throw error;
  });
  if (!isAllowed(context, record2.zone.domain)) throw noRecord();
  return record2;
}
async function findRecordInZone(context, given) {
  const id = given.trim();
  const known = context.api.records.zoneOf(id);
  const zone = known ?? (await findRecord(context, id)).zone;
  if (!isAllowed(context, zone.domain)) throw noRecord();
  const state = await readZone(context, zone);
  const record2 = state.held.find((held) => held.id === id);
  if (record2 !== void 0) return { record: record2, state };
  if (!state.incomplete) throw noRecord();
  const hidden = await findRecord(context, id);
  return { record: hidden, state: withRecord(state, hidden) };
}
function withRecord(state, found) {
  const { record: record2 } = found;
  return {
    ...state,
    held: [...state.held, found],
    records: record2 === void 0 ? state.records : [...state.records, record2]
  };
}
function noRecord() {
  return new InputError("record_not_found", "No record with that id in this account's zones.", {
    field: "record",
    hint: "list_records shows ids; a record may have been deleted meanwhile."
  });
}

// src/core/operations/write/rrset-ttl.ts
function joiningTtl(siblings, given, record2) {
  const differing = siblings.find(({ ttl: ttl2 }) => ttl2 !== given);
  if (given === void 0) return siblings[0]?.ttl ?? DEFAULT_TTL_SECONDS;
  if (differing === void 0) return given;
  throw new InputError(
    "invalid_ttl",
    `The other ${record2.type} records at ${relativeName(record2.name, record2.zone)} have TTL ${differing.ttl}, and an RRset has one TTL (RFC 2181 §5.2).`,
    {
      field: "ttl",
      hint: "Leave ttl as theirs, or give the new one to ensure_records, which sets it for all of them."
    }
  );
}

// src/core/operations/write/new-content.ts
function newContent(state, id, input) {
  const zone = state.zone.domain;
  const content = parseContent({ ...input, zone }, input.kept?.priority);
  const siblings = rrsetOf(state, content).filter((held) => held.id !== id);
  refuseRepeated(siblings, content);
  const keptTtl = input.ttl === void 0 ? input.kept?.ttl : void 0;
  if (keptTtl !== void 0) return { ...content, ttl: keptTtl };
  return { ...content, ttl: joiningTtl(siblings, input.ttl, { ...content, zone }) };
}
function holds({ record: record2, ttl: ttl2 }, content) {
  return record2 !== void 0 && record2.name === content.name && sameRdata(record2, content) && ttl2 === content.ttl;
}
function refuseRepeated(siblings, content) {
  const same = siblings.find(({ record: record2 }) => record2 !== void 0 && sameRdata(record2, content));
  if (same === void 0) return;
  throw new InputError("record_exists", `Another record holds exactly that already, with id ${idText(same.id)}.`, {
    hint: "An RRset holds no record twice (RFC 2181 §5); delete_record takes one of the two away."
  });
}

// src/core/operations/write/write-record.ts
var before = strictObject({
  name: string(),
  type: string(),
  value: string(),
  ttl: number(),
  priority: optional(number())
});
var writtenRecord = strictObject({
  ...guardedFields,
  ...changeField,
  record: optional(recordRow).check(describe("As it stands now, or stood before it went")),
  before: optional(before).check(describe("As it stood before it was changed")),
  warnings: optional(array(string()))
});
async function writeRecord(context, state, { change, ...request }) {
  const result = await changeRecords(context, state, { ...request, changes: [change] });
  if (result.status !== "done") return result;
  const { sent, status, changed, change: entry } = result;
  const [first] = sent;
  if (first === void 0) throw new VpsError("internal", "A change of one record came back without it.");
  return {
    status,
    changed,
    ...entry === void 0 ? {} : { change: entry },
    record: recordRowOf(first.record),
    ...change.action === "update" ? { before: beforeRow(state, change.before) } : {},
    ...warningsField(changeWarnings(state, sent))
  };
}
function beforeRow({ zone }, { name, type, value: value2, ttl: ttl2, priority: priority2 }) {
  return { name: relativeName(name, zone.domain), type, value: value2, ttl: ttl2, ...priority2 === void 0 ? {} : { priority: priority2 } };
}
function writtenText(what, output) {
  const { record: record2, before: was, change, warnings } = output;
  if (record2 === void 0) return unconfirmedText(output) ?? "";
  const { id, ...rest } = record2;
  const shown = what.startsWith("Deleted") ? rest : { id, ...rest };
  const gone = was === void 0 ? void 0 : `It was: ${recordLine({ ...was, fqdn: was.name })}`;
  return lines(`${what} ${record2.zone}: ${recordLine(shown)}`, gone, undoLine(change), warningLines(warnings));
}

// src/core/operations/wait/write-and-wait.ts
var waitedRecord = extend(writtenRecord, propagationField);
async function writeAndWait(context, state, request) {
  const written = await writeRecord(context, state, request);
  if (written.status !== "done") return written;
  const awaited = { zone: state.zone.domain, ...awaitedOf([request.change]), change: written.change };
  return { ...written, ...await waitFor(context, awaited, request.input) };
}
function waitedText(what, output) {
  return lines(writtenText(what, output), propagationLines(output.propagation));
}

// src/core/operations/update-record.ts
var updateRecord = defineOperation({
  name: "update_record",
  title: "Update record",
  toolset: "records",
  effect: "update",
  idempotent: true,
  api: ["Z1", "R4", "R1", "R6"],
  summary: "Change parts of a record by id. By name: set_rrset; TTLs: ensure_records.",
  input: strictObject({
    record,
    value: optional(value.check(describe("New value"))),
    ttl: optional(ttl),
    name: optional(ownerName),
    priority: optional(priority),
    wait: optional(wait),
    wait_timeout: optional(waitTimeout),
    confirm: optional(confirm)
  }),
  output: waitedRecord,
  examples: [{ title: "Keep record rec-001 for five minutes only", input: { record: "rec-001", ttl: 300 } }],
  async run(input, context) {
    const { record: id, confirm: _, wait: wait2, wait_timeout, ...change } = input;
    refuseEmpty(change);
    const { record: held, state } = await findRecordInZone(context, id);
    const before2 = understood(held);
    const after = newContent(state, held.id, {
      zone: state.zone.domain,
      type: before2.type,
      name: input.name ?? withFinalDot(before2.name),
      value: input.value ?? before2.value,
      ttl: input.ttl,
      priority: input.priority,
      kept: { priority: before2.priority, ...input.name === void 0 ? { ttl: before2.ttl } : {} }
    });
    if (holds(held, after)) {
      const waited = await waitFor(context, { zone: state.zone.domain, present: [after] }, { wait: wait2, wait_timeout });
      return { status: "done", changed: false, record: recordRowOf(held), ...waited };
    }
    return writeAndWait(context, state, {
      operation: "update_record",
      input,
      change: { action: "update", id: held.id, before: before2, after }
    });
  },
  text(output) {
    return waitedText(output.changed ? "Updated in" : "Already so in", output);
  }
});
function refuseEmpty(change) {
  if (Object.values(change).some((value2) => value2 !== void 0)) return;
  throw new InputError("invalid_input", "Nothing to change was given.", {
    hint: "Give value, ttl, name or priority beside record."
  });
}

export {
  joiningTtl,
  writtenRecord,
  writeRecord,
  writtenText,
  waitedRecord,
  writeAndWait,
  waitedText,
  findRecord,
  findRecordInZone,
  newContent,
  holds,
  updateRecord
};
