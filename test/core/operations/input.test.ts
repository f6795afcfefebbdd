import { describe, expect, it } from "vitest";
import { startSession } from "../../support/session.ts";

describe("an operation's input", () => {
  it.each([
    ["get_zone", { zon: "example.com" }, 'get_zone has no field "zon".', "Did you mean zone? It takes zone.", "zon"],
    ["list_zones", { type: "A" }, 'list_zones has no field "type".', "It takes domain, limit and cursor.", "type"],
    [
      "ensure_records",
      { zone: "example.com", records: [{ type: "A", name: "x", values: "192.0.2.1" }] },
      'records[0] has no field "values".',
      "Did you mean value? It takes type, name, value, ttl and priority.",
      "records[0].values",
    ],
    ["get_account", { x: 1 }, 'get_account has no field "x".', "It takes no fields.", "x"],
    ["get_account", { "a\u202eb\n": 1 }, "get_account has no field of that name.", "It takes no fields.", ""],
  ])("names a field that %s does not have (%j)", async (name, input, message, hint, field) => {
    await using session = await startSession();
    expect(await session.refuse(name, input)).toEqual({ code: "unknown_field", message, hint, field });
  });

  it.each([
    ["get_zone", {}, "invalid_input", "zone is missing."],
    ["get_zone", { zone: 5 }, "invalid_input", "zone must be text."],
    ["get_zone", { zone: null }, "invalid_input", "zone must be text."],
    ["get_zone", { zone: "x".repeat(256) }, "invalid_input", "zone must have at most 255 characters."],
    ["list_zones", { limit: 0 }, "invalid_input", "limit must be at least 1."],
    ["list_zones", { limit: 1001 }, "invalid_input", "limit must be at most 1000."],
    ["list_zones", { limit: 1e20 }, "invalid_input", "limit must be at most 1000."],
    ["list_zones", { limit: 1.5 }, "invalid_input", "limit must be a whole number."],
    ["list_zones", { limit: "5" }, "invalid_input", "limit must be a number."],
    ["list_domains", { status: "gone" }, "invalid_input", "status must be one of active, pending, expired, locked."],
    ["update_domain", { domain: "x", locked: "yes" }, "invalid_input", "locked must be true or false."],
    [
      "update_domain",
      { domain: "x", nameservers: ["a"] },
      "invalid_input",
      "nameservers must have at least 2 entries.",
    ],
    ["ensure_records", { zone: "x", records: {} }, "invalid_input", "records must be a list."],
    ["update_record", { record: "x", ttl: -1 }, "invalid_ttl", "ttl must be at least 0."],
    [
      "create_record",
      { zone: "x", type: "SPF", name: "x", value: "x" },
      "invalid_input",
      "type must be one of A, AAAA, CNAME, MX, TXT, NS, SRV, CAA.",
    ],
  ])("refuses %s %j and says what the field takes", async (name, input, code, message) => {
    await using session = await startSession();
    expect(await session.refuse(name, input)).toMatchObject({ code, message });
    expect(session.requests()).toEqual([]);
  });

  it.each([undefined, null, "zone=example.com", ["example.com"], 5])("is an object and not %j", async (input) => {
    await using session = await startSession();
    // `run` gives {} for what is left out, as doors do; everything else reaches the operation as it is.
    const problem = await session.refuse("get_zone", input);
    expect(problem.code).toBe("invalid_input");
  });

  it("never repeats a value, which may be a secret in the wrong place", async () => {
    await using session = await startSession({ allowPurchases: true });
    const secret = "vps_secret_in_the_wrong_place";
    for (const input of [{ limit: secret }, { cursor: secret }, { domain: secret }]) {
      expect(JSON.stringify(await session.refuse("list_zones", input))).not.toContain(secret);
    }
  });

  it("takes a record type in any case", async () => {
    await using session = await startSession();
    const { output } = await session.run("list_records", { zone: "example.com", type: "caa" });
    expect(output["total"]).toBe(1);
  });
});
