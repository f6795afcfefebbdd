// What the domains page promises. A live account's domains are only read; what spends or changes is the sandbox's alone.
import { describe, expect, it } from "vitest";
import { ask, fieldsOf, rowsIn, textIn, valueIn } from "../sandbox/support/ask.ts";
import { testClock } from "../sandbox/support/test-clock.ts";
import { startTestSandbox } from "../support/sandbox.ts";
import { contractTargets } from "./target.ts";

const LISTED = [
  "id",
  "domain_name",
  "status",
  "registration_date",
  "expiration_date",
  "auto_renew",
  "locked",
  "nameservers",
  "privacy_protection",
  "dns_managed_by",
];

describe.each(await contractTargets())("$name keeps the domains page", (target) => {
  it("D1 lists domains in an envelope", async () => {
    const { status, body } = await target.ask("GET", "/domains/");
    expect(status).toBe(200);
    expect(fieldsOf(body)).toEqual(expect.arrayContaining(["count", "results"]));
    for (const row of rowsIn(body)) {
      expect(fieldsOf(row)).toEqual(expect.arrayContaining(LISTED));
      expect(typeof valueIn(row, "id")).toBe("number");
    }
  });

  it("D1 filters by status and name", async () => {
    const active = rowsIn((await target.ask("GET", "/domains/?status=active")).body);
    expect(active.every((row) => textIn(row, "status") === "active")).toBe(true);
    expect(rowsIn((await target.ask("GET", "/domains/?search=no-such-name-anywhere")).body)).toEqual([]);
  });

  it("D3 shows more of each", async () => {
    for (const row of rowsIn((await target.ask("GET", "/domains/")).body).slice(0, 3)) {
      const { status, body } = await target.ask("GET", `/domains/${String(valueIn(row, "id"))}/`);
      expect(status).toBe(200);
      const more = ["registrar", "days_until_expiration", "whois_info", "dns_records_count"];
      expect(fieldsOf(body)).toEqual(expect.arrayContaining([...LISTED, ...more]));
    }
  });

  it("tells an invalid token with 401, and what is not there with 404", async () => {
    expect((await target.askAsNobody("GET", "/domains/")).status).toBe(401);
    expect((await target.ask("GET", "/domains/999999999/")).status).toBe(404);
  });
});

describe("the sandbox answers the domains page's own requests as the page does", () => {
  it("D2: a registration", async () => {
    const sandbox = await startTestSandbox({ clock: testClock("2026-01-16T16:00:00Z") });
    const sent = { domain_name: "mynewdomain.com", years: 2, auto_renew: true, privacy_protection: true };
    const { status, body } = await ask(sandbox, "POST", "/domains/", sent);
    expect(status).toBe(201);
    // The page's id is 103, where this account has one more; its total_cost contradicts its own price list (contract).
    expect(body).toEqual({
      id: 105,
      domain_name: "mynewdomain.com",
      status: "pending",
      registration_date: "2026-01-16T16:00:00Z",
      expiration_date: "2028-01-16T16:00:00Z",
      auto_renew: true,
      locked: true,
      nameservers: ["ns1.vps.org", "ns2.vps.org"],
      privacy_protection: true,
      dns_managed_by: "vps.org",
      total_cost: 25.98,
      message: "Domain registration initiated. Processing may take 5-10 minutes.",
    });
  });

  it("D4: new nameservers and no renewal", async () => {
    const sandbox = await startTestSandbox();
    const nameservers = ["ns1.cloudflare.com", "ns2.cloudflare.com"];
    const { status, body } = await ask(sandbox, "PUT", "/domains/101/", { auto_renew: false, nameservers });
    expect(status).toBe(200);
    expect(body).toEqual({
      id: 101,
      domain_name: "example.com",
      status: "active",
      auto_renew: false,
      nameservers,
      privacy_protection: true,
      locked: true,
      message: "Domain settings updated successfully. Nameserver changes may take up to 24 hours to propagate.",
    });
  });

  it("D6: a transfer, of the domain that meets the page's own conditions", async () => {
    const sandbox = await startTestSandbox({ clock: testClock("2026-01-16T16:30:00Z") });
    const sent = { auth_code: "Xy9Kl2Mn#4pQ", auto_renew: true };
    const { status, body } = await ask(sandbox, "POST", "/domains/102/transfer/", sent);
    expect(status).toBe(200);
    expect(body).toEqual({
      id: 102,
      domain_name: "myapp.io",
      transfer_status: "pending",
      transfer_initiated_at: "2026-01-16T16:30:00Z",
      estimated_completion: "2026-01-23T16:30:00Z",
      message:
        "Domain transfer initiated. You should receive a confirmation email from your current registrar. " +
        "Transfer typically completes within 5-7 days.",
      next_steps: [
        "Check email for transfer authorization request",
        "Approve transfer with current registrar",
        "Wait for transfer to complete (5-7 days)",
        "Domain will be automatically renewed for 1 year upon completion",
      ],
    });
  });

  it.each([
    ["a.com", 12.99],
    ["a.net", 14.99],
    ["a.org", 13.99],
    ["a.io", 39.99],
    ["a.dev", 14.99],
    ["a.app", 14.99],
    ["a.co", 24.99],
  ])("D2: %s costs what the page's price list says", async (domain_name, total_cost) => {
    const sandbox = await startTestSandbox();
    expect((await ask(sandbox, "POST", "/domains/", { domain_name })).body).toMatchObject({ total_cost });
  });
});
