// What an authoritative server says, rule by rule, over a real socket. The comparison with BIND is in beside-bind.test.ts.
import { describe, expect, it } from "vitest";
import type { DnsRecord } from "../../../src/core/dns/record.ts";
import { ServedZones } from "../../../src/sandbox/dns/served-zones.ts";
import { a, aaaa, caa, cname, mx, ns, srv, txt } from "../../support/builders.ts";
import { type DnsAnswerRecord, queryDns } from "../../support/dns-query.ts";
import { serve, zoneOf } from "./serve.ts";

const lines = (records: readonly DnsAnswerRecord[]) =>
  records.map(({ name, type, value }) => `${name} ${type} ${value}`);

describe("data", () => {
  const records: readonly DnsRecord[] = [
    a("www", "192.0.2.1", 300),
    aaaa("www", "2001:db8::1"),
    mx("@", 10, "mail.example.com"),
    txt("long", `${"x".repeat(300)}"\\ü`),
    srv("_sip._tcp", 5, "10 5060 www.example.com"),
    caa("@", '128 issue "ca.example; a=b"'),
    ns("sub", "ns.example.net"),
    cname("alias", "www.example.com"),
  ];

  it.each(records.filter(({ type }) => type !== "NS"))("serves $type as it was given", async (record) => {
    const server = await serve(zoneOf("example.com", records));
    const response = await queryDns({ server, name: record.name, type: record.type });
    expect(response).toMatchObject({ rcode: "NOERROR", aa: true, tc: false });
    expect(response.answers).toEqual([record]);
  });

  it("serves its own SOA and apex NS where the zone holds none", async () => {
    const server = await serve(zoneOf("example.com"));
    const soa = await queryDns({ server, name: "example.com", type: "SOA", rd: true });
    expect(lines(soa.answers)).toEqual(["example.com SOA ns1.vps.org hostmaster.vps.org 1 7200 900 1209600 300"]);
    const apexNs = await queryDns({ server, name: "example.com", type: "NS" });
    expect(lines(apexNs.answers)).toEqual(["example.com NS ns1.vps.org", "example.com NS ns2.vps.org"]);
  });

  it("serves the apex NS that the zone holds instead of its own", async () => {
    const server = await serve(zoneOf("example.com", [ns("@", "ns1.example.com"), a("ns1", "192.0.2.53")]));
    const response = await queryDns({ server, name: "example.com", type: "NS" });
    expect(lines(response.answers)).toEqual(["example.com NS ns1.example.com"]);
    expect(lines(response.additionals)).toEqual(["ns1.example.com A 192.0.2.53"]);
  });

  it("repeats the question in the asker's letter case, and answers in the zone's (RFC 4343 §4.1)", async () => {
    const server = await serve(zoneOf("example.com", records));
    const response = await queryDns({ server, name: "wWw.ExAmPlE.cOm", type: "A" });
    expect(response.question).toBe("wWw.ExAmPlE.cOm");
    expect(lines(response.answers)).toEqual(["www.example.com A 192.0.2.1"]);
  });

  it("gives one RRset one TTL, the lowest of its records (RFC 2181 §5.2)", async () => {
    const server = await serve(zoneOf("example.com", [a("www", "192.0.2.1", 300), a("www", "192.0.2.2", 60)]));
    const response = await queryDns({ server, name: "www.example.com", type: "A" });
    expect(response.answers.map(({ ttl }) => ttl)).toEqual([60, 60]);
  });

  it("answers ANY with all there is at the name", async () => {
    const server = await serve(zoneOf("example.com", records));
    const response = await queryDns({ server, name: "www.example.com", type: "ANY" });
    expect(response.answers.map(({ type }) => type)).toEqual(["A", "AAAA"]);
  });
});

describe("negative answers", () => {
  it.each([
    ["nowhere.example.com", "A", "NXDOMAIN"],
    ["www.example.com", "TXT", "NOERROR"],
    ["tree.example.com", "A", "NOERROR"],
    ["example.com", "TXT", "NOERROR"],
  ])("%s %s: %s with the SOA, its TTL the negative one (RFC 2308 §5)", async (name, type, rcode) => {
    const server = await serve(zoneOf("example.com", [a("www", "192.0.2.1"), a("leaf.tree", "192.0.2.2")]));
    const response = await queryDns({ server, name, type });
    expect(response).toMatchObject({ rcode, aa: true, answers: [], additionals: [] });
    expect(response.authorities).toMatchObject([{ name: "example.com", type: "SOA", ttl: 300 }]);
  });

  it("refuses a name that no zone holds, without a word about it", async () => {
    const server = await serve(zoneOf("example.com"));
    const nothing = { rcode: "REFUSED", aa: false, answers: [], authorities: [], additionals: [] };
    for (const name of ["example.net", "com", "notexample.com"])
      expect(await queryDns({ server, name, type: "A" })).toMatchObject(nothing);
  });
});

