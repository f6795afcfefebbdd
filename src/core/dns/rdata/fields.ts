// What several record types have in common: plain fields, numbers, targets, and how each is refused.
import { InputError } from "../../errors.ts";
import { unescapeOctets, decodeUtf8 } from "../master-text.ts";
import type { RdataPart, RdataToken } from "./record-type-row.ts";

/** The fields of a value that has none with spaces in it. */
export function splitOnSpace(value: string): readonly string[] {
  return value.trim().split(/\s+/);
}

/** Tokens as they stand, for fields that are names, numbers and addresses: quoted ones are not read by BIND either. */
export function tokenTexts(tokens: readonly RdataToken[]): readonly string[] {
  return tokens.map(({ text, quoted }) => {
    if (!quoted) return text;
    throw invalidValue("A name, number or address stands in quotes.", "Write it without the quotes.");
  });
}

/** What the octets of a token spell in UTF-8; throws InputError where they spell nothing. */
export function tokenValue(token: RdataToken): string {
  const octets = unescapeOctets(token.text);
  if (octets === undefined) {
    throw invalidValue("The value has a broken escape.", "Escapes are \\X for a character and \\DDD for 000 to 255.");
  }
  const text = decodeUtf8(octets);
  if (text !== undefined) return text;
  throw invalidValue(
    "The value has octets that are no UTF-8 text.",
    "The API takes text only; encode it, say as base64.",
  );
}

/** A decimal number of 0 to `max`. */
export function readNumber(text: string, { field, max }: { field: string; max: number }): number {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (number <= max) return number;
  throw new InputError("invalid_value", `The ${field} is not a whole number from 0 to ${max}.`, {
    field: field === "priority" ? "priority" : "value",
    hint: `Give the ${field} as a number from 0 to ${max}.`,
  });
}

/** The largest number of 16 bits: priorities, weights, ports. */
export const UINT16_MAX = 0xffff;

/** Numbers of 16 bits as they go on the wire. */
export function uint16Part(...numbers: readonly number[]): RdataPart {
  return { octets: Uint8Array.from(numbers.flatMap((number) => [number >> 8, number & 0xff])) };
}

/** A refusal that blames the field `value`. */
export function invalidValue(message: string, hint: string): InputError {
  return new InputError("invalid_value", message, { field: "value", hint });
}

/** `an MX`, `a TXT`: the article goes by how the type is said. */
export function withArticle(type: string, article: "a" | "A" = "a"): string {
  return `${article}${/^(?:[AMN]|SRV)/.test(type) ? "n" : ""} ${type}`;
}
