import {
  enumerated
} from "./chunk-FDZT52PG.mjs";
import {
  ZodMiniArray,
  ZodMiniObject,
  ZodMiniOptional,
  ZodMiniType,
  globalRegistry
} from "./chunk-FKNTS2GN.mjs";
import {
  InputError,
  VpsError
} from "./chunk-SRXP5WYM.mjs";
import {
  nearestName
} from "./chunk-TVQKXVYR.mjs";

// src/core/input-problem.ts
function inputProblem(operation, input, issues) {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    return new InputError("invalid_input", `${operation.name} takes an object of named fields.`, {
      hint: fieldsHint(operation)
    });
  }
  const unknown = issues.find((issue2) => issue2.code === "unrecognized_keys");
  if (unknown !== void 0) return unknownField(operation, unknown);
  const [issue] = issues;
  if (issue === void 0) return new InputError("invalid_input", "The input is not valid.");
  const field = pathText(issue.path);
  const missing = valueAt(input, issue.path) === void 0;
  const wrong = missing ? "is missing" : takes(issues.findLast((other) => isOverSameBound(issue, other)) ?? issue);
  return new InputError(codeOf(issue, missing), `${field} ${wrong}.`, {
    field,
    hint: missing ? fieldsHint(operation) : descriptionHint(operation, issue)
  });
}
function isOverSameBound(issue, other) {
  return issue.code === "too_big" && other.code === "too_big" && pathText(issue.path) === pathText(other.path);
}
function unknownField(operation, issue) {
  const key = issue.keys[0] ?? "";
  const shown = /^[A-Za-z_][\w-]{0,63}$/.test(key) ? `"${key}"` : "of that name";
  const within = issue.path.length === 0 ? operation.name : pathText(issue.path);
  const known = fieldNamesAt(operation, issue.path);
  const nearest = nearestName(key, known);
  return new InputError("unknown_field", `${within} has no field ${shown}.`, {
    field: shown.startsWith('"') ? pathText([...issue.path, key]) : pathText(issue.path),
    hint: `${nearest === void 0 ? "" : `Did you mean ${nearest}? `}It takes ${enumerated(known) || "no fields"}.`
  });
}
var CODES = { ttl: "invalid_ttl", name: "invalid_name", value: "invalid_value" };
function codeOf({ path }, missing) {
  const last = path.at(-1);
  return missing || typeof last !== "string" ? "invalid_input" : CODES[last] ?? "invalid_input";
}
function takes(issue) {
  if (issue.code === "invalid_type") return `must be ${KINDS[issue.expected] ?? issue.expected}`;
  if (issue.code === "invalid_value") return `must be one of ${issue.values.map(String).join(", ")}`;
  if (issue.code === "too_small") return `must ${sizeText(`at least ${issue.minimum}`, issue.origin)}`;
  if (issue.code === "too_big") return `must ${sizeText(`at most ${issue.maximum}`, issue.origin)}`;
  return "is not valid";
}
var KINDS = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object"
};
function sizeText(bound, origin) {
  if (origin === "string") return `have ${bound} characters`;
  return origin === "array" ? `have ${bound} entries` : `be ${bound}`;
}
function pathText(path) {
  return path.reduce((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text === "" ? String(key) : `${text}.${String(key)}`;
  }, "");
}
function valueAt(input, path) {
  return path.reduce(
    (value, key) => typeof value === "object" && value !== null ? Reflect.get(value, key) : void 0,
    input
  );
}
function fieldNamesAt({ input }, path) {
  const schema = path.reduce(memberSchema, input);
  return schema instanceof ZodMiniObject ? Object.keys(schema.shape) : [];
}
function memberSchema(schema, key) {
  if (schema instanceof ZodMiniOptional) return memberSchema(schema.def.innerType, key);
  if (schema instanceof ZodMiniArray) return schema.def.element;
  return schema instanceof ZodMiniObject && typeof key === "string" ? schema.shape[key] : void 0;
}
function fieldsHint({ input }) {
  const names = Object.keys(input.shape);
  return names.length === 0 ? "It takes no fields." : `It takes ${enumerated(names)}.`;
}
function descriptionHint({ input }, { code, path }) {
  if (code === "invalid_value") return void 0;
  const schema = path.reduce(memberSchema, input);
  const description = schema instanceof ZodMiniType ? globalRegistry.get(schema)?.description : void 0;
  return description === void 0 ? void 0 : `${String(path.at(-1))}: ${description}.`;
}

// src/core/run-operation.ts
async function runOperation(operation, input, context) {
  const parsed = operation.input.safeParse(input);
  if (!parsed.success) throw inputProblem(operation, input, parsed.error.issues);
  const output = operation.output.safeParse(withoutUndefined(await operation.run(parsed.data, context)));
  if (output.success) return output.data;
  const at = output.error.issues.map(({ path }) => path.join(".")).join(", ");
  throw new VpsError("internal", `${operation.name} answered with something else than it promises (${at}).`, {
    hint: "What it was asked to do may have been done: look before repeating it, and report this.",
    cause: output.error
  });
}
function withoutUndefined(value) {
  if (typeof value !== "object" || value === null || !holdsUndefined(value)) return value;
  if (Array.isArray(value)) return value.map(withoutUndefined);
  return Object.fromEntries(
    Object.entries(value).flatMap(
      ([key, member]) => member === void 0 ? [] : [[key, withoutUndefined(member)]]
    )
  );
}
function holdsUndefined(value) {
  if (typeof value !== "object" || value === null) return value === void 0;
  return Object.values(value).some(holdsUndefined);
}

export {
  inputProblem,
  runOperation
};
