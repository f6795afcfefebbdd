// One request before it is sent: an endpoint, its id, query and body; and the URL that they make.
import { InputError } from "../errors.ts";
import type { Endpoint } from "./endpoints.ts";

const ID_MAX_LENGTH = 200;

/** One request to an endpoint. */
export interface Call {
  readonly endpoint: Endpoint;
  /** For endpoints whose path has an `{id}`; opaque. */
  readonly id?: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  /** Sent as JSON; members that are undefined are left out. */
  readonly body?: Readonly<Record<string, unknown>>;
  /** What must not come back in an error, beside the token. */
  readonly secrets?: readonly string[];
  /** A further page, instead of the address that the rest makes; on the API's own origin. */
  readonly page?: URL;
}

/**
 * The address of a call below `baseUrl` (no final slash).
 * @throws InputError when the id cannot be one.
 */
export function callUrl(baseUrl: string, call: Call): URL {
  if (call.page !== undefined) return call.page;
  const { path } = call.endpoint;
  const url = new URL(baseUrl + (path.includes("{id}") ? path.replace("{id}", escapeId(call.id)) : path));
  for (const [name, value] of Object.entries(call.query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url;
}

// "." and ".." survive escaping and would climb to another endpoint: DELETE /dns-zones/{id}/.. must not exist.
function escapeId(id: string | undefined): string {
  // A lone surrogate (Cs) cannot be escaped at all.
  if (id === undefined || /^\.{0,2}$/.test(id) || id.length > ID_MAX_LENGTH || /\p{Cs}/u.test(id)) {
    throw new InputError("invalid_input", "That cannot be an id.", {
      hint: "Ids come from the lists; names are taken as well.",
    });
  }
  return encodeURIComponent(id);
}
