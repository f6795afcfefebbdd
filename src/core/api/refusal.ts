// Turns a status of 400 and above into an error of ours: our words, the closed codes, what to do next.
// What the API said is quoted as data.
import { ApiError, type ErrorCode } from "../errors.ts";
import { type Endpoint, EXISTS, NOT_FOUND } from "./endpoints.ts";
import { type ErrorBody, readErrorBody } from "./error-body.ts";
import { type Failure, failure } from "./outcome.ts";
import { untrustedText } from "./untrusted-text.ts";

const SAYS_EXISTS = /already (exists?|registered|taken|in use)|exists already|must be unique|is taken|not available/i;

export interface Refusal {
  readonly endpoint: Endpoint;
  readonly status: number;
  readonly text: string;
  readonly contentType: string;
  readonly requestId: string | undefined;
  readonly retryAfterMs: number | undefined;
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
  const says = body.detail === undefined ? "" : untrustedText(body.detail, secrets).replaceAll('"', "'");
  return new ApiError(
    code,
    says === "" ? messageOf(code, refusal) : `${messageOf(code, refusal)} It says: "${says}".`,
    {
      status,
      requestId,
      field: status === 400 || status === 422 ? body.field : undefined,
      hint: hintOf(code, refusal),
    },
  );
}

function codeOf(endpoint: Endpoint, status: number, body: ErrorBody): ErrorCode {
  if (status >= 500) return "unavailable";
  switch (status) {
    case 401:
      return "unauthorized";
    case 402:
      return "payment_required";
    case 403:
      return "permission_denied";
    case 404:
    case 410:
      return endpoint.finds === undefined ? "not_found" : NOT_FOUND[endpoint.finds];
    case 408:
      return "timeout";
    case 425:
    case 429:
      return "rate_limited";
    default:
      if (endpoint.makes !== undefined && saysExists(body)) return EXISTS[endpoint.makes];
      return status === 409 ? "conflict" : "rejected";
  }
}

function saysExists(body: ErrorBody): boolean {
  return /exists|duplicate|unique|taken/i.test(body.errorCode ?? "") || SAYS_EXISTS.test(body.detail ?? "");
}

function messageOf(code: ErrorCode, { endpoint, status }: Refusal): string {
  switch (code) {
    case "unauthorized":
      return `The API does not accept the token (${status}).`;
    case "payment_required":
      return `The account balance is too low to ${endpoint.doing} (${status}).`;
    case "permission_denied":
      return endpoint.permission === undefined
        ? `The token may not ${endpoint.doing} (${status}).`
        : `The token lacks the permission ${endpoint.permission}, needed to ${endpoint.doing} (${status}).`;
    case "rate_limited":
      return `The API takes no more requests for now, so it would not ${endpoint.doing} (${status}).`;
    case "unavailable":
    case "timeout":
      return `The API is not available, so it could not ${endpoint.doing} (${status}).`;
    case "not_found":
      return `There is no such page at this API, so it could not ${endpoint.doing} (${status}).`;
    default:
      return messageAboutResource(code, endpoint, status);
  }
}

function messageAboutResource(code: ErrorCode, endpoint: Endpoint, status: number): string {
  if (endpoint.finds !== undefined && code === NOT_FOUND[endpoint.finds]) {
    return `This account has no ${endpoint.finds} with that id (${status}).`;
  }
  if (endpoint.makes !== undefined && code === EXISTS[endpoint.makes]) {
    return `The API would not ${endpoint.doing}: it says that it is there already (${status}).`;
  }
  return `The API would not ${endpoint.doing} (${status}).`;
}

function hintOf(code: ErrorCode, refusal: Refusal): string | undefined {
  const { permission } = refusal.endpoint;
  switch (code) {
    case "unauthorized":
      return "Check that the token is whole, not revoked and made for this API; a new one is made in the dashboard under /account/developers/.";
    case "permission_denied":
      return `Use a token ${permission === undefined ? "that may do this" : `with ${permission}`}; a new one is made in the dashboard under /account/developers/.`;
    case "payment_required":
      return "Add funds to the VPS.org account, then try again; nothing was bought.";
    case "rate_limited":
      return refusal.retryAfterMs === undefined
        ? "Wait a minute and try again, or lower --concurrency."
        : `Wait ${Math.ceil(refusal.retryAfterMs / 1000)} seconds and try again, or lower --concurrency.`;
    case "unavailable":
    case "timeout":
      return refusal.endpoint.method === "GET"
        ? "Try again in some minutes."
        : "It may have been carried out all the same: look before doing it again.";
    case "not_found":
      return "Check --api-url: it ends in /api/v1.";
    case "zone_not_found":
      return "List the zones to see what is there; the id may be another account's.";
    case "record_not_found":
      return "List the zone's records to see what is there; it may have been deleted meanwhile.";
    case "domain_not_found":
      return "List the domains to see what is there.";
    default:
      return undefined;
  }
}
