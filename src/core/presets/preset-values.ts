// The values a preset was given: every key known, every shape held against its pattern, portals' trimmings taken off.
import { InputError, VpsError } from "../errors.ts";
import { nearestName } from "../nearest-name.ts";
import { pastedValue } from "./pasted-value.ts";
import type { Preset, PresetKey, PresetValues } from "./preset.ts";

/** One `key=value` as it was given; a key that takes several may come more than once. */
export interface GivenValue {
  readonly key: string;
  readonly text: string;
}

/** A key that is yes or no. */
export const YES_OR_NO = { pattern: /^(?:true|yes|on|1|false|no|off|0)$/, lower: true } as const;

/**
 * Reads `values`; to take records away, only the keys that say which are needed.
 * @throws InputError naming the key, what it takes and an example; never the value
 */
export function readValues(
  preset: Preset,
  given: readonly GivenValue[],
  state: "present" | "absent" = "present",
): PresetValues {
  const unknown = given.find(({ key }) => !Object.hasOwn(preset.keys, key));
  if (unknown !== undefined) throw unknownKey(preset, unknown.key);
  const read = new Map<string, readonly string[]>();
  for (const [key, row] of Object.entries(preset.keys)) {
    const texts = given.filter((one) => one.key === key).flatMap(({ text }) => partsOf(text, row));
    if (texts.length > 1 && row.many !== true) throw givenTwice(preset, key);
    if (texts.length > 0) read.set(key, distinct(texts.map((text) => readValue(preset, key, text))));
    else if (isNeeded(preset, row, state)) throw missingKey(preset, key);
  }
  return valuesOf(preset, read);
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}

/** What takes records away owns them by their kind, unless they are told apart by value alone. */
function isNeeded({ manner }: Preset, { optional, placing }: PresetKey, state: "present" | "absent"): boolean {
  if (optional === true) return false;
  return state === "present" || placing === true || manner !== "replaces";
}

function partsOf(text: string, { many }: PresetKey): readonly string[] {
  if (many !== true) return text.trim() === "" ? [] : [text];
  return text.split(/[\s,]+/).filter((part) => part !== "");
}

function readValue(preset: Preset, key: string, text: string): string {
  const row = preset.keys[key];
  const value = row === undefined ? undefined : bareValue(row, text);
  if (value !== undefined) return value;
  throw new InputError(
    "invalid_value",
    `${key} of ${preset.name} is ${row?.description ?? ""}; what was given is not.`,
    {
      field: `values.${key}`,
      hint: `Write it such as ${key}=${row?.example ?? ""}`,
    },
  );
}

/** The bare value, whether given so or as a portal shows it; `undefined` where it has not the shape. */
export function bareValue({ pattern, prefix, lower, holds }: PresetKey, text: string): string | undefined {
  const pasted = pastedValue(text);
  const bare = prefix === undefined ? pasted : pasted.replace(prefix, "").trim();
  const value = lower === true ? bare.toLowerCase() : bare;
  return pattern.test(value) && (holds === undefined || holds(value)) ? value : undefined;
}

function valuesOf(preset: Preset, read: ReadonlyMap<string, readonly string[]>): PresetValues {
  const maybe = (key: string) => read.get(key)?.[0];
  return {
    text(key) {
      const value = maybe(key);
      if (value === undefined) throw new VpsError("internal", `The preset ${preset.name} has no ${key}.`);
      return value;
    },
    maybe,
    all: (key) => read.get(key) ?? [],
    isOn(key) {
      const value = maybe(key);
      return value === undefined ? undefined : /^(?:true|yes|on|1)$/.test(value);
    },
  };
}

function unknownKey(preset: Preset, key: string): InputError {
  const shown = /^[A-Za-z_][\w-]{0,63}$/.test(key) ? `key "${key}"` : "such key";
  const nearest = nearestName(key, Object.keys(preset.keys));
  return new InputError("unknown_field", `The preset ${preset.name} has no ${shown}.`, {
    field: "values",
    hint: `${nearest === undefined ? "" : `Did you mean ${nearest}? `}${keysTold(preset)}`,
  });
}

function givenTwice(preset: Preset, key: string): InputError {
  return new InputError("invalid_input", `The preset ${preset.name} takes one ${key}, and several were given.`, {
    field: `values.${key}`,
    hint: "Run it once for each.",
  });
}

function missingKey(preset: Preset, key: string): InputError {
  return new InputError("invalid_input", `The preset ${preset.name} needs ${key}.`, {
    field: `values.${key}`,
    hint: keysTold(preset),
  });
}

/** `values takes selector=s1, key=MIIB… and, if wanted, policy=wildcard`: every key with its example. */
export function keysTold({ keys }: Pick<Preset, "keys">): string {
  const rows = Object.entries(keys);
  const told = (wanted: boolean) =>
    rows.filter(([, { optional }]) => (optional === true) !== wanted).map(([key, { example }]) => `${key}=${example}`);
  const [needed, rest] = [told(true), told(false)];
  const more = rest.length === 0 ? "" : `${needed.length === 0 ? "" : "; "}if wanted ${rest.join(", ")}`;
  return `values takes, such as: ${needed.join(", ")}${more}`;
}
