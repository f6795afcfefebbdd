// Times to live.
import { InputError } from "../errors.ts";

/** RFC 2181 §8; BIND takes anything above for 0, for the whole RRset. */
export const TTL_MAX_SECONDS = 2 ** 31 - 1;

/**
 * A TTL in seconds, given back when it is one.
 * @throws InputError invalid_ttl, field `ttl`
 */
export function parseTtl(ttl: number): number {
  if (Number.isInteger(ttl) && ttl >= 0 && ttl <= TTL_MAX_SECONDS) return ttl;
  throw new InputError("invalid_ttl", "The TTL is not a whole number of seconds from 0 to 2147483647 (RFC 2181 §8).", {
    field: "ttl",
    hint: "Give seconds, such as 3600 for an hour.",
  });
}
