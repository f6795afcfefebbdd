import { describe, expect, it } from "vitest";
import { json, startHostileServer } from "../../support/hostile-server.ts";
import { openTestSession, startSession } from "../../support/session.ts";

const token = "vps_test_account";

describe("get_account", () => {
  it("shows the token's name and permissions, in one request", async () => {
    await using session = await startSession();
    const limited = await session.sandbox.addToken({ name: "ci", permissions: ["dns:list", "dns:create"] });
    await using other = openTestSession(session.sandbox.url, { token: limited });
    const { output, text } = await other.run("get_account");
    expect(text).toMatchInlineSnapshot(`
      "Account: main@example.com
      Token: ci
      Permissions: dns:list, dns:create
      Purchases: not allowed (--allow-purchases)"
    `);
    expect(output).toMatchObject({
      token_name: "ci",
      permissions: ["dns:list", "dns:create"],
      purchases_allowed: false,
    });
    expect(session.requests()).toEqual(["GET /account/me/"]);
    expect(JSON.stringify(output)).not.toContain(limited);
  });

  it("answers with what is known where the server has no such page", async () => {
    const server = await startHostileServer();
    server.on("GET /dns-zones/", json(200, [{ uuid: "z", domain: "example.com" }]));
    await using session = openTestSession(server.origin, { token });
    const { output, text } = await session.run("get_account");
    expect(output).toMatchObject({ zones: 1, purchases_allowed: false });
    expect(text).toMatchInlineSnapshot(`
      "It can read 1 zone.
      Purchases: not allowed (--allow-purchases)
      This server has no account page, so the token's name and permissions are not known."
    `);
    await server.close();
  });

  it("knows a valid token that may not even list zones", async () => {
    const server = await startHostileServer();
    server.on("GET /dns-zones/", json(403, { detail: "No." }));
    await using session = openTestSession(server.origin, { token });
    expect((await session.run("get_account")).output["warnings"]).toEqual([
      "This server has no account page, so the token's name and permissions are not known.",
      "The token is valid and lacks the permission dns:list.",
    ]);
    await server.close();
  });

  it("says what to set where there is no token", async () => {
    await using session = await startSession({ token: null });
    expect(await session.refuse("get_account")).toMatchInlineSnapshot(`
      {
        "code": "token_missing",
        "hint": "Set VPS_API_TOKEN or --token-file, or try everything without an account with --sandbox.",
        "message": "No API token is set.",
      }
    `);
    expect(session.requests()).toEqual([]);
  });
});
