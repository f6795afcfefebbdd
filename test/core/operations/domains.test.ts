import { describe, expect, it } from "vitest";
import { startSession } from "../../support/session.ts";

describe("list_domains", () => {
  it("lists what is registered", async () => {
    await using session = await startSession();
    const { text, output } = await session.run("list_domains");
    expect(text).toMatchInlineSnapshot(`
      "4 domains:
      example.com: active, expires DAY, auto-renewal on, locked, private, name servers ns1.vps.org ns2.vps.org ; id 101
      myapp.io: active, expires DAY, auto-renewal off, not locked, not private, name servers ns1.cloudflare.com ns2.cloudflare.com ; id 102
      example.org: active, expires DAY, auto-renewal off, locked, private, name servers ns1.vps.org ns2.vps.org ; id 103
      myapp.dev: expired, expires DAY, auto-renewal off, locked, private, name servers ns1.vps.org ns2.vps.org ; id 104"
    `);
    expect(output).toMatchObject({
      domains: [{ name: "example.com", id: "101", auto_renew: true }, {}, {}, {}],
      total: 4,
    });
    expect(session.requests()).toEqual(["GET /domains/"]);
  });

  it("filters by status and by a part of the name", async () => {
    await using session = await startSession();
    const { output } = await session.run("list_domains", { status: "active", search: "myapp" });
    expect(output).toMatchObject({ domains: [{ name: "myapp.io" }], total: 1 });
    expect(session.requests()).toEqual(["GET /domains/?status=active&search=myapp"]);
  });
});

describe("get_domain", () => {
  it("shows everything of one, by name in two requests", async () => {
    await using session = await startSession();
    const { text, output } = await session.run("get_domain", { domain: "Example.COM" });
    expect(text.replace(/expires: \d+/, "expires: N")).toMatchInlineSnapshot(`
      "example.com: active, expires DAY, auto-renewal on, locked, private, name servers ns1.vps.org ns2.vps.org ; id 101
      Days until it expires: N
      Registrar: VPS.org
      DNS managed by: vps.org
      DNS records: 12
      WHOIS registrant: "Privacy Protected"
      WHOIS admin_contact: "Privacy Protected"
      WHOIS tech_contact: "Privacy Protected"
      WHOIS created_date: DAY
      WHOIS updated_date: DAY"
    `);
    expect(output).toMatchObject({ domain: { id: "101", registrar: "VPS.org", dns_records_count: 12 } });
    expect(session.requests()).toEqual(["GET /domains/?search=example.com", "GET /domains/101/"]);
  });

  it("takes an id as well, in one request", async () => {
    await using session = await startSession();
    const { output } = await session.run("get_domain", { domain: "102" });
    expect(output).toMatchObject({ domain: { name: "myapp.io" } });
    expect(session.requests()).toEqual(["GET /domains/102/"]);
  });

  it("tells a zone without a registration from a slip", async () => {
    await using session = await startSession();
    expect(await session.refuse("get_domain", { domain: "exampel.com" })).toMatchInlineSnapshot(`
      {
        "code": "domain_not_found",
        "field": "domain",
        "hint": "Did you mean example.com? list_domains shows all.",
        "message": "No registered domain "exampel.com" in this account.",
      }
    `);
    expect((await session.refuse("get_domain", { domain: "quite-another.test" })).hint).toBe(
      "list_domains shows all; a zone need not be registered here, and list_zones shows those.",
    );
    expect((await session.refuse("get_domain", { domain: "999" })).code).toBe("domain_not_found");
    expect((await session.refuse("get_domain", { domain: "" })).code).toBe("invalid_input");
  });
});

