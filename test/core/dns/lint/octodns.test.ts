// octoDNS's rules (its validators' ids) that apply to the API's types, each told by lint or refused before it.
import { describe, expect, it } from "vitest";
import { lintZone } from "../../../../src/core/dns/lint/lint-zone.ts";
import { parseRecord } from "../../../../src/core/dns/parse-record.ts";
import { InputError } from "../../../../src/core/errors.ts";
import { ZONE } from "../../../support/builders.ts";
import { readZone } from "./read-zone.ts";

const TOLD: readonly (readonly [octodns: string, id: string, ...lines: string[]])[] = [
  ["cname-coexistence", "cname-and-other-data", "a CNAME b", "a A 192.0.2.1"],
  ["no-cname-loop", "cname-loop", "a CNAME b", "b CNAME a"],
  ["glue-for-in-zone-ns", "missing-glue", "sub NS ns.sub"],
  ["ns-target-not-cname", "target-is-cname", "sub NS ns", "ns CNAME ns1.example.net."],
  ["mx-target-not-cname", "target-is-cname", "@ MX 10 mx", "mx CNAME mx.example.net."],
  ["srv-target-not-cname", "target-is-cname", "_sip._tcp SRV 0 0 5060 sip", "sip CNAME sip.example.net."],
  ["srv-value-rfc (the target .)", "srv-null-fields", "_sip._tcp SRV 0 0 5060 ."],
  ["srv-value-rfc (port 0)", "srv-port-zero", "_sip._tcp SRV 0 0 0 sip.example.net."],
  ["srv-name-rfc (RFC 6335 names)", "srv-service-name", "_a--b._tcp SRV 0 0 5060 sip.example.net."],
  ["chunked-value-rfc (escaped ;)", "txt-escaped-semicolon", 'x TXT "a\\\\;b"'],
  ["caa-best-practices", "caa-wildcard-implicit", '@ CAA 0 issue "ca.example.net"'],
  ["multi-value-ns", "ns-single", "sub NS ns1.example.net."],
  ["cname-target-resolvable-in-zone", "cname-target-missing", "www CNAME gone"],
  ["cname-target-not-cname", "cname-chain", "a CNAME b", "b CNAME c.example.net."],
  ["mx-target-resolvable-in-zone", "target-without-address", "@ MX 10 mx"],
  ["srv-target-resolvable-in-zone", "target-without-address", "_sip._tcp SRV 0 0 5060 sip"],
  ["mail (two MX)", "mx-single", "@ MX 10 mx.example.net."],
  ["mail (SPF present)", "spf-missing", "@ MX 10 mx.example.net."],
  ["mail (SPF of a sub-domain with MX)", "spf-missing", "sub MX 10 mx.example.net.", '@ TXT "v=spf1 -all"'],
  ["mail (SPF ends in all)", "spf-no-all", '@ TXT "v=spf1 mx:example.net"'],
  ["mail (one SPF)", "spf-several", '@ TXT "v=spf1 -all"', '@ TXT "v=spf1 ~all"'],
  ["mail (DMARC present)", "dmarc-missing", "@ MX 10 mx.example.net."],
  ["mail (DMARC has p)", "dmarc-no-policy", '_dmarc TXT "v=DMARC1"'],
  ["mail (no mail: SPF)", "null-mx-spf", "@ MX 0 ."],
  ["mail (no mail: DMARC)", "null-mx-dmarc", "@ MX 0 ."],
  ["SpfDnsLookupProcessor", "spf-lookups", `@ TXT "v=spf1 ${"a:example.net ".repeat(11)}-all"`],
];

const REFUSED: readonly (readonly [octodns: string, type: string, name: string, value: string])[] = [
  ["name-rfc (empty label)", "A", "a..b", "192.0.2.1"],
  ["name-rfc (label)", "A", "a".repeat(64), "192.0.2.1"],
  ["name-rfc (name)", "A", `${"a.".repeat(125)}a`, "192.0.2.1"],
  ["ip-value-rfc (A)", "A", "a", "192.0.2"],
  ["ip-value-rfc (AAAA)", "AAAA", "a", "2001:db8:::1"],
  ["target-value-rfc", "CNAME", "a", ""],
  ["target-value-not-ip", "CNAME", "a", "192.0.2.1"],
  ["targets-value-rfc", "NS", "a", ""],
  ["targets-value-not-ip", "NS", "a", "192.0.2.1"],
  ["chunked-value-rfc (missing)", "TXT", "a", ""],
  ["cname-root-rfc, root-cname", "CNAME", "@", "www.example.net"],
  ["caa-value-rfc (flags)", "CAA", "@", '1 issue "ca.example.net"'],
  ["caa-value-rfc (tag)", "CAA", "@", '0 is-sue "ca.example.net"'],
  ["mx-value-rfc (range)", "MX", "@", "65536 mx.example.net"],
  ["mx-value-rfc (null MX)", "MX", "@", "10 ."],
  ["mx-value-not-ip", "MX", "@", "10 192.0.2.1"],
  ["srv-value-rfc (range)", "SRV", "_sip._tcp", "0 0 65536 sip.example.net"],
  ["srv-name-rfc", "SRV", "sip", "0 0 5060 sip.example.net"],
  ["srv-value-not-ip", "SRV", "_sip._tcp", "0 0 5060 192.0.2.1"],
  ["spf-record-type", "SPF", "@", "v=spf1 -all"],
];

describe("what octoDNS checks", () => {
  it.each(TOLD)("%s is told as %s", (_, id, ...lines) => {
    expect(lintZone({ zone: ZONE, records: readZone(lines) }).map((finding) => finding.id)).toContain(id);
  });

  it.each(REFUSED)("%s is refused when it is written (%s)", (_, type, name, value) => {
    expect(() => parseRecord({ zone: ZONE, type, name, value })).toThrow(InputError);
  });

  it("ttl-rfc is refused when it is written", () => {
    expect(() => parseRecord({ zone: ZONE, type: "A", name: "a", value: "192.0.2.1", ttl: -1 })).toThrow(InputError);
  });
});
