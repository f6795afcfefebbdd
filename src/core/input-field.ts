// What the fields of an operation's input take, as far as doors need it where everything is text: workflows, commands.
import * as z from "zod/mini";

export interface InputField {
  readonly takes: "text" | "number" | "switch" | "list" | "mapping";
  readonly isRequired: boolean;
  readonly description: string | undefined;
  /** Of a text that is one of a few; empty for every other. */
  readonly choices: readonly string[];
  /** Of a list. */
  readonly item: InputField | undefined;
  /** Of a mapping. */
  readonly fields: ReadonlyMap<string, InputField>;
}

const NO_FIELDS: ReadonlyMap<string, InputField> = new Map();

/** The fields of an input by name, in order. */
export function inputFields({ shape }: z.ZodMiniObject): ReadonlyMap<string, InputField> {
  return new Map(Object.entries(shape).map(([name, schema]) => [name, inputField(schema)]));
}

function inputField(schema: z.core.$ZodType): InputField {
  const field = unwrapped(schema);
  return { ...field, description: z.globalRegistry.get(schema)?.description ?? field.description };
}

function unwrapped(schema: z.core.$ZodType): InputField {
  if (schema instanceof z.ZodMiniOptional || schema instanceof z.ZodMiniDefault) {
    return { ...inputField(schema.def.innerType), isRequired: false };
  }
  // What is mended before it is checked (`txt` for `TXT`) is told as what is checked.
  if (schema instanceof z.ZodMiniPipe) return inputField(schema.def.out);
  const plain = { takes: "text", isRequired: true, description: undefined, choices: [], item: undefined } as const;
  if (schema instanceof z.ZodMiniArray) {
    return { ...plain, takes: "list", item: inputField(schema.def.element), fields: NO_FIELDS };
  }
  if (schema instanceof z.ZodMiniObject) return { ...plain, takes: "mapping", fields: inputFields(schema) };
  const choices = schema instanceof z.ZodMiniEnum ? Object.values(schema.def.entries).map(String) : [];
  return { ...plain, takes: scalarOf(schema), choices, fields: NO_FIELDS };
}

function scalarOf(schema: z.core.$ZodType): "text" | "number" | "switch" {
  if (schema instanceof z.ZodMiniNumber) return "number";
  return schema instanceof z.ZodMiniBoolean ? "switch" : "text";
}
