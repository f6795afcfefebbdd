import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRecord } from "../../../src/core/dns/parse-record.ts";
import { refusal } from "../../support/refusal.ts";
import { ZONE } from "../../support/builders.ts";

interface Given {
  readonly name?: string;
  readonly value: string;
  readonly priority?: number;
  readonly ttl?: number;
}

const read = (type: string, given: Given) => parseRecord({ zone: ZONE, name: "www", ...given, type });
const content = (type: string, given: Given) => {
  const { value, priority } = read(type, given);
  return priority === undefined ? value : `${priority} ${value}`;
};

describe("parseRecord", () => {
  it("gives one canonical record for what people write", () => {
    expect(parseRecord({ zone: ZONE, name: "WWW", type: "a", value: " 192.0.2.1 " })).toEqual({
      name: "www.example.com",
      type: "A",
      ttl: 3600,
      value: "192.0.2.1",
    });
    expect(parseRecord({ zone: ZONE, name: "@", type: "MX", value: "Mail", priority: 10, ttl: 300 })).toEqual({
      name: "example.com",
      type: "MX",
      ttl: 300,
      value: "mail.example.com",
      priority: 10,
    });
  });

  it.each([0, 1, 3600, 2147483647])("takes a TTL of %d (RFC 2181 §8)", (ttl) => {
    expect(read("A", { value: "192.0.2.1", ttl }).ttl).toBe(ttl);
  });

  it.each([-1, 2147483648, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("refuses a TTL of %d (RFC 2181 §8)", (ttl) => {
    expect(refusal(() => read("A", { value: "192.0.2.1", ttl }))).toMatchObject({ code: "invalid_ttl", field: "ttl" });
  });

  it.each(["SOA", "TLSA", "PTR", "", "constructor", "ANY"])("refuses the type %j, which the API lacks", (type) => {
    expect(refusal(() => read(type, { value: "x" }))).toMatchObject({ code: "invalid_value", field: "type" });
  });

  it.each(["A", "AAAA", "CNAME", "NS", "TXT", "CAA"])("refuses a priority for %s", (type) => {
    const values = { A: "192.0.2.1", AAAA: "2001:db8::1", CNAME: "a.example", NS: "a.example", TXT: "x" };
    const value = { ...values, CAA: "0 issue ca.example" }[type] ?? "";
    expect(refusal(() => read(type, { value, priority: 0 }))).toMatchObject({ field: "priority" });
    expect(content(type, { value })).toContain(value.slice(0, 1));
  });

  it("says nothing of the value in its refusals", () => {
    for (const type of ["A", "AAAA", "CNAME", "MX", "NS", "SRV", "CAA"]) {
      const error = refusal(() => read(type, { value: 'sécret "s3cret', priority: 1 }));
      expect(`${error.message} ${error.hint}`).not.toMatch(/s[é3]cret/);
    }
  });
});

describe("A (RFC 1035 §3.4.1)", () => {
  it.each(["192.0.2.1", "0.0.0.0", "255.255.255.255"])("takes %s", (value) => {
    expect(content("A", { value })).toBe(value);
  });

  it.each([
    "1.2.3",
    "127.1",
    "0x7f.1",
    "3221225985",
    "192.0.2.01",
    "192.0.2.256",
    "192.0.2.1.",
    "192.0.2.1/32",

    "192.0.2.1 192.0.2.2",
    "2001:db8::1",
    "www.example.com",
    "",
    "１92.0.2.1",
    "+1.2.3.4",
    "1.2.3.4:80",
    "-1.2.3.4",
  ])("refuses %j", (value) => {
    expect(refusal(() => read("A", { value }))).toMatchObject({ code: "invalid_value", field: "value" });
  });
});

describe("AAAA (RFC 3596), spelled by RFC 5952", () => {
  it.each([
    ["2001:0db8::1", "2001:db8::1"],
    ["2001:DB8:0:0:0:0:0:1", "2001:db8::1"],
    ["2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"],
    ["2001:0:0:1:0:0:0:1", "2001:0:0:1::1"],
    ["2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"],
    ["::", "::"],
    ["::1", "::1"],
    ["1::", "1::"],
    ["0:0:0:0:0:0:0:0", "::"],
    ["1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"],
    ["::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"],
    ["::ffff:192.0.2.1", "::ffff:192.0.2.1"],
    ["::FFFF:c000:0201", "::ffff:192.0.2.1"],
    ["64:ff9b::192.0.2.33", "64:ff9b::c000:221"],
    ["1:2:3:4:5:6:192.0.2.1", "1:2:3:4:5:6:c000:201"],
  ])("reads %s as %s", (written, value) => {
    expect(content("AAAA", { value: written })).toBe(value);
    expect(content("AAAA", { value })).toBe(value);
  });

  it.each([
    "1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:8:9",
    "1:2:3:4::5:6:7:8",
    "::1::",
    ":::",
    ":1",
    "1:",
    "00001::",
    "g::",
    "",

    "fe80::1%eth0",
    "[2001:db8::1]",
    "2001:db8::/32",
    "192.0.2.1",
    "192.0.2.1::",
    "::192.0.2.1:1",
    "::192.0.2",
    "::1.2.3.04",
  ])("refuses %j", (value) => {
    expect(refusal(() => read("AAAA", { value }))).toMatchObject({ code: "invalid_value", field: "value" });
  });

  it("agrees with the URL parser on every address", () => {
    const group = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff }));
    fc.assert(
      fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
        fc.pre(!groups.slice(0, 5).every((each) => each === 0) || groups[5] !== 0xffff);
        const written = groups.map((each) => each.toString(16).padStart(4, "0")).join(":");
        expect(`[${content("AAAA", { value: written })}]`).toBe(new URL(`http://[${written}]`).hostname);
      }),
    );
  });
});

