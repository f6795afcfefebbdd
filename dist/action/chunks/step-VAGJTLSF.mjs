import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  connect
} from "./chunk-ZQSNJA2X.mjs";
import {
  knownOperation
} from "./chunk-4FZYCS2S.mjs";
import "./chunk-F4OAOSUA.mjs";
import "./chunk-54AFXK4F.mjs";
import {
  annotateFailure,
  maskSecret,
  maskSecretFields
} from "./chunk-34OCUNSZ.mjs";
import {
  ACTION_INPUTS,
  inputReader,
  isFieldInput,
  isSet,
  readFields,
  readIfExists,
  readSwitch,
  switchOf
} from "./chunk-AAVORHXH.mjs";
import "./chunk-JVENEMRX.mjs";
import "./chunk-CB3PTKDX.mjs";
import {
  toJSONSchema
} from "./chunk-QKF63ONS.mjs";
import "./chunk-W3KXVNO7.mjs";
import "./chunk-MLNCQ6MW.mjs";
import {
  InputError
} from "./chunk-SRXP5WYM.mjs";
import "./chunk-A6FY4VKG.mjs";

// src/action/read-mapping.ts
async function readMapping(text, field) {
  if (text.trim() === "") return {};
  const { parseDocument } = await import("./yaml-parser-2PEDHMQF.mjs");
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
  if (schema.type === "array") return decodeLines(text, schema, path);
  if (schema.enum === void 0 || schema.enum.includes(text)) return text;
  const wanted = text.toLowerCase();
  return schema.enum.find((choice) => String(choice).toLowerCase() === wanted) ?? text;
}
function decodeLines(text, schema, path) {
  const lines = text.split("\n").map((line) => line.trim());
  return decodeValue(
    lines.filter((line) => line !== ""),
    schema,
    path
  );
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
  const problems = [];
  const { own, record } = sortedFields({ operation, properties, problems }, given.fields, given.args);
  const texts = textFields({ operation, properties, problems }, given);
  problems.push(...givenTwice(given, record[0]?.[0]));
  const decoded = attempt(problems, () => decodeMapping(given.args, { properties }));
  if (problems.length > 0) throw problems.length === 1 ? problems[0] : new AggregateError(problems);
  return {
    input: { ...decoded, ...Object.fromEntries([...own, ...texts]) },
    record: record.length === 0 ? void 0 : Object.fromEntries(record),
    needsZone: required.includes("zone")
  };
}
function sortedFields({ operation, properties, problems }, fields, args) {
  const recordFields = "name" in properties ? {} : recordProperties(properties["records"]);
  const own = [];
  const record = [];
  for (const [name, text] of fields) {
    const field = name.replaceAll("-", "_");
    const isDefault = text === defaultOf(name);
    if (isDefault && isGivenIn(args, field)) continue;
    attempt(problems, () => {
      if (field in properties) own.push([field, decodeValue(text, properties[field], field)]);
      else if (field in recordFields) record.push([field, decodeValue(text, recordFields[field], field)]);
      else if (!isDefault) throw notTaken(operation, name);
    });
  }
  return { own, record };
}
function textFields({ operation, properties, problems }, { lines, file, values, args }) {
  const isMeant = Object.keys(values).length > 0 || "preset" in properties && !isGivenIn(args, "values");
  const given = [
    ["records", "zonefile", lines === "" ? void 0 : lines],
    ["zone-file", "zonefile", file],
    ["values", "values", isMeant ? values : void 0]
  ];
  return given.flatMap(([input, field, value]) => {
    if (value === void 0) return [];
    if (!(field in properties)) problems.push(notTaken(operation, input));
    return [[field, attempt(problems, () => decodeValue(asList(value, properties[field]), properties[field], field))]];
  });
}
function asList(value, schema) {
  if (typeof value === "string" || typeof schema !== "object" || schema.type !== "array") return value;
  return Object.entries(value).flatMap(([key, member]) => {
    const members = Array.isArray(member) ? member : [member];
    return members.map((each) => `${key.replaceAll("-", "_")}=${String(each)}`);
  });
}
function givenTwice({ lines, file, args }, recordInput) {
  const texts = [lines === "" ? void 0 : "records", file === void 0 ? void 0 : "zone-file"];
  const inArguments = isGivenIn(args, "records") || isGivenIn(args, "zonefile");
  const [first, second] = [recordInput, ...texts, inArguments ? "arguments" : void 0].filter(
    (way) => way !== void 0
  );
  return first === void 0 || second === void 0 ? [] : [twoWays(first, second)];
}
function attempt(problems, read) {
  try {
    return read();
  } catch (error) {
    problems.push(error);
    return void 0;
  }
}
function inputOf(field, { args, isFile }) {
  const within = Object.hasOwn(args, "records") ? field : field.replace(/^records\[0\]\.?/, "");
  const [name = ""] = (within === "" ? "name" : within).split(/[.[]/);
  if (name === "zonefile") return isFile ? "zone-file" : "records";
  const kebab = name.replaceAll("_", "-");
  if (!isGivenIn(args, name) && ACTION_INPUTS.some((input) => input.name === kebab)) return kebab;
  return `arguments, field ${field}`;
}
function isGivenIn(args, field) {
  return Object.hasOwn(args, field) || Object.hasOwn(args, field.replaceAll("_", "-"));
}
function recordProperties(schema) {
  const items = typeof schema === "object" ? schema.items : void 0;
  return (typeof items === "object" && !Array.isArray(items) ? items.properties : void 0) ?? {};
}
function defaultOf(name) {
  return ACTION_INPUTS.find((input) => input.name === name)?.default;
}
function notTaken(operation, name) {
  const fields = Object.keys(operation.input.shape).filter((field) => !isFieldInput(field) && field !== "zonefile");
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

// src/action/find-preset.ts
async function knownTask(name) {
  if (name.trim() === "") return void 0;
  const { findPreset } = await import("./presets-QDAMRUPB.mjs");
  return findPreset(name);
}

// src/action/read-file-input.ts
import { readFile } from "node:fs/promises";
async function readFileInput(path, field) {
  if (path.trim() === "") return void 0;
  return asText(await contentOf(path.trim(), field), field);
}
async function contentOf(path, field) {
  try {
    return await readFile(path);
  } catch (error) {
    throw new InputError("invalid_input", "The file cannot be read.", {
      field,
      hint: "Give its path from the workspace's root, and run actions/checkout in a step before.",
      cause: error
    });
  }
}
function asText(content, field) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch (error) {
    throw new InputError("invalid_input", "The file is not UTF-8 text.", {
      field,
      hint: "A zone file is plain text; write other characters as \\DDD.",
      cause: error
    });
  }
}

// src/action/step-settings.ts
var CREATES_RECORDS = "R2";
async function readSettings(read, args) {
  const { problems, gather } = gatherer();
  const operation = await gather(() => knownOperation(operationName(read)));
  const given = operation === void 0 ? void 0 : await gather(() => givenTo(operation, read, args));
  const ifExists = await gather(() => readIfExists(read));
  const task = await gather(async () => ({ found: await knownTask(read("preset")) }));
  const cleanup = await gather(
    () => isSet(read, "cleanup") ? readSwitch(read, "cleanup") : task?.found?.cleanup ?? false
  );
  const dryRun = await gather(() => readSwitch(read, "dry-run"));
  const failOnChange = await gather(() => readSwitch(read, "fail-on-change"));
  const allowPurchases = await gather(() => readSwitch(read, "allow-purchases"));
  if (operation === void 0 || given === void 0 || ifExists === void 0 || task === void 0 || cleanup === void 0 || dryRun === void 0 || failOnChange === void 0 || allowPurchases === void 0) {
    throw new AggregateError(problems);
  }
  const settings = { operation, given, ifExists, task: task.found, cleanup, dryRun, failOnChange, allowPurchases };
  checkTogether(settings);
  return dryRun ? { ...settings, given: withoutWait(given) } : settings;
}
function gatherer() {
  const problems = [];
  const gather = async (reading) => {
    try {
      return await reading();
    } catch (error) {
      const errors = error instanceof AggregateError ? error.errors : [error];
      problems.push(...errors);
      return void 0;
    }
  };
  return { problems, gather };
}
function operationName(read) {
  if (isSet(read, "operation")) return read("operation");
  if (isSet(read, "preset")) return "apply-preset";
  return isSet(read, "zone-file") ? "zone-file" : "ensure-records";
}
async function givenTo(operation, read, args) {
  return operationInput(operation, {
    fields: readFields(read),
    lines: linesOf(read),
    file: await readFileInput(read("zone-file"), "zone-file"),
    values: await readMapping(read("values"), "values"),
    args
  });
}
function withoutWait(given) {
  const { wait: _, wait_timeout: __, ...input } = given.input;
  return { ...given, input };
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
  return isSet(read, "records") ? read("records").trimEnd() : "";
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
        import("./carry-out-3WM4IHHW.mjs"),
        import("./step-state-TAAEJ6AF.mjs")
      ]);
      const { sandboxFolder } = connection;
      const state = await openStepState({ env, sandboxFolder, clock, dryRun: settings.dryRun });
      stateIsKept = state.isKept;
      return await carryOut(settings, { connection, state, clock, cancelled });
    } finally {
      await connection.close();
    }
  } catch (error) {
    const isFile = isSet(read, "zone-file");
    annotateFailure(error, { inputOf: (field) => inputOf(field, { args, isFile }), stateIsKept });
    return false;
  }
}
export {
  runStep
};
