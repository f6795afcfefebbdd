// The name server as people meet it: real sockets, real questions.
import { afterEach, describe, expect, it } from "vitest";
import { ServedZones } from "../../../src/sandbox/dns/served-zones.ts";
import { type NameServer, startNameServer } from "../../../src/sandbox/dns/start-name-server.ts";
import { queryDns } from "../../support/dns-query.ts";

const servers: NameServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(zones: ServedZones): Promise<string> {
  const server = await startNameServer({ zones });
  servers.push(server);
  return `127.0.0.1:${server.port}`;
}

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
