import { describe, expect, it } from "vitest";
import { listedNames, sandboxWire, wireOf } from "../../../src/platform/wire/named-wires.ts";
import { refusal } from "../../support/refusal.ts";

describe("the wire to servers that were named", () => {
  it("has the well-known resolvers, and name servers to be found, where none are", () => {
    const { nameservers, resolvers, port } = wireOf({ nameservers: [], resolvers: [] });
    expect({ nameservers, resolvers, port }).toEqual({
      nameservers: [],
      resolvers: ["1.1.1.1", "8.8.8.8", "9.9.9.9"].map((host) => ({ host, port: 53 })),
      port: 53,
    });
  });

  it("reads lists as environment variables have them", () => {
    expect(listedNames(" 192.0.2.53, ns1.example.net:5353 ,,")).toEqual(["192.0.2.53", "ns1.example.net:5353"]);
    expect(listedNames(undefined)).toEqual([]);
    expect(listedNames(" ")).toEqual([]);
    expect(refusal(() => listedNames(" , ")).code).toBe("invalid_input");
  });

  it("finds the addresses of a host by this machine's own resolution", async () => {
    const addresses = await wireOf({ nameservers: [], resolvers: [] }).addressesOf("localhost");
    expect(["127.0.0.1", "::1"]).toEqual(expect.arrayContaining([...addresses]));
    expect(addresses).not.toEqual([]);
  });
});

describe("the wire to an embedded sandbox", () => {
  it("reaches its servers and nobody else", () => {
    const alone = sandboxWire({ nameserver: "127.0.0.1:5300" });
    expect([alone.nameservers, alone.resolvers]).toEqual([
      [{ host: "127.0.0.1", port: 5300 }],
      [{ host: "127.0.0.1", port: 5300 }],
    ]);
    const lagging = sandboxWire({ nameserver: "[::1]:5300", lagging: "[::1]:5301" });
    expect([lagging.nameservers, lagging.resolvers]).toEqual([
      [{ host: "::1", port: 5300 }],
      [{ host: "::1", port: 5301 }],
    ]);
  });
});
