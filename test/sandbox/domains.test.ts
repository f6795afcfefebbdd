// The domain operations of the sandbox: money, time, and what the registrars say.
import { describe, expect, it } from "vitest";
import { startTestSandbox } from "../support/sandbox.ts";
import { type Answer, ask, type Door, rowsIn, textIn, valueIn } from "./support/ask.ts";
import { testClock } from "./support/test-clock.ts";

const NOW = "2026-01-16T16:00:00Z";
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const AUTH_CODE = "Xy9Kl2Mn#4pQ";

async function balanceOf(door: Door): Promise<unknown> {
  return valueIn(valueIn((await ask(door, "GET", "/account/me/")).body, "account"), "balance");
}

function detailOf({ body }: Answer): string {
  return textIn(body, "detail");
}

async function namesOf(door: Door, query: string): Promise<readonly string[]> {
  return rowsIn((await ask(door, "GET", `/domains/${query}`)).body).map((row) => textIn(row, "domain_name"));
}

describe("GET /domains/", () => {
  it("filters by status and by a part of the name", async () => {
    const sandbox = await startTestSandbox({ clock: testClock(NOW) });
    expect(await namesOf(sandbox, "")).toEqual(["example.com", "myapp.io", "example.org", "myapp.dev"]);
    expect(await namesOf(sandbox, "?search=MYAPP")).toEqual(["myapp.io", "myapp.dev"]);
    expect(await namesOf(sandbox, "?status=active")).toEqual(["example.com", "myapp.io", "example.org"]);
    expect(await namesOf(sandbox, "?status=expired")).toEqual(["myapp.dev"]);
    expect(await namesOf(sandbox, "?status=locked&search=.com")).toEqual(["example.com"]);
    expect(await namesOf(sandbox, "?status=pending")).toEqual([]);
  });

  it("counts time: what is not renewed expires, what is renewed goes on", async () => {
    const clock = testClock(NOW);
    const sandbox = await startTestSandbox({ clock });
    clock.advance(1000 * DAY_MS);
    expect(await namesOf(sandbox, "?status=expired")).toEqual(["myapp.io", "example.org", "myapp.dev"]);
    const days = valueIn((await ask(sandbox, "GET", "/domains/101/")).body, "days_until_expiration");
    expect(days).toBeGreaterThanOrEqual(0);
    expect(days).toBeLessThan(366);
  });
});

describe("POST /domains/", () => {
  it("is pending for a while, then active, and costs price times years", async () => {
    const clock = testClock(NOW);
    const sandbox = await startTestSandbox({ clock });
    const made = await ask(sandbox, "POST", "/domains/", { domain_name: "MyNewDomain.com", years: 2 });
    expect(made).toMatchObject({
      status: 201,
      body: {
        id: 105,
        domain_name: "mynewdomain.com",
        status: "pending",
        registration_date: NOW,
        expiration_date: "2028-01-16T16:00:00Z",
        total_cost: 25.98,
      },
    });
    expect(await balanceOf(sandbox)).toBe(174.02);
    clock.advance(5 * MINUTE_MS - 1);
    expect((await ask(sandbox, "GET", "/domains/105/")).body).toMatchObject({ status: "pending" });
    clock.advance(1);
    expect((await ask(sandbox, "GET", "/domains/105/")).body).toMatchObject({ status: "active" });
  });

  it("takes the settings given, and tells who manages the DNS", async () => {
    const sandbox = await startTestSandbox({ clock: testClock(NOW), activateAfterMs: 0 });
    const nameservers = ["NS1.example.net.", "ns2.example.net"];
    const order = { domain_name: "a.dev", auto_renew: false, privacy_protection: false, nameservers };
    await ask(sandbox, "POST", "/domains/", order);
    expect((await ask(sandbox, "GET", "/domains/105/")).body).toMatchObject({
      status: "active",
      auto_renew: false,
      privacy_protection: false,
      nameservers: ["ns1.example.net", "ns2.example.net"],
      dns_managed_by: "external",
      dns_records_count: 0,
    });
  });

  it.each([
    ["domain_name", {}],
    ["domain_name", { domain_name: "nodots" }],
    ["domain_name", { domain_name: "under_score.com" }],
    ["domain_name", { domain_name: "example.com" }],
    ["domain_name", { domain_name: "taken.com" }],
    ["years", { years: 0 }],
    ["years", { years: 11 }],
    ["years", { years: "2" }],
    ["auto_renew", { auto_renew: "yes" }],
    ["privacy_protection", { privacy_protection: 1 }],
    ["nameservers", { nameservers: ["ns1.example.net"] }],
    ["nameservers", { nameservers: ["a", "b", "c", "d", "e"].map((label) => `${label}.example.net`) }],
    ["nameservers", { nameservers: ["ns1.example.net", "ns1.example.net"] }],
    ["nameservers", { nameservers: ["ns1.example.net", "not a name"] }],
    ["nameservers", { nameservers: "ns1.example.net" }],
  ])("refuses a bad %s: %o", async (field, wrong) => {
    const sandbox = await startTestSandbox();
    const given = field === "domain_name" ? wrong : { domain_name: "free.com", ...wrong };
    const answer = await ask(sandbox, "POST", "/domains/", given);
    expect(answer).toMatchObject({ status: 400, body: { error_code: "validation_error", field } });
    expect(await balanceOf(sandbox)).toBe(200);
  });

  it("refuses with 402 what the balance does not cover, to the cent", async () => {
    const sandbox = await startTestSandbox();
    await sandbox.setBalance(12.98);
    const order = { domain_name: "a.com" };
    expect(await ask(sandbox, "POST", "/domains/", order)).toMatchObject({
      status: 402,
      body: { error_code: "insufficient_balance" },
    });
    await sandbox.setBalance(12.99);
    expect((await ask(sandbox, "POST", "/domains/", order)).status).toBe(201);
    expect(await balanceOf(sandbox)).toBe(0);
  });
});

