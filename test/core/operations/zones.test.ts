import { describe, expect, it } from "vitest";
import { queryDns } from "../../support/dns-query.ts";
import { startSession } from "../../support/session.ts";

describe("list_zones", () => {
  it("lists the zones with their sizes, in one request", async () => {
    await using session = await startSession();
    const { output, text } = await session.run("list_zones");
    expect(text).toMatchInlineSnapshot(`
      "3 zones:
      example.com: 12 records, since DAY ; id abc123-def456-ghi789
      myapp.io: 8 records, since DAY ; id xyz789-uvw456-rst123
      example.org: 2 records, since DAY ; id pqr321-stu654-mno987"
    `);
    expect(output).toMatchObject({
      zones: [
        { name: "example.com", id: "abc123-def456-ghi789", record_count: 12 },
        { name: "myapp.io", id: "xyz789-uvw456-rst123", record_count: 8 },
        { name: "example.org", id: "pqr321-stu654-mno987", record_count: 2 },
      ],
      total: 3,
    });
    expect(session.requests()).toEqual(["GET /dns-zones/"]);
  });

  it("finds one by its name in any spelling", async () => {
    await using session = await startSession();
    const { output } = await session.run("list_zones", { domain: "EXAMPLE.com." });
    expect(output).toMatchObject({ zones: [{ name: "example.com" }], total: 1 });
    expect(session.requests()).toEqual(["GET /dns-zones/?domain=example.com"]);
  });

  it("says that there is none", async () => {
    await using session = await startSession();
    expect(await session.run("list_zones", { domain: "nothing.example" })).toEqual({
      output: { zones: [], total: 0 },
      text: "No zones.",
    });
  });

  it("gives pages and how to go on, each zone once", async () => {
    await using session = await startSession();
    const first = await session.run("list_zones", { limit: 2 });
    expect(first.text).toMatchInlineSnapshot(`
      "3 zones, 2 shown:
      example.com: 12 records, since DAY ; id abc123-def456-ghi789
      myapp.io: 8 records, since DAY ; id xyz789-uvw456-rst123
      More with cursor "2-rwk5lr"."
    `);
    const second = await session.run("list_zones", { limit: 2, cursor: first.output["next_cursor"] });
    expect(second.output).toMatchObject({ zones: [{ name: "example.org" }], total: 3 });
    expect(second.output).not.toHaveProperty("next_cursor");
  });

  it("refuses a cursor of another list", async () => {
    await using session = await startSession();
    const { output } = await session.run("list_zones", { limit: 2 });
    expect(await session.refuse("list_domains", { cursor: output["next_cursor"] })).toMatchInlineSnapshot(`
      {
        "code": "invalid_input",
        "field": "cursor",
        "hint": "Pass next_cursor unchanged, with the same filters; leave it out to start again.",
        "message": "The cursor does not belong to this list.",
      }
    `);
  });
});

describe("get_zone", () => {
  it("shows the records, ids behind them, in two requests by name", async () => {
    await using session = await startSession();
    const { text, output } = await session.run("get_zone", { zone: "example.org" });
    expect(text).toMatchInlineSnapshot(`
      "Zone example.org: 2 records, since DAY ; id pqr321-stu654-mno987
      Name servers: ns1.vps.org ns2.vps.org
      2 records:
      @ 3600 A 192.0.2.40 ; id rec-021
      www 3600 A 192.0.2.40 ; id rec-022"
    `);
    expect(output).toMatchObject({
      zone: { name: "example.org", id: "pqr321-stu654-mno987", record_count: 2 },
      nameservers: ["ns1.vps.org", "ns2.vps.org"],
      records: [
        {
          id: "rec-021",
          zone: "example.org",
          name: "@",
          fqdn: "example.org",
          type: "A",
          value: "192.0.2.40",
          ttl: 3600,
        },
        { id: "rec-022", zone: "example.org", name: "www", fqdn: "www.example.org", type: "A" },
      ],
      total: 2,
    });
    expect(session.requests()).toEqual(["GET /dns-zones/?domain=example.org", "GET /dns-zones/pqr321-stu654-mno987/"]);
  });

  it("takes an id as well, in one request", async () => {
    await using session = await startSession();
    const { output } = await session.run("get_zone", { zone: "abc123-def456-ghi789" });
    expect(output).toMatchObject({ zone: { name: "example.com" }, total: 12 });
    expect(session.requests()).toEqual(["GET /dns-zones/abc123-def456-ghi789/"]);
  });

  it("shows fifty records and says how to see the rest", async () => {
    await using session = await startSession();
    const records = Array.from({ length: 60 }, (_, at) => ({ type: "TXT", name: `n${at}`, value: `v${at}` }));
    await session.run("ensure_records", { zone: "example.org", records });
    const { output, text } = await session.run("get_zone", { zone: "example.org" });
    expect(output["records"]).toHaveLength(50);
    expect(output["total"]).toBe(62);
    expect(text.split("\n").slice(0, 3)).toMatchInlineSnapshot(`
      [
        "Zone example.org: 62 records, since DAY ; id pqr321-stu654-mno987",
        "Name servers: ns1.vps.org ns2.vps.org",
        "62 records, 50 shown:",
      ]
    `);
    expect(text.split("\n").at(-1)).toBe(
      "list_records shows the rest: narrow by type, name (* for any characters) or value.",
    );
  });

  it("names the nearest zone for a mistyped one", async () => {
    await using session = await startSession();
    expect(await session.refuse("get_zone", { zone: "exmaple.com" })).toMatchInlineSnapshot(`
      {
        "code": "zone_not_found",
        "field": "zone",
        "hint": "Did you mean example.com? list_zones shows all.",
        "message": "No zone "exmaple.com" in this account.",
      }
    `);
    expect(session.requests()).toEqual(["GET /dns-zones/?domain=exmaple.com", "GET /dns-zones/"]);
  });

  it("names the zone that a longer name lies in", async () => {
    await using session = await startSession();
    expect(await session.refuse("get_zone", { zone: "a.www.example.com" })).toMatchInlineSnapshot(`
      {
        "code": "zone_not_found",
        "field": "zone",
        "hint": "It lies inside the zone example.com: give zone "example.com" and name "a.www".",
        "message": "No zone "a.www.example.com" in this account.",
      }
    `);
  });

  it("takes a name without its end for a slip", async () => {
    await using session = await startSession();
    expect((await session.refuse("get_zone", { zone: "example" })).hint).toBe(
      "Did you mean example.com? list_zones shows all.",
    );
  });

  it("says what there is where nothing is near", async () => {
    await using session = await startSession();
    expect((await session.refuse("get_zone", { zone: "quite-another.test" })).hint).toBe(
      "It has example.com, myapp.io, example.org; create_zone makes one.",
    );
  });

  it("sees no zone of another account", async () => {
    await using session = await startSession();
    expect((await session.refuse("get_zone", { zone: "example.net" })).code).toBe("zone_not_found");
    expect((await session.refuse("get_zone", { zone: "nbr000-nbr000-nbr000" })).code).toBe("zone_not_found");
  });
});

