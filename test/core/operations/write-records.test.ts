import { describe, expect, it } from "vitest";
import { queryDns } from "../../support/dns-query.ts";
import { startSession, type SandboxSession } from "../../support/session.ts";

const ZONE = "example.com";

describe("create_record", () => {
  it("adds a record that is answered, in three requests", async () => {
    await using session = await startSession();
    const { text, output } = await session.run("create_record", {
      zone: ZONE,
      type: "A",
      name: "shop",
      value: "192.0.2.10",
    });
    expect(text).toBe(
      "Created in example.com: shop 3600 A 192.0.2.10 ; id ID\nChange CHANGE; undo_change takes it back.",
    );
    expect(output).toMatchObject({ changed: true, record: { fqdn: "shop.example.com", ttl: 3600 } });
    expect(session.requests()).toEqual([
      "GET /dns-zones/?domain=example.com",
      "GET /dns-zones/abc123-def456-ghi789/records/",
      "POST /dns-zones/abc123-def456-ghi789/records/",
    ]);
    expect(await answers(session, "shop.example.com", "A")).toEqual(["192.0.2.10"]);
  });

  it("needs one request less when the zone is given by id", async () => {
    await using session = await startSession();
    await session.run("create_record", { zone: "abc123-def456-ghi789", type: "A", name: "shop", value: "192.0.2.10" });
    expect(session.requests()).toEqual([
      "GET /dns-zones/abc123-def456-ghi789/",
      "POST /dns-zones/abc123-def456-ghi789/records/",
    ]);
  });

  it("refuses a record that is there, in any spelling, with its id", async () => {
    await using session = await startSession();
    expect(
      await session.refuse("create_record", { zone: ZONE, type: "AAAA", name: "@", value: "2001:0DB8:0::1" }),
    ).toMatchInlineSnapshot(`
      {
        "code": "record_exists",
        "hint": "ensure_records adopts it, and sets its TTL; a different value would be added beside it.",
        "message": "That very record is already there, with id rec-003.",
      }
    `);
  });

  it("tells of a name that was probably meant whole", async () => {
    await using session = await startSession();
    const { output } = await session.run("create_record", {
      zone: ZONE,
      type: "TXT",
      name: "_check.example.net",
      value: "x",
    });
    expect(output).toMatchObject({
      record: { fqdn: "_check.example.net.example.com" },
      warnings: [
        "The record stands at _check.example.net.example.com. If its name was meant without the zone's name behind it, it belongs elsewhere.",
      ],
    });
    const usual = await session.run("create_record", { zone: ZONE, type: "TXT", name: "_check.net.shop", value: "x" });
    expect(usual.output).not.toHaveProperty("warnings");
  });

  it("tells of a record that a delegation hides, and of none that is its glue", async () => {
    await using session = await startSession();
    await session.run("create_record", { zone: ZONE, type: "NS", name: "lab", value: "ns1.lab.example.com" });
    const glue = await session.run("create_record", { zone: ZONE, type: "A", name: "ns1.lab", value: "192.0.2.53" });
    expect(glue.output).not.toHaveProperty("warnings");
    const hidden = await session.run("create_record", { zone: ZONE, type: "A", name: "www.lab", value: "192.0.2.80" });
    expect(hidden.output["warnings"]).toEqual([
      "www.lab: The name lab.example.com is delegated to other servers, so this zone never answers for the A records here.",
    ]);
  });

  it("takes the TTL of the RRset it joins when none is given", async () => {
    await using session = await startSession();
    const { output } = await session.run("create_record", { zone: ZONE, type: "A", name: "api", value: "192.0.2.11" });
    expect(output).toMatchObject({ record: { ttl: 300 } });
  });

  it("refuses a TTL that differs from the RRset's (RFC 2181 §5.2)", async () => {
    await using session = await startSession();
    expect(
      await session.refuse("create_record", { zone: ZONE, type: "A", name: "api", value: "192.0.2.11", ttl: 60 }),
    ).toMatchInlineSnapshot(`
      {
        "code": "invalid_ttl",
        "field": "ttl",
        "hint": "Leave ttl as theirs, or give the new one to ensure_records, which sets it for all of them.",
        "message": "The other A records at api have TTL 300, and an RRset has one TTL (RFC 2181 §5.2).",
      }
    `);
  });

  it("refuses a CNAME beside other data, and data beside a CNAME (RFC 1034 §3.6.2)", async () => {
    await using session = await startSession();
    expect(
      await session.refuse("create_record", { zone: ZONE, type: "CNAME", name: "api", value: "pages.example.net" }),
    ).toMatchInlineSnapshot(`
      {
        "code": "conflict",
        "field": "name",
        "hint": "To put the new record in the place of all others there, set_rrset with replace_conflicts.",
        "message": "api has an A record (id rec-010), and a CNAME stands alone at its name (RFC 1034 §3.6.2).",
      }
    `);
    expect(
      (await session.refuse("create_record", { zone: ZONE, type: "A", name: "www", value: "192.0.2.9" })).code,
    ).toBe("conflict");
  });

  it("refuses what would keep the zone from loading, and says what to do", async () => {
    await using session = await startSession();
    expect(
      await session.refuse("create_record", { zone: ZONE, type: "MX", name: "@", value: "gone", priority: 20 }),
    ).toMatchInlineSnapshot(`
      {
        "code": "zone_would_break",
        "hint": "Add an A or AAAA record for gone.example.com first, or point elsewhere.",
        "message": "The zone would not load any more: target-without-address at example.com MX. The MX record points at gone.example.com, which has no address in this zone.",
      }
    `);
    expect(session.requests().filter((line) => line.startsWith("POST"))).toEqual([]);
  });

  it("leaves the apex NS to a confirmed plan", async () => {
    await using session = await startSession();
    expect(
      await session.refuse("create_record", { zone: ZONE, type: "NS", name: "@", value: "ns1.example.net" }),
    ).toMatchInlineSnapshot(`
      {
        "code": "invalid_input",
        "field": "name",
        "hint": "plan_zone with these NS records, then apply_plan; a delegation goes below the apex, at a name of its own.",
        "message": "The NS records at the apex of example.com are changed only through a confirmed plan.",
      }
    `);
  });

  it.each([
    [{ type: "A", name: "x", value: "1.2.3" }, "invalid_value", "value"],
    [{ type: "MX", name: "@", value: "mail.example.net" }, "invalid_value", "priority"],
    [{ type: "A", name: "x", value: "192.0.2.1", priority: 1 }, "invalid_value", "priority"],
    [{ type: "A", name: "x.example.net.", value: "192.0.2.1" }, "invalid_name", "name"],
    [{ type: "A", name: "", value: "192.0.2.1" }, "invalid_name", "name"],
    [{ type: "TXT", name: "x", value: "" }, "invalid_value", "value"],
    [{ type: "A", name: "x", value: "192.0.2.1", ttl: 2 ** 31 }, "invalid_ttl", "ttl"],
  ])("refuses %j before any request", async (record, code, field) => {
    await using session = await startSession();
    expect(await session.refuse("create_record", { zone: ZONE, ...record })).toMatchObject({ code, field });
    expect(session.requests()).toEqual([]);
  });

  it("carries a long TXT as one text", async () => {
    await using session = await startSession();
    const value = `v=DKIM1; p=${"A".repeat(600)} "quoted" \\ back`;
    const { output } = await session.run("create_record", { zone: ZONE, type: "TXT", name: "long", value });
    expect(output).toMatchObject({ record: { value } });
    expect(output).not.toHaveProperty("warnings");
    expect(await answers(session, "long.example.com", "TXT")).toEqual([value]);
  });
});

