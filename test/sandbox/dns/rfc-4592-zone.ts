// The example zone of RFC 4592 §2.2.1, word by word, with a wildcard alias and an empty wildcard added.
import type { DnsRecord } from "../../../src/core/dns/record.ts";

export const RFC_4592_ORIGIN = "example";

export const RFC_4592_RECORDS: readonly DnsRecord[] = [
  { name: "example", type: "NS", ttl: 3600, value: "ns.example.com" },
  { name: "example", type: "NS", ttl: 3600, value: "ns.example.net" },
  { name: "*.example", type: "TXT", ttl: 3600, value: "this is a wildcard" },
  { name: "*.example", type: "MX", ttl: 3600, value: "host1.example", priority: 10 },
  { name: "sub.*.example", type: "TXT", ttl: 3600, value: "this is not a wildcard" },
  { name: "host1.example", type: "A", ttl: 3600, value: "192.0.2.1" },
  { name: "_ssh._tcp.host1.example", type: "SRV", ttl: 3600, value: "0 22 host1.example", priority: 0 },
  { name: "_ssh._tcp.host2.example", type: "SRV", ttl: 3600, value: "0 22 host2.example", priority: 0 },
  { name: "subdel.example", type: "NS", ttl: 3600, value: "ns.example.com" },
  { name: "subdel.example", type: "NS", ttl: 3600, value: "ns.example.net" },
  { name: "*.alias.example", type: "CNAME", ttl: 3600, value: "host1.example" },
  { name: "below.*.empty.example", type: "TXT", ttl: 3600, value: "its parent is an empty wildcard" },
];
