// What has become of a domain by now: pending becomes active, transfers complete, expiry comes or is renewed. Computed
// when it is looked at, so that nothing has to happen in between.
import type { HeldDomain } from "./entities.ts";

export const DAY_MS = 86_400_000;
export const VPS_REGISTRAR = "VPS.org";
export const VPS_NAMESERVERS: readonly string[] = ["ns1.vps.org", "ns2.vps.org"];

export type DomainStatus = "active" | "pending" | "expired";

/** The domain as it stands at `now`. Renewals are not charged: the pages say nothing of when they would be. */
export function domainAt(held: HeldDomain, now: number): HeldDomain & { readonly status: DomainStatus } {
  const transferred = completeTransfer(held, now);
  const domain = transferred.autoRenew ? renew(transferred, now) : transferred;
  return { ...domain, status: statusAt(domain, now) };
}

/** The same day and hour some years later; 29 February becomes 1 March where there is none. */
export function addYears(time: number, years: number): number {
  const date = new Date(time);
  return date.setUTCFullYear(date.getUTCFullYear() + years);
}

function statusAt(domain: HeldDomain, now: number): DomainStatus {
  if (now < domain.activeAt) return "pending";
  return now >= domain.expiresAt ? "expired" : "active";
}

/** One year's renewal is included in a transfer (domains page, "Siirtovaatimukset"). */
function completeTransfer(domain: HeldDomain, now: number): HeldDomain {
  const { transfer } = domain;
  if (transfer === null || now < transfer.completesAt) return domain;
  return {
    ...domain,
    registrar: VPS_REGISTRAR,
    expiresAt: addYears(domain.expiresAt, 1),
    updatedAt: transfer.completesAt,
    autoRenew: transfer.autoRenew,
    transfer: null,
  };
}

function renew(domain: HeldDomain, now: number): HeldDomain {
  if (now < domain.expiresAt) return domain;
  const years = Math.ceil((now - domain.expiresAt) / (365 * DAY_MS)) || 1;
  const expiresAt = addYears(domain.expiresAt, years);
  return { ...domain, expiresAt: now < expiresAt ? expiresAt : addYears(expiresAt, 1) };
}