describe("PUT /domains/{id}/", () => {
  it("changes what is named and nothing else", async () => {
    const sandbox = await startTestSandbox();
    const before = (await ask(sandbox, "GET", "/domains/101/")).body;
    const { body } = await ask(sandbox, "PUT", "/domains/101/", { locked: false });
    expect(body).toMatchObject({ locked: false, auto_renew: true, message: "Domain settings updated successfully." });
    expect((await ask(sandbox, "GET", "/domains/101/")).body).toMatchObject({
      expiration_date: textIn(before, "expiration_date"),
      locked: false,
    });
  });

  it.each([
    ["nameservers", { nameservers: ["ns1.vps.org"] }],
    ["locked", { locked: null }],
    ["auto_renew", { auto_renew: 0 }],
  ])("refuses a bad %s", async (field, body) => {
    const sandbox = await startTestSandbox();
    expect(await ask(sandbox, "PUT", "/domains/101/", body)).toMatchObject({ status: 400, body: { field } });
  });
});

describe("DELETE /domains/{id}/", () => {
  it("takes the domain out of the account, while the registration stays", async () => {
    const sandbox = await startTestSandbox();
    expect(await ask(sandbox, "DELETE", "/domains/101/")).toMatchObject({ status: 204, text: "" });
    expect((await ask(sandbox, "GET", "/domains/101/")).status).toBe(404);
    expect((await ask(sandbox, "DELETE", "/domains/101/")).status).toBe(404);
    const again = await ask(sandbox, "POST", "/domains/", { domain_name: "example.com" });
    expect(again).toMatchObject({ status: 400, body: { field: "domain_name" } });
  });

  it.each(["0", "999", "abc", "-1", "1e2"])("knows no domain %s", async (id) => {
    const sandbox = await startTestSandbox();
    expect((await ask(sandbox, "GET", `/domains/${id}/`)).status).toBe(404);
  });
});

describe("POST /domains/{id}/transfer/", () => {
  it("takes a week, costs a year, and adds it", async () => {
    const clock = testClock(NOW);
    const sandbox = await startTestSandbox({ clock });
    const before = textIn((await ask(sandbox, "GET", "/domains/102/")).body, "expiration_date");
    const { status, body } = await ask(sandbox, "POST", "/domains/102/transfer/", { auth_code: AUTH_CODE });
    expect(status).toBe(200);
    expect(body).toMatchObject({ transfer_status: "pending", estimated_completion: "2026-01-23T16:00:00Z" });
    expect(await balanceOf(sandbox)).toBe(160.01);
    expect((await ask(sandbox, "POST", "/domains/102/transfer/", { auth_code: AUTH_CODE })).status).toBe(400);
    clock.advance(7 * DAY_MS);
    expect((await ask(sandbox, "GET", "/domains/102/")).body).toMatchObject({
      registrar: "VPS.org",
      auto_renew: true,
      expiration_date: before.replace("2026", "2027"),
    });
  });

  it("refuses a wrong code, a locked or young or own domain, and too small a balance", async () => {
    const clock = testClock(NOW);
    const sandbox = await startTestSandbox({ clock });
    const transfer = (id: number, auth_code: string) => ask(sandbox, "POST", `/domains/${id}/transfer/`, { auth_code });
    expect(await transfer(102, "wrong")).toMatchObject({ status: 400, body: { field: "auth_code" } });
    expect(await transfer(102, "")).toMatchObject({ status: 400, body: { field: "auth_code" } });
    expect(detailOf(await transfer(101, AUTH_CODE))).toMatch("registered with VPS.org already");
    await ask(sandbox, "PUT", "/domains/102/", { locked: true });
    expect(detailOf(await transfer(102, AUTH_CODE))).toMatch("locked");
    await ask(sandbox, "PUT", "/domains/102/", { locked: false });
    await sandbox.setBalance(39.98);
    expect((await transfer(102, AUTH_CODE)).status).toBe(402);
    expect((await transfer(999, AUTH_CODE)).status).toBe(404);
  });
});
