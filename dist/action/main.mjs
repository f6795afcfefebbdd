import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  knownOperation
} from "./chunks/chunk-VNXBBP76.mjs";
import {
  connect
} from "./chunks/chunk-MD6OW7CI.mjs";
import {
  ACTION_INPUTS,
  inputReader,
  isFieldInput,
  maskSecret,
  maskSecretFields,
  readFields,
  readIfExists,
  readSwitch,
  switchOf
} from "./chunks/chunk-6TVYQ27Y.mjs";
import {
  annotateFailure
} from "./chunks/chunk-PMCW6Q2A.mjs";
import {
  systemClock
} from "./chunks/chunk-I7I6C2VR.mjs";
import {
  toJSONSchema
} from "./chunks/chunk-7DJ62BC5.mjs";
import "./chunks/chunk-FSNRYN5X.mjs";
import {
  InputError
} from "./chunks/chunk-SRXP5WYM.mjs";
import "./chunks/chunk-A6FY4VKG.mjs";

// src/action/read-mapping.ts
async function readMapping(text, field) {
  if (text.trim() === "") return {};
  const { parseDocument } = await import("./chunks/yaml-parser-2PEDHMQF.mjs");
  const document = parseDocument(text, { schema: "failsafe", logLevel: "error" });
  const [problem] = document.errors;
  if (problem !== void 0) {
    const [at] = problem.linePos ?? [];
    throw notMapping(field, at === void 0 ? "" : ` It breaks at line ${at.line}, column ${at.col}.`);
  }
  const value = toPlain(document, field);
  if (!isMapping(value)) throw notMapping(field, "");
  return value;
}
function toPlain(document, field) {
  try {
    return document.toJS();
  } catch {
    throw notMapping(field, " Its aliases cannot be resolved.");
  }
}
function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function notMapping(field, where) {
  return new InputError("invalid_input", `It is not a YAML or JSON mapping.${where}`, {
    field,
    hint: "Write one field a line, as in `domain: example.com`."
  });
}

// src/action/decode-value.ts
var DECIMAL = /^[+-]?\d{1,15}(?:\.\d{1,15})?$/;
function decodeValue(value, schema, path) {
  if (typeof schema !== "object") return value;
  if (Array.isArray(value)) {
    const items = Array.isArray(schema.items) ? void 0 : schema.items;
    return value.map((item, at) => decodeValue(item, items, `${path}[${at}]`));
  }
  if (isMapping(value)) return decodeMapping(value, schema, path);
  return typeof value === "string" ? decodeText(value, schema, path) : value;
}
function decodeMapping(value, schema, path = "") {
  const properties = (typeof schema === "object" ? schema.properties : void 0) ?? {};
  const members = Object.entries(value).filter(([, member]) => member !== "" && member !== null);
  return Object.fromEntries(
    members.map(([key, member]) => {
      const snake = key.replaceAll("-", "_");
      const field = Object.hasOwn(properties, snake) ? snake : key;
      return [field, decodeValue(member, properties[field], path === "" ? field : `${path}.${field}`)];
    })
  );
}
function decodeText(text, schema, path) {
  if (schema.type === "integer" || schema.type === "number") return decodeNumber(text, path);
  if (schema.type === "boolean") return decodeSwitch(text, path);
  if (schema.enum === void 0 || schema.enum.includes(text)) return text;
  const wanted = text.toLowerCase();
  return schema.enum.find((choice) => String(choice).toLowerCase() === wanted) ?? text;
}
function decodeNumber(text, path) {
  if (DECIMAL.test(text.trim())) return Number(text);
  throw new InputError("invalid_input", "It is not a number.", { field: path, hint: "Write digits alone." });
}
function decodeSwitch(text, path) {
  const value = switchOf(text);
  if (value !== void 0) return value;
  throw new InputError("invalid_input", "It is neither on nor off.", { field: path, hint: "Write true or false." });
}

