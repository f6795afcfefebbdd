// A domain as the pages show it: in a list, alone, and after a change.
import { datestamp, timestamp } from "./timestamp.ts";
import { DAY_MS, type domainAt } from "../state/domain-at.ts";

type Domain = ReturnType<typeof domainAt>;

const PRIVATE = "Privacy Protected";
const OWN_NAMESERVER = /(?:^|\.)vps\.org$/;

/** As D1 lists it. */
export function domainShape(domain: Domain) {
  return {
    id: domain.id,
    domain_name: domain.domain,
    status: domain.status,
    registration_date: timestamp(domain.registeredAt),
    expiration_date: timestamp(domain.expiresAt),
    auto_renew: domain.autoRenew,
    locked: domain.locked,
    nameservers: domain.nameservers,
    privacy_protection: domain.privacyProtection,
    dns_managed_by: isManagedHere(domain) ? "vps.org" : "external",
  };
}

/** As D3 shows it. */
export function domainDetail(domain: Domain, at: { readonly now: number; readonly recordCount: number }) {
  const contact = (text: string) => (domain.privacyProtection ? PRIVATE : text);
  return {
    ...domainShape(domain),
    registrar: domain.registrar,
    days_until_expiration: Math.floor((domain.expiresAt - at.now) / DAY_MS),
    whois_info: {
      registrant: contact("Sandbox Owner"),
      admin_contact: contact("Sandbox Administrator"),
      tech_contact: contact("Sandbox Technician"),
      created_date: datestamp(domain.registeredAt),
      updated_date: datestamp(domain.updatedAt),
    },
    dns_records_count: isManagedHere(domain) ? at.recordCount : 0,
  };
}

/** As D4 answers. */
export function domainSettings(domain: Domain, message: string) {
  return {
    id: domain.id,
    domain_name: domain.domain,
    status: domain.status,
    auto_renew: domain.autoRenew,
    nameservers: domain.nameservers,
    privacy_protection: domain.privacyProtection,
    locked: domain.locked,
    message,
  };
}

function isManagedHere({ nameservers }: Domain): boolean {
  return nameservers.every((name) => OWN_NAMESERVER.test(name));
}
