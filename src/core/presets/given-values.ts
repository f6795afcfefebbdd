// The spellings in which `values` come: a list of `key=value`, a mapping, or lines of text.
import { InputError } from "../errors.ts";
import type { GivenValue } from "./preset-values.ts";

/** Anything a caller may write for `values`, as the list that the schema wants; what is none of these stays as it is. */
export function valueList(given: unknown): unknown {
  if (typeof given === "string") return given.split(/\r?\n/).filter((line) => line.trim() !== "");
  if (typeof given !== "object" || given === null || Array.isArray(given)) return given;
  return Object.entries(given).flatMap(([key, value]: [string, unknown]) => {
    const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
    return texts.map((text) => (isScalar(text) ? `${key}=${text}` : text));
  });
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/**
 * The list taken apart; `-` in a key is as good as `_`, and letter case does not matter.
 * @throws InputError where an entry is no `key=value`
 */
export function givenValues(list: readonly string[]): readonly GivenValue[] {
  return list.map((entry, at) => {
    const [, key, text] = /^\s*([A-Za-z][\w-]*)\s*=(.*)$/s.exec(entry) ?? [];
    if (key !== undefined && text !== undefined) return { key: key.toLowerCase().replaceAll("-", "_"), text };
    throw new InputError("invalid_input", `values[${at}] is no key=value.`, {
      field: `values[${at}]`,
      hint: "Write each as key=value, such as code=0123456789abcdef, or values as a mapping.",
    });
  });
}
