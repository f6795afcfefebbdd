// get_domain: one registration in full.
import * as z from "zod/mini";
import { defineOperation } from "../operation.ts";
import { lines } from "../text/lines.ts";
import { wordText } from "../text/plain-text.ts";
import * as fields from "./fields.ts";
import { resolveDomainInFull } from "./find/resolve-domain.ts";
import { domainLine, domainRow, domainRowOf } from "./shapes/domain-row.ts";

export const getDomain = defineOperation({
  name: "get_domain",
  title: "Show domain",
  toolset: "domains",
  effect: "read",
  idempotent: true,
  api: ["D1", "D3"],
  summary: "Show a registration, with WHOIS.",
  input: z.strictObject({ domain: fields.domainOrId }),
  output: z.strictObject({ domain: domainRow }),
  examples: [{ title: "When does example.com expire?", input: { domain: "example.com" } }],
  async run(input, context) {
    return { domain: domainRowOf(await resolveDomainInFull(context, input.domain)) };
  },
  text({ domain }) {
    const { days_until_expiration: days, registrar, dns_records_count: records, dns_managed_by: manager } = domain;
    return lines(
      domainLine(domain),
      days === undefined ? undefined : `Days until it expires: ${days}`,
      registrar === undefined ? undefined : `Registrar: ${wordText(registrar, 100)}`,
      manager === undefined ? undefined : `DNS managed by: ${wordText(manager, 40)}`,
      records === undefined ? undefined : `DNS records: ${records}`,
      Object.entries(domain.whois ?? {}).map(([name, value]) => `WHOIS ${wordText(name, 40)}: ${wordText(value, 200)}`),
    );
  },
});
