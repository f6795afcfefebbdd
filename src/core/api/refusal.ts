// Turns a status of 400 and above into an error of ours: our words, the closed codes, what to do next.
// What the API said is quoted as data.
import { ApiError, type ErrorCode } from "../errors.ts";
import { type Endpoint, EXISTS, NOT_FOUND } from "./endpoints.ts";
import { type ErrorBody, readErrorBody } from "./error-body.ts";
import { type Failure, failure } from "./outcome.ts";
import { type RefusalFacts, refusalWords } from "./refusal-words.ts";
import { untrustedText, withoutSecrets } from "./untrusted-text.ts";

const SAYS_EXISTS = /already (exists?|registered|taken|in use)|exists already|must be unique|is taken|not available/i;

/** The statuses that mean the same wherever they come from. */
const STATUS_CODES: Readonly<Record<number, ErrorCode | undefined>> = {
  401: "unauthorized",
  402: "payment_required",
  403: "permission_denied",
  404: "not_found",
  408: "timeout",
  410: "not_found",
  425: "rate_limited",
  429: "rate_limited",
};

/** An answer of 400 and above, its text untrusted. */
export interface Refusal extends RefusalFacts {
  readonly text: string;
  readonly contentType: string;
  readonly requestId: string | undefined;
  readonly secrets: readonly string[];
}

/** The failure that a status of 400 and above means; 408, 425, 429 and 5xx may pass by themselves. */
export function refused(refusal: Refusal): Failure {
  const { status, retryAfterMs } = refusal;
  const body = readErrorBody(refusal.text, refusal.contentType);
  const broken = status >= 500;
  return failure(refusalError(refusal, body), {
    status,
    retryAfterMs,
    transient: broken || status === 408 || status === 425 || status === 429,
    mayHaveHappened: broken || status === 408,
    throttled: status === 429 || (broken && body.html),
  });
}

function refusalError(refusal: Refusal, body: ErrorBody): ApiError {
  const { endpoint, status, requestId, secrets } = refusal;
  const code = codeOf(endpoint, status, body);
  const { message, hint } = refusalWords(code, refusal);
  const says =
    body.detail === undefined ? "" : untrustedText(body.detail, secrets).replaceAll("\\", "\\\\").replaceAll('"', "'");
  const quoted = says === "" ? "" : ` It says: "${says}"${/[.!?]$/.test(says) ? "" : "."}`;
  return new ApiError(code, `${message}${quoted}`, {
    status,
    requestId,
    // A field that holds a secret is no field of ours.
    field: code === "rejected" && body.field === withoutSecrets(body.field ?? "", secrets) ? body.field : undefined,
    hint,
  });
}

function codeOf(endpoint: Endpoint, status: number, body: ErrorBody): ErrorCode {
  if (status >= 500) return "unavailable";
  if ((status === 404 || status === 410) && endpoint.finds !== undefined) return NOT_FOUND[endpoint.finds];
  const told = STATUS_CODES[status];
  if (told !== undefined) return told;
  if (endpoint.makes !== undefined && saysExists(body)) return EXISTS[endpoint.makes];
  return status === 409 ? "conflict" : "rejected";
}

function saysExists(body: ErrorBody): boolean {
  return /exists|duplicate|unique|taken/i.test(body.errorCode ?? "") || SAYS_EXISTS.test(body.detail ?? "");
}
