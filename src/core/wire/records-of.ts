// What an answer says about a name: the records of a type, CNAMEs followed as far as the answer goes, and its SOA.
import { nameOfTarget } from "../dns/name.ts";
import type { Rdata } from "../dns/rdata/record-type-row.ts";
import type { Question, WireMessage, WireRecord, WireType } from "./wire.ts";

/** Longer chains are broken ones; resolvers give up at 8 to 16. */
const CHAIN_MAX = 16;

/** Where the aliases of an answer lead. */
export interface Followed {
  /** The records of the type at the end of the chain; empty where the answer has none. */
  readonly records: readonly WireRecord[];
  /** The CNAME targets that were followed, as owner names are spelled. */
  readonly via: readonly string[];
  /** The chain leads back to itself, or is too long to be meant. */
  readonly isEndless: boolean;
}

/** Follows CNAMEs within one answer; the question for a CNAME is answered by the CNAME itself. */
export function follow({ answers }: Pick<WireMessage, "answers">, { name, type }: Question): Followed {
  const via: string[] = [];
  for (let at = name; via.length < CHAIN_MAX; ) {
    const records = recordsOf(answers, at, type);
    const next = recordsOf(answers, at, "CNAME")[0]?.rdata?.value;
    if (records.length > 0 || next === undefined) return { records, via, isEndless: false };
    at = nameOfTarget(next);
    if (at === name || via.includes(at)) break;
    via.push(at);
  }
  return { records: [], via, isEndless: true };
}

/** The records of one owner name and type that were understood. */
export function recordsOf(section: readonly WireRecord[], name: string, type: WireType): readonly WireRecord[] {
  return section.filter((record) => record.name === name && record.type === type && record.rdata !== undefined);
}

/** What is read from an SOA. */
export interface SoaFacts {
  readonly serial: number;
  /** How long a "no" may be kept: the lesser of the SOA's TTL and its MINIMUM (RFC 2308 §5). Seconds. */
  readonly negativeTtl: number;
}

/** The SOA of a section, if it has one. */
export function soaOf(section: readonly WireRecord[]): SoaFacts | undefined {
  const soa = section.find(({ type, rdata }) => type === "SOA" && rdata !== undefined);
  return soa?.rdata === undefined ? undefined : soaFacts(soa.rdata, soa.ttl);
}

function soaFacts({ value }: Rdata, ttl: number): SoaFacts {
  const [serial = 0, , , , minimum = 0] = value.split(" ").slice(2).map(Number);
  return { serial, negativeTtl: Math.min(ttl, minimum) };
}
