// What each refusal of the API is called in our words, and what to do next: one row a code.
import type { ErrorCode } from "../errors.ts";
import type { Endpoint } from "./endpoints.ts";

/** What the words of a refusal go by. */
export interface RefusalFacts {
  readonly endpoint: Endpoint;
  readonly status: number;
  readonly retryAfterMs: number | undefined;
}

interface Words {
  readonly message: (facts: RefusalFacts) => string;
  readonly hint?: (facts: RefusalFacts) => string;
}

const NEW_TOKEN = "a new one is made in the VPS.org dashboard under /account/developers/.";

const UNAVAILABLE: Words = {
  message: ({ endpoint, status }) => `The API is not available, so it could not ${endpoint.doing} (${status}).`,
  hint: ({ endpoint }) =>
    endpoint.method === "GET"
      ? "Try again in some minutes."
      : "It may have been carried out all the same: look before doing it again.",
};

const REJECTED: Words = { message: ({ endpoint, status }) => `The API would not ${endpoint.doing} (${status}).` };

const EXISTS: Words = {
  message: ({ endpoint, status }) =>
    `The API would not ${endpoint.doing}: it says that it is there already (${status}).`,
  hint: ({ endpoint }) => `List the ${endpoint.makes ?? "resource"}s to see what is there.`,
};

function notFound(hint: string): Words {
  return {
    message: ({ endpoint, status }) => `This account has no ${endpoint.finds ?? "resource"} with that id (${status}).`,
    hint: () => hint,
  };
}

const WORDS: Partial<Readonly<Record<ErrorCode, Words>>> = {
  unauthorized: {
    message: ({ status }) => `The API does not accept the token (${status}).`,
    hint: () => `Check that the token is whole, not revoked and made for this API; ${NEW_TOKEN}`,
  },
  payment_required: {
    message: ({ endpoint, status }) => `The account balance is too low to ${endpoint.doing} (${status}).`,
    hint: () => "Add funds to the VPS.org account, then try again; nothing was bought.",
  },
  permission_denied: {
    message: ({ endpoint, status }) =>
      endpoint.permission === undefined
        ? `The token may not ${endpoint.doing} (${status}).`
        : `The token lacks the permission ${endpoint.permission}, needed to ${endpoint.doing} (${status}).`,
    hint: ({ endpoint }) =>
      `Use a token ${endpoint.permission === undefined ? "that may do this" : `with ${endpoint.permission}`}; ${NEW_TOKEN}`,
  },
  not_found: {
    message: ({ endpoint, status }) => `This API has no such page, so it could not ${endpoint.doing} (${status}).`,
    hint: () => "Check --api-url: it ends in /api/v1.",
  },
  zone_not_found: notFound("List the zones to see what is there; the id may be another account's."),
  record_not_found: notFound("List the zone's records to see what is there; it may have been deleted meanwhile."),
  domain_not_found: notFound("List the domains to see what is there."),
  zone_exists: EXISTS,
  record_exists: EXISTS,
  domain_exists: {
    ...EXISTS,
    hint: () => "List the domains to see whether it is yours; otherwise somebody else has registered it.",
  },
  conflict: {
    ...REJECTED,
    hint: () => "Something there is in the way, or it was changed meanwhile: look at it and try again.",
  },
  rate_limited: {
    message: ({ endpoint, status }) =>
      `The API takes no more requests for now, so it would not ${endpoint.doing} (${status}).`,
    hint: ({ retryAfterMs }) =>
      `Wait ${retryAfterMs === undefined ? "a minute" : `${Math.ceil(retryAfterMs / 1000)} seconds`} and try again, or lower --concurrency.`,
  },
  timeout: UNAVAILABLE,
  unavailable: UNAVAILABLE,
};

/** The message and hint for a code, in our words alone. */
export function refusalWords(code: ErrorCode, facts: RefusalFacts): { message: string; hint: string | undefined } {
  const words = WORDS[code] ?? REJECTED;
  return { message: words.message(facts), hint: words.hint?.(facts) };
}
