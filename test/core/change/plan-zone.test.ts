// plan_zone: what each mode would do, in text and rows, and that it writes nothing.
import { describe, expect, it } from "vitest";
import { json, startHostileServer } from "../../support/hostile-server.ts";
import { openTestSession, startSession } from "../../support/session.ts";

const zone = "example.com";

describe("plan_zone", () => {
  it("shows what merge would add and mend, as text and as rows, and sends nothing", async () => {
    await using session = await startSession();
    const zonefile = "api 60 IN A 192.0.2.11\nshop IN A 192.0.2.80\nmail 300 IN A 192.0.2.25\n";
    const { text, output } = await session.run("plan_zone", { zone, zonefile });
    expect(text).toMatchInlineSnapshot(`
      "Plan for example.com: 2 records to create, 2 records to update; 10 records unchanged.
      - mail 3600 A 192.0.2.25
      + mail 300 A 192.0.2.25
      - api 300 A 192.0.2.10
      + api 60 A 192.0.2.10
      + api 60 A 192.0.2.11
      + shop 60 A 192.0.2.80
      apply_plan with plan "PLAN" carries it out."
    `);
    const { plan, ...shown } = output;
    expect(plan).toMatch(/^plan-[0-9a-f]{20}$/);
    expect(shown).toMatchInlineSnapshot(`
      {
        "changes": [
          {
            "action": "update",
            "after": {
              "ttl": 300,
              "value": "192.0.2.25",
            },
            "before": {
              "ttl": 3600,
              "value": "192.0.2.25",
            },
            "name": "mail",
            "type": "A",
          },
          {
            "action": "update",
            "after": {
              "ttl": 60,
              "value": "192.0.2.10",
            },
            "before": {
              "ttl": 300,
              "value": "192.0.2.10",
            },
            "name": "api",
            "type": "A",
          },
          {
            "action": "create",
            "after": {
              "ttl": 60,
              "value": "192.0.2.11",
            },
            "name": "api",
            "type": "A",
          },
          {
            "action": "create",
            "after": {
              "ttl": 60,
              "value": "192.0.2.80",
            },
            "name": "shop",
            "type": "A",
          },
        ],
        "guards": [],
        "summary": {
          "create": 2,
          "delete": 0,
          "unchanged": 10,
          "update": 2,
        },
        "warnings": [],
        "zone": "example.com",
      }
    `);
    expect(session.requests().filter((line) => !line.startsWith("GET"))).toEqual([]);
  });

  it("makes each RRset that replace names exactly so, and leaves all others", async () => {
    await using session = await startSession();
    const records = [
      { type: "A", name: "api", value: "192.0.2.11" },
      { type: "MX", name: "@", value: "mx.example.net", priority: 20 },
    ];
    const { text } = await session.run("plan_zone", { zone, records, mode: "replace" });
    expect(text).toMatchInlineSnapshot(`
      "Plan for example.com: 2 records to update; 10 records unchanged.
      - @ 3600 MX 10 mail.example.com
      + @ 3600 MX 20 mx.example.net
      - api 300 A 192.0.2.10
      + api 300 A 192.0.2.11
      apply_plan with plan "PLAN" carries it out."
    `);
  });

  it("makes the zone exactly so, but for ignored names and other people's challenges", async () => {
    await using session = await startSession();
    const other = {
      session: await session.sandbox.addToken({ name: "other", permissions: ["dns:list", "dns:create"] }),
    };
    await using others = openTestSession(session.sandbox.url, { token: other.session });
    await others.run("create_record", { zone, type: "TXT", name: "_acme-challenge", value: "theirs" });
    await session.run("create_record", { zone, type: "TXT", name: "_acme-challenge.www", value: "ours" });
    const records = [{ type: "A", name: "@", value: "192.0.2.1" }];
    const { text, output } = await session.run("plan_zone", {
      zone,
      records,
      mode: "exact",
      ignore: ["_dmarc", "*._domainkey", "S*"],
    });
    expect(text).toMatchInlineSnapshot(`
      "Plan for example.com: 9 records to delete; 5 records unchanged.
      - @ 3600 MX 10 mail.example.com
      - www 3600 CNAME example.com
      - @ 3600 TXT "v=spf1 mx -all"
      - @ 3600 CAA 0 issue "letsencrypt.org"
      - api 300 A 192.0.2.10
      - _sip._tcp 3600 SRV 10 10 5060 sip.example.com
      - _acme-challenge.www 3600 TXT "ours"
      - mail 3600 A 192.0.2.25
      - @ 3600 AAAA 2001:db8::1
      Needs a yes: 8 of 14 RRsets would be deleted or changed: 57 %, and the limit is 30 %.
      apply_plan with plan "PLAN" carries it out."
    `);
    expect(JSON.stringify(output)).not.toContain("theirs");
  });

  it("keeps the TTL of a challenge that is not its own when it adds one beside it", async () => {
    await using session = await startSession();
    await using others = openTestSession(session.sandbox.url, { token: session.sandbox.token });
    await others.run("create_record", { zone, type: "TXT", name: "_acme-challenge", value: "theirs", ttl: 120 });
    const records = [{ type: "TXT", name: "_acme-challenge", value: "ours", ttl: 60 }];
    const { output } = await session.run("plan_zone", { zone, records, mode: "replace" });
    expect(output["changes"]).toEqual([
      { action: "create", name: "_acme-challenge", type: "TXT", after: { value: "ours", ttl: 120 } },
    ]);
  });

  it("leaves the vendor's apex NS of a zone file as they are", async () => {
    await using session = await startSession();
    const { output: exported } = await session.run("export_zone", { zone });
    const { output } = await session.run("plan_zone", { zone, zonefile: exported["zonefile"], mode: "exact" });
    expect(output).toMatchObject({ changes: [], guards: [] });
  });

  it("asks about foreign apex NS, whichever few", async () => {
    await using session = await startSession();
    const zonefile = "@ 3600 IN NS ns1.example.net.\n";
    const { output } = await session.run("plan_zone", { zone, zonefile });
    expect(output["guards"]).toEqual([
      { id: "apex-ns", message: "It changes the apex NS set of example.com (1 record)." },
    ]);
  });

  it("takes the RRset's TTL where none is given, and 3600 where there is none", async () => {
    await using session = await startSession();
    const records = [
      { type: "A", name: "api", value: "192.0.2.11" },
      { type: "A", name: "new", value: "192.0.2.12" },
      { type: "A", name: "sip", value: "192.0.2.61", ttl: 60 },
    ];
    const { output } = await session.run("plan_zone", { zone, records });
    expect(output["changes"]).toEqual(
      expect.arrayContaining([
        { action: "create", name: "api", type: "A", after: { value: "192.0.2.11", ttl: 300 } },
        { action: "create", name: "new", type: "A", after: { value: "192.0.2.12", ttl: 3600 } },
        { action: "create", name: "sip", type: "A", after: { value: "192.0.2.61", ttl: 60 } },
        {
          action: "update",
          name: "sip",
          type: "A",
          before: { value: "192.0.2.60", ttl: 3600 },
          after: { value: "192.0.2.60", ttl: 60 },
        },
      ]),
    );
    expect(output).toMatchObject({ summary: { create: 3, update: 1, delete: 0, unchanged: 11 } });
  });

  it("moves a CNAME in one request, and refuses one over other data (RFC 1034 §3.6.2)", async () => {
    await using session = await startSession();
    const moved = [{ type: "CNAME", name: "www", value: "pages.example.net" }];
    const { output } = await session.run("plan_zone", { zone, records: moved });
    expect(output).toMatchObject({ summary: { create: 0, update: 1, delete: 0 } });
    for (const mode of ["merge", "replace"]) {
      const over = [{ type: "CNAME", name: "api", value: "pages.example.net" }];
      expect((await session.refuse("plan_zone", { zone, records: over, mode })).code).toBe("conflict");
    }
    const exact = [{ type: "CNAME", name: "api", value: "pages.example.net" }];
    expect((await session.run("plan_zone", { zone, records: exact, mode: "exact" })).output).toMatchObject({
      summary: { create: 1 },
    });
  });

  it("takes an empty desired state for a question, and only with exact", async () => {
    await using session = await startSession();
    const { text, output } = await session.run("plan_zone", { zone, zonefile: "", mode: "exact" });
    expect(text.split("\n").filter((line) => line.startsWith("Needs a yes"))).toMatchInlineSnapshot(`
      [
        "Needs a yes: The desired state is empty and would take away 12 records.",
        "Needs a yes: 12 of 12 RRsets would be deleted or changed: 100 %, and the limit is 30 %.",
      ]
    `);
    const plan = output["plan"];
    expect(await session.refuse("apply_plan", { plan })).toMatchObject({ code: "confirmation_required" });
    expect((await session.run("plan_zone", { zone, zonefile: "", mode: "replace" })).output).toMatchObject({
      changes: [],
      guards: [],
    });
    expect((await session.refuse("plan_zone", { zone, records: [] })).field).toBe("records");
  });

  it("leaves records of unknown types alone, warns of them, and lets no CNAME over them", async () => {
    const server = await startHostileServer();
    const rows = [
      { uuid: "r-1", record_type: "TLSA", name: "tlsa", value: "3 1 1 abcd", ttl: 60 },
      { uuid: "r-2", record_type: "A", name: "@", value: "192.0.2.1", ttl: 60 },
    ];
    server.on("GET /dns-zones/", json(200, [{ uuid: "z-1", domain: zone }]));
    server.on("GET /dns-zones/z-1/records/", json(200, rows));
    await using session = openTestSession(server.origin, { token: "vps_test" });
    const { output } = await session.run("plan_zone", { zone, zonefile: "@ 60 A 192.0.2.1\n", mode: "exact" });
    expect(output).toMatchObject({ changes: [] });
    expect(output["warnings"]).toEqual(["1 record of types or values this program does not know left alone."]);
    const alias = [{ type: "CNAME", name: "tlsa", value: "pages.example.net" }];
    expect((await session.refuse("plan_zone", { zone, records: alias, mode: "exact" })).code).toBe("conflict");
    await server.close();
  });

  it("leaves a record that stands twice alone where nobody names it", async () => {
    const server = await startHostileServer();
    const twice = { record_type: "A", name: "twice", value: "192.0.2.1", ttl: 60 };
    server.on("GET /dns-zones/", json(200, [{ uuid: "z-1", domain: zone }]));
    server.on(
      "GET /dns-zones/z-1/records/",
      json(200, [
        { uuid: "r-1", ...twice },
        { uuid: "r-2", ...twice },
      ]),
    );
    await using session = openTestSession(server.origin, { token: "vps_test" });
    const records = [{ type: "A", name: "new", value: "192.0.2.9" }];
    for (const mode of ["merge", "replace"]) {
      expect((await session.run("plan_zone", { zone, records, mode })).output).toMatchObject({
        summary: { create: 1, update: 0, delete: 0, unchanged: 2 },
      });
    }
    await server.close();
  });

  it("names a plan by its zone, what it does and what it saw", async () => {
    await using session = await startSession();
    const records = [{ type: "A", name: "new", value: "192.0.2.9" }];
    const planOf = async (input: object) =>
      (await session.run("plan_zone", { zone, records, ...input })).output["plan"];
    const first = await planOf({});
    expect(await planOf({})).toBe(first);
    expect(await planOf({ zone: "abc123-def456-ghi789" })).toBe(first);
    expect(await planOf({ zone: "example.org" })).not.toBe(first);
    expect(await planOf({ mode: "replace" })).not.toBe(first);
    await session.run("create_record", { zone, type: "A", name: "other", value: "192.0.2.8" });
    expect(await planOf({})).not.toBe(first);
  });

  it("sees no zone that is not allowed", async () => {
    await using session = await startSession({ zones: ["example.org"] });
    const records = [{ type: "A", name: "new", value: "192.0.2.9" }];
    expect((await session.refuse("plan_zone", { zone, records })).code).toBe("zone_not_allowed");
  });
});
