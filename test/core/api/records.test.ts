// Records between the API's words and ours, in the spellings that servers use, and the zone that a row belongs to.
import { describe, expect, it } from "vitest";
import { answeredDifferently } from "../../../src/core/api/answered-differently.ts";
import type { Api, HeldRecord, RecordContent } from "../../../src/core/api/api.ts";
import { json, noContent, plain } from "../../support/hostile-server.ts";
import { BASE, errorOf, useHostileServer } from "./open-api.ts";

const ZONE = { id: "z", domain: "example.com" };
const SUB = { id: "s", domain: "sub.example.com" };
const OTHER = { id: "o", domain: "example.org" };
const LIST = `GET ${BASE}/dns-zones/z/records/`;
const RECORD = `${BASE}/dns-records/r/`;
const row = (more: Readonly<Record<string, unknown>> = {}) => ({
  uuid: "r",
  record_type: "A",
  name: "www",
  value: "192.0.2.1",
  ttl: 300,
  ...more,
});

const { server, open } = useHostileServer();
const sent = (): unknown => JSON.parse(server().requests.at(-1)?.body ?? "null");
const paths = () => server().requests.map(({ method, path }) => `${method} ${path.slice(BASE.length)}`);

describe("what is sent", () => {
  it.each<[string, RecordContent, Readonly<Record<string, unknown>>]>([
    ["the apex as @", content("A", "example.com", "192.0.2.1"), { name: "@", value: "192.0.2.1" }],
    ["a relative name", content("A", "a.b.example.com", "192.0.2.1"), { name: "a.b", value: "192.0.2.1" }],
    ["a wildcard", content("A", "*.example.com", "192.0.2.1"), { name: "*", value: "192.0.2.1" }],
    [
      "a TXT plain, unquoted and whole",
      content("TXT", "t.example.com", `say "hi" \\ ; ${"x".repeat(600)}`),
      { name: "t", value: `say "hi" \\ ; ${"x".repeat(600)}` },
    ],
    [
      "an MX with its priority apart, zero too",
      { ...content("MX", "example.com", "mail.example.com"), priority: 0 },
      { name: "@", value: "mail.example.com", priority: 0 },
    ],
    ["a null MX", { ...content("MX", "example.com", "."), priority: 0 }, { name: "@", value: ".", priority: 0 }],
    [
      "an SRV's weight, port and target in its value",
      { ...content("SRV", "_sip._tcp.example.com", "10 5060 sip.example.com"), priority: 5 },
      { name: "_sip._tcp", value: "10 5060 sip.example.com", priority: 5 },
    ],
    [
      "a CAA as the page shows it",
      content("CAA", "example.com", '0 issue "letsencrypt.org"'),
      { name: "@", value: '0 issue "letsencrypt.org"' },
    ],
  ])("%s, by create and by replace alike", async (_what, record, body) => {
    const whole = { record_type: record.type, ttl: 300, ...body };
    server().on(`POST ${BASE}/dns-zones/z/records/`, json(201, { uuid: "r", ...whole }));
    server().on(`PUT ${RECORD}`, json(200, { uuid: "r", ...whole }));
    const { api, logged } = open();
    expect(await api.records.create(ZONE, record)).toMatchObject({ record });
    expect(sent()).toEqual(whole);
    expect(await api.records.replace(ZONE, "r", record)).toMatchObject({ record });
    expect(sent()).toEqual(whole);
    expect(logged()).not.toContain("warn");
  });

  it.each([
    ["a TTL alone", { type: "MX", ttl: 60 }, { ttl: 60 }],
    ["a value alone", { type: "A", value: "192.0.2.9" }, { value: "192.0.2.9" }],
    ["a name, relative", { type: "A", name: "new.example.com" }, { name: "new" }],
    ["the priority of an MX", { type: "MX", priority: 20 }, { priority: 20 }],
    ["no priority to a type without one", { type: "A", ttl: 60, priority: 20 }, { ttl: 60 }],
  ])("an update sends %s", async (_what, change, body) => {
    server().on(`PATCH ${RECORD}`, json(200, row()));
    await open().api.records.update(ZONE, "r", change);
    expect(sent()).toEqual(body);
  });
});

