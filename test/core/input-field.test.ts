// What doors learn of an operation's fields is what its JSON Schema says.
import * as z from "zod/mini";
import { describe, expect, it } from "vitest";
import { type InputField, inputFields } from "../../src/core/input-field.ts";
import { operations } from "../../src/core/operations/index.ts";

type JsonSchema = z.core.JSONSchema.BaseSchema;

const KINDS: Readonly<Record<string, InputField["takes"]>> = {
  string: "text",
  integer: "number",
  number: "number",
  boolean: "switch",
  array: "list",
  object: "mapping",
};

function fieldsOf({ properties = {}, required = [] }: JsonSchema): ReadonlyMap<string, InputField> {
  return new Map(
    Object.entries(properties).map(([name, schema]) => [name, fieldOf(objectOf(schema), required.includes(name))]),
  );
}

function fieldOf(schema: JsonSchema, isRequired: boolean): InputField {
  const { type = "", description, items } = schema;
  return {
    takes: KINDS[String(type)] ?? "text",
    isRequired,
    description,
    choices: (schema.enum ?? []).map(String),
    item: items === undefined || Array.isArray(items) ? undefined : fieldOf(objectOf(items), true),
    fields: fieldsOf(schema),
  };
}

function objectOf(schema: JsonSchema | boolean): JsonSchema {
  if (typeof schema === "boolean") throw new Error("A schema that says yes or no to everything.");
  return schema;
}

describe("inputFields", () => {
  it.each(operations.map((operation) => [operation.name, operation] as const))(
    "knows the fields of %s",
    (_, { input }) => {
      expect(inputFields(input)).toEqual(fieldsOf(z.toJSONSchema(input, { io: "input" })));
    },
  );
});
