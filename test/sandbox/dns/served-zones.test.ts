// The zones that are served: what changes them, their serials, and those who follow.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DnsRecord } from "../../../src/core/dns/record.ts";
import { answer } from "../../../src/sandbox/dns/answer.ts";
import { lagBehind } from "../../../src/sandbox/dns/lagging-zones.ts";
import { isNewerSerial, nextSerial } from "../../../src/sandbox/dns/serial.ts";
import { ServedZones } from "../../../src/sandbox/dns/served-zones.ts";
import { a, txt } from "../../support/builders.ts";
import { queryDns } from "../../support/dns-query.ts";
import { steppedClock } from "../support/stepped-clock.ts";
import { generateZones } from "./random-zones.ts";
import { serve, zoneOf } from "./serve.ts";

const www = a("www", "192.0.2.1");

describe("ServedZones", () => {
  it("answers after any changes as if it had been made with what is left", () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.infiniteStream(fc.nat()), (seed, dice) => {
        const [zone] = generateZones(seed);
        if (zone === undefined) throw new Error("No zone was generated.");
        const changed = zoneOf(zone.origin, zone.records);
        const left = new Set(zone.records);
        for (const record of zone.records) {
          if ((dice.next().value ?? 0) % 2 === 0) continue;
          changed.removeRecord(zone.origin, record);
          left.delete(record);
        }
        const fresh = zoneOf(zone.origin, [...left]);
        for (const { name } of zone.records) {
          for (const asked of [name, `x.${name}`, name.slice(name.indexOf(".") + 1)]) {
            expect(withoutSoa(answer(changed, { name: asked, type: "ANY" }))).toEqual(
              withoutSoa(answer(fresh, { name: asked, type: "ANY" })),
            );
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("keeps a record that was added twice until it is removed twice, and shows it once", async () => {
    const zones = zoneOf("example.com", [www, www]);
    const server = await serve(zones);
    const question = { server, name: "www.example.com", type: "A" };
    expect((await queryDns(question)).answers).toHaveLength(1);
    zones.removeRecord("example.com", www);
    expect((await queryDns(question)).answers).toHaveLength(1);
    zones.removeRecord("example.com", www);
    expect((await queryDns(question)).rcode).toBe("NXDOMAIN");
  });

  it("stops answering for a zone that is removed", async () => {
    const zones = zoneOf("example.com", [www]);
    const server = await serve(zones);
    expect(zones.removeZone("example.com")).toBe(true);
    expect(zones.removeZone("example.com")).toBe(false);
    expect((await queryDns({ server, name: "www.example.com", type: "A" })).rcode).toBe("REFUSED");
  });

  it("refuses what it cannot serve, and leaves everything as it was", () => {
    const zones = zoneOf("example.com", [www]);
    const outside: DnsRecord = { name: "www.example.net", type: "A", ttl: 60, value: "192.0.2.1" };
    expect(() => zones.changeRecords("example.com", { removed: [www], added: [outside] })).toThrow(
      "not inside the zone",
    );
    expect(() => zones.addRecord("example.net", outside)).toThrow("not served");
    expect(() => zones.addZone("example.com")).toThrow("already served");
    expect(zones.serial("example.com")).toBe(1);
    expect(zones.snapshot()).toMatchObject([{ records: [www] }]);
  });

  it("finds one name among 100,000", async () => {
    const records = Array.from({ length: 100_000 }, (_, index): DnsRecord => {
      return { name: `h${index}.example.com`, type: "A", ttl: 60, value: "192.0.2.1" };
    });
    const server = await serve(zoneOf("example.com", records));
    expect(await queryDns({ server, name: "h99999.example.com", type: "A" })).toMatchObject({ rcode: "NOERROR" });
    expect(await queryDns({ server, name: "h100000.example.com", type: "A" })).toMatchObject({ rcode: "NXDOMAIN" });
  });
});

describe("the SOA serial", () => {
  it("moves with every change, and is what is answered", async () => {
    const zones = zoneOf("example.com");
    const server = await serve(zones);
    zones.addRecord("example.com", www);
    zones.changeRecords("example.com", { removed: [www], added: [a("www", "192.0.2.2")] });
    zones.removeRecord("example.com", www);
    expect(zones.serial("example.com")).toBe(3);
    const soa = await queryDns({ server, name: "example.com", type: "SOA" });
    expect(soa.answers[0]?.value).toContain(" 3 ");
  });

  it("is the clock's seconds, and one more where time stands still or goes back", () => {
    let now = 1_700_000_000_000;
    const zones = new ServedZones({ clock: { now: () => now } });
    zones.addZone("example.com");
    expect(zones.serial("example.com")).toBe(1_700_000_000);
    zones.addRecord("example.com", www);
    now -= 3_600_000;
    zones.addRecord("example.com", txt("www", "x"));
    expect(zones.serial("example.com")).toBe(1_700_000_002);
    now += 7_200_000;
    zones.removeRecord("example.com", www);
    expect(zones.serial("example.com")).toBe(1_700_003_600);
  });

  it.each([
    [1, 0, true],
    [0, 1, false],
    [0, 0xffff_ffff, true],
    [0xffff_ffff, 0, false],
    [0x7fff_ffff, 0, true],
    [0x8000_0000, 0, false],
  ])("%i newer than %i: %s (RFC 1982 §3.2)", (newer, older, expected) => {
    expect(isNewerSerial(newer, older)).toBe(expected);
  });

  it("only ever gets newer, round the end of its 32 bits too", () => {
    const serial = fc.oneof(fc.nat(0xffff_ffff), fc.constantFrom(0xffff_ffff, 0xffff_fffe, 0x7fff_ffff));
    fc.assert(
      fc.property(serial, fc.option(fc.nat(0xffff_ffff), { nil: undefined }), (before, seconds) => {
        const after = nextSerial(before, seconds);
        expect(isNewerSerial(after, before)).toBe(true);
        expect(after).toBeGreaterThan(0);
      }),
    );
  });
});

describe("lagBehind", () => {
  it("carries out each change after its time, in order, serial included", async () => {
    const clock = steppedClock();
    const source = zoneOf("example.com", [www]);
    const lagging = lagBehind(source, { delayMs: 5000, clock });
    const rcodes = () =>
      ["www.example.com", "new.example.com", "example.net"].map(
        (name) => answer(lagging.zones, { name, type: "A" }).rcode,
      );
    source.addRecord("example.com", a("new", "192.0.2.2"));
    source.removeRecord("example.com", www);
    source.addZone("example.net", { serial: 9 });
    expect(rcodes()).toEqual(["NOERROR", "NXDOMAIN", "REFUSED"]);
    expect(lagging.zones.serial("example.com")).toBe(1);
    await clock.advance(4999);
    expect(rcodes()).toEqual(["NOERROR", "NXDOMAIN", "REFUSED"]);
    await clock.advance(1);
    expect(rcodes()).toEqual(["NXDOMAIN", "NOERROR", "NOERROR"]);
    expect(lagging.zones.serial("example.com")).toBe(3);
  });

  it("drops what is under way when it is stopped", async () => {
    const clock = steppedClock();
    const source = zoneOf("example.com");
    const lagging = lagBehind(source, { delayMs: 5000, clock });
    source.addRecord("example.com", www);
    lagging.stop();
    source.removeZone("example.com");
    await clock.advance(10_000);
    expect(lagging.zones.serial("example.com")).toBe(1);
  });
});

/** Serials count changes, and these two were not made by the same ones; the order of RRsets says nothing. */
function withoutSoa({ authority, answer: answers, ...rest }: ReturnType<typeof answer>) {
  const kept = [authority, answers].map((rrsets) =>
    rrsets.filter(({ type }) => type !== "SOA").sort((one, other) => one.type.localeCompare(other.type)),
  );
  return { ...rest, kept };
}
