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
    expect(lines.at(-5)).toBe(`${lines.length - 5} ${"x".repeat(95)}`);
    expect(lines.at(-4)).toBe(
      `(Cut here: ${lines.length - 1} of 1000 lines shown. The structured result is whole; where there is a filter or a limit, ask for less.)`,
    );
  });

  it("keeps what the text ends with: the plan's id, the change, the cursor", () => {
    const text = Array.from({ length: 1000 }, (_, at) => `${at} ${"x".repeat(95)}`).join("\n");
    const cut = cappedText(`${text}\nNeeds a yes.\napply_plan with plan "p1" carries it out.\n`);
    expect(cut.split("\n").slice(-2)).toEqual(["Needs a yes.", 'apply_plan with plan "p1" carries it out.']);
    const beforeLong = cappedText(`${"y".repeat(TEXT_MAX_LENGTH)}\nThe end.`);
    expect(beforeLong.length).toBeLessThanOrEqual(TEXT_MAX_LENGTH);
    expect(beforeLong.split("\n").at(-1)).toBe("The end.");
  });

  it("cuts a single line too", () => {
    expect(cappedText("x".repeat(TEXT_MAX_LENGTH + 1)).length).toBeLessThanOrEqual(TEXT_MAX_LENGTH);
  });
});
