import {
  InputError
} from "./chunk-SRXP5WYM.mjs";

// src/core/api/settings.ts
var DEFAULT_API_URL = "https://admin.vps.org/api/v1";
var TOKEN_MAX_LENGTH = 512;
function parseApiUrl(text) {
  const given = text.trim();
  if (!URL.canParse(given)) throw badUrl("The API URL is not a URL.");
  const url = new URL(given);
  if (url.protocol !== "https:" && url.protocol !== "http:") throw badUrl("The API URL must begin with https://.");
  if (url.username !== "" || url.password !== "") {
    throw badUrl(
      "The API URL holds credentials.",
      "Leave them out: the token is set with VPS_API_TOKEN or --token-file."
    );
  }
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    throw badUrl("The API URL is http to another machine, which would send the token readable by all in between.");
  }
  if (given.includes("?") || given.includes("#")) throw badUrl("The API URL must have no query and no fragment.");
  return url.origin + url.pathname.replace(/\/+$/, "");
}
function parseToken(text) {
  const token = text.trim();
  if (token === "") {
    throw new InputError("token_missing", "The API token is empty.", {
      hint: "Set VPS_API_TOKEN or --token-file, or try everything without an account with --sandbox."
    });
  }
  if (token.length > TOKEN_MAX_LENGTH || !/^vps_[\x21-\x7e]+$/.test(token)) {
    throw new InputError("token_malformed", "The API token is malformed: it must start with vps_ and hold no spaces.", {
      hint: "Give the token alone, as the dashboard showed it: no quotes, no Bearer in front, one line."
    });
  }
  return token;
}
function isLoopback(hostname) {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
function badUrl(message, hint = "Give a URL such as https://admin.vps.org/api/v1.") {
  return new InputError("invalid_input", message, { field: "api-url", hint });
}

export {
  DEFAULT_API_URL,
  parseApiUrl,
  parseToken,
  isLoopback
};
