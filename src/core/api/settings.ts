// The two settings that decide where requests go and who sends them. Neither is ever quoted in an error: people paste
// tokens into the wrong place.
import { InputError } from "../errors.ts";

/** Where the API is (contract, "Base URL"). */
export const DEFAULT_API_URL = "https://admin.vps.org/api/v1";

const TOKEN_MAX_LENGTH = 512;

/**
 * The API's base URL without a final slash.
 * @throws InputError unless it is https, or http to a loopback host, with no credentials, query or fragment.
 */
export function parseApiUrl(text: string): string {
  const given = text.trim();
  if (!URL.canParse(given)) throw badUrl("The API URL is not a URL.");
  const url = new URL(given);
  if (url.protocol !== "https:" && url.protocol !== "http:") throw badUrl("The API URL must begin with https://.");
  if (url.username !== "" || url.password !== "") {
    throw badUrl(
      "The API URL holds credentials.",
      "Leave them out: the token is set with VPS_API_TOKEN or --token-file.",
    );
  }
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    throw badUrl("The API URL is http to another machine, which would send the token readable by all in between.");
  }
  if (given.includes("?") || given.includes("#")) throw badUrl("The API URL must have no query and no fragment.");
  return url.origin + url.pathname.replace(/\/+$/, "");
}

/**
 * A token without the white space around it.
 * @throws InputError `token_missing` when it is empty, `token_malformed` when it cannot be a token.
 */
export function parseToken(text: string): string {
  const token = text.trim();
  if (token === "") {
    throw new InputError("token_missing", "The API token is empty.", {
      hint: "Set VPS_API_TOKEN or --token-file, or try everything without an account with --sandbox.",
    });
  }
  if (token.length > TOKEN_MAX_LENGTH || !/^vps_[\x21-\x7e]+$/.test(token)) {
    throw new InputError("token_malformed", "The API token is malformed: it must start with vps_ and hold no spaces.", {
      hint: "Give the token alone, as the dashboard showed it: no quotes, no Bearer in front, one line.",
    });
  }
  return token;
}

/** Whether a URL's host is this machine; the URL parser has already turned odd spellings of addresses into this one. */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function badUrl(message: string, hint = "Give a URL such as https://admin.vps.org/api/v1."): InputError {
  return new InputError("invalid_input", message, { field: "api-url", hint });
}
