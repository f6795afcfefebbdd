import {
  annotateWarning,
  saveState
} from "./chunk-XRWOO2BG.mjs";

// src/action/state.ts
import { createHash } from "node:crypto";
var PLACE_ENTRY = "place";
function createdEntry(n) {
  return `created_${n}`;
}
function savePlace(place) {
  saveState(PLACE_ENTRY, JSON.stringify(place));
}
function createdRecordSaver() {
  let count = 0;
  return (record) => {
    count += 1;
    const { id, zone, name, type } = record;
    const fingerprint = fingerprintOf(record);
    const entry = { id, zone: { id: zone.id, domain: zone.domain }, name, type, fingerprint };
    try {
      saveState(createdEntry(count), JSON.stringify(entry));
    } catch {
      annotateWarning(`The ${labelOf(entry)} could not be noted for cleanup: delete it by its id after the job.`);
    }
  };
}
function labelOf({ id, type, name }) {
  return `${type} record at ${name} (id ${id})`;
}
function fingerprintOf({ name, type, ttl, value, priority }) {
  return createHash("sha256").update(JSON.stringify([name, type, ttl, value, priority ?? null])).digest("hex");
}

export {
  PLACE_ENTRY,
  createdEntry,
  savePlace,
  createdRecordSaver,
  labelOf,
  fingerprintOf
};
