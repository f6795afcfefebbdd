// What somebody wants a zone to hold, put beside what the zone holds.
import type { DnsRecord } from "../dns/record.ts";
import { RrsetMap } from "../dns/rrset-map.ts";
import { InputError } from "../errors.ts";

/** A desired record; without a TTL of its own it takes its RRset's, or the default of a new one. */
export interface WantedRecord {
  readonly record: DnsRecord;
  readonly ttlGiven: boolean;
}

/** The desired records of one owner name and type, with the one TTL they ask for, if any. */
export interface WantedRrset {
  readonly records: readonly DnsRecord[];
  readonly ttl: number | undefined;
}

/** One RRset as it stands and as it is wanted. */
export interface RrsetPair<Standing> {
  readonly standing: readonly Standing[];
  /** Absent where nobody names the RRset. */
  readonly wanted: WantedRrset | undefined;
}

interface GrowingPair<Standing> {
  readonly standing: Standing[];
  wanted: { readonly records: DnsRecord[]; ttl: number | undefined } | undefined;
}

/**
 * Every RRset that stands, then those that are only wanted.
 * @throws InputError invalid_ttl where one RRset is given two TTLs (RFC 2181 §5.2).
 */
export function pairRrsets<Standing extends { readonly record: DnsRecord }>(
  standing: readonly Standing[],
  wanted: readonly WantedRecord[],
): RrsetMap<RrsetPair<Standing>> {
  const pairs = new RrsetMap<GrowingPair<Standing>>();
  for (const held of standing) {
    const pair = pairs.get(held.record);
    // An empty list would make room for seventeen at its first push.
    if (pair === undefined) pairs.add(held.record, { standing: [held], wanted: undefined });
    else pair.standing.push(held);
  }
  for (const one of wanted) {
    want(pairs.get(one.record) ?? pairs.add(one.record, { standing: [], wanted: undefined }), one);
  }
  return pairs;
}

function want(pair: GrowingPair<unknown>, { record, ttlGiven }: WantedRecord): void {
  const { wanted } = pair;
  const ttl = ttlGiven ? record.ttl : undefined;
  if (wanted === undefined) {
    pair.wanted = { records: [record], ttl };
    return;
  }
  if (ttl !== undefined && wanted.ttl !== undefined && wanted.ttl !== ttl) {
    throw new InputError(
      "invalid_ttl",
      `${record.type} at ${record.name} is given two TTLs, ${wanted.ttl} and ${ttl}.`,
      {
        field: "ttl",
        hint: "All records of one name and type share one TTL (RFC 2181 §5.2): give the same one everywhere.",
      },
    );
  }
  wanted.records.push(record);
  wanted.ttl ??= ttl;
}
