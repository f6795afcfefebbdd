// A domain registration as results show it, and as lines.
import * as z from "zod/mini";
import type { Domain } from "../../api/api.ts";
import { dayOf } from "../../text/day-of.ts";
import { idText, wordText } from "../../text/plain-text.ts";

/** The schema of a registration in a result. */
export const domainRow = z.strictObject({
  name: z.string(),
  id: z.string(),
  status: z.optional(z.string()),
  registered_at: z.optional(z.string()),
  expires_at: z.optional(z.string()),
  days_until_expiration: z.optional(z.number()),
  auto_renew: z.optional(z.boolean()),
  locked: z.optional(z.boolean()),
  privacy_protection: z.optional(z.boolean()),
  nameservers: z.optional(z.array(z.string())),
  dns_managed_by: z.optional(z.string()),
  dns_records_count: z.optional(z.number()),
  registrar: z.optional(z.string()),
  whois: z.optional(z.record(z.string(), z.string())),
});
/** A registration as results have it. */
export type DomainRow = z.output<typeof domainRow>;

/** The row of a registration, in full or as far as a list tells it. */
export function domainRowOf(domain: Domain): DomainRow {
  return {
    name: domain.domain,
    id: domain.id,
    status: domain.status,
    registered_at: domain.registeredAt,
    expires_at: domain.expiresAt,
    days_until_expiration: domain.daysUntilExpiration,
    auto_renew: domain.autoRenew,
    locked: domain.locked,
    privacy_protection: domain.privacyProtection,
    nameservers: domain.nameservers === undefined ? undefined : [...domain.nameservers],
    dns_managed_by: domain.dnsManagedBy,
    dns_records_count: domain.dnsRecordsCount,
    registrar: domain.registrar,
    whois: domain.whois === undefined ? undefined : { ...domain.whois },
  };
}

/** `example.com: active, expires 2026-01-15, auto-renewal on, locked, name servers a b ; id 101`. */
export function domainLine(row: DomainRow): string {
  const facts = [
    row.status === undefined ? undefined : wordText(row.status, 40),
    row.expires_at === undefined ? undefined : `expires ${dayOf(row.expires_at)}`,
    onOff("auto-renewal", row.auto_renew),
    row.locked === undefined ? undefined : row.locked ? "locked" : "not locked",
    row.privacy_protection === undefined ? undefined : row.privacy_protection ? "private" : "not private",
    row.nameservers === undefined
      ? undefined
      : `name servers ${row.nameservers.map((host) => wordText(host, 255)).join(" ")}`,
  ].filter((fact) => fact !== undefined);
  return `${wordText(row.name, 255)}: ${facts.length === 0 ? "no details" : facts.join(", ")} ; id ${idText(row.id)}`;
}

function onOff(what: string, flag: boolean | undefined): string | undefined {
  return flag === undefined ? undefined : `${what} ${flag ? "on" : "off"}`;
}
