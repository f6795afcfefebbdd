// remove_domain: takes a domain out of the account. It is no cancellation.
import * as z from "zod/mini";
import { domainIntent, journaled } from "../change/journaled.ts";
import type { Domain } from "../api/api.ts";
import { defineOperation } from "../operation.ts";
import { dayOf } from "../text/day-of.ts";
import * as fields from "./fields.ts";
import { resolveDomain } from "./find/resolve-domain.ts";
import { domainRow, domainRowOf } from "./shapes/domain-row.ts";
import { askFirst, changeField, DONE, guardedFields, unconfirmedText } from "./shapes/guarded.ts";

export const removeDomain = defineOperation({
  name: "remove_domain",
  title: "Remove domain",
  toolset: "domains",
  effect: "destroy",
  idempotent: false,
  api: ["D1", "D5"],
  summary:
    "Take a domain out of the account; asks a person first. It stays registered and renews: update_domain stops that.",
  input: z.strictObject({ domain: fields.domainOrId, confirm: z.optional(fields.confirm) }),
  output: z.strictObject({ ...guardedFields, ...changeField, domain: z.optional(domainRow) }),
  examples: [{ title: "Remove example.org", input: { domain: "example.org", confirm: "example.org" } }],
  async run({ domain: given, confirm }, context) {
    const domain = await resolveDomain(context, given);
    const unconfirmed = await askFirst(context, {
      operation: "remove_domain",
      target: domain.domain,
      given: confirm,
      input: { domain: domain.domain },
      observed: { id: domain.id, autoRenew: domain.autoRenew, expiresAt: domain.expiresAt },
      preview: `This takes ${domain.domain} out of the account. ${stays(domain)}${howToStop(domain)}`,
    });
    if (unconfirmed !== undefined) return unconfirmed;
    const intent = domainIntent("remove_domain", domain.domain, `${domain.domain} taken out of the account`);
    const { change } = await journaled(context, intent, () => context.api.domains.remove(domain.id));
    return { ...DONE, change, domain: domainRowOf(domain) };
  },
  text(output) {
    const { domain } = output;
    if (domain === undefined) return unconfirmedText(output) ?? "";
    const { auto_renew: autoRenew, expires_at: expiresAt } = domain;
    const warning = autoRenew === false ? "" : " Nothing here stops that any more; its registrar can.";
    return `Took ${domain.name} out of the account. ${stays({ autoRenew, expiresAt })}.${warning}`;
  },
});

type Renewal = { readonly [K in "autoRenew" | "expiresAt"]?: Domain[K] | undefined };

function stays({ autoRenew, expiresAt }: Renewal): string {
  const until = expiresAt === undefined ? "" : ` until ${dayOf(expiresAt)}`;
  const renewal = autoRenew === undefined ? "may renew by itself" : autoRenew ? "renews by itself" : "does not renew";
  return `The registration stays${until} and ${renewal}`;
}

function howToStop({ autoRenew }: Renewal): string {
  return autoRenew === false ? "." : ": to stop paying, first call update_domain with auto_renew false.";
}
