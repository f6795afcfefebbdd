import {
  InputError
} from "./chunk-SRXP5WYM.mjs";

// src/core/operations/at-field.ts
function atField(path, read) {
  return refusing(read, () => path);
}
function below(path, read) {
  return refusing(read, (field) => field === void 0 ? path : `${path}.${field}`);
}
function refusing(read, place) {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const field = place(error.field);
    throw new InputError(error.code, `${field}: ${error.message}`, { field, hint: error.hint, cause: error });
  }
}

export {
  atField,
  below
};
