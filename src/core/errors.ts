// Every way this program can refuse or fail. One closed list of codes, four classes.
// A message is written in our own words: it never holds a token, an auth code or text that came from zone data.

/** The closed set of codes; people and programs may rely on them, so a code is never reused for another meaning. */
export const ERROR_CODES = [
  // what the caller gave
  "invalid_input",
  "invalid_name",
  "invalid_value",
  "invalid_ttl",
  "invalid_zone_file",
  "unknown_operation",
  "unknown_field",
  // who is asking, and what the caller allowed itself
  "token_missing",
  "token_malformed",
  "unauthorized",
  "permission_denied",
  "payment_required",
  "zone_not_allowed",
  "purchases_not_allowed",
  "price_exceeded",
  "confirmation_required",
  "confirmation_invalid",
  "confirmation_declined",
  // what is there, and what is not
  "zone_not_found",
  "zone_exists",
  "record_not_found",
  "record_ambiguous",
  "record_exists",
  "domain_not_found",
  "domain_exists",
  "conflict",
  "zone_would_break",
  "plan_not_found",
  "plan_stale",
  "change_not_found",
  "change_conflict",
  // what the API or the network did
  "rejected",
  "not_found",
  "rate_limited",
  "unavailable",
  "unreachable",
  "timeout",
  "cancelled",
  "unexpected_response",
  "outcome_unknown",
  "partial",
  "not_propagated",
  "state_unavailable",
  "internal",
] as const;

/** One of the closed set. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/** What every error carries beside its code and message. */
export interface ErrorDetail {
  /** What to do next, as one sentence. */
  readonly hint?: string | undefined;
  /** The input field at fault, as a path (`records[2].ttl`). */
  readonly field?: string | undefined;
  readonly cause?: unknown;
}

/** An error that people are meant to read: what failed, what to do next, and a code from the closed set. */
export class VpsError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly field: string | undefined;

  constructor(code: ErrorCode, message: string, detail: ErrorDetail = {}) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.name = "VpsError";
    this.code = code;
    this.hint = detail.hint;
    this.field = detail.field;
  }
}

/** The caller's input was refused before anything was asked of the API. */
export class InputError extends VpsError {
  constructor(code: ErrorCode, message: string, detail: ErrorDetail = {}) {
    super(code, message, detail);
    this.name = "InputError";
  }
}

/** The API answered, and the answer was a refusal. */
export class ApiError extends VpsError {
  readonly status: number;
  readonly requestId: string | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    detail: ErrorDetail & { status: number; requestId?: string | undefined },
  ) {
    super(code, message, detail);
    this.name = "ApiError";
    this.status = detail.status;
    this.requestId = detail.requestId;
  }
}

/** No usable answer came: connection, time-out, cancellation, or a body that is not what the API promises. */
export class NetworkError extends VpsError {
  constructor(code: ErrorCode, message: string, detail: ErrorDetail = {}) {
    super(code, message, detail);
    this.name = "NetworkError";
  }
}

/** An error as every door shows it. */
export interface Problem {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint?: string;
  readonly field?: string;
}

/** Turns anything thrown into a problem; what is not ours becomes `internal` and keeps its text out of the message. */
export function toProblem(error: unknown): Problem {
  if (!(error instanceof VpsError)) {
    const kind = error instanceof Error ? error.name : typeof error;
    return {
      code: "internal",
      message: `Something went wrong inside vps-dns (${kind}).`,
      hint: "Run again with --log-level debug and report what it says.",
    };
  }
  return {
    code: error.code,
    message: error.message,
    ...(error.hint === undefined ? {} : { hint: error.hint }),
    ...(error.field === undefined ? {} : { field: error.field }),
  };
}

/** The one line that people and assistants read: `[code] what failed. what to do next.` */
export function problemLine(problem: Problem): string {
  return `[${problem.code}] ${problem.message}${problem.hint === undefined ? "" : ` ${problem.hint}`}`;
}
