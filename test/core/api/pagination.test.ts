// Lists in both shapes and over any number of pages; what is not whole is told (contract, "A list may be a bare array").
import { describe, expect, it } from "vitest";
import { html, json, plain, type Reply, reset, startHostileServer } from "../../support/hostile-server.ts";
import { BASE, errorOf, HTTP_CLIENTS, useHostileServer } from "./open-api.ts";

const PATH = `${BASE}/dns-zones/`;
const ZONES = `GET ${PATH}`;
const row = (id: number) => ({ uuid: `z${id}`, domain: `zone${id}.example` });
const rows = (...ids: number[]) => ids.map(row);
const NO_PAGE = json(404, { detail: "Invalid page." });

/** Gives pages by `?page=`, the first without. */
function pages(bodies: readonly unknown[]): Reply {
  return (request, response, socket) => {
    const page = Number(new URL(request.path, "http://127.0.0.1").searchParams.get("page") ?? "1");
    const body = bodies[page - 1];
    return (body === undefined ? NO_PAGE : json(200, body))(request, response, socket);
  };
}

describe.each(HTTP_CLIENTS)("lists, over %s", (_name, http) => {
  const { server, open } = useHostileServer(http);
  const list = async () => {
    const { items, total, incomplete } = await open().api.zones.list();
    return { ids: items.map(({ id }) => id).join(" "), total, incomplete };
  };
  const queries = () => server().requests.map(({ path }) => path.slice(PATH.length));

  it.each([
    ["a bare array", rows(1, 2)],
    ["an envelope", { count: 2, next: null, previous: null, results: rows(1, 2) }],
    ["an envelope without next", { count: 2, results: rows(1, 2) }],
    ["an envelope without count", { results: rows(1, 2) }],
    ["a count as text", { count: "2", results: rows(1, 2) }],
    ["a count that is too small", { count: 1, results: rows(1, 2) }],
    ["an empty next", { count: 2, next: "", results: rows(1, 2) }],
    ["members that nobody knows", { count: 2, results: rows(1, 2), page_size: 50, links: {} }],
  ])("%s is whole, in one request", async (_shape, body) => {
    server().on(ZONES, json(200, body));
    expect(await list()).toEqual({ ids: "z1 z2", total: 2, incomplete: false });
    expect(queries()).toEqual([""]);
  });

  it.each([
    ["an empty array", []],
    ["an empty envelope", { count: 0, results: [] }],
  ])("%s is an empty list", async (_shape, body) => {
    server().on(ZONES, json(200, body));
    expect(await list()).toEqual({ ids: "", total: 0, incomplete: false });
    expect(queries()).toEqual([""]);
  });

  it.each([
    ["absolute", (origin: string) => `${origin}${PATH}?page=2`],
    ["relative to the origin", () => `${PATH}?page=2`],
    ["a query alone", () => "?page=2"],
    ["one with a cursor", () => "?cursor=cD0yMDI0&page=2"],
  ])("follows a next link: %s", async (_kind, next) => {
    const link = next(server().origin);
    server().on(
      ZONES,
      pages([
        { count: 3, next: link, results: rows(1, 2) },
        { count: 3, next: null, results: rows(3) },
      ]),
    );
    expect(await list()).toEqual({ ids: "z1 z2 z3", total: 3, incomplete: false });
    expect(queries()).toEqual(["", link.slice(link.indexOf("?"))]);
  });

  it("follows next links without any count", async () => {
    server().on(
      ZONES,
      pages([
        { next: "?page=2", results: rows(1) },
        { next: null, results: rows(2) },
      ]),
    );
    expect(await list()).toEqual({ ids: "z1 z2", total: 2, incomplete: false });
  });

  it("keeps the filters on every further page", async () => {
    const path = `${BASE}/dns-records/`;
    server().on(
      `GET ${path}`,
      pages([
        { count: 2, results: [record(1)] },
        { count: 2, results: [record(2)] },
      ]),
    );
    await open().api.records.list({ zone: { id: "z", domain: "example.com" }, type: "A" });
    expect(server().lines()).toEqual([`GET ${path}?zone=z&record_type=A`, `GET ${path}?zone=z&record_type=A&page=2`]);
  });

  it("asks for page after page by number when more is counted than came", async () => {
    server().on(
      ZONES,
      pages([
        { count: 5, results: rows(1, 2) },
        { count: 5, results: rows(3, 4) },
        { count: 5, results: rows(5) },
      ]),
    );
    expect(await list()).toEqual({ ids: "z1 z2 z3 z4 z5", total: 5, incomplete: false });
    expect(queries()).toEqual(["", "?page=2", "?page=3"]);
  });

  it.each([
    ["answers 404", [{ count: 5, results: rows(1, 2) }], 2],
    [
      "is empty",
      [
        { count: 5, results: rows(1, 2) },
        { count: 5, results: [] },
        { count: 5, results: rows(3) },
      ],
      2,
    ],
    [
      "repeats",
      [
        { count: 5, results: rows(1, 2) },
        { count: 5, results: rows(1, 2) },
      ],
      2,
    ],
    ["is empty from the first", [{ count: 5, results: [] }], 1],
    ["has a next link to itself", [{ count: 5, next: "?page=1", results: rows(1, 2) }, undefined, {}], 2],
  ])("a list whose next page %s is told as incomplete", async (_kind, bodies, requests) => {
    server().on(ZONES, pages(bodies));
    const { total, incomplete } = await list();
    expect({ total, incomplete, requests: server().requests.length }).toEqual({ total: 5, incomplete: true, requests });
  });

  it("logs a list that is not whole", async () => {
    server().on(ZONES, pages([{ count: 5, results: rows(1, 2) }]));
    const { api, logged } = open();
    await api.zones.list();
    expect(logged()).toContain('"level":"warn"');
    expect(logged()).toContain('"counted":5,"given":2');
  });

  it("next links that go round in a circle end, and are told", async () => {
    server().on(
      ZONES,
      pages([
        { next: "?page=2", results: rows(1) },
        { next: "?page=3", results: rows(2) },
        { next: "?page=2", results: rows(3) },
      ]),
    );
    expect(await list()).toEqual({ ids: "z1 z2 z3", total: 3, incomplete: true });
    expect(queries()).toEqual(["", "?page=2", "?page=3"]);
  });

  it("an item that moves to the next page while it is read comes once", async () => {
    server().on(
      ZONES,
      pages([
        { count: 3, results: rows(1, 2) },
        { count: 3, results: rows(2, 3) },
      ]),
    );
    expect(await list()).toEqual({ ids: "z1 z2 z3", total: 3, incomplete: false });
  });

  it.each([
    ["another port", (origin: string) => `${origin}/api/v1/dns-zones/?page=2`],
    ["another host", (origin: string) => `${origin.replace("127.0.0.1", "localhost")}/api/v1/dns-zones/?page=2`],
    ["no scheme", (origin: string) => `${origin.replace("http:", "")}/api/v1/dns-zones/?page=2`],
    ["credentials in it", (origin: string) => origin.replace("//", "//user:pass@")],
    ["a backslash", (origin: string) => `${origin.replace("http://", "\\\\")}/`],
    ["another scheme", () => "ftp://127.0.0.1/"],
    ["no sense", () => "http://[::/"],
  ])(
    "a next link to %s is not followed: the token stays here, and the rest is asked for by number",
    async (_k, next) => {
      const elsewhere = await startHostileServer();
      try {
        server().on(
          ZONES,
          pages([
            { next: next(elsewhere.origin), results: rows(1) },
            { next: null, results: rows(2) },
          ]),
        );
        expect(await list()).toEqual({ ids: "z1 z2", total: 2, incomplete: false });
        expect(elsewhere.connections()).toBe(0);
        expect(queries()).toEqual(["", "?page=2"]);
      } finally {
        await elsewhere.close();
      }
    },
  );

  it("a next link to its own origin with credentials in it is not followed", async () => {
    const link = `${server().origin.replace("//", "//user:pass@")}${PATH}?cursor=2`;
    server().on(
      ZONES,
      pages([
        { next: link, results: rows(1) },
        { next: null, results: rows(2) },
      ]),
    );
    expect(await list()).toEqual({ ids: "z1 z2", total: 2, incomplete: false });
    expect(queries()).toEqual(["", "?page=2"]);
  });

  it("a foreign next link with nothing by number is told as incomplete", async () => {
    server().on(ZONES, json(200, { next: "https://api.example.net/?page=2", results: rows(1) }));
    expect(await list()).toEqual({ ids: "z1", total: 1, incomplete: true });
  });

  it("http: links of a server behind a TLS proxy lead nowhere and cost nothing", async () => {
    const tls = server().origin.replace("http:", "https:");
    server().on(
      ZONES,
      pages([
        { count: 2, next: `${tls}${PATH}?page=2`, results: rows(1) },
        { count: 2, results: rows(2) },
      ]),
    );
    expect(await list()).toEqual({ ids: "z1 z2", total: 2, incomplete: false });
  });

  it("a page that is lost is read again, not left out", async () => {
    server().on(
      ZONES,
      json(200, { count: 2, results: rows(1) }),
      reset(),
      html(502),
      json(200, { count: 2, results: rows(2) }),
    );
    expect(await list()).toEqual({ ids: "z1 z2", total: 2, incomplete: false });
  });

  it.each<[string, Reply, string]>([
    ["fails", json(403, {}), "permission_denied"],
    ["is a web page", html(200), "unexpected_response"],
    ["is no list", json(200, { detail: "Later." }), "unexpected_response"],
    ["holds a row that is none", json(200, [{ uuid: "z9" }]), "unexpected_response"],
    ["is empty of all", plain(200, ""), "unexpected_response"],
  ])("a further page that %s fails the list: half a list is never passed off as whole", async (_kind, second, code) => {
    server().on(ZONES, json(200, { count: 4, results: rows(1, 2) }), second);
    expect(await errorOf(open().api.zones.list())).toMatchObject({ code });
  });

  it("a domain filter that the server does not know is applied here", async () => {
    server().on(ZONES, json(200, rows(1, 2, 3)));
    const { items, total, incomplete } = await open().api.zones.list({ domain: "Zone2.Example." });
    expect({ ids: items.map(({ id }) => id), total, incomplete }).toEqual({ ids: ["z2"], total: 1, incomplete: false });
    expect(queries()).toEqual(["?domain=zone2.example"]);
  });
});

function record(id: number) {
  return { uuid: `r${id}`, record_type: "A", name: `www${id}`, value: "192.0.2.1", ttl: 300 };
}