describe("what comes back", () => {
  it.each<[string, Readonly<Record<string, unknown>>, Partial<HeldRecord>]>([
    ["an absolute name", { name: "WWW.Example.COM." }, { name: "www.example.com" }],
    ["an empty name for the apex", { name: "" }, { name: "example.com" }],
    ["@", { name: "@" }, { name: "example.com" }],
    ["a type in lower case", { record_type: "a" }, { type: "A" }],
    ["no TTL", { ttl: null }, { ttl: 3600 }],
    ["a TTL as text", { ttl: "60" }, { ttl: 60 }],
    ["a target with a final dot", { record_type: "CNAME", value: "Host.Example.NET." }, { value: "host.example.net" }],
    ["a shortened IPv6", { record_type: "AAAA", value: "2001:0DB8:0:0::1" }, { value: "2001:db8::1" }],
    ["a quoted TXT", { record_type: "TXT", value: '"v=spf1 -all"' }, { value: "v=spf1 -all" }],
    ["a TXT cut into strings", { record_type: "TXT", value: '"abc" "def"' }, { value: "abcdef" }],
    ["a plain TXT with quotes in it", { record_type: "TXT", value: 'a "b" c' }, { value: 'a "b" c' }],
    ["a null priority of an MX's like", { priority: null }, { type: "A" }],
  ])("%s is understood", async (_what, spelled, held) => {
    server().on(LIST, json(200, [row(spelled)]));
    const [record] = (await open().api.records.listInZone(ZONE)).items;
    expect(record).toMatchObject(held);
    expect(record?.record).toMatchObject(held);
    expect(record).not.toHaveProperty("priority");
    expect(record).not.toHaveProperty("createdAt");
  });

  it.each<[string, Readonly<Record<string, unknown>>, Partial<HeldRecord>]>([
    [
      "a type that nobody listed",
      { record_type: "SOA", name: "@", value: "ns1.vps.org. admin.vps.org. 1 2 3 4 5" },
      { type: "SOA", name: "example.com", value: "ns1.vps.org. admin.vps.org. 1 2 3 4 5" },
    ],
    [
      "a TLSA at its name",
      { record_type: "TLSA", name: "_443._tcp", value: "3 1 1 ab" },
      { name: "_443._tcp.example.com" },
    ],
    ["a value that is none", { value: "not an address" }, { type: "A", value: "not an address" }],
    ["no value at all", { value: null }, { value: "" }],
    ["an MX without priority", { record_type: "MX", value: "mail.example.com", priority: null }, { type: "MX" }],
    [
      "a priority that is none of its type's business",
      { record_type: "HTTPS", value: ".", priority: 1 },
      { priority: 1 },
    ],
  ])("%s passes through", async (_what, spelled, held) => {
    server().on(LIST, json(200, [row(spelled)]));
    const [record] = (await open().api.records.listInZone(ZONE)).items;
    expect(record).toMatchObject({ id: "r", zone: ZONE, ...held });
    expect(record).not.toHaveProperty("record");
  });

  it("tells an answer that differs from what was sent, by field and never by value", async () => {
    const long = { ...content("TXT", "t.example.com", `secret ${"x".repeat(400)}`) };
    const cut = { uuid: "r", record_type: "TXT", name: "t", value: long.value.slice(0, 255), ttl: 3600 };
    server().on(`POST ${BASE}/dns-zones/z/records/`, json(201, cut));
    const { api, logged } = open();
    const held = await api.records.create(ZONE, long);
    expect(held.value).toBe(long.value.slice(0, 255));
    expect(answeredDifferently(long, held)).toEqual(["value", "ttl"]);
    expect(answeredDifferently({ type: "TXT", ttl: 3600 }, held)).toEqual([]);
    expect(logged()).toContain('"record":"r","fields":["value","ttl"]');
    expect(logged()).not.toContain("secret");
  });

  it.each([
    ["only what was changed", json(200, { ttl: 60 })],
    ["nothing", plain(200, "")],
    ["no content", noContent],
  ])("an update that answers %s is completed by reading the record", async (_what, reply) => {
    server().on(`PATCH ${RECORD}`, reply);
    server().on(`GET ${RECORD}`, json(200, row({ ttl: 60 })));
    expect(await open().api.records.update(ZONE, "r", { type: "A", ttl: 60 })).toMatchObject({ ttl: 60 });
    expect(paths()).toEqual(["PATCH /dns-records/r/", "GET /dns-records/r/"]);
  });

  it("Z2 with all its records needs one request, without them R1 as well", async () => {
    const zone = { uuid: "z", domain: "example.com", record_count: 1 };
    server().on(`GET ${BASE}/dns-zones/z/`, json(200, { ...zone, records: [row()] }), json(200, zone));
    server().on(LIST, json(200, [row()]));
    const { api } = open();
    expect((await api.zones.get("z")).records).toHaveLength(1);
    expect(paths()).toEqual(["GET /dns-zones/z/"]);
    expect((await api.zones.get("z")).records).toHaveLength(1);
    expect(paths().slice(1)).toEqual(["GET /dns-zones/z/", "GET /dns-zones/z/records/"]);
  });

  it("a filter by type that the server does not know is applied here, and rows of another zone are left out", async () => {
    server().on(
      `GET ${BASE}/dns-records/`,
      json(200, [
        row({ uuid: "1" }),
        row({ uuid: "2", record_type: "SOA" }),
        row({ uuid: "3", zone: "o" }),
        row({ uuid: "4", zone: "z" }),
      ]),
    );
    const { items, total } = await open().api.records.list({ zone: ZONE, type: "A" });
    expect({ ids: items.map(({ id }) => id), total }).toEqual({ ids: ["1", "4"], total: 2 });
    expect(paths()).toEqual(["GET /dns-records/?zone=z&record_type=A"]);
  });
});

