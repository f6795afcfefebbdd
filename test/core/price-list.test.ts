import { describe, expect, it } from "vitest";
import { listPrice } from "../../src/core/price-list.ts";

describe("listPrice", () => {
  it.each([
    ["example.com", 1, 12.99],
    ["example.com", 2, 25.98],
    ["example.net", 1, 14.99],
    ["example.org", 10, 139.9],
    ["example.io", 1, 39.99],
    ["example.dev", 1, 14.99],
    ["example.app", 1, 14.99],
    ["example.co", 3, 74.97],
  ])("%s for %i: %d", (domain, years, price) => {
    expect(listPrice(domain, years)).toBe(price);
  });

  it("does not guess what the list does not say", () => {
    expect(listPrice("example.xyz", 1)).toBeUndefined();
    expect(listPrice("example.co.uk", 1)).toBeUndefined();
    expect(listPrice("shop.example.com", 1)).toBeUndefined();
  });
});
