import {
  httpClient,
  readToken
} from "./chunk-GWDAN76W.mjs";
import {
  DEFAULT_RDAP_URL,
  parseRdapUrl
} from "./chunk-F4OAOSUA.mjs";
import {
  knownOperation
} from "./chunk-QGGXFHPO.mjs";
import {
  PUBLIC_RESOLVERS,
  parseServerName
} from "./chunk-45MGEOBG.mjs";
import "./chunk-HV6TZ6UD.mjs";
import "./chunk-TWIBUSA6.mjs";
import {
  ZodMiniArray,
  ZodMiniBoolean,
  ZodMiniDefault,
  ZodMiniEnum,
  ZodMiniNumber,
  ZodMiniObject,
  ZodMiniOptional,
  ZodMiniPipe,
  globalRegistry
} from "./chunk-FKNTS2GN.mjs";
import {
  nodeClient,
  summaryFileOf
} from "./chunk-KAP2MEUC.mjs";
import {
  DEFAULT_API_URL,
  parseApiUrl
} from "./chunk-JVENEMRX.mjs";
import {
  annotateFailure,
  maskSecret,
  maskSecretFields
} from "./chunk-XRWOO2BG.mjs";
import "./chunk-UWZIXFLP.mjs";
import {
  inputReader,
  isSet,
  switchOf
} from "./chunk-ITS2KMA2.mjs";
import "./chunk-2C77CGXU.mjs";
import "./chunk-2GJFCLDB.mjs";
import {
  InputError
} from "./chunk-SRXP5WYM.mjs";
import "./chunk-P5BZS5M3.mjs";

// src/platform/wire/socket-wire.ts
var DNS_PORT = 53;
function socketWire({ nameservers, resolvers, port = DNS_PORT }) {
  return {
    nameservers,
    resolvers,
    port,
    async ask(ask) {
      const { exchange } = await import("./exchange-2X7PX4DD.mjs");
      return exchange(ask);
    },
    async addressesOf(host) {
      const { systemAddresses } = await import("./system-addresses-XK7DJD3N.mjs");
      return systemAddresses(host);
    }
  };
}

// src/platform/wire/named-wires.ts
function listedNames(text = "") {
  const names = text.split(",").map((one) => one.trim()).filter((one) => one !== "");
  if (names.length > 0 || text.trim() === "") return names;
  throw new InputError("invalid_input", "A list of names in the environment holds commas alone.", {
    hint: "Look at VPS_ZONES, VPS_NAMESERVERS and VPS_RESOLVERS; leave out the one that names nothing."
  });
}
function wireOf({ nameservers, resolvers }) {
  const named = resolvers.length === 0 ? PUBLIC_RESOLVERS : resolvers;
  return socketWire({
    nameservers: nameservers.map((text) => parseServerName(text, "nameserver")),
    resolvers: named.map((text) => parseServerName(text, "resolver"))
  });
}
function sandboxWire({ nameserver, lagging = nameserver }) {
  return wireOf({ nameservers: [nameserver], resolvers: [lagging] });
}

// src/action/connect.ts
async function connect(read, { env, http: started, startSandbox }) {
  const sandboxFolder = sandboxFolderOf(read);
  const zones = listedNames(env["VPS_ZONES"]);
  if (sandboxFolder !== void 0) {
    const sandbox = await startSandbox(sandboxFolder === "" ? void 0 : sandboxFolder);
    maskSecret(sandbox.token);
    const { url: apiUrl2, token: token2, rdap: rdapUrl2 } = sandbox;
    const wire2 = sandboxWire(sandbox);
    return { http: nodeClient(), apiUrl: apiUrl2, token: token2, rdapUrl: rdapUrl2, wire: wire2, zones, sandboxFolder, close: () => sandbox.close() };
  }
  const token = readToken(read);
  const apiUrl = parseApiUrl(read("api-url").trim() || DEFAULT_API_URL);
  const rdapUrl = parseRdapUrl(env["VPS_RDAP_URL"]?.trim() || DEFAULT_RDAP_URL);
  const wire = wireOf({
    nameservers: listedNames(env["VPS_NAMESERVERS"]),
    resolvers: listedNames(env["VPS_RESOLVERS"])
  });
  const http = started ?? await httpClient(env);
  return { http, apiUrl, token, rdapUrl, wire, zones, sandboxFolder, close: () => http.close() };
}
function sandboxFolderOf(read) {
  const text = read("sandbox").trim();
  const on = switchOf(text);
  if (on === void 0) return text;
  return on ? "" : void 0;
}

