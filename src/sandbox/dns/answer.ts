// What the zones say to a question: RFC 1034 §4.3.2 and the RFCs that mend it. Pure: no sockets, no bytes.
import { parentOf } from "../../core/dns/name.ts";
import { addressesFor, glueFor } from "./additional.ts";
import type { Rcode } from "./dns-numbers.ts";
import { findInZone } from "./find-in-zone.ts";
import type { Rrset } from "./rrset.ts";
import type { ServedZone } from "./served-zone.ts";
import type { ServedZones } from "./served-zones.ts";

export interface Question {
  /** Canonical, as in core/dns/name.ts. */
  readonly name: string;
  /** A mnemonic, or `TYPE65`. */
  readonly type: string;
  /** How much beyond the answer itself a positive answer carries; `full` when left out. */
  readonly extent?: Extent;
}

/** With the zone's NS and addresses, without the NS, without both. */
export type Extent = "full" | "no-authority" | "minimal";

export interface Answer {
  readonly rcode: Rcode;
  /** AA: whether what is said of the question's own name is authoritative (RFC 1035 §4.1.1). */
  readonly aa: boolean;
  readonly answer: readonly Rrset[];
  readonly authority: readonly Rrset[];
  readonly additional: readonly Rrset[];
  /** Of a referral: the name of the zone cut, whose own servers cannot be reached without the glue in `additional`. */
  readonly cut?: string;
}

/** Targets that are gone on to before a chain of CNAMEs is given up, which also ends a loop (BIND: max-query-restarts). */
const MAX_RESTARTS = 11;

/** Answers a question of class IN from the zones as they are now. */
export function answer(zones: ServedZones, question: Question): Answer {
  const zone = zoneFor(zones, question);
  if (zone === undefined) return { rcode: "REFUSED", aa: false, answer: [], authority: [], additional: [] };
  return follow(zones, question, { zone, name: question.name, chain: [] });
}

/** Where following CNAMEs has come to: the next name, the zone to ask, and the CNAMEs behind. */
interface Step {
  readonly zone: ServedZone;
  readonly name: string;
  readonly chain: readonly Rrset[];
}

function follow(zones: ServedZones, question: Question, step: Step): Answer {
  const { zone, name, chain } = step;
  const found = findInZone(zone, name, question.type);
  if (found.kind === "referral") return referral(zone, found.ns, chain);
  if (found.kind === "absent") return negative(zone, question, { nameExists: found.nameExists, chain });
  const rrsets = [...chain, ...found.rrsets];
  if (found.kind === "alias") return onward(zones, question, { name: found.target, chain: rrsets });
  return positive(zone, question, rrsets);
}

/** RFC 1034 §4.3.2 step 3a: a CNAME starts the search again at its target, in whichever served zone that is. */
function onward(zones: ServedZones, question: Question, { name, chain }: Omit<Step, "zone">): Answer {
  const unfinished = { aa: true, answer: chain, authority: [], additional: [] };
  if (chain.length > MAX_RESTARTS || chain.some((seen) => seen.name === name)) {
    return { rcode: "SERVFAIL", ...unfinished };
  }
  const zone = zoneFor(zones, { name, type: question.type });
  return zone === undefined ? { rcode: "NOERROR", ...unfinished } : follow(zones, question, { zone, name, chain });
}

/** RFC 1034 §6.2.6: not authoritative; after a CNAME it is, since AA is about the first owner name (RFC 1035 §4.1.1). */
function referral(zone: ServedZone, ns: Rrset, chain: readonly Rrset[]): Answer {
  const sections = { answer: chain, authority: [ns], additional: glueFor(zone, ns) };
  return { rcode: "NOERROR", aa: chain.length > 0, ...sections, cut: ns.name };
}

/** RFC 2308 §2: the last name of the chain decides between NXDOMAIN and NODATA. */
function negative(
  zone: ServedZone,
  question: Question,
  { nameExists, chain }: { readonly nameExists: boolean; readonly chain: readonly Rrset[] },
): Answer {
  const soa = negativeSoa(zone);
  // Who asks for an SOA where no name is looks for the zone cut, and should find one made next (BIND: `zero-no-soa-ttl`).
  const authority = [!nameExists && question.type === "SOA" ? { ...soa, ttl: 0 } : soa];
  return { rcode: nameExists ? "NOERROR" : "NXDOMAIN", aa: true, answer: chain, authority, additional: [] };
}

/** An answer with data: the zone's NS in the authority section unless they are the answer, and the addresses named. */
function positive(zone: ServedZone, { type, extent = "full" }: Question, rrsets: readonly Rrset[]): Answer {
  const asksApexNs = rrsets.at(-1)?.name === zone.origin && (type === "NS" || type === "ANY");
  const ns = extent !== "full" || asksApexNs ? undefined : zone.rrset(zone.origin, "NS");
  const authority = ns === undefined ? [] : [ns];
  // An answer to ANY is long enough as it is, and BIND's has none either.
  const additional = extent === "minimal" || type === "ANY" ? [] : addressesFor(zone, [...rrsets, ...authority]);
  return { rcode: "NOERROR", aa: true, answer: rrsets, authority, additional };
}

/** RFC 2308 §3 and §5: the SOA of a negative answer lives as long as the answer, the lesser of its TTL and MINIMUM. */
function negativeSoa(zone: ServedZone): Rrset {
  const soa = zone.soa();
  const minimum = Number(soa.rdata[0]?.value.split(" ").at(-1));
  return { ...soa, ttl: Math.min(soa.ttl, minimum) };
}

/** The closest zone; of a DS that lives above the cut, the zone above where it is served too (RFC 4035 §3.1.4.1). */
function zoneFor(zones: ServedZones, { name, type }: Pick<Question, "name" | "type">): ServedZone | undefined {
  const zone = zones.zoneOf(name);
  if (type !== "DS" || zone?.origin !== name || name === "") return zone;
  return zones.zoneOf(parentOf(name)) ?? zone;
}
