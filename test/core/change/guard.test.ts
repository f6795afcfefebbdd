// The guard that adds up: ten minutes, whichever operation did it, restarts included.
import { describe, expect, it } from "vitest";
import type { Journal } from "../../../src/core/journal/journal.ts";
import { memoryJournal } from "../../../src/core/journal/memory-state.ts";
import { fileJournal } from "../../../src/platform/state/file-journal.ts";
import { type TestClock, testClock } from "../../sandbox/support/test-clock.ts";
import { startSession, type SandboxSession, type TestSession, openTestSession } from "../../support/session.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const zone = "guarded.example";
const MINUTE_MS = 60_000;

interface Guarded extends SandboxSession {
  readonly clock: TestClock;
  readonly journal: Journal;
}

/** A zone of `size` RRsets r0, r1 …, made by somebody else; this program's journal knows nothing of them. */
async function guardedZone(size: number): Promise<Guarded> {
  const clock = testClock("2026-01-01T00:00:00Z");
  const journal = memoryJournal(clock);
  const session = await startSession({ clock, journal });
  await using others = openTestSession(session.sandbox.url, { token: session.sandbox.token });
  await others.run("create_zone", { domain: zone });
  const records = Array.from({ length: size }, (_, at) => ({ type: "A", name: `r${at}`, value: "192.0.2.1" }));
  await others.run("ensure_records", { zone, records });
  session.requests();
  return { ...session, clock, journal };
}

function remove(session: TestSession, at: number) {
  return session.run("delete_record", { zone, type: "A", name: `r${at}` });
}

function refuseRemoval(session: TestSession, at: number) {
  return session.refuse("delete_record", { zone, type: "A", name: `r${at}` });
}