// src/core/input-field.ts
var NO_FIELDS = /* @__PURE__ */ new Map();
function inputFields({ shape }) {
  return new Map(Object.entries(shape).map(([name, schema]) => [name, inputField(schema)]));
}
function inputField(schema) {
  const field = unwrapped(schema);
  return { ...field, description: globalRegistry.get(schema)?.description ?? field.description };
}
function unwrapped(schema) {
  if (schema instanceof ZodMiniOptional || schema instanceof ZodMiniDefault) {
    return { ...inputField(schema.def.innerType), isRequired: false };
  }
  if (schema instanceof ZodMiniPipe) return inputField(schema.def.out);
  const plain = { takes: "text", isRequired: true, description: void 0, choices: [], item: void 0 };
  if (schema instanceof ZodMiniArray) {
    return { ...plain, takes: "list", item: inputField(schema.def.element), fields: NO_FIELDS };
  }
  if (schema instanceof ZodMiniObject) return { ...plain, takes: "mapping", fields: inputFields(schema) };
  const choices = schema instanceof ZodMiniEnum ? Object.values(schema.def.entries).map(String) : [];
  return { ...plain, takes: scalarOf(schema), choices, fields: NO_FIELDS };
}
function scalarOf(schema) {
  if (schema instanceof ZodMiniNumber) return "number";
  return schema instanceof ZodMiniBoolean ? "switch" : "text";
}

