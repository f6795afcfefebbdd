// From the step's inputs to an operation's input: which input goes to which field, decoded by the field's schema.
import * as z from "zod";
import { InputError } from "../core/errors.ts";
import type { Operation } from "../core/operation.ts";
import { decodeMapping, decodeValue, type FieldSchema } from "./decode-value.ts";
import { ACTION_INPUTS, isFieldInput } from "./inputs.ts";
import type { Mapping } from "./read-mapping.ts";

/** What the workflow gave for the operation. */
export interface GivenInputs {
  /** By input name, as `readFields` gives them. */
  readonly fields: ReadonlyMap<string, string>;
  /** Zone-file lines, "" when there are none. */
  readonly records: string;
  readonly args: Mapping;
}

export interface OperationInput {
  /** Not yet checked: that is `runOperation`'s. */
  readonly input: Readonly<Record<string, unknown>>;
  /** The one record that `type`, `name`, `value`, … make, where the operation takes records as a list. */
  readonly record: Readonly<Record<string, unknown>> | undefined;
  /** Whether the operation cannot do without a zone. */
  readonly needsZone: boolean;
}

/**
 * Builds the operation's input; `arguments` lie under the other inputs.
 * @throws InputError for an input that the operation does not take or that cannot be decoded; AggregateError of several.
 */
export function operationInput(operation: Operation, given: GivenInputs): OperationInput {
  const { properties = {}, required = [] } = z.toJSONSchema(operation.input, { io: "input" });
  const recordFields = "name" in properties ? {} : recordProperties(properties["records"]);
  const own: [string, unknown][] = [];
  const record: [string, unknown][] = [];
  const problems: unknown[] = [];
  for (const [name, text] of given.fields) {
    const field = name.replaceAll("-", "_");
    // The runner passes a default as if the workflow had written it: what arguments say is meant.
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
    record: record.length === 0 ? undefined : Object.fromEntries(record),
    needsZone: required.includes("zone"),
  };
}

/** Names the input that a field of the operation's input came from; `args` is what `arguments` held. */
export function inputOf(field: string, args: Mapping): string {
  const within = Object.hasOwn(args, "records") ? field : field.replace(/^records\[0\]\.?/, "");
  const [name = ""] = (within === "" ? "name" : within).split(/[.[]/);
  if (name === "zonefile") return "records";
  const kebab = name.replaceAll("_", "-");
  if (!isGivenIn(args, name) && ACTION_INPUTS.some((input) => input.name === kebab)) return kebab;
  return `arguments, field ${field}`;
}

function isGivenIn(args: Mapping, field: string): boolean {
  return Object.hasOwn(args, field) || Object.hasOwn(args, field.replaceAll("_", "-"));
}

function gather<Result>(problems: readonly unknown[], last: () => Result): Result {
  const all = [...problems];
  try {
    const result = last();
    if (all.length === 0) return result;
  } catch (error) {
    all.push(error);
  }
  throw all.length === 1 ? all[0] : new AggregateError(all);
}

function recordProperties(schema: FieldSchema): Readonly<Record<string, FieldSchema>> {
  const items = typeof schema === "object" ? schema.items : undefined;
  return (typeof items === "object" && !Array.isArray(items) ? items.properties : undefined) ?? {};
}

function defaultOf(name: string): string | undefined {
  return ACTION_INPUTS.find((input) => input.name === name)?.default;
}

function notTaken(operation: Operation, name: string): InputError {
  const fields = Object.keys(operation.input.shape).filter((field) => !isFieldInput(field));
  const rest = fields.length === 0 ? "" : ` In arguments it takes ${fields.join(", ")}.`;
  return new InputError("unknown_field", `The operation ${operation.name.replaceAll("_", "-")} does not take it.`, {
    field: name,
    hint: `Leave it out.${rest}`,
  });
}

function twoWays(name: string, field: "records" | "arguments"): InputError {
  return new InputError("invalid_input", `Records are given twice: here, and by the input ${name}.`, {
    field,
    hint: "Use one of the two.",
  });
}
