// The input fields that operations share, each described in few words: a model reads them all before its first call.
// Strings have a maxLength, numbers both bounds, arrays maxItems; optional means left out, never null.
import * as z from "zod";
import { RECORD_TYPES } from "../dns/record-types.ts";
import { TTL_MAX_SECONDS } from "../dns/ttl.ts";

/** Any zone or domain name, and any id. */
const NAME_OR_ID_MAX_LENGTH = 255;
/** Every octet of a name escaped as `\DDD`. */
const OWNER_NAME_MAX_LENGTH = 1024;
const PAGE_MAX = 1000;
const DEFAULT_PAGE = 50;
const RECORDS_MAX = 1000;

const text = (maxLength: number) => z.string().max(maxLength);

/** `txt` is taken for `TXT`; the schema that models see knows capitals only. */
const upperCased = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (typeof value === "string" ? value.toUpperCase() : value), schema);

const recordType = upperCased(z.enum(RECORD_TYPES));
const owner = text(OWNER_NAME_MAX_LENGTH);
const seconds = z.int().min(0).max(TTL_MAX_SECONDS);
const uint16 = z.int().min(0).max(65_535);

export const zone = text(NAME_OR_ID_MAX_LENGTH).describe("Zone name (example.com), or its id");
export const record = text(200).describe("Record id");
export const domain = text(NAME_OR_ID_MAX_LENGTH).describe("Domain name");
export const domainOrId = text(NAME_OR_ID_MAX_LENGTH).describe("Domain name");
export const ownerName = owner.describe("Owner name: www, @ for the apex, or absolute");
export const type = recordType.describe("Record type");
/** For looking: the account may hold types that cannot be written. */
export const anyType = upperCased(text(10)).describe("Record type");
export const value = text(65_535).describe("TXT plain; SRV weight port target; CAA flags tag value");
export const ttl = seconds.describe("Seconds; left out, as it is, else 3600");
export const priority = uint16.describe("Of MX and SRV");
export const zonefile = text(10_000_000).describe("Zone file text");
export const wait = z
  .enum(["none", "authoritative", "public"])
  .describe("Until these name servers answer the change; none by default");
export const waitTimeout = z.int().min(1).max(3600).describe("Seconds to wait at most; 120 by default");
export const confirm = text(255).describe("The token of a preview, after a person's yes to it");
export const limit = z.int().min(1).max(PAGE_MAX).default(DEFAULT_PAGE).describe("Rows at most");
export const cursor = text(100).describe("The next_cursor of the answer before");
export const years = z.int().min(1).max(10).default(1).describe("Term, in years");
export const autoRenew = z.boolean().describe("Renews every year by itself");
export const privacyProtection = z.boolean().describe("Hides the owner in WHOIS");
export const nameservers = z.array(text(255)).min(2).max(4).describe("Host names");
export const maxPrice = z.number().min(0).max(100_000).describe("USD, whole term");

/**
 * One record of `records[]`; the value may be left out where records are taken away. The fields are create_record's
 * and described there: a model pays for every word again.
 */
const recordItem = z.strictObject({
  type: recordType,
  name: owner,
  value: text(65_535).optional(),
  ttl: seconds.optional(),
  priority: uint16.optional(),
});
export type RecordItem = z.output<typeof recordItem>;

export const records = z.array(recordItem).max(RECORDS_MAX);
