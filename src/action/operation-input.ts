// From the step's inputs to an operation's input: which input goes to which field, decoded for the field.
import { InputError } from "../core/errors.ts";
import { type InputField, inputFields } from "../core/input-field.ts";
import type { Operation } from "../core/operation.ts";
import { decodeMapping, decodeValue } from "./decode-value.ts";
import { ACTION_INPUTS, type InputName, isFieldInput } from "./inputs.ts";
import type { Mapping } from "./read-mapping.ts";

/** What the workflow gave for the operation. */
export interface GivenInputs {
  /** By input name, as `readFields` gives them. */
  readonly fields: ReadonlyMap<string, string>;
  /** Zone-file lines, "" when there are none. */
  readonly lines: string;
  /** The text of the zone file. */
  readonly file: string | undefined;
  /** Of a preset. */
  readonly values: Mapping;
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
  const taken = inputFields(operation.input);
  const problems: unknown[] = [];
  const { own, record } = sortedFields({ operation, taken, problems }, given.fields, given.args);
  const texts = textFields({ operation, taken, problems }, given);
  problems.push(...givenTwice(given, record[0]?.[0]));
  const decoded = attempt(problems, () => decodeMapping(given.args, taken));
  if (problems.length > 0) throw problems.length === 1 ? problems[0] : new AggregateError(problems);
  return {
    input: { ...decoded, ...Object.fromEntries([...own, ...texts]) },
    record: record.length === 0 ? undefined : Object.fromEntries(record),
    needsZone: taken.get("zone")?.isRequired ?? false,
  };
}

type Fields = [field: string, value: unknown][];

interface Target {
  readonly operation: Operation;
  /** Its fields. */
  readonly taken: ReadonlyMap<string, InputField>;
  /** What is wrong is added to it. */
  readonly problems: unknown[];
}

// An input goes to the operation's field of its name, or to that of the one record that the operation takes in a list.
function sortedFields({ operation, taken, problems }: Target, fields: GivenInputs["fields"], args: Mapping) {
  const recordFields = taken.has("name") ? undefined : taken.get("records")?.item?.fields;
  const own: Fields = [];
  const record: Fields = [];
  for (const [name, text] of fields) {
    const field = name.replaceAll("-", "_");
    const isDefault = text === defaultOf(name);
    // The runner passes a default as if the workflow had written it: what arguments say is meant.
    if (isDefault && isGivenIn(args, field)) continue;
    attempt(problems, () => {
      if (taken.has(field)) own.push([field, decodeValue(text, taken.get(field), field)]);
      else if (recordFields?.has(field)) record.push([field, decodeValue(text, recordFields.get(field), field)]);
      else if (!isDefault) throw notTaken(operation, name);
    });
  }
  return { own, record };
}

// What is longer than a line: zone-file text, whether written in the workflow or in a file, and a preset's values.
function textFields({ operation, taken, problems }: Target, { lines, file, values, args }: GivenInputs): Fields {
  // A preset without values is refused by the keys it asks for.
  const isMeant = Object.keys(values).length > 0 || (taken.has("preset") && !isGivenIn(args, "values"));
  const given = [
    ["records", "zonefile", lines === "" ? undefined : lines],
    ["zone-file", "zonefile", file],
    ["values", "values", isMeant ? values : undefined],
  ] as const;
  return given.flatMap(([input, field, value]): Fields => {
    if (value === undefined) return [];
    const takenAs = taken.get(field);
    if (takenAs === undefined) problems.push(notTaken(operation, input));
    return [[field, attempt(problems, () => decodeValue(asList(value, takenAs), takenAs, field))]];
  });
}

// A mapping for an operation that takes `key=value` texts: a list under a key is that key several times.
function asList(value: string | Mapping, field: InputField | undefined): unknown {
  if (typeof value === "string" || field?.takes !== "list") return value;
  return Object.entries(value).flatMap(([key, member]) => {
    const members: readonly unknown[] = Array.isArray(member) ? member : [member];
    return members.map((each) => `${key.replaceAll("-", "_")}=${String(each)}`);
  });
}

function givenTwice({ lines, file, args }: GivenInputs, recordInput: string | undefined): readonly InputError[] {
  const texts = [lines === "" ? undefined : "records", file === undefined ? undefined : "zone-file"];
  const inArguments = isGivenIn(args, "records") || isGivenIn(args, "zonefile");
  const [first, second] = [recordInput, ...texts, inArguments ? "arguments" : undefined].filter(
    (way) => way !== undefined,
  );
  return first === undefined || second === undefined ? [] : [twoWays(first, second)];
}

function attempt<Result>(problems: unknown[], read: () => Result): Result | undefined {
  try {
    return read();
  } catch (error) {
    problems.push(error);
    return undefined;
  }
}

// What a record is made of, and the inputs that stand for records without being one.
const RECORD_PARTS = ["type", "name", "value", "ttl", "priority"] as const;
const SEVERAL_RECORDS = ["zone-file", "records", "preset"] as const;

/** Names the input that a field of the operation's input came from. */
export function inputOf(field: string, { args, isGiven }: FieldSources): string {
  const within = Object.hasOwn(args, "records") ? field : field.replace(/^records\[0\]\.?/, "");
  const [name = ""] = (within === "" ? "name" : within).split(/[.[]/);
  const several = SEVERAL_RECORDS.find(isGiven);
  if (name === "zonefile") return several ?? "zone-file";
  const part = RECORD_PARTS.find((each) => each === name);
  if (several !== undefined && part !== undefined && !isGiven(part)) return several;
  const kebab = name.replaceAll("_", "-");
  if (!isGivenIn(args, name) && ACTION_INPUTS.some((input) => input.name === kebab)) return kebab;
  return `arguments, field ${field}`;
}

export interface FieldSources {
  /** What `arguments` held. */
  readonly args: Mapping;
  /** Whether the workflow wrote something there. */
  readonly isGiven: (input: InputName) => boolean;
}

function isGivenIn(args: Mapping, field: string): boolean {
  return Object.hasOwn(args, field) || Object.hasOwn(args, field.replaceAll("_", "-"));
}

function defaultOf(name: string): string | undefined {
  return ACTION_INPUTS.find((input) => input.name === name)?.default;
}

function notTaken(operation: Operation, name: string): InputError {
  const fields = Object.keys(operation.input.shape).filter((field) => !isFieldInput(field) && field !== "zonefile");
  const rest = fields.length === 0 ? "" : ` In arguments it takes ${fields.join(", ")}.`;
  return new InputError("unknown_field", `The operation ${operation.name.replaceAll("_", "-")} does not take it.`, {
    field: name,
    hint: `Leave it out.${rest}`,
  });
}

function twoWays(name: string, field: string): InputError {
  return new InputError("invalid_input", `Records are given twice: here, and by the input ${name}.`, {
    field,
    hint: "Use one of the two.",
  });
}
