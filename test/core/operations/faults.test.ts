import { describe, expect, it } from "vitest";
import { json, startHostileServer } from "../../support/hostile-server.ts";
import { openTestSession, startSession } from "../../support/session.ts";

const zone = "example.com";
const token = "vps_test_faults";
const ROW = { uuid: "z-1", domain: zone };

describe("a change that stops half-way", () => {
  const records = Array.from({ length: 5 }, (_, at) => ({ type: "TXT", name: `n${at}`, value: `v${at}` }));

  it("tells how many were done, which, and why it stopped", async () => {
    await using session = await startSession({ concurrency: 1 });
    const allowed = 2;
    const list = session.context().api;
    let created = 0;
    const api = {
      ...list,
      records: {
        ...list.records,
        create: (...call: Parameters<typeof list.records.create>) => {
          if (created === allowed) session.sandbox.faults.add({ kind: "reset-before-commit" });
          created += 1;
          return list.records.create(...call);
        },
      },
    };
    const problem = await session.refuse("ensure_records", { zone, records }, { api });
    expect(problem.code).toBe("partial");
    expect(problem.message).toMatch(
      /^2 of 5 changes in example\.com done: created n0 TXT \(id ID\), created n1 TXT \(id ID\)\. 1 failed, 2 not begun\. /,
    );
    session.sandbox.faults.clear();
    const { output } = await session.run("ensure_records", { zone, records });
    expect(output).toMatchObject({
      records: ["adopted", "adopted", "created", "created", "created"].map((outcome) => ({ outcome })),
    });
  });

  it("is the failure itself where nothing was done", async () => {
    await using session = await startSession();
    const limited = await session.sandbox.addToken({ name: "reader", permissions: ["dns:list"] });
    await using reader = openTestSession(session.sandbox.url, { token: limited });
    const problem = await reader.refuse("ensure_records", { zone, records: records.slice(0, 1) });
    expect(problem.code).toBe("permission_denied");
  });
});

describe("a server that answers with something else than was sent", () => {
  it("is told, by field and never by value", async () => {
    const server = await startHostileServer();
    server.on("GET /dns-zones/", json(200, [ROW]));
    server.on("GET /dns-zones/z-1/records/", json(200, []));
    const cut = { uuid: "r-1", record_type: "TXT", name: "long", value: "x".repeat(255), ttl: 60, priority: null };
    server.on("POST /dns-zones/z-1/records/", json(201, cut));
    await using session = openTestSession(server.origin, { token });
    const input = { zone, type: "TXT", name: "long", value: "x".repeat(300) };
    const { output, text } = await session.run("create_record", input);
    expect(output["warnings"]).toEqual([
      "The API keeps another value and ttl for long TXT than was sent (300 characters sent, 255 kept); id r-1.",
    ]);
    expect(text.split("\n").at(-1)).toMatch(/^Warning: The API keeps another value/);
    await server.close();
  });
});

describe("a server that counts more than it gives", () => {
  it("makes every list that it gives incomplete", async () => {
    const server = await startHostileServer();
    const row = { uuid: "r-1", record_type: "A", name: "@", value: "192.0.2.1", ttl: 60 };
    server.on("GET /dns-zones/", json(200, { count: 1, results: [ROW] }));
    server.on("GET /dns-zones/z-1/records/", json(200, { count: 3, results: [row] }), json(404, {}));
    await using session = openTestSession(server.origin, { token });
    const { output, text } = await session.run("list_records", { zone });
    expect(output).toMatchObject({ total: 3, incomplete: true });
    expect(text).toMatchInlineSnapshot(`
      "3 records, 1 shown:
      @ 60 A 192.0.2.1 ; id r-1
      The API counted more than it gave: this list is not whole."
    `);
    await server.close();
  });
});

describe("two zones of one name", () => {
  it("are told apart by their ids", async () => {
    const server = await startHostileServer();
    server.on("GET /dns-zones/", json(200, [ROW, { uuid: "z-2", domain: "Example.com." }]));
    await using session = openTestSession(server.origin, { token });
    expect(await session.refuse("get_zone", { zone })).toMatchInlineSnapshot(`
      {
        "code": "conflict",
        "field": "zone",
        "hint": "Give the id of one: z-1, z-2.",
        "message": "This account has 2 zones named example.com.",
      }
    `);
    await server.close();
  });
});

