// Texts turned into what a field's JSON schema wants: numbers, booleans, lists and mappings. What does not fit is left
// as it is, so that the operation's own check names it.
import type * as z from "zod/mini";
import { InputError } from "../core/errors.ts";
import { switchOf } from "./inputs.ts";
import { isMapping, type Mapping } from "./read-mapping.ts";

export type FieldSchema = z.core.JSONSchema.BaseSchema | boolean | undefined;

const DECIMAL = /^[+-]?\d{1,15}(?:\.\d{1,15})?$/;

/**
 * Decodes a value by its schema.
 * @throws InputError naming the path of a number or switch that is none.
 */
export function decodeValue(value: unknown, schema: FieldSchema, path: string): unknown {
  if (typeof schema !== "object") return value;
  if (Array.isArray(value)) {
    const items = Array.isArray(schema.items) ? undefined : schema.items;
    return value.map((item, at) => decodeValue(item, items, `${path}[${at}]`));
  }
  if (isMapping(value)) return decodeMapping(value, schema, path);
  return typeof value === "string" ? decodeText(value, schema, path) : value;
}

/** Decodes every member of a mapping; kebab-case keys become the fields' snake_case, empty members are left out. */
export function decodeMapping(value: Mapping, schema: FieldSchema, path = ""): Record<string, unknown> {
  const properties = (typeof schema === "object" ? schema.properties : undefined) ?? {};
  const members = Object.entries(value).filter(([, member]) => member !== "" && member !== null);
  return Object.fromEntries(
    members.map(([key, member]) => {
      const snake = key.replaceAll("-", "_");
      const field = Object.hasOwn(properties, snake) ? snake : key;
      return [field, decodeValue(member, properties[field], path === "" ? field : `${path}.${field}`)];
    }),
  );
}

function decodeText(text: string, schema: Exclude<FieldSchema, boolean | undefined>, path: string): unknown {
  if (schema.type === "integer" || schema.type === "number") return decodeNumber(text, path);
  if (schema.type === "boolean") return decodeSwitch(text, path);
  if (schema.type === "array") return decodeLines(text, schema, path);
  if (schema.enum === undefined || schema.enum.includes(text)) return text;
  // `txt` and `Present` are plain enough.
  const wanted = text.toLowerCase();
  return schema.enum.find((choice) => String(choice).toLowerCase() === wanted) ?? text;
}

// A list is written one item a line.
function decodeLines(text: string, schema: Exclude<FieldSchema, boolean | undefined>, path: string): unknown {
  const lines = text.split("\n").map((line) => line.trim());
  return decodeValue(
    lines.filter((line) => line !== ""),
    schema,
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
