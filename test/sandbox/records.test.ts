// The record operations of the sandbox: what is stored, and what a zone refuses.
import { describe, expect, it } from "vitest";
import { queryDns } from "../support/dns-query.ts";
import { startTestSandbox } from "../support/sandbox.ts";
import { ask, fieldsOf, rowsIn, textIn, valueIn } from "./support/ask.ts";

const RECORDS = "/dns-zones/abc123-def456-ghi789/records/";

describe("POST /dns-zones/{uuid}/records/", () => {
  it.each([
    ["A", { name: "a1", value: "192.0.2.7" }, {}],
    ["AAAA", { name: "a1", value: "2001:0DB8::7" }, { value: "2001:db8::7" }],
    ["CNAME", { name: "c1", value: "Target.Example.net." }, { value: "target.example.net" }],
    ["MX", { name: "@", value: "mail2.example.com", priority: 20 }, { priority: 20 }],
    ["MX", { name: "m1", value: ".", priority: 0 }, { priority: 0 }],
    ["TXT", { name: "t1", value: 'plain text; with "quotes" and \\' }, {}],
    ["TXT", { name: "t2", value: "x".repeat(4000) }, {}],
    ["NS", { name: "sub", value: "ns1.example.net" }, {}],
    ["SRV", { name: "_sip._udp", value: "10 5060 sip.example.com", priority: 5 }, { priority: 5 }],
    ["CAA", { name: "c2", value: '0 issue ";"' }, {}],
  ])("keeps a record of type %s", async (record_type, given, changed) => {
    const sandbox = await startTestSandbox();
    const sent = { record_type, ...given };
    const { status, body } = await ask(sandbox, "POST", RECORDS, sent);
    expect(status).toBe(201);
    expect(body).toMatchObject({ ttl: 3600, priority: null, ...sent, ...changed });
    expect(fieldsOf(body)).toEqual(["uuid", "record_type", "name", "value", "ttl", "priority", "created_at"]);
    expect((await ask(sandbox, "GET", `/dns-records/${textIn(body, "uuid")}/`)).body).toEqual(body);
  });

  it.each(["www2", "www2.example.com", "WWW2.Example.com."])("knows %s as www2", async (name) => {
    const sandbox = await startTestSandbox();
    const { body } = await ask(sandbox, "POST", RECORDS, { record_type: "A", name, value: "192.0.2.1" });
    expect(textIn(body, "name")).toBe("www2");
  });

  it.each([
    ["record_type", { record_type: "SOA" }],
    ["record_type", { record_type: undefined }],
    ["name", { name: undefined }],
    ["name", { name: "a..b" }],
    ["name", { name: "www.example.net." }],
    ["value", { value: undefined }],
    ["value", { value: "192.0.2.256" }],
    ["value", { record_type: "AAAA", value: "192.0.2.1" }],
    ["value", { record_type: "MX", value: "192.0.2.1", priority: 10 }],
    ["value", { record_type: "CAA", value: "letsencrypt.org" }],
    ["ttl", { ttl: -1 }],
    ["ttl", { ttl: 2_147_483_648 }],
    ["ttl", { ttl: 1.5 }],
    ["ttl", { ttl: "3600" }],
    ["priority", { record_type: "MX", value: "mail.example.net" }],
    ["priority", { record_type: "MX", value: "mail.example.net", priority: null }],
    ["priority", { record_type: "SRV", name: "_a._tcp", value: "1 2 a.example.net" }],
    ["priority", { record_type: "MX", value: "mail.example.net", priority: 65_536 }],
  ])("refuses a bad %s and says which field it is: %o", async (field, wrong) => {
    const sandbox = await startTestSandbox();
    const answer = await ask(sandbox, "POST", RECORDS, { record_type: "A", name: "n", value: "192.0.2.1", ...wrong });
    expect(answer).toMatchObject({ status: 400, body: { error_code: "validation_error", field } });
    expect(typeof valueIn(answer.body, "detail")).toBe("string");
  });

  it.each([
    ["a second record that says the same", { record_type: "A", name: "@", value: "192.0.2.1", ttl: 60 }],
    ["a CNAME beside other data (RFC 1034 §3.6.2)", { record_type: "CNAME", name: "api", value: "example.net" }],
    ["other data beside a CNAME", { record_type: "TXT", name: "www", value: "x" }],
    ["a second CNAME (RFC 2181 §10.1)", { record_type: "CNAME", name: "www", value: "example.net" }],
    ["a CNAME at the apex", { record_type: "CNAME", name: "@", value: "example.net" }],
    ["a name server of the zone without an address", { record_type: "NS", name: "@", value: "ns.example.com" }],
    ["a name server that is an alias (RFC 2181 §10.3)", { record_type: "NS", name: "@", value: "www.example.com" }],
    ["an NS at a wildcard", { record_type: "NS", name: "*.sub", value: "ns1.example.net" }],
  ])("refuses %s, and nothing changes", async (_what, record) => {
    const sandbox = await startTestSandbox();
    const before = await ask(sandbox, "GET", RECORDS);
    const answer = await ask(sandbox, "POST", RECORDS, record);
    expect(answer).toMatchObject({ status: 400, body: { error_code: "validation_error" } });
    expect((await ask(sandbox, "GET", RECORDS)).text).toBe(before.text);
  });
});

