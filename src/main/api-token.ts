// The VPS.org token out of a file.
import { readFile } from "node:fs/promises";
import { InputError } from "../core/errors.ts";

/** What the file holds, or undefined without one; @throws InputError when it cannot be read */
export async function tokenFromFile(path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined;
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new InputError("token_missing", "The token file could not be read.", {
      field: "token-file",
      hint: "Check that --token-file names a readable file that holds the token and nothing else.",
      cause: error,
    });
  }
}