// src/action/read-mapping.ts
async function readMapping(text, field) {
  if (text.trim() === "") return {};
  const { parseDocument } = await import("./yaml-parser-36ZZXRX2.mjs");
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
function decodeValue(value, field, path) {
  if (field === void 0) return value;
  if (Array.isArray(value)) return value.map((item, at) => decodeValue(item, field.item, `${path}[${at}]`));
  if (isMapping(value)) return decodeMapping(value, field.fields, path);
  return typeof value === "string" ? decodeText(value, field, path) : value;
}
function decodeMapping(value, fields, path = "") {
  const members = Object.entries(value).filter(([, member]) => member !== "" && member !== null);
  return Object.fromEntries(
    members.map(([key, member]) => {
      const snake = key.replaceAll("-", "_");
      const name = fields.has(snake) ? snake : key;
      return [name, decodeValue(member, fields.get(name), path === "" ? name : `${path}.${name}`)];
    })
  );
}
function decodeText(text, field, path) {
  if (field.takes === "number") return decodeNumber(text, path);
  if (field.takes === "switch") return decodeSwitch(text, path);
  if (field.takes === "list") return decodeLines(text, field, path);
  if (field.choices.length === 0 || field.choices.includes(text)) return text;
  const wanted = text.toLowerCase();
  return field.choices.find((choice) => choice.toLowerCase() === wanted) ?? text;
}
function decodeLines(text, field, path) {
  const lines = text.split("\n").map((line) => line.trim());
  return decodeValue(
    lines.filter((line) => line !== ""),
    field,
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

// src/action/inputs.ts
var IF_EXISTS = ["adopt", "update", "fail"];
var NO = { kind: "switch", default: "false" };
var FIELD = { kind: "field" };
var INPUTS = [
  {
    name: "token",
    kind: "secret",
    description: "API token (`vps_…`), from a secret. Not needed with `sandbox`."
  },
  {
    name: "api-url",
    kind: "text",
    description: "Base URL of the API; https only, but for loopback addresses.",
    default: DEFAULT_API_URL
  },
  {
    name: "sandbox",
    kind: "text",
    description: "`true` works on an embedded, seeded emulation of the API that ends with the step; a folder's path keeps its data there.",
    default: "false"
  },
  {
    name: "operation",
    kind: "text",
    description: "Any operation of the reference, in kebab- or snake-case. Left out: `ensure-records`; with `preset` `apply-preset`; with `zone-file` plan and apply."
  },
  {
    ...FIELD,
    name: "zone",
    description: "Zone name or id. Left out, it is found from a `name` written in full, by the longest match."
  },
  { ...FIELD, name: "type", description: "Record type: A, AAAA, CNAME, MX, TXT, NS, SRV or CAA." },
  { ...FIELD, name: "name", description: "Owner name: relative (`www`), `@` for the apex, or in full." },
  {
    ...FIELD,
    name: "value",
    description: "Record data as plain text: a TXT without quotes, an SRV as `weight port target`."
  },
  { ...FIELD, name: "ttl", description: "TTL in seconds. Left out: that of the records beside it, or 3600." },
  { ...FIELD, name: "priority", description: "Priority of an MX or SRV." },
  {
    name: "records",
    kind: "lines",
    description: "Several records, as zone-file lines; needs `zone`. A line without a TTL takes the last one stated above it (RFC 1035)."
  },
  {
    name: "zone-file",
    kind: "text",
    description: "Path of a zone file: the zone is planned and made so, or with `dry-run` only compared. `zone` left out is read from the file."
  },
  {
    ...FIELD,
    name: "mode",
    description: "With `zone-file`: `merge` adds what is missing and removes nothing, `replace` makes each RRset of the file exactly so, `exact` the whole zone."
  },
  { ...FIELD, name: "ignore", description: "With `zone-file`: owner names that are never touched, a glob a line." },
  {
    ...FIELD,
    name: "preset",
    description: "A known task, such as `github-pages`, `acme` or `spf`, whose records are built and checked for you."
  },
  { name: "values", kind: "mapping", description: "YAML or JSON mapping of what the `preset` asks for." },
  {
    ...FIELD,
    name: "state",
    description: "`present`, or `absent`: the record is taken away, and it is fine when none is there.",
    default: "present"
  },
  {
    name: "if-exists",
    kind: "choice",
    description: "`adopt`: a record of the same name, type and value counts as done, any other value is added beside its siblings. `update`: TTL and priority are mended as well, and a single A, AAAA or CNAME is moved to the new value. `fail`: any record of that name and type is an error.",
    default: "adopt"
  },
  {
    name: "cleanup",
    kind: "switch",
    description: "`true`: after the job, the records that this step created are deleted, by id; never one that was adopted, updated, or changed by others meanwhile. Left empty: as the `preset` has it, else off."
  },
  {
    ...FIELD,
    name: "wait",
    description: "Wait until every name server answers what was written: `authoritative` asks the zone's own, `public` the big resolvers as well.",
    default: "none"
  },
  {
    ...FIELD,
    name: "wait-timeout",
    description: "Seconds to wait at most; running out fails the step, and what was written stays.",
    default: "120"
  },
  { ...NO, name: "dry-run", description: "`true`: nothing is written; `changed` and the summary say what would be." },
  { ...NO, name: "fail-on-change", description: "With `dry-run`: fail the step when something would change." },
  {
    ...FIELD,
    name: "confirm",
    description: "The exact zone or domain name, for what destroys, buys, or changes much of a zone."
  },
  {
    ...NO,
    name: "allow-purchases",
    description: "`true` allows operations that spend money; they also need `max_price` in `arguments`."
  },
  {
    name: "arguments",
    kind: "mapping",
    description: "YAML or JSON mapping of an operation's fields, merged under the other inputs."
  }
];
var ACTION_INPUTS = INPUTS;
function isFieldInput(name) {
  return ACTION_INPUTS.some((input) => input.kind === "field" && input.name === name.replaceAll("_", "-"));
}

// src/action/operation-input.ts
function operationInput(operation, given) {
  const taken = inputFields(operation.input);
  const problems = [];
  const { own, record } = sortedFields({ operation, taken, problems }, given.fields, given.args);
  const texts = textFields({ operation, taken, problems }, given);
  problems.push(...givenTwice(given, record[0]?.[0]));
  const decoded = attempt(problems, () => decodeMapping(given.args, taken));
  if (problems.length > 0) throw problems.length === 1 ? problems[0] : new AggregateError(problems);
  return {
    input: { ...decoded, ...Object.fromEntries([...own, ...texts]) },
    record: record.length === 0 ? void 0 : Object.fromEntries(record),
    needsZone: taken.get("zone")?.isRequired ?? false
  };
}
function sortedFields({ operation, taken, problems }, fields, args) {
  const recordFields = taken.has("name") ? void 0 : taken.get("records")?.item?.fields;
  const own = [];
  const record = [];
  for (const [name, text] of fields) {
    const field = name.replaceAll("-", "_");
    const isDefault = text === defaultOf(name);
    if (isDefault && isGivenIn(args, field)) continue;
    attempt(problems, () => {
      if (taken.has(field)) own.push([field, decodeValue(text, taken.get(field), field)]);
      else if (recordFields?.has(field)) record.push([field, decodeValue(text, recordFields.get(field), field)]);
      else if (!isDefault) throw notTaken(operation, name);
    });
  }
  return { own, record };
}
function textFields({ operation, taken, problems }, { lines, file, values, args }) {
  const isMeant = Object.keys(values).length > 0 || taken.has("preset") && !isGivenIn(args, "values");
  const given = [
    ["records", "zonefile", lines === "" ? void 0 : lines],
    ["zone-file", "zonefile", file],
    ["values", "values", isMeant ? values : void 0]
  ];
  return given.flatMap(([input, field, value]) => {
    if (value === void 0) return [];
    const takenAs = taken.get(field);
    if (takenAs === void 0) problems.push(notTaken(operation, input));
    return [[field, attempt(problems, () => decodeValue(asList(value, takenAs), takenAs, field))]];
  });
}
function asList(value, field) {
  if (typeof value === "string" || field?.takes !== "list") return value;
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
var RECORD_PARTS = ["type", "name", "value", "ttl", "priority"];
var SEVERAL_RECORDS = ["zone-file", "records", "preset"];
function inputOf(field, { args, isGiven }) {
  const within = Object.hasOwn(args, "records") ? field : field.replace(/^records\[0\]\.?/, "");
  const [name = ""] = (within === "" ? "name" : within).split(/[.[]/);
  const several = SEVERAL_RECORDS.find(isGiven);
  if (name === "zonefile") return several ?? "zone-file";
  const part = RECORD_PARTS.find((each) => each === name);
  if (several !== void 0 && part !== void 0 && !isGiven(part)) return several;
  const kebab = name.replaceAll("_", "-");
  if (!isGivenIn(args, name) && ACTION_INPUTS.some((input) => input.name === kebab)) return kebab;
  return `arguments, field ${field}`;
}
function isGivenIn(args, field) {
  return Object.hasOwn(args, field) || Object.hasOwn(args, field.replaceAll("_", "-"));
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
  const { findPreset } = await import("./presets-JEVYITF3.mjs");
  return findPreset(name);
}

// src/action/read-inputs.ts
function readSwitch(read, name) {
  const value = switchOf(read(name));
  if (value !== void 0) return value;
  throw new InputError("invalid_input", "It is neither on nor off.", { field: name, hint: "Write true or false." });
}
function readIfExists(read) {
  const text = read("if-exists").trim().toLowerCase();
  const choice = IF_EXISTS.find((word) => word === (text === "" ? "adopt" : text));
  if (choice !== void 0) return choice;
  throw new InputError("invalid_input", "There is no such choice.", {
    field: "if-exists",
    hint: `Write ${IF_EXISTS.slice(0, -1).join(", ")} or ${IF_EXISTS.at(-1) ?? ""}.`
  });
}
function readFields(read) {
  const fields = /* @__PURE__ */ new Map();
  for (const input of INPUTS) {
    if (input.kind !== "field") continue;
    const text = read(input.name).trim();
    if (text !== "") fields.set(input.name, text);
  }
  return fields;
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
        import("./carry-out-LCQSJM2V.mjs"),
        import("./step-state-7W7B3QD4.mjs")
      ]);
      const { sandboxFolder } = connection;
      const state = await openStepState({ env, sandboxFolder, clock, dryRun: settings.dryRun });
      stateIsKept = state.isKept;
      const report = { summaryFile: summaryFileOf(env), isSandbox: sandboxFolder !== void 0 };
      return await carryOut({ ...settings, ...report }, { connection, state, clock, cancelled });
    } finally {
      await connection.close();
    }
  } catch (error) {
    const sources = { args, isGiven: (input) => isSet(read, input) };
    annotateFailure(error, { inputOf: (field) => inputOf(field, sources), stateIsKept });
    return false;
  }
}
export {
  runStep
};
