// The additional section: addresses of the hosts that an answer names (RFC 1034 §4.3.2 step 6, RFC 2782 for SRV).
import { findInZone } from "./find-in-zone.ts";
import { canonicalName, isAtOrBelow } from "./name-text.ts";
import type { Rrset } from "./rrset.ts";
import type { ServedZone } from "./served-zone.ts";

/** What is in the answer and authority sections, for the additional one to go with. */
interface Sections {
  readonly answer: readonly Rrset[];
  readonly authority: readonly Rrset[];
}

/**
 * A and AAAA of every MX, NS and SRV target that the zone knows, each once and none that is answered already.
 * Below a zone cut those are glue (RFC 1034 §4.2.1), which only a referral may hand out.
 */
export function additionalFor(zone: ServedZone, { answer, authority }: Sections): readonly Rrset[] {
  const present = new Set([...answer, ...authority].map(rrsetIdentity));
  const additional: Rrset[] = [];
  for (const host of new Set([...answer, ...authority].flatMap(targetsOf))) {
    for (const rrset of addressesOf(zone, host)) {
      const identity = rrsetIdentity(rrset);
      if (!present.has(identity)) additional.push(rrset);
      present.add(identity);
    }
  }
  return additional;
}

function addressesOf(zone: ServedZone, host: string): readonly Rrset[] {
  if (!isAtOrBelow(host, zone.origin)) return [];
  return (["A", "AAAA"] as const).flatMap((type) => {
    const found = findInZone(zone, host, type);
    if (found.kind === "data") return found.rrsets;
    const glue = found.kind === "referral" ? zone.rrset(host, type) : undefined;
    return glue === undefined ? [] : [glue];
  });
}

/** The target is the last word of all three: `mail.example.com`, `ns1.example.com`, `10 5060 sip.example.com`. */
function targetsOf({ type, rdata }: Rrset): readonly string[] {
  if (type !== "MX" && type !== "NS" && type !== "SRV") return [];
  return rdata.map(({ value }) => canonicalName(value.slice(value.lastIndexOf(" ") + 1)));
}

function rrsetIdentity({ name, type }: Rrset): string {
  return `${type} ${name}`;
}