describe("owners of A, AAAA and MX (RFC 1123 §2.1)", () => {
  const values = { A: "192.0.2.1", AAAA: "2001:db8::1", MX: "10 mail.example.net" };

  it.each(Object.entries(values))("are host names for %s, a wildcard in front allowed", (type, value) => {
    for (const name of ["@", "www", "1", "a-b", "*", "*.a", "xn--bcher-kva"]) {
      expect(read(type, { name, value }).type).toBe(type);
    }
    for (const name of ["_a", "a._b.c", "-a", "a-", "a\\.b", "*._a", "a/b", "_dmarc"]) {
      expect(refusal(() => read(type, { name, value }))).toMatchObject({ code: "invalid_name", field: "name" });
    }
  });

  it("may be Active Directory's catalogue for addresses alone, as in BIND", () => {
    expect(read("A", { name: "gc._msdcs", value: values.A }).name).toBe("gc._msdcs.example.com");
    expect(() => read("A", { name: "x.gc._msdcs", value: values.A })).toThrow("host name");
    expect(() => read("MX", { name: "gc._msdcs", value: values.MX })).toThrow("host name");
  });
});

describe("targets", () => {
  const prefix = { MX: "10 ", NS: "", SRV: "0 0 5060 ", CNAME: "" };
  const target = (type: keyof typeof prefix, text: string) =>
    content(type, { name: "_a._tcp.www".slice(type === "SRV" ? 0 : 8), value: `${prefix[type]}${text}` }).slice(
      prefix[type].length,
    );

  it.each(["MX", "NS", "SRV", "CNAME"] as const)("are read in every spelling by %s", (type) => {
    expect(target(type, "Mail.Example.NET.")).toBe("mail.example.net");
    expect(target(type, "mail")).toBe("mail.example.com");
    expect(target(type, "@")).toBe("example.com");
    expect(target(type, "localhost.")).toBe("localhost.");
    expect(target(type, "bücher.example")).toBe("xn--bcher-kva.example");
  });

  it.each(["MX", "NS", "SRV", "CNAME"] as const)("are no addresses for %s (RFC 1035 §3.3)", (type) => {
    for (const address of ["192.0.2.1", "192.0.2.1.", "2001:db8::1", "::"]) {
      expect(refusal(() => target(type, address))).toMatchObject({ code: "invalid_value", field: "value" });
    }
  });

  it.each(["MX", "NS", "SRV"] as const)("are host names for %s (RFC 1123 §2.1)", (type) => {
    for (const name of ["_x.example.net", "a_b.example.net", "-a.example.net", "*.example.net", "a\\.b.example.net"]) {
      expect(refusal(() => target(type, name))).toMatchObject({ code: "invalid_value", field: "value" });
      expect(target("CNAME", name)).toBe(name);
    }
  });
});

