import packet from "dns-packet";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRdataTokens, printRdata, rdataParts } from "../../../src/core/dns/rdata.ts";
import type { DnsRecord } from "../../../src/core/dns/record.ts";
import { RECORD_TYPES, recordTypes } from "../../../src/core/dns/record-types.ts";
import { a, aaaa, caa, cname, mx, ns, srv, txt, ZONE } from "../../support/builders.ts";
import { refusal } from "../../support/refusal.ts";
import { wordsAndStrings } from "./rdata-tokens.ts";

const LONG = "ab".repeat(300);

describe("printRdata", () => {
  it.each<[DnsRecord, string]>([
    [a("www", "192.0.2.1"), "192.0.2.1"],
    [aaaa("www", "2001:DB8::1"), "2001:db8::1"],
    [cname("www", "a"), "a.example.com."],
    [cname("www", "."), "."],
    [cname("www", "localhost."), "localhost."],
    [ns("sub", "ns1.example.net"), "ns1.example.net."],
    [mx("@", 10, "mail"), "10 mail.example.com."],
    [mx("@", 0, "."), "0 ."],
    [srv("_sip._tcp", 5, "10 5060 sip"), "5 10 5060 sip.example.com."],
    [caa("@", "0 issue ca.example"), '0 issue "ca.example"'],
    [txt("@", 'a "b" \\ ü ;\t'), String.raw`"a \"b\" \\ \195\188 ;\009"`],
    [txt("@", LONG), `"${LONG.slice(0, 255)}" "${LONG.slice(255, 510)}" "${LONG.slice(510)}"`],
    [txt("@", `${"a".repeat(254)}ü`), `"${"a".repeat(254)}\\195" "\\188"`],
  ])("writes what a master file reads back (RFC 1035 §5.1): %#", (record, text) => {
    expect(printRdata(record)).toBe(text);
    const { value, priority } = record;
    expect(parseRdataTokens(record.type, wordsAndStrings(text), ZONE)).toEqual(
      priority === undefined ? { value } : { value, priority },
    );
  });

  it("is undone by the reader for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 400 }), (text) => {
        fc.pre(!/^\s*"/.test(text));
        expect(parseRdataTokens("TXT", wordsAndStrings(printRdata(txt("@", text))), ZONE)).toEqual({ value: text });
      }),
    );
  });
});

describe("parseRdataTokens", () => {
  it("takes names relative to the origin, a dot in them or not (RFC 1035 §5.1)", () => {
    expect(parseRdataTokens("MX", wordsAndStrings("10 mail.sub"), ZONE).value).toBe("mail.sub.example.com");
    expect(parseRdataTokens("NS", wordsAndStrings("ns"), "sub.example.com").value).toBe("ns.sub.example.com");
    expect(parseRdataTokens("CNAME", wordsAndStrings("@"), "sub.example.com").value).toBe("sub.example.com");
    expect(parseRdataTokens("CNAME", wordsAndStrings("com"), "").value).toBe("com.");
    expect(parseRdataTokens("CNAME", wordsAndStrings("@"), "").value).toBe(".");
  });

  it("joins the strings of a TXT without a separator, quoted or not (RFC 7208 §3.3)", () => {
    expect(parseRdataTokens("TXT", wordsAndStrings('"v=spf1 " -all ""'), ZONE).value).toBe("v=spf1 -all");
  });

  it.each([
    ["A", ""],
    ["A", "192.0.2.1 192.0.2.2"],
    ["MX", "mail"],
    ["MX", "10 mail more"],
    ["MX", "ten mail"],
    ["SRV", "10 5060 sip"],
    ["CAA", "0 issue"],
    ["CAA", "0 issue a b"],
    ["TXT", ""],
    ["TXT", '""'],
    ["TXT", `"${"a".repeat(256)}"`],
    ["TXT", `"${"\\097".repeat(256)}"`],
    ["TXT", '"\\300"'],
  ] as const)("refuses %s %s", (type, text) => {
    expect(refusal(() => parseRdataTokens(type, wordsAndStrings(text), ZONE)).code).toBe("invalid_value");
  });

  it("takes a string of 255 octets, however it is escaped (RFC 1035 §3.3)", () => {
    expect(parseRdataTokens("TXT", wordsAndStrings(`"${"\\097".repeat(255)}"`), ZONE).value).toHaveLength(255);
  });
});

