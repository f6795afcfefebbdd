// What requests about domains may say.
import * as z from "zod";
import { parseZoneName } from "../../core/dns/name.ts";
import { InputError } from "../../core/errors.ts";
import { invalid } from "./refusal.ts";

const YEARS = "The registration period must be an integer from 1 to 10 years.";
const NAMESERVERS = "Give 2 to 4 nameservers as an array of names.";
const HOST_NAME = /^(?!-)[a-z0-9-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9-]{1,63}(?<!-))+$/;

const flag = (field: string) => z.boolean({ error: `The field ${field} must be true or false.` });

const nameservers = z
  .array(z.string({ error: NAMESERVERS }), { error: NAMESERVERS })
  .min(2, { error: NAMESERVERS })
  .max(4, { error: NAMESERVERS })
  .transform((names) => names.map((name) => name.toLowerCase().replace(/\.$/, "")))
  .refine((names) => names.every((name) => HOST_NAME.test(name)), { error: "A nameserver is not a valid host name." })
  .refine((names) => new Set(names).size === names.length, { error: "A nameserver is named twice." });

export const newDomainBody = z.object({
  domain_name: z.string({ error: "Give the domain name as a string." }),
  years: z.int({ error: YEARS }).min(1, { error: YEARS }).max(10, { error: YEARS }).default(1),
  auto_renew: flag("auto_renew").default(true),
  privacy_protection: flag("privacy_protection").default(true),
  nameservers: nameservers.optional(),
});

export const domainSettingsBody = z.object({
  auto_renew: flag("auto_renew").optional(),
  privacy_protection: flag("privacy_protection").optional(),
  nameservers: nameservers.optional(),
  locked: flag("locked").optional(),
});

export const transferBody = z.object({
  auth_code: z.string({ error: "Give the auth code as a string." }).min(1, { error: "The auth code is empty." }),
  auto_renew: flag("auto_renew").default(true),
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
