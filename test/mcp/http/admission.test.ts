// Who is let in over HTTP, and what becomes of the rest: refused from the head of the request, the server none the worse.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refuseHead } from "../../../src/mcp/http/admission.ts";
import { calls, messagesOf, rawRequest } from "../support/raw-http.ts";
import { BEARER, openTestDoor, type TestDoor } from "../support/test-door.ts";

let door: TestDoor;
beforeAll(async () => {
  door = await openTestDoor();
});
afterAll(() => door[Symbol.asyncDispose]());

const authorization = `Bearer ${BEARER}`;
const listZones = calls["2025-11-25"]?.(1, "list_zones", {});

async function isAlive(): Promise<void> {
  const answer = await rawRequest(door.port, { ...listZones, headers: { ...listZones?.headers, authorization } });
  expect(messagesOf(answer)).toMatchObject([{ id: 1, result: { structuredContent: { total: 3 } } }]);
}

describe("a foreign Host", () => {
  it.each([
    "evil.example",
    "evil.example:80",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "192.0.2.1",
    "localhost@evil.example",
    "evil.example/localhost",
    "0.0.0.0",
    " ",
  ])("is refused with 403, bearer or not: %j", async (host) => {
    const answer = await rawRequest(door.port, { ...listZones, headers: { host, authorization } });
    expect(answer.status).toBe(403);
    expect(answer.body).not.toContain("evil");
    await isAlive();
  });

  it.each(["localhost", "LOCALHOST:1234", "127.0.0.1", "[::1]:8080"])("is not one of ours: %s", async (host) => {
    const answer = await rawRequest(door.port, {
      ...listZones,
      headers: { ...listZones?.headers, host, authorization },
    });
    expect(answer.status).toBe(200);
  });
});

// Nothing but loopback is listened on in tests: the decision alone is looked at.
const statusFor = (host: string) =>
  refuseHead(
    { method: "POST", target: "/mcp", host, origin: undefined, authorization: undefined },
    { host: "dns.example.com", isBearer: () => false },
  )?.status;

describe("a door beyond loopback", () => {
  it.each(["dns.example.com", "DNS.example.com:443", "192.0.2.7:8080", "[2001:db8::7]", "localhost"])(
    "goes by %s",
    (host) => {
      expect(statusFor(host)).toBe(401);
    },
  );

  it.each(["evil.example", "www.dns.example.com", "example.com", "192.0.2.7.evil.example"])("not by %s", (host) => {
    expect(statusFor(host)).toBe(403);
  });
});

describe("a door behind a proxy", () => {
  it.each([
    ["dns.example.com", 401],
    ["DNS.example.com:443", 401],
    ["other.example.com", 403],
  ])("goes by the names it is given: %s", (host, status) => {
    const head = { method: "POST", target: "/mcp", host, origin: undefined, authorization: undefined };
    const behind = { host: "0.0.0.0", names: ["dns.Example.com"], isBearer: () => false };
    expect(refuseHead(head, behind)?.status).toBe(status);
  });
});

describe("an Origin", () => {
  it.each(["https://evil.example", "null", "http://localhost.evil.example", "file://", "http://192.0.2.1", "nonsense"])(
    "that is foreign is refused with 403: %s",
    async (origin) => {
      const answer = await rawRequest(door.port, {
        ...listZones,
        headers: { ...listZones?.headers, origin, authorization },
      });
      expect(answer.status).toBe(403);
      expect(answer.headers).not.toHaveProperty("access-control-allow-origin");
      await isAlive();
    },
  );

  it.each(["http://localhost:6274", "http://127.0.0.1", "https://[::1]:3000"])(
    "of this machine is let in: %s",
    async (origin) => {
      const answer = await rawRequest(door.port, {
        ...listZones,
        headers: { ...listZones?.headers, origin, authorization },
      });
      expect(answer.status).toBe(200);
    },
  );
});

describe("the bearer", () => {
  it.each<[string, Record<string, string>]>([
    ["none", {}],
    ["another", { authorization: "Bearer test-bearer-0123456788" }],
    ["one that begins alike", { authorization: `${authorization}0` }],
    ["one that ends early", { authorization: authorization.slice(0, -1) }],
    ["an empty one", { authorization: "Bearer " }],
    ["another scheme", { authorization: `Basic ${BEARER}` }],
    ["the bearer without its scheme", { authorization: BEARER }],
    ["the token of the account", { authorization: "Bearer vps_sandbox" }],
  ])("is asked for when there is %s", async (_, headers) => {
    const answer = await rawRequest(door.port, { ...listZones, headers });
    expect(answer.status).toBe(401);
    expect(answer.headers["www-authenticate"]).toMatch(/^Bearer/);
    expect(answer.body).not.toContain(BEARER);
  });

  it("is taken with its scheme in any case (RFC 9110 §11.1)", async () => {
    const headers = { ...listZones?.headers, authorization: `bearer  ${BEARER}` };
    expect((await rawRequest(door.port, { ...listZones, headers })).status).toBe(200);
  });
});

describe("other methods and paths", () => {
  it.each(["GET", "DELETE", "PUT", "PATCH", "OPTIONS", "HEAD"])("%s is not allowed at /mcp", async (method) => {
    for (const headers of [{}, { authorization }]) {
      const answer = await rawRequest(door.port, { method, headers });
      expect(answer.status).toBe(405);
      expect(answer.headers.allow).toBe("POST");
    }
  });

  it.each(["/", "/mcp/", "/MCP", "/healthz/", "//mcp", "/../mcp"])("nothing is at %s", async (path) => {
    expect((await rawRequest(door.port, { path, headers: { authorization } })).status).toBe(404);
  });

  it("/healthz is open to everybody and says nothing", async () => {
    const answer = await rawRequest(door.port, { method: "GET", path: "/healthz", headers: { host: "probe.example" } });
    expect(answer).toMatchObject({ status: 200, body: "" });
    expect((await rawRequest(door.port, { path: "/healthz" })).status).toBe(405);
  });

  it("keeps a connection longer than load balancers keep theirs, ten minutes at most", async () => {
    const { headers } = await rawRequest(door.port, { method: "GET", path: "/healthz" });
    expect(headers["keep-alive"]).toBe("timeout=620");
  });
});
