// check_domain against RDAP servers that answer every way a server can, over real HTTP.
import { describe, expect, it, onTestFinished } from "vitest";
import { nodeClient } from "../../../src/core/api/node-client.ts";
import { createRdap } from "../../../src/core/rdap/rdap-client.ts";
import { parseRdapUrl, redirectTarget } from "../../../src/core/rdap/rdap-url.ts";
import {
  endlessDrip,
  html,
  huge,
  json,
  plain,
  type Reply,
  reset,
  silence,
  startHostileServer,
  truncated,
} from "../../support/hostile-server.ts";
import { systemClock } from "../../../src/platform/system-clock.ts";
import { refusal } from "../../support/refusal.ts";
import { startSession } from "../../support/session.ts";

const REGISTERED = {
  objectClassName: "domain",
  ldhName: "FREE.DEV",
  entities: [
    { roles: ["technical"], vcardArray: ["vcard", [["fn", {}, "text", "Somebody"]]] },
    {
      roles: ["registrar"],
      vcardArray: [
        "vcard",
        [
          ["version", {}, "text", "4.0"],
          ["fn", {}, "text", "Example\u202e Registrar\n"],
        ],
      ],
    },
  ],
  events: [
    { eventAction: "registration", eventDate: "2020-01-02T03:04:05Z" },
    { eventAction: "expiration", eventDate: "2031-01-02T03:04:05Z" },
  ],
};

/** IANA's list as RFC 9224 §3 has it. */
function registriesAt(servers: Readonly<Record<string, string>>): Reply {
  return json(200, { version: "1.0", services: Object.entries(servers).map(([tld, base]) => [[tld], [base]]) });
}

async function startRdap(...replies: Reply[]) {
  const server = await startHostileServer();
  onTestFinished(() => server.close());
  server.on("GET /domain/free.dev", ...replies);
  server.on("GET /dns.json", registriesAt({ dev: `${server.origin}/` }));
  return server;
}

/** What check_domain says of free.dev where the RDAP server answers like this. */
async function checked(...replies: Reply[]) {
  const server = await startRdap(...replies);
  await using test = await startSession({ rdapUrl: server.origin });
  const { output, text } = await test.run("check_domain", { domain: "free.dev" });
  return { output, text, server };
}

