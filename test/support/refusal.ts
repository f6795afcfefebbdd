// The InputError that a piece of code must end in.
import { InputError } from "../../src/core/errors.ts";

/** What `run` was refused with; fails when it was not, or when it threw anything else. */
export function refusal(run: () => unknown): InputError {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
