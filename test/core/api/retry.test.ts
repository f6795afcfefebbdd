// What is tried again, when, and for how long.
import { describe, expect, it } from "vitest";
import type { Api } from "../../../src/core/api/api.ts";
import {
  after,
  endlessDrip,
  html,
  json,
  noContent,
  plain,
  type Reply,
  reset,
  silence,
  truncated,
} from "../../support/hostile-server.ts";
import { BASE, errorOf, HTTP_CLIENTS, useHostileServer } from "./open-api.ts";

const ZONE = { id: "z", domain: "example.com" };
const ADDRESS = { name: "www.example.com", type: "A", value: "192.0.2.1", ttl: 3600 } as const;
const ROW = { uuid: "r", record_type: "A", name: "www", value: "192.0.2.1", ttl: 3600, priority: null };
const ZONES = `GET ${BASE}/dns-zones/`;
const RECORD = `${BASE}/dns-records/r/`;
const DOWN = json(503, { detail: "Down." });

describe.each(HTTP_CLIENTS)("retries, over %s", (_name, http) => {
  const { server, open } = useHostileServer(http);
  const count = () => server().requests.length;

  it.each<[string, Reply]>([
    ["429", json(429, { detail: "Slow down." })],
    ["429 as a web page", html(429)],
    ["500", plain(500, "")],
    ["502 as a web page", html(502)],
    ["503 as a web page", html(503)],
    ["503", DOWN],
    ["504", html(504)],
    ["a reset", reset()],
    ["half an answer", truncated(200, [{ uuid: "z", domain: "example.com" }])],
  ])("a read is tried again after %s, further apart each time, five times at most", async (_kind, reply) => {
    server().on(ZONES, reply);
    const { api, clock } = open();
    await errorOf(api.zones.list());
    expect(count()).toBe(5);
    expect(clock.sleeps).toEqual([250, 500, 1000, 2000]);
  });

  it("jitter takes up to half of the wait away", async () => {
    server().on(ZONES, DOWN);
    const { clock } = open();
    await errorOf(open({ clock: { ...clock, random: () => 0 } }).api.zones.list());
    expect(clock.sleeps).toEqual([125, 250, 500, 1000]);
  });

  it.each([
    ["replace", "PUT", (api: Api) => api.records.replace(ZONE, "r", ADDRESS)],
    ["update", "PATCH", (api: Api) => api.records.update(ZONE, "r", { type: "A", ttl: 3600 })],
  ])("%s is idempotent: a lost answer is asked for again", async (_call, method, call) => {
    server().on(`${method} ${RECORD}`, reset(), truncated(200, ROW), html(502), json(200, ROW));
    expect(await call(open().api)).toMatchObject({ id: "r", value: "192.0.2.1" });
    expect(count()).toBe(4);
  });

  it("a DELETE that finds nothing after a lost answer has done its work", async () => {
    server().on(`DELETE ${RECORD}`, reset(), json(404, { detail: "Not found." }));
    await open().api.records.delete("r");
    expect(count()).toBe(2);
  });

  it.each<[string, Reply]>([
    ["at once", json(404, { detail: "Not found." })],
    ["after it was throttled, which changes nothing", json(429, {})],
  ])("a DELETE that finds nothing %s is an error", async (_when, first) => {
    server().on(`DELETE ${RECORD}`, first, json(404, { detail: "Not found." }));
    expect(await errorOf(open().api.records.delete("r"))).toMatchObject({ code: "record_not_found" });
  });

  it.each([400, 401, 402, 403, 404, 409, 422])("%i is final", async (status) => {
    server().on(ZONES, json(status, {}));
    await errorOf(open().api.zones.list());
    expect(count()).toBe(1);
  });

  it.each([
    ["seconds", "7", 7_000],
    ["a date", "Sun, 01 Nov 2026 00:00:09 GMT", 9_000],
    ["a date that has passed", "Sun, 01 Nov 2020 00:00:00 GMT", 250],
    ["less than the back-off", "0", 250],
    ["something unreadable", "soon", 250],
    ["a negative number", "-5", 250],
  ])("Retry-After as %s is honoured", async (_kind, value, wait) => {
    server().on(ZONES, json(429, {}, { "retry-after": value }), json(200, []));
    const { api, clock } = open();
    await api.zones.list();
    expect(clock.sleeps).toEqual([wait]);
  });

  it("Retry-After with a 503 is honoured too", async () => {
    server().on(ZONES, html(503, { "retry-after": "3" }), json(200, []));
    const { api, clock } = open();
    await api.zones.list();
    expect(clock.sleeps).toEqual([3_000]);
  });

  it("gives up at once when it would have to wait longer than a minute, and says how long", async () => {
    server().on(ZONES, json(429, {}, { "retry-after": "3600" }));
    const { api, clock } = open();
    const error = await errorOf(api.zones.list());
    expect(error).toMatchObject({ code: "rate_limited" });
    expect(error.hint).toContain("3600 seconds");
    expect({ requests: count(), sleeps: clock.sleeps }).toEqual({ requests: 1, sleeps: [] });
  });

  it("waits for no more than a minute in all", async () => {
    server().on(ZONES, json(429, {}, { "retry-after": "25" }));
    const { api, clock } = open();
    await errorOf(api.zones.list());
    expect(clock.sleeps).toEqual([25_000, 25_000]);
  });

  it.each<[string, Reply]>([
    ["a server that never answers", silence],
    ["a body that never ends", endlessDrip],
  ])("%s runs into the time limit, each time anew", async (_kind, reply) => {
    server().on(ZONES, reply, json(200, []));
    expect((await open({ timeoutMs: 60 }).api.zones.list()).items).toEqual([]);
    server().on(ZONES, reply);
    const error = await errorOf(open({ timeoutMs: 20 }).api.zones.list());
    expect(error).toMatchObject({
      code: "timeout",
      message: "The API did not answer the request to list the zones within 0.02 seconds.",
    });
  });

  it("a write whose server is gone after a lost answer has an unknown outcome", async () => {
    let gone: Promise<void> | undefined;
    server().on(
      `PATCH ${RECORD}`,
      after(() => {
        gone = server().close();
      }, reset()),
    );
    const error = await errorOf(open().api.records.update(ZONE, "r", { type: "A", ttl: 60 }));
    await gone;
    expect(error).toMatchObject({ code: "outcome_unknown" });
    expect(error.hint).toContain("Look at what is there now");
  });

  it("a POST that was throttled or never left is sent again without a look", async () => {
    server().on(
      `POST ${BASE}/dns-zones/`,
      json(429, {}),
      html(429, { "retry-after": "1" }),
      json(201, { uuid: "z", domain: "example.com" }),
    );
    expect(await open().api.zones.create("example.com")).toMatchObject({ id: "z" });
    expect(server().requests.map(({ method }) => method)).toEqual(["POST", "POST", "POST"]);
  });

  it("keeps its connections, whatever the answers were", async () => {
    server().on(`DELETE ${RECORD}`, noContent);
    server().on(ZONES, json(404, {}), html(400), json(200, []));
    const { api } = open();
    await api.records.delete("r");
    await errorOf(api.zones.list());
    await errorOf(api.zones.list());
    for (let turn = 0; turn < 7; turn += 1) await api.zones.list();
    expect(count()).toBe(10);
    // One more than needed: a connection is free only a moment after its answer is read.
    expect(server().connections()).toBeLessThanOrEqual(2);
  });
});
