import {
  plainText
} from "./chunk-UWZIXFLP.mjs";
import {
  toProblem
} from "./chunk-SRXP5WYM.mjs";

// node_modules/@actions/core/lib/command.js
import * as os from "os";

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
  if (input === null || input === void 0) {
    return "";
  } else if (typeof input === "string" || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) {
    return {};
  }
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + os.EOL);
}
function issue(name, message = "") {
  issueCommand(name, {}, message);
}
var CMD_STRING = "::";
var Command = class {
  constructor(command, properties, message) {
    if (!command) {
      command = "missing.command";
    }
    this.command = command;
    this.properties = properties;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first) {
              first = false;
            } else {
              cmdStr += ",";
            }
            cmdStr += `${key}=${escapeProperty(val)}`;
          }
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
};
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
import * as crypto from "crypto";
import * as fs from "fs";
import * as os2 from "os";
function issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command}`);
  }
  if (!fs.existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  fs.appendFileSync(filePath, `${toCommandValue(message)}${os2.EOL}`, {
    encoding: "utf8"
  });
}
function prepareKeyValueMessage(key, value) {
  const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
  }
  if (convertedValue.includes(delimiter)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
  }
  return `${key}<<${delimiter}${os2.EOL}${convertedValue}${os2.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/core.js
import * as os3 from "os";
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
  issueCommand("add-mask", {}, secret);
}
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  }
  process.stdout.write(os3.EOL);
  issueCommand("set-output", { name }, toCommandValue(value));
}
function isDebug() {
  return process.env["RUNNER_DEBUG"] === "1";
}
function debug(message) {
  issueCommand("debug", {}, message);
}
function error(message, properties = {}) {
  issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
  issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
  issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
  process.stdout.write(message + os3.EOL);
}
function startGroup(name) {
  issue("group", name);
}
function endGroup() {
  issue("endgroup");
}
function saveState(name, value) {
  const filePath = process.env["GITHUB_STATE"] || "";
  if (filePath) {
    return issueFileCommand("STATE", prepareKeyValueMessage(name, value));
  }
  issueCommand("save-state", { name }, toCommandValue(value));
}
function getState(name) {
  return process.env[`STATE_${name}`] || "";
}

// src/action/mask.ts
var SECRET_FIELDS = /* @__PURE__ */ new Set(["auth_code", "auth-code"]);
var STARS = "***";
var HIDDEN_MIN_LENGTH = 6;
var masked = /* @__PURE__ */ new Set();
var hidden = /* @__PURE__ */ new Set();
function maskSecret(secret) {
  const forms = [secret.trim(), ...secret.split(/\r?\n/).map((line) => line.trim())];
  for (const form of new Set(forms)) {
    if (form === "" || masked.has(form)) continue;
    masked.add(form);
    setSecret(form);
    if (form.length >= HIDDEN_MIN_LENGTH) for (const spelled of spellings(form)) hidden.add(spelled);
  }
}
function maskSecretFields(value) {
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if (SECRET_FIELDS.has(key) && typeof member === "string") maskSecret(member);
    else maskSecretFields(member);
  }
}
function withoutSecrets(text) {
  let rest = text;
  for (const secret of hidden) rest = rest.replaceAll(secret, STARS);
  return rest;
}
function spellings(secret) {
  const base64 = Buffer.from(secret).toString("base64");
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), base64];
}

// src/action/plain-line.ts
var LINE_MAX_LENGTH = 2e3;
function plainLine(text) {
  return plainText(withoutSecrets(text), LINE_MAX_LENGTH).replaceAll("##[", "## [").replace(/^\s*::/, ": :");
}

// src/action/workflow-words.ts
var KEY_AND_VALUE = /(such as:? |, |wanted )([a-z_]+)=(?=\S)/g;
function inInputs(hint) {
  return hint.replaceAll("VPS_API_TOKEN or --token-file", "the input token").replaceAll(/--(api-url|sandbox|allow-purchases)\b/g, "the input $1").replaceAll(/--zone \S+, or (?=VPS_ZONES=)/g, "").replaceAll(/--(state-dir|rdap-url)\b/g, (_, flag) => `VPS_${flag.toUpperCase().replace("-", "_")}`).replaceAll(/--(nameserver|resolver|zone)\b/g, (_, flag) => `VPS_${flag.toUpperCase()}S`).replace(", or lower --concurrency", "").replace("set_rrset with type CNAME;", "if-exists: update, or operation: set-rrset;").replace("set_rrset with replace_conflicts", "operation: set-rrset with replace_conflicts: true in arguments").replace("Give records, or zonefile as text.", "Give type, name and value, or records, zone-file or preset.").replaceAll(KEY_AND_VALUE, "$1$2: ");
}

