// An input's text from the runner's environment, and how words say yes and no. Small: the post step reads no more.
import type { InputName } from "./inputs.ts";

const SWITCHED_ON = new Set(["1", "true", "yes", "on"]);
const SWITCHED_OFF = new Set(["", "0", "false", "no", "off"]);

/** An input's text, "" when it is not set, as the runner hands it over. */
export type InputReader = (name: InputName) => string;

/** Reads inputs from the runner's environment: dashes stay in the variables' names. */
export function inputReader(env: Readonly<Record<string, string | undefined>>): InputReader {
  return (name) => env[`INPUT_${name.toUpperCase()}`] ?? "";
}

/** Whether the workflow wrote something there. */
export function isSet(read: InputReader, name: InputName): boolean {
  return read(name).trim() !== "";
}

/** How words say yes and no: true, false, or undefined for anything else. */
export function switchOf(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (SWITCHED_ON.has(word)) return true;
  return SWITCHED_OFF.has(word) ? false : undefined;
}
