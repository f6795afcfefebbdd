import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resultJson } from "../../src/cli/result-json.ts";

describe("a result on stdout", () => {
  it.each([
    ["\u009b31mred", String.raw`\u009b31mred`],
    ["\u007f", String.raw`\u007f`],
    ["a\u202eb", String.raw`a\u202eb`],
    ["\u2028", String.raw`\u2028`],
    ["\u{e0041}", String.raw`\udb40\udc41`],
    ["\u001b[31m", String.raw`\u001b[31m`],
    ["ünïcødé 💥", "ünïcødé 💥"],
  ])("shows %j as %s", (value, shown) => {
    expect(resultJson({ value })).toBe(`{"value":"${shown}"}`);
  });

  it("is read back exactly, whatever is in it", () => {
    const unit = fc.oneof(
      fc.constantFrom("\\", '"', "\u009b", "\u{e0041}"),
      fc.string({ unit: "binary", maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.array(unit), (units) => {
        const output = { value: units.join("") };
        expect(JSON.parse(resultJson(output, 2))).toEqual(output);
      }),
    );
  });
});
