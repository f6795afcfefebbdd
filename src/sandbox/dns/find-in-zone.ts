// What one zone has at a name (RFC 1034 §4.3.2 step 3, RFC 4592 §3.3.1): cuts first, then the name, then a wildcard.
import { nameOfTarget } from "../../core/dns/name.ts";
import { ancestry } from "./ancestry.ts";
import type { Rrset } from "./rrset.ts";
import type { ServedZone } from "./served-zone.ts";

export type Found =
  /** The name is at or below a zone cut, whose NS this is. */
  | { readonly kind: "referral"; readonly ns: Rrset }
  | { readonly kind: "data"; readonly rrsets: readonly Rrset[] }
  /** `rrsets` is the one CNAME. */
  | { readonly kind: "alias"; readonly rrsets: readonly Rrset[]; readonly target: string }
  /** Nothing of this type (RFC 2308 §2.2) or no such name (§2.1). */
  | { readonly kind: "absent"; readonly nameExists: boolean };

/** Types that may stand beside a CNAME, which is therefore not followed for them (RFC 4034 §3 and §4, RFC 2535 for the older). */
const BESIDE_CNAME = ["CNAME", "ANY", "KEY", "SIG", "NXT", "RRSIG", "NSEC"];

/** Asks for a canonical name at or below the zone's apex. */
export function findInZone(zone: ServedZone, name: string, type: string): Found {
  const path = namesBelowApex(zone, name);
  let encloser = zone.origin;
  for (const at of path) {
    if (!zone.has(at)) return fromWildcard(zone, { encloser, name, type });
    const ns = zone.rrset(at, "NS");
    // RFC 4035 §3.1.4.1: the DS at a cut is the parent's own data, all else there and below is the child's.
    if (ns !== undefined && !(at === name && type === "DS")) return { kind: "referral", ns };
    encloser = at;
  }
  return atNode(zone, { node: name, owner: name, type });
}

/** RFC 4592 §3.3.1: only the wildcard right below the closest encloser counts; an empty one yields NODATA (§2.2.2). */
function fromWildcard(zone: ServedZone, asked: { encloser: string; name: string; type: string }): Found {
  const wildcard = asked.encloser === "" ? "*" : `*.${asked.encloser}`;
  if (!zone.has(wildcard)) return { kind: "absent", nameExists: false };
  return atNode(zone, { node: wildcard, owner: asked.name, type: asked.type });
}

/** What is at an existing node, given out under the owner name that was asked for. */
function atNode(zone: ServedZone, asked: { node: string; owner: string; type: string }): Found {
  const owned = (rrset: Rrset): Rrset => (rrset.name === asked.owner ? rrset : { ...rrset, name: asked.owner });
  const cname = zone.rrset(asked.node, "CNAME");
  if (cname !== undefined && !BESIDE_CNAME.includes(asked.type)) {
    return { kind: "alias", rrsets: [owned(cname)], target: nameOfTarget(cname.rdata[0]?.value ?? "") };
  }
  const rrsets = zone.rrsets(asked.node).filter(({ type }) => asked.type === "ANY" || type === asked.type);
  return rrsets.length > 0 ? { kind: "data", rrsets: rrsets.map(owned) } : { kind: "absent", nameExists: true };
}

/** Every name from just below the apex down to the name itself. */
function namesBelowApex(zone: ServedZone, name: string): readonly string[] {
  const names = ancestry(name);
  return names.slice(0, names.indexOf(zone.origin)).reverse();
}
