import {
  VPS_NAMESERVERS
} from "./chunk-WFGYDKFB.mjs";
import {
  atField,
  below
} from "./chunk-U7HU3ZTI.mjs";
import {
  isApexNs
} from "./chunk-VZNKJXMV.mjs";
import {
  parseRecord
} from "./chunk-VZY3EUGB.mjs";
import {
  parseZoneName,
  withFinalDot
} from "./chunk-2GJFCLDB.mjs";
import {
  InputError
} from "./chunk-SRXP5WYM.mjs";

// src/core/operations/find/zone-file.ts
var TOLD_MAX = 10;
async function readZoneFile(zone, text, options = {}) {
  const { parseZoneFile } = await import("./parse-zone-file-VUGHMDR6.mjs");
  const { records, withoutTtl, problems, notices } = parseZoneFile(text, { zone, ...options });
  if (problems.length > 0) throw unreadable(problems);
  const own = records.filter((record) => !isVendorNs(record, zone));
  const told = firstFew(notices);
  return {
    records: own,
    withoutTtl,
    warnings: own.length < records.length ? [...told, "The apex NS records of the file are VPS.org's own and stay as they are."] : told
  };
}
function zoneFileOrigin(text) {
  const origins = [];
  for (const line of text.split("\n")) {
    const [, origin] = /^\$ORIGIN[ \t]+([^\s;]+)/i.exec(line) ?? [];
    if (origin !== void 0) origins.push(below2(origins.at(-1), origin));
    const [, owner] = /^([^\s;$]+)[ \t]+(?:[\dsmhdw]+[ \t]+)?(?:IN[ \t]+)?(?:[\dsmhdw]+[ \t]+)?SOA[ \t]/i.exec(line) ?? [];
    const apex = owner === "@" ? origins.at(-1) : owner === void 0 ? void 0 : below2(origins.at(-1), owner);
    if (apex !== void 0) return atField("zonefile", () => parseZoneName(apex));
  }
  const [first] = origins;
  if (first !== void 0) return atField("zonefile", () => parseZoneName(first));
  throw new InputError("invalid_input", "The zone file does not say which zone it is.", {
    field: "zone",
    hint: "Give zone as well, or start the file with $ORIGIN example.com."
  });
}
function below2(origin, name) {
  if (name.endsWith(".") || origin === void 0) return name;
  return origin === "." ? `${name}.` : `${name}.${origin}`;
}
function isVendorNs(record, zone) {
  return isApexNs(record, zone) && VPS_NAMESERVERS.includes(record.value);
}
function firstFew(remarks) {
  const told = remarks.slice(0, TOLD_MAX).map(({ line, column, message }) => `Line ${line}, column ${column}: ${message}`);
  return remarks.length > TOLD_MAX ? [...told, `And ${remarks.length - TOLD_MAX} more.`] : told;
}
function unreadable(problems) {
  return new InputError("invalid_zone_file", `The zone file cannot be used. ${firstFew(problems).join(" ")}`, {
    field: "zonefile",
    hint: "Mend these lines and try again."
  });
}

// src/core/operations/write/given-records.ts
async function wantedRecords(zone, given) {
  refuseBothOrNeither(given);
  const { records = [], zonefile } = given;
  if (zonefile === void 0) {
    return { items: records.map((item, at) => below(`records[${at}]`, () => wantedRecord(zone, item))), warnings: [] };
  }
  const file = await readZoneFile(zone, zonefile);
  return {
    items: file.records.map((record) => ({ record, ttlGiven: !file.withoutTtl.has(record) })),
    warnings: file.warnings
  };
}
async function absentQueries(zone, given) {
  refuseBothOrNeither(given);
  const { records = [], zonefile } = given;
  if (zonefile === void 0) return { items: records, warnings: [] };
  const file = await readZoneFile(zone, zonefile);
  return {
    items: file.records.map(({ name, ...rest }) => ({ ...rest, name: withFinalDot(name) })),
    warnings: file.warnings
  };
}
function refuseBothOrNeither({ records, zonefile }) {
  if (records !== void 0 && zonefile !== void 0) {
    throw new InputError("invalid_input", "Both records and zonefile were given.", {
      field: "zonefile",
      hint: "Give one of the two."
    });
  }
  if (zonefile !== void 0 || records !== void 0 && records.length > 0) return;
  throw new InputError("invalid_input", "No records were given.", {
    field: "records",
    hint: "Give records, or zonefile as text."
  });
}
function wantedRecord(zone, { value, ...item }) {
  if (value === void 0) {
    throw new InputError("invalid_input", "The value is missing.", {
      field: "value",
      hint: "Only state absent takes records without one."
    });
  }
  return { record: parseRecord({ ...item, value, zone }), ttlGiven: item.ttl !== void 0 };
}

export {
  readZoneFile,
  zoneFileOrigin,
  wantedRecords,
  absentQueries
};
