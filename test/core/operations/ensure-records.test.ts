import { describe, expect, it } from "vitest";
import { queryDns } from "../../support/dns-query.ts";
import { startSession } from "../../support/session.ts";

const zone = "example.com";

describe("ensure_records", () => {
  it("creates what is missing, adopts what is there, and changes nothing the second time", async () => {
    await using session = await startSession();
    const input = {
      zone,
      records: [
        { type: "A", name: "api", value: "192.0.2.10" },
        { type: "TXT", name: "_github-pages-challenge-octocat", value: "0123456789abcdef" },
        { type: "TXT", name: "@", value: "v=spf1 mx -all" },
      ],
    };
    const first = await session.run("ensure_records", input);
    expect(first.text).toMatchInlineSnapshot(`
      "example.com:
      adopted: api 300 A 192.0.2.10 ; id rec-010
      created: _github-pages-challenge-octocat 3600 TXT "0123456789abcdef" ; id ID
      adopted: @ 3600 TXT "v=spf1 mx -all" ; id rec-006
      Change CHANGE; undo_change takes it back."
    `);
    expect(first.output).toMatchObject({
      changed: true,
      zone,
      records: [
        { id: "rec-010", outcome: "adopted" },
        { name: "_github-pages-challenge-octocat", ttl: 3600, outcome: "created" },
        { id: "rec-006", outcome: "adopted" },
      ],
    });
    expect(session.requests()).toEqual([
      "GET /dns-zones/?domain=example.com",
      "GET /dns-zones/abc123-def456-ghi789/records/",
      "POST /dns-zones/abc123-def456-ghi789/records/",
    ]);
    const second = await session.run("ensure_records", input);
    expect(second.output).toMatchObject({ changed: false });
    expect(second.text).toMatchInlineSnapshot(`
      "Nothing to change in example.com:
      adopted: api 300 A 192.0.2.10 ; id rec-010
      adopted: _github-pages-challenge-octocat 3600 TXT "0123456789abcdef" ; id ID
      adopted: @ 3600 TXT "v=spf1 mx -all" ; id rec-006"
    `);
    expect(session.requests()).toHaveLength(2);
  });

  it("adds a value beside its siblings and leaves them alone", async () => {
    await using session = await startSession();
    const records = [{ type: "A", name: "api", value: "192.0.2.11" }];
    const { output } = await session.run("ensure_records", { zone, records });
    expect(output).toMatchObject({ records: [{ value: "192.0.2.11", ttl: 300, outcome: "created" }] });
    expect(output).not.toHaveProperty("siblings");
    const { answers } = await queryDns({ server: session.sandbox.nameserver, name: "api.example.com", type: "A" });
    expect(new Set(answers.map(({ value }) => value))).toEqual(new Set(["192.0.2.10", "192.0.2.11"]));
  });

  it("sets a TTL that is given for the whole RRset", async () => {
    await using session = await startSession();
    const add = [{ type: "A", name: "api", value: "192.0.2.11" }];
    await session.run("ensure_records", { zone, records: add });
    const { output, text } = await session.run("ensure_records", { zone, records: [{ ...add[0], ttl: 60 }] });
    expect(text).toMatchInlineSnapshot(`
      "example.com:
      updated: api 60 A 192.0.2.11 ; id ID
      The TTL was also set for 1 sibling.
      Change CHANGE; undo_change takes it back."
    `);
    expect(output).toMatchObject({
      records: [{ value: "192.0.2.11", ttl: 60, outcome: "updated" }],
      siblings: [{ id: "rec-010", ttl: 60 }],
    });
  });

  it("refuses two TTLs for one RRset", async () => {
    await using session = await startSession();
    const records = [
      { type: "A", name: "new", value: "192.0.2.1", ttl: 60 },
      { type: "A", name: "new", value: "192.0.2.2", ttl: 90 },
    ];
    expect((await session.refuse("ensure_records", { zone, records })).code).toBe("invalid_ttl");
  });

  it("creates a target before what points at it", async () => {
    await using session = await startSession();
    const records = [
      { type: "MX", name: "sub", value: "mx.sub.example.com", priority: 10 },
      { type: "A", name: "mx.sub", value: "192.0.2.26" },
    ];
    const { output } = await session.run("ensure_records", { zone, records });
    const posts = session.sandbox.requests().filter(({ method }) => method === "POST");
    expect(posts.map(({ body }) => body)).toMatchObject([{ record_type: "A" }, { record_type: "MX" }]);
    expect(output).toMatchObject({ records: [{ type: "MX" }, { type: "A" }] });
  });

  it("takes the same record twice for one", async () => {
    await using session = await startSession();
    const records = [
      { type: "AAAA", name: "new", value: "2001:db8::7" },
      { type: "AAAA", name: "new.example.com.", value: "2001:0db8::0007" },
    ];
    const { output } = await session.run("ensure_records", { zone, records });
    expect(output["records"]).toHaveLength(1);
  });

  it("refuses a CNAME where another stands, and touches nothing", async () => {
    await using session = await startSession();
    const records = [
      { type: "TXT", name: "fine", value: "fine" },
      { type: "CNAME", name: "www", value: "pages.example.net" },
    ];
    expect(await session.refuse("ensure_records", { zone, records })).toMatchInlineSnapshot(`
      {
        "code": "conflict",
        "field": "name",
        "hint": "To point the name elsewhere, set_rrset with type CNAME; to put other records in its place, set_rrset with replace_conflicts.",
        "message": "www has a CNAME record (id rec-004), and a CNAME stands alone at its name (RFC 1034 §3.6.2).",
      }
    `);
    expect(session.requests().some((line) => line.startsWith("POST"))).toBe(false);
  });

  it.each([
    [
      [
        { type: "A", name: "x", value: "192.0.2.1" },
        { type: "A", name: "y", value: "y" },
      ],
      "records[1].value",
    ],
    [[{ type: "A", name: "x" }], "records[0].value"],
    [[{ type: "A", name: "x y", value: "192.0.2.1" }], "records[0].name"],
    [[], "records"],
    [undefined, "records"],
  ])("names the field at fault in %j, before any request", async (records, field) => {
    await using session = await startSession();
    const problem = await session.refuse("ensure_records", { zone, ...(records === undefined ? {} : { records }) });
    expect(problem.field).toBe(field);
    expect(session.requests()).toEqual([]);
  });

  it("sends many records and tells how far it is", async () => {
    await using session = await startSession();
    const records = Array.from({ length: 200 }, (_, at) => ({ type: "TXT", name: `n${at}`, value: `v${at}` }));
    const told: string[] = [];
    const progress = (done: number, total: number | undefined, message: string) =>
      told.push(`${done} of ${total} ${message}`);
    const { output } = await session.run("ensure_records", { zone, records }, { progress });
    expect(output["records"]).toHaveLength(200);
    expect(told.at(-1)).toBe("200 of 200 records changed");
  });
});

