// set_rrset: these values and no others, in as few requests as it takes.
import { describe, expect, it } from "vitest";
import { queryDns } from "../../support/dns-query.ts";
import { startSession, type SandboxSession } from "../../support/session.ts";

const zone = "example.com";

function writes(session: SandboxSession): string[] {
  return session.requests().filter((line) => !line.startsWith("GET"));
}

describe("set_rrset", () => {
  it("changes, adds and deletes what it takes, one request for each", async () => {
    await using session = await startSession();
    const values = ["192.0.2.11", "192.0.2.12"];
    const { text } = await session.run("set_rrset", { zone, name: "api", type: "A", values });
    expect(text).toMatchInlineSnapshot(`
      "example.com: 1 created, 1 updated.
      - api 300 A 192.0.2.10
      + api 300 A 192.0.2.11
      + api 300 A 192.0.2.12
      Change CHANGE; undo_change takes it back."
    `);
    expect(writes(session).map((line) => line.split(" ")[0])).toEqual(["PATCH", "POST"]);
    const { answers } = await queryDns({ server: session.sandbox.nameserver, name: "api.example.com", type: "A" });
    expect(new Set(answers.map(({ value }) => value))).toEqual(new Set(values));
    await session.run("set_rrset", { zone, name: "api", type: "A", values: ["192.0.2.12"] });
    expect(writes(session).map((line) => line.split(" ")[0])).toEqual(["DELETE"]);
  });

  it("has nothing to do the second time", async () => {
    await using session = await startSession();
    const input = { zone, name: "@", type: "TXT", values: ["v=spf1 mx -all", "v=spf1 mx -all"] };
    expect((await session.run("set_rrset", input)).text).toBe("Already so in example.com.");
    expect(writes(session)).toEqual([]);
  });

  it("empties an RRset, and is content where it is empty", async () => {
    await using session = await startSession();
    const input = { zone, name: "api", type: "A", values: [] };
    expect((await session.run("set_rrset", input)).output).toMatchObject({ changed: true, summary: { delete: 1 } });
    expect(writes(session)).toEqual(["DELETE /dns-records/rec-010/"]);
    expect((await session.run("set_rrset", input)).output).toMatchObject({ changed: false });
  });

  it("takes the priority of MX and SRV in front of the value", async () => {
    await using session = await startSession();
    await session.run("set_rrset", {
      zone,
      name: "@",
      type: "MX",
      values: ["5 mail.example.com", "20 mx.example.net"],
    });
    const bodies = session.sandbox.requests().flatMap(({ method, body }) => (method === "GET" ? [] : [body]));
    expect(bodies).toEqual([
      { priority: 5 },
      { record_type: "MX", name: "@", value: "mx.example.net", ttl: 3600, priority: 20 },
    ]);
    const srv = { zone, name: "_sip._tcp", type: "SRV", values: ["10 10 5060 sip.example.com"] };
    expect((await session.run("set_rrset", srv)).output).toMatchObject({ changed: false });
    const bad = { zone, name: "@", type: "MX", values: ["10 mail.example.com", "mail.example.net"] };
    expect((await session.refuse("set_rrset", bad)).field).toMatch(/^values\[1\]/);
  });

  it("sets the TTL of all", async () => {
    await using session = await startSession();
    await session.run("set_rrset", { zone, name: "api", type: "A", values: ["192.0.2.10"], ttl: 60 });
    expect(session.sandbox.requests().at(-1)?.body).toEqual({ ttl: 60 });
  });

  it("clears what a CNAME cannot stand beside only where it was told to", async () => {
    await using session = await startSession();
    const input = { zone, name: "api", type: "CNAME", values: ["pages.example.net"] };
    expect((await session.refuse("set_rrset", input)).code).toBe("conflict");
    expect(writes(session)).toEqual([]);
    await session.run("set_rrset", { ...input, replace_conflicts: true });
    expect(writes(session).map((line) => line.split(" ")[0])).toEqual(["DELETE", "POST"]);
    const back = { zone, name: "api", type: "A", values: ["192.0.2.10"], replace_conflicts: true };
    await session.run("set_rrset", back);
    const { answers } = await queryDns({ server: session.sandbox.nameserver, name: "api.example.com", type: "A" });
    expect(answers).toMatchObject([{ type: "A", value: "192.0.2.10" }]);
  });

  it("refuses what BIND would, and the apex NS", async () => {
    await using session = await startSession();
    const away = { zone, name: "mail", type: "A", values: [] };
    expect((await session.refuse("set_rrset", away)).code).toBe("zone_would_break");
    const servers = { zone, name: "@", type: "NS", values: ["ns1.example.net"] };
    expect((await session.refuse("set_rrset", servers)).field).toBe("name");
    expect(writes(session)).toEqual([]);
  });
});
