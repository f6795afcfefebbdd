// The input fields that operations share, each described in few words: a model reads them all before its first call.
// Strings have a maxLength, numbers both bounds, arrays maxItems; optional means left out, never null.
import * as z from "zod";
import { RECORD_TYPES } from "../dns/record-types.ts";

/** RFC 2181 §8. */
const TTL_MAX_SECONDS = 2_147_483_647;
const NAME_MAX_LENGTH = 1024;
const PAGE_MAX = 1000;
const DEFAULT_PAGE = 50;

const text = (maxLength: number) => z.string().max(maxLength);

/** `txt` is taken for `TXT`; the schema that models see knows capitals only. */
const upperCased = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (typeof value === "string" ? value.toUpperCase() : value), schema);

export const zone = text(255).describe("Zone name or id");
export const record = text(200).describe("Record id");
export const domain = text(255).describe("Domain name");
export const domainOrId = text(255).describe("Domain name or id");
export const ownerName = text(NAME_MAX_LENGTH).describe("www, @ (apex) or FQDN");
export const type = upperCased(z.enum(RECORD_TYPES)).describe("Record type");
export const value = text(65_535).describe('TXT unquoted; SRV: weight port target; CAA: flags tag "value"');
export const ttl = z.int().min(0).max(TTL_MAX_SECONDS).describe("Seconds; default: its RRset's, else 3600");
export const priority = z.int().min(0).max(65_535).describe("MX and SRV only");
export const zonefile = text(10_000_000).describe("Zone file text");
export const confirm = text(255).describe("What the refusal asks for, after a person's yes");
export const limit = z.int().min(1).max(PAGE_MAX).default(DEFAULT_PAGE).describe("Rows a page");
export const cursor = text(100).describe("next_cursor of the page before");
export const years = z.int().min(1).max(10).default(1).describe("Term");
export const autoRenew = z.boolean().describe("Renew, and pay, every year");
export const privacyProtection = z.boolean().describe("Hide the owner in WHOIS");
export const nameservers = z.array(text(255)).min(2).max(4).describe("Host names");
export const maxPrice = z.number().min(0).max(100_000).describe("USD, whole term");
