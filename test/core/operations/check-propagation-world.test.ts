import { describe, expect, it } from "vitest";
import { answerTo } from "../../support/scripted-name-server.ts";
import { NO_API, openTestSession, startSession } from "../../support/session.ts";
import { addressAnswer, registry, resolver, startWorld, withSoa } from "../wire/dns-world.ts";

const zone = "example.com";
const www = { zone, name: "www", type: "A", expect: ["192.0.2.10"] };

describe("check_propagation in the world", () => {
  const vps = withSoa((query) => addressAnswer(query, "192.0.2.10"));

  it("asks every server that the zone is delegated to, then the resolvers", async () => {
    await using world = await startWorld({
      "resolver.test": resolver((query) =>
        query.name === "www.example.com" ? addressAnswer(query, "192.0.2.10", 12) : undefined,
      ),
      "a.gtld.test": registry(["ns1.vps.org", "ns2.vps.org"]),
      "ns1.vps.org": vps,
      "ns2.vps.org": vps,
    });
    await using session = openTestSession(NO_API, { wire: world.wire });
    const { text } = await session.run("check_propagation", www);
    expect(text.replace(/127\.0\.0\.2:\d+/, "127.0.0.2:PORT")).toMatchInlineSnapshot(`
      "Answered by all 3 server addresses:
      yes: authoritative ns1.vps.org 127.0.0.4: 192.0.2.10 ; TTL 300 ; serial 7
      yes: authoritative ns2.vps.org 127.0.0.5: 192.0.2.10 ; TTL 300 ; serial 7
      yes: public 127.0.0.2:PORT: 192.0.2.10 ; TTL 12"
    `);
  });

  it("names the one of several servers that is dead", async () => {
    await using world = await startWorld({
      "resolver.test": resolver(),
      "a.gtld.test": registry(["ns1.vps.org", "ns2.vps.org"]),
      "ns1.vps.org": vps,
    });
    await using session = openTestSession(NO_API, { wire: world.wire });
    const { output } = await session.run("check_propagation", { ...www, servers: "authoritative" });
    expect(output).toMatchObject({
      propagated: false,
      servers: [
        { server: "ns1.vps.org", ok: true, serial: 7 },
        { server: "ns2.vps.org", ok: false, error: "No name server listens there." },
      ],
    });
  });

  it("says that the zone is delegated elsewhere, and what is answered there", async () => {
    await using world = await startWorld({
      "resolver.test": resolver(),
      "a.gtld.test": registry(["ns1.elsewhere.test"]),
      "ns1.elsewhere.test": withSoa((query) => addressAnswer(query, "198.51.100.1")),
    });
    await using session = openTestSession(NO_API, { wire: world.wire });
    const { output } = await session.run("check_propagation", { ...www, servers: "authoritative" });
    const told: unknown = expect.stringContaining("delegated to ns1.elsewhere.test and not to VPS.org's name servers");
    expect(output).toMatchObject({
      propagated: false,
      servers: [{ server: "ns1.elsewhere.test", answers: ["198.51.100.1"] }],
      note: told,
    });
  });

  it("knows the zone's own name servers by its apex NS records", async () => {
    await using world = await startWorld({
      "resolver.test": resolver(),
      "a.gtld.test": registry(["ns1.example.com"]),
      "ns1.example.com": vps,
    });
    await using session = await startSession({ wire: world.wire });
    const { output: planned } = await session.run("plan_zone", {
      zone,
      records: [
        { type: "NS", name: "@", value: "ns1.example.com" },
        { type: "A", name: "ns1", value: "127.0.0.7" },
      ],
    });
    await session.run("apply_plan", { plan: planned["plan"], confirm: zone });
    const { output } = await session.run("check_propagation", { ...www, servers: "authoritative" });
    expect(output).toMatchObject({ propagated: true, servers: [{ server: "ns1.example.com" }] });
    expect(output).not.toHaveProperty("note");
  });

  it("follows an alias out of the zone through the resolvers", async () => {
    await using world = await startWorld({
      "resolver.test": resolver((query) =>
        query.name === "app.example.net" ? addressAnswer(query, "192.0.2.10", 30) : undefined,
      ),
      "a.gtld.test": registry(["ns1.vps.org"]),
      "ns1.vps.org": withSoa((query) =>
        answerTo(query, { answers: [{ name: query.name, type: "CNAME", ttl: 300, data: "app.example.net" }] }),
      ),
    });
    await using session = openTestSession(NO_API, { wire: world.wire });
    const { output } = await session.run("check_propagation", { ...www, servers: "authoritative" });
    expect(output).toMatchObject({
      propagated: true,
      servers: [{ via: ["app.example.net"], answers: ["192.0.2.10"] }],
    });
  });
});