describe("CNAME (RFC 1035 §3.3.1)", () => {
  it("stands anywhere but at the apex (RFC 1034 §3.6.2)", () => {
    expect(content("CNAME", { name: "_acme-challenge", value: "x._acme.example.net" })).toBe("x._acme.example.net");
    expect(content("CNAME", { name: "*", value: "." })).toBe(".");
    expect(refusal(() => read("CNAME", { name: "@", value: "a.example" }))).toMatchObject({ field: "name" });
  });

  it.each(["", "a b", "a..b"])("refuses the target %j", (value) => {
    expect(refusal(() => read("CNAME", { value })).field).toBe("value");
  });
});

describe("NS (RFC 1035 §3.3.11)", () => {
  it("refuses a wildcard owner, for which BIND drops the zone, and the root as a server", () => {
    expect(refusal(() => read("NS", { name: "*.a", value: "ns.example.net" }))).toMatchObject({ field: "name" });
    expect(refusal(() => read("NS", { value: "." }))).toMatchObject({ field: "value" });
  });
});

describe("MX (RFC 1035 §3.3.9)", () => {
  it.each([
    [{ value: "mail.example.net", priority: 10 }, "10 mail.example.net"],
    [{ value: "10 mail.example.net" }, "10 mail.example.net"],
    [{ value: "  10   mail.example.net.  ", priority: 10 }, "10 mail.example.net"],
    [{ value: ".", priority: 0 }, "0 ."],
    [{ value: "0 ." }, "0 ."],
    [{ value: "a.example", priority: 65535 }, "65535 a.example"],
  ])("reads %j as %s", (given, text) => {
    expect(content("MX", given)).toBe(text);
  });

  it.each([
    [{ value: "mail.example.net" }, "priority"],
    [{ value: "20 mail.example.net", priority: 10 }, "priority"],
    [{ value: "mail.example.net", priority: 65536 }, "priority"],
    [{ value: "mail.example.net", priority: -1 }, "priority"],
    [{ value: "mail.example.net", priority: 1.5 }, "priority"],
    [{ value: ".", priority: 10 }, "priority"],
    [{ value: "mail.example.net more", priority: 10 }, "value"],
    [{ value: "", priority: 10 }, "value"],
  ])("refuses %j at its %s", (given, field) => {
    expect(refusal(() => read("MX", given))).toMatchObject({ code: "invalid_value", field });
  });
});

describe("SRV (RFC 2782)", () => {
  const name = "_sip._tcp";

  it.each([
    [{ value: "10 5060 sip.example.net", priority: 5 }, "5 10 5060 sip.example.net"],
    [{ value: "5 10 5060 sip.example.net" }, "5 10 5060 sip.example.net"],
    [{ value: "5 10 5060 sip.example.net", priority: 5 }, "5 10 5060 sip.example.net"],
    [{ value: "010  5060\tSIP.", priority: 5 }, "5 10 5060 sip."],
    [{ value: "0 0 .", priority: 0 }, "0 0 0 ."],
    [{ value: "1 1 .", priority: 1 }, "1 1 1 ."],
  ])("reads %j as %s", (given, text) => {
    expect(content("SRV", { name, ...given })).toBe(text);
  });

  it.each([
    [{ value: "10 5060 sip.example.net" }, "priority"],
    [{ value: "10 65536 sip.example.net", priority: 5 }, "value"],
    [{ value: "x 5060 sip.example.net", priority: 5 }, "value"],
    [{ value: "5060 sip.example.net", priority: 5 }, "value"],
  ])("refuses %j at its %s", (given, field) => {
    expect(refusal(() => read("SRV", { name, ...given }))).toMatchObject({ code: "invalid_value", field });
  });

  it("wants _service._proto as its owner", () => {
    for (const owner of [
      "_sip._tcp",
      "_sip._tcp.office",
      "_sipfederationtls._tcp",
      "_x-y._udp",
      "_ldap._tcp.dc._msdcs",
    ]) {
      expect(read("SRV", { name: owner, value: "0 0 1 a.example" }).type).toBe("SRV");
    }
    for (const owner of ["@", "sip", "_sip", "_sip.tcp", "sip._tcp", "*._tcp", "_._tcp", "a._sip._tcp"]) {
      expect(refusal(() => read("SRV", { name: owner, value: "0 0 1 a.example" })).field).toBe("name");
    }
  });
});