describe("the guard", () => {
  it("meets a loop of single deletions at the same number as one plan", async () => {
    await using session = await guardedZone(20);
    for (let at = 0; at < 6; at += 1) await remove(session, at);
    session.requests();
    expect(await refuseRemoval(session, 6)).toMatchInlineSnapshot(`
      {
        "code": "confirmation_required",
        "field": "confirm",
        "hint": "To go ahead, call delete_record again with confirm: "guarded.example".",
        "message": "7 of 20 RRsets would be deleted or changed (6 of them in the last ten minutes): 35 %, and the limit is 30 %. Zone guarded.example: 1 deleted (r6 A). Nothing has changed.",
      }
    `);
    expect(session.requests().filter((line) => !line.startsWith("GET"))).toEqual([]);
    const rest = Array.from({ length: 13 }, (_, at) => ({ type: "A", name: `r${at + 7}`, value: "192.0.2.1" }));
    const { output } = await session.run("plan_zone", { zone, mode: "exact", records: rest });
    expect(JSON.stringify(output["guards"])).toMatch(/7 of 20 RRsets .*\(6 of them in the last ten minutes\): 35 %/);
    const confirmed = { zone, type: "A", name: "r6", confirm: zone };
    expect((await session.run("delete_record", confirmed)).output).toMatchObject({ changed: true });
  });

  it("lets exactly 30 % through, and no more", async () => {
    for (const [size, most] of [
      [10, 3],
      [20, 6],
      [70, 21],
    ] as const) {
      await using session = await guardedZone(size);
      const absent = (count: number) => ({
        zone,
        state: "absent",
        records: Array.from({ length: count }, (_, at) => ({ type: "A", name: `r${at}` })),
      });
      expect((await session.refuse("ensure_records", absent(most + 1))).code).toBe("confirmation_required");
      expect((await session.run("ensure_records", absent(most))).output).toMatchObject({ changed: true });
    }
  });

  it("asks in a small zone only for more than half", async () => {
    await using session = await guardedZone(6);
    for (let at = 0; at < 3; at += 1) await remove(session, at);
    expect((await refuseRemoval(session, 3)).message).toContain("4 of 6 RRsets");
  });

  it("adds up over operations", async () => {
    await using session = await guardedZone(10);
    await session.run("set_rrset", { zone, name: "r0", type: "A", values: ["192.0.2.2"] });
    const { output } = await session.run("list_records", { zone, name: "r1" });
    expect(output).toMatchObject({ records: [{ name: "r1" }] });
    await session.run("ensure_records", { zone, records: [{ type: "A", name: "r1", value: "192.0.2.1", ttl: 60 }] });
    const records = [{ type: "A", name: "r2", value: "192.0.2.3" }];
    const planned = await session.run("plan_zone", { zone, records, mode: "replace" });
    await session.run("apply_plan", { plan: planned.output["plan"] });
    expect((await refuseRemoval(session, 3)).message).toContain("4 of 10 RRsets");
    // The same RRset again is the same RRset.
    expect((await session.run("set_rrset", { zone, name: "r0", type: "A", values: [] })).output).toMatchObject({
      changed: true,
    });
    expect((await session.refuse("set_rrset", { zone, name: "r4", type: "A", values: [] })).code).toBe(
      "confirmation_required",
    );
  });

  it("forgets after ten minutes", async () => {
    await using session = await guardedZone(10);
    for (let at = 0; at < 3; at += 1) {
      await remove(session, at);
      session.clock.advance(3 * MINUTE_MS);
    }
    expect((await refuseRemoval(session, 3)).code).toBe("confirmation_required");
    session.clock.advance(2 * MINUTE_MS);
    expect((await remove(session, 3)).output).toMatchObject({ changed: true });
  });

  it("counts through a restart, and what another process did on the same folder", async () => {
    await using session = await guardedZone(10);
    const folder = await temporaryFolder();
    const { url, token } = session.sandbox;
    const { clock } = session;
    for (let at = 0; at < 3; at += 1) {
      await using life = openTestSession(url, { token, clock, journal: fileJournal(folder, clock) });
      await remove(life, at);
    }
    await using life = openTestSession(url, { token, clock, journal: fileJournal(folder, clock) });
    expect((await refuseRemoval(life, 3)).message).toContain("(3 of them in the last ten minutes)");
    clock.advance(11 * MINUTE_MS);
    expect((await remove(life, 3)).output).toMatchObject({ changed: true });
  });

  it("does not count what this program made in those minutes, nor then its going", async () => {
    await using session = await guardedZone(10);
    const records = Array.from({ length: 8 }, (_, at) => ({ type: "TXT", name: `_acme-challenge.r${at}`, value: "v" }));
    await session.run("ensure_records", { zone, records });
    for (const { name } of records) await session.run("delete_record", { zone, type: "TXT", name });
    for (let at = 0; at < 3; at += 1) await remove(session, at);
    expect((await refuseRemoval(session, 3)).message).toContain("4 of 10 RRsets");
  });

  it("does not count what was undone, but what was done again", async () => {
    await using session = await guardedZone(10);
    const removeAndUndo = async (at: number) => {
      const { output } = await remove(session, at);
      const undo = await session.run("undo_change", { change: output["change"] });
      return String(undo.output["change"]);
    };
    for (let at = 0; at < 5; at += 1) await removeAndUndo(at);
    for (let at = 5; at < 8; at += 1) {
      const undo = await removeAndUndo(at);
      await session.run("undo_change", { change: undo });
    }
    expect((await refuseRemoval(session, 0)).message).toContain("4 of 10 RRsets");
  });

  it("is not evaded by undoing and deleting what came back", async () => {
    await using session = await guardedZone(10);
    for (let at = 0; at < 3; at += 1) {
      const { output } = await remove(session, at);
      await session.run("undo_change", { change: output["change"] });
      await remove(session, at);
    }
    expect((await refuseRemoval(session, 3)).code).toBe("confirmation_required");
  });

  it("is not evaded by calls that run at once", async () => {
    await using session = await guardedZone(20);
    const calls = Array.from({ length: 12 }, (_, at) =>
      remove(session, at).then(
        () => "done",
        () => "asked",
      ),
    );
    const outcomes = await Promise.all(calls);
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(6);
    expect(session.sandbox.requests().filter(({ method }) => method === "DELETE")).toHaveLength(6);
  });

  it("asks about a plan that came from nothing, even where it only takes away what was just made", async () => {
    await using session = await startSession();
    await session.run("create_zone", { domain: zone });
    await session.run("create_record", { zone, type: "A", name: "@", value: "192.0.2.1" });
    const { output } = await session.run("plan_zone", { zone, zonefile: "", mode: "exact" });
    expect(output["guards"]).toMatchObject([{ id: "empty-desired-state" }]);
    const { code, message } = await session.refuse("apply_plan", { plan: output["plan"] });
    expect(code).toBe("confirmation_required");
    expect(message).toContain("The desired state is empty and would take away 1 record.");
  });
});

describe("calls that run at once on one zone", () => {
  it("do not overwrite each other unseen", async () => {
    await using session = await guardedZone(20);
    // The first write takes its time, so that all three have read the zone before it is another.
    session.sandbox.faults.add({ kind: "latency", ms: 300, method: "PATCH" });
    const set = (value: string) =>
      session.run("set_rrset", { zone, name: "r0", type: "A", values: [value] }).then(
        () => "done",
        () => "refused",
      );
    const outcomes = await Promise.all([set("192.0.2.2"), set("192.0.2.3"), set("192.0.2.4")]);
    expect(outcomes.toSorted()).toEqual(["done", "refused", "refused"]);
    expect(
      await session.refuse("set_rrset", { zone, name: "r0", type: "A", values: ["not an address"] }),
    ).toMatchObject({ code: "invalid_value" });
  });

  it("do not break the zone between them", async () => {
    await using session = await guardedZone(20);
    const outcomes = await Promise.allSettled([
      session.run("delete_record", { zone, type: "A", name: "r0" }),
      session.run("create_record", { zone, type: "MX", name: "@", value: `r0.${zone}`, priority: 1 }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});