describe("a text of which a name has one", () => {
  it.each([
    ["@", "v=spf1 include:_spf.example.net -all", "v=spf1"],
    ["_dmarc", "V=DMARC1; p=none", "v=dmarc1"],
  ])("is written beside another at %s with a warning", async (name, value, kind) => {
    await using session = await startSession();
    const { text, output } = await session.run("create_record", { zone: ZONE, type: "TXT", name, value });
    expect(text).toMatch(
      new RegExp(`^Warning: ${name} has 2 texts that begin with ${kind} now: receivers take none`, "m"),
    );
    expect(output).toMatchObject({ changed: true, warnings: [expect.any(String)] });
  });

  it("is replaced, or joined by a text of another kind, without one", async () => {
    await using session = await startSession();
    const set = { zone: ZONE, name: "@", type: "TXT", values: ["v=spf1 -all", "v=spf10 is no SPF"] };
    expect((await session.run("set_rrset", set)).output).not.toHaveProperty("warnings");
    const other = { zone: ZONE, type: "TXT", name: "blog", value: "v=spf1 -all" };
    expect((await session.run("create_record", other)).output).not.toHaveProperty("warnings");
  });
});

describe("update_record", () => {
  it("changes what is given and nothing else", async () => {
    await using session = await startSession();
    const { text } = await session.run("update_record", { record: "rec-010", value: "192.0.2.99" });
    expect(text).toBe(
      "Updated in example.com: api 300 A 192.0.2.99 ; id rec-010\nIt was: api 300 A 192.0.2.10\nChange CHANGE; undo_change takes it back.",
    );
    expect(session.sandbox.requests().at(-1)).toMatchObject({ method: "PATCH", body: { value: "192.0.2.99" } });
    expect(await answers(session, "api.example.com", "A")).toEqual(["192.0.2.99"]);
  });

  it("does not look a record up twice that it has seen", async () => {
    await using session = await startSession();
    await session.run("list_records", { zone: ZONE });
    session.requests();
    await session.run("update_record", { record: "rec-010", ttl: 60 });
    expect(session.requests()).toEqual(["GET /dns-zones/abc123-def456-ghi789/records/", "PATCH /dns-records/rec-010/"]);
  });

  it("sends nothing where all is so already", async () => {
    await using session = await startSession();
    const { output, text } = await session.run("update_record", { record: "rec-002", value: "MAIL.example.com." });
    expect(output).toMatchObject({ changed: false });
    expect(text).toBe("Already so in example.com: @ 3600 MX 10 mail.example.com ; id rec-002");
    expect(session.requests().filter((line) => line.startsWith("PATCH"))).toEqual([]);
  });

  it("takes a priority in front of the value, and keeps it otherwise", async () => {
    await using session = await startSession();
    const first = await session.run("update_record", { record: "rec-002", value: "20 mail.example.com" });
    expect(first.output).toMatchObject({ record: { value: "mail.example.com", priority: 20 } });
    const second = await session.run("update_record", { record: "rec-002", value: "mail.example.net" });
    expect(second.output).toMatchObject({ record: { value: "mail.example.net", priority: 20 } });
  });

  it("refuses a TTL of its own beside siblings (RFC 2181 §5.2), and sets a lone record's", async () => {
    await using session = await startSession();
    await session.run("create_record", { zone: ZONE, type: "A", name: "api", value: "192.0.2.11" });
    expect(await session.refuse("update_record", { record: "rec-010", ttl: 60 })).toMatchInlineSnapshot(`
      {
        "code": "invalid_ttl",
        "field": "ttl",
        "hint": "Leave ttl as theirs, or give the new one to ensure_records, which sets it for all of them.",
        "message": "The other A records at api have TTL 300, and an RRset has one TTL (RFC 2181 §5.2).",
      }
    `);
    const { output } = await session.run("update_record", { record: "rec-001", ttl: 60 });
    expect(output).toMatchObject({ changed: true, record: { ttl: 60 } });
  });

  it("takes over the TTL of the RRset that a record moves to", async () => {
    await using session = await startSession();
    const { output } = await session.run("update_record", { record: "rec-012", name: "api" });
    expect(output).toMatchObject({ record: { fqdn: "api.example.com", ttl: 300 } });
  });

  it("refuses to make a record the same as another", async () => {
    await using session = await startSession();
    expect(
      await session.refuse("update_record", { record: "rec-012", name: "api", value: "192.0.2.10" }),
    ).toMatchInlineSnapshot(`
      {
        "code": "record_exists",
        "hint": "An RRset holds no record twice (RFC 2181 §5); delete_record takes one of the two away.",
        "message": "Another record holds exactly that already, with id rec-010.",
      }
    `);
  });

  it("refuses an update of nothing, before any request", async () => {
    await using session = await startSession();
    expect(await session.refuse("update_record", { record: "rec-012" })).toMatchInlineSnapshot(`
      {
        "code": "invalid_input",
        "hint": "Give value, ttl, name or priority beside record.",
        "message": "Nothing to change was given.",
      }
    `);
    expect(session.requests()).toEqual([]);
  });

  it("refuses to move a host away that mail points at", async () => {
    await using session = await startSession();
    expect((await session.refuse("update_record", { record: "rec-005", name: "post" })).code).toBe("zone_would_break");
  });
});

