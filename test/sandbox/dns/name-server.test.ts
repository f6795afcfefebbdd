// The name server as people meet it: real sockets, real questions.
import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { ServedZones } from "../../../src/sandbox/dns/served-zones.ts";
import { queryDns } from "../../support/dns-query.ts";
import { serve } from "./serve.ts";

const run = promisify(execFile);

describe("startNameServer", () => {
  it("answers with what was added, over UDP and TCP, from the next question on", async () => {
    const zones = new ServedZones();
    zones.addZone("example.com");
    const server = await serve(zones);
    const question = { server, name: "www.example.com", type: "A" };
    expect(await queryDns(question)).toMatchObject({ rcode: "NXDOMAIN", aa: true, answers: [] });
    const record = { name: "www.example.com", type: "A", ttl: 300, value: "192.0.2.1" } as const;
    zones.addRecord("example.com", record);
    expect(await queryDns(question)).toMatchObject({ rcode: "NOERROR", aa: true, answers: [record] });
    expect(await queryDns({ ...question, tcp: true })).toMatchObject({ rcode: "NOERROR", answers: [record] });
    zones.removeRecord("example.com", record);
    expect(await queryDns({ ...question, edns: 1232 })).toMatchObject({ rcode: "NXDOMAIN", answers: [] });
  });
});

const hasDig = spawnSync("dig", ["-v"]).status === 0;

describe.runIf(hasDig)("dig (needs dig)", () => {
  it("shows what is served, by UDP and by TCP", async () => {
    const zones = new ServedZones();
    const value = `say "hi" ${"x".repeat(300)}`;
    zones.addZone("example.com", { records: [{ name: "www.example.com", type: "TXT", ttl: 60, value }] });
    const port = (await serve(zones)).split(":")[1] ?? "";
    for (const transport of ["+notcp", "+tcp"]) {
      const { stdout } = await run("dig", ["@127.0.0.1", "-p", port, "www.example.com", "TXT", "+short", transport]);
      expect(stdout.trim()).toBe(`"say \\"hi\\" ${"x".repeat(246)}" "${"x".repeat(54)}"`);
    }
  });
});
