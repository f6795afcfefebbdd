import { describe, expect, it } from "vitest";
import { editDistance, nearestName } from "../../src/core/nearest-name.ts";

describe("editDistance", () => {
  it.each([
    ["", "", 0],
    ["abc", "abc", 0],
    ["abc", "", 3],
    ["abc", "abd", 1],
    ["abc", "acb", 1],
    ["exmaple.com", "example.com", 1],
    ["exampl.com", "example.com", 1],
    ["examplle.com", "example.com", 1],
    ["kitten", "sitting", 3],
    ["abcd", "abxy", 2],
    ["ca", "abc", 3],
  ])("from %j to %j: %i", (a, b, edits) => {
    expect(editDistance(a, b)).toBe(edits);
    expect(editDistance(b, a)).toBe(edits);
  });
});

describe("nearestName", () => {
  it("finds a slip and nothing that is further away", () => {
    const names = ["example.com", "example.org", "myapp.io"];
    expect(nearestName("exmaple.org", names)).toBe("example.org");
    expect(nearestName("mypp.io", names)).toBe("myapp.io");
    expect(nearestName("something.else", names)).toBeUndefined();
    expect(nearestName("a", ["b"])).toBeUndefined();
  });
});
