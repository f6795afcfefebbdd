// What is wrong with an operation's input, in our words: the field, and what it takes. The value is never repeated: it
// may be a secret in the wrong place.
import * as z from "zod/mini";
import { type ErrorCode, InputError } from "./errors.ts";
import type { Operation } from "./operation.ts";
import { nearestName } from "./nearest-name.ts";
import { enumerated } from "./text/count.ts";

type Issue = z.core.$ZodIssue;

/** The refusal for the first issue; a field that does not exist comes first, since it often explains one that is missing. */
export function inputProblem(operation: Operation, input: unknown, issues: readonly Issue[]): InputError {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    return new InputError("invalid_input", `${operation.name} takes an object of named fields.`, {
      hint: fieldsHint(operation),
    });
  }
  const unknown = issues.find((issue) => issue.code === "unrecognized_keys");
  if (unknown !== undefined) return unknownField(operation, unknown);
  const [issue] = issues;
  if (issue === undefined) return new InputError("invalid_input", "The input is not valid.");
  const field = pathText(issue.path);
  const missing = valueAt(input, issue.path) === undefined;
  const wrong = missing ? "is missing" : takes(issues.findLast((other) => isOverSameBound(issue, other)) ?? issue);
  return new InputError(codeOf(issue, missing), `${field} ${wrong}.`, {
    field,
    hint: missing ? fieldsHint(operation) : descriptionHint(operation, issue),
  });
}

// A number too long for an integer breaks that bound first, and the field's own behind it.
function isOverSameBound(issue: Issue, other: Issue): boolean {
  return issue.code === "too_big" && other.code === "too_big" && pathText(issue.path) === pathText(other.path);
}

function unknownField(operation: Operation, issue: z.core.$ZodIssueUnrecognizedKeys): InputError {
  const key = issue.keys[0] ?? "";
  const shown = /^[A-Za-z_][\w-]{0,63}$/.test(key) ? `"${key}"` : "of that name";
  const within = issue.path.length === 0 ? operation.name : pathText(issue.path);
  const known = fieldNamesAt(operation, issue.path);
  const nearest = nearestName(key, known);
  return new InputError("unknown_field", `${within} has no field ${shown}.`, {
    field: shown.startsWith('"') ? pathText([...issue.path, key]) : pathText(issue.path),
    hint: `${nearest === undefined ? "" : `Did you mean ${nearest}? `}It takes ${enumerated(known) || "no fields"}.`,
  });
}

const CODES: Readonly<Record<string, ErrorCode>> = { ttl: "invalid_ttl", name: "invalid_name", value: "invalid_value" };

function codeOf({ path }: Issue, missing: boolean): ErrorCode {
  const last = path.at(-1);
  return missing || typeof last !== "string" ? "invalid_input" : (CODES[last] ?? "invalid_input");
}

function takes(issue: Issue): string {
  if (issue.code === "invalid_type") return `must be ${KINDS[issue.expected] ?? issue.expected}`;
  if (issue.code === "invalid_value") return `must be one of ${issue.values.map(String).join(", ")}`;
  if (issue.code === "too_small") return `must ${sizeText(`at least ${issue.minimum}`, issue.origin)}`;
  if (issue.code === "too_big") return `must ${sizeText(`at most ${issue.maximum}`, issue.origin)}`;
  return "is not valid";
}

const KINDS: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
};

function sizeText(bound: string, origin: string): string {
  if (origin === "string") return `have ${bound} characters`;
  return origin === "array" ? `have ${bound} entries` : `be ${bound}`;
}

/** `records[2].ttl`. */
function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text === "" ? String(key) : `${text}.${String(key)}`;
  }, "");
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );
}

function fieldNamesAt({ input }: Operation, path: readonly PropertyKey[]): readonly string[] {
  const schema = path.reduce<unknown>(memberSchema, input);
  return schema instanceof z.ZodMiniObject ? Object.keys(schema.shape) : [];
}

function memberSchema(schema: unknown, key: PropertyKey): unknown {
  if (schema instanceof z.ZodMiniOptional) return memberSchema(schema.def.innerType, key);
  if (schema instanceof z.ZodMiniArray) return schema.def.element;
  return schema instanceof z.ZodMiniObject && typeof key === "string" ? schema.shape[key] : undefined;
}

function fieldsHint({ input }: Operation): string | undefined {
  const names = Object.keys(input.shape);
  return names.length === 0 ? "It takes no fields." : `It takes ${enumerated(names)}.`;
}

function descriptionHint({ input }: Operation, { code, path }: Issue): string | undefined {
  // The choices are told already, and say more.
  if (code === "invalid_value") return undefined;
  const schema = path.reduce<unknown>(memberSchema, input);
  const description = schema instanceof z.ZodMiniType ? z.globalRegistry.get(schema)?.description : undefined;
  return description === undefined ? undefined : `${String(path.at(-1))}: ${description}.`;
}
