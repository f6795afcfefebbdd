// Texts of which a name has one or none: with two, receivers take neither.
import type { SentChange } from "../../change/send-change.ts";
import { recordsAfter } from "../../change/records-after.ts";
import { relativeName } from "../../dns/name.ts";
import type { DnsRecord } from "../../dns/record.ts";
import type { ZoneState } from "../find/read-zone.ts";

/** SPF, DMARC, MTA-STS and TLS reporting: RFC 7208 §3.2, RFC 9989 §4.10, RFC 8461 §3.1, RFC 8460 §3. */
const LONE = /^v=(?:spf1|dmarc1|stsv1|tlsrptv1)(?=[\s;]|$)/i;

/** A warning for each name where what was sent now stands beside another text of its kind. */
export function loneTextWarnings({ zone, records }: ZoneState, sent: readonly SentChange[]): readonly string[] {
  const changes = sent.map(({ change }) => change);
  const written = changes.flatMap((change) => (change.action === "delete" ? [] : placesOf([change.after])));
  if (written.length === 0) return [];
  const standing = new Map<string, number>();
  for (const place of placesOf(recordsAfter(records, changes))) standing.set(place, (standing.get(place) ?? 0) + 1);
  return [...new Set(written)].flatMap((place) => {
    const number = standing.get(place) ?? 0;
    return number < 2 ? [] : [warning(place, number, zone.domain)];
  });
}

// `v=spf1 example.com`: the kind, which is one of four words, and the name.
function placesOf(records: readonly DnsRecord[]): readonly string[] {
  return records.flatMap(({ type, name, value }) => {
    const kind = type === "TXT" ? LONE.exec(value)?.[0] : undefined;
    return kind === undefined ? [] : [`${kind.toLowerCase()} ${name}`];
  });
}

function warning(place: string, number: number, zone: string): string {
  const [kind = "", name = zone] = place.split(" ");
  return `${relativeName(name, zone)} has ${number} texts that begin with ${kind} now: receivers take none of them. Leave one, with set_rrset or apply_preset.`;
}
