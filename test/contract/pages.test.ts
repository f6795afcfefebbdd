// The sandbox beside the reference pages: every request that they show, and the answer that they show to it. The account
// holds what the pages' examples hold and more; dates are relative to the day, and each difference is named.
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { PERMISSIONS } from "../../src/sandbox/state/entities.ts";
import { ask, rowsIn, valueIn } from "../sandbox/support/ask.ts";
import { testClock } from "../sandbox/support/test-clock.ts";
import { startTestSandbox } from "../support/sandbox.ts";

const ZONE = "/dns-zones/abc123-def456-ghi789/";

const anyId: unknown = expect.stringMatching(/./);
const anyDate: unknown = expect.stringMatching(shapeOf("2023-01-15"));
const anyRows: unknown = expect.any(Array);
const anyNumber: unknown = expect.any(Number);

const jsonObject = z.record(z.string(), z.unknown());
const jsonList = z.array(jsonObject);

/** A request or an answer of the pages, as test/core/api holds the client to it. */
async function shown(name: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(`../core/api/fixtures/${name}.json`, import.meta.url), "utf8"));
}

async function shownObject(name: string) {
  return jsonObject.parse(await shown(name));
}

async function shownRows(name: string) {
  return jsonList.parse(rowsIn(await shown(name)));
}

/** The page's object with some dates of any day. */
function onAnyDay(page: Readonly<Record<string, unknown>>, ...fields: readonly string[]) {
  const dates = fields.map((field) => {
    const like: unknown = expect.stringMatching(shapeOf(z.string().parse(page[field])));
    return [field, like] as const;
  });
  return { ...page, ...Object.fromEntries(dates) };
}

/** Digits where the text has digits, and the rest as it is. */
function shapeOf(text: string): RegExp {
  return new RegExp(`^${text.replaceAll(/\d/g, "\\d")}$`);
}

describe("the sandbox answers as the DNS page shows", () => {
  it("Z1: the zones", async () => {
    const { status, body } = await ask(await startTestSandbox(), "GET", "/dns-zones/");
    const page = await shownRows("dns-zones_GET_200");
    expect({ status, body }).toEqual({
      status: 200,
      // One more zone than the page has.
      body: [...page.map((zone) => onAnyDay(zone, "created_at")), expect.objectContaining({ domain: "example.org" })],
    });
  });

  it("Z2: a zone with its records, all of those that it counts", async () => {
    const { status, body } = await ask(await startTestSandbox(), "GET", ZONE);
    const { records, ...page } = await shownObject("dns-zones-id_GET_200");
    const [a, mx] = jsonList.parse(records).map((record) => onAnyDay(record, "created_at"));
    expect(status).toBe(200);
    // The page counts 5 here and 12 in the list, and shows 2.
    expect(body).toEqual({ ...onAnyDay(page, "created_at"), record_count: 12, records: anyRows });
    const rows = rowsIn(valueIn(body, "records"));
    expect(rows.slice(0, 2)).toEqual([a, mx]);
    expect(rows).toHaveLength(12);
  });

  it("Z3: a zone that is made, and is served at once", async () => {
    const sandbox = await startTestSandbox({ clock: testClock("2026-01-18T16:45:00Z") });
    const { status, body } = await ask(sandbox, "POST", "/dns-zones/", await shownObject("dns-zones_POST_request"));
    const page = await shownObject("dns-zones_POST_201");
    expect({ status, body }).toEqual({ status: 201, body: { ...page, uuid: anyId } });
  });

  it("R1: the records of a zone", async () => {
    const { status, body } = await ask(await startTestSandbox(), "GET", `${ZONE}records/`);
    const page = await shownRows("dns-zones-id-records_GET_200");
    expect(status).toBe(200);
    expect(rowsIn(body).slice(0, 2)).toEqual(page.map((record) => onAnyDay(record, "created_at")));
  });

  it("R2: a record that is made", async () => {
    const sandbox = await startTestSandbox({ clock: testClock("2026-01-18T16:45:00Z") });
    // The page's `www` is an alias in the account.
    const sent = { ...(await shownObject("dns-zones-id-records_POST_request")), name: "www2" };
    expect(await ask(sandbox, "POST", `${ZONE}records/`, sent)).toMatchObject({
      status: 201,
      body: { ...sent, uuid: anyId, priority: null, created_at: "2026-01-18T16:45:00Z" },
    });
  });

  it("R6: a TTL that is changed", async () => {
    const sent = await shownObject("dns-records-id_PATCH_request");
    const [before] = await shownRows("dns-zones-id-records_GET_200");
    expect(await ask(await startTestSandbox(), "PATCH", "/dns-records/rec-001/", sent)).toMatchObject({
      status: 200,
      body: { ...onAnyDay(before ?? {}, "created_at"), ...sent },
    });
  });

  it("R3: records of one zone and type", async () => {
    const path = "/dns-records/?zone=abc123-def456-ghi789&record_type=MX";
    const [, mx] = await shownRows("dns-zones-id-records_GET_200");
    expect((await ask(await startTestSandbox(), "GET", path)).body).toEqual([onAnyDay(mx ?? {}, "created_at")]);
  });
});

