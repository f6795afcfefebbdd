import {
  isLoopback
} from "./chunk-JVENEMRX.mjs";
import {
  InputError
} from "./chunk-SRXP5WYM.mjs";

// src/core/rdap/rdap-url.ts
var DEFAULT_RDAP_URL = "https://rdap.org";
function parseRdapUrl(text) {
  const given = text.trim();
  const url = URL.canParse(given) ? new URL(given) : void 0;
  if (url !== void 0 && isSafe(url) && !/[?#]/.test(given)) return url.origin + url.pathname.replace(/\/+$/, "");
  throw new InputError("invalid_input", "The RDAP URL is not an https URL without credentials, query and fragment.", {
    field: "rdap-url",
    hint: `Give a URL such as ${DEFAULT_RDAP_URL}; http is for this machine only.`
  });
}
function redirectTarget(from, location) {
  if (location === void 0 || !URL.canParse(location, from.href)) return void 0;
  const to = new URL(location, from);
  const staysHere = to.protocol === "https:" || isLoopback(from.hostname);
  return isSafe(to) && staysHere ? to : void 0;
}
function isSafe({ protocol, hostname, username, password }) {
  const isPrivate = protocol === "https:" || protocol === "http:" && isLoopback(hostname);
  return isPrivate && username === "" && password === "";
}

export {
  DEFAULT_RDAP_URL,
  parseRdapUrl,
  redirectTarget
};
