import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  absoluteName,
  compareNames,
  isWildcard,
  isWithin,
  labelsOf,
  nameSortKey,
  parentOf,
  parseOwnerName,
  parseTargetName,
  parseZoneName,
  readOwnerName,
  relativeName,
  targetForm,
  toUnicode,
  wildcardsAbove,
  withFinalDot,
} from "../../../src/core/dns/name.ts";
import { InputError } from "../../../src/core/errors.ts";
import { refusal } from "../../support/refusal.ts";
import { nameOctets, spell, wireOctets } from "./arbitrary-names.ts";

const ZONE = "example.com";
const LABEL_63 = "a".repeat(63);
/** 253 characters with its zone: 241 and a dot before 11. */
const LONGEST = [LABEL_63, LABEL_63, LABEL_63, "a".repeat(49)].join(".");

describe("parseOwnerName", () => {
  it.each([
    ["@", "example.com"],
    ["www", "www.example.com"],
    ["WWW", "www.example.com"],
    ["  www ", "www.example.com"],
    ["www.example.com", "www.example.com"],
    ["www.example.com.", "www.example.com"],
    ["Www.EXAMPLE.com.", "www.example.com"],
    ["example.com", "example.com"],
    ["example.com.", "example.com"],
    ["a.b", "a.b.example.com"],
    ["www.example.org", "www.example.org.example.com"],
    ["com", "com.example.com"],
    ["notexample.com", "notexample.com.example.com"],
    ["*", "*.example.com"],
    ["*.a", "*.a.example.com"],
    ["\\*.a", "*.a.example.com"],
    ["_dmarc", "_dmarc.example.com"],
    ["_a._tcp", "_a._tcp.example.com"],
    ["-", "-.example.com"],
    ["1.2.3", "1.2.3.example.com"],
    ["0x7f.1", "0x7f.1.example.com"],
    ["foo/bar", "foo/bar.example.com"],
    ["foo%2ecom", "foo%2ecom.example.com"],
    ["www.example.com.example.com.", "www.example.com.example.com"],
    [LABEL_63, `${LABEL_63}.example.com`],
    [LONGEST, `${LONGEST}.example.com`],
  ])("reads %j as %s", (text, name) => {
    expect(parseOwnerName(text, ZONE)).toBe(name);
  });

  it.each([
    ["a\\.b", "a\\.b.example.com"],
    ["a\\046b", "a\\.b.example.com"],
    ["\\119ww", "www.example.com"],
    ["\\087WW", "www.example.com"],
    ["\\w\\w\\w", "www.example.com"],
    ["a\\032b", "a\\032b.example.com"],
    ["a\\ b", "a\\032b.example.com"],
    ["\\255\\000", "\\255\\000.example.com"],
    ["\\@", "\\@.example.com"],
    ["\\\\", "\\\\.example.com"],
    ['\\"\\;\\(\\)\\$', '\\"\\;\\(\\)\\$.example.com'],
    ["a.b\\.example.com", "a.b\\.example.com.example.com"],
    ["a\\.", "a\\..example.com"],
    ["a\\.example.com.", undefined],
    ["\\256", undefined],
    ["\\25", undefined],
    ["\\2a5", undefined],
    ["a\\", undefined],
  ])("reads the escapes of %j as %s (RFC 1035 §5.1)", (text, name) => {
    if (name === undefined) expect(() => parseOwnerName(text, ZONE)).toThrow(InputError);
    else expect(parseOwnerName(text, ZONE)).toBe(name);
  });

  it.each([
    ["bücher", "xn--bcher-kva.example.com"],
    ["BÜCHER", "xn--bcher-kva.example.com"],
    ["faß", "xn--fa-hia.example.com"],
    ["bu\u0308cher", "xn--bcher-kva.example.com"],
    ["日本語", "xn--wgv71a119e.example.com"],
    ["日本。語", "xn--wgv71a.xn--i42a.example.com"],
    ["ｗｗｗ", "www.example.com"],
    ["_dmarc.bücher", "_dmarc.xn--bcher-kva.example.com"],
    ["*.bücher", "*.xn--bcher-kva.example.com"],
    ["XN--BCHER-KVA", "xn--bcher-kva.example.com"],
    ["xn--bcher-kva.example.com", "xn--bcher-kva.example.com"],
    ["r3---sn-abc", "r3---sn-abc.example.com"],
  ])("reads %j as %s (UTS #46, label by label)", (text, name) => {
    expect(parseOwnerName(text, ZONE)).toBe(name);
  });

  it.each([
    ["", "use @ for the apex"],
    ["   ", "use @ for the apex"],
    ["www.", "final dot"],
    ["www.example.org.", "final dot"],
    [".", "final dot"],
    ["www.example.com.example.com", "once"],
    ["example.com.example.com", "once"],
    ["a.*", "wildcard"],
    ["*a", "wildcard"],
    ["a*b", "wildcard"],
    ["*.*", "wildcard"],
    ["*ü", "wildcard"],
    ["a..b", "single dots"],
    [".www", "single dots"],
    ["www..", "single dots"],
    ["a b", "\\DDD"],
    ["a\tb", "\\DDD"],
    ["a\u0000", "\\DDD"],
    ["www; TXT", "\\DDD"],
    ["user@example.com", "\\DDD"],
    ['"www"', "\\DDD"],
    ["https://www.example.com/x", "host part"],
    ["xn--a", "own characters"],
    ["xn--", "own characters"],
    ["xn--www-", "own characters"],
    ["\\120n--a", "own characters"],
    ["-ü", "spelling"],
    ["a\u200db", "spelling"],
    ["\u00ad", "spelling"],
    ["ü\\.b", "one way"],
    [`${LABEL_63}a`, "Shorten"],
    ["ü".repeat(60), "Shorten"],
    [`a${LONGEST}`, "Shorten"],
    [`${LONGEST}a`, "Shorten"],
    ["a.".repeat(5000), "Shorten"],
  ])("refuses %j with a hint that mends it", (text, hint) => {
    const error = refusal(() => parseOwnerName(text, ZONE));
    expect(error).toMatchObject({ code: "invalid_name", field: "name" });
    expect(error.hint?.toLowerCase()).toContain(hint.toLowerCase());
  });

  it("counts octets and not characters (RFC 1035 §2.3.4)", () => {
    expect(parseOwnerName(escaped(63), ZONE)).toBe(`${escaped(63)}.${ZONE}`);
    expect(() => parseOwnerName(escaped(64), ZONE)).toThrow("64 octets");
    const name = [63, 63, 63, 49].map(escaped).join(".");
    expect(parseOwnerName(name, ZONE)).toBe(`${name}.${ZONE}`);
    expect(() => parseOwnerName([63, 63, 63, 50].map(escaped).join("."), ZONE)).toThrow("255 octets");
  });

  it("is the same name in every spelling, and canonical at once", () => {
    fc.assert(
      fc.property(nameOctets, fc.boolean(), (labels, everyOctet) => {
        const name = parseOwnerName(spell(labels, everyOctet), ZONE);
        expect(name).toBe(parseOwnerName(spell(labels, !everyOctet), ZONE));
        expect(parseOwnerName(`${name}.`, ZONE)).toBe(name);
        expect(readOwnerName(name, ZONE)).toBe(name);
        expect(parseOwnerName(relativeName(name, ZONE), ZONE)).toBe(name);
        expect(wireOctets(labels) + ZONE.length + 1).toBeLessThanOrEqual(255);
        expect(labelsOf(name)).toHaveLength(labels.length + 2);
      }),
    );
  });

  it("fails with nothing but InputError, whatever is written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        try {
          const name = parseOwnerName(text, ZONE);
          expect(name).toMatch(/^[\x21-\x7e]+$/);
          expect(parseOwnerName(`${name}.`, ZONE)).toBe(name);
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
        }
      }),
    );
  });
});

