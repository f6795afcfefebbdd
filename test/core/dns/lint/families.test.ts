// Where the borders of the rules are, beyond the one example of each kind that stands in the table.
import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { lintZone } from "../../../../src/core/dns/lint/lint-zone.ts";
import type { DnsRecord } from "../../../../src/core/dns/record.ts";
import { a, aaaa, caa, txt } from "../../../support/builders.ts";
import { readZone } from "./read-zone.ts";

const idsOf = (records: readonly DnsRecord[], zone = "example.com") => lintZone({ zone, records }).map(({ id }) => id);

describe("spf-syntax and spf-address (RFC 7208 §12)", () => {
  it.each([
    "a a:mail.example.net a/24 a//64 a:mail.example.net/24//64 mx:example.net ptr",
    "ip4:192.0.2.1 ip4:192.0.2.0/0 ip4:192.0.2.1/32 ip6:2001:db8::/32 ip6:::ffff:192.0.2.1",
    "include:%{d}._spf.example.net exists:%{ir}.%{v}.arpa.example.net exists:%{l1r-}.%%.%_.%-.example.net",
    "IP4:192.0.2.1 ~ALL",
    "redirect=_spf.example.net exp=why.%{d}",
    "unknown-modifier=anything",
  ])("takes %s", (terms) => {
    const ids = idsOf([txt("x", `v=spf1 ${terms}`)]);
    expect(ids).not.toContain("spf-syntax");
    expect(ids).not.toContain("spf-address");
  });

  it.each([
    "include",
    "include:",
    "include:local",
    "a:",
    "a/33",
    "a//129",
    "mx:192.0.2.1",
    "all:x",
    "exists:%{x}.example.net",
    "-",
    "redirect=",
    "exp=x",
    "+redirect=_s.example.net",
    "a:b c",
    "foo",
  ])("tells %s", (term) => expect(idsOf([txt("x", `v=spf1 ${term} -all`)])).toContain("spf-syntax"));

  it.each([
    "ip4:192.0.2",
    "ip4:192.0.2.1/33",
    "ip4:192.0.2.1/024",
    "ip4",
    "ip4:example.net",
    "ip6:192.0.2.1",
    "ip6:2001:db8::/129",
  ])("tells %s as no address", (term) => expect(idsOf([txt("x", `v=spf1 ${term} -all`)])).toContain("spf-address"));
});

const messages = (lines: readonly string[]) =>
  lintZone({ zone: "example.com", records: readZone(lines) })
    .filter(({ id }) => id === "spf-lookups")
    .map(({ message }) => message);

describe("spf-lookups (RFC 7208 §4.6.4)", () => {
  it("counts what includes in the zone cost, and says what it cannot see", () => {
    const lines = [
      '@ TXT "v=spf1 include:_spf.example.com include:_spf.example.net -all"',
      `_spf TXT "v=spf1 ${"a:example.net ".repeat(9)}-all"`,
    ];
    expect(messages(lines)).toMatchInlineSnapshot(`
      [
        "Evaluating the SPF record takes 11 look-ups, and ten are allowed, so it fails (permerror); 1 of them lead out of this zone and may cost more than the one counted.",
      ]
    `);
  });

  it("counts neither what stands behind all, nor ip4, ip6 and exp", () => {
    expect(messages([`@ TXT "v=spf1 ${"ip4:192.0.2.1 ".repeat(11)}-all ${"a:example.net ".repeat(6)}"`])).toEqual([]);
    expect(
      messages([`@ TXT "v=spf1 ${"a:example.net ".repeat(10)}exp=why.example.net -all redirect=_spf.example.net"`]),
    ).toEqual([]);
  });

  it("ends, whatever includes what", () => {
    const lines = ["a", "b", "c"].map(
      (name) => `${name} TXT "v=spf1 include:a.example.com include:b.example.com include:c.example.com -all"`,
    );
    const findings = lintZone({ zone: "example.com", records: readZone(lines) });
    expect(findings.filter(({ id }) => id === "spf-loop").map(({ name }) => name)).toEqual([
      "a.example.com",
      "b.example.com",
      "c.example.com",
    ]);
  });
});

const ed25519 = (key: Buffer) => txt("s._domainkey", `v=DKIM1; k=ed25519; p=${key.toString("base64")}`);

describe("dkim-key-short and dkim-key-1024 (RFC 8301 §3.2)", () => {
  it.each([
    [512, "spki", ["dkim-key-short"]],
    [768, "spki", ["dkim-key-short"]],
    [1024, "spki", ["dkim-key-1024"]],
    [1024, "pkcs1", ["dkim-key-1024"]],
    [2048, "spki", []],
    [2048, "pkcs1", []],
    [4096, "spki", []],
  ] as const)("measures a real key of %i bits (%s)", (modulusLength, type, expected) => {
    const { publicKey } = generateKeyPairSync("rsa", { modulusLength });
    const key = publicKey.export({ type, format: "der" }).toString("base64");
    expect(idsOf([txt("s._domainkey", `v=DKIM1; k=rsa; p=${key}`)])).toEqual(expected);
  });

  it("takes a real Ed25519 key without its header, and tells one with it (RFC 8463 §4.2)", () => {
    const der = generateKeyPairSync("ed25519").publicKey.export({ type: "spki", format: "der" });
    expect(idsOf([ed25519(der.subarray(-32))])).toEqual([]);
    expect(idsOf([ed25519(der)])).toEqual(["dkim-ed25519-length"]);
  });
});

describe("caa-issuer (RFC 8659 §4.2)", () => {
  it.each([";", "", " ca.example.net ", "ca.example.net;", "ca.example.net; a=b; c=", "ca-1.example.net;a=b"])(
    "takes '%s'",
    (value) => {
      expect(idsOf([caa("@", `0 issuewild "${value}"`)])).toEqual([]);
    },
  );

  it.each([
    "ca.example.net.",
    "ca example.net",
    "-ca.example.net",
    "ca..net",
    "*.example.net",
    "ca.example.net; a",
    "ca.example.net a=b",
    ";;",
  ])("tells '%s'", (value) => {
    expect(idsOf([caa("@", `0 issuewild "${value}"`)])).toEqual(["caa-issuer"]);
  });
});

describe("addresses (RFC 6890)", () => {
  it.each([
    ["10.255.255.255", "address-private"],
    ["172.31.0.1", "address-private"],
    ["172.32.0.1", undefined],
    ["100.64.0.1", "address-private"],
    ["100.128.0.1", undefined],
    ["169.254.1.1", "address-local"],
    ["203.0.113.1", "address-documentation"],
    ["198.19.0.1", "address-unusable"],
    ["223.255.255.255", undefined],
    ["224.0.0.1", "address-unusable"],
    ["255.255.255.255", "address-unusable"],
  ])("%s is %s", (address, id) => {
    expect(idsOf([{ ...a("x", address), name: "x.zone.example" }], "zone.example")).toEqual(
      id === undefined ? [] : [id],
    );
  });

  it.each([
    ["fdff::1", "address-private"],
    ["fe00::1", undefined],
    ["febf::1", "address-local"],
    ["::1", "address-local"],
    ["::", "address-unusable"],
    ["::2", undefined],
    ["::ffff:192.0.2.1", "address-unusable"],
    ["2001:db9::1", undefined],
    ["2001:db8:ffff::1", "address-documentation"],
    ["3fff:fff::1", "address-documentation"],
    ["3fff:1000::1", undefined],
  ])("%s is %s", (address, id) => {
    expect(idsOf([{ ...aaaa("x", address), name: "x.zone.example" }], "zone.example")).toEqual(
      id === undefined ? [] : [id],
    );
  });
});
