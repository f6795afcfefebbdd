// The input fields that operations share, each described in few words: a model reads them all before its first call.
// Strings have a maxLength, numbers both bounds, arrays maxItems; optional means left out, never null.
import * as z from "zod/mini";
import { RECORD_TYPES } from "../dns/record-types.ts";
import { TTL_MAX_SECONDS } from "../dns/ttl.ts";

/** Any zone or domain name, and any id. */
const NAME_OR_ID_MAX_LENGTH = 255;
/** Every octet of a name escaped as `\DDD`. */
const OWNER_NAME_MAX_LENGTH = 1024;
const PAGE_MAX = 1000;
const DEFAULT_PAGE = 50;
const RECORDS_MAX = 1000;

const text = (maxLength: number) => z.string().check(z.maxLength(maxLength));

/** `txt` is taken for `TXT`; the schema that models see knows capitals only. */
const upperCased = <T extends z.ZodMiniType>(schema: T) =>
  z.pipe(
    z.transform((value) => (typeof value === "string" ? value.toUpperCase() : value)),
    schema,
  );

const recordType = upperCased(z.enum(RECORD_TYPES));
const owner = text(OWNER_NAME_MAX_LENGTH);
const seconds = z.int().check(z.minimum(0), z.maximum(TTL_MAX_SECONDS));
const uint16 = z.int().check(z.minimum(0), z.maximum(65_535));

export const zone = text(NAME_OR_ID_MAX_LENGTH).check(z.describe("Zone name (example.com), or its id"));
export const record = text(200).check(z.describe("Record id"));
export const domain = text(NAME_OR_ID_MAX_LENGTH).check(z.describe("Domain name"));
export const domainOrId = text(NAME_OR_ID_MAX_LENGTH).check(z.describe("Domain name"));
export const ownerName = owner.check(z.describe("Owner name: www, @ for the apex, or absolute"));
export const type = recordType.check(z.describe("Record type"));
/** For looking: the account may hold types that cannot be written. */
export const anyType = upperCased(text(10)).check(z.describe("Record type"));
export const value = text(65_535).check(z.describe("TXT plain; SRV weight port target; CAA flags tag value"));
export const ttl = seconds.check(z.describe("Seconds; left out, as it is, else 3600"));
export const priority = uint16.check(z.describe("Of MX and SRV"));
export const zonefile = text(10_000_000).check(z.describe("Zone file text"));
export const wait = z
  .enum(["none", "authoritative", "public"])
  .check(z.describe("Until these name servers answer the change; none by default"));
export const waitTimeout = z
  .int()
  .check(z.minimum(1), z.maximum(3600), z.describe("Seconds to wait at most; 120 by default"));
export const confirm = text(255).check(z.describe("The token of a preview, after a person's yes to it"));
export const limit = z
  ._default(z.int().check(z.minimum(1), z.maximum(PAGE_MAX)), DEFAULT_PAGE)
  .check(z.describe("Rows at most"));
export const cursor = text(100).check(z.describe("The next_cursor of the answer before"));
export const years = z._default(z.int().check(z.minimum(1), z.maximum(10)), 1).check(z.describe("Term, in years"));
export const autoRenew = z.boolean().check(z.describe("Renews every year by itself"));
export const privacyProtection = z.boolean().check(z.describe("Hides the owner in WHOIS"));
export const nameservers = z.array(text(255)).check(z.minLength(2), z.maxLength(4), z.describe("Host names"));
export const maxPrice = z.number().check(z.minimum(0), z.maximum(100_000), z.describe("USD, whole term"));

/**
 * One record of `records[]`; the value may be left out where records are taken away. The fields are create_record's
 * and described there: a model pays for every word again.
 */
const recordItem = z.strictObject({
  type: recordType,
  name: owner,
  value: z.optional(text(65_535)),
  ttl: z.optional(seconds),
  priority: z.optional(uint16),
});
/** One record as `records[]` gives it. */
export type RecordItem = z.output<typeof recordItem>;

export const records = z.array(recordItem).check(z.maxLength(RECORDS_MAX));