describe("readOwnerName", () => {
  it.each([
    ["", "example.com"],
    ["@", "example.com"],
    ["www", "www.example.com"],
    ["WWW.Example.com.", "www.example.com"],
    ["www.example.com.example.com", "www.example.com.example.com"],
  ])("reads %j from the API as %s", (text, name) => {
    expect(readOwnerName(text, ZONE)).toBe(name);
  });
});

describe("parseTargetName", () => {
  it.each([
    ["@", "example.com"],
    ["www", "www.example.com"],
    ["www.", "www."],
    ["localhost.", "localhost."],
    [".", "."],
    ["mail.example.net", "mail.example.net"],
    ["MAIL.example.net.", "mail.example.net"],
    ["a\\.b", "a\\.b.example.com"],
    ["a\\.b.", "a\\.b."],
    ["_x.example.net", "_x.example.net"],
    ["mail.bücher.example", "mail.xn--bcher-kva.example"],
    ["a.example.com.example.com", "a.example.com.example.com"],
  ])("reads %j as %s", (text, target) => {
    expect(parseTargetName(text, ZONE)).toBe(target);
    expect(parseTargetName(target, ZONE)).toBe(target);
  });

  it("names the value as the field at fault", () => {
    expect(refusal(() => parseTargetName("a..b", ZONE))).toMatchObject({ code: "invalid_name", field: "value" });
  });

  it("reads its own canonical form as the same name", () => {
    fc.assert(
      fc.property(nameOctets, (labels) => {
        const target = parseTargetName(`${spell(labels, false)}.`, ZONE);
        expect(parseTargetName(target, ZONE)).toBe(target);
        expect(absoluteName(withFinalDot(target), ZONE)).toBe(labelsOf(target).join("."));
      }),
    );
  });
});