describe("check_domain", () => {
  it("says that a name nobody holds is free, and what it costs", async () => {
    await using test = await startSession();
    const { output, text } = await test.run("check_domain", { domain: "new-project.dev" });
    expect(output).toEqual({
      domain: "new-project.dev",
      availability: "available",
      owned: false,
      price_estimate: { register: 14.99, renew: 14.99, transfer: 14.99, currency: "USD" },
    });
    expect(text).toBe("new-project.dev: available.\nPrice by the list: 14.99 USD a year.");
  });

  it("knows the account's own, with one request to the API", async () => {
    await using test = await startSession();
    const { output, text } = await test.run("check_domain", { domain: "Example.COM." });
    expect(output).toMatchObject({
      domain: "example.com",
      availability: "registered",
      owned: true,
      registrar: "VPS.org",
    });
    expect(text).toMatch(/^example\.com: registered, in this account\.\nRegistrar: VPS\.org\nExpires: DAY\n/);
    expect(test.requests()).toEqual(["GET /domains/?search=example.com"]);
  });

  it("gives registrar and expiry of somebody else's, the registrar's name as harmless text", async () => {
    const { output } = await checked(json(200, REGISTERED));
    expect(output).toMatchObject({
      availability: "registered",
      owned: false,
      registrar: "Example Registrar",
      expires_at: "2031-01-02T03:04:05.000Z",
    });
  });

  it("takes a registration without registrar, events or name for one all the same", async () => {
    const { output } = await checked(
      json(200, { objectClassName: "domain", entities: "odd", events: [{ eventAction: "expiration" }] }),
    );
    expect(output).toMatchObject({ availability: "registered", owned: false });
    expect(output).not.toHaveProperty("expires_at");
  });

  it("asks for the A-label of an international name", async () => {
    const server = await startRdap();
    await using test = await startSession({ rdapUrl: server.origin });
    const { output } = await test.run("check_domain", { domain: "bücher.dev" });
    expect(output).toMatchObject({ domain: "xn--bcher-kva.dev", availability: "available" });
    expect(server.lines()).toEqual(["GET /domain/xn--bcher-kva.dev", "GET /dns.json"]);
  });

  it("never sends a token or a cookie, redirects included", async () => {
    const { server, output } = await checked(
      json(302, {}, { location: "/registry/domain/free.dev", "set-cookie": "a=b" }),
    );
    expect(output).toMatchObject({ availability: "available" });
    expect(server.lines()).toEqual(["GET /domain/free.dev", "GET /registry/domain/free.dev", "GET /dns.json"]);
    const names = server.requests.flatMap(({ headers }) => Object.keys(headers));
    expect(names.filter((name) => /auth|cookie/i.test(name))).toEqual([]);
  });

  it.each([
    ["too many questions", json(429, {}, { "retry-after": "60" }), "takes no more questions"],
    ["a server error", html(503), "answered 503"],
    ["a name it refuses", json(400, {}), "answered 400"],
    ["a page that is not there", html(404), "no RDAP server answers there"],
    ["a page that is there", html(200), "something else than a registration"],
    [
      "another domain's registration",
      json(200, { ...REGISTERED, ldhName: "other.dev" }),
      "something else than a registration",
    ],
    ["half an answer", truncated(200, REGISTERED), "could not be reached"],
    ["a cut connection", reset(), "could not be reached"],
    ["a body without end", huge(64 * 1024 * 1024, { announced: false }).reply, "something else than a registration"],
    [
      "a redirect to plain http",
      json(302, {}, { location: "http://rdap.example.net/domain/free.dev" }),
      "https alone is followed",
    ],
    ["a redirect to a file", json(302, {}, { location: "file:///etc/passwd" }), "https alone is followed"],
    ["a redirect to nowhere", json(302, {}), "https alone is followed"],
    ["redirects in a circle", json(302, {}, { location: "/domain/free.dev" }), "redirect more than 5 times"],
  ])("takes %s for unknown, never for free", async (_, reply, reason) => {
    const { output, text } = await checked(reply);
    expect(output).toMatchObject({ availability: "unknown", owned: false });
    expect(output["reason"]).toContain(reason);
    expect(text).toContain("free.dev: unknown (");
  });

  it("takes an empty 404 for free (RFC 7480 §5.3)", async () => {
    expect((await checked(plain(404, ""))).output).toMatchObject({ availability: "available" });
  });

  it("knows nothing of a top-level domain whose registry nobody knows, the sandbox's included", async () => {
    await using test = await startSession();
    const { output } = await test.run("check_domain", { domain: "free.unheard-of" });
    expect(output).toMatchObject({
      availability: "unknown",
      reason: "no RDAP server is known for its top-level domain",
    });
  });

  it("does not sell a name below one that is registered", async () => {
    await using test = await startSession();
    const { output } = await test.run("check_domain", { domain: "www.github.com" });
    expect(output).toMatchObject({
      availability: "unknown",
      reason: "it lies below github.com, which is registered: its holder decides",
    });
    expect(output).not.toHaveProperty("price_estimate");
  });

  it("trusts the account where the registry has not heard of it yet", async () => {
    const server = await startRdap();
    await using test = await startSession({ rdapUrl: server.origin });
    const { output } = await test.run("check_domain", { domain: "example.com" });
    expect(output).toMatchObject({ availability: "registered", owned: true });
  });

  it("stays within the allow-list, asking nobody", async () => {
    const server = await startRdap();
    await using test = await startSession({ rdapUrl: server.origin, zones: ["example.com"] });
    expect(await test.refuse("check_domain", { domain: "free.dev" })).toMatchObject({ code: "zone_not_allowed" });
    expect([...server.lines(), ...test.requests()]).toEqual([]);
  });

  it("ends with the call that it belongs to", async () => {
    const server = await startRdap(silence);
    await using test = await startSession({ rdapUrl: server.origin });
    const cancel = new AbortController();
    const refused = test.refuse("check_domain", { domain: "free.dev" }, { signal: cancel.signal });
    setTimeout(() => cancel.abort(), 50);
    expect(await refused).toMatchObject({ code: "cancelled" });
  });
});

describe("an RDAP look-up", () => {
  it.each([
    ["silence", silence],
    ["a drip", endlessDrip],
  ])("gives up after its time limit on %s", async (_, reply) => {
    const server = await startRdap(reply);
    const options = { http: nodeClient(), baseUrl: server.origin, clock: systemClock, log: () => {} };
    const rdap = createRdap({ ...options, timeoutMs: 200 });
    expect(await rdap.lookUp("free.dev", new AbortController().signal)).toEqual({
      kind: "unknown",
      reason: "no answer came within 0.2 seconds",
    });
  });
});

describe("--rdap-url", () => {
  it.each(["https://rdap.example.net/", "http://127.0.0.1:8080/rdap", "http://localhost"])("takes %s", (url) => {
    expect(parseRdapUrl(` ${url} `)).toBe(url.replace(/\/$/, ""));
  });

  it.each(["http://rdap.example.net", "https://u:p@rdap.example.net", "https://a.example/?q", "ftp://a.example", "x"])(
    "refuses %s",
    (url) => {
      expect(refusal(() => parseRdapUrl(url))).toMatchObject({ code: "invalid_input", field: "rdap-url" });
    },
  );

  it("lets nobody outside send us to a server on this machine", () => {
    expect(redirectTarget(new URL("https://rdap.org/domain/a.dev"), "http://127.0.0.1/x")).toBeUndefined();
    expect(redirectTarget(new URL("http://127.0.0.1/domain/a.dev"), "http://127.0.0.1/x")?.href).toBe(
      "http://127.0.0.1/x",
    );
  });
});
