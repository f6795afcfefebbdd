// A zone as the lint rules see it: the index of its names, its RRsets by type, and what its texts say.
import type { Rrset } from "../compare.ts";
import type { DnsRecord } from "../record.ts";
import type { RecordType } from "../record-types.ts";
import { isSpf, parseSpf, type SpfRecord } from "../texts/spf-terms.ts";
import { indexZone, type ZoneContents, type ZoneIndex } from "../zone-index.ts";

/** A zone's index with what lint rules ask of it over and over. */
export interface LintIndex extends ZoneIndex {
  /** In the order given. */
  readonly records: readonly DnsRecord[];
  ofType(type: RecordType): readonly Rrset[];
  /** The records of one RRset, none where there is none. */
  at(name: string, type: RecordType): readonly DnsRecord[];
  readonly texts: readonly DnsRecord[];
  /** The SPF records of each name that has some, in the order given. */
  readonly spf: ReadonlyMap<string, readonly SpfRecord[]>;
}

/** Linear in the number of records. */
export function indexForLint(contents: ZoneContents): LintIndex {
  const index = indexZone(contents);
  const { rrsets } = index;
  const byType = new Map<RecordType, Rrset[]>();
  for (const rrset of rrsets.values()) {
    const group = byType.get(rrset.type);
    if (group === undefined) byType.set(rrset.type, [rrset]);
    else group.push(rrset);
  }
  const texts = byType.get("TXT")?.flatMap(({ records }) => records) ?? [];
  return {
    ...index,
    records: contents.records,
    ofType: (type) => byType.get(type) ?? [],
    at: (name, type) => rrsets.get({ name, type })?.records ?? [],
    texts,
    spf: spfByName(texts),
  };
}

function spfByName(texts: readonly DnsRecord[]): ReadonlyMap<string, readonly SpfRecord[]> {
  const found = new Map<string, SpfRecord[]>();
  for (const record of texts.filter(isSpf)) {
    const group = found.get(record.name);
    if (group === undefined) found.set(record.name, [parseSpf(record)]);
    else group.push(parseSpf(record));
  }
  return found;
}
