import { describe, expect, it } from "vitest";
import { groupRrsets, RrsetMap } from "../../../src/core/dns/rrset-map.ts";
import { a, txt } from "../../support/builders.ts";

const RECORDS = [a("x", "192.0.2.1"), txt("x", "t"), a("y", "192.0.2.1"), a("X", "192.0.2.2", 60)];

describe("groupRrsets", () => {
  it("groups by owner name and type, in order of first sight", () => {
    const groups = groupRrsets(RECORDS).values();
    expect(groups.map(({ name, type, records }) => [name, type, records.length])).toEqual([
      ["x.example.com", "A", 2],
      ["x.example.com", "TXT", 1],
      ["y.example.com", "A", 1],
    ]);
  });
});

describe("RrsetMap", () => {
  it("tells the types of one name and the names of one type apart", () => {
    const groups = groupRrsets(RECORDS);
    expect(groups.get({ name: "x.example.com", type: "TXT" })?.records).toEqual([txt("x", "t")]);
    expect(groups.get({ name: "y.example.com", type: "TXT" })).toBeUndefined();
    expect(groups.get({ name: "x.example.com", type: "MX" })).toBeUndefined();
    expect(groups.atName("x.example.com").map(({ type }) => type)).toEqual(["A", "TXT"]);
    expect(groups.atName("z.example.com")).toEqual([]);
  });

  it("gives back the value it was given", () => {
    const map = new RrsetMap<string>();
    const place = { name: "x.example.com", type: "A" };
    expect(map.add(place, "first")).toBe("first");
    expect([map.get(place), ...map.values()]).toEqual(["first", "first"]);
  });
});
