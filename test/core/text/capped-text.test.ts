import { describe, expect, it } from "vitest";
import { cappedText, TEXT_MAX_LENGTH } from "../../../src/core/text/capped-text.ts";

describe("cappedText", () => {
  it("leaves a text alone that is not too long", () => {
    const text = "x".repeat(TEXT_MAX_LENGTH);
    expect(cappedText(text)).toBe(text);
  });

  it("cuts between lines and says how many are shown", () => {
    const text = Array.from({ length: 1000 }, (_, at) => `${at} ${"x".repeat(95)}`).join("\n");
    const cut = cappedText(text);
    expect(cut.length).toBeLessThanOrEqual(TEXT_MAX_LENGTH);
    const lines = cut.split("\n");
    expect(lines.at(-2)).toBe(`${lines.length - 2} ${"x".repeat(95)}`);
    expect(lines.at(-1)).toBe(
      `(Cut here: ${lines.length - 1} of 1000 lines shown. Ask for less, with a filter or a limit; the structured result is whole.)`,
    );
  });

  it("cuts a single line too", () => {
    expect(cappedText("x".repeat(TEXT_MAX_LENGTH + 1)).length).toBeLessThanOrEqual(TEXT_MAX_LENGTH);
  });
});
