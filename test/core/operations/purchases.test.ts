import { describe, expect, it } from "vitest";
import { startSession } from "../../support/session.ts";

const AUTH_CODE = "Xy9Kl2Mn#4pQ";

describe("register_domain", () => {
  const input = { domain: "new-project.dev", years: 2, max_price: 30 };

  it("refuses where spending was not allowed, and says which switch does", async () => {
    await using session = await startSession();
    expect(await session.refuse("register_domain", { ...input, confirm: input.domain })).toMatchInlineSnapshot(`
      {
        "code": "purchases_not_allowed",
        "hint": "The person who starts it can, with --allow-purchases (VPS_ALLOW_PURCHASES, in a workflow allow-purchases).",
        "message": "This program was not allowed to spend money; nothing was bought.",
      }
    `);
    expect(session.requests()).toEqual([]);
  });

  it("asks first, with the term and the price by the list", async () => {
    await using session = await startSession({ allowPurchases: true });
    expect(await session.refuse("register_domain", input)).toMatchInlineSnapshot(`
      {
        "code": "confirmation_required",
        "field": "confirm",
        "hint": "To go ahead, call register_domain again with confirm: "new-project.dev".",
        "message": "This registers new-project.dev for 2 years: about 29.98 USD by the price list (limit 30.00 USD), auto-renewal on. Nothing has changed.",
      }
    `);
    // The account's own domains, which the name is held against for look-alikes.
    expect(session.requests()).toEqual(["GET /domains/"]);
  });

  it("refuses a list price over max_price before any request, confirmed or not", async () => {
    await using session = await startSession({ allowPurchases: true });
    const problem = await session.refuse("register_domain", { ...input, max_price: 29.97, confirm: input.domain });
    expect(problem).toMatchInlineSnapshot(`
      {
        "code": "price_exceeded",
        "field": "max_price",
        "hint": "Nothing was bought. Ask the person before raising max_price.",
        "message": "The price list says 29.98 USD, over max_price 29.97 USD.",
      }
    `);
    expect(session.requests()).toEqual([]);
  });

  it("buys in one request behind the look for look-alikes, and tells what it cost", async () => {
    await using session = await startSession({ allowPurchases: true });
    const { text, output } = await session.run("register_domain", { ...input, confirm: input.domain });
    expect(text).toMatchInlineSnapshot(`
      "Registered new-project.dev: pending, expires DAY, auto-renewal on, locked, private, name servers ns1.vps.org ns2.vps.org ; id 105
      Charged: 29.98 USD
      The API says: "Domain registration initiated. Processing may take 5-10 minutes.""
    `);
    expect(output).toMatchObject({ status: "done", changed: true, total_cost: 29.98 });
    expect(session.sandbox.requests()).toMatchObject([
      { method: "GET", path: "/api/v1/domains/" },
      { method: "POST", body: { domain_name: input.domain, years: 2, auto_renew: true, privacy_protection: true } },
    ]);
  });

  it("calls the price of a TLD that is not on the list unknown, and warns when it was too high", async () => {
    await using session = await startSession({ allowPurchases: true });
    const domain = "new-project.xyz";
    const problem = await session.refuse("register_domain", { domain, max_price: 1 });
    expect(problem.message).toContain("price unknown, since the price list lacks its TLD (limit 1.00 USD)");
    const { output } = await session.run("register_domain", { domain, max_price: 1, confirm: domain });
    expect(output["warnings"]).toEqual(["The API charged 19.99 USD, over max_price 1.00 USD: tell the person."]);
  });

  it("tells an empty account as that", async () => {
    await using session = await startSession({ allowPurchases: true });
    await session.sandbox.setBalance(0);
    const problem = await session.refuse("register_domain", { ...input, confirm: input.domain });
    expect(problem.code).toBe("payment_required");
  });

  it("asks nobody about a domain that the account has", async () => {
    await using session = await startSession({ allowPurchases: true });
    const problem = await session.refuse("register_domain", { domain: "example.com", max_price: 20 });
    expect(problem).toMatchObject({ code: "domain_exists", field: "domain" });
    expect(session.requests()).toEqual(["GET /domains/"]);
  });

  it("tells a domain that somebody else has as that", async () => {
    await using session = await startSession({ allowPurchases: true });
    const taken = { domain: "taken.com", max_price: 20, confirm: "taken.com" };
    expect((await session.refuse("register_domain", taken)).code).toBe("domain_exists");
  });

  it.each([{ years: 0 }, { years: 11 }, { years: 1.5 }, { max_price: -1 }])("refuses %j", async (more) => {
    await using session = await startSession({ allowPurchases: true });
    expect((await session.refuse("register_domain", { ...input, ...more })).code).toBe("invalid_input");
  });
});

describe("transfer_domain", () => {
  const input = { domain: "myapp.io", auth_code: AUTH_CODE, max_price: 40 };

  it("asks first and never shows the auth code", async () => {
    await using session = await startSession({ allowPurchases: true });
    const problem = await session.refuse("transfer_domain", input);
    expect(problem).toMatchInlineSnapshot(`
      {
        "code": "confirmation_required",
        "field": "confirm",
        "hint": "To go ahead, call transfer_domain again with confirm: "myapp.io".",
        "message": "This transfers myapp.io here with a year's renewal: about 39.99 USD by the price list (limit 40.00 USD), auto-renewal on. Nothing has changed.",
      }
    `);
    expect(JSON.stringify(problem)).not.toContain(AUTH_CODE);
  });

  it("begins the transfer and says what happens next", async () => {
    await using session = await startSession({ allowPurchases: true });
    const { text, output } = await session.run("transfer_domain", { ...input, confirm: "myapp.io" });
    expect(text).toMatchInlineSnapshot(`
      "The transfer of myapp.io has begun (pending).
      Expected to end: DAY
      The API says: "Domain transfer initiated. You should receive a confirmation email from your current registrar. Transfer typically completes within 5-7 days."
      - "Check email for transfer authorization request"
      - "Approve transfer with current registrar"
      - "Wait for transfer to complete (5-7 days)"
      - "Domain will be automatically renewed for 1 year upon completion""
    `);
    expect(output).toMatchObject({
      status: "done",
      changed: true,
      transfer: { domain: "myapp.io", status: "pending" },
    });
    expect(JSON.stringify(output)).not.toContain(AUTH_CODE);
    expect(session.requests()).toEqual(["GET /domains/?search=myapp.io", "POST /domains/102/transfer/"]);
  });

  it("keeps the auth code out of the API's own refusals", async () => {
    await using session = await startSession({ allowPurchases: true });
    const locked = { domain: "example.com", auth_code: AUTH_CODE, max_price: 20, confirm: "example.com" };
    const problem = await session.refuse("transfer_domain", locked);
    expect(problem.code).toBe("rejected");
    expect(JSON.stringify(problem)).not.toContain(AUTH_CODE);
  });

  it("checks the price of a year", async () => {
    await using session = await startSession({ allowPurchases: true });
    expect((await session.refuse("transfer_domain", { ...input, max_price: 39 })).code).toBe("price_exceeded");
  });
});
