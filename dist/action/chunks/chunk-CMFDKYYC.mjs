import {
  recordTypes
} from "./chunk-RJAMLTRO.mjs";

// src/core/dns/compare.ts
function rdataKey({ value, priority }) {
  return priority === void 0 ? value : `${priority} ${value}`;
}
function sameRdata(a, b) {
  return a.type === b.type && rdataKey(a) === rdataKey(b);
}
function rrsetKey({ name, type }) {
  return `${name} ${type}`;
}
function rrsetOfKey(key) {
  const space = key.lastIndexOf(" ");
  return { name: key.slice(0, space), type: key.slice(space + 1) };
}
function recordKey(record) {
  return `${rrsetKey(record)} ${rdataKey(record)}`;
}
function recordTargets(record) {
  return recordTypes[record.type].targets(record);
}
function standsAlone(record) {
  const row = recordTypes[record.type];
  return row.standsAlone || row.nullIsAlone && row.targets(record).length === 0;
}

export {
  rdataKey,
  sameRdata,
  rrsetKey,
  rrsetOfKey,
  recordKey,
  recordTargets,
  standsAlone
};