describe("PUT and PATCH /dns-records/{uuid}/", () => {
  it("changes what PATCH names and nothing else", async () => {
    const sandbox = await startTestSandbox();
    const before = (await ask(sandbox, "GET", "/dns-records/rec-002/")).body;
    const { status, body } = await ask(sandbox, "PATCH", "/dns-records/rec-002/", { priority: 30 });
    expect(status).toBe(200);
    expect(fieldsOf(body).filter((field) => valueIn(body, field) !== valueIn(before, field))).toEqual(["priority"]);
    expect(valueIn(body, "priority")).toBe(30);
  });

  it("reads a TXT in quotes as its text, and shows the text", async () => {
    const sandbox = await startTestSandbox();
    const made = await ask(sandbox, "POST", RECORDS, { record_type: "TXT", name: "q", value: '"a \\"b" "c"' });
    expect(textIn(made.body, "value")).toBe('a "bc');
    const { body } = await ask(sandbox, "PATCH", `/dns-records/${textIn(made.body, "uuid")}/`, { ttl: 60 });
    expect(body).toMatchObject({ value: 'a "bc', ttl: 60 });
  });

  it("takes the whole record in PUT, the default TTL included, and keeps id and place", async () => {
    const sandbox = await startTestSandbox();
    const record = { record_type: "A", name: "api", value: "192.0.2.77" };
    const { status, body } = await ask(sandbox, "PUT", "/dns-records/rec-010/", record);
    expect(status).toBe(200);
    expect(body).toMatchObject({ uuid: "rec-010", ...record, ttl: 3600 });
    expect(textIn(rowsIn((await ask(sandbox, "GET", RECORDS)).body)[9], "uuid")).toBe("rec-010");
  });

  it.each([
    ["PUT", { record_type: "A", name: "api" }, "value"],
    ["PUT", { record_type: "MX", name: "api", value: "mail.example.com" }, "priority"],
    ["PATCH", { ttl: -1 }, "ttl"],
    ["PATCH", { record_type: "MX" }, "priority"],
    ["PATCH", { record_type: "AAAA" }, "value"],
    ["PATCH", { name: "www" }, "name"],
  ])("%s refuses %o", async (method, body, field) => {
    const sandbox = await startTestSandbox();
    const answer = await ask(sandbox, method, "/dns-records/rec-010/", body);
    expect(answer).toMatchObject({ status: 400, body: { error_code: "validation_error", field } });
  });

  it("may turn a name's only record into a CNAME", async () => {
    const sandbox = await startTestSandbox();
    const answer = await ask(sandbox, "PATCH", "/dns-records/rec-010/", { record_type: "CNAME", value: "example.net" });
    expect(answer).toMatchObject({ status: 200, body: { record_type: "CNAME", value: "example.net" } });
  });
});

describe("DELETE /dns-records/{uuid}/", () => {
  it("takes a record away once", async () => {
    const sandbox = await startTestSandbox();
    expect(await ask(sandbox, "DELETE", "/dns-records/rec-010/")).toMatchObject({ status: 204, text: "" });
    expect((await ask(sandbox, "DELETE", "/dns-records/rec-010/")).status).toBe(404);
    expect((await ask(sandbox, "GET", "/dns-zones/?domain=example.com")).body).toMatchObject([{ record_count: 11 }]);
  });

  it("leaves a name server of the zone its last address", async () => {
    const sandbox = await startTestSandbox();
    await ask(sandbox, "POST", RECORDS, { record_type: "NS", name: "@", value: "api.example.com" });
    expect((await ask(sandbox, "DELETE", "/dns-records/rec-010/")).status).toBe(400);
    expect((await ask(sandbox, "PATCH", "/dns-records/rec-010/", { name: "api2" })).status).toBe(400);
    expect((await ask(sandbox, "PATCH", "/dns-records/rec-010/", { value: "192.0.2.11" })).status).toBe(200);
    await ask(sandbox, "POST", RECORDS, { record_type: "AAAA", name: "api", value: "2001:db8::11" });
    expect((await ask(sandbox, "DELETE", "/dns-records/rec-010/")).status).toBe(204);
  });
});

describe("GET /dns-records/", () => {
  it("lists across zones, and filters by zone and type", async () => {
    const sandbox = await startTestSandbox();
    expect(rowsIn((await ask(sandbox, "GET", "/dns-records/")).body)).toHaveLength(22);
    expect(rowsIn((await ask(sandbox, "GET", "/dns-records/?zone=xyz789-uvw456-rst123")).body)).toHaveLength(8);
    expect((await ask(sandbox, "GET", "/dns-records/?record_type=CAA")).body).toMatchObject([{ uuid: "rec-009" }]);
    expect((await ask(sandbox, "GET", "/dns-records/?zone=nbr000-nbr000-nbr000")).body).toEqual([]);
  });
});

describe("the name server", () => {
  it("answers what the API holds, at once and until it is gone", async () => {
    const sandbox = await startTestSandbox();
    const question = { server: sandbox.nameserver, name: "new.example.com", type: "A" } as const;
    expect((await queryDns(question)).rcode).toBe("NXDOMAIN");
    const made = await ask(sandbox, "POST", RECORDS, { record_type: "A", name: "new", value: "192.0.2.99" });
    expect((await queryDns(question)).answers).toMatchObject([{ value: "192.0.2.99" }]);
    await ask(sandbox, "DELETE", `/dns-records/${textIn(made.body, "uuid")}/`);
    expect((await queryDns(question)).rcode).toBe("NXDOMAIN");
    await ask(sandbox, "DELETE", "/dns-zones/abc123-def456-ghi789/");
    expect((await queryDns(question)).rcode).toBe("REFUSED");
  });
});
