import {
  recordTypes
} from "./chunk-XBGQYD5V.mjs";

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
function recordKey(record) {
  return `${rrsetKey(record)} ${rdataKey(record)}`;
}
function groupRrsets(records) {
  const groups = /* @__PURE__ */ new Map();
  for (const record of records) {
    const key = rrsetKey(record);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, { name: record.name, type: record.type, records: [record] });
    else group.records.push(record);
  }
  return [...groups.values()];
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
  recordKey,
  groupRrsets,
  recordTargets,
  standsAlone
};
