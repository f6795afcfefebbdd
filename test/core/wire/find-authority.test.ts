import { describe, expect, it } from "vitest";
import type { Asking } from "../../../src/core/wire/ask-resolvers.ts";
import { findAuthority } from "../../../src/core/wire/find-authority.ts";
import type { Wire } from "../../../src/core/wire/wire.ts";
import { answerTo, NXDOMAIN, REFUSED } from "../../support/scripted-name-server.ts";
import { ADDRESSES, ns, registry, resolver, soa, startWorld, ZONE } from "./dns-world.ts";

const VPS = ["ns1.vps.org", "ns2.vps.org"];
const own =
  (...hosts: string[]) =>
  () =>
    Promise.resolve(hosts);
const noOwn = own();

function asking(wire: Wire, ms = 5000): Asking {
  return { wire, signal: new AbortController().signal, withinMs: 1000, until: Date.now() + ms, now: () => Date.now() };
}

/** `ns1.vps.org 127.0.0.4` */
async function found(wire: Wire, ownServers = noOwn) {
  const { servers, delegation, note } = await findAuthority(asking(wire), ZONE, ownServers);
  return {
    delegation,
    note,
    servers: servers.map(({ host, endpoint }) => `${host} ${endpoint?.address ?? "nowhere"}`),
  };
}

const vpsServers = VPS.map((host) => `${host} ${ADDRESSES[host]}`);

describe("the authoritative servers of a zone", () => {
  it("are those that the parent's own servers name, asked without RD", async () => {
    await using world = await startWorld({ "resolver.test": resolver(), "a.gtld.test": registry(VPS) });
    expect(await found(world.wire)).toEqual({ delegation: "ours", servers: vpsServers, note: undefined });
    expect(world.servers["a.gtld.test"]?.seen).toMatchObject([{ name: ZONE, type: "NS", recursionDesired: false }]);
    expect(world.servers["resolver.test"]?.seen.every(({ recursionDesired }) => recursionDesired)).toBe(true);
  });

  it("are the configured ones, and nobody is asked for them", async () => {
    await using world = await startWorld({ "resolver.test": resolver() });
    const wire = { ...world.wire, nameservers: [{ host: "127.0.0.9", port: 5300 }] };
    expect(await found(wire)).toEqual({ delegation: "ours", servers: ["127.0.0.9:5300 127.0.0.9"], note: undefined });
    expect(world.servers["resolver.test"]?.seen).toEqual([]);
  });

  it("may lie inside the zone, found by glue", async () => {
    await using world = await startWorld({ "resolver.test": resolver(), "a.gtld.test": registry(["ns1.example.com"]) });
    expect(await found(world.wire, own("ns1.example.com"))).toMatchObject({
      delegation: "ours",
      servers: ["ns1.example.com 127.0.0.7"],
    });
  });

  it("are found through a zone in between that the resolver does not know", async () => {
    await using world = await startWorld({
      "resolver.test": resolver(),
      "a.gtld.test": (query) => answerTo(query, { aa: false, authorities: [ns("example.com", "ns1.elsewhere.test")] }),
      "ns1.elsewhere.test": (query) =>
        answerTo(query, { aa: false, authorities: [ns("sub.example.com", "ns1.vps.org")] }),
    });
    const { servers, delegation } = await findAuthority(asking(world.wire), "sub.example.com", noOwn);
    expect({ delegation, hosts: servers.map(({ host }) => host) }).toEqual({
      delegation: "ours",
      hosts: ["ns1.vps.org"],
    });
  });

  it("are told as somebody else's where the delegation points elsewhere", async () => {
    await using world = await startWorld({
      "resolver.test": resolver(),
      "a.gtld.test": registry(["ns1.elsewhere.test"]),
    });
    expect(await found(world.wire)).toMatchInlineSnapshot(`
      {
        "delegation": "elsewhere",
        "note": "example.com is delegated to ns1.elsewhere.test and not to VPS.org's name servers (ns1.vps.org and ns2.vps.org), so what is written here is not what the world sees. Set the name servers at the registrar (update_domain where the domain is registered here).",
        "servers": [
          "ns1.elsewhere.test 127.0.0.6",
        ],
      }
    `);
  });

  it("are ours under a name of their owner's, by their address", async () => {
    await using world = await startWorld({ "resolver.test": resolver(), "a.gtld.test": registry(["ns1.vanity.test"]) });
    expect(await found(world.wire)).toEqual({
      delegation: "ours",
      servers: ["ns1.vanity.test 127.0.0.4"],
      note: undefined,
    });
  });

  it("are told where one of them is none of ours", async () => {
    const hosts = ["ns1.vps.org", "ns1.elsewhere.test"];
    await using world = await startWorld({ "resolver.test": resolver(), "a.gtld.test": registry(hosts) });
    const { delegation, note } = await found(world.wire);
    expect({ delegation, note }).toMatchInlineSnapshot(`
      {
        "delegation": "ours",
        "note": "example.com is also delegated to ns1.elsewhere.test, which is not where this zone is kept: answers from there differ.",
      }
    `);
  });

  it.each([
    ["says that there is no such name", NXDOMAIN],
    ["says that the name has no NS", 0],
  ])("are VPS.org's, with a word on it, where the parent %s", async (_, rcode) => {
    await using world = await startWorld({
      "resolver.test": resolver(),
      "a.gtld.test": (query) => answerTo(query, { rcode, authorities: [soa("com")] }),
    });
    expect(await found(world.wire)).toEqual({
      delegation: "none",
      servers: vpsServers,
      note: "example.com is not delegated: the zone above names no servers for it, so the world cannot see it. ns1.vps.org and ns2.vps.org were asked all the same.",
    });
  });

  it.each([
    ["does not answer", () => undefined],
    ["refuses", (query: Parameters<typeof answerTo>[0]) => answerTo(query, { rcode: REFUSED })],
  ])("are taken from the resolver's word where the parent %s", async (_, behaviour) => {
    const further = resolver((query) =>
      query.type === "NS" && query.name === ZONE
        ? answerTo(query, { answers: VPS.map((host) => ns(ZONE, host)) })
        : undefined,
    );
    await using world = await startWorld({ "resolver.test": further, "a.gtld.test": behaviour });
    expect(await found(world.wire)).toEqual({ delegation: "ours", servers: vpsServers, note: undefined });
  });

  it("are VPS.org's without an address where no resolver answers, in no more than its time", async () => {
    await using world = await startWorld({ "resolver.test": () => undefined });
    expect(await found(world.wire)).toEqual({
      delegation: "unknown",
      servers: VPS.map((host) => `${host} nowhere`),
      note: "To which servers example.com is delegated could not be found out; ns1.vps.org and ns2.vps.org were asked.",
    });
  });

  it("takes no address from glue for a name outside the zone", async () => {
    await using world = await startWorld({
      "resolver.test": resolver(),
      "a.gtld.test": (query) =>
        answerTo(query, {
          aa: false,
          authorities: [ns(ZONE, "ns1.vps.org")],
          additionals: [{ name: "ns1.vps.org", type: "A", ttl: 60, data: "127.0.0.99" }],
        }),
    });
    expect((await found(world.wire)).servers).toEqual(["ns1.vps.org 127.0.0.4"]);
  });

  it("does not go round where zones refer to each other", async () => {
    await using world = await startWorld({
      "resolver.test": resolver(),
      "a.gtld.test": (query) => answerTo(query, { aa: false, authorities: [ns("com", "a.gtld.test")] }),
    });
    expect((await found(world.wire)).delegation).toBe("unknown");
  });
});
