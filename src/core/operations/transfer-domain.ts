// transfer_domain: brings a domain here from another registrar. The auth code is a secret and is never shown.
import * as z from "zod/mini";
import type { Transfer } from "../api/api.ts";
import { domainIntent, journaled } from "../change/journaled.ts";
import { withoutSecrets } from "../api/untrusted-text.ts";
import { defineOperation } from "../operation.ts";
import { lines } from "../text/lines.ts";
import { quotedText, wordText } from "../text/plain-text.ts";
import * as fields from "./fields.ts";
import { resolveDomain } from "./find/resolve-domain.ts";
import { askFirst, changeField, DONE, guardedFields, unconfirmedText } from "./shapes/guarded.ts";
import { isPriceUnknown, priceWords, refuseUnlessAllowed } from "./shapes/purchase.ts";

const transferRow = z.strictObject({
  domain: z.string(),
  status: z.optional(z.string()),
  initiated_at: z.optional(z.string()),
  estimated_completion: z.optional(z.string()),
  message: z.optional(z.string()),
  next_steps: z.array(z.string()),
});

export const transferDomain = defineOperation({
  name: "transfer_domain",
  title: "Transfer domain in",
  toolset: "domains",
  effect: "spend",
  idempotent: false,
  api: ["D1", "D6"],
  summary:
    "Transfer a domain that list_domains has from its registrar (unlocked there) at a year's price, in 5-7 days; asks a person first.",
  input: z.strictObject({
    domain: fields.domainOrId,
    auth_code: z.string().check(z.minLength(1), z.maxLength(255), z.describe("Secret of the old registrar")),
    auto_renew: z._default(fields.autoRenew, true),
    max_price: fields.maxPrice,
    confirm: z.optional(fields.confirm),
  }),
  output: z.strictObject({ ...guardedFields, ...changeField, transfer: z.optional(transferRow) }),
  examples: [
    {
      title: "Bring myapp.io here",
      input: { domain: "myapp.io", auth_code: "Xy9Kl2Mn#4pQ", max_price: 40, confirm: "myapp.io" },
    },
  ],
  async run({ confirm, ...input }, context) {
    refuseUnlessAllowed(context);
    const { id, domain, nameservers } = await resolveDomain(context, input.domain);
    const price = priceWords({ domain, years: 1, maxPrice: input.max_price });
    const unconfirmed = await askFirst(context, {
      operation: "transfer_domain",
      target: domain,
      given: confirm,
      input: { ...input, domain },
      observed: { id, price, nameservers },
      always: isPriceUnknown({ domain, years: 1 }),
      preview: `This transfers ${domain} here with a year's renewal: ${price}, auto-renewal ${input.auto_renew ? "on" : "off"}.`,
    });
    if (unconfirmed !== undefined) return unconfirmed;
    const { auth_code: authCode, auto_renew: autoRenew } = input;
    const intent = domainIntent("transfer_domain", domain, `transfer of ${domain} begun`);
    const { result: transfer, change } = await journaled(context, intent, () =>
      context.api.domains.transfer(id, { authCode, autoRenew }),
    );
    return { ...DONE, change, transfer: transferRowOf({ ...transfer, domain }, authCode) };
  },
  text(output) {
    const { transfer } = output;
    if (transfer === undefined) return unconfirmedText(output) ?? "";
    const { domain, status, estimated_completion: end, message, next_steps: steps } = transfer;
    return lines(
      `The transfer of ${domain} has begun${status === undefined ? "" : ` (${wordText(status, 40)})`}.`,
      end === undefined ? undefined : `Expected to end: ${wordText(end, 40)}`,
      message === undefined ? undefined : `The API says: ${quotedText(message, 300)}`,
      steps.map((step) => `- ${quotedText(step, 300)}`),
    );
  },
});

function transferRowOf(transfer: Transfer, authCode: string): z.output<typeof transferRow> {
  const clean = (text: string) => withoutSecrets(text, [authCode]);
  return {
    domain: transfer.domain,
    status: transfer.status,
    initiated_at: transfer.initiatedAt,
    estimated_completion: transfer.estimatedCompletion,
    message: transfer.message === undefined ? undefined : clean(transfer.message),
    next_steps: transfer.nextSteps.map(clean),
  };
}
