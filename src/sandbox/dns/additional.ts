// The additional section: addresses of the hosts that an answer names (RFC 1034 §4.3.2 step 6, RFC 2782 for SRV).
import { isWithin, nameOfTarget } from "../../core/dns/name.ts";
import { findInZone } from "./find-in-zone.ts";
import type { Rrset } from "./rrset.ts";
import type { ServedZone } from "./served-zone.ts";

/**
 * A and AAAA of every MX, NS and SRV target that the zone itself has as its own data, each once and none that is in
 * `present` already. No glue, and nothing from another zone, which a resolver would have to distrust (RFC 2181 §5.4.1).
 */
export function addressesFor(zone: ServedZone, present: readonly Rrset[]): readonly Rrset[] {
  const known = new Set(present.map(rrsetIdentity));
  const hosts = [...new Set(present.flatMap(targetsOf))].filter((host) => isWithin(host, zone.origin));
  const addresses = hosts.flatMap((host) => {
    return (["A", "AAAA"] as const).flatMap((type) => {
      const found = findInZone(zone, host, type);
      return found.kind === "data" ? found.rrsets : [];
    });
  });
  return addresses.filter((rrset) => !known.has(rrsetIdentity(rrset)));
}

/**
 * The glue of a referral: addresses that the zone holds below one of its own cuts (RFC 1034 §4.2.1), be it another cut
 * than the one referred to (RFC 9471 §2.2). What the zone answers for itself is asked for where it is needed, as in BIND.
 * Every server's A comes before any AAAA, so that where room is short it goes round.
 */
export function glueFor(zone: ServedZone, ns: Rrset): readonly Rrset[] {
  const hosts = targetsOf(ns).filter((host) => isWithin(host, zone.origin));
  return (["A", "AAAA"] as const).flatMap((type) =>
    hosts.flatMap((host) => {
      const held = findInZone(zone, host, type).kind === "referral" ? zone.rrset(host, type) : undefined;
      return held === undefined ? [] : [held];
    }),
  );
}

/** The target is the last word of all three: `mail.example.com`, `ns1.example.com`, `10 5060 sip.example.com`. */
function targetsOf({ type, rdata }: Rrset): readonly string[] {
  if (type !== "MX" && type !== "NS" && type !== "SRV") return [];
  return rdata.map(({ value }) => nameOfTarget(value.slice(value.lastIndexOf(" ") + 1)));
}

function rrsetIdentity({ name, type }: Rrset): string {
  return `${type} ${name}`;
}
