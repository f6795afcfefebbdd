import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  setSecret
} from "./chunk-PMCW6Q2A.mjs";
import {
  InputError
} from "./chunk-SRXP5WYM.mjs";

// src/core/api/settings.ts
var DEFAULT_API_URL = "https://admin.vps.org/api/v1";
var TOKEN_MAX_LENGTH = 512;
function parseApiUrl(text) {
  const given = text.trim();
  if (!URL.canParse(given)) throw badUrl("The API URL is not a URL.");
  const url = new URL(given);
  if (url.protocol !== "https:" && url.protocol !== "http:") throw badUrl("The API URL must begin with https://.");
  if (url.username !== "" || url.password !== "") {
    throw badUrl(
      "The API URL holds credentials.",
      "Leave them out: the token is set with VPS_API_TOKEN or --token-file."
    );
  }
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    throw badUrl("The API URL is http to another machine, which would send the token readable by all in between.");
  }
  if (given.includes("?") || given.includes("#")) throw badUrl("The API URL must have no query and no fragment.");
  return url.origin + url.pathname.replace(/\/+$/, "");
}
function parseToken(text) {
  const token = text.trim();
  if (token === "") {
    throw new InputError("token_missing", "The API token is empty.", {
      hint: "Set VPS_API_TOKEN or --token-file, or try everything without an account with --sandbox."
    });
  }
  if (token.length > TOKEN_MAX_LENGTH || !/^vps_[\x21-\x7e]+$/.test(token)) {
    throw new InputError("token_malformed", "The API token is malformed: it must start with vps_ and hold no spaces.", {
      hint: "Give the token alone, as the dashboard showed it: no quotes, no Bearer in front, one line."
    });
  }
  return token;
}
function isLoopback(hostname) {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
function badUrl(message, hint = "Give a URL such as https://admin.vps.org/api/v1.") {
  return new InputError("invalid_input", message, { field: "api-url", hint });
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
    description: "Any operation of the reference, in kebab- or snake-case. Left out: `ensure-records`."
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
  { name: "records", kind: "lines", description: "Several records, as zone-file lines; needs `zone`." },
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
    description: "`true`: after the job, the records that this step created are deleted, by id; never one that was adopted, updated, or changed by others meanwhile."
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
var SWITCHED_ON = /* @__PURE__ */ new Set(["1", "true", "yes", "on"]);
var SWITCHED_OFF = /* @__PURE__ */ new Set(["", "0", "false", "no", "off"]);
function inputReader(env) {
  return (name) => env[`INPUT_${name.toUpperCase()}`] ?? "";
}
function switchOf(text) {
  const word = text.trim().toLowerCase();
  if (SWITCHED_ON.has(word)) return true;
  return SWITCHED_OFF.has(word) ? false : void 0;
}
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
function isFieldInput(name) {
  return ACTION_INPUTS.some((input) => input.kind === "field" && input.name === name);
}

// src/action/mask.ts
var SECRET_FIELDS = /* @__PURE__ */ new Set(["auth_code", "auth-code"]);
function maskSecret(secret) {
  const forms = [secret.trim(), ...secret.split(/\r?\n/).map((line) => line.trim())];
  for (const form of new Set(forms)) if (form !== "") setSecret(form);
}
function maskSecretFields(value) {
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if (SECRET_FIELDS.has(key) && typeof member === "string") maskSecret(member);
    else maskSecretFields(member);
  }
}

export {
  DEFAULT_API_URL,
  parseApiUrl,
  parseToken,
  ACTION_INPUTS,
  inputReader,
  switchOf,
  readSwitch,
  readIfExists,
  readFields,
  isFieldInput,
  maskSecret,
  maskSecretFields
};
