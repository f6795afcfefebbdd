// Texts turned into what a field takes: numbers, booleans, lists and mappings. What does not fit is left as it is, so that
// the operation's own check names it.
import { InputError } from "../core/errors.ts";
import type { InputField } from "../core/input-field.ts";
import { switchOf } from "./input-reader.ts";
import { isMapping, type Mapping } from "./read-mapping.ts";

const DECIMAL = /^[+-]?\d{1,15}(?:\.\d{1,15})?$/;

/**
 * Decodes a value for its field; one for a field that is not known stays as it is.
 * @throws InputError naming the path of a number or switch that is none.
 */
export function decodeValue(value: unknown, field: InputField | undefined, path: string): unknown {
  if (field === undefined) return value;
  if (Array.isArray(value)) return value.map((item, at) => decodeValue(item, field.item, `${path}[${at}]`));
  if (isMapping(value)) return decodeMapping(value, field.fields, path);
  return typeof value === "string" ? decodeText(value, field, path) : value;
}

/** Decodes every member of a mapping; kebab-case keys become the fields' snake_case, empty members are left out. */
export function decodeMapping(
  value: Mapping,
  fields: ReadonlyMap<string, InputField>,
  path = "",
): Record<string, unknown> {
  const members = Object.entries(value).filter(([, member]) => member !== "" && member !== null);
  return Object.fromEntries(
    members.map(([key, member]) => {
      const snake = key.replaceAll("-", "_");
      const name = fields.has(snake) ? snake : key;
      return [name, decodeValue(member, fields.get(name), path === "" ? name : `${path}.${name}`)];
    }),
  );
}

function decodeText(text: string, field: InputField, path: string): unknown {
  if (field.takes === "number") return decodeNumber(text, path);
  if (field.takes === "switch") return decodeSwitch(text, path);
  if (field.takes === "list") return decodeLines(text, field, path);
  if (field.choices.length === 0 || field.choices.includes(text)) return text;
  // `txt` and `Present` are plain enough.
  const wanted = text.toLowerCase();
  return field.choices.find((choice) => choice.toLowerCase() === wanted) ?? text;
}

// A list is written one item a line.
function decodeLines(text: string, field: InputField, path: string): unknown {
  const lines = text.split("\n").map((line) => line.trim());
  return decodeValue(
    lines.filter((line) => line !== ""),
    field,
    path,
  );
}

function decodeNumber(text: string, path: string): number {
  if (DECIMAL.test(text.trim())) return Number(text);
  throw new InputError("invalid_input", "It is not a number.", { field: path, hint: "Write digits alone." });
}

function decodeSwitch(text: string, path: string): boolean {
  const value = switchOf(text);
  if (value !== undefined) return value;
  throw new InputError("invalid_input", "It is neither on nor off.", { field: path, hint: "Write true or false." });
}
