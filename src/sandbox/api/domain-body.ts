// What requests about domains may say.
import * as z from "zod/mini";
import { parseZoneName } from "../../core/dns/name.ts";
import { InputError } from "../../core/errors.ts";
import { invalid } from "./refusal.ts";

const YEARS = "The registration period must be an integer from 1 to 10 years.";
const NAMESERVERS = "Give 2 to 4 nameservers as an array of names.";
const HOST_NAME = /^(?!-)[a-z0-9-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9-]{1,63}(?<!-))+$/;

const flag = (field: string) => z.boolean({ error: `The field ${field} must be true or false.` });

const nameservers = z
  .pipe(
    z
      .array(z.string({ error: NAMESERVERS }), { error: NAMESERVERS })
      .check(z.minLength(2, { error: NAMESERVERS }), z.maxLength(4, { error: NAMESERVERS })),
    z.transform((names) => names.map((name) => name.toLowerCase().replace(/\.$/, ""))),
  )
  .check(
    z.refine((names) => names.every((name) => HOST_NAME.test(name)), {
      error: "A nameserver is not a valid host name.",
    }),
    z.refine((names) => new Set(names).size === names.length, { error: "A nameserver is named twice." }),
  );

export const newDomainBody = z.object({
  domain_name: z.string({ error: "Give the domain name as a string." }),
  years: z._default(z.int({ error: YEARS }).check(z.minimum(1, { error: YEARS }), z.maximum(10, { error: YEARS })), 1),
  auto_renew: z._default(flag("auto_renew"), true),
  privacy_protection: z._default(flag("privacy_protection"), true),
  nameservers: z.optional(nameservers),
});

export const domainSettingsBody = z.object({
  auto_renew: z.optional(flag("auto_renew")),
  privacy_protection: z.optional(flag("privacy_protection")),
  nameservers: z.optional(nameservers),
  locked: z.optional(flag("locked")),
});

export const transferBody = z.object({
  auth_code: z
    .string({ error: "Give the auth code as a string." })
    .check(z.minLength(1, { error: "The auth code is empty." })),
  auto_renew: z._default(flag("auto_renew"), true),
});

/** A name that could be registered: canonical, at least two labels, nothing but letters, digits and hyphens. */
export function registrableName(text: string): string {
  try {
    const name = parseZoneName(text);
    if (HOST_NAME.test(name)) return name;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw invalid("domain_name", "Invalid domain name", error);
  }
  throw invalid("domain_name", "Invalid domain name");
}
