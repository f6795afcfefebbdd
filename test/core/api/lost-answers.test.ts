// A POST whose answer was lost: what it was to make is looked for before anything is sent again
// (contract, "POST is not idempotent").
import { describe, expect, it } from "vitest";
import type { Api } from "../../../src/core/api/api.ts";
import {
  after,
  html,
  json,
  octets,
  plain,
  type Reply,
  reset,
  type SeenRequest,
  silence,
  truncated,
} from "../../support/hostile-server.ts";
import { BASE, errorOf, HTTP_CLIENTS, useHostileServer } from "./open-api.ts";

const ZONE = { id: "z", domain: "example.com" };
const TEXT = { name: "_x.example.com", type: "TXT", value: "v=1; plain text", ttl: 300 } as const;
const ORDER = { domain: "example.com", years: 1, autoRenew: true, privacyProtection: true };

/** For answers that come; for those that never do, still long enough for a look-up on a busy machine. */
const PATIENT_MS = 30_000;
const IMPATIENT_MS = 1_000;

/** Something that a POST makes, and the list in which it is looked for. */
interface Made {
  readonly kind: string;
  readonly make: (api: Api) => Promise<{ readonly id: string }>;
  readonly path: string;
  readonly list: string;
  /** The row that the server makes of it. */
  readonly row: Readonly<Record<string, unknown>>;
  /** Rows that are alike and not it. */
  readonly others: readonly unknown[];
  readonly exists: string;
}

const MADE: readonly Made[] = [
  {
    kind: "zones.create",
    make: (api) => api.zones.create("example.com"),
    path: `${BASE}/dns-zones/`,
    list: `${BASE}/dns-zones/?domain=example.com`,
    row: { uuid: "made", domain: "Example.COM." },
    others: [{ uuid: "other", domain: "sub.example.com" }],
    exists: "zone_exists",
  },
  {
    kind: "records.create",
    make: (api) => api.records.create(ZONE, TEXT),
    path: `${BASE}/dns-zones/z/records/`,
    list: `${BASE}/dns-zones/z/records/`,
    // By DNS meaning: another case, absolute, quoted and cut, another TTL.
    row: { uuid: "made", record_type: "txt", name: "_X.example.com.", value: '"v=1; " "plain text"', ttl: 60 },
    others: [
      { uuid: "r1", record_type: "TXT", name: "_x", value: "v=2; plain text", ttl: 300 },
      { uuid: "r2", record_type: "TXT", name: "x", value: "v=1; plain text", ttl: 300 },
      { uuid: "r3", record_type: "SOA", name: "@", value: "ns1 admin 1 2 3 4 5", ttl: 300 },
    ],
    exists: "record_exists",
  },
  {
    kind: "domains.register",
    make: (api) => api.domains.register(ORDER),
    path: `${BASE}/domains/`,
    list: `${BASE}/domains/?search=example.com`,
    row: { id: 103, domain_name: "example.com", status: "pending" },
    others: [{ id: 7, domain_name: "my-example.com" }],
    exists: "domain_exists",
  },
];

const LOSSES: readonly (readonly [string, (commit: (request: SeenRequest) => void) => Reply])[] = [
  ["a reset", (commit) => reset(commit)],
  ["a connection that is closed", (commit) => after(commit, octets(""))],
  ["half an answer", (commit) => after(commit, truncated(201, { uuid: "made", domain: "example.com" }))],
  ["an answer that is not JSON", (commit) => after(commit, plain(201, "{"))],
  ["an answer without a body", (commit) => after(commit, plain(201, ""))],
  ["an answer of another shape", (commit) => after(commit, json(201, { ok: true }))],
  ["a web page with 200", (commit) => after(commit, html(200))],
  ["500", (commit) => after(commit, json(500, {}))],
  ["502 as a web page", (commit) => after(commit, html(502))],
  ["503 as a web page", (commit) => after(commit, html(503))],
  ["504 as a web page", (commit) => after(commit, html(504))],
  ["silence", (commit) => after(commit, silence)],
];

