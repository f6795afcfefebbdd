import { describe, expect, it } from "vitest";
import { plainText } from "../../../src/core/text/plain-text.ts";

describe("plainText", () => {
  it.each([
    ["v=spf1 mx -all", "v=spf1 mx -all"],
    ["Grüße, 世界 🙂", "Grüße, 世界 🙂"],
    ["a\u0000b\u001b[31mc\u007f", "a\\u{0}b\\u{1b}[31mc\\u{7f}"],
    ["line\nline\r\u2028\u2029", "line\\u{a}line\\u{d}\\u{2028}\\u{2029}"],
    ["\u202eevil\u2066\u200b\ufeff", "\\u{202e}evil\\u{2066}\\u{200b}\\u{feff}"],
    ["\u{e0041}\u00ad", "\\u{e0041}\\u{ad}"],
    ["half \ud800 pair", "half \\u{d800} pair"],
  ])("shows %j on one line, nothing hidden", (text, shown) => {
    expect(plainText(text)).toBe(shown);
  });

  it("tells the length of what it does not show", () => {
    expect(plainText("x".repeat(1234), 10)).toBe("xxxxxxxxxx… (1,234 characters in all)");
    expect(plainText("x".repeat(10), 10)).toBe("xxxxxxxxxx");
  });
});
