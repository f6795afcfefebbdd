// Inputs read from the environment as the table says. What one means for an operation is operation-input.ts.
import { InputError } from "../core/errors.ts";
import { type InputReader, switchOf } from "./input-reader.ts";
import { IF_EXISTS, type IfExists, INPUTS, type NameOf } from "./inputs.ts";

/**
 * A switch input.
 * @throws InputError when it is neither on nor off.
 */
export function readSwitch(read: InputReader, name: NameOf<"switch">): boolean {
  const value = switchOf(read(name));
  if (value !== undefined) return value;
  throw new InputError("invalid_input", "It is neither on nor off.", { field: name, hint: "Write true or false." });
}

/**
 * What to do with a record that is there.
 * @throws InputError when it is none of the choices.
 */
export function readIfExists(read: InputReader): IfExists {
  const text = read("if-exists").trim().toLowerCase();
  const choice = IF_EXISTS.find((word) => word === (text === "" ? "adopt" : text));
  if (choice !== undefined) return choice;
  throw new InputError("invalid_input", "There is no such choice.", {
    field: "if-exists",
    hint: `Write ${IF_EXISTS.slice(0, -1).join(", ")} or ${IF_EXISTS.at(-1) ?? ""}.`,
  });
}

/** The inputs that go to the operation under their own names, with their trimmed texts where they are set. */
export function readFields(read: InputReader): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const input of INPUTS) {
    if (input.kind !== "field") continue;
    const text = read(input.name).trim();
    if (text !== "") fields.set(input.name, text);
  }
  return fields;
}
