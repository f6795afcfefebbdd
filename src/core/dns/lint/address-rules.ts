// Addresses that nobody outside can reach, or that are nobody's (RFC 6890).
import { ipv4Octets, ipv6Groups } from "../rdata/address.ts";
import type { DnsRecord } from "../record.ts";
import type { LintIndex } from "./lint-index.ts";
import { at, type LintRule } from "./rule.ts";

/** The zone that the examples of these rules stand in: example.com is made of documentation addresses. */
const ZONE = "zone.example";
/** RFC 2606 §3: they are there to be shown, with addresses that are there to be shown. */
const EXAMPLE_ZONES: ReadonlySet<string> = new Set(["example.com", "example.net", "example.org"]);

const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7"].map(readRange);
const LOCAL = ["127.0.0.0/8", "169.254.0.0/16", "::1/128", "fe80::/10"].map(readRange);
const DOCUMENTATION = ["192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32", "3fff::/20"].map(
  readRange,
);
const UNUSABLE = [
  "0.0.0.0/8",
  "192.0.0.0/24",
  "198.18.0.0/15",
  "224.0.0.0/3",
  "::/128",
  "::ffff:0:0/96",
  "100::/64",
  "fec0::/10",
  "ff00::/8",
].map(readRange);

export const addressRules: readonly LintRule[] = [
  {
    id: "address-private",
    severity: "advice",
    source: "RFC 1918 §3",
    why: "The address is private: nobody outside its network reaches it, and everybody can see how it is built.",
    fix: "Give a public address, or keep such names in a zone that only the network sees.",
    zone: ZONE,
    firing: ["www A 10.0.0.1", "www AAAA fd00::1"],
    silent: ["www A 11.0.0.1", "www AAAA 2a00::1"],
    check: inside(PRIVATE),
  },
  {
    id: "address-local",
    severity: "advice",
    source: "RFC 6890 §2.2",
    why: "The address is each machine's own or its link's, so it leads everybody to another place.",
    fix: "Give a public address.",
    zone: ZONE,
    firing: ["www A 127.0.0.1", "www AAAA ::1"],
    silent: ["www A 128.0.0.1", "localhost A 127.0.0.1", "localhost AAAA ::1"],
    // Many zones have it, from when RFC 1537 asked every zone for a localhost.
    check: inside(LOCAL, ({ name }, { zone }) => name === `localhost.${zone}`),
  },
  {
    id: "address-documentation",
    severity: "warning",
    source: "RFC 5737 §3",
    why: "The address is one of those set aside for examples, so nothing is ever there.",
    fix: "Give the real address.",
    zone: ZONE,
    firing: ["www A 192.0.2.1", "www AAAA 2001:db8::1"],
    silent: ["www A 192.0.3.1", "www AAAA 2a00::1"],
    check: inside(DOCUMENTATION, (_, { zone }) => EXAMPLE_ZONES.has(zone)),
  },
  {
    id: "address-unusable",
    severity: "warning",
    source: "RFC 6890 §2.2",
    why: "The address is reserved, a group's or none at all, so no host can have it.",
    fix: "Give the host's real address, or delete the record.",
    zone: ZONE,
    firing: ["www A 0.0.0.0", "www AAAA ff02::1"],
    silent: ["www A 1.0.0.1", "www AAAA 2a00::1"],
    check: inside(UNUSABLE),
  },
];

interface Range {
  readonly octets: readonly number[];
  readonly bits: number;
}

function inside(
  ranges: readonly Range[],
  isFine?: (record: DnsRecord, index: LintIndex) => boolean,
): LintRule["check"] {
  return (index) =>
    [...index.ofType("A"), ...index.ofType("AAAA")]
      .flatMap(({ records }) => records)
      .filter((record) => isFine?.(record, index) !== true && isInside(addressOctets(record.value), ranges))
      .map(at);
}

function isInside(octets: readonly number[], ranges: readonly Range[]): boolean {
  return ranges.some(
    (range) =>
      range.octets.length === octets.length &&
      range.octets.every((octet, place) => agree(octet, octets[place] ?? 0, range.bits - 8 * place)),
  );
}

/** Whether two octets have their first `bits` bits in common. */
function agree(a: number, b: number, bits: number): boolean {
  return bits >= 8 ? a === b : bits <= 0 || (a ^ b) >> (8 - bits) === 0;
}

function addressOctets(text: string): readonly number[] {
  return ipv4Octets(text) ?? ipv6Groups(text)?.flatMap((group) => [group >> 8, group & 0xff]) ?? [];
}

function readRange(text: string): Range {
  const [address = "", bits] = text.split("/");
  return { octets: addressOctets(address), bits: Number(bits) };
}
