import * as z from "zod/mini";
import { describe, expect, it } from "vitest";
import { startSession } from "../../support/session.ts";

describe("list_records", () => {
  it("shows the zone of rows from several zones, by their FQDN", async () => {
    await using session = await startSession();
    const { text, output } = await session.run("list_records", { type: "MX" });
    expect(text).toMatchInlineSnapshot(`
      "2 records:
      example.com 3600 MX 10 mail.example.com ; id rec-002
      myapp.io 3600 MX 0 . ; id rec-018"
    `);
    expect(output).toMatchObject({
      records: [
        { zone: "example.com", name: "@", fqdn: "example.com", type: "MX", value: "mail.example.com", priority: 10 },
        { zone: "myapp.io", value: ".", priority: 0 },
      ],
      total: 2,
    });
  });

  it("asks for a type of one zone in one request beside the look-up", async () => {
    await using session = await startSession();
    const { text } = await session.run("list_records", { zone: "example.com", type: "mx" });
    expect(text).toMatchInlineSnapshot(`
      "1 record:
      @ 3600 MX 10 mail.example.com ; id rec-002"
    `);
    expect(session.requests()).toEqual([
      "GET /dns-zones/?domain=example.com",
      "GET /dns-records/?zone=abc123-def456-ghi789&record_type=MX",
    ]);
  });

  it.each([
    ["www", ["www.example.com", "www.example.org", "www.myapp.io"]],
    ["www.example.com", ["www.example.com"]],
    ["WWW.Example.COM.", ["www.example.com"]],
    ["*.example.org", ["www.example.org"]],
    ["_*", ["_dmarc.example.com", "_dmarc.myapp.io", "_sip._tcp.example.com"]],
    ["*.preview", ["*.preview.myapp.io"]],
    ["m*l", ["mail.example.com"]],
    ["nothing", []],
  ])("finds the owner name %s in any zone", async (name, found) => {
    await using session = await startSession();
    const { output } = await session.run("list_records", { name });
    expect(new Set(fqdns(output))).toEqual(new Set(found));
  });

  it("finds a part of the value, case ignored", async () => {
    await using session = await startSession();
    const { output } = await session.run("list_records", { value: "V=DMARC1" });
    expect(fqdns(output)).toEqual(["_dmarc.example.com", "_dmarc.myapp.io"]);
  });

  it("pages in an order that does not depend on the API's, each record once", async () => {
    await using session = await startSession();
    const seen: string[] = [];
    let cursor: unknown;
    do {
      const { output } = await session.run("list_records", {
        zone: "example.com",
        limit: 5,
        ...(cursor === undefined ? {} : { cursor }),
      });
      expect(output["total"]).toBe(12);
      seen.push(...fqdns(output));
      cursor = output["next_cursor"];
    } while (cursor !== undefined);
    const { output } = await session.run("list_records", { zone: "example.com" });
    expect(seen).toEqual(fqdns(output));
    expect(seen).toHaveLength(12);
  });

  it("says how to narrow a long list", async () => {
    await using session = await startSession();
    const { text } = await session.run("list_records", { zone: "example.com", limit: 1 });
    expect(text).toMatchInlineSnapshot(`
      "12 records, 1 shown:
      @ 3600 A 192.0.2.1 ; id rec-001
      More with cursor "1-jx8e7p". Or narrow by type, name or value."
    `);
  });

  it("finds the pages that no link points at, and does not call that list incomplete", async () => {
    await using session = await startSession({ sandbox: { lists: "envelope", pageSize: 5, nextLinks: "none" } });
    const { output } = await session.run("list_records", { zone: "example.com" });
    expect(output).toMatchObject({ total: 12 });
    expect(output).not.toHaveProperty("incomplete");
  });
});

describe("get_record", () => {
  it("shows a record and the zone it stands in", async () => {
    await using session = await startSession();
    const { output, text } = await session.run("get_record", { record: "rec-011" });
    expect(text).toBe("_sip._tcp.example.com 3600 SRV 10 10 5060 sip.example.com ; id rec-011");
    expect(output).toMatchObject({
      record: {
        id: "rec-011",
        zone: "example.com",
        name: "_sip._tcp",
        fqdn: "_sip._tcp.example.com",
        type: "SRV",
        value: "10 5060 sip.example.com",
        ttl: 3600,
        priority: 10,
      },
    });
  });

  it("says how to find an id where there is none", async () => {
    await using session = await startSession();
    expect(await session.refuse("get_record", { record: "rec-999" })).toMatchInlineSnapshot(`
      {
        "code": "record_not_found",
        "field": "record",
        "hint": "list_records shows ids; a record may have been deleted meanwhile.",
        "message": "No record with that id in this account's zones.",
      }
    `);
    expect((await session.refuse("get_record", { record: " " })).code).toBe("invalid_input");
  });
});

const listed = z.object({ records: z.array(z.object({ fqdn: z.string() })) });

function fqdns(output: Readonly<Record<string, unknown>>): string[] {
  return listed.parse(output).records.map(({ fqdn }) => fqdn);
}
