import { describe, expect, it } from "vitest";
import { rrsetKey, rrsetOfKey, sameRdata, standsAlone } from "../../../src/core/dns/compare.ts";
import { readRecord } from "../../../src/core/dns/parse-record.ts";
import { a, aaaa, caa, cname, mx, srv, txt, ZONE } from "../../support/builders.ts";

describe("sameRdata", () => {
  it.each([
    [a("x", "192.0.2.1", 60), a("y", "192.0.2.1", 120), true],
    [aaaa("x", "2001:db8::1"), aaaa("x", "2001:DB8:0::1"), true],
    [cname("x", "WWW"), cname("x", "www.example.com."), true],
    [mx("x", 10, "a"), mx("x", 20, "a"), false],
    [srv("_a._b", 1, "2 3 a"), srv("_a._b", 1, "02  3 A"), true],
    [caa("x", "0 ISSUE ca.example"), caa("x", '0 issue "ca.example"'), true],
    [caa("x", "0 issue CA.example"), caa("x", "0 issue ca.example"), false],
    [txt("x", '"v=spf1 " "-all"'), txt("x", "v=spf1 -all"), true],
    [txt("x", "A"), txt("x", "a"), false],
    [txt("x", "192.0.2.1"), a("x", "192.0.2.1"), false],
  ])("compares meaning, not spelling, and no TTL: %#", (one, other, same) => {
    expect(sameRdata(one, other)).toBe(same);
  });
});

describe("rrsetOfKey", () => {
  it("gives back what a key was made of, whatever the name", () => {
    for (const { name, type } of [a("x", "192.0.2.1"), txt("a\\.b\\032c", "t"), mx("@", 10, "mail")]) {
      expect(rrsetOfKey(rrsetKey({ name, type }))).toEqual({ name, type });
    }
  });
});

describe("standsAlone", () => {
  it("holds for a CNAME (RFC 2181 §10.1) and a null MX (RFC 7505 §3)", () => {
    expect(
      [cname("x", "y"), mx("x", 0, "."), mx("x", 0, "y"), srv("_a._b", 0, "0 0 ."), a("x", "192.0.2.1")].map(
        standsAlone,
      ),
    ).toEqual([true, true, false, false, false]);
    const answered = readRecord({ zone: ZONE, name: "x", type: "MX", value: ".", priority: 5 });
    expect(answered !== undefined && standsAlone(answered)).toBe(true);
  });
});
