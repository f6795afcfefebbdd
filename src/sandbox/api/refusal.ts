// How the emulated API says no: the pages' error body, `{"detail", "error_code", "field"}`.
// `validation_error` is the page's own code; the others are in the manner of Django REST framework, whose pages these are.

const CODES = {
  400: "validation_error",
  401: "authentication_failed",
  402: "payment_required",
  403: "permission_denied",
  404: "not_found",
  405: "method_not_allowed",
  413: "payload_too_large",
  415: "unsupported_media_type",
  429: "throttled",
  500: "server_error",
} as const;

export type RefusalStatus = keyof typeof CODES;

interface RefusalDetail {
  readonly field?: string | undefined;
  readonly code?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** A request that is answered with an error. */
export class Refusal extends Error {
  readonly status: RefusalStatus;
  readonly code: string;
  readonly field: string | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: RefusalStatus, detail: string, more: RefusalDetail = {}) {
    super(detail, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = "Refusal";
    this.status = status;
    this.code = more.code ?? CODES[status];
    this.field = more.field;
    this.headers = more.headers ?? {};
  }

  body(): Readonly<Record<string, unknown>> {
    return { detail: this.message, error_code: this.code, ...(this.field === undefined ? {} : { field: this.field }) };
  }
}

/** 400, blaming a field. */
export function invalid(field: string | undefined, detail: string, cause?: unknown): Refusal {
  return new Refusal(400, detail, { field, cause });
}

/** The same for what is not there and for what is another account's, so that ids cannot be probed. */
export function notFound(what: string): Refusal {
  return new Refusal(404, `${what} not found.`);
}
