// Whose "not found" makes a domain free: its registry's own server by IANA's list (RFC 9224), and nobody else's.
import { describe, expect, it, onTestFinished } from "vitest";
import type { HttpRequest } from "../../../src/core/api/http.ts";
import { nodeClient } from "../../../src/core/api/node-client.ts";
import { createRdap } from "../../../src/core/rdap/rdap-client.ts";
import { systemClock } from "../../../src/platform/system-clock.ts";
import { html, json, plain, type Reply, reset, startHostileServer } from "../../support/hostile-server.ts";

const NOT_FOUND = json(404, { errorCode: 404 });
const NOT_KNOWN = "which RDAP server is its registry's own could not be found out";
const NOT_OWN = "a server does not know it that is not its registry's own";
const NOT_LISTED = "no RDAP server is known for its top-level domain";

/** The world's RDAP servers as one process here: `https://HOST/PATH` is asked as `/HOST/PATH`. */
async function startWorld(list: Reply, pages: Readonly<Record<string, Reply>> = {}) {
  const server = await startHostileServer();
  onTestFinished(() => server.close());
  server.on("GET /data.iana.org/rdap/dns.json", list);
  for (const [page, reply] of Object.entries(pages)) server.on(`GET /${page}`, reply);
  const client = nodeClient();
  const http = {
    ...client,
    send: (ask: HttpRequest) => client.send({ ...ask, url: ask.url.replace("https://", `${server.origin}/`) }),
  };
  return {
    lookUp: (baseUrl: string, domain: string) =>
      createRdap({ http, baseUrl, clock: systemClock, log: () => {} }).lookUp(domain, new AbortController().signal),
    http,
    lines: server.lines,
  };
}

/** In several pieces, with what a client must pass over (RFC 9224 §3). */
const LIST = json(200, {
  version: "1.0",
  publication: "2026-11-21T00:00:00Z",
  extra: true,
  services: [
    [["net", "DEV"], ["https://registry.example/dev", "http://registry.example/dev/"], "more"],
    [["uk"], ["https://uk.example/"]],
    [["co.uk"], ["https://co-uk.example/", "no URL"]],
  ],
});

const redirect = (to: string) => json(302, {}, { location: to });

describe("a 404 of an RDAP server", () => {
  it.each([
    ["the registry's own", "https://registry.example/dev", "free.dev", {}],
    ["its own by the longest match (RFC 9224 §4)", "https://co-uk.example", "free.co.uk", {}],
    [
      "its own, where a redirector sends us",
      "https://redirector.example",
      "free.dev",
      { "redirector.example/domain/free.dev": redirect("https://registry.example/dev/domain/free.dev") },
    ],
    [
      "one where the registry's own sends us (RFC 7480 §5.2)",
      "https://registry.example/dev",
      "free.dev",
      { "registry.example/dev/domain/free.dev": redirect("https://elsewhere.example/domain/free.dev") },
    ],
  ])("makes a domain free: %s", async (_, base, domain, pages) => {
    const world = await startWorld(LIST, pages);
    expect(await world.lookUp(base, domain)).toEqual({ kind: "not_found" });
  });

  it.each([
    ["a redirector that knows nobody", "https://redirector.example", "free.dev", {}, NOT_OWN],
    ["rdap.org itself", "https://rdap.org", "free.dev", {}, NOT_OWN],
    [
      "where a redirector sends what it does not know",
      "https://redirector.example",
      "free.dev",
      { "redirector.example/domain/free.dev": redirect("https://fallback.example/domain/free.dev") },
      NOT_OWN,
    ],
    ["another registry's", "https://uk.example", "free.dev", {}, NOT_OWN],
    ["the same host's for another top-level domain", "https://registry.example/devious", "free.dev", {}, NOT_OWN],
    ["the registry's above", "https://uk.example", "free.co.uk", {}, NOT_OWN],
    ["anybody's, for a top-level domain without a server", "https://registry.example/dev", "free.io", {}, NOT_LISTED],
  ])("leaves it unknown: %s", async (_, base, domain, pages, reason) => {
    const world = await startWorld(LIST, pages);
    expect(await world.lookUp(base, domain)).toEqual({ kind: "unknown", reason });
  });

  it.each([
    ["is not there", plain(404, "")],
    ["is a page", html(200)],
    ["is something else", json(200, { services: [["dev", "https://registry.example/dev"]] })],
    ["breaks off", reset()],
  ])("leaves it unknown where the list of registries %s", async (_, list) => {
    const world = await startWorld(list);
    expect(await world.lookUp("https://registry.example/dev", "free.dev")).toEqual({
      kind: "unknown",
      reason: NOT_KNOWN,
    });
  });

  it("is judged by one list for a day", async () => {
    const world = await startWorld(LIST);
    let now = 0;
    const clock = { now: () => now };
    const rdap = createRdap({ http: world.http, baseUrl: "https://registry.example/dev", clock, log: () => {} });
    const fetches = () => world.lines().filter((line) => line.endsWith("/dns.json")).length;
    const { signal } = new AbortController();
    for (const hours of [0, 1, 23]) {
      now = hours * 3_600_000;
      expect(await rdap.lookUp("free.dev", signal)).toEqual({ kind: "not_found" });
    }
    expect(fetches()).toBe(1);
    now = 24 * 3_600_000;
    await rdap.lookUp("free.dev", signal);
    expect(fetches()).toBe(2);
  });

  it("is not needed for a registration: the list is not asked for", async () => {
    const world = await startWorld(NOT_FOUND, {
      "registry.example/dev/domain/taken.dev": json(200, { objectClassName: "domain", ldhName: "taken.dev" }),
    });
    expect(await world.lookUp("https://registry.example/dev", "taken.dev")).toEqual({ kind: "registered" });
    expect(world.lines()).toHaveLength(1);
  });
});
