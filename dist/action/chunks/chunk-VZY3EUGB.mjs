import {
  parseTtl
} from "./chunk-3E7Z2IDA.mjs";
import {
  RECORD_TYPES,
  invalidValue,
  isRecordType,
  recordTypes,
  targetIsAddress,
  withArticle
} from "./chunk-RJAMLTRO.mjs";
import {
  ipv4Octets
} from "./chunk-2C77CGXU.mjs";
import {
  absoluteName,
  parseOwnerName,
  parseTargetName,
  readOwnerName,
  targetForm
} from "./chunk-2GJFCLDB.mjs";
import {
  InputError
} from "./chunk-SRXP5WYM.mjs";

// src/core/dns/rdata.ts
function parseRdata(type, { zone, value, priority }) {
  const row = recordTypes[type];
  const given = row.split(value);
  const fields = row.hasPriority ? withPriority(type, given, priority) : given;
  if (!row.hasPriority && priority !== void 0) {
    throw new InputError("invalid_value", `${withArticle(type, "A")} record has no priority.`, {
      field: "priority",
      hint: "Leave the priority out; only MX and SRV have one."
    });
  }
  return readFields(type, fields, (text) => parseTargetName(text, zone));
}
function parseRdataTokens(type, tokens, origin) {
  return readFields(type, recordTypes[type].fromTokens(tokens), (text) => {
    if (ipv4Octets(text) !== void 0) throw targetIsAddress(type);
    return targetForm(absoluteName(text, origin));
  });
}
function printRdata(record) {
  return recordTypes[record.type].print(record);
}
function rdataParts(record) {
  return recordTypes[record.type].wire(record);
}
function readFields(type, fields, readTarget) {
  const row = recordTypes[type];
  if (fields.length !== row.fields.length) {
    throw invalidValue(
      `The data of ${withArticle(type)} record is ${row.fields.join(", ")}: ${row.fields.length} and not ${fields.length}.`,
      `Write the value as: ${row.example}`
    );
  }
  return row.read(fields, readTarget);
}
function withPriority(type, given, priority) {
  const complete = given.length === recordTypes[type].fields.length;
  if (priority === void 0) {
    if (complete) return given;
    throw new InputError("invalid_value", `${withArticle(type, "A")} record needs a priority.`, {
      field: "priority",
      hint: "Give a priority from 0 to 65535, the lowest is tried first; in values it stands in front: 10 mail.example.com."
    });
  }
  if (!complete || !/^\d+$/.test(given[0] ?? "")) return [String(priority), ...given];
  if (Number(given[0]) === priority) return given;
  throw new InputError("invalid_value", "The priority is given twice, with two values.", {
    field: "priority",
    hint: "Give the priority once, apart from the value."
  });
}

// src/core/dns/parse-record.ts
var DEFAULT_TTL_SECONDS = 3600;
function parseRecord(input) {
  const type = parseRecordType(input.type);
  const record = {
    name: parseOwnerName(input.name, input.zone),
    type,
    ttl: parseTtl(input.ttl ?? DEFAULT_TTL_SECONDS),
    ...parseRdata(type, input)
  };
  refuseFaults(record, input.zone);
  return record;
}
function refuseFaults(record, zone) {
  const [fault] = recordTypes[record.type].faults(record, { name: record.name, zone });
  if (fault === void 0) return;
  throw new InputError(
    fault.field === "name" ? "invalid_name" : "invalid_value",
    `${fault.message} (${fault.source})`,
    {
      field: fault.field,
      hint: fault.fix
    }
  );
}
function parseRecordType(text) {
  const type = text.trim().toUpperCase();
  if (isRecordType(type)) return type;
  throw new InputError("invalid_value", "That is no record type the API takes.", {
    field: "type",
    hint: `Use one of ${RECORD_TYPES.join(", ")}.`
  });
}
function readRecord(answer) {
  try {
    const type = parseRecordType(answer.type);
    return {
      name: readOwnerName(answer.name, answer.zone),
      type,
      ttl: parseTtl(readInteger(answer.ttl) ?? DEFAULT_TTL_SECONDS),
      ...parseRdata(type, {
        zone: answer.zone,
        value: answer.value,
        priority: recordTypes[type].hasPriority ? readInteger(answer.priority) : void 0
      })
    };
  } catch (error) {
    if (error instanceof InputError) return void 0;
    throw error;
  }
}
function readInteger(given) {
  if (given === null || given === void 0 || given === "") return void 0;
  return Number(given);
}

export {
  parseRdata,
  parseRdataTokens,
  printRdata,
  rdataParts,
  DEFAULT_TTL_SECONDS,
  parseRecord,
  refuseFaults,
  parseRecordType,
  readRecord
};