describe("rdataParts", () => {
  it.each<[DnsRecord, packet.Answer]>([
    [a("www", "192.0.2.1"), { name: "www", type: "A", data: "192.0.2.1" }],
    [aaaa("www", "2001:db8::1"), { name: "www", type: "AAAA", data: "2001:db8::1" }],
    [aaaa("www", "::ffff:192.0.2.1"), { name: "www", type: "AAAA", data: "::ffff:192.0.2.1" }],
    [cname("www", "a"), { name: "www", type: "CNAME", data: "a.example.com" }],
    [ns("sub", "localhost."), { name: "sub", type: "NS", data: "localhost" }],
    [mx("@", 258, "mail"), { name: "@", type: "MX", data: { preference: 258, exchange: "mail.example.com" } }],
    [mx("@", 0, "."), { name: "@", type: "MX", data: { preference: 0, exchange: "." } }],
    [
      srv("_sip._tcp", 1, "515 5060 sip"),
      { name: "_", type: "SRV", data: { priority: 1, weight: 515, port: 5060, target: "sip.example.com" } },
    ],
    [
      caa("@", "128 issue ;"),
      { name: "@", type: "CAA", data: { flags: 128, tag: "issue", value: ";", issuerCritical: true } },
    ],
    [txt("@", "ü"), { name: "@", type: "TXT", data: ["ü"] }],
    [txt("@", LONG), { name: "@", type: "TXT", data: [LONG.slice(0, 255), LONG.slice(255, 510), LONG.slice(510)] }],
  ])("is what an independent encoder makes of the record: %#", (record, answer) => {
    expect(uncompressed(record)).toEqual(encodedByDnsPacket(answer));
  });

  it("compresses names in the types of RFC 1035 alone (RFC 3597 §4, RFC 2782)", () => {
    expect([cname("www", "a"), ns("sub", "a"), mx("@", 1, "a")].flatMap(compressed)).toEqual([true, true, true]);
    expect(compressed(srv("_a._tcp", 1, "1 1 a"))).toEqual([false]);
  });
});

describe("the table of record types", () => {
  it("has the numbers of IANA's registry", () => {
    expect(RECORD_TYPES.map((type) => [recordTypes[type].type, recordTypes[type].code])).toEqual([
      ["A", 1],
      ["AAAA", 28],
      ["CNAME", 5],
      ["MX", 15],
      ["TXT", 16],
      ["NS", 2],
      ["SRV", 33],
      ["CAA", 257],
    ]);
  });
});

/** Whether each of its names may be compressed. */
function compressed(record: DnsRecord): readonly boolean[] {
  return rdataParts(record).flatMap((part) => ("name" in part ? [part.compress] : []));
}

function uncompressed(record: DnsRecord): Buffer {
  return Buffer.concat(
    rdataParts(record).map((part) => ("name" in part ? wireName(part.name) : Buffer.from(part.octets))),
  );
}

/** A name without escapes, label by label (RFC 1035 §3.1). */
function wireName(name: string): Buffer {
  const labels = name.split(".").filter((label) => label !== "");
  return Buffer.concat([...labels.map((label) => Buffer.from([label.length, ...Buffer.from(label)])), Buffer.of(0)]);
}

/** The rdata of the only answer of a message: behind its header, the answer's name, type, class, TTL and length. */
function encodedByDnsPacket(answer: packet.Answer): Buffer {
  const message = packet.encode({ type: "response", answers: [{ ...answer, name: "." }] });
  return message.subarray(12 + 1 + 10);
}
