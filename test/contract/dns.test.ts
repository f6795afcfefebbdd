// What the DNS page promises (contract, Z1 to R7), asked of any server over raw HTTP.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fieldsOf, rowsIn, textIn, valueIn } from "../sandbox/support/ask.ts";
import { contractTargets, guarded } from "./target.ts";

const ZONE_FIELDS = ["uuid", "domain", "created_at", "record_count"];
const RECORD_FIELDS = ["uuid", "record_type", "name", "value", "ttl", "priority", "created_at"];
const DATETIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

describe.each(await contractTargets())("$name keeps the DNS page", (target) => {
  let zone = "";

  beforeAll(async () => {
    const made = await target.ask("POST", "/dns-zones/", { domain: target.zone });
    expect(made.status).toBe(201);
    zone = textIn(made.body, "uuid");
  });

  afterAll(async () => {
    expect(await target.ask("DELETE", `/dns-zones/${zone}/`)).toMatchObject({ status: 204, text: "" });
    expect((await target.ask("GET", `/dns-zones/${zone}/`)).status).toBe(404);
  });

  async function create(record: object): Promise<string> {
    const answer = await target.ask("POST", `/dns-zones/${zone}/records/`, record);
    expect(answer.status).toBe(201);
    return textIn(answer.body, "uuid");
  }

  it("Z1 lists zones, and filters by exact name", async () => {
    const all = await target.ask("GET", "/dns-zones/");
    expect(all.status).toBe(200);
    expect(all.headers.get("content-type")).toMatch(/^application\/json/);
    for (const row of rowsIn(all.body)) expect(fieldsOf(row)).toEqual(expect.arrayContaining(ZONE_FIELDS));
    const [only, ...more] = rowsIn((await target.ask("GET", `/dns-zones/?domain=${target.zone}`)).body);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ uuid: zone, domain: target.zone });
    expect(textIn(only, "created_at")).toMatch(DATETIME);
  });

  it("Z2 shows a zone with its records", async () => {
    const id = await create({ record_type: "A", name: "z2", value: "192.0.2.1" });
    const { status, body } = await target.ask("GET", `/dns-zones/${zone}/`);
    expect({ status, domain: textIn(body, "domain") }).toEqual({ status: 200, domain: target.zone });
    const records = rowsIn(valueIn(body, "records"));
    expect(records.map((row) => textIn(row, "uuid"))).toContain(id);
    expect(valueIn(body, "record_count")).toBe(records.length);
  });

  it("Z3 refuses a name that is none, and a zone that is there", async () => {
    expect((await target.ask("POST", "/dns-zones/", { domain: "not a domain" })).status).toBe(400);
    expect((await target.ask("POST", "/dns-zones/", { domain: target.zone })).status).toBe(400);
  });

  it("R2 and R1: the page's own request makes a record that the list shows", async () => {
    const sent = { record_type: "A", name: "www", value: "192.0.2.1", ttl: 3600 };
    const made = await target.ask("POST", `/dns-zones/${zone}/records/`, sent);
    expect(made).toMatchObject({ status: 201, body: { ...sent, priority: null } });
    expect(fieldsOf(made.body)).toEqual(expect.arrayContaining(RECORD_FIELDS));
    expect(textIn(made.body, "created_at")).toMatch(DATETIME);
    const { body } = await target.ask("GET", `/dns-zones/${zone}/records/`);
    expect(rowsIn(body)).toContainEqual(made.body);
  });

  // The page's table of types, each with its own example value.
  it.each([
    { record_type: "A", name: "t-a", value: "192.0.2.1" },
    { record_type: "AAAA", name: "t-aaaa", value: "2001:0db8::1" },
    { record_type: "CNAME", name: "t-cname", value: "example.com" },
    { record_type: "MX", name: "t-mx", value: "mail.example.com", priority: 10 },
    { record_type: "TXT", name: "t-txt", value: "v=spf1 include:_spf.google.com ~all" },
    { record_type: "NS", name: "t-ns", value: "ns1.example.com" },
    { record_type: "SRV", name: "_sip._tcp", value: "10 5060 sip.example.com", priority: 10 },
    { record_type: "CAA", name: "t-caa", value: '0 issue "letsencrypt.org"' },
  ])("R2 takes the page's example of $record_type, with 3600 as its TTL", async (record) => {
    const { status, body } = await target.ask("POST", `/dns-zones/${zone}/records/`, record);
    expect(status).toBe(201);
    expect(body).toMatchObject({ record_type: record.record_type, ttl: 3600, priority: record.priority ?? null });
  });

  it("R2 refuses an MX without priority, in the page's own words", async () => {
    const record = { record_type: "MX", name: "@", value: "mail.example.com" };
    expect(await target.ask("POST", `/dns-zones/${zone}/records/`, record)).toMatchObject({
      status: 400,
      body: { detail: "MX records require a priority value", error_code: "validation_error", field: "priority" },
    });
  });

  it("R3 filters by zone and type", async () => {
    const id = await create({ record_type: "TXT", name: "r3", value: "three" });
    const rows = rowsIn((await target.ask("GET", `/dns-records/?zone=${zone}&record_type=TXT`)).body);
    expect(rows.map((row) => textIn(row, "uuid"))).toContain(id);
    expect(new Set(rows.map((row) => textIn(row, "record_type")))).toEqual(new Set(["TXT"]));
  });

  it("R4 shows a record, R5 replaces it, R6 changes a part, R7 deletes it", async () => {
    const id = await create({ record_type: "A", name: "r4", value: "192.0.2.4" });
    const path = `/dns-records/${id}/`;
    expect(await target.ask("GET", path)).toMatchObject({ status: 200, body: { uuid: id, name: "r4" } });
    const whole = { record_type: "A", name: "r5", value: "192.0.2.5", ttl: 600 };
    expect(await target.ask("PUT", path, whole)).toMatchObject({ status: 200, body: { uuid: id, ...whole } });
    const changed = { ...whole, ttl: 1800 };
    expect(await target.ask("PATCH", path, { ttl: 1800 })).toMatchObject({
      status: 200,
      body: { uuid: id, ...changed },
    });
    expect(await target.ask("DELETE", path)).toMatchObject({ status: 204, text: "" });
    expect((await target.ask("GET", path)).status).toBe(404);
    expect((await target.ask("PATCH", path, { ttl: 60 })).status).toBe(404);
    expect((await target.ask("DELETE", path)).status).toBe(404);
  });

  it("tells an invalid token with 401, and what is not there with 404", async () => {
    expect((await target.askAsNobody("GET", "/dns-zones/")).status).toBe(401);
    expect((await target.ask("GET", "/dns-zones/abc-not-there/")).status).toBe(404);
    expect((await target.ask("GET", "/dns-records/abc-not-there/")).status).toBe(404);
  });
});

describe("the contract tests", () => {
  it("refuse a zone that is not disposable, and to write to any other", async () => {
    const door = { url: "http://127.0.0.1:9/api/v1", token: "vps_none" };
    expect(() => guarded("x", door, "example.com")).toThrow("vps-test-");
    const target = guarded("x", door, "vps-test-a.example");
    for (const [method, path, body] of [
      ["POST", "/dns-zones/", { domain: "example.com" }],
      ["DELETE", "/dns-zones/abc/", undefined],
      ["PATCH", "/dns-records/abc/", { ttl: 1 }],
      ["POST", "/domains/", { domain_name: "vps-test-a.example" }],
    ] as const) {
      await expect(target.ask(method, path, body)).rejects.toThrow("write to vps-test-a.example only");
    }
  });
});