describe("the zone of a record known by its id", () => {
  it.each<[string, Readonly<Record<string, unknown>>]>([
    ["zone as id", { zone: "s" }],
    ["zone as domain", { zone: "Sub.Example.com." }],
    ["zone_uuid", { zone_uuid: "s" }],
    ["zone_id", { zone_id: "s" }],
    ["dns_zone as an object", { dns_zone: { uuid: "s", domain: "sub.example.com" } }],
    ["zone as an object with a name", { zone: { id: 7, name: "sub.example.com" } }],
    ["zone_name", { zone_name: "sub.example.com" }],
    ["domain", { domain: "sub.example.com" }],
    ["a null zone and an absolute name", { zone: null, name: "www.sub.example.com" }],
    ["an absolute name with its dot", { name: "www.sub.example.com." }],
  ])("is told by the row: %s", async (_how, told) => {
    server().on(`GET ${RECORD}`, json(200, row(told)));
    const held = await open().api.records.get("r", [OTHER, ZONE, SUB]);
    expect(held).toMatchObject({ zone: SUB, name: "www.sub.example.com" });
    expect(paths()).toEqual(["GET /dns-records/r/"]);
  });

  it("is looked for zone by zone, and no further than needed", async () => {
    server().on(`GET ${RECORD}`, json(200, row()));
    server().on(`GET ${BASE}/dns-zones/o/records/`, json(200, [row({ uuid: "q" })]));
    server().on(LIST, json(200, [row()]));
    expect(await open().api.records.get("r", [OTHER, ZONE, SUB])).toMatchObject({
      zone: ZONE,
      name: "www.example.com",
    });
    expect(paths()).toEqual(["GET /dns-records/r/", "GET /dns-zones/o/records/", "GET /dns-zones/z/records/"]);
  });

  it("is not guessed: a single zone is looked through too", async () => {
    server().on(`GET ${RECORD}`, json(200, row()));
    server().on(LIST, json(200, []));
    expect(await errorOf(open().api.records.get("r", [ZONE]))).toMatchObject({ code: "zone_not_found" });
  });

  it.each([
    ["a list of it", (api: Api) => api.records.listInZone(ZONE)],
    ["the zone with its records", (api: Api) => api.zones.get("z")],
    ["the answer that made it", (api: Api) => api.records.create(ZONE, content("A", "www.example.com", "192.0.2.1"))],
  ])("is known from %s, in this call and the next: then the zones are not even read", async (_how, see) => {
    server().on(`GET ${RECORD}`, json(200, row()));
    server().on(LIST, json(200, [row()]));
    server().on(`GET ${BASE}/dns-zones/z/`, json(200, { uuid: "z", domain: "example.com", records: [row()] }));
    server().on(`POST ${BASE}/dns-zones/z/records/`, json(201, row()));
    const { api, client } = open();
    await see(api);
    const next = client.bind(new AbortController().signal);
    const held = await next.records.get("r", notRead);
    expect(held.zone).toEqual(ZONE);
    expect(server().requests).toHaveLength(2);
  });

  it("a record that is gone is told before any zone is read", async () => {
    expect(await errorOf(open().api.records.get("r", notRead))).toMatchObject({ code: "record_not_found" });
  });
});

describe("records of the whole account", () => {
  const ALL = `GET ${BASE}/dns-records/`;

  it("are placed by what their rows tell", async () => {
    server().on(
      ALL,
      json(200, [
        row({ uuid: "1", zone: "z" }),
        row({ uuid: "2", zone: "o" }),
        row({ uuid: "3", name: "a.sub.example.com." }),
      ]),
    );
    const listing = await open().api.records.listAll([ZONE, OTHER, SUB]);
    expect(listing?.items.map(({ id, name }) => `${id} ${name}`)).toEqual([
      "1 www.example.com",
      "2 www.example.org",
      "3 a.sub.example.com",
    ]);
    expect(paths()).toEqual(["GET /dns-records/"]);
  });

  it("belong to the one zone where there is only one", async () => {
    server().on(ALL, json(200, [row()]));
    expect((await open().api.records.listAll([ZONE], { type: "A" }))?.items).toMatchObject([{ zone: ZONE }]);
    expect(paths()).toEqual(["GET /dns-records/?record_type=A"]);
  });

  it("are undefined when a row does not tell, which is asked once a client", async () => {
    server().on(ALL, json(200, [row({ zone: "z" }), row({ uuid: "2" })]));
    const { api, client } = open();
    expect(await api.records.listAll([ZONE, OTHER])).toBeUndefined();
    expect(await client.bind(new AbortController().signal).records.listAll([ZONE, OTHER])).toBeUndefined();
    expect(server().requests).toHaveLength(1);
  });

  it("need no request where there is no zone", async () => {
    expect(await open().api.records.listAll([])).toEqual({ items: [], total: 0, incomplete: false });
    expect(server().requests).toEqual([]);
  });
});

function notRead(): Promise<never> {
  return Promise.reject(new Error("The zones were read."));
}

function content(type: RecordContent["type"], name: string, value: string): RecordContent {
  return { type, name, value, ttl: 300 };
}