// src/action/job-log.ts
var TITLE = "vps-dns";
var SENTENCE_MAX_LENGTH = 1700;
var PROGRESS_STEPS = 10;
function say(text) {
  for (const line of text.split("\n")) info(plainLine(line));
}
function sayGroup(title, text) {
  startGroup(plainLine(title));
  say(text);
  endGroup();
}
function annotateNotice(message) {
  notice(plainLine(message), { title: TITLE });
}
function annotateWarning(message) {
  warning(plainLine(message), { title: TITLE });
}
function annotateFailure(thrown, { inputOf, stateIsKept }) {
  const errors = thrown instanceof AggregateError ? thrown.errors : [thrown];
  for (const each of errors) error(plainLine(problemText(actionProblem(each, stateIsKept), inputOf)), { title: TITLE });
}
function annotateFailureText(message) {
  error(plainLine(message), { title: TITLE });
}
function problemText(problem, inputOf = (field) => field) {
  const { code, field, message, hint } = problem;
  const sentence = field === void 0 ? message : `${placeOf(field, inputOf)}: ${withoutPath(message, field)}`;
  return `[${code}] ${plainText(sentence, SENTENCE_MAX_LENGTH)}${hint === void 0 ? "" : ` ${hint}`}`;
}
var PLACES = /* @__PURE__ */ new Map([
  ["data", "Input sandbox"],
  ["nameserver", "VPS_NAMESERVERS"],
  ["resolver", "VPS_RESOLVERS"],
  ["rdap-url", "VPS_RDAP_URL"]
]);
function placeOf(field, inputOf) {
  return PLACES.get(field) ?? `Input ${inputOf(field)}`;
}
function withoutPath(message, field) {
  if (message.startsWith(`${field}: `)) return message.slice(field.length + 2);
  return message.replace(/^(?:--)?(\S+) /, (start, name) => name === field ? "It " : start);
}
var UNDO = /undo_change with change "([\w-]+)"/;
var RUN_AGAIN = "Run the job again, which does what is missing.";
function problemWords(thrown) {
  return problemText(actionProblem(thrown, false));
}
function actionProblem(thrown, stateIsKept) {
  const problem = toProblem(thrown);
  if (problem.code === "internal") {
    return { ...problem, hint: "Run the job again with debug logging and report what it says." };
  }
  if (problem.hint === void 0) return problem;
  const [, change] = UNDO.exec(problem.hint) ?? [];
  if (change !== void 0) return { ...problem, hint: undoWords(change, stateIsKept) };
  return { ...problem, hint: inInputs(problem.hint) };
}
function undoWords(change, stateIsKept) {
  if (!stateIsKept) return RUN_AGAIN;
  return `${RUN_AGAIN} To take it back instead: a step of this job with if: failure(), operation: undo-change, and change: ${change} in arguments.`;
}
function jobLog(secrets) {
  const known = secrets.filter((secret) => secret !== "");
  return (level, message, fields) => {
    if (level === "debug" && !isDebug()) return;
    const text = fields === void 0 ? message : `${message} ${JSON.stringify(fields)}`;
    const line = plainLine(known.reduce((rest, secret) => rest.replaceAll(secret, "***"), text));
    if (level === "debug") debug(line);
    else info(level === "info" ? line : `${level}: ${line}`);
  };
}
function jobProgress() {
  let told = 0;
  let of;
  return (done, total, message) => {
    if (total !== of) told = 0;
    of = total;
    const step = total === void 0 || total === 0 ? done : Math.floor(done / total * PROGRESS_STEPS);
    if (step <= told) return;
    told = step;
    say(`${done}${total === void 0 ? "" : ` of ${total}`}: ${message}`);
  };
}

export {
  setOutput,
  saveState,
  getState,
  maskSecret,
  maskSecretFields,
  withoutSecrets,
  say,
  sayGroup,
  annotateNotice,
  annotateWarning,
  annotateFailure,
  annotateFailureText,
  problemWords,
  jobLog,
  jobProgress
};
