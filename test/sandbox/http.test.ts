// Who may ask the sandbox what, and what it makes of requests that are none.
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { matchPath, routes } from "../../src/sandbox/api/routes.ts";
import { PERMISSIONS } from "../../src/sandbox/state/entities.ts";
import { startTestSandbox } from "../support/sandbox.ts";
import { answerOf, ask } from "./support/ask.ts";

const guarded = routes.filter(({ permission }) => permission !== undefined);

function pathOf(path: string): string {
  const ids = { ":zone": "abc123-def456-ghi789", ":record": "rec-001", ":domain": "101" };
  return Object.entries(ids).reduce((text, [name, id]) => text.replace(name, id), path);
}

describe("the routes", () => {
  it("are the contract's 17 operations and the account page", () => {
    const ids = routes.map(({ id }) => id).sort();
    const contract = "D1 D2 D3 D4 D5 D6 R1 R2 R3 R4 R5 R6 R7 Z1 Z2 Z3 Z4".split(" ");
    expect(ids).toEqual([...contract, "account"]);
  });

  it("decode their parameters, and know no broken escape", () => {
    expect(matchPath("/dns-zones/a%2Fb/")?.parameters).toEqual({ zone: "a/b" });
    expect(matchPath("/dns-zones/%zz/")).toBeUndefined();
    expect(matchPath("/dns-zones//")).toBeUndefined();
  });
});

describe("a token", () => {
  it.each([
    ["none", undefined, "not_authenticated"],
    ["an unknown one", "Bearer vps_unknown", "authentication_failed"],
    ["another scheme", "Basic dnBzOnZwcw==", "authentication_failed"],
    ["an empty one", "Bearer ", "authentication_failed"],
  ])("is needed: %s gets 401", async (_what, authorization, error_code) => {
    const sandbox = await startTestSandbox();
    const response = await fetch(`${sandbox.url}/dns-zones/`, { headers: authorization ? { authorization } : {} });
    const answer = await answerOf(response);
    expect(answer).toMatchObject({ status: 401, body: { error_code } });
    expect(answer.headers.get("www-authenticate")).toBe("Bearer");
  });

  it.each(guarded)("needs $permission for $id", async ({ method, path, permission }) => {
    const sandbox = await startTestSandbox();
    const permissions = PERMISSIONS.filter((one) => one !== permission);
    const token = await sandbox.addToken({ name: "all but one", permissions });
    const body = method === "GET" || method === "DELETE" ? undefined : {};
    expect(await ask({ url: sandbox.url, token }, method, pathOf(path), body)).toMatchObject({
      status: 403,
      body: { detail: `Missing permission: ${permission}`, error_code: "permission_denied" },
    });
  });

  it("of another account sees nothing of this one", async () => {
    const sandbox = await startTestSandbox();
    const token = await sandbox.addToken({ name: "other", permissions: PERMISSIONS, account: "stranger" });
    const stranger = { url: sandbox.url, token };
    expect((await ask(stranger, "GET", "/dns-zones/")).body).toEqual([]);
    expect((await ask(stranger, "GET", "/domains/")).body).toEqual({ count: 0, results: [] });
    for (const { method, path } of guarded.filter((route) => route.path.includes(":"))) {
      const body = method === "GET" || method === "DELETE" ? undefined : {};
      expect({ path, answer: await ask(stranger, method, pathOf(path), body) }).toMatchObject({
        answer: { status: 404, body: { error_code: "not_found" } },
      });
    }
  });

  it("may always ask who it is", async () => {
    const sandbox = await startTestSandbox();
    const token = await sandbox.addToken({ name: "bare", permissions: [] });
    expect(await ask({ url: sandbox.url, token }, "GET", "/account/me/")).toMatchObject({
      status: 200,
      body: { account: { email: "main@example.com" }, token: { name: "bare", permissions: [] } },
    });
  });
});

describe("a request that is none", () => {
  it.each(["/dns-zones", "/nothing/", "/dns-zones/x/y/", "/"])("gets 404 at %s", async (path) => {
    const sandbox = await startTestSandbox();
    expect(await ask(sandbox, "GET", path)).toMatchObject({ status: 404, body: { error_code: "not_found" } });
  });

  it("gets 405 and the methods there are", async () => {
    const sandbox = await startTestSandbox();
    const answer = await ask(sandbox, "PUT", "/dns-zones/", {});
    expect(answer).toMatchObject({ status: 405, body: { error_code: "method_not_allowed" } });
    expect(answer.headers.get("allow")).toBe("GET, POST");
  });

  it.each([
    ["400 for text that is no JSON", 400, "parse_error", "{", "application/json"],
    ["400 for octets that are no UTF-8", 400, "parse_error", new Uint8Array([0x22, 0xff, 0x22]), "application/json"],
    ["400 for JSON that is no object", 400, "validation_error", "[]", "application/json; charset=utf-8"],
    ["400 for no body", 400, "validation_error", "", "application/json"],
    ["415 for a form", 415, "unsupported_media_type", "domain=a.com", "application/x-www-form-urlencoded"],
    ["413 for a body over 1 MiB", 413, "payload_too_large", `"${"x".repeat(1_048_576)}"`, "application/json"],
  ])("gets %s", async (_what, status, error_code, body, type) => {
    const sandbox = await startTestSandbox();
    const headers = { authorization: `Bearer ${sandbox.token}`, "content-type": type };
    const answer = await answerOf(await fetch(`${sandbox.url}/dns-zones/`, { method: "POST", headers, body }));
    expect(answer).toMatchObject({ status, body: { error_code } });
  });

  it("does no harm when it is not even HTTP", async () => {
    const sandbox = await startTestSandbox();
    const { hostname, port } = new URL(sandbox.url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => socket.end("\u0000nonsense\r\n\r\n"));
      socket.resume().on("close", () => resolve());
    });
    expect((await ask(sandbox, "GET", "/dns-zones/")).status).toBe(200);
  });
});

describe("the request log", () => {
  it("holds what was asked and answered, in order", async () => {
    const sandbox = await startTestSandbox();
    await ask(sandbox, "GET", "/dns-zones/?domain=example.com");
    await ask(sandbox, "POST", "/dns-zones/", { domain: "example.com" });
    expect(sandbox.requests()).toEqual([
      { method: "GET", path: "/api/v1/dns-zones/?domain=example.com", status: 200 },
      { method: "POST", path: "/api/v1/dns-zones/", status: 400, body: { domain: "example.com" } },
    ]);
  });
});
