// Packets that are no queries, or broken ones: the server survives them all and says no more than it must.
import { createSocket } from "node:dgram";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { respond } from "../../../src/sandbox/dns/respond.ts";
import { a, mx, ns, txt } from "../../support/builders.ts";
import { queryDns } from "../../support/dns-query.ts";
import { rawQuery } from "./raw-query.ts";
import { serve, zoneOf } from "./serve.ts";

const zones = zoneOf("example.com", [
  a("www", "192.0.2.1"),
  mx("@", 10, "www.example.com"),
  ns("sub", "ns.sub.example.com"),
  ...Array.from({ length: 100 }, (_, index) => txt("big", `${index}${"x".repeat(200)}`)),
]);

const soundQuery = fc
  .record({
    id: fc.nat(0xffff),
    name: fc.constantFrom("www.example.com", "example.com", "x.sub.example.com", "big.example.com", ""),
    type: fc.constantFrom(1, 2, 6, 15, 16, 255, 252),
    edns: fc.option(fc.constantFrom(0, 512, 1232, 65_535), { nil: undefined }),
  })
  .map(rawQuery);

/** A sound query with octets overwritten and its end cut off. */
const brokenQuery = fc
  .tuple(soundQuery, fc.array(fc.tuple(fc.nat(100), fc.nat(255)), { maxLength: 6 }), fc.nat(80))
  .map(([query, changes, cut]) => {
    const packet = Buffer.from(query);
    for (const [at, octet] of changes) if (at < packet.length) packet[at] = octet;
    return packet.subarray(0, Math.max(packet.length - Math.max(cut - 40, 0), 0));
  });

const anyPacket = fc.oneof(
  brokenQuery,
  fc.uint8Array({ maxLength: 600 }).map((octets) => Buffer.from(octets)),
);

describe("malformed packets", () => {
  it("get silence or an answer to their own id that fits", () => {
    fc.assert(
      fc.property(anyPacket, fc.constantFrom("udp" as const, "tcp" as const), (packet, transport) => {
        const reply = respond(zones, packet, transport);
        const isQuery = packet.length >= 12 && ((packet[2] ?? 0) & 0x80) === 0;
        expect(reply !== undefined).toBe(isQuery);
        if (reply === undefined) return;
        const bytes = Buffer.from(reply);
        expect(bytes.readUInt16BE(0)).toBe(packet.readUInt16BE(0));
        expect(bytes.readUInt16BE(2) & 0x8000).toBe(0x8000);
        expect(bytes.length).toBeLessThanOrEqual(transport === "udp" ? 1232 : 0xffff);
      }),
      { numRuns: 5000 },
    );
  });

  it("leave the server answering", async () => {
    const server = await serve(zones);
    const [host = "", port = ""] = server.split(":");
    const socket = createSocket("udp4");
    const packets = fc.sample(anyPacket, { numRuns: 500 });
    for (let at = 0; at < packets.length; at += 20) {
      for (const packet of packets.slice(at, at + 20)) socket.send(packet, Number(port), host);
      expect(await queryDns({ server, name: "www.example.com", type: "A" })).toMatchObject({ rcode: "NOERROR" });
    }
    socket.close();
  });
});
