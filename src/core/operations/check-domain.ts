// check_domain: whether a name can be bought, whose it is, and what it would cost.
import * as z from "zod/mini";
import type { Domain } from "../api/api.ts";
import type { Context } from "../context.ts";
import { labelsOf, parentOf, parseZoneName } from "../dns/name.ts";
import { defineOperation } from "../operation.ts";
import { listPrice } from "../price-list.ts";
import type { RdapAnswer } from "../rdap/rdap.ts";
import { dayOf } from "../text/day-of.ts";
import { lines } from "../text/lines.ts";
import { wordText } from "../text/plain-text.ts";
import { atField } from "./at-field.ts";
import * as fields from "./fields.ts";
import { refuseForeign } from "./find/allowed.ts";
import { usd } from "./shapes/purchase.ts";

const priceEstimate = z.strictObject({
  register: z.number(),
  renew: z.number(),
  transfer: z.number(),
  currency: z.literal("USD"),
});

const output = z.strictObject({
  domain: z.string(),
  availability: z.enum(["available", "registered", "unknown"]),
  reason: z.optional(z.string()).check(z.describe("Why it is unknown")),
  owned: z.boolean().check(z.describe("In this account")),
  price_estimate: z.optional(priceEstimate).check(z.describe("A year, by the price list")),
  registrar: z.optional(z.string()),
  expires_at: z.optional(z.string()),
});
type Output = z.output<typeof output>;

export const checkDomain = defineOperation({
  name: "check_domain",
  title: "Check domain",
  toolset: "domains",
  effect: "read",
  idempotent: true,
  api: ["D1"],
  summary: "Is a domain free to register (RDAP), or ours? With price.",
  input: z.strictObject({ domain: fields.domain }),
  output,
  examples: [{ title: "Is new-project.dev still free?", input: { domain: "new-project.dev" } }],
  async run(input, context) {
    const domain = atField("domain", () => parseZoneName(input.domain));
    refuseForeign(context, domain, "domain");
    const [held, answer] = await Promise.all([heldDomain(context, domain), lookUp(context, domain)]);
    return {
      domain,
      ...told(answer, held),
      owned: held !== undefined,
      price_estimate: estimate(domain),
    };
  },
  text({ domain, availability, reason, owned, price_estimate: price, registrar, expires_at: expires }) {
    const whose = owned ? ", in this account" : "";
    return lines(
      `${domain}: ${availability}${whose}${reason === undefined ? "" : ` (${reason})`}.`,
      registrar === undefined ? undefined : `Registrar: ${wordText(registrar, 120)}`,
      expires === undefined ? undefined : `Expires: ${dayOf(expires)}`,
      price === undefined ? "Price: not on the price list." : `Price by the list: ${usd(price.register)} a year.`,
    );
  },
});

async function heldDomain({ api }: Context, domain: string): Promise<Domain | undefined> {
  const { items } = await api.domains.list({ search: domain });
  return items.find((row) => row.domain === domain);
}

async function lookUp({ rdap, signal }: Context, domain: string): Promise<RdapAnswer> {
  const answer = await rdap.lookUp(domain, signal);
  if (answer.kind !== "not_found" || labelsOf(domain).length < 3) return answer;
  // A registry holds no www.example.com either; only under a public suffix (example.co.uk) is a third label for sale.
  const parent = parentOf(domain);
  const above = await rdap.lookUp(parent, signal);
  if (above.kind !== "registered") return answer;
  return { kind: "unknown", reason: `it lies below ${parent}, which is registered: its holder decides` };
}

function told(
  answer: RdapAnswer,
  held: Domain | undefined,
): Pick<Output, "availability" | "reason" | "registrar" | "expires_at"> {
  if (answer.kind === "registered") {
    const registrar = answer.registrar ?? held?.registrar;
    return { availability: "registered", registrar, expires_at: answer.expiresAt ?? held?.expiresAt };
  }
  // The account knows better than a registry that has not heard of it yet.
  if (held !== undefined) return { availability: "registered", registrar: held.registrar, expires_at: held.expiresAt };
  return answer.kind === "not_found"
    ? { availability: "available" }
    : { availability: "unknown", reason: answer.reason };
}

function estimate(domain: string): Output["price_estimate"] {
  const price = listPrice(domain, 1);
  return price === undefined ? undefined : { register: price, renew: price, transfer: price, currency: "USD" };
}
