// Single records before BIND's own eyes: what is accepted here loads there, and what does not load is refused.
import { describe, expect, it } from "vitest";
import { parseRdataTokens, printRdata } from "../../../src/core/dns/rdata.ts";
import { refuseFaults } from "../../../src/core/dns/parse-record.ts";
import { absoluteName, withFinalDot } from "../../../src/core/dns/name.ts";
import type { DnsRecord } from "../../../src/core/dns/record.ts";
import { parseRecordType } from "../../../src/core/dns/parse-record.ts";
import { InputError } from "../../../src/core/errors.ts";
import { ZONE } from "../../support/builders.ts";
import { checkRecordLines, hasNamedCheckzone } from "../../support/named-checkzone.ts";

/** A master-file line in fields: owner, type, and the data without quotes around anything but the last field. */
type Line = readonly [owner: string, type: string, ...data: string[]];

const BOTH_ACCEPT: readonly Line[] = [
  ["www", "A", "192.0.2.1"],
  ["*", "A", "192.0.2.1"],
  ["*.a.b", "AAAA", "2001:db8::1"],
  ["1", "A", "192.0.2.1"],
  ["gc._msdcs", "A", "192.0.2.1"],
  ["gc._msdcs", "AAAA", "2001:db8::1"],
  ["www", "AAAA", "1:2:3:4:5:6:7::"],
  ["www", "AAAA", "::2:3:4:5:6:7:8"],
  ["www", "AAAA", "::ffff:192.0.2.1"],
  ["www", "AAAA", "::192.0.2.1"],
  ["_x", "CNAME", "_y.example.net."],
  ["a\\.b", "CNAME", "c\\.d.example.net."],
  ["*", "CNAME", "*.example.net."],
  ["x/y", "CNAME", "."],
  ["\\255\\000", "TXT", "x"],
  ["\\@\\$\\(\\;", "TXT", "x"],
  ["@", "MX", "0", "."],
  ["@", "MX", "65535", "localhost."],
  ["*.a", "MX", "10", "mail.example.net."],
  ["_sub", "NS", "ns.example.net."],
  ["_sip._tcp", "SRV", "0", "0", "0", "."],
  ["_sip._tcp", "SRV", "65535", "65535", "65535", "sip.example.net."],
  ["@", "CAA", "128", "issue", ";"],
  ["@", "CAA", "0", "ISSUEWILD", "ca.example; k=v"],
  ["@", "CAA", "0", "issue", ""],
  ["@", "CAA", "0", "abcdefghijklmnop1234", 'a\\"b\\\\c'],
  ["@", "TXT", '\\"q\\" \\\\ ; ( ) \\195\\188 \\000'],
  ["@", "TXT", "a".repeat(255)],
];

const BOTH_REFUSE: readonly Line[] = [
  ["_a", "A", "192.0.2.1"],
  ["a._b.c", "A", "192.0.2.1"],
  ["-a", "A", "192.0.2.1"],
  ["a-", "AAAA", "2001:db8::1"],
  ["a\\.b", "A", "192.0.2.1"],
  ["*._x", "A", "192.0.2.1"],
  ["*a", "A", "192.0.2.1"],
  ["a.*.b", "A", "192.0.2.1"],
  ["x/y", "A", "192.0.2.1"],
  ["x.gc._msdcs", "A", "192.0.2.1"],
  ["gc._msdcs", "MX", "10", "m.example.net."],
  ["a_b", "MX", "10", "m.example.net."],
  ["www", "A", "192.0.2.01"],
  ["www", "A", "192.0.2"],
  ["www", "A", "192.0.2.256"],
  ["www", "AAAA", "1::2%eth0"],
  ["www", "AAAA", "1:2:3:4::5:6:7:8"],
  ["www", "AAAA", "00001::"],
  ["www", "AAAA", "::1::"],
  ["www", "AAAA", "192.0.2.1"],
  ["@", "CNAME", "a.example.net."],
  ["@", "MX", "10", "192.0.2.1"],
  ["@", "MX", "10", "192.0.2.1."],
  ["@", "MX", "10", "m_x.example.net."],
  ["@", "MX", "10", "*.example.net."],
  ["@", "MX", "65536", "m.example.net."],
  ["@", "MX", "-1", "m.example.net."],
  ["sub", "NS", "192.0.2.1."],
  ["sub", "NS", "_ns.example.net."],
  ["sub", "NS", "n\\.s.example.net."],
  ["*.x", "NS", "ns.example.net."],
  ["_a._tcp", "SRV", "0", "0", "1", "s_x.example.net."],
  ["_a._tcp", "SRV", "65536", "0", "1", "s.example.net."],
  ["_a._tcp", "SRV", "0", "0", "65536", "s.example.net."],
  ["@", "CAA", "256", "issue", "a"],
  ["@", "CAA", "0", "is-sue", "a"],
  ["@", "TXT", "a".repeat(256)],
  ["@", "TXT", "\\256"],
  ["a..b", "TXT", "x"],
  ["a".repeat(64), "TXT", "x"],
];