describe.each(HTTP_CLIENTS)("lost answers, over %s", (_name, http) => {
  const { server, open } = useHostileServer(http);
  const methods = () => server().requests.map(({ method }) => method);

  describe.each(MADE)("$kind", ({ make, path, list, row, others, exists }) => {
    const rows: unknown[] = [];
    const commit = () => rows.push(row);
    const rowList: Reply = (request, response, socket) => json(200, [...others, ...rows])(request, response, socket);
    const start = (replies: readonly Reply[], timeoutMs = PATIENT_MS) => {
      rows.length = 0;
      server().on(`POST ${path}`, ...replies);
      server().on(`GET ${path}`, rowList);
      return open({ timeoutMs });
    };

    it.each(LOSSES)("finds what was made before the answer was lost to %s", async (kind, loss) => {
      const { api } = start([loss(commit)], kind === "silence" ? IMPATIENT_MS : PATIENT_MS);
      expect(await make(api)).toMatchObject({ id: String(row["uuid"] ?? row["id"]) });
      expect(server().lines()).toEqual([`POST ${path}`, `GET ${list}`]);
    });

    it.each<[string, Reply]>([
      ["a reset", reset()],
      ["half an answer", truncated(500, {})],
      ["503 as a web page", html(503)],
    ])("sends it again when nothing was made before %s", async (_kind, loss) => {
      const { api } = start([loss, after(commit, json(201, row))]);
      expect(await make(api)).toMatchObject({ id: String(row["uuid"] ?? row["id"]) });
      expect(methods()).toEqual(["POST", "GET", "POST"]);
      expect(
        new Set(
          server()
            .requests.filter(({ method }) => method === "POST")
            .map(({ body }) => body),
        ).size,
      ).toBe(1);
    });

    it("waits a moment before it looks", async () => {
      const { api, clock } = start([reset(commit)]);
      await make(api);
      expect(clock.sleeps).toEqual([500]);
    });

    it("takes 'it exists' after a lost answer for what was made meanwhile", async () => {
      const { api } = start([reset(), after(commit, json(400, { detail: "It already exists." }))]);
      expect(await make(api)).toMatchObject({ id: String(row["uuid"] ?? row["id"]) });
      expect(methods()).toEqual(["POST", "GET", "POST", "GET"]);
    });

    it("'it exists' after a lost answer with nothing to be found is a refusal", async () => {
      const { api } = start([reset(), json(400, { detail: "It already exists." })]);
      expect(await errorOf(make(api))).toMatchObject({ code: exists });
    });

    it("gives up after three times, having looked each time", async () => {
      const { api } = start([reset()]);
      expect(await errorOf(make(api))).toMatchObject({ code: "unreachable" });
      expect(methods()).toEqual(["POST", "GET", "POST", "GET", "POST", "GET"]);
    });

    it("a refusal is not looked into", async () => {
      const { api } = start([json(400, { detail: "Bad name." })]);
      expect(await errorOf(make(api))).toMatchObject({ code: "rejected" });
      expect(methods()).toEqual(["POST"]);
    });

    it.each<[string, Reply]>([
      ["is refused", json(403, {})],
      ["is a web page", html(200)],
      ["comes back short", json(200, { count: 99, results: [] })],
      ["is cut each time", reset()],
    ])("a look-up that %s leaves the outcome unknown, and nothing is sent twice", async (_kind, reply) => {
      server().on(`POST ${path}`, reset());
      server().on(`GET ${path}`, reply);
      const error = await errorOf(make(open().api));
      expect(error).toMatchObject({ code: "outcome_unknown" });
      expect(error.hint).toMatch(/^Do not repeat it before you have looked; list_\w+ shows /);
      expect(methods().filter((method) => method === "POST")).toHaveLength(1);
    });

    it("an accepted request whose answer is unreadable and that made nothing is not sent again", async () => {
      const { api } = start([plain(201, "")]);
      expect(await errorOf(make(api))).toMatchObject({ code: "outcome_unknown" });
      expect(methods()).toEqual(["POST", "GET"]);
    });

    it("stopped before an answer came: nothing more is sent, and it is told", async () => {
      const stop: Reply = (request, response, socket) => {
        opened.abort();
        return silence(request, response, socket);
      };
      const opened = start([stop]);
      const error = await errorOf(make(opened.api));
      expect(error).toMatchObject({ code: "cancelled" });
      expect(error.hint).toContain("may have been carried out");
      expect(methods()).toEqual(["POST"]);
    });

    it("stopped while it looks: the outcome is unknown", async () => {
      const opened = start([reset()]);
      server().on(`GET ${path}`, (request, response, socket) => {
        opened.abort();
        return silence(request, response, socket);
      });
      expect(await errorOf(make(opened.api))).toMatchObject({ code: "outcome_unknown" });
    });
  });

  it.each<[string, Reply]>([
    ["silence", silence],
    ["504", html(504)],
  ])("a purchase is not sent again after %s, while the first may still be at work", async (_kind, reply) => {
    server().on(`POST ${BASE}/domains/`, reply);
    server().on(`GET ${BASE}/domains/`, json(200, { count: 0, results: [] }));
    const error = await errorOf(open({ timeoutMs: IMPATIENT_MS }).api.domains.register(ORDER));
    expect(error).toMatchObject({ code: "outcome_unknown" });
    expect(methods()).toEqual(["POST", "GET"]);
  });

  it.each(LOSSES)("a transfer is never sent twice: after %s its outcome is unknown", async (kind, loss) => {
    server().on(
      `POST ${BASE}/domains/101/transfer/`,
      loss(() => undefined),
    );
    const outcome = open({ timeoutMs: kind === "silence" ? IMPATIENT_MS : PATIENT_MS }).api.domains.transfer("101", {
      authCode: "secret-code",
      autoRenew: true,
    });
    // An answer that is a success in JSON and lacks what the page shows is a transfer all the same.
    if (kind === "an answer of another shape")
      await expect(outcome).resolves.toMatchObject({ id: "101", nextSteps: [] });
    else expect(await errorOf(outcome)).toMatchObject({ code: "outcome_unknown" });
    expect(methods()).toEqual(["POST"]);
  });

  it("a transfer that was throttled is sent when there is room", async () => {
    server().on(`POST ${BASE}/domains/101/transfer/`, json(429, {}), json(200, { transfer_status: "pending" }));
    const order = { authCode: "secret-code", autoRenew: false };
    expect(await open().api.domains.transfer("101", order)).toMatchObject({ id: "101", status: "pending" });
  });

  it("of two identical records, the one with the TTL that was sent is taken", async () => {
    const row = { record_type: "TXT", name: "_x", value: "v=1; plain text" };
    server().on(`POST ${BASE}/dns-zones/z/records/`, reset());
    server().on(
      `GET ${BASE}/dns-zones/z/records/`,
      json(200, [
        { ...row, uuid: "a", ttl: 60 },
        { ...row, uuid: "b", ttl: 300 },
      ]),
    );
    expect(await open().api.records.create(ZONE, TEXT)).toMatchObject({ id: "b" });
  });
});
