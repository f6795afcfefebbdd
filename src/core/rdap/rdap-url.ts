// Where registration data is looked up, and where its servers may send us on to. No token ever goes there.
import { isLoopback } from "../api/settings.ts";
import { InputError } from "../errors.ts";

/** Knows the server of every top-level domain that has one, and redirects to it. */
export const DEFAULT_RDAP_URL = "https://rdap.org";

/**
 * The base URL without a final slash.
 * @throws InputError unless it is https, or http to a loopback host, with no credentials, query or fragment
 */
export function parseRdapUrl(text: string): string {
  const given = text.trim();
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url !== undefined && isSafe(url) && !/[?#]/.test(given)) return url.origin + url.pathname.replace(/\/+$/, "");
  throw new InputError("invalid_input", "The RDAP URL is not an https URL without credentials, query and fragment.", {
    field: "rdap-url",
    hint: `Give a URL such as ${DEFAULT_RDAP_URL}; http is for this machine only.`,
  });
}

/** Where a redirect leads; undefined where it is not followed: plain http to another machine, or from one to this. */
export function redirectTarget(from: URL, location: string | undefined): URL | undefined {
  if (location === undefined || !URL.canParse(location, from.href)) return undefined;
  const to = new URL(location, from);
  const staysHere = to.protocol === "https:" || isLoopback(from.hostname);
  return isSafe(to) && staysHere ? to : undefined;
}

function isSafe({ protocol, hostname, username, password }: URL): boolean {
  const isPrivate = protocol === "https:" || (protocol === "http:" && isLoopback(hostname));
  return isPrivate && username === "" && password === "";
}