describe("create_zone", () => {
  it("makes a zone that answers, and names the servers to delegate to", async () => {
    await using session = await startSession();
    const { output, text } = await session.run("create_zone", { domain: "Bücher.Example." });
    expect(text).toMatchInlineSnapshot(`
      "Created the zone xn--bcher-kva.example: no records, since DAY ; id ID
      It is served by ns1.vps.org and ns2.vps.org; it answers the world once xn--bcher-kva.example is delegated to them, by its registrar or by NS records in the zone above it. This registered no domain.
      Change CHANGE; undo_change takes it back."
    `);
    expect(output).toMatchObject({
      changed: true,
      zone: { name: "xn--bcher-kva.example" },
      nameservers: ["ns1.vps.org", "ns2.vps.org"],
    });
    expect(session.requests()).toEqual(["POST /dns-zones/"]);
    const { rcode } = await queryDns({
      server: session.sandbox.nameserver,
      name: "xn--bcher-kva.example",
      type: "SOA",
    });
    expect(rcode).toBe("NOERROR");
  });

  it("refuses one that is there", async () => {
    await using session = await startSession();
    expect((await session.refuse("create_zone", { domain: "example.com" })).code).toBe("zone_exists");
  });

  it("refuses what cannot be a zone's name before any request", async () => {
    await using session = await startSession();
    expect(await session.refuse("create_zone", { domain: "https://example.com/" })).toMatchInlineSnapshot(`
      {
        "code": "invalid_name",
        "field": "domain",
        "hint": "Give the host part alone, without scheme, port and path.",
        "message": "domain: A URL was given where a name belongs.",
      }
    `);
    expect((await session.refuse("create_zone", { domain: "localhost" })).code).toBe("invalid_name");
    expect(session.requests()).toEqual([]);
  });
});

describe("delete_zone", () => {
  it("asks first, with the name and the number of records", async () => {
    await using session = await startSession();
    expect(await session.refuse("delete_zone", { zone: "example.com" })).toMatchInlineSnapshot(`
      {
        "code": "confirmation_required",
        "field": "confirm",
        "hint": "To go ahead, call delete_zone again with confirm: "example.com".",
        "message": "This deletes the zone example.com with 12 records; its names stop answering. Nothing has changed.",
      }
    `);
    expect(session.requests()).toEqual([
      "GET /dns-zones/?domain=example.com",
      "GET /dns-zones/abc123-def456-ghi789/records/",
    ]);
  });

  it("takes no other zone's name for a yes", async () => {
    await using session = await startSession();
    const problem = await session.refuse("delete_zone", { zone: "example.com", confirm: "example.org" });
    expect(problem.code).toBe("confirmation_invalid");
    expect(session.requests().filter((line) => line.startsWith("DELETE"))).toEqual([]);
  });

  it("deletes with the exact name, by id too", async () => {
    await using session = await startSession();
    const { output, text } = await session.run("delete_zone", { zone: "pqr321-stu654-mno987", confirm: "example.org" });
    expect(text).toBe(
      "Deleted the zone example.org with 2 records. A registration of the domain is not touched.\nChange CHANGE; undo_change takes it back.",
    );
    expect(output).toMatchObject({ status: "done", changed: true, zone: { name: "example.org", record_count: 2 } });
    const { rcode } = await queryDns({ server: session.sandbox.nameserver, name: "www.example.org", type: "A" });
    expect(rcode).toBe("REFUSED");
  });

  it("answers with a preview where the door asks in another way", async () => {
    await using session = await startSession({
      confirmation: ({ preview }) => Promise.resolve({ granted: false, confirm: "token-1", preview }),
    });
    const { output, text } = await session.run("delete_zone", { zone: "example.org" });
    expect(output).toEqual({
      status: "confirmation_required",
      changed: false,
      confirm: "token-1",
      preview: "This deletes the zone example.org with 2 records; its names stop answering.",
    });
    expect(text).toMatchInlineSnapshot(`
      "This deletes the zone example.org with 2 records; its names stop answering. Nothing has changed.
      To go ahead once the person agrees, call again with confirm: "token-1"."
    `);
  });
});
