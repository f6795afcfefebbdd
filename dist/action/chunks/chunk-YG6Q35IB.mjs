import {
  printSoa
} from "./chunk-EMG6HH7Y.mjs";
import {
  isApexNs
} from "./chunk-VZNKJXMV.mjs";
import {
  printRdata
} from "./chunk-VZY3EUGB.mjs";
import {
  RECORD_TYPES,
  recordTypes
} from "./chunk-RJAMLTRO.mjs";
import {
  compareTexts,
  nameSortKey,
  parentOf,
  relativeName,
  withFinalDot
} from "./chunk-2GJFCLDB.mjs";

// src/core/dns/zonefile/print-zone-file.ts
var NAMESERVERS = ["ns1.vps.org", "ns2.vps.org"];
var APEX_TTL_SECONDS = 3600;
var SOA_FIGURES = { serial: 1, refresh: 7200, retry: 900, expire: 1209600, minimum: 300 };
var OWNER_COLUMN_MAX = 32;
var TYPE_COLUMN = Math.max(...RECORD_TYPES.map(({ length }) => length));
var TYPE_ORDER = new Map(
  RECORD_TYPES.toSorted((a, b) => Number(recordTypes[b].delegates) - Number(recordTypes[a].delegates)).map(
    (type, at) => [type, at]
  )
);
function printZoneFile({ zone, records, soa, nameservers = NAMESERVERS }) {
  const own = records.some((record) => isApexNs(record, zone)) ? [] : nameservers.map((value) => ({ name: zone, type: "NS", ttl: APEX_TTL_SECONDS, value }));
  const rows = inOrder(zone, [...own, ...records]);
  const soaTtl = soa?.ttl ?? APEX_TTL_SECONDS;
  const columns = columnsOf(rows, soaTtl);
  const [soaStart = "", ...soaFigures] = printSoa(
    soaData(soa, nameservers[0] ?? NAMESERVERS[0]),
    " ".repeat(columns.owner + columns.ttl + TYPE_COLUMN + "  IN  ".length)
  );
  let text = `$ORIGIN ${withFinalDot(zone)}
$TTL ${APEX_TTL_SECONDS}
`;
  text += `${lineStart(columns, { owner: "@", ttl: soaTtl, type: "SOA" })} ${[soaStart, ...soaFigures].join("\n")}
`;
  for (const { owner, record } of rows) {
    const { ttl, type } = record;
    text += `${lineStart(columns, { owner, ttl, type })} ${printRdata(record)}
`;
  }
  return text;
}
function columnsOf(rows, soaTtl) {
  let [owner, ttl] = [1, soaTtl];
  for (const row of rows) {
    owner = Math.max(owner, row.owner.length);
    ttl = Math.max(ttl, row.record.ttl);
  }
  return { owner: Math.min(OWNER_COLUMN_MAX, owner), ttl: String(ttl).length };
}
function lineStart(columns, line) {
  const ttl = String(line.ttl).padStart(columns.ttl);
  return `${line.owner.padEnd(columns.owner)} ${ttl} IN ${line.type.padEnd(TYPE_COLUMN)}`;
}
function soaData(given, primary) {
  return { primary, mailbox: `hostmaster.${parentOf(primary) || primary}`, ...SOA_FIGURES, ...given };
}
function inOrder(zone, records) {
  const rows = records.map((record) => ({
    record,
    owner: relativeName(record.name, zone),
    ownerKey: nameSortKey(record.name)
  }));
  return rows.sort((a, b) => compareTexts(a.ownerKey, b.ownerKey) || compareBelow(a.record, b.record));
}
function compareBelow(a, b) {
  return (TYPE_ORDER.get(a.type) ?? 0) - (TYPE_ORDER.get(b.type) ?? 0) || (a.priority ?? 0) - (b.priority ?? 0) || compareTexts(a.value, b.value) || a.ttl - b.ttl;
}

export {
  printZoneFile
};