describe("ensure_records, state absent", () => {
  it("removes what is there and is content where nothing is", async () => {
    await using session = await startSession();
    const records = [
      { type: "A", name: "api", value: "192.0.2.10" },
      { type: "A", name: "nothing" },
    ];
    const first = await session.run("ensure_records", { zone, state: "absent", records });
    expect(first.text).toMatchInlineSnapshot(`
      "example.com:
      removed: api 300 A 192.0.2.10 ; id rec-010
      Change CHANGE; undo_change takes it back."
    `);
    expect(first.output).toMatchObject({ changed: true, records: [{ id: "rec-010", outcome: "removed" }] });
    const second = await session.run("ensure_records", { zone, state: "absent", records });
    expect(second.output).toMatchObject({ changed: false, records: [] });
    expect(second.text).toBe("Nothing to change in example.com.");
  });

  it("needs a value only where several are there", async () => {
    await using session = await startSession();
    await session.run("create_record", { zone, type: "TXT", name: "@", value: "another" });
    const ambiguous = { zone, state: "absent", records: [{ type: "TXT", name: "@" }] };
    expect(await session.refuse("ensure_records", ambiguous)).toMatchInlineSnapshot(`
      {
        "code": "record_ambiguous",
        "field": "records[0].value",
        "hint": "Give value as well, or delete_record by id.",
        "message": "records[0].value: 2 records fit in example.com: rec-006 (@ TXT, TTL 3600), ID (@ TXT, TTL 3600).",
      }
    `);
    const records = [{ type: "MX", name: "@", value: "mail.example.com" }];
    const { output } = await session.run("ensure_records", { zone, state: "absent", records });
    expect(output).toMatchObject({ records: [{ id: "rec-002", outcome: "removed" }] });
  });

  it("takes what points at a host away before the host", async () => {
    await using session = await startSession();
    const records = [
      { type: "A", name: "mail" },
      { type: "MX", name: "@" },
    ];
    await session.run("ensure_records", { zone, state: "absent", records });
    const deletes = session.requests().filter((line) => line.startsWith("DELETE"));
    expect(deletes).toEqual(["DELETE /dns-records/rec-002/", "DELETE /dns-records/rec-005/"]);
  });
});

describe("ensure_records with a zone file", () => {
  it("takes what export_zone gives, and finds nothing to change", async () => {
    await using session = await startSession();
    const { output } = await session.run("export_zone", { zone });
    const ensured = await session.run("ensure_records", { zone, zonefile: output["zonefile"] });
    expect(ensured.output).toMatchObject({ changed: false });
    expect(ensured.output["warnings"]).toMatchInlineSnapshot(`
      [
        "Line 3, column 25: The SOA is passed over: VPS.org makes the zone's own.",
        "The apex NS records of the file are VPS.org's own and stay as they are.",
      ]
    `);
  });

  it("sets the TTLs that the file names, and no others", async () => {
    await using session = await startSession();
    const zonefile = "api IN A 192.0.2.10\nsip 60 IN A 192.0.2.60\n";
    const { output } = await session.run("ensure_records", { zone, zonefile });
    expect(output).toMatchObject({
      records: [
        { name: "api", ttl: 300, outcome: "adopted" },
        { name: "sip", ttl: 60, outcome: "updated" },
      ],
    });
  });

  it("refuses a file with a broken line, telling its place, and records beside a file", async () => {
    await using session = await startSession();
    expect(
      await session.refuse("ensure_records", { zone, zonefile: "www A 192.0.2.1\nbad A 1.2.3\nx HINFO a b\n" }),
    ).toMatchInlineSnapshot(`
      {
        "code": "invalid_zone_file",
        "field": "zonefile",
        "hint": "Mend these lines and try again.",
        "message": "The zone file cannot be used. Line 2, column 7: The value is no IPv4 address. Write four numbers from 0 to 255 without leading zeros, such as 192.0.2.1; IPv6 takes AAAA, a name CNAME. Line 3, column 3: The API does not take HINFO records. It takes A, AAAA, CNAME, MX, TXT, NS, SRV, CAA.",
      }
    `);
    const both = { zone, zonefile: "@ A 192.0.2.1\n", records: [{ type: "A", name: "@", value: "192.0.2.1" }] };
    expect((await session.refuse("ensure_records", both)).field).toBe("zonefile");
  });
});
