// The input `token`, and what it mostly means when it is empty.
import { parseToken } from "../core/api/settings.ts";
import { InputError } from "../core/errors.ts";
import type { InputReader } from "./input-reader.ts";

/**
 * The token.
 * @throws InputError that tells an empty one as what it mostly is.
 */
export function readToken(read: InputReader): string {
  const text = read("token");
  if (text.trim() !== "") return atToken(() => parseToken(text));
  throw new InputError(
    "token_missing",
    "It is empty. Mostly that is a secret which this run does not get: pull requests from forks, and Dependabot's, run without the repository's secrets.",
    {
      field: "token",
      hint: "Skip this step for them, or check that the secret exists and is spelled as in the workflow; sandbox: true needs no token.",
    },
  );
}

function atToken<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.code, error.message, { field: "token", hint: error.hint, cause: error });
  }
}