describe("update_domain", () => {
  it("asks before ending auto-renewal, unlocking or leaving VPS.org's name servers", async () => {
    await using session = await startSession();
    const nameservers = ["ns1.example.net", "ns2.example.net"];
    const input = { domain: "example.com", auto_renew: false, locked: false, nameservers };
    expect(await session.refuse("update_domain", input)).toMatchInlineSnapshot(`
      {
        "code": "confirmation_required",
        "field": "confirm",
        "hint": "To go ahead, call update_domain again with confirm: "example.com".",
        "message": "For example.com this ends auto-renewal, so the registration is lost when it expires; unlocks it, so it can be transferred away; hands its DNS to ns1.example.net and ns2.example.net, where zones here are not served. Nothing has changed.",
      }
    `);
    const { output } = await session.run("update_domain", { ...input, confirm: "example.com" });
    expect(output).toMatchObject({ changed: true, domain: { auto_renew: false, locked: false, nameservers } });
  });

  it.each([
    ["myapp.io", { auto_renew: true }],
    ["myapp.io", { locked: true, privacy_protection: true }],
    ["myapp.io", { nameservers: ["ns1.vps.org", "NS2.vps.org."] }],
    ["example.com", { privacy_protection: false }],
  ])("changes %s to %j without asking", async (domain, settings) => {
    await using session = await startSession();
    const { output } = await session.run("update_domain", { domain, ...settings });
    expect(output).toMatchObject({ status: "done", changed: true });
  });

  it("neither asks nor sends anything where all is so already", async () => {
    await using session = await startSession();
    const { output, text } = await session.run("update_domain", {
      domain: "myapp.io",
      auto_renew: false,
      locked: false,
    });
    expect(output).toMatchObject({ status: "done", changed: false });
    expect(text).toMatchInlineSnapshot(
      `"Already so: myapp.io: active, expires DAY, auto-renewal off, not locked, not private, name servers ns1.cloudflare.com ns2.cloudflare.com ; id 102"`,
    );
    expect(session.requests()).toEqual(["GET /domains/?search=myapp.io"]);
  });

  it("sends only what differs", async () => {
    await using session = await startSession();
    await session.run("update_domain", { domain: "myapp.io", auto_renew: false, locked: true });
    expect(session.sandbox.requests().at(-1)).toMatchObject({ method: "PUT", body: { locked: true } });
    expect(session.sandbox.requests().at(-1)?.body).not.toHaveProperty("auto_renew");
  });

  it.each([
    [{}, "invalid_input", undefined],
    [{ nameservers: ["ns1.example.net"] }, "invalid_input", "nameservers"],
    [{ nameservers: ["ns1.example.net", "NS1.example.net."] }, "invalid_name", "nameservers[1]"],
    [{ nameservers: ["ns1.example.net", "192.0.2.1"] }, "invalid_name", "nameservers[1]"],
    [{ nameservers: ["ns1.example.net", "_ns.example.net"] }, "invalid_name", "nameservers[1]"],
  ])("refuses %j before any request", async (settings, code, field) => {
    await using session = await startSession();
    const problem = await session.refuse("update_domain", { domain: "example.com", ...settings });
    expect([problem.code, problem.field]).toEqual([code, field]);
    expect(session.requests()).toEqual([]);
  });
});

describe("remove_domain", () => {
  it("says that the registration stays and goes on costing", async () => {
    await using session = await startSession();
    expect(await session.refuse("remove_domain", { domain: "example.com" })).toMatchInlineSnapshot(`
      {
        "code": "confirmation_required",
        "field": "confirm",
        "hint": "To go ahead, call remove_domain again with confirm: "example.com".",
        "message": "This takes example.com out of the account. The registration stays until DAY and renews by itself: to stop paying, first call update_domain with auto_renew false. Nothing has changed.",
      }
    `);
    const { text, output } = await session.run("remove_domain", { domain: "example.com", confirm: "example.com" });
    expect(text).toMatchInlineSnapshot(
      `"Took example.com out of the account. The registration stays until DAY and renews by itself. Nothing here stops that any more; its registrar can."`,
    );
    expect(output).toMatchObject({ status: "done", changed: true, domain: { name: "example.com" } });
    expect(session.requests().at(-1)).toBe("DELETE /domains/101/");
  });

  it("knows a domain that does not renew", async () => {
    await using session = await startSession();
    const { text } = await session.run("remove_domain", { domain: "example.org", confirm: "example.org" });
    expect(text).toBe("Took example.org out of the account. The registration stays until DAY and does not renew.");
  });
});
