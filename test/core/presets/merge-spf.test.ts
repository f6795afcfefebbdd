// SPF: one record out of what stands and what is wanted, by example and by law.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSpf } from "../../../src/core/dns/texts/spf-terms.ts";
import { isSpfTerm, isSpfText, mergeSpf } from "../../../src/core/presets/merge-spf.ts";
import { refusal } from "../../support/refusal.ts";
import { applied, recordsOf } from "./apply-lines.ts";

const GOOGLE = "include:_spf.google.com";

describe("mergeSpf", () => {
  it.each<readonly [string, readonly string[], readonly string[], string | undefined, string]>([
    ["begins a record that ends in ~all", [], ["mx", GOOGLE], undefined, `v=spf1 mx ${GOOGLE} ~all`],
    ["begins one that ends as given", [], [], "-all", "v=spf1 -all"],
    ["adds before all", ["v=spf1 mx -all"], [GOOGLE], undefined, `v=spf1 mx ${GOOGLE} -all`],
    ["changes all alone", ["v=spf1 mx ~all"], [], "-all", "v=spf1 mx -all"],
    [
      "leaves a record that says it already as it is written",
      ["V=SPF1  +MX  ~ALL"],
      ["mx"],
      "~all",
      "V=SPF1  +MX  ~ALL",
    ],
    ["adds what stands in vain behind all", ["v=spf1 -all mx"], ["mx"], undefined, "v=spf1 mx -all mx"],
    ["tells the signs apart", ["v=spf1 ?mx -all"], ["mx"], undefined, "v=spf1 ?mx mx -all"],
    [
      "adds before a redirect",
      ["v=spf1 redirect=_spf.example.net"],
      ["mx"],
      undefined,
      "v=spf1 mx redirect=_spf.example.net",
    ],
    ["keeps exp behind", ["v=spf1 mx -all exp=e.example.net"], ["a"], undefined, "v=spf1 mx a -all exp=e.example.net"],
    ["leaves out an all that was left out", ["v=spf1 mx"], ["a"], undefined, "v=spf1 mx a"],
    ["makes one of two", ["v=spf1 mx -all", `v=spf1 ${GOOGLE} a -all`], ["a"], undefined, `v=spf1 mx ${GOOGLE} a -all`],
    [
      "makes one of two that end differently, as given",
      ["v=spf1 mx -all", "v=spf1 a ~all"],
      [],
      "~all",
      "v=spf1 mx a ~all",
    ],
    [
      "keeps the capitals of macros",
      ["v=spf1 exists:%{I}._spf.example.net -all"],
      ["mx"],
      undefined,
      "v=spf1 exists:%{I}._spf.example.net mx -all",
    ],
  ])("%s", (_, standing, terms, all, merged) => {
    expect(mergeSpf(standing, { terms, all })).toBe(merged);
  });

  it("asks which all is meant where two records differ", () => {
    expect(refusal(() => mergeSpf(["v=spf1 mx -all", "v=spf1 a ~all"], { terms: [] }))).toMatchObject({
      code: "conflict",
      field: "values.all",
    });
  });

  it("does not cut off a redirect", () => {
    expect(refusal(() => mergeSpf(["v=spf1 redirect=_spf.example.net"], { terms: [], all: "-all" }))).toMatchObject({
      code: "conflict",
      field: "values.all",
    });
  });
});

const mechanism = fc.oneof(
  fc.constantFrom("a", "mx", "a:mail.example.net/28", "mx:example.net", "ip6:2001:db8::/32", "exists:%{i}.example.net"),
  fc.nat(255).map((octet) => `ip4:192.0.2.${octet}`),
  fc.nat(30).map((number) => `include:_s${number}.example.net`),
);
const signed = fc.tuple(fc.constantFrom("", "+", "-", "~", "?"), mechanism).map((parts) => parts.join(""));
const all = fc.constantFrom("-all", "~all", "?all");
const record = fc
  .tuple(fc.array(signed, { maxLength: 8 }), fc.option(all, { nil: "" }), fc.constantFrom("", "exp=e.example.net"))
  .map(([terms, ending, exp]) => ["v=spf1", ...terms, ending, exp].filter((word) => word !== "").join(" "));
const other = fc.constantFrom("google-site-verification=x", "MS=ms12345678", "v=MCPv1; k=ed25519; p=AAAA");

const words = (text: string) => text.split(" ").slice(1);
const endsOf = (text: string) => words(text).filter((word) => /^[-~?]all$/.test(word));

describe("every merge", () => {
  it("leaves one record, sound, with all that stood and all that was asked for", () => {
    fc.assert(
      fc.property(
        fc.array(record, { maxLength: 3 }),
        fc.array(mechanism, { maxLength: 6 }),
        all,
        (standing, terms, ending) => {
          const merged = mergeSpf(standing, { terms, all: ending });
          expect(isSpfText(merged)).toBe(true);
          expect(
            parseSpf({ name: "", type: "TXT", ttl: 0, value: merged }).terms.every(({ fault }) => fault === undefined),
          ).toBe(true);
          expect(endsOf(merged)).toEqual([ending]);
          const reached = new Set(
            merged
              .slice(0, merged.indexOf(` ${ending}`))
              .split(" ")
              .map((word) => word.replace(/^\+/, "")),
          );
          const wanted = [...standing.flatMap(words), ...terms].filter(
            (word) => isSpfTerm(word) && !/all$|=/.test(word),
          );
          expect(wanted.filter((word) => !reached.has(word.replace(/^\+/, "")))).toEqual([]);
          expect(mergeSpf([merged], { terms, all: ending })).toBe(merged);
        },
      ),
    );
  });

  it("keeps the standing all when none is given", () => {
    fc.assert(
      fc.property(record, fc.array(mechanism, { minLength: 1, maxLength: 6 }), (standing, terms) => {
        expect(endsOf(mergeSpf([standing], { terms }))).toEqual(endsOf(standing));
      }),
    );
  });

  it("leaves the apex with one SPF record and every other text as it was", () => {
    const addresses = fc.array(
      fc.nat(255).map((octet) => `192.0.2.${octet}`),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(record, { maxLength: 2 }),
        fc.uniqueArray(other),
        addresses,
        (standing, others, ip4) => {
          const lines = [...standing, ...others].map((text) => `@ 300 TXT "${text}"`);
          const { after } = applied(recordsOf(lines), { preset: "spf", values: { ip4, all: "~all" } });
          const texts = after.map(({ value }) => value);
          expect(texts.filter(isSpfText)).toHaveLength(1);
          expect(texts.filter((text) => !isSpfText(text)).toSorted()).toEqual(others.toSorted());
          expect(after.every(({ ttl }) => others.length + standing.length === 0 || ttl === 300)).toBe(true);
        },
      ),
    );
  });
});
