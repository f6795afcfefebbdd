// update_domain: the settings of a registration.
import * as z from "zod/mini";
import type { Domain, DomainSettings } from "../api/api.ts";
import { changeDomain } from "../change/change-domain.ts";
import { InputError } from "../errors.ts";
import { defineOperation } from "../operation.ts";
import { lines } from "../text/lines.ts";
import { quotedText } from "../text/plain-text.ts";
import * as fields from "./fields.ts";
import { nameserverNames, sameServers } from "./find/nameserver-names.ts";
import { resolveDomain } from "./find/resolve-domain.ts";
import { domainLine, domainRow, domainRowOf } from "./shapes/domain-row.ts";
import { changeField, DONE, guardedFields, unconfirmedText, undoLine } from "./shapes/guarded.ts";

export const updateDomain = defineOperation({
  name: "update_domain",
  title: "Update domain",
  toolset: "domains",
  effect: "update",
  idempotent: true,
  api: ["D1", "D4"],
  summary: "Set renewal, privacy, lock, name servers. Ending renewal, unlocking or moving away asks a person first.",
  input: z.strictObject({
    domain: fields.domainOrId,
    auto_renew: z.optional(fields.autoRenew),
    privacy_protection: z.optional(fields.privacyProtection),
    nameservers: z.optional(fields.nameservers),
    locked: z.optional(z.boolean().check(z.describe("No transfer away"))),
    confirm: z.optional(fields.confirm),
  }),
  output: z.strictObject({
    ...guardedFields,
    ...changeField,
    domain: z.optional(domainRow),
    message: z.optional(z.string()),
  }),
  examples: [
    { title: "Renew myapp.io by itself", input: { domain: "myapp.io", auto_renew: true } },
    {
      title: "Stop paying for example.com",
      input: { domain: "example.com", auto_renew: false, confirm: "example.com" },
    },
  ],
  async run({ confirm, ...input }, context) {
    const wanted = settingsOf(input);
    const domain = await resolveDomain(context, input.domain);
    const settings = differing(domain, wanted);
    if (Object.keys(settings).length === 0) return { ...DONE, changed: false, domain: domainRowOf(domain) };
    const result = await changeDomain(context, {
      operation: "update_domain",
      domain,
      settings,
      confirm,
      input: { ...input, domain: domain.domain },
    });
    if (result.status !== "done") return result;
    const { updated, change } = result;
    const { message, ...after } = updated;
    return { ...DONE, change, domain: domainRowOf({ ...domain, ...after }), message };
  },
  text(output) {
    const { domain, changed, change, message } = output;
    if (domain === undefined) return unconfirmedText(output) ?? "";
    return lines(
      `${changed ? "Updated" : "Already so"}: ${domainLine(domain)}`,
      message === undefined ? undefined : `The API says: ${quotedText(message, 300)}`,
      undoLine(change),
    );
  },
});

interface Given {
  readonly auto_renew?: boolean | undefined;
  readonly privacy_protection?: boolean | undefined;
  readonly nameservers?: readonly string[] | undefined;
  readonly locked?: boolean | undefined;
}

function settingsOf(given: Given): DomainSettings {
  const { auto_renew: autoRenew, privacy_protection: privacyProtection, nameservers, locked } = given;
  const settings = {
    ...(autoRenew === undefined ? {} : { autoRenew }),
    ...(privacyProtection === undefined ? {} : { privacyProtection }),
    ...(nameservers === undefined ? {} : { nameservers: nameserverNames(nameservers) }),
    ...(locked === undefined ? {} : { locked }),
  };
  if (Object.keys(settings).length > 0) return settings;
  throw new InputError("invalid_input", "Nothing to change was given.", {
    hint: "Give auto_renew, privacy_protection, nameservers or locked beside domain.",
  });
}

/** What is not so already: the rest is neither sent nor asked about. */
function differing(domain: Domain, wanted: DomainSettings): DomainSettings {
  const { autoRenew, privacyProtection, nameservers, locked } = wanted;
  return {
    ...(autoRenew === undefined || autoRenew === domain.autoRenew ? {} : { autoRenew }),
    ...(privacyProtection === undefined || privacyProtection === domain.privacyProtection ? {} : { privacyProtection }),
    ...(nameservers === undefined || sameServers(domain.nameservers, nameservers) ? {} : { nameservers }),
    ...(locked === undefined || locked === domain.locked ? {} : { locked }),
  };
}
