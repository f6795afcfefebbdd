// list_domains: the registrations of the account.
import * as z from "zod/mini";
import { defineOperation } from "../operation.ts";
import { listText } from "../text/list-text.ts";
import * as fields from "./fields.ts";
import { isAllowed } from "./find/allowed.ts";
import { pageOf } from "./page.ts";
import { domainLine, domainRow, domainRowOf } from "./shapes/domain-row.ts";
import { listFields, listFieldsOf } from "./shapes/list-fields.ts";

export const listDomains = defineOperation({
  name: "list_domains",
  title: "List domains",
  toolset: "domains",
  effect: "read",
  idempotent: true,
  api: ["D1"],
  summary: "List registered domains with expiry; zones are in list_zones.",
  input: z.strictObject({
    status: z.optional(z.enum(["active", "pending", "expired", "locked"]).check(z.describe("Filter"))),
    search: z.optional(z.string().check(z.maxLength(255), z.describe("Part of the name"))),
    limit: fields.limit,
    cursor: z.optional(fields.cursor),
  }),
  output: z.strictObject({ domains: z.array(domainRow), ...listFields }),
  examples: [
    { title: "Which domains do I own?", input: {} },
    { title: "Which registrations are still pending?", input: { status: "pending" } },
  ],
  async run({ status, search, limit, cursor }, context) {
    const listing = await context.api.domains.list({
      ...(status === undefined ? {} : { status }),
      ...(search === undefined ? {} : { search }),
    });
    const domains = listing.items.filter(({ domain }) => isAllowed(context, domain));
    const of = ["domains", status, search];
    const page = pageOf(domains, { limit, cursor, of, row: domainRowOf, line: domainLine });
    return {
      domains: page.rows,
      ...listFieldsOf({
        total: domains.length < listing.items.length ? domains.length : listing.total,
        nextCursor: page.nextCursor,
        incomplete: listing.incomplete,
      }),
    };
  },
  text({ domains, total, next_cursor: nextCursor, incomplete }) {
    const rows = domains.map(domainLine);
    return listText({ noun: "domain", rows, total, nextCursor, incomplete, narrow: "Or narrow by status or search." });
  },
});
