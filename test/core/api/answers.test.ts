// One request, and every answer a server or a proxy may give to it.
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import type { Api } from "../../../src/core/api/api.ts";
import { ApiError, ERROR_CODES } from "../../../src/core/errors.ts";
import {
  huge,
  html,
  json,
  octets,
  plain,
  type Reply,
  reset,
  startHostileServer,
  truncated,
} from "../../support/hostile-server.ts";
import { BASE, errorOf, HTTP_CLIENTS, TOKEN, useHostileServer } from "./open-api.ts";

const ZONE = { id: "z", domain: "example.com" };
const ADDRESS = { name: "www.example.com", type: "A", value: "192.0.2.1", ttl: 3600 } as const;
const ORDER = { domain: "example.com", years: 1, autoRenew: true, privacyProtection: true };
const TRANSFER = { authCode: "secret-code", autoRenew: true };
const JSON_TYPE = { "content-type": "application/json" };
const MEGABYTE = 1024 * 1024;
const ZONES = `GET ${BASE}/dns-zones/`;
const ME = `GET ${BASE}/account/me/`;

describe.each(HTTP_CLIENTS)("answers, over %s", (_name, http) => {
  const { server, open } = useHostileServer(http);

  it.each([
    [401, "unauthorized", "The API does not accept the token (401)."],
    [402, "payment_required", "The account balance is too low to list the zones (402)."],
    [403, "permission_denied", "The token lacks the permission dns:list, needed to list the zones (403)."],
    [404, "not_found", "This API has no such page, so it could not list the zones (404)."],
    [400, "rejected", "The API would not list the zones (400)."],
    [405, "rejected", "The API would not list the zones (405)."],
    [409, "conflict", "The API would not list the zones (409)."],
    [418, "rejected", "The API would not list the zones (418)."],
    [422, "rejected", "The API would not list the zones (422)."],
    [429, "rate_limited", "The API takes no more requests for now, so it would not list the zones (429)."],
    [500, "unavailable", "The API is not available, so it could not list the zones (500)."],
    [503, "unavailable", "The API is not available, so it could not list the zones (503)."],
  ])("%i is %s, in our words, with status and request id", async (status, code, message) => {
    server().on(ZONES, json(status, {}, { "x-request-id": "req-7" }));
    const error = await errorOf(open().api.zones.list());
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ code, message, status, requestId: "req-7" });
  });

  it.each([
    ["zones.get", (api: Api) => api.zones.get("z"), "zone_not_found"],
    ["zones.delete", (api: Api) => api.zones.delete("z"), "zone_not_found"],
    ["records.listInZone", (api: Api) => api.records.listInZone(ZONE), "zone_not_found"],
    ["records.create", (api: Api) => api.records.create(ZONE, ADDRESS), "zone_not_found"],
    ["records.get", (api: Api) => api.records.get("r", []), "record_not_found"],
    ["records.update", (api: Api) => api.records.update(ZONE, "r", { type: "A", ttl: 60 }), "record_not_found"],
    ["records.replace", (api: Api) => api.records.replace(ZONE, "r", ADDRESS), "record_not_found"],
    ["records.delete", (api: Api) => api.records.delete("r"), "record_not_found"],
    ["domains.get", (api: Api) => api.domains.get("1"), "domain_not_found"],
    ["domains.update", (api: Api) => api.domains.update("1", { locked: true }), "domain_not_found"],
    ["domains.remove", (api: Api) => api.domains.remove("1"), "domain_not_found"],
    ["domains.transfer", (api: Api) => api.domains.transfer("1", TRANSFER), "domain_not_found"],
  ])("404 to %s names what is not there", async (_call, call, code) => {
    const error = await errorOf(call(open().api));
    expect(error).toMatchObject({ code, status: 404 });
    expect(error.hint).toMatch(/^List the /);
  });

  it.each([
    ["zones.create", (api: Api) => api.zones.create("example.com"), "dns:create"],
    ["zones.delete", (api: Api) => api.zones.delete("z"), "dns:delete"],
    ["records.create", (api: Api) => api.records.create(ZONE, ADDRESS), "dns:create"],
    ["records.update", (api: Api) => api.records.update(ZONE, "r", { type: "A", ttl: 60 }), "dns:update"],
    ["records.replace", (api: Api) => api.records.replace(ZONE, "r", ADDRESS), "dns:update"],
    ["records.delete", (api: Api) => api.records.delete("r"), "dns:delete"],
  ])("403 to %s names the permission that it needs", async (_call, call, permission) => {
    for (const line of [
      `POST ${BASE}/dns-zones/`,
      `DELETE ${BASE}/dns-zones/z/`,
      `POST ${BASE}/dns-zones/z/records/`,
      `PATCH ${BASE}/dns-records/r/`,
      `PUT ${BASE}/dns-records/r/`,
      `DELETE ${BASE}/dns-records/r/`,
    ]) {
      server().on(line, json(403, { detail: "You do not have permission to perform this action." }));
    }
    const error = await errorOf(call(open().api));
    expect(error.code).toBe("permission_denied");
    expect(error.message).toContain(`lacks the permission ${permission},`);
    expect(error.hint).toContain(`with ${permission};`);
    expect(server().requests).toHaveLength(1);
  });

  it.each([
    ["zone_exists", (api: Api) => api.zones.create("example.com"), `POST ${BASE}/dns-zones/`, 400],
    ["domain_exists", (api: Api) => api.domains.register(ORDER), `POST ${BASE}/domains/`, 400],
    ["record_exists", (api: Api) => api.records.create(ZONE, ADDRESS), `POST ${BASE}/dns-zones/z/records/`, 409],
  ])("a refusal that says so is %s", async (code, call, line, status) => {
    server().on(line, json(status, { detail: "It already exists." }));
    expect(await errorOf(call(open().api))).toMatchObject({ code, status });
    expect(server().requests).toHaveLength(1);
  });

  it.each([
    ["a detail", { detail: "Bad name." }, "Bad name.", undefined],
    ["the page's own", { detail: "Too low.", error_code: "validation_error", field: "ttl" }, "Too low.", "ttl"],
    ["fields", { ttl: ["Too low."], record_type: ["Unknown."] }, "ttl: Too low. type: Unknown.", "ttl"],
    ["the API's word for a field", { domain_name: ["Bad."] }, "domain: Bad.", "domain"],
    ["no field", { non_field_errors: ["Twice.", "Late."] }, "Twice. Late.", undefined],
    ["a bare list", ["One.", "Two."], "One. Two.", undefined],
    ["a bare text", "Down.", "Down.", undefined],
    ["nesting", { errors: { records: [{ ttl: ["Low."] }] } }, "ttl: Low.", "ttl"],
    ["lists in detail", { detail: ["One.", { name: ["Two."] }] }, "One. name: Two.", "name"],
    ["quotes", { detail: 'Say "no".' }, "Say 'no'.", undefined],
    ["a hostile field name", { "a b\n": ["No."], field: "x\u0000" }, "No.", undefined],
    ["nulls and numbers", { detail: null, code: 7, ttl: 5 }, undefined, undefined],
    ["nothing", {}, undefined, undefined],
  ])("reads an error body with %s", async (_kind, body, says, field) => {
    server().on(ZONES, json(400, body));
    const error = await errorOf(open().api.zones.list());
    expect(error.message).toBe(
      `The API would not list the zones (400).${says === undefined ? "" : ` It says: "${says}"${/[.!?]$/.test(says) ? "" : "."}`}`,
    );
    expect(error.field).toBe(field);
  });

  it("strips control, bidirectional and invisible characters from what it quotes, and cuts it", async () => {
    const detail = `a\u0007b\u202Ec\u2066d\u200Be\u001B[31m\r\nf\u{E0041}\uD83D ${"x".repeat(500)}`;
    server().on(ZONES, json(400, { detail }));
    const { message } = await errorOf(open().api.zones.list());
    expect(message).toMatch(/It says: "a bcde \[31m f x+…"\.$/u);
    expect(message.length).toBeLessThan(260);
  });

  it.each([
    ["an HTML error page", html(400)],
    ["nothing at all", plain(400, "")],
    ["an error page that breaks off", truncated(400, { detail: "half of this" })],
    ["5 MB of error page", plain(400, "<p>".padEnd(5 * MEGABYTE, "x"), { "content-type": "text/html" })],
    ["octets that are not UTF-8", plain(400, Uint8Array.of(0x7b, 0xff, 0xfe), { "content-type": "application/json" })],
  ])("keeps to the status when the error body is %s", async (_kind, reply) => {
    server().on(ZONES, reply);
    const error = await errorOf(open().api.zones.list());
    expect(error.message).toMatch(/^The API would not list the zones \(400\)\./);
    expect(error.message).not.toContain("<");
  });

  it.each([
    ["a web page", html(200), "a web page (200)"],
    ["a web page called JSON", plain(200, "  <html>", { "content-type": "application/json" }), "a web page (200)"],
    ["a text", json(200, "hello"), "JSON of another shape than its reference shows"],
    ["null", json(200, null), "JSON of another shape than its reference shows"],
    ["nothing", plain(200, ""), "answered with nothing."],
    ["no content", plain(204, ""), "answered with nothing."],
    ["a zone without id", json(200, [{ domain: "a.example" }]), '("uuid" is missing or wrong)'],
    ["a zone without domain", json(200, [{ uuid: "z", domain: null }]), '("domain" is missing or wrong)'],
    ["an object that is no list", json(200, { items: [] }), "JSON of another shape than its reference shows"],
  ])("calls %s an unexpected response, once", async (_kind, reply, words) => {
    server().on(ZONES, reply);
    const error = await errorOf(open().api.zones.list());
    expect(error.code).toBe("unexpected_response");
    expect(error.message).toContain(words);
    expect(server().requests).toHaveLength(1);
  });

  it.each([
    ["a truncated body", truncated(200, [{ uuid: "z", domain: "example.com" }])],
    ["half a JSON text", plain(200, '[{"uuid": "z", ', { "content-type": "application/json" })],
    ["octets that are not UTF-8", plain(200, Uint8Array.of(0x22, 0xc3, 0x28, 0x22), JSON_TYPE)],
    ["garbage in chunks", octets("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nnot a chunk\r\n")],
    ["something that is not HTTP", octets("SSH-2.0-OpenSSH_9.9\r\n")],
    ["two lengths that disagree", octets("HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 9\r\n\r\n[]")],
    ["headers without end", octets(`HTTP/1.1 200 OK\r\nx: ${"y".repeat(100_000)}`)],
    ["a reset", reset()],
    ["a closed connection", octets("")],
  ])("reads again after %s", async (_kind, reply: Reply) => {
    server().on(ZONES, reply, json(200, [{ uuid: "z", domain: "example.com" }]));
    expect((await open().api.zones.list()).items).toEqual([{ id: "z", domain: "example.com" }]);
    expect(server().requests).toHaveLength(2);
  });

  it.each([true, false])("gives a 50 MB body up early (announced: %s)", async (announced) => {
    const body = huge(50 * MEGABYTE, { announced });
    server().on(ZONES, body.reply);
    const error = await errorOf(open().api.zones.list());
    expect(error).toMatchObject({ code: "unexpected_response" });
    expect(error.message).toContain("more than 32 MB");
    expect(server().requests).toHaveLength(1);
    expect(body.sent()).toBeLessThan((announced ? 8 : 42) * MEGABYTE);
  });

  it.each([301, 302, 303, 307, 308])("never follows a %i with the token", async (status) => {
    const elsewhere = await startHostileServer();
    try {
      server().on(ZONES, plain(status, "", { location: `${elsewhere.origin}/steal` }));
      server().on(`POST ${BASE}/dns-zones/`, plain(status, "", { location: `${elsewhere.origin}/steal` }));
      const { api } = open();
      expect(await errorOf(api.zones.list())).toMatchObject({ code: "unexpected_response" });
      expect((await errorOf(api.zones.create("example.com"))).message).toContain(`a redirect (${status})`);
      expect(elsewhere.requests).toEqual([]);
      expect(server().requests).toHaveLength(2);
    } finally {
      await elsewhere.close();
    }
  });

  it("does not follow a redirect to its own origin either", async () => {
    server().on(ZONES, plain(301, "", { location: `${BASE}/dns-zones` }));
    expect(await errorOf(open().api.zones.list())).toMatchObject({ code: "unexpected_response" });
    expect(server().requests).toHaveLength(1);
  });

  it("tells a server that is not there", async () => {
    const gone = await startHostileServer();
    await gone.close();
    const error = await errorOf(open({ baseUrl: `${gone.origin}${BASE}` }).api.zones.list());
    expect(error).toMatchObject({
      code: "unreachable",
      message: "The API could not be reached: the connection was refused.",
    });
  });

  it("tells a host name that is not known, and does not ask for it five times", async () => {
    const { api, clock } = open({ baseUrl: "https://nowhere.invalid/api/v1" });
    expect(await errorOf(api.zones.list())).toMatchObject({ code: "unreachable" });
    expect(clock.sleeps.length).toBeLessThan(5);
  });

  it("asks nothing without a token, and says what to set", async () => {
    const error = await errorOf(open({ token: undefined }).api.zones.list());
    expect(error).toMatchObject({ code: "token_missing" });
    expect(error.hint).toMatch(/VPS_API_TOKEN.*--token-file.*--sandbox/);
    expect(server().requests).toEqual([]);
  });

  it.each(["", ".", "..", "\uD800", "x".repeat(201)])("refuses %j as an id before any request", async (id) => {
    expect(await errorOf(open().api.zones.delete(id))).toMatchObject({ code: "invalid_input" });
    expect(server().requests).toEqual([]);
  });

  it.each([
    ["../domains/1", "..%2Fdomains%2F1"],
    ["a/b?c=d#e", "a%2Fb%3Fc%3Dd%23e"],
    ["%2e%2e", "%252e%252e"],
    ["$&", "%24%26"],
    ["{id}", "%7Bid%7D"],
    ["abc123-def456-ghi789", "abc123-def456-ghi789"],
  ])("escapes %s in a path", async (id, escaped) => {
    await errorOf(open().api.zones.delete(id));
    expect(server().lines()).toEqual([`DELETE ${BASE}/dns-zones/${escaped}/`]);
  });

  it("logs each request at debug with method, path, status, time and request id", async () => {
    server().on(ME, json(200, {}, { "x-request-id": "req-9" }));
    const { api, logged } = open();
    await api.account.get();
    expect(JSON.parse(logged())).toEqual({
      level: "debug",
      message: "API request",
      method: "GET",
      path: `${BASE}/account/me/`,
      status: 200,
      ms: 0,
      request_id: "req-9",
    });
  });

  it("keeps the token out of everything, also when the server sends it back", async () => {
    const echoes: Reply[] = [
      json(400, { detail: `Token ${TOKEN} is not known`, field: TOKEN }, { "x-request-id": TOKEN }),
      json(401, { detail: `${TOKEN.slice(0, 8)}\u200B${TOKEN.slice(8)}` }),
      json(403, { [TOKEN]: [TOKEN] }),
      plain(404, `no ${TOKEN}`, { "content-type": "text/plain" }),
      json(200, { [TOKEN]: TOKEN }, { "x-request-id": `a ${TOKEN}` }),
      plain(200, TOKEN, { "content-type": "application/json" }),
      octets(`HTTP/1.1 ${TOKEN}\r\n\r\n`),
    ];
    for (const reply of echoes) {
      server().on(ZONES, reply);
      const { api, logged } = open();
      const error = await errorOf(api.zones.list());
      const told = [error.message, error.hint, error.field, inspect(error, { depth: 9 }), logged()];
      expect(told.join("\n")).not.toContain(TOKEN);
      expect(ERROR_CODES).toContain(error.code);
    }
  });

  it("keeps an auth code out of everything", async () => {
    const authCode = 'Xy9"Kl2Mn#4pQ';
    server().on(`POST ${BASE}/domains/1/transfer/`, json(400, { auth_code: [`"${authCode}" is wrong`] }));
    const { api, logged } = open();
    const error = await errorOf(api.domains.transfer("1", { authCode, autoRenew: true }));
    expect(error).toMatchObject({ code: "rejected", field: "auth_code" });
    expect(error.message).toContain("[redacted]");
    expect(`${error.message}${error.hint ?? ""}${logged()}`).not.toMatch(/Xy9|Kl2Mn/);
    for (const spelled of [JSON.stringify(authCode), encodeURIComponent(authCode), authCode]) {
      server().on(`POST ${BASE}/domains/1/transfer/`, plain(400, `bad: ${spelled}`));
      const { message } = await errorOf(api.domains.transfer("1", { authCode, autoRenew: true }));
      expect(message).toContain("[redacted]");
    }
  });
});
