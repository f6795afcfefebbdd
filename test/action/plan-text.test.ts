// The plan as text: small enough for a comment on a pull request, and honest about what it leaves out.
import { describe, expect, it } from "vitest";
import { diffText } from "../../src/action/plan-text.ts";

const lines = (count: number) => Array.from({ length: count }, (_, n) => `+ host-${n}.example.com 300 A 192.0.2.1`);

describe("the plan output", () => {
  it("is whole up to 60,000 characters", () => {
    const text = diffText(lines(1_000));
    expect(text.split("\n")).toHaveLength(1_000);
    expect(text).not.toContain("Cut");
  });

  it("is cut at a line's end beyond them, and says how much is shown", () => {
    const text = diffText(lines(10_000));
    expect(text.length).toBeLessThanOrEqual(60_000);
    const shown = text.split("\n");
    expect(shown.at(-2)).toMatch(/^\+ host-\d+\.example\.com 300 A 192\.0\.2\.1$/);
    expect(shown.at(-1)).toBe(`# Cut here: ${shown.length - 1} of 10000 lines are shown.`);
  });

  it("is within its bounds when one line alone is too long", () => {
    const text = diffText([`+ ${"x".repeat(70_000)}`, "+ y"]);
    expect(text).toBe("\n# Cut here: 0 of 2 lines are shown.");
  });
});
