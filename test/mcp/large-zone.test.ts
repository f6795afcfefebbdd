// A zone of 2,000 records: what a model is shown of it, and how it is told to see the rest (issue 7).
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { json, startHostileServer, type HostileServer } from "../support/hostile-server.ts";
import { openTestSession, type TestSession } from "../support/session.ts";
import { type ReadingClient, readers, readingDeps } from "./support/reading-client.ts";

const zone = "example.com";
const RECORDS = [
  { record_type: "MX", name: "@", value: "mail.example.com", priority: 10 },
  { record_type: "TXT", name: "@", value: "v=spf1 mx -all" },
  ...Array.from({ length: 1200 }, (_, at) => ({ record_type: "A", name: `n${at}.dev`, value: "192.0.2.1" })),
  ...Array.from({ length: 700 }, (_, at) => ({ record_type: "TXT", name: `t${at}.staging`, value: "x".repeat(400) })),
  ...Array.from({ length: 98 }, (_, at) => ({ record_type: "CNAME", name: `c${at}`, value: "www.example.net" })),
].map((row, at) => ({ uuid: `r-${at}`, ttl: 300, ...row }));

let server: HostileServer;
let session: TestSession;
let client: ReadingClient;

beforeAll(async () => {
  server = await startHostileServer();
  const row = { uuid: "z-1", domain: zone, record_count: RECORDS.length };
  server.on("GET /dns-zones/", json(200, [row]));
  server.on("GET /dns-zones/z-1/", json(200, { ...row, records: RECORDS }));
  server.on("GET /dns-zones/z-1/records/", json(200, RECORDS));
  server.on(
    "GET /dns-records/",
    json(
      200,
      RECORDS.filter(({ record_type: type }) => type === "TXT"),
    ),
  );
  session = openTestSession(server.origin, { token: "vps_test_large" });
  client = await readers["2026-07-28"](readingDeps(session));
});

afterAll(async () => {
  await client[Symbol.asyncDispose]();
  await session[Symbol.asyncDispose]();
  await server.close();
});

describe("a zone of 2,000 records", () => {
  it("is summarised by type and name, its first fifty shown, with how to narrow", async () => {
    const { text, structured } = await client.call("get_zone", { zone });
    const lines = text.split("\n");
    expect([...lines.slice(0, 5), lines.at(-1)]).toEqual([
      "Zone example.com: 2,000 records ; id z-1",
      "Name servers: ns1.vps.org ns2.vps.org",
      "By type: 1,200 A, 701 TXT, 98 CNAME, 1 MX.",
      "Most are at: dev (1,200), staging (700), @ (2).",
      "2,000 records, 50 shown:",
      "list_records shows the rest: narrow by type, name (* for any characters) or value.",
    ]);
    expect(lines).toHaveLength(56);
    expect(structured).toMatchObject({ total: 2000, summary: { types: [{ of: "A", records: 1200 }, {}, {}, {}] } });
    expect(text.length).toBeLessThan(4_000);
  });

  it("is listed by pages; the first one has the summary of all that fit", async () => {
    const first = await client.call("list_records", { zone, name: "*.dev" });
    expect(first.text).toMatch(/^By type: 1,200 A\.\nMost are at: dev \(1,200\)\.\n1,200 records, 50 shown:\n/);
    const cursor = first.structured?.["next_cursor"];
    const second = await client.call("list_records", { zone, name: "*.dev", cursor });
    expect(second.text).toMatch(/^1,200 records, 50 shown:\n/);
    expect(second.structured).not.toHaveProperty("summary");
  });

  it("never fills more than 40,000 characters, and says what is not shown and how to see it", async () => {
    const { text: file } = await client.call("export_zone", { zone });
    expect(file.length).toBeLessThanOrEqual(40_000);
    expect(file).toMatch(/^\(Cut here: /m);
    const empty = await client.call("plan_zone", { zone, mode: "exact", zonefile: "@ 300 IN A 192.0.2.1" });
    expect(empty.text).toMatch(/^\(Cut here: /m);
    expect(empty.text.split("\n").at(-1)).toMatch(/^apply_plan with plan "plan-[0-9a-f]+" carries it out\.$/);
  });

  it("is whole as a resource", async () => {
    const file = await client.read(`vps://zones/${zone}`);
    expect(file.match(/ IN (?:A|TXT|CNAME|MX) /g)).toHaveLength(2000);
  });
});
