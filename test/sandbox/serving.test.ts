// What the API changes and the name server says of it: at once, with a newer serial, and nothing about what is elsewhere.
import { describe, expect, it } from "vitest";
import { isNewerSerial } from "../../src/sandbox/dns/serial.ts";
import { queryDns } from "../support/dns-query.ts";
import { startTestSandbox } from "../support/sandbox.ts";
import { ask, textIn } from "./support/ask.ts";
import { testClock } from "./support/test-clock.ts";

describe("the sandbox's name server", () => {
  it("moves the zone's serial with every change, in one second too", async () => {
    const sandbox = await startTestSandbox({ clock: testClock("2026-11-21T12:00:00Z") });
    const { nameserver: server } = sandbox;
    const serial = async () => {
      const { answers } = await queryDns({ server, name: "example.com", type: "SOA" });
      return Number(answers[0]?.value.split(" ")[2]);
    };
    const record = { record_type: "A", name: "new", value: "192.0.2.7", ttl: 300 };
    const made = await ask(sandbox, "POST", "/dns-zones/abc123-def456-ghi789/records/", record);
    const path = `/dns-records/${textIn(made.body, "uuid")}/`;
    let before = await serial();
    const changes = [
      ["PATCH", { ttl: 60 }],
      ["PUT", { ...record, value: "192.0.2.8" }],
      ["DELETE", undefined],
    ] as const;
    for (const [method, body] of changes) {
      expect((await ask(sandbox, method, path, body)).status).toBeLessThan(300);
      const after = await serial();
      expect(isNewerSerial(after, before)).toBe(true);
      before = after;
    }
    expect((await ask(sandbox, "PATCH", path, { ttl: 60 })).status).toBe(404);
    expect(await serial()).toBe(before);
  });

  it.each(["com", "example.edu", "ns1.vps.org", "."])("refuses %s, which no zone holds", async (name) => {
    const { nameserver: server } = await startTestSandbox();
    const answer = await queryDns({ server, name, type: "A" });
    expect(answer).toMatchObject({ rcode: "REFUSED", aa: false, answers: [], authorities: [], additionals: [] });
  });

  it.each([
    { type: "AXFR", tcp: true },
    { type: "AXFR", tcp: false },
    { type: "IXFR", tcp: true },
  ])("gives no zone away: $type, over TCP $tcp", async ({ type, tcp }) => {
    const { nameserver: server } = await startTestSandbox();
    const answer = await queryDns({ server, name: "example.com", type, tcp });
    expect(answer).toMatchObject({ rcode: "REFUSED", answers: [], authorities: [] });
  });
});
