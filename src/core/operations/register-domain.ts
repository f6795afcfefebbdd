// register_domain: buys a domain.
import * as z from "zod/mini";
import { domainIntent, journaled } from "../change/journaled.ts";
import { parseZoneName } from "../dns/name.ts";
import { InputError } from "../errors.ts";
import { defineOperation } from "../operation.ts";
import { count } from "../text/count.ts";
import { lines, warningLines } from "../text/lines.ts";
import { quotedText } from "../text/plain-text.ts";
import { atField } from "./at-field.ts";
import * as fields from "./fields.ts";
import { refuseForeign } from "./find/allowed.ts";
import { lookAlikeWarnings } from "./find/look-alike.ts";
import { nameserverNames } from "./find/nameserver-names.ts";
import { domainLine, domainRow, domainRowOf } from "./shapes/domain-row.ts";
import { propagationField } from "./shapes/propagation.ts";
import { askFirst, changeField, DONE, guardedFields, unconfirmedText } from "./shapes/guarded.ts";
import { isPriceUnknown, priceWarnings, priceWords, refuseUnlessAllowed, usd } from "./shapes/purchase.ts";
import { waitForDomain } from "./wait/wait-for-domain.ts";
import { warningsField } from "./write/write-warnings.ts";

export const registerDomain = defineOperation({
  name: "register_domain",
  title: "Register domain",
  toolset: "domains",
  effect: "spend",
  idempotent: false,
  api: ["D1", "D2", "D3"],
  summary: "Buy a domain for real money; asks a person first. Its DNS needs create_zone.",
  input: z.strictObject({
    domain: fields.domain,
    years: fields.years,
    auto_renew: z._default(fields.autoRenew, true),
    privacy_protection: z._default(fields.privacyProtection, true),
    nameservers: z.optional(fields.nameservers),
    max_price: fields.maxPrice,
    wait: z.optional(fields.wait),
    wait_timeout: z.optional(fields.waitTimeout),
    confirm: z.optional(fields.confirm),
  }),
  output: z.strictObject({
    ...guardedFields,
    ...changeField,
    domain: z.optional(domainRow),
    total_cost: z.optional(z.number()).check(z.describe("USD")),
    message: z.optional(z.string()),
    warnings: z.optional(z.array(z.string())),
    ...propagationField,
  }),
  examples: [
    {
      title: "Register a domain for two years",
      input: { domain: "new-project.dev", years: 2, max_price: 30, confirm: "new-project.dev" },
    },
  ],
  async run({ confirm, wait, wait_timeout, ...input }, context) {
    refuseUnlessAllowed(context);
    const domain = atField("domain", () => parseZoneName(input.domain));
    refuseForeign(context, domain, "domain");
    const nameservers = input.nameservers === undefined ? undefined : nameserverNames(input.nameservers);
    const { years, auto_renew: autoRenew, privacy_protection: privacyProtection, max_price: maxPrice } = input;
    const price = priceWords({ domain, years, maxPrice });
    const { items: owned } = await context.api.domains.list();
    if (owned.some((held) => held.domain === domain)) throw ours(domain);
    const alike = lookAlikeWarnings(context, domain, owned);
    const careful = alike.map((warning) => ` Careful: ${warning}.`).join("");
    const unconfirmed = await askFirst(context, {
      operation: "register_domain",
      target: domain,
      given: confirm,
      input: { ...input, domain },
      observed: { price },
      always: isPriceUnknown({ domain, years }),
      preview: `This registers ${domain} for ${count(years, "year")}: ${price}, auto-renewal ${autoRenew ? "on" : "off"}.${careful}`,
    });
    if (unconfirmed !== undefined) return unconfirmed;
    const order = {
      domain,
      years,
      autoRenew,
      privacyProtection,
      ...(nameservers === undefined ? {} : { nameservers }),
    };
    const intent = domainIntent("register_domain", domain, `${domain} registered for ${count(years, "year")}`);
    const { result: bought, change } = await journaled(context, intent, () => context.api.domains.register(order));
    const waited = await waitForDomain(context, { domain: bought, change }, { wait, wait_timeout });
    return {
      ...DONE,
      change,
      ...waited,
      domain: domainRowOf({ ...bought, ...waited.domain }),
      total_cost: bought.totalCost,
      message: bought.message,
      ...warningsField(priceWarnings(bought.totalCost, maxPrice)),
    };
  },
  text(output) {
    const { domain, total_cost: cost, message, warnings, propagation } = output;
    if (domain === undefined) return unconfirmedText(output) ?? "";
    return lines(
      `Registered ${domainLine(domain)}`,
      cost === undefined ? undefined : `Charged: ${usd(cost)}`,
      message === undefined ? undefined : `The API says: ${quotedText(message, 300)}`,
      propagation?.note,
      warningLines(warnings),
    );
  },
});

function ours(domain: string): InputError {
  return new InputError("domain_exists", `${domain} is in this account already; nothing was bought.`, {
    field: "domain",
    hint: "update_domain with auto_renew true keeps it; get_domain shows until when it is paid.",
  });
}
