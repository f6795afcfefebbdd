// Zones for property tests: few names, so that records meet, point at each other and get in each other's way, and
// every spelling of names and values that somebody may come up with.
import * as fc from "fast-check";
import type { RecordInput } from "../../../../src/core/dns/parse-record.ts";
import { nameOctets, spell } from "../arbitrary-names.ts";

export const ZONE = "example.com";

const HOSTS = ["www", "mail", "a", "b.a", "c.b.a", "sub", "x.sub", "ns.sub", "1", "xn--bcher-kva", "bücher", "a-b"];

const plainOwner = fc.constantFrom(...HOSTS, "@", "*", "*.a", "*.sub", "_dmarc", "sel._domainkey", "under_score");
const hardOwner = fc.oneof(
  fc.constantFrom(
    "a\\.b",
    "\\003x",
    "sp\\032ace",
    "\\$dollar",
    "\\@",
    "par\\(en",
    'q\\"uote',
    "semi\\;",
    "back\\\\slash",
  ),
  fc.constantFrom("l".repeat(63), `${"l".repeat(63)}.${"m".repeat(63)}`, "WWW.Example.COM.", "www.example.com"),
  fc.tuple(nameOctets, fc.boolean()).map(([labels, everyOctet]) => spell(labels, everyOctet)),
);
const owner = fc.oneof({ weight: 6, arbitrary: plainOwner }, { weight: 1, arbitrary: hardOwner });

const hostTarget = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...HOSTS.map((host) => `${host}.${ZONE}`), "www", "@") },
  {
    weight: 2,
    arbitrary: fc.constantFrom("mail.example.net", "ns1.example.org.", ".", "localhost.", "NS.Example.NET"),
  },
);
const target = fc.oneof(
  { weight: 6, arbitrary: hostTarget },
  { weight: 1, arbitrary: hardOwner.map((name) => `${name}.example.net.`) },
);

const number16 = fc.oneof(fc.constantFrom(0, 10, 65_535), fc.integer({ min: 0, max: 65_535 }));
const ttl = fc.oneof(fc.constantFrom(0, 60, 3600, 2_147_483_647), fc.integer({ min: 0, max: 2_147_483_647 }));

const text = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom('"', "\\", ";", "(", ")", " ", "\t", "\n", "0", "é", "\u0000", "a", "$"),
    minLength: 1,
    maxLength: 30,
  }),
  fc.integer({ min: 250, max: 520 }).map((length) => "x".repeat(length)),
  fc.integer({ min: 120, max: 300 }).map((length) => `é\\"`.repeat(length)),
  fc.constantFrom("v=spf1 -all", "\\", '"', "\\000", "a\\", "€".repeat(1000), "y".repeat(65_254)),
);

const caaValue = fc.oneof(
  fc.constantFrom(
    ";",
    "letsencrypt.org",
    "letsencrypt.org; validationmethods=dns-01",
    "mailto:a@example.com",
    'a\\b"c',
  ),
  fc.string({ unit: "grapheme-ascii", maxLength: 30 }).map((value) => value.replaceAll(/["\\]/g, "\\$&")),
  fc.constant("z".repeat(9000)),
);

type Given = Omit<RecordInput, "zone" | "name" | "ttl">;

const rdata: fc.Arbitrary<Given> = fc.oneof(
  { weight: 4, arbitrary: fc.ipV4().map((value) => ({ type: "A", value })) },
  { weight: 3, arbitrary: fc.ipV6().map((value) => ({ type: "AAAA", value })) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom("::ffff:192.0.2.1", "::", "2001:DB8::1", "64:ff9b::1.2.3.4")
      .map((value) => ({ type: "AAAA", value })),
  },
  { weight: 2, arbitrary: target.map((value) => ({ type: "CNAME", value })) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("MX"), value: hostTarget, priority: number16 }) },
  { weight: 4, arbitrary: text.map((value) => ({ type: "TXT", value })) },
  { weight: 2, arbitrary: hostTarget.map((value) => ({ type: "NS", value })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(0, 0, 128, 1), fc.constantFrom("issue", "IssueWild", "iodef", "x9"), caaValue)
      .map(([flags, tag, value]) => ({ type: "CAA", value: `${flags} ${tag} "${value}"` })),
  },
);

const anyRecord = fc
  .record({ zone: fc.constant(ZONE), name: owner, ttl, rdata })
  .map(({ rdata, ...rest }) => ({ ...rest, ...rdata }));
const service = fc.record({
  zone: fc.constant(ZONE),
  name: fc.constantFrom("_sip._tcp", "_ldap._tcp.a", "_x._udp.*", "_sip._tcp.sub"),
  ttl,
  type: fc.constant("SRV"),
  priority: number16,
  value: fc.tuple(number16, number16, hostTarget).map((fields) => fields.join(" ")),
});

/** A record as somebody may give it; many are refused. */
export const recordInput: fc.Arbitrary<RecordInput> = fc.oneof(
  { weight: 8, arbitrary: anyRecord },
  { weight: 1, arbitrary: service },
);

export const zoneInput = fc.array(recordInput, { minLength: 1, maxLength: 25 });