describe("replace_record", () => {
  it("puts another record in its place, under the same id", async () => {
    await using session = await startSession();
    const { text, output } = await session.run("replace_record", {
      record: "rec-010",
      type: "CNAME",
      name: "blog",
      value: "pages.example.net",
    });
    expect(text).toBe(
      "Replaced in example.com: blog 3600 CNAME pages.example.net ; id rec-010\nIt was: api 300 A 192.0.2.10\nChange CHANGE; undo_change takes it back.",
    );
    expect(output).toMatchObject({ changed: true, record: { id: "rec-010" }, before: { name: "api", type: "A" } });
    expect(session.sandbox.requests().at(-1)).toMatchObject({
      method: "PUT",
      body: { record_type: "CNAME", name: "blog", value: "pages.example.net", ttl: 3600 },
    });
    expect(await answers(session, "api.example.com", "A")).toEqual([]);
  });

  it("turns an address into an alias at the same name", async () => {
    await using session = await startSession();
    const input = { record: "rec-010", type: "CNAME", name: "api", value: "pages.example.net" };
    expect((await session.run("replace_record", input)).output).toMatchObject({ changed: true });
    expect((await session.run("replace_record", input)).output).toMatchObject({ changed: false });
  });
});

describe("delete_record", () => {
  it("deletes by what the record says, and answers what has gone", async () => {
    await using session = await startSession();
    const { text, output } = await session.run("delete_record", {
      zone: ZONE,
      type: "A",
      name: "api",
      value: "192.0.2.10",
    });
    expect(text).toBe("Deleted from example.com: api 300 A 192.0.2.10\nChange CHANGE; undo_change takes it back.");
    expect(output).toMatchObject({ changed: true, record: { id: "rec-010", name: "api", value: "192.0.2.10" } });
    expect(session.requests()).toEqual([
      "GET /dns-zones/?domain=example.com",
      "GET /dns-zones/abc123-def456-ghi789/records/",
      "DELETE /dns-records/rec-010/",
    ]);
    expect(await answers(session, "api.example.com", "A")).toEqual([]);
  });

  it("deletes by id", async () => {
    await using session = await startSession();
    const { output } = await session.run("delete_record", { record: "rec-022" });
    expect(output).toMatchObject({ record: { fqdn: "www.example.org" } });
  });

  it("needs no value where only one is there, and no priority", async () => {
    await using session = await startSession();
    await session.run("delete_record", { zone: ZONE, type: "MX", name: "@", value: "mail.example.com" });
    await session.run("delete_record", { zone: ZONE, type: "TXT", name: "_dmarc" });
    const { output } = await session.run("list_records", { zone: ZONE });
    expect(output["total"]).toBe(10);
  });

  it("lists the candidates by id where several fit, and none of their values", async () => {
    await using session = await startSession();
    await session.run("create_record", { zone: ZONE, type: "TXT", name: "@", value: "a private note" });
    const problem = await session.refuse("delete_record", { zone: ZONE, type: "TXT", name: "@" });
    expect(problem).toMatchInlineSnapshot(`
      {
        "code": "record_ambiguous",
        "field": "value",
        "hint": "Give value as well, or delete_record by id.",
        "message": "2 records fit in example.com: rec-006 (@ TXT, TTL 3600), ID (@ TXT, TTL 3600).",
      }
    `);
    expect(JSON.stringify(problem)).not.toContain("private");
  });

  it.each([
    [{ type: "A", name: "nope" }, "list_records shows what is there."],
    [{ type: "TXT", name: "api" }, "That name has A."],
    [{ type: "A", name: "api", value: "192.0.2.77" }, "1 A there has another value; list_records shows them."],
  ])("says what is there where %j fits nothing", async (record, hint) => {
    await using session = await startSession();
    expect(await session.refuse("delete_record", { zone: ZONE, ...record })).toMatchObject({
      code: "record_not_found",
      hint,
    });
  });

  it.each([[{}], [{ zone: ZONE, type: "A" }], [{ record: "rec-001", zone: ZONE }]])(
    "refuses %j, which does not say which record",
    async (input) => {
      await using session = await startSession();
      expect((await session.refuse("delete_record", input)).code).toBe("invalid_input");
      expect(session.requests()).toEqual([]);
    },
  );

  it("keeps the host that mail points at", async () => {
    await using session = await startSession();
    expect(await session.refuse("delete_record", { zone: ZONE, type: "A", name: "mail" })).toMatchInlineSnapshot(`
      {
        "code": "zone_would_break",
        "hint": "Add an A or AAAA record for mail.example.com first, or point elsewhere.",
        "message": "The zone would not load any more: target-without-address at example.com MX. The MX record points at mail.example.com, which has no address in this zone.",
      }
    `);
  });
});

async function answers({ sandbox }: SandboxSession, name: string, type: string): Promise<string[]> {
  const { answers: found } = await queryDns({ server: sandbox.nameserver, name, type, edns: 1232 });
  return found.map(({ value }) => value);
}