describe("the sandbox refuses as the DNS page shows", () => {
  it("an MX without priority, field and code included", async () => {
    const sent = { record_type: "MX", name: "@", value: "mail.example.com" };
    const { status, body } = await ask(await startTestSandbox(), "POST", `${ZONE}records/`, sent);
    expect({ status, body }).toEqual({ status: 400, body: await shown("error_400") });
  });

  it.each([
    { why: "an invalid domain name", path: "/dns-zones/", sent: { domain: "exa mple" }, status: 400, field: "domain" },
    { why: "a zone that is there", path: "/dns-zones/", sent: { domain: "example.com" }, status: 400, field: "domain" },
    {
      why: "an SRV without priority",
      path: `${ZONE}records/`,
      sent: { record_type: "SRV", name: "_sip._udp", value: "10 5060 sip.example.com" },
      status: 400,
      field: "priority",
    },
  ])("$why", async ({ path, sent, status, field }) => {
    const answer = await ask(await startTestSandbox(), "POST", path, sent);
    expect(answer).toMatchObject({ status, body: { error_code: "validation_error", field } });
    expect(valueIn(answer.body, "detail")).toMatch(/./);
  });

  it.each([
    { token: "vps_wrong", status: 401, detail: "Invalid API token" },
    { token: "", status: 401, detail: "Invalid API token" },
  ])("a token that is none: '$token'", async ({ token, status, detail }) => {
    const { url } = await startTestSandbox();
    expect(await ask({ url, token }, "GET", "/dns-zones/")).toMatchObject({ status, body: { detail } });
  });

  it.each([
    { permission: "dns:list", method: "GET", path: "/dns-zones/", sent: undefined },
    { permission: "dns:create", method: "POST", path: "/dns-zones/", sent: { domain: "newdomain.com" } },
    { permission: "dns:delete", method: "DELETE", path: ZONE, sent: undefined },
  ])("a token that lacks $permission", async ({ permission, method, path, sent }) => {
    const sandbox = await startTestSandbox();
    const permissions = PERMISSIONS.filter((one) => one !== permission);
    const token = await sandbox.addToken({ name: "all but one", permissions });
    expect(await ask({ url: sandbox.url, token }, method, path, sent)).toMatchObject({
      status: 403,
      body: { detail: `Missing permission: ${permission}` },
    });
    expect((await ask(sandbox, "GET", ZONE)).status).toBe(200);
  });

  it.each([
    ["GET", "/dns-zones/somebody-elses/"],
    ["DELETE", "/dns-zones/somebody-elses/"],
    ["GET", "/dns-zones/nbr000-nbr000-nbr000/"],
    ["GET", "/dns-records/not-there/"],
  ])("what is not there, and what is another account's: %s %s", async (method, path) => {
    expect(await ask(await startTestSandbox(), method, path)).toMatchObject({
      status: 404,
      body: { error_code: "not_found" },
    });
  });
});

