import {
  InputError
} from "./chunk-SRXP5WYM.mjs";

// src/core/dns/ttl.ts
var TTL_MAX_SECONDS = 2 ** 31 - 1;
function parseTtl(ttl) {
  if (Number.isInteger(ttl) && ttl >= 0 && ttl <= TTL_MAX_SECONDS) return ttl;
  throw new InputError("invalid_ttl", "The TTL is not a whole number of seconds from 0 to 2147483647 (RFC 2181 §8).", {
    field: "ttl",
    hint: "Give seconds, such as 3600 for an hour."
  });
}

export {
  TTL_MAX_SECONDS,
  parseTtl
};
