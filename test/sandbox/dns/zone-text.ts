// Records as a master file for BIND, written apart from the product's own printer so that each can find the other's faults.
import type { DnsRecord } from "../../../src/core/dns/record.ts";

/** Lines for the SOA and NS that the sandbox serves by itself; the SOA's figures are this test's to know. */
export function zoneText(
  zone: { readonly origin: string; readonly records: readonly DnsRecord[] },
  serial: number,
): string {
  const apex = `${zone.origin}.`;
  const ownNs = zone.records.some(({ name, type }) => name === zone.origin && type === "NS")
    ? []
    : [`${apex} 3600 NS ns1.vps.org.`, `${apex} 3600 NS ns2.vps.org.`];
  return [
    `${apex} 3600 SOA ns1.vps.org. hostmaster.vps.org. ${serial} 7200 900 1209600 300`,
    ...ownNs,
    ...zone.records.map(recordLine),
    "",
  ].join("\n");
}

function recordLine(record: DnsRecord): string {
  return `${record.name}. ${record.ttl} ${record.type} ${rdataText(record)}`;
}

function rdataText({ type, value, priority }: DnsRecord): string {
  if (type === "TXT") return characterStrings(Buffer.from(value, "utf8"));
  if (type === "A" || type === "AAAA" || type === "CAA") return value;
  const withDot = value.endsWith(".") ? value : `${value}.`;
  return priority === undefined ? withDot : `${priority} ${withDot}`;
}

function characterStrings(octets: Buffer): string {
  const strings: string[] = [];
  for (let at = 0; at < octets.length; at += 255) {
    const escaped = Array.from(octets.subarray(at, at + 255), (octet) => `\\${String(octet).padStart(3, "0")}`);
    strings.push(`"${escaped.join("")}"`);
  }
  return strings.join(" ");
}