describe("the sandbox answers as the domains page shows", () => {
  const days = ["registration_date", "expiration_date"] as const;

  it("D1: the domains", async () => {
    const { status, body } = await ask(await startTestSandbox(), "GET", "/domains/");
    const page = await shownRows("domains_GET_200");
    expect(status).toBe(200);
    // The page counts one more than it shows.
    expect(valueIn(body, "count")).toBe(rowsIn(body).length);
    expect(rowsIn(body).slice(0, 2)).toEqual(page.map((domain) => onAnyDay(domain, ...days)));
  });

  it("D3: one domain", async () => {
    const { status, body } = await ask(await startTestSandbox(), "GET", "/domains/101/");
    const { whois_info, ...page } = await shownObject("domains-id_GET_200");
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        ...onAnyDay(page, ...days),
        days_until_expiration: anyNumber,
        whois_info: { ...jsonObject.parse(whois_info), created_date: anyDate, updated_date: anyDate },
      },
    });
  });

  it("D5: a domain that is taken out of the account, and stays registered", async () => {
    const sandbox = await startTestSandbox();
    expect(await ask(sandbox, "DELETE", "/domains/101/")).toMatchObject({ status: 204, text: "" });
    expect((await ask(sandbox, "GET", "/domains/101/")).status).toBe(404);
    expect((await ask(sandbox, "POST", "/domains/", { domain_name: "example.com" })).status).toBe(400);
  });

  it.each([
    { what: "an invalid name", sent: { domain_name: "exa mple.com" } },
    { what: "a name that is registered", sent: { domain_name: "example.com" } },
    { what: "too long a period", sent: { domain_name: "mynewdomain.com", years: 11 } },
  ])("D2: 400 for $what", async ({ sent }) => {
    expect(await ask(await startTestSandbox(), "POST", "/domains/", sent)).toMatchObject({
      status: 400,
      body: { error_code: "validation_error" },
    });
  });

  it.each([
    { id: "D2", path: "/domains/", sent: { domain_name: "mynewdomain.com" } },
    { id: "D6", path: "/domains/102/transfer/", sent: { auth_code: "Xy9Kl2Mn#4pQ" } },
  ])("$id: 402 where the balance is short", async ({ path, sent }) => {
    const sandbox = await startTestSandbox();
    await sandbox.setBalance(1);
    const answer = await ask(sandbox, "POST", path, sent);
    expect(answer.status).toBe(402);
    expect(valueIn(answer.body, "detail")).toMatch(/^Insufficient account balance/);
  });

  it.each([
    { what: "a wrong auth code", path: "/domains/102/transfer/", sent: { auth_code: "wrong" } },
    { what: "a domain that is not eligible", path: "/domains/101/transfer/", sent: { auth_code: "Xy9Kl2Mn#4pQ" } },
  ])("D6: 400 for $what", async ({ path, sent }) => {
    expect((await ask(await startTestSandbox(), "POST", path, sent)).status).toBe(400);
  });

  it.each([
    ["GET", "/domains/", undefined],
    ["POST", "/domains/", { domain_name: "mynewdomain.com" }],
    ["GET", "/domains/101/", undefined],
    ["PUT", "/domains/101/", { auto_renew: false }],
    ["DELETE", "/domains/101/", undefined],
    ["POST", "/domains/101/transfer/", { auth_code: "Xy9Kl2Mn#4pQ" }],
  ])("401 without a valid token: %s %s", async (method, path, sent) => {
    const { url } = await startTestSandbox();
    expect((await ask({ url, token: "vps_wrong" }, method, path, sent)).status).toBe(401);
  });

  it.each([
    ["GET", "/domains/999/", undefined],
    ["PUT", "/domains/999/", { auto_renew: false }],
    ["DELETE", "/domains/999/", undefined],
    ["POST", "/domains/999/transfer/", { auth_code: "Xy9Kl2Mn#4pQ" }],
  ])("404 for a domain that is not there: %s %s", async (method, path, sent) => {
    expect((await ask(await startTestSandbox(), method, path, sent)).status).toBe(404);
  });

  it.each([{ nameservers: ["ns1.example.net"] }, { nameservers: [1, 2] }, { locked: "no" }])(
    "D4: 400 for %j",
    async (sent) => {
      expect((await ask(await startTestSandbox(), "PUT", "/domains/101/", sent)).status).toBe(400);
    },
  );
});
