// Says where in the input a refusal belongs.
import { InputError } from "../errors.ts";

/** Runs `read`; a refusal from inside blames the field `path`. */
export function atField<Result>(path: string, read: () => Result): Result {
  return refusing(read, () => path);
}

/** Runs `read`; a refusal from inside blames what it blames below `path` (`records[2].ttl`), in its message too. */
export function below<Result>(path: string, read: () => Result): Result {
  return refusing(read, (field) => (field === undefined ? path : `${path}.${field}`));
}

function refusing<Result>(read: () => Result, place: (field: string | undefined) => string): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const field = place(error.field);
    throw new InputError(error.code, `${field}: ${error.message}`, { field, hint: error.hint, cause: error });
  }
}