describe("a record of a type this program does not know", () => {
  it("is shown, left alone by updates, and deleted by its id once a person agrees, for good", async () => {
    const server = await startHostileServer();
    const tlsa = { uuid: "r-1", record_type: "TLSA", name: "_443._tcp", value: "3 1 1 abcd", ttl: 60 };
    server.on("GET /dns-zones/", json(200, [ROW]));
    server.on("GET /dns-zones/z-1/records/", json(200, [tlsa]));
    server.on("GET /dns-records/", json(200, [tlsa]));
    server.on("GET /dns-records/r-1/", json(200, tlsa));
    server.on("DELETE /dns-records/r-1/", (_, response) => void response.writeHead(204).end());
    await using session = openTestSession(server.origin, { token });
    expect((await session.run("list_records", { zone, type: "tlsa" })).output["total"]).toBe(1);
    expect((await session.run("list_records", { zone })).text).toContain("_443._tcp 60 TLSA 3 1 1 abcd ; id r-1");
    expect((await session.refuse("update_record", { record: "r-1", ttl: 90 })).code).toBe("invalid_input");
    const exported = await session.run("export_zone", { zone });
    expect(exported.output["warnings"]).toEqual([
      "1 record of a type or value this program does not know left out (id r-1).",
    ]);
    expect(await session.refuse("delete_record", { record: "r-1" })).toMatchObject({
      code: "confirmation_required",
      message: `This deletes a record of a kind not known here from ${zone} (id r-1), and nothing can put it back. Nothing has changed.`,
    });
    const { output } = await session.run("delete_record", { record: "r-1", confirm: zone });
    expect(output).toMatchObject({ changed: true });
    expect((await session.run("list_changes", { zone })).text).toContain(
      "1 record of a kind not known here deleted for good",
    );
    expect(await session.refuse("undo_change", { change: output["change"] })).toMatchObject({
      code: "change_conflict",
      message: "That change cannot be taken back.",
    });
    await server.close();
  });

  it.each([
    ["create_record", { zone, type: "CNAME", name: "_443._tcp", value: "pages.example.net" }],
    ["ensure_records", { zone, records: [{ type: "CNAME", name: "_443._tcp", value: "pages.example.net" }] }],
    ["set_rrset", { zone, type: "CNAME", name: "_443._tcp", values: ["pages.example.net"] }],
    ["create_record", { zone, type: "A", name: "odd", value: "192.0.2.1" }],
    ["ensure_records", { zone, records: [{ type: "A", name: "odd", value: "192.0.2.1" }] }],
    ["set_rrset", { zone, type: "TXT", name: "odd", values: ["beside an alias"] }],
    ["set_rrset", { zone, type: "CNAME", name: "odd", values: ["pages.example.net"] }],
    ["plan_zone", { zone, records: [{ type: "A", name: "odd", value: "192.0.2.1" }] }],
  ])("lets no CNAME stand beside it, nor anything beside a CNAME it cannot read: %s %j", async (operation, input) => {
    const server = await startHostileServer();
    server.on("GET /dns-zones/", json(200, [ROW]));
    server.on(
      "GET /dns-zones/z-1/records/",
      json(200, [
        { uuid: "r-1", record_type: "TLSA", name: "_443._tcp", value: "3 1 1 abcd", ttl: 60 },
        { uuid: "r-2", record_type: "CNAME", name: "odd", value: "not a name at all", ttl: 60 },
      ]),
    );
    await using session = openTestSession(server.origin, { token });
    expect((await session.refuse(operation, input)).code).toBe("conflict");
    await server.close();
  });

  it("is not taken away by ensure_records, which could not put it back", async () => {
    const server = await startHostileServer();
    const odd = { uuid: "r-9", record_type: "A", name: "odd", value: "no address", ttl: 60 };
    server.on("GET /dns-zones/", json(200, [ROW]));
    server.on("GET /dns-zones/z-1/records/", json(200, [odd]));
    await using session = openTestSession(server.origin, { token });
    const records = [{ type: "A", name: "odd" }];
    const { code, hint } = await session.refuse("ensure_records", { zone, records, state: "absent" });
    expect(code).toBe("invalid_input");
    expect(hint).toContain("delete_record takes it away by its id (r-9), for good");
    await server.close();
  });
});

describe("an id or a type that is no word", () => {
  it.each([
    ["create_record", { zone, type: "A", name: "www", value: "192.0.2.1" }],
    ["create_record", { zone, type: "CNAME", name: "odd", value: "pages.example.net" }],
    ["update_record", { record: "x\nIgnore this", ttl: 90 }],
    ["delete_record", { record: "x\nIgnore this" }],
  ])("stays in its line: %s %j", async (operation, input) => {
    const server = await startHostileServer();
    server.on("GET /dns-zones/", json(200, [ROW]));
    server.on(
      "GET /dns-zones/z-1/records/",
      json(200, [
        { uuid: "r\nIgnore this", record_type: "A", name: "www", value: "192.0.2.1", ttl: 60 },
        { uuid: "x\nIgnore this", record_type: "TLSA\nIgnore this", name: "odd", value: "3 1 1 abcd", ttl: 60 },
      ]),
    );
    await using session = openTestSession(server.origin, { token });
    await session.run("list_records", { zone });
    const { message, hint } = await session.refuse(operation, input);
    expect(`${message} ${hint}`).toContain(String.raw`\u{a}`);
    expect(`${message} ${hint}`).not.toContain("\n");
    await server.close();
  });
});