describe("CAA (RFC 8659)", () => {
  it.each([
    ['0 issue "letsencrypt.org"', '0 issue "letsencrypt.org"'],
    ["0 issue letsencrypt.org", '0 issue "letsencrypt.org"'],
    ['  128   ISSUE   "ca.example"  ', '128 issue "ca.example"'],
    ["000 issue ;", '0 issue ";"'],
    ['0 issue ";"', '0 issue ";"'],
    ['0 issue ""', '0 issue ""'],
    ["0 issue ca.example; validationmethods=dns-01", '0 issue "ca.example; validationmethods=dns-01"'],
    ['0 iodef "mailto:security@example.com"', '0 iodef "mailto:security@example.com"'],
    [String.raw`0 x1 "a\"b\\c\059d"`, String.raw`0 x1 "a\"b\\c;d"`],
  ])("reads %j as %j", (written, value) => {
    expect(content("CAA", { value: written })).toBe(value);
    expect(content("CAA", { value })).toBe(value);
  });

  it.each([
    "",
    "0",
    "0 issue",
    "issue ca.example",
    "256 issue a",
    "-1 issue a",
    "1 issue a",
    "64 issue a",
    "0 is-sue a",

    '0 issue "a',
    '0 issue "a" "b"',
    '0 issue a"b',
    '0 issue "a"b',
    '0 issue "\\256"',
    "0 issue bücher.example",
    "0 issue a\nb",
    '0 issue "\\255"',
    '0 issue "\\000"',
  ])("refuses %j", (value) => {
    expect(refusal(() => read("CAA", { value }))).toMatchObject({ code: "invalid_value", field: "value" });
  });
});

describe("TXT (RFC 1035 §3.3.14)", () => {
  it.each([
    ["v=spf1 include:_spf.example.net ~all", "v=spf1 include:_spf.example.net ~all"],
    ["  spaces stay  ", "  spaces stay  "],
    ["a;b\\c\"d`e'f", "a;b\\c\"d`e'f"],
    ["bücher 日本 \u0000\n", "bücher 日本 \u0000\n"],
    ['"v=spf1 -all"', "v=spf1 -all"],
    [' "v=spf1 " "-all" ', "v=spf1 -all"],
    ['"v=spf1 ""-all"', "v=spf1 -all"],
    [String.raw`"a\"b\\c\065\195\188"`, 'a"b\\cAü'],
    [String.raw`"\195" "\188"`, "ü"],
    ['"open', '"open'],
    ['shut"', 'shut"'],
    ['"a" b', '"a" b'],
    ['"a" b "c"', '"a" b "c"'],
    ['"', '"'],
    ['a "quoted" word', 'a "quoted" word'],
  ])("reads %j as the text %j", (written, text) => {
    expect(content("TXT", { value: written })).toBe(text);
  });

  it.each(["", '""', '"" ""', "\ud800", '"\\256"', '"\\255"', String.raw`"\"a\""`, '"\\"a\\" \\"b\\""'])(
    "refuses %j",
    (value) => {
      expect(refusal(() => read("TXT", { value }))).toMatchObject({ code: "invalid_value", field: "value" });
    },
  );

  it("is as long as BIND loads: 65,510 octets with a length octet for every 255", () => {
    expect(content("TXT", { value: "a".repeat(65_254) })).toHaveLength(65_254);
    expect(() => read("TXT", { value: "a".repeat(65_255) })).toThrow("65,254");
    expect(() => read("TXT", { value: "ü".repeat(32_628) })).toThrow("65,254");
  });

  it("reads what it has read as the same text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", '"', "\\", " ", ";", "ü", "0"), minLength: 1 }), (written) => {
        let text: string;
        try {
          text = content("TXT", { value: written });
        } catch {
          return;
        }
        expect(content("TXT", { value: text })).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });
});
