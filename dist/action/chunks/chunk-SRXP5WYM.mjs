
// src/core/errors.ts
var VpsError = class extends Error {
  code;
  hint;
  field;
  constructor(code, message, detail = {}) {
    super(message, detail.cause === void 0 ? void 0 : { cause: detail.cause });
    this.name = "VpsError";
    this.code = code;
    this.hint = detail.hint;
    this.field = detail.field;
  }
};
var InputError = class extends VpsError {
  constructor(code, message, detail = {}) {
    super(code, message, detail);
    this.name = "InputError";
  }
};
var ApiError = class extends VpsError {
  status;
  requestId;
  constructor(code, message, detail) {
    super(code, message, detail);
    this.name = "ApiError";
    this.status = detail.status;
    this.requestId = detail.requestId;
  }
};
var NetworkError = class extends VpsError {
  constructor(code, message, detail = {}) {
    super(code, message, detail);
    this.name = "NetworkError";
  }
};
function toProblem(error) {
  if (!(error instanceof VpsError)) {
    const kind = error instanceof Error ? error.name : typeof error;
    return {
      code: "internal",
      message: `Something went wrong inside vps-dns (${kind}).`,
      hint: "Run again with --log-level debug and report what it says."
    };
  }
  return {
    code: error.code,
    message: error.message,
    ...error.hint === void 0 ? {} : { hint: error.hint },
    ...error.field === void 0 ? {} : { field: error.field }
  };
}

export {
  VpsError,
  InputError,
  ApiError,
  NetworkError,
  toProblem
};
