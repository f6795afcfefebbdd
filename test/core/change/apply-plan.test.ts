// apply_plan: once, only while what it touches is as it was, asked about, and told exactly when it stops half-way.
import { describe, expect, it } from "vitest";
import { memoryPlanStore } from "../../../src/core/journal/memory-state.ts";
import { systemClock } from "../../../src/platform/system-clock.ts";
import { fileJournal } from "../../../src/platform/state/file-journal.ts";
import { filePlanStore } from "../../../src/platform/state/file-stores.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { openTestSession, startSession, type SandboxSession } from "../../support/session.ts";
import { contentOf } from "./zone-content.ts";

const zone = "example.com";

async function planOf(session: Pick<SandboxSession, "run">, input: object): Promise<string> {
  return String((await session.run("plan_zone", { zone, ...input })).output["plan"]);
}

function many(count: number) {
  return Array.from({ length: count }, (_, at) => ({ type: "TXT", name: `n${at}`, value: `v${at}` }));
}

describe("apply_plan", () => {
  it("carries a plan out once, and says so", async () => {
    await using session = await startSession();
    const records = [
      { type: "A", name: "api", value: "192.0.2.11" },
      { type: "A", name: "shop", value: "192.0.2.80" },
    ];
    const plan = await planOf(session, { records, mode: "replace" });
    const { text } = await session.run("apply_plan", { plan });
    expect(text).toMatchInlineSnapshot(`
      "Applied to example.com: 1 created, 1 updated.
      - api 300 A 192.0.2.10
      + api 300 A 192.0.2.11
      + shop 3600 A 192.0.2.80
      Change CHANGE; undo_change takes it back."
    `);
    expect(await session.refuse("apply_plan", { plan })).toMatchInlineSnapshot(`
      {
        "code": "plan_not_found",
        "field": "plan",
        "hint": "plan_zone makes one.",
        "message": "There is no such plan, or it was applied already.",
      }
    `);
    expect((await session.refuse("apply_plan", { plan: "plan-00000000000000000000" })).code).toBe("plan_not_found");
  });

  it("refuses the whole plan where others changed what it touches, naming it", async () => {
    await using session = await startSession();
    await using others = openTestSession(session.sandbox.url, { token: session.sandbox.token });
    const records = [
      { type: "A", name: "api", value: "192.0.2.11" },
      { type: "CNAME", name: "www", value: "pages.example.net" },
      { type: "A", name: "new", value: "192.0.2.80" },
    ];
    const plan = await planOf(session, { records, mode: "replace" });
    await others.run("create_record", { zone, type: "A", name: "api", value: "192.0.2.99" });
    await others.run("update_record", { record: "rec-004", ttl: 60 });
    session.requests();
    expect(await session.refuse("apply_plan", { plan })).toMatchInlineSnapshot(`
      {
        "code": "plan_stale",
        "hint": "Make the plan again with plan_zone and look at it.",
        "message": "example.com changed since the plan was made: www and api A. Nothing was sent.",
      }
    `);
    expect(session.requests().filter((line) => !line.startsWith("GET"))).toEqual([]);
  });

  it("takes no offence at a change of anything else", async () => {
    await using session = await startSession();
    const plan = await planOf(session, { records: [{ type: "A", name: "new", value: "192.0.2.80" }] });
    await session.run("set_rrset", { zone, name: "api", type: "A", values: ["192.0.2.99"] });
    await session.run("set_rrset", { zone, name: "new", type: "TXT", values: ["beside it"] });
    expect((await session.run("apply_plan", { plan })).output).toMatchObject({ changed: true });
  });

  it("refuses what a change elsewhere has made into a broken zone", async () => {
    await using session = await startSession();
    const plan = await planOf(session, {
      records: [{ type: "MX", name: "new", value: "api.example.com", priority: 1 }],
    });
    await session.run("set_rrset", { zone, name: "api", type: "A", values: [] });
    expect((await session.refuse("apply_plan", { plan })).code).toBe("zone_would_break");
  });

  it("asks where a guard wants it, with the numbers, and keeps the plan for the answer", async () => {
    await using session = await startSession();
    const plan = await planOf(session, { records: [{ type: "A", name: "mail", value: "192.0.2.25" }], mode: "exact" });
    expect(await session.refuse("apply_plan", { plan })).toMatchInlineSnapshot(`
      {
        "code": "confirmation_required",
        "field": "confirm",
        "hint": "To go ahead, call apply_plan again with confirm: "example.com".",
        "message": "11 of 12 RRsets would be deleted or changed: 92 %, and the limit is 30 %. Zone example.com: 11 deleted (@ MX, www CNAME, @ TXT, _dmarc TXT, mail._domainkey TXT and 6 more). Nothing has changed.",
      }
    `);
    const before = session.sandbox.requests().length;
    const { output } = await session.run("apply_plan", { plan, confirm: zone });
    expect(output).toMatchObject({ changed: true, summary: { delete: 11 } });
    const sent = session.sandbox.requests().slice(before);
    expect(sent.filter(({ method }) => method === "DELETE")).toHaveLength(11);
    expect(await contentOf(session.sandbox)).toHaveLength(1);
  });

  it("tells exactly what was done when it stops half-way, and undo_change takes that back", async () => {
    await using session = await startSession({ concurrency: 1 });
    const start = await contentOf(session.sandbox);
    const plan = await planOf(session, { records: many(12) });
    const told: number[] = [];
    const progress = (done: number) => {
      told.push(done);
      // Five tries of one request, and the API client gives up on it.
      if (done === 7) session.sandbox.faults.add({ kind: "throttle", retryAfter: 0, method: "POST", times: 5 });
    };
    const problem = await session.refuse("apply_plan", { plan }, { progress });
    expect(told).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(problem.code).toBe("partial");
    expect(problem.message).toMatch(/^7 of 12 changes in example\.com done: created n0 TXT/);
    expect(problem.message).toContain("1 failed, 4 not begun.");
    const { output } = await session.run("list_changes", { zone });
    expect(output).toMatchObject({ changes: [{ operation: "apply_plan", status: "partial" }], total: 1 });
    const [row] = await session.context().journal.list({ zone });
    expect(row?.steps.filter(({ outcome }) => outcome === "done")).toHaveLength(7);
    await session.run("undo_change", { change: row?.id });
    expect(await contentOf(session.sandbox)).toEqual(start);
  });

  it("forgets a change of which nothing came about", async () => {
    await using session = await startSession();
    const plan = await planOf(session, { records: many(3) });
    const token = await session.sandbox.addToken({ name: "reader", permissions: ["dns:list"] });
    await using reader = openTestSession(session.sandbox.url, { token, plans: session.context().plans });
    expect((await reader.refuse("apply_plan", { plan })).code).toBe("permission_denied");
    expect((await reader.run("list_changes")).output).toMatchObject({ total: 0 });
  });

  it("outlives the process that planned", async () => {
    await using session = await startSession();
    const folder = await temporaryFolder();
    const { url, token } = session.sandbox;
    const open = () =>
      openTestSession(url, { token, journal: fileJournal(folder, systemClock), plans: filePlanStore(folder) });
    await using planning = open();
    const records = [
      { type: "MX", name: "sub", value: "mail.example.com", priority: 7 },
      { type: "A", name: "api", value: "192.0.2.11" },
    ];
    const plan = await planOf(planning, { records, mode: "replace" });
    await using applying = open();
    expect((await applying.run("apply_plan", { plan })).output).toMatchObject({ summary: { create: 1, update: 1 } });
    await using third = open();
    expect((await third.refuse("apply_plan", { plan })).code).toBe("plan_not_found");
    expect((await third.run("list_changes", { zone })).output).toMatchObject({ changes: [{ status: "done" }] });
  });

  it("refuses a plan of a zone that is not allowed", async () => {
    await using session = await startSession();
    const plans = memoryPlanStore();
    await using wide = openTestSession(session.sandbox.url, { token: session.sandbox.token, plans });
    await using narrow = openTestSession(session.sandbox.url, {
      token: session.sandbox.token,
      plans,
      zones: ["example.org"],
    });
    const plan = await planOf(wide, { records: many(1) });
    session.requests();
    expect((await narrow.refuse("apply_plan", { plan })).code).toBe("zone_not_allowed");
    expect(session.requests()).toEqual([]);
  });

  it("does not repeat a long plan, which was shown", async () => {
    await using session = await startSession();
    const plan = await planOf(session, { records: many(80) });
    const { text, output } = await session.run("apply_plan", { plan });
    const told = text.split("\n");
    expect([told[0], ...told.slice(-2)]).toEqual([
      "Applied to example.com: 80 created.",
      "and 30 lines more, as planned",
      "Change CHANGE; undo_change takes it back.",
    ]);
    expect(told).toHaveLength(53);
    expect(output["changes"]).toHaveLength(80);
  });

  it("sends 1,000 new records in exactly 1,000 requests at concurrency 8", async () => {
    await using session = await startSession({ concurrency: 8 });
    const plan = await planOf(session, { records: many(1000) });
    session.requests();
    await session.run("apply_plan", { plan });
    const sent = session.requests();
    expect(sent.filter((line) => line.startsWith("POST"))).toHaveLength(1000);
    expect(sent.filter((line) => line.startsWith("GET"))).toHaveLength(2);
  });
});
