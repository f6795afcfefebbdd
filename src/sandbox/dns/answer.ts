// What the zones say to a question: RFC 1034 §4.3.2 and the RFCs that mend it. Pure: no sockets, no bytes.
import { additionalFor } from "./additional.ts";
import type { Rcode } from "./dns-numbers.ts";
import { findInZone } from "./find-in-zone.ts";
import { isAtOrBelow, parentOf } from "./name-text.ts";
import type { Rrset } from "./rrset.ts";
import type { ServedZone } from "./served-zone.ts";
import type { ServedZones } from "./served-zones.ts";

export interface Question {
  /** Canonical, as in name-text.ts. */
  readonly name: string;
  /** A mnemonic, or `TYPE65`. */
  readonly type: string;
  /** RD: asks for the short form of an answer, as BIND has it. */
  readonly recursionDesired: boolean;
}

export interface Answer {
  readonly rcode: Rcode;
  /** AA: whether the answer to the question's own name is authoritative (RFC 1035 §4.1.1, RFC 1034 §6.2.7). */
  readonly aa: boolean;
  readonly answer: readonly Rrset[];
  readonly authority: readonly Rrset[];
  readonly additional: readonly Rrset[];
}

/** CNAMEs that are followed before the rest is left to the asker; also what ends a loop (BIND: max-query-restarts). */
const CHAIN_LIMIT = 16;

/** Answers a question of class IN from the zones as they are now. */
export function answer(zones: ServedZones, question: Question): Answer {
  const zone = zoneFor(zones, question);
  if (zone === undefined) return { rcode: "REFUSED", aa: false, answer: [], authority: [], additional: [] };
  return follow(zones, question, { zone, name: question.name, chain: [] });
}

interface Step {
  readonly zone: ServedZone;
  readonly name: string;
  readonly chain: readonly Rrset[];
}

/** RFC 1034 §4.3.2 step 3a: a CNAME starts the search again at its target, in whichever zone that is. */
function follow(zones: ServedZones, question: Question, step: Step): Answer {
  const { zone, name, chain } = step;
  const found = findInZone(zone, name, question.type);
  // RFC 1034 §6.2.7: after a CNAME of ours the header speaks of the CNAME, so a referral at its end leaves AA on.
  if (found.kind === "referral") {
    const parts = { answer: chain, authority: [found.ns] };
    return { rcode: "NOERROR", aa: chain.length > 0, ...parts, additional: additionalFor(zone, parts) };
  }
  if (found.kind === "absent") {
    return {
      rcode: found.nameExists ? "NOERROR" : "NXDOMAIN",
      aa: true,
      answer: chain,
      authority: [negativeSoa(zone)],
      additional: [],
    };
  }
  const sofar = [...chain, ...found.rrsets];
  if (found.kind === "data") return positive(zone, question, sofar);
  const next = zoneFor(zones, { ...question, name: found.target });
  const onward = next !== undefined && sofar.length < CHAIN_LIMIT && !chain.some(({ name: seen }) => seen === name);
  if (onward) return follow(zones, question, { zone: next, name: found.target, chain: sofar });
  return { rcode: "NOERROR", aa: true, answer: sofar, authority: [], additional: [] };
}

/**
 * An answer with data: the zone's NS in the authority section, unless recursion was desired or they are the answer.
 * So BIND 9.18 does by default (`minimal-responses no-auth-recursive`); no RFC asks for either.
 */
function positive(zone: ServedZone, question: Question, rrsets: readonly Rrset[]): Answer {
  const asksApexNs = question.name === zone.origin && ["NS", "ANY"].includes(question.type);
  const ns = question.recursionDesired || asksApexNs ? undefined : zone.rrset(zone.origin, "NS");
  const parts = { answer: rrsets, authority: ns === undefined ? [] : [ns] };
  return { rcode: "NOERROR", aa: true, ...parts, additional: additionalFor(zone, parts) };
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
  const parent = parentOf(name);
  if (type !== "DS" || zone?.origin !== name || parent === undefined) return zone;
  const above = zones.zoneOf(parent);
  return above !== undefined && isAtOrBelow(name, above.origin) ? above : zone;
}
