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
    const unit = fc.oneof(fc.constantFrom(0x22, 0x5c, 0x9b, 0xe0041), fc.integer({ min: 0, max: 0x10ffff }));
    fc.assert(
      fc.property(fc.array(unit), (units) => {
        const output = { value: String.fromCodePoint(...units) };
        expect(JSON.parse(resultJson(output, 2))).toEqual(output);
      }),
    );
  });
});