/** The decisions table, or a standard that BIND does not enforce. */
const REFUSED_HERE_ALONE: readonly (readonly [string, Line])[] = [
  ["a null MX with a preference (RFC 7505 §3)", ["@", "MX", "10", "."]],
  ["CAA flags other than 0 and 128 (RFC 8659 §4.1)", ["@", "CAA", "1", "issue", "a"]],
  ["an SRV owner without _service._proto (RFC 2782)", ["sip", "SRV", "0", "0", "1", "s.example.net."]],
  ["an SRV target that is an address", ["_a._tcp", "SRV", "0", "0", "1", "192.0.2.1."]],
  ["a CNAME to an address", ["www", "CNAME", "192.0.2.1."]],
  ["an NS that is the root", ["sub", "NS", "."]],
  ["an undecodable A-label (RFC 5891)", ["xn--a", "A", "192.0.2.1"]],
  ["an odd wildcard (RFC 4592 §2.1.1)", ["a*b", "TXT", "x"]],
  ["an empty TXT, which the API does not take", ["@", "TXT", ""]],
  ["a TXT that is no text, which the API cannot carry", ["@", "TXT", "\\255"]],
  ["a CAA value that is not ASCII (RFC 8659 §4.2)", ["@", "CAA", "0", "issue", "\\195\\188.example"]],
];

describe.runIf(hasNamedCheckzone)("records in BIND", () => {
  it.each(titled(BOTH_ACCEPT))("load, and are accepted: %s", (_, line) => {
    const record = readLine(line);
    if (record === undefined) throw new Error("refused here");
    expect(loads(lineText(line)), lineText(line)).toBe(true);
    expect(loads(`${withFinalDot(record.name)} ${record.type} ${printRdata(record)}`)).toBe(true);
  });

  it.each(titled(BOTH_REFUSE))("do not load, and are refused: %s", (_, line) => {
    expect(loads(lineText(line)), lineText(line)).toBe(false);
    expect(readLine(line)).toBeUndefined();
  });

  it.each(REFUSED_HERE_ALONE)("load, and are refused all the same: %s", (_, line) => {
    expect(loads(lineText(line)), lineText(line)).toBe(true);
    expect(readLine(line)).toBeUndefined();
  });
});

function titled(lines: readonly Line[]): readonly (readonly [string, Line])[] {
  return lines.map((line) => [lineText(line).slice(0, 80), line]);
}

function loads(line: string): boolean {
  return checkRecordLines(ZONE, [line]).loads;
}

/** The last field of TXT and CAA in quotes, as their values may have spaces. */
function lineText([owner, type, ...data]: Line): string {
  const last = data.at(-1) ?? "";
  return [owner, type, ...data.slice(0, -1), isText(type) ? `"${last}"` : last].join(" ");
}

function readLine([owner, type, ...data]: Line): DnsRecord | undefined {
  try {
    const known = parseRecordType(type);
    const tokens = data.map((text, at) => ({ text, quoted: isText(type) && at === data.length - 1 }));
    const record = {
      name: absoluteName(owner, ZONE),
      type: known,
      ttl: 3600,
      ...parseRdataTokens(known, tokens, ZONE),
    };
    refuseFaults(record, ZONE);
    return record;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

function isText(type: string): boolean {
  return type === "TXT" || type === "CAA";
}
