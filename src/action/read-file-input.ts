// A file of the workspace that an input names.
import { readFile } from "node:fs/promises";
import { InputError } from "../core/errors.ts";

/**
 * The file's text, undefined where the input names none. The path is relative to the workspace.
 * @throws InputError where it cannot be read or is no text; neither the path nor the content is quoted.
 */
export async function readFileInput(path: string, field: string): Promise<string | undefined> {
  if (path.trim() === "") return undefined;
  return asText(await contentOf(path.trim(), field), field);
}

async function contentOf(path: string, field: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new InputError("invalid_input", "The file cannot be read.", {
      field,
      hint: "Give its path from the workspace's root, and run actions/checkout in a step before.",
      cause: error,
    });
  }
}

function asText(content: Uint8Array, field: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch (error) {
    throw new InputError("invalid_input", "The file is not UTF-8 text.", {
      field,
      hint: "A zone file is plain text; write other characters as \\DDD.",
      cause: error,
    });
  }
}
