// Two hundred clients at once on one server: every one gets its own answer, and nothing is lost.
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { calls, messagesOf, type RawAnswer, rawRequest } from "../support/raw-http.ts";
import { BEARER, openTestDoor } from "../support/test-door.ts";

const CLIENTS = 200;
const ZONES = Array.from({ length: 10 }, (_, at) => `many-${at}.example`);
const Created = z.object({ structuredContent: z.object({ record: z.object({ name: z.string() }) }) });
const toldRecord = (answer: RawAnswer): string =>
  Created.parse(messagesOf(answer).at(-1)?.result).structuredContent.record.name;

const authorization = `Bearer ${BEARER}`;

describe.each(Object.entries(calls))("200 clients of %s", (_, call) => {
  it("write at once, all with the same request id, and each hears of its own record", async () => {
    await using door = await openTestDoor();
    for (const zone of ZONES) await door.server.others.run("create_zone", { domain: zone });
    const answers = await Promise.all(
      Array.from({ length: CLIENTS }, async (_, at) => {
        const zone = ZONES[at % ZONES.length];
        const record = { zone, type: "A", name: `h${at}`, value: "192.0.2.1" };
        const { headers, body } = call(1, "create_record", record);
        return rawRequest(door.port, { headers: { ...headers, authorization }, body });
      }),
    );
    expect(answers.map((answer) => toldRecord(answer))).toEqual(Array.from({ length: CLIENTS }, (_, at) => `h${at}`));
    for (const zone of ZONES) {
      const listed = await door.server.others.run("list_records", { zone });
      expect(listed.output["total"]).toBe(CLIENTS / ZONES.length);
      const changes = await door.server.own.run("list_changes", { zone });
      expect(changes.output["total"]).toBe(CLIENTS / ZONES.length);
    }
  });
});

describe("a session id that is made up", () => {
  it("cancels nobody else's call", async () => {
    await using door = await openTestDoor();
    const { headers, body } = calls["2025-11-25"]?.(1, "list_zones", {}) ?? {};
    const mine = { ...headers, authorization, "mcp-session-id": "mine" };
    const theirs = { ...headers, authorization, "mcp-session-id": "theirs" };
    const cancel = { jsonrpc: "2.0", method: "notifications/cancelled", params: { requestId: 1 } };
    door.server.own.sandbox.faults.add({ kind: "latency", ms: 200 });
    const answered = rawRequest(door.port, { headers: mine, ...(body === undefined ? {} : { body }) });
    const cancelled = await rawRequest(door.port, { headers: theirs, body: JSON.stringify(cancel) });
    expect(cancelled.status).toBe(202);
    expect(messagesOf(await answered)).toMatchObject([{ id: 1, result: { structuredContent: { total: 3 } } }]);
  });
});
