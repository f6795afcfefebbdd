// DMARC records taken apart, and where they may stand (RFC 9989 §4).
import { labelsOf } from "../name.ts";
import type { DnsRecord } from "../record.ts";
import { readTags, tagValue } from "../texts/tag-list.ts";

/** Whether a text is a DMARC record, wherever it stands. */
export function isDmarc({ value }: Pick<DnsRecord, "value">): boolean {
  return /^v\s*=\s*DMARC1\s*(?:;|$)/.test(value);
}

/** At `_dmarc.<name>`, where receivers look (§4.5). */
export function isDmarcName(name: string): boolean {
  return labelsOf(name)[0] === "_dmarc";
}

/** At `<domain>._report._dmarc.<name>`, where a name says that it takes reports about others (RFC 9990 §4). */
export function isReportName(name: string): boolean {
  return name.includes("._report._dmarc.");
}

/** What the record asks receivers to do, lower case; `undefined` where it is no DMARC record or does not say. */
export function policyOf(record: DnsRecord): string | undefined {
  return isDmarc(record) ? tagValue(readTags(record.value), "p")?.toLowerCase() : undefined;
}