describe("parseZoneName", () => {
  it.each([
    ["example.com", "example.com"],
    [" Example.COM. ", "example.com"],
    ["Bücher.example", "xn--bcher-kva.example"],
    ["_acme-challenge.example.com", "_acme-challenge.example.com"],
    ["2.0.192.in-addr.arpa", "2.0.192.in-addr.arpa"],
  ])("reads %j as %s", (text, zone) => {
    expect(parseZoneName(text)).toBe(zone);
  });

  it.each([
    "",
    ".",
    "com",
    "localhost",
    "*.example.com",
    "a..b",
    "@",
    "../../etc",
    "a/b.example.com",
    "a\\.b.example.com",
    "example.com:8080",
    "https://example.com",
    "192.0.2.1",
    "-a.example.com",
    "a-.example.com",
    "exa mple.com",
  ])("refuses %j", (text) => {
    expect(refusal(() => parseZoneName(text))).toMatchObject({ code: "invalid_name", field: "zone" });
  });
});

describe("absoluteName", () => {
  it.each([
    ["@", ZONE, "example.com"],
    ["www", ZONE, "www.example.com"],
    ["www.example.com", ZONE, "www.example.com.example.com"],
    ["www.example.org.", ZONE, "www.example.org"],
    ["www", "", "www"],
    [".", ZONE, ""],
  ])("reads %j relative to %j as %j (RFC 1035 §5.1)", (text, origin, name) => {
    expect(absoluteName(text, origin)).toBe(name);
  });
});

describe("relativeName", () => {
  it.each([
    ["example.com", "@"],
    ["www.example.com", "www"],
    ["a.b.example.com", "a.b"],
    ["*.example.com", "*"],
    ["a\\.b.example.com", "a\\.b"],
    ["www.example.com.example.com", "www.example.com.example.com."],
    ["www.example.org", "www.example.org."],
  ])("writes %s as %s", (name, relative) => {
    expect(relativeName(name, ZONE)).toBe(relative);
  });
});

describe("what can be asked of canonical names", () => {
  it("keeps an escaped dot inside its label", () => {
    expect(isWithin("a\\.example.com", ZONE)).toBe(false);
    expect(isWithin("a\\\\.example.com", ZONE)).toBe(true);
    expect(isWithin("aexample.com", ZONE)).toBe(false);
    expect(labelsOf("a\\.b.example.com")).toEqual(["a\\.b", "example", "com"]);
    expect(parentOf("a\\.b.example.com")).toBe("example.com");
    expect(targetForm("a\\.b")).toBe("a\\.b.");
    expect(withFinalDot("a\\.")).toBe("a\\..");
  });

  it("knows the root", () => {
    expect([labelsOf(""), labelsOf("."), parentOf("com"), parentOf(""), targetForm("")]).toEqual([[], [], "", "", "."]);
    expect(isWithin("com", "")).toBe(true);
  });

  it("finds wildcards (RFC 4592 §2.1.1)", () => {
    expect(["*.example.com", "a.example.com", "*"].map(isWildcard)).toEqual([true, false, true]);
    expect(wildcardsAbove("a.b.example.com")).toEqual(["*.b.example.com", "*.example.com", "*.com"]);
  });

  it("shows A-labels as people read them", () => {
    expect(toUnicode("*.xn--bcher-kva.example")).toBe("*.bücher.example");
    expect(toUnicode("www.example.com")).toBe("www.example.com");
    expect(toUnicode("xn--a.example.com")).toBe("xn--a.example.com");
  });
});

describe("compareNames", () => {
  it("sorts the example of RFC 4034 §6.1", () => {
    const sorted = [
      "example",
      "a.example",
      "yljkjljk.a.example",
      "z.a.example",
      "zabc.a.example",
      "z.example",
      "\\001.z.example",
      "*.z.example",
      "\\200.z.example",
    ];
    expect(sorted.toReversed().toSorted(compareNames)).toEqual(sorted);
  });

  it("puts a shorter label before one that goes on with octet 0", () => {
    const sorted = ["a", "x.a", "a\\000", "a\\000\\000", "a\\000\\001", "a\\001", "a\\002", "a\\032"];
    expect(sorted.toReversed().toSorted(compareNames)).toEqual(sorted);
  });

  it("is a total order, the one of the octets from the right", () => {
    fc.assert(
      fc.property(nameOctets, nameOctets, (left, right) => {
        const [a, b] = [absoluteName(spell(left, true), ZONE), absoluteName(spell(right, true), ZONE)];
        const order = compareNames(a, b);
        expect(Math.sign(order)).toBe(Math.sign(compareOctets(left, right)));
        expect(compareNames(b, a)).toBe(order === 0 ? 0 : -order);
        expect(order === 0).toBe(a === b);
        expect(nameSortKey(a) === nameSortKey(b)).toBe(a === b);
      }),
      { numRuns: 300 },
    );
  });
});

function escaped(octets: number): string {
  return "\\255".repeat(octets);
}

/** RFC 4034 §6.1 by the letter: labels from the right, octets with upper case as lower. */
function compareOctets(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number {
  const [left, right] = [a.toReversed(), b.toReversed()].map((labels) =>
    labels.map((label) => Buffer.from(label.map((octet) => (octet >= 0x41 && octet <= 0x5a ? octet + 32 : octet)))),
  );
  for (const [at, label] of (left ?? []).entries()) {
    const other = right?.[at];
    if (other === undefined) return 1;
    const order = Buffer.compare(label, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
