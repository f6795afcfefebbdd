import { describe, expect, it } from "vitest";
import { looksLike } from "../../../src/core/operations/find/look-alike.ts";
import { startSession } from "../../support/session.ts";

describe("look-alike names", () => {
  it.each([
    ["examp1e.com", "example.com", true],
    ["exarnple.com", "example.com", true],
    ["exmple.com", "example.com", true],
    ["exmaple.com", "example.com", true],
    ["xn--exmple-cua.com", "example.com", false],
    ["xn--xample-2of.com", "example.com", true],
    ["sample.com", "example.com", false],
  ])("%s beside %s: %s", (a, b, alike) => {
    expect(looksLike(a, b)).toBe(alike);
  });

  it("are told before a purchase, and nothing is bought", async () => {
    await using session = await startSession({ allowPurchases: true });
    const refused = await session.refuse("register_domain", { domain: "exarnple.com", max_price: 20 });
    expect(refused.message).toContain("Careful: exarnple.com looks very much like example.com");
    expect(session.requests()).toEqual(["GET /domains/"]);
  });

  it("of mixed scripts are told too", async () => {
    await using session = await startSession({ allowPurchases: true });
    const refused = await session.refuse("register_domain", { domain: "pаypal-shop.com", max_price: 20 });
    expect(refused.message).toContain("mixes letters of different scripts");
  });
});

describe("what nothing takes back", () => {
  it("stands in the journal, and undo_change says why it stays", async () => {
    await using session = await startSession({ allowPurchases: true });
    const { output } = await session.run("register_domain", {
      domain: "new-project.dev",
      max_price: 20,
      confirm: "new-project.dev",
    });
    const refused = await session.refuse("undo_change", { change: output["change"] });
    expect(refused).toMatchObject({ code: "change_conflict" });
    const listed = await session.run("list_changes");
    expect(listed.text).toContain("register_domain done: new-project.dev registered for 1 year");
  });
});
