// DKIM keys taken apart (RFC 6376 §3.6.1): tags, the key's text, and how long an RSA key is.
import { labelsOf } from "../name.ts";
import type { DnsRecord } from "../record.ts";
import { base64Octets } from "../texts/base64.ts";
import { readTags, type TagList, tagValue } from "../texts/tag-list.ts";

/** At `SELECTOR._domainkey`; the name `_domainkey` itself may hold a policy of the old DomainKeys. */
export function isKeyName(name: string): boolean {
  return name.includes("._domainkey.") && labelsOf(name).indexOf("_domainkey") > 0;
}

/** Keys are long and looked at by many rules, so each is read once. */
const read = new WeakMap<DnsRecord, TagList>();

/** The tags of a text that can be a key: it stands where keys do and has a `p`. */
export function keyTags(record: DnsRecord): TagList | undefined {
  if (!isKeyName(record.name)) return undefined;
  const tags = read.get(record) ?? readTags(record.value);
  read.set(record, tags);
  return tagValue(tags, "p") === undefined ? undefined : tags;
}

/** The key's algorithm as written; `rsa` where the `k` tag is left out. */
export function keyType(tags: TagList): string {
  return tagValue(tags, "k") ?? "rsa";
}

/** Without the white space that may stand inside base64. */
export function keyText(tags: TagList): string {
  return (tagValue(tags, "p") ?? "").replaceAll(/\s/g, "");
}

/** `undefined` when the key is no base64. */
export function keyOctets(tags: TagList): number | undefined {
  return base64Octets(keyText(tags));
}

/** Around the modulus of an RSA key: in the common form (RFC 5280 §4.1), and in the bare one (RFC 8017 §A.1.1). */
const [INFO_OCTETS, BARE_OCTETS] = [34, 12];

/** An estimate by length, a few octets off; `undefined` for keys of other kinds, revoked and broken ones. */
export function rsaBits(tags: TagList): number | undefined {
  const octets = keyOctets(tags) ?? 0;
  if (octets === 0 || keyType(tags) !== "rsa") return undefined;
  const isBare = /^MI(?:GJ|IB[A-Z]gKC|ICCgKC)/.test(keyText(tags));
  return (octets - (isBare ? BARE_OCTETS : INFO_OCTETS)) * 8;
}
