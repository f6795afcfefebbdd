// Records of every type for property tests, all of them valid, in zone example.com.
import * as fc from "fast-check";
import { parseRecord } from "../../../src/core/dns/parse-record.ts";
import type { DnsRecord } from "../../../src/core/dns/record.ts";
import { ZONE } from "../../support/builders.ts";
import { nameOctets, spell } from "./arbitrary-names.ts";

const hostLabel = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/).filter((label) => !label.startsWith("xn--"));
/** Never all digits at its end, which could make it an address. */
const host = fc.tuple(fc.array(hostLabel, { maxLength: 3 }), fc.constantFrom("example", "example.net", "localhost."));
const hostName = host.map(([labels, end]) => [...labels, end].join("."));
const hostOwner = fc.oneof(
  fc.constantFrom("@", "*", "*.w"),
  fc.array(hostLabel, { minLength: 1, maxLength: 3 }).map((labels) => labels.join(".")),
);
const anyOwner = nameOctets.map((labels) => spell(labels, false));
const uint16 = fc.integer({ min: 0, max: 65535 });
const ttl = fc.integer({ min: 0, max: 2147483647 });
const text = fc
  .string({ unit: "binary", minLength: 1, maxLength: 600 })
  .filter((value) => !value.trim().startsWith('"'));
const caaValue = fc
  .stringMatching(/^[\x20-\x7e]{0,40}$/)
  .map((value) => value.replaceAll(/["\\]/g, (char) => `\\${char}`));

const row = (type: string, name: fc.Arbitrary<string>, value: fc.Arbitrary<string>) =>
  fc.tuple(name, value, ttl).map(([name, value, ttl]) => parseRecord({ zone: ZONE, type, name, value, ttl }));

export const anyRecord: fc.Arbitrary<DnsRecord> = fc.oneof(
  row("A", hostOwner, fc.ipV4()),
  row("AAAA", hostOwner, fc.ipV6()),
  row(
    "CNAME",
    anyOwner,
    nameOctets.map((labels) => `${spell(labels, true)}.`),
  ),
  row(
    "MX",
    hostOwner,
    fc.tuple(uint16, hostName).map(([priority, name]) => `${priority} ${name}`),
  ),
  row("TXT", anyOwner, text),
  row("NS", anyOwner, hostName),
  row(
    "SRV",
    fc.constantFrom("_a._tcp", "_b-c._udp.x"),
    fc.tuple(uint16, uint16, uint16, hostName).map((fields) => fields.join(" ")),
  ),
  row(
    "CAA",
    anyOwner,
    fc
      .tuple(
        fc.constantFrom(0, 128),
        hostLabel.filter((tag) => !tag.includes("-")),
        caaValue,
      )
      .map(([flags, tag, value]) => `${flags} ${tag} "${value}"`),
  ),
);