// src/action/operation-input.ts
function operationInput(operation, given) {
  const { properties = {}, required = [] } = toJSONSchema(operation.input, { io: "input" });
  const recordFields = "name" in properties ? {} : recordProperties(properties["records"]);
  const own = [];
  const record = [];
  const problems = [];
  for (const [name, text] of given.fields) {
    const field = name.replaceAll("-", "_");
    if (text === defaultOf(name) && isGivenIn(given.args, field)) continue;
    try {
      if (field in properties) own.push([field, decodeValue(text, properties[field], field)]);
      else if (field in recordFields) record.push([field, decodeValue(text, recordFields[field], field)]);
      else if (text !== defaultOf(name)) throw notTaken(operation, name);
    } catch (error) {
      problems.push(error);
    }
  }
  if (given.records !== "") {
    if (!("zonefile" in properties)) problems.push(notTaken(operation, "records"));
    else if (record.length > 0) problems.push(twoWays(record[0]?.[0] ?? "", "records"));
    else own.push(["zonefile", given.records]);
  }
  if (record.length > 0 && (isGivenIn(given.args, "records") || isGivenIn(given.args, "zonefile"))) {
    problems.push(twoWays(record[0]?.[0] ?? "", "arguments"));
  }
  const decoded = gather(problems, () => decodeMapping(given.args, { properties }));
  return {
    input: { ...decoded, ...Object.fromEntries(own) },
    record: record.length === 0 ? void 0 : Object.fromEntries(record),
    needsZone: required.includes("zone")
  };
}
function inputOf(field, args) {
  const within = Object.hasOwn(args, "records") ? field : field.replace(/^records\[0\]\.?/, "");
  const [name = ""] = (within === "" ? "name" : within).split(/[.[]/);
  if (name === "zonefile") return "records";
  const kebab = name.replaceAll("_", "-");
  if (!isGivenIn(args, name) && ACTION_INPUTS.some((input) => input.name === kebab)) return kebab;
  return `arguments, field ${field}`;
}
function isGivenIn(args, field) {
  return Object.hasOwn(args, field) || Object.hasOwn(args, field.replaceAll("_", "-"));
}
function gather(problems, last) {
  const all = [...problems];
  try {
    const result = last();
    if (all.length === 0) return result;
  } catch (error) {
    all.push(error);
  }
  throw all.length === 1 ? all[0] : new AggregateError(all);
}
function recordProperties(schema) {
  const items = typeof schema === "object" ? schema.items : void 0;
  return (typeof items === "object" && !Array.isArray(items) ? items.properties : void 0) ?? {};
}
function defaultOf(name) {
  return ACTION_INPUTS.find((input) => input.name === name)?.default;
}
function notTaken(operation, name) {
  const fields = Object.keys(operation.input.shape).filter((field) => !isFieldInput(field));
  const rest = fields.length === 0 ? "" : ` In arguments it takes ${fields.join(", ")}.`;
  return new InputError("unknown_field", `The operation ${operation.name.replaceAll("_", "-")} does not take it.`, {
    field: name,
    hint: `Leave it out.${rest}`
  });
}
function twoWays(name, field) {
  return new InputError("invalid_input", `Records are given twice: here, and by the input ${name}.`, {
    field,
    hint: "Use one of the two."
  });
}

// src/action/step-settings.ts
var DEFAULT_OPERATION = "ensure-records";
var CREATES_RECORDS = "R2";
async function readSettings(read, args) {
  const problems = [];
  const gather2 = async (reading) => {
    try {
      return await reading();
    } catch (error) {
      const errors = error instanceof AggregateError ? error.errors : [error];
      problems.push(...errors);
      return void 0;
    }
  };
  const operation = await gather2(() => knownOperation(read("operation").trim() || DEFAULT_OPERATION));
  const given = operation === void 0 ? void 0 : await gather2(() => operationInput(operation, { fields: readFields(read), records: linesOf(read), args }));
  const ifExists = await gather2(() => readIfExists(read));
  const cleanup = await gather2(() => readSwitch(read, "cleanup"));
  const dryRun = await gather2(() => readSwitch(read, "dry-run"));
  const failOnChange = await gather2(() => readSwitch(read, "fail-on-change"));
  const allowPurchases = await gather2(() => readSwitch(read, "allow-purchases"));
  if (operation === void 0 || given === void 0 || ifExists === void 0 || cleanup === void 0 || dryRun === void 0 || failOnChange === void 0 || allowPurchases === void 0) {
    throw new AggregateError(problems);
  }
  const settings = { operation, given, ifExists, cleanup, dryRun, failOnChange, allowPurchases };
  checkTogether(settings);
  return settings;
}
function checkTogether({ operation, given, ifExists, cleanup, dryRun, failOnChange }) {
  const problems = [];
  if (failOnChange && !dryRun) {
    problems.push(misplaced("fail-on-change", "It works in a dry run only.", "Set dry-run: true as well."));
  }
  if (ifExists !== "adopt" && given.record === void 0) {
    problems.push(
      misplaced("if-exists", "It works for one record only.", "Give type, name and value, or leave if-exists out.")
    );
  }
  if (cleanup && !operation.api.includes(CREATES_RECORDS)) {
    problems.push(
      misplaced("cleanup", "It takes records away, and this operation creates none.", "Leave cleanup out.")
    );
  }
  if (problems.length > 0) throw new AggregateError(problems);
}
function misplaced(field, message, hint) {
  return new InputError("invalid_input", message, { field, hint });
}
function linesOf(read) {
  const text = read("records").trimEnd();
  return text.trim() === "" ? "" : text;
}

// src/action/step.ts
async function runStep(ports) {
  const read = inputReader(ports.env);
  maskSecret(read("token"));
  let args = {};
  let stateIsKept = false;
  try {
    args = await readMapping(read("arguments"), "arguments");
    maskSecretFields(args);
    const settings = await readSettings(read, args);
    const connection = await connect(read, ports);
    try {
      const { clock, cancelled, env } = ports;
      const [{ carryOut }, { openStepState }] = await Promise.all([
        import("./chunks/carry-out-4HLKUIFK.mjs"),
        import("./chunks/step-state-6JGTJB3V.mjs")
      ]);
      const { sandboxFolder } = connection;
      const state = await openStepState({ env, sandboxFolder, clock, dryRun: settings.dryRun });
      stateIsKept = state.isKept;
      return await carryOut(settings, { connection, state, clock, cancelled });
    } finally {
      await connection.close();
    }
  } catch (error) {
    annotateFailure(error, { inputOf: (field) => inputOf(field, args), stateIsKept });
    return false;
  }
}

// src/action/main.ts
var cancel = new AbortController();
var stop = () => cancel.abort();
process.once("SIGINT", stop).once("SIGTERM", stop);
var startSandbox = async (folder) => {
  const { startSandbox: start } = await import("./chunks/start-KQFZT52U.mjs");
  return start({ clock: systemClock, seed: true, ...folder === void 0 ? {} : { data: folder } });
};
var succeeded = await runStep({ env: process.env, clock: systemClock, cancelled: cancel.signal, startSandbox });
if (!succeeded) process.exitCode = 1;
