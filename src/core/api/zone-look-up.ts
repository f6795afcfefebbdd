// The request that nearly everything begins with, made without the rest of the client: for a door that sends it while
// the rest is still loading.
import { callUrl } from "./call.ts";
import { ENDPOINTS } from "./endpoints.ts";
import { headersOf } from "./headers.ts";
import type { HttpRequest } from "./http.ts";

/**
 * The look-up of a zone by its canonical name (contract Z1), to the octet as the client itself sends it.
 * `baseUrl` and `token` are as their parsers in settings.ts give them.
 */
export function zoneLookUp(
  to: { readonly baseUrl: string; readonly token: string },
  domain: string,
): Omit<HttpRequest, "signal"> {
  const call = { endpoint: ENDPOINTS.Z1, query: { domain } };
  return { method: call.endpoint.method, url: callUrl(to.baseUrl, call).href, headers: headersOf({}, to.token) };
}