describe("CNAME chains", () => {
  const zones = new ServedZones();
  zones.addZone("example.com", {
    records: [
      a("www", "192.0.2.1"),
      cname("one", "two.example.com"),
      cname("two", "www.example.com"),
      cname("nowhere", "missing.example.com"),
      cname("nodata", "txt.example.com"),
      txt("txt", "x"),
      cname("away", "www.example.org"),
      cname("across", "www.example.net"),
      cname("loop", "pool.example.com"),
      cname("pool", "loop.example.com"),
      cname("down", "x.sub.example.com"),
      ns("sub", "ns.sub.example.com"),
      a("ns.sub", "192.0.2.53"),
      ...Array.from({ length: 20 }, (_, index) => cname(`c${index}`, `c${index + 1}.example.com`)),
    ],
  });
  zones.addZone("example.net", {
    records: [{ name: "www.example.net", type: "A", ttl: 60, value: "192.0.2.9" }],
  });

  it.each([
    ["one", "NOERROR", ["two.example.com", "www.example.com", "192.0.2.1"], "NS"],
    ["nowhere", "NXDOMAIN", ["missing.example.com"], "SOA"],
    ["nodata", "NOERROR", ["txt.example.com"], "SOA"],
    ["away", "NOERROR", ["www.example.org"], undefined],
    ["across", "NOERROR", ["www.example.net", "192.0.2.9"], "NS"],
    ["loop", "SERVFAIL", ["pool.example.com", "loop.example.com"], undefined],
    ["down", "NOERROR", ["x.sub.example.com"], "NS"],
    ["c0", "SERVFAIL", Array.from({ length: 12 }, (_, index) => `c${index + 1}.example.com`), undefined],
  ])("%s.example.com: %s after the chain (RFC 1034 §4.3.2, RFC 2308 §2)", async (label, rcode, values, authority) => {
    const server = await serve(zones);
    const response = await queryDns({ server, name: `${label}.example.com`, type: "A" });
    expect(response).toMatchObject({ rcode, aa: true });
    expect(response.answers.map(({ value }) => value)).toEqual(values);
    expect(response.authorities[0]?.type).toBe(authority);
  });

  it("is not followed when the CNAME itself is asked for", async () => {
    const server = await serve(zones);
    const response = await queryDns({ server, name: "one.example.com", type: "CNAME" });
    expect(lines(response.answers)).toEqual(["one.example.com CNAME two.example.com"]);
  });
});

describe("delegations", () => {
  const records = [
    ns("sub", "ns.sub.example.com"),
    ns("sub", "ns.example.net"),
    a("ns.sub", "192.0.2.53"),
    aaaa("ns.sub", "2001:db8::53"),
    a("hidden.sub", "192.0.2.66"),
    mx("@", 10, "hidden.sub.example.com"),
  ];

  it.each([
    ["sub", "NS"],
    ["sub", "A"],
    ["sub", "ANY"],
    ["www.sub", "A"],
    ["hidden.sub", "A"],
    ["x.sub", "DS"],
  ])("refers %s.example.com %s, AA off, with glue (RFC 1034 §4.3.2)", async (label, type) => {
    const server = await serve(zoneOf("example.com", records));
    const response = await queryDns({ server, name: `${label}.example.com`, type });
    expect(response).toMatchObject({ rcode: "NOERROR", aa: false, answers: [] });
    expect(lines(response.authorities)).toEqual([
      "sub.example.com NS ns.sub.example.com",
      "sub.example.com NS ns.example.net",
    ]);
    expect(lines(response.additionals)).toEqual([
      "ns.sub.example.com A 192.0.2.53",
      "ns.sub.example.com AAAA 2001:db8::53",
    ]);
  });

  it("answers for the DS at a cut itself (RFC 4035 §3.1.4.1)", async () => {
    const server = await serve(zoneOf("example.com", records));
    const response = await queryDns({ server, name: "sub.example.com", type: "DS" });
    expect(response).toMatchObject({ rcode: "NOERROR", aa: true, answers: [] });
    expect(response.authorities).toMatchObject([{ type: "SOA" }]);
  });

  it("gives glue to a referral only (RFC 2181 §5.4.1)", async () => {
    const server = await serve(zoneOf("example.com", records));
    expect((await queryDns({ server, name: "example.com", type: "MX" })).additionals).toEqual([]);
  });

  it("answers from a zone below that it serves too", async () => {
    const zones = zoneOf("example.com", records);
    zones.addZone("sub.example.com", { records: [a("www.sub", "192.0.2.7")] });
    const server = await serve(zones);
    expect(await queryDns({ server, name: "www.sub.example.com", type: "A" })).toMatchObject({
      aa: true,
      rcode: "NOERROR",
    });
    const ds = await queryDns({ server, name: "sub.example.com", type: "DS" });
    expect(ds.authorities).toMatchObject([{ name: "example.com", type: "SOA" }]);
  });
});
