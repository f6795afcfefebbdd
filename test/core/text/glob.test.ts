import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesGlob } from "../../../src/core/text/glob.ts";

describe("matchesGlob", () => {
  it.each([
    ["www", "www", true],
    ["www", "www2", false],
    ["*", "", true],
    ["*", "anything", true],
    ["a*a", "a", false],
    ["a*a", "aa", true],
    ["*b*", "abc", true],
    ["a*b*c", "a-b-b-c", true],
    ["a*b*c", "a-c-b", false],
    ["*.example.com", "www.example.com", true],
    ["**", "x", true],
    ["a.c", "abc", false],
  ])("%s on %s: %s", (pattern, text, expected) => {
    expect(matchesGlob(pattern, text)).toBe(expected);
  });

  it("agrees with a regular expression", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "*"), maxLength: 8 });
    const texts = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 10 });
    fc.assert(
      fc.property(letters, texts, (pattern, text) => {
        expect(matchesGlob(pattern, text)).toBe(new RegExp(`^${pattern.replaceAll(/\*+/g, ".*")}$`).test(text));
      }),
    );
  });
});
