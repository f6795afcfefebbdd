// The printed zone file, as text that people read and compare.
import { describe, expect, it } from "vitest";
import { printZoneFile } from "../../../../src/core/dns/zonefile/print-zone-file.ts";
import { parseZoneFile } from "../../../../src/core/dns/zonefile/parse-zone-file.ts";
import { a, aaaa, caa, cname, mx, ns, srv, txt, ZONE } from "../../../support/builders.ts";

const records = [
  txt("www", 'say "hi"', 60),
  a("www", "192.0.2.2"),
  a("www", "192.0.2.1"),
  cname("*", "www"),
  srv("_sip._tcp", 10, "60 5060 www", 86_400),
  mx("@", 20, "mail2.example.net"),
  mx("@", 3, "mail1.example.net"),
  txt("@", "x".repeat(256)),
  caa("@", '0 issue "letsencrypt.org"'),
  aaaa("a-name-that-is-longer-than-the-column-is-wide", "2001:db8::1"),
  a("z.a", "192.0.2.3"),
  ns("sub", "ns.example.net"),
  txt("www.example.com.example.com.", "doubled"),
];

describe("printZoneFile", () => {
  it("prints SOA and apex NS first, then each owner in canonical order (RFC 4034 §6.1)", () => {
    expect(printZoneFile({ zone: ZONE, records })).toBe(`$ORIGIN example.com.
$TTL 3600
@                                 3600 IN SOA   ns1.vps.org. hostmaster.vps.org. (
                                                1          ; serial
                                                7200       ; refresh
                                                900        ; retry
                                                1209600    ; expire
                                                300        ; minimum: how long a "no" is remembered (RFC 2308)
                                                )
@                                 3600 IN NS    ns1.vps.org.
@                                 3600 IN NS    ns2.vps.org.
@                                 3600 IN MX    3 mail1.example.net.
@                                 3600 IN MX    20 mail2.example.net.
@                                 3600 IN TXT   "${"x".repeat(255)}" "x"
@                                 3600 IN CAA   0 issue "letsencrypt.org"
*                                 3600 IN CNAME www.example.com.
_sip._tcp                        86400 IN SRV   10 60 5060 www.example.com.
z.a                               3600 IN A     192.0.2.3
a-name-that-is-longer-than-the-column-is-wide  3600 IN AAAA  2001:db8::1
www.example.com.example.com.      3600 IN TXT   "doubled"
sub                               3600 IN NS    ns.example.net.
www                               3600 IN A     192.0.2.1
www                               3600 IN A     192.0.2.2
www                                 60 IN TXT   "say \\"hi\\""
`);
  });

  it("is the same text whatever the order of the records", () => {
    expect(printZoneFile({ zone: ZONE, records: records.toReversed() })).toBe(printZoneFile({ zone: ZONE, records }));
  });

  it("has the zone's own apex NS where there are some, and the figures of an SOA where they are given", () => {
    const soa = { serial: 42, primary: "ns.example.org", mailbox: "joe\\.doe.example.org", minimum: 60 };
    const text = printZoneFile({ zone: ZONE, records: [ns("@", "ns.example.org", 60)], soa });
    const read = parseZoneFile(text, { zone: ZONE });
    expect(read.records).toEqual([ns("@", "ns.example.org", 60)]);
    expect(read.soa).toEqual({ ttl: 3600, refresh: 7200, retry: 900, expire: 1_209_600, ...soa });
  });

  it("names the name servers it is given", () => {
    const text = printZoneFile({ zone: ZONE, records: [], nameservers: ["a.example.net", "b.example.net"] });
    const read = parseZoneFile(text, { zone: ZONE });
    expect(read.records).toEqual([ns("@", "a.example.net"), ns("@", "b.example.net")]);
    expect(read.soa).toMatchObject({ primary: "a.example.net", mailbox: "hostmaster.example.net" });
  });
});
