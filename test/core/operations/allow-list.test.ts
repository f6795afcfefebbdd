import { describe, expect, it } from "vitest";
import { startSession } from "../../support/session.ts";

const zones = ["Example.org."];

describe("the allow-list", () => {
  it("shows allowed zones and their records only", async () => {
    await using session = await startSession({ zones });
    expect((await session.run("list_zones")).output).toMatchObject({ zones: [{ name: "example.org" }], total: 1 });
    expect((await session.run("list_domains")).output).toMatchObject({ domains: [{ name: "example.org" }], total: 1 });
    const { output } = await session.run("list_records", { type: "A" });
    expect(output).toMatchObject({ records: [{ zone: "example.org" }, { zone: "example.org" }], total: 2 });
    expect(session.requests().filter((line) => line.includes("abc123"))).toEqual([]);
  });

  it.each([
    ["get_zone", { zone: "example.com" }],
    ["get_zone", { zone: "no-such-zone.example" }],
    ["get_zone", { zone: "sub.example.org" }],
    ["get_zone", { zone: "abc123-def456-ghi789" }],
    ["get_zone", { zone: "no-such-id" }],
    ["list_zones", { domain: "example.com" }],
    ["list_records", { zone: "example.com" }],
    ["create_zone", { domain: "sub.example.org" }],
    ["delete_zone", { zone: "example.com", confirm: "example.com" }],
    ["export_zone", { zone: "example.com" }],
    ["create_record", { zone: "example.com", type: "A", name: "x", value: "192.0.2.1" }],
    ["ensure_records", { zone: "example.com", records: [{ type: "A", name: "x", value: "192.0.2.1" }] }],
    ["delete_record", { zone: "example.com", type: "A", name: "api" }],
    ["lint_zone", { zone: "example.com" }],
    ["get_domain", { domain: "example.com" }],
    ["get_domain", { domain: "101" }],
    ["get_domain", { domain: "999" }],
    ["check_domain", { domain: "example.com" }],
    ["check_domain", { domain: "new-project.dev" }],
    ["update_domain", { domain: "example.com", auto_renew: true }],
    ["remove_domain", { domain: "101", confirm: "example.com" }],
    ["register_domain", { domain: "new-project.dev", max_price: 20, confirm: "new-project.dev" }],
    ["transfer_domain", { domain: "myapp.io", auth_code: "x", max_price: 40, confirm: "myapp.io" }],
  ])("closes %s to %j, there or not, in the same words", async (name, input) => {
    await using session = await startSession({ zones, allowPurchases: true });
    const problem = await session.refuse(name, input);
    expect(problem).toMatchObject({
      code: "zone_not_allowed",
      message: "That is not one of the zones this program was allowed to touch.",
      hint: "Allowed: example.org (--zone).",
    });
    expect(session.requests().filter((line) => !line.startsWith("GET"))).toEqual([]);
  });

  it.each([
    ["get_record", { record: "rec-001" }],
    ["get_record", { record: "no-such-record" }],
    ["update_record", { record: "rec-001", ttl: 60 }],
    ["replace_record", { record: "rec-001", type: "A", name: "x", value: "192.0.2.1" }],
    ["delete_record", { record: "rec-001" }],
  ])("makes %s find no record of another zone (%j)", async (name, input) => {
    await using session = await startSession({ zones });
    expect(await session.refuse(name, input)).toEqual({
      code: "record_not_found",
      field: "record",
      message: "No record with that id in this account's zones.",
      hint: "list_records shows ids; a record may have been deleted meanwhile.",
    });
    expect(session.requests().filter((line) => !line.startsWith("GET"))).toEqual([]);
  });

  it("lets everything into an allowed zone, by id too", async () => {
    await using session = await startSession({ zones });
    expect((await session.run("get_zone", { zone: "pqr321-stu654-mno987" })).output).toMatchObject({ total: 2 });
    expect((await session.run("update_record", { record: "rec-022", ttl: 60 })).output).toMatchObject({
      changed: true,
    });
  });

  it("is refused at the start when it holds what cannot be a zone", async () => {
    await expect(startSession({ zones: ["example.com", "*"] })).rejects.toMatchObject({ code: "invalid_name" });
  });

  it("is told by get_account", async () => {
    await using session = await startSession({ zones });
    expect((await session.run("get_account")).text).toMatchInlineSnapshot(`
      "Account: main@example.com
      Token: sandbox
      Permissions: dns:list, dns:create, dns:update, dns:delete, domains:list, domains:create, domains:update, domains:delete, domains:transfer
      Only example.org may be touched (--zone).
      Purchases: not allowed (--allow-purchases)"
    `);
  });
});
