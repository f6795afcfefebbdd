// Stopping a call stops whatever is under way, and says whether a write may have been carried out.
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { json, type Reply, silence } from "../../support/hostile-server.ts";
import { BASE, errorOf, HTTP_CLIENTS, testClock, useHostileServer } from "./open-api.ts";

const ZONES = `GET ${BASE}/dns-zones/`;
const RECORD = `${BASE}/dns-records/r/`;

describe.each(HTTP_CLIENTS)("cancellation, over %s", (_name, http) => {
  const { server, open } = useHostileServer(http);

  it("before anything is sent sends nothing", async () => {
    const opened = open();
    opened.abort();
    expect(await errorOf(opened.api.zones.list())).toMatchObject({ code: "cancelled", hint: undefined });
    expect(server().requests).toEqual([]);
  });

  it("of a read under way closes its connection", async () => {
    const opened = open();
    const { promise, reply } = silenceThatNoticesClosing();
    server().on(ZONES, (request, response, socket) => {
      opened.abort();
      return reply(request, response, socket);
    });
    expect(await errorOf(opened.api.zones.list())).toMatchObject({ code: "cancelled", hint: undefined });
    await promise();
    expect(server().requests).toHaveLength(1);
  });

  it("in the middle of a body", async () => {
    const opened = open();
    server().on(ZONES, (_request, response) => {
      response.writeHead(200).write("[");
      setImmediate(opened.abort);
    });
    expect(await errorOf(opened.api.zones.list())).toMatchObject({ code: "cancelled" });
  });

  it.each(["PUT", "PATCH", "DELETE"])("of a %s under way says that it may have been carried out", async (method) => {
    const opened = open();
    server().on(`${method} ${RECORD}`, (request, response, socket) => {
      opened.abort();
      return silence(request, response, socket);
    });
    const zone = { id: "z", domain: "example.com" };
    const call = {
      PUT: () => opened.api.records.replace(zone, "r", { type: "A", name: "example.com", value: "192.0.2.1", ttl: 60 }),
      PATCH: () => opened.api.records.update(zone, "r", { type: "A", ttl: 60 }),
      DELETE: () => opened.api.records.delete("r"),
    }[method];
    const error = await errorOf(call?.() ?? Promise.resolve());
    expect(error).toMatchObject({ code: "cancelled" });
    expect(error.hint).toContain("may have been carried out");
    expect(server().requests).toHaveLength(1);
  });

  it("while waiting to try again", async () => {
    server().on(ZONES, json(429, {}));
    const clock = testClock();
    const stop = new AbortController();
    const sleep = (ms: number, signal?: AbortSignal) => {
      stop.abort();
      return clock.sleep(ms, signal);
    };
    const { client } = open({ clock: { ...clock, sleep } });
    expect(await errorOf(client.bind(stop.signal).zones.list())).toMatchObject({ code: "cancelled" });
    expect(server().requests).toHaveLength(1);
  });

  it("while waiting for room: only that call ends", async () => {
    const stop = new AbortController();
    const { client } = open({ concurrency: 1 });
    server().on(ZONES, (request, response, socket) => {
      stop.abort();
      return json(200, [])(request, response, socket);
    });
    const first = client.bind(new AbortController().signal).zones.list();
    const second = errorOf(client.bind(stop.signal).zones.list());
    expect((await first).items).toEqual([]);
    expect(await second).toMatchObject({ code: "cancelled" });
    expect(server().requests).toHaveLength(1);
  });

  it("between two pages", async () => {
    const opened = open();
    server().on(ZONES, (request, response, socket) => {
      response.on("finish", opened.abort);
      return json(200, { count: 9, next: "?page=2", results: [{ uuid: "z", domain: "a.example" }] })(
        request,
        response,
        socket,
      );
    });
    expect(await errorOf(opened.api.zones.list())).toMatchObject({ code: "cancelled" });
  });
});

function silenceThatNoticesClosing() {
  let closed: Promise<unknown> = Promise.reject(new Error("No request came."));
  closed.catch(() => undefined);
  const reply: Reply = (_request, _response, socket) => {
    closed = once(socket, "close");
  };
  return { promise: () => closed, reply };
}
