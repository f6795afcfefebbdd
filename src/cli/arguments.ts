// `key=value …`, one JSON object, or `-` for JSON on standard input: the words of `vps-dns call` as an operation's input.
import * as z from "zod/mini";
import { InputError } from "../core/errors.ts";
import { type InputField, inputFields } from "../core/input-field.ts";
import type { Operation } from "../core/operation.ts";

/** Where words point outside themselves. */
export interface ArgumentSources {
  /** All of standard input, for `-`. */
  readonly readStdin: () => Promise<string>;
  /** A text file, for `zonefile=@PATH`. */
  readonly readText: (path: string) => Promise<string>;
}

/**
 * Decodes the words behind `vps-dns call OPERATION`. Values become what the field's schema says; a repeated key
 * makes a list. Unknown keys pass through as text: the operation names them in its refusal.
 * @throws InputError where a word is neither JSON nor `key=value`, or a value does not fit its field.
 */
export async function readArguments(
  operation: Operation,
  words: readonly string[],
  sources: ArgumentSources,
): Promise<Record<string, unknown>> {
  const [first] = words;
  if (words.length === 1 && first === "-") return parseObject(await sources.readStdin(), "standard input");
  if (words.length === 1 && first?.trimStart().startsWith("{")) return parseObject(first, "the JSON argument");
  const fields = inputFields(operation.input);
  const texts = new Map<string, string[]>();
  for (const word of words) {
    const at = word.indexOf("=");
    if (at <= 0) {
      throw new InputError("invalid_input", "An argument is neither key=value nor a JSON object.", {
        hint: `vps-dns call ${operation.name} --help shows the fields and an example.`,
      });
    }
    const key = word.slice(0, at).replaceAll("-", "_");
    texts.set(key, [...(texts.get(key) ?? []), await textOf(key, word.slice(at + 1), sources)]);
  }
  return Object.fromEntries([...texts].map(([key, values]) => [key, decode(key, values, fields.get(key))]));
}

async function textOf(key: string, value: string, { readText }: ArgumentSources): Promise<string> {
  // Only a zone file is long enough to be wanted from a file; its own text may start with the apex, "@ 3600 IN …".
  return key === "zonefile" && /^@\S[^\n]*$/.test(value) ? readText(value.slice(1)) : value;
}

const IN_A_LIST = 'Check quotes and commas; one value that begins with a bracket is a list too: ["[value"].';

function decode(key: string, values: readonly string[], field: InputField | undefined): unknown {
  if (field?.takes === "list") {
    const [only] = values;
    if (values.length === 1 && only?.trimStart().startsWith("[")) return parseJson(only, key, IN_A_LIST);
    return values.map((value) => decodeOne(key, value, field.item));
  }
  if (values.length > 1) {
    throw new InputError("invalid_input", `${key} was given more than once.`, { field: key });
  }
  return decodeOne(key, values[0] ?? "", field);
}

function decodeOne(key: string, value: string, field: InputField | undefined): unknown {
  if (field?.takes === "number") return decodeNumber(key, value);
  if (field?.takes === "switch") return decodeBoolean(key, value);
  return field?.takes === "mapping" ? parseJson(value, key) : value;
}

function decodeBoolean(key: string, value: string): boolean {
  if (value === "true" || value === "false") return value === "true";
  throw new InputError("invalid_input", `${key} is true or false.`, { field: key });
}

function decodeNumber(key: string, value: string): number {
  // A number of any length is one: whether it is too big is the field's own word.
  if (!/^-?\d{1,100}(\.\d{1,100})?$/.test(value)) {
    throw new InputError("invalid_input", `${key} is a number.`, { field: key });
  }
  return Number(value);
}

function parseObject(text: string, where: string): Record<string, unknown> {
  const value = parseJson(text, where);
  const parsed = z.record(z.string(), z.unknown()).safeParse(value);
  if (parsed.success && !Array.isArray(value)) return parsed.data;
  throw new InputError("invalid_input", `JSON from ${where} is not an object.`, {
    hint: 'Give the operation\'s fields as one object, such as {"zone": "example.com"}.',
  });
}

// JSON.parse quotes its input in its messages, and the input may hold a secret: the cause is left out.
function parseJson(text: string, where: string, hint = "Check quotes and commas."): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError("invalid_input", `${where} does not hold valid JSON.`, { hint });
  }
}
