// undo_change: whatever this program changed comes back, and what others changed since is left alone.
import { describe, expect, it } from "vitest";
import type { RecordContent, ZoneRef } from "../../../src/core/api/api.ts";
import { openTestSession, startSession, type SandboxSession, type TestSession } from "../../support/session.ts";
import { contentOf } from "./zone-content.ts";

const zone = "example.com";

async function changeOf(session: TestSession, name: string, input: object): Promise<string> {
  const { output } = await session.run(name, input);
  expect(output).toMatchObject({ changed: true });
  return String(output["change"]);
}

async function statuses(session: TestSession): Promise<unknown> {
  const { output } = await session.run("list_changes");
  const { changes } = output;
  return Array.isArray(changes) ? changes.map(({ operation, status }) => `${operation} ${status}`) : changes;
}

function writes(session: SandboxSession): string[] {
  return session.requests().filter((line) => !line.startsWith("GET"));
}

const CHANGES: readonly (readonly [string, object])[] = [
  ["create_record", { zone, type: "A", name: "shop", value: "192.0.2.10" }],
  ["create_record", { zone, type: "A", name: "api", value: "192.0.2.11" }],
  ["update_record", { record: "rec-010", value: "192.0.2.99", ttl: 60 }],
  ["update_record", { record: "rec-010", name: "api2" }],
  ["replace_record", { record: "rec-010", type: "TXT", name: "@", value: "was an address" }],
  ["delete_record", { record: "rec-002" }],
  ["ensure_records", { zone, records: [{ type: "A", name: "api", value: "192.0.2.11", ttl: 60 }] }],
  ["ensure_records", { zone, state: "absent", records: [{ type: "SRV", name: "_sip._tcp" }] }],
  ["set_rrset", { zone, name: "@", type: "MX", values: ["1 mail.example.com", "2 mx.example.net"], ttl: 60 }],
  ["set_rrset", { zone, name: "www", type: "A", values: ["192.0.2.80"], replace_conflicts: true }],
];

describe("undo_change", () => {
  it.each(CHANGES)("takes %s back, and the taking back too", async (operation, input) => {
    await using session = await startSession();
    const start = await contentOf(session.sandbox);
    const change = await changeOf(session, operation, input);
    const changed = await contentOf(session.sandbox);
    expect(changed).not.toEqual(start);
    const undo = await changeOf(session, "undo_change", { change });
    expect(await contentOf(session.sandbox)).toEqual(start);
    expect(await statuses(session)).toEqual(["undo_change done", `${operation} undone`]);
    expect((await session.refuse("undo_change", { change })).code).toBe("change_conflict");
    const again = await changeOf(session, "undo_change", { change: undo });
    expect(await contentOf(session.sandbox)).toEqual(changed);
    await changeOf(session, "undo_change", { change: again });
    expect(await contentOf(session.sandbox)).toEqual(start);
  });

  it("takes a plan back", async () => {
    await using session = await startSession();
    const start = await contentOf(session.sandbox);
    const zonefile =
      "api IN A 192.0.2.11\nwww IN CNAME pages.example.net.\nnew IN MX 1 mx.new\nmx.new IN A 192.0.2.7\n";
    const { output } = await session.run("plan_zone", { zone, zonefile, mode: "replace" });
    const change = await changeOf(session, "apply_plan", { plan: output["plan"] });
    await changeOf(session, "undo_change", { change });
    expect(await contentOf(session.sandbox)).toEqual(start);
  });

  it("brings a deleted zone back with all its records, as one change that can be undone", async () => {
    await using session = await startSession();
    const start = await contentOf(session.sandbox);
    const change = await changeOf(session, "delete_zone", { zone, confirm: zone });
    expect(await contentOf(session.sandbox)).toBeUndefined();
    const { text, output } = await session.run("undo_change", { change });
    expect(text).toMatchInlineSnapshot(`
      "Taken back: CHANGE, zone deleted with 12 records.
      The undo itself is change CHANGE.
      Warning: example.com is a new zone at the API: ids are new, and so may be whatever was bound to the old ones."
    `);
    expect(await contentOf(session.sandbox)).toEqual(start);
    const undo = { change: output["change"] };
    expect(await session.refuse("undo_change", undo)).toMatchInlineSnapshot(`
      {
        "code": "confirmation_required",
        "field": "confirm",
        "hint": "To go ahead, call undo_change again with confirm: "example.com".",
        "message": "This deletes the zone example.com with 12 records; its names stop answering. Nothing has changed.",
      }
    `);
    const gone = await changeOf(session, "undo_change", { ...undo, confirm: zone });
    expect(await contentOf(session.sandbox)).toBeUndefined();
    await changeOf(session, "undo_change", { change: gone });
    expect(await contentOf(session.sandbox)).toEqual(start);
  });

  it("goes on where bringing a zone back stopped half-way", async () => {
    await using session = await startSession({ concurrency: 1 });
    const start = await contentOf(session.sandbox);
    const change = await changeOf(session, "delete_zone", { zone, confirm: zone });
    const progress = (done: number) => {
      if (done === 4) session.sandbox.faults.add({ kind: "throttle", retryAfter: 0, method: "POST", times: 5 });
    };
    expect((await session.refuse("undo_change", { change }, { progress })).code).toBe("partial");
    expect(await statuses(session)).toEqual(["undo_change partial", "delete_zone done"]);
    expect(await contentOf(session.sandbox)).toHaveLength(4);
    await changeOf(session, "undo_change", { change });
    expect(await contentOf(session.sandbox)).toEqual(start);
    expect(await statuses(session)).toEqual(["undo_change done", "undo_change partial", "delete_zone undone"]);
  });

  it("says that something came about when not even the first record of a zone came back", async () => {
    await using session = await startSession({ concurrency: 1 });
    const start = await contentOf(session.sandbox);
    const change = await changeOf(session, "delete_zone", { zone, confirm: zone });
    const api = session.context().api;
    const broken = { ...api, records: { ...api.records, create: () => Promise.reject(new TypeError("no record")) } };
    expect((await session.refuse("undo_change", { change }, { api: broken })).code).toBe("partial");
    expect(await contentOf(session.sandbox)).toEqual([]);
    await changeOf(session, "undo_change", { change });
    expect(await contentOf(session.sandbox)).toEqual(start);
  });

  it("deletes no zone that changed while a person thought about it", async () => {
    await using session = await startSession();
    const confirmation = async () => {
      await session.run("set_rrset", { zone, name: "late", type: "A", values: ["192.0.2.10"] });
      return { granted: true as const };
    };
    expect((await session.refuse("delete_zone", { zone }, { confirmation })).code).toBe("conflict");
    expect(await contentOf(session.sandbox)).toHaveLength(13);
  });

  it("takes a created zone away only after a yes", async () => {
    await using session = await startSession();
    const name = "new-project.example";
    const change = await changeOf(session, "create_zone", { domain: name });
    await session.run("create_record", { zone: name, type: "A", name: "@", value: "192.0.2.1" });
    const { code, message } = await session.refuse("undo_change", { change });
    expect(code).toBe("confirmation_required");
    expect(message).toContain("with 1 record;");
    const undo = await changeOf(session, "undo_change", { change, confirm: name });
    expect(await contentOf(session.sandbox, name)).toBeUndefined();
    await changeOf(session, "undo_change", { change: undo });
    expect(await contentOf(session.sandbox, name)).toHaveLength(1);
  });

  it("puts a domain's settings back, and asks where that is grave", async () => {
    await using session = await startSession();
    const domain = "example.org";
    const change = await changeOf(session, "update_domain", { domain, auto_renew: true });
    expect(await session.refuse("undo_change", { change })).toMatchObject({ code: "confirmation_required" });
    const undo = await changeOf(session, "undo_change", { change, confirm: domain });
    const { output } = await session.run("get_domain", { domain });
    expect(output).toMatchObject({ domain: { auto_renew: false } });
    const again = await changeOf(session, "undo_change", { change: undo });
    expect(again).not.toBe(undo);
    const other = await changeOf(session, "update_domain", { domain, privacy_protection: false });
    await session.run("update_domain", { domain, privacy_protection: true });
    // As it was before already: nothing is sent.
    session.requests();
    expect((await session.run("undo_change", { change: other })).output).not.toHaveProperty("change");
    expect(writes(session)).toEqual([]);
  });

  it("refuses where others changed the same RRset, and only there", async () => {
    await using session = await startSession();
    await using others = openTestSession(session.sandbox.url, { token: session.sandbox.token });
    const change = await changeOf(session, "set_rrset", { zone, name: "api", type: "A", values: ["192.0.2.11"] });
    await others.run("set_rrset", { zone, name: "api", type: "TXT", values: ["beside it"] });
    await others.run("set_rrset", { zone, name: "api", type: "A", values: ["192.0.2.11"], ttl: 60 });
    session.requests();
    expect(await session.refuse("undo_change", { change })).toMatchInlineSnapshot(`
      {
        "code": "change_conflict",
        "hint": "list_changes shows whether a later change of this program is in the way (and_later takes those back first); otherwise set what is wanted with set_rrset.",
        "message": "Others have changed what this would put back: api.example.com A. Nothing was sent.",
      }
    `);
    expect(writes(session)).toEqual([]);
    await others.run("set_rrset", { zone, name: "api", type: "A", values: ["192.0.2.11"], ttl: 300 });
    await changeOf(session, "undo_change", { change });
  });

  it("takes back a change and all later ones, newest first, but what was taken back already", async () => {
    await using session = await startSession();
    const set = (value: string) =>
      changeOf(session, "set_rrset", { zone, name: "api", type: "A", values: [`192.0.2.${value}`] });
    const earlier = await changeOf(session, "create_record", { zone, type: "A", name: "shop", value: "192.0.2.10" });
    const withShop = await contentOf(session.sandbox);
    const first = await set("21");
    await set("22");
    const undone = await set("23");
    await changeOf(session, "undo_change", { change: undone });
    const redone = await set("24");
    const undo = await changeOf(session, "undo_change", { change: redone });
    await changeOf(session, "undo_change", { change: undo });
    await changeOf(session, "undo_change", { change: earlier });
    expect((await session.refuse("undo_change", { change: first })).code).toBe("change_conflict");
    await changeOf(session, "undo_change", { change: first, and_later: true });
    expect(await contentOf(session.sandbox)).toEqual(withShop);
  });

  it("tells what was taken back before one of them was refused, and never counts what went long ago", async () => {
    await using session = await startSession();
    await using others = openTestSession(session.sandbox.url, { token: session.sandbox.token });
    const first = await changeOf(session, "set_rrset", { zone, name: "api", type: "A", values: ["192.0.2.11"] });
    await changeOf(session, "create_record", { zone, type: "A", name: "shop", value: "192.0.2.10" });
    await others.run("set_rrset", { zone, name: "api", type: "A", values: ["192.0.2.12"] });
    const input = { change: first, and_later: true };
    expect(await session.refuse("undo_change", input)).toMatchObject({
      code: "partial",
      message:
        "Taken back: CHANGE, 1 created (shop A). The next one stopped it: Others have changed what this would put back: api.example.com A. Nothing was sent.",
    });
    await others.run("set_rrset", { zone, name: "api", type: "A", values: ["192.0.2.11"] });
    const later = { ...session.context().clock, now: () => Date.now() + 6 * 60_000 };
    const { output } = await session.run("undo_change", input, { clock: later });
    expect(output["undone"]).toEqual([{ change: first, summary: "1 updated (api A)" }]);
    expect(await statuses(session)).toEqual([
      "undo_change done",
      "undo_change done",
      "create_record undone",
      "set_rrset undone",
    ]);
  });

  it("settles what nobody knows, whether it came about or not", async () => {
    await using session = await startSession();
    const start = await contentOf(session.sandbox);
    const { api } = session.context();
    const lost = new Error("the process ended here");
    const dies = { after: false };
    const dying = {
      ...api,
      records: {
        ...api.records,
        delete: async (id: string) => {
          if (dies.after) await api.records.delete(id);
          throw lost;
        },
      },
    };
    const remove = { record: "rec-010" };
    expect((await session.refuse("delete_record", remove, { api: dying })).code).toBe("internal");
    expect(await statuses(session)).toEqual(["delete_record unknown"]);
    const [first] = await session.context().journal.list({ zone });
    const settled = await session.run("undo_change", { change: first?.id });
    expect(settled.output).not.toHaveProperty("change");
    expect(settled.text).toMatchInlineSnapshot(`
      "Taken back: CHANGE, 1 deleted (api A).
      Warning: What CHANGE touched is as it was before it; nothing was sent."
    `);
    dies.after = true;
    await session.refuse("delete_record", remove, { api: dying });
    expect(await contentOf(session.sandbox)).not.toEqual(start);
    const [second] = await session.context().journal.list({ zone });
    await changeOf(session, "undo_change", { change: String(second?.id) });
    expect(await contentOf(session.sandbox)).toEqual(start);
    expect(await statuses(session)).toEqual(["undo_change done", "delete_record undone", "delete_record undone"]);
  });

  it("settles the deletion and the making of a zone that nobody knows of", async () => {
    await using session = await startSession();
    const start = await contentOf(session.sandbox);
    session.sandbox.faults.add({ kind: "unavailable", method: "DELETE", times: 5 });
    await session.refuse("delete_zone", { zone, confirm: zone });
    expect(await statuses(session)).toEqual(["delete_zone unknown"]);
    const [deletion] = await session.context().journal.list({});
    expect((await session.run("undo_change", { change: deletion?.id })).output).toMatchObject({
      warnings: ["The zone example.com was never deleted."],
    });
    expect(await contentOf(session.sandbox)).toEqual(start);
    const entry = await session.context().journal.begin({
      operation: "create_zone",
      zone: "never.example",
      summary: "zone created",
      zoneEvent: "created",
      before: [],
      after: [],
      disturbed: [],
      created: [],
    });
    expect((await session.run("undo_change", { change: entry.id })).output).toMatchObject({
      warnings: ["The zone never.example is not there any more."],
    });
  });

  it("keeps a write whose answer never came as unknown", async () => {
    await using session = await startSession();
    session.sandbox.faults.add({ kind: "reset-after-commit", method: "PATCH", times: 5 });
    expect((await session.refuse("update_record", { record: "rec-010", ttl: 60 })).code).toBe("unreachable");
    expect(await statuses(session)).toEqual(["update_record unknown"]);
    const [change] = await session.context().journal.list({});
    await changeOf(session, "undo_change", { change: String(change?.id) });
    expect((await session.run("get_record", { record: "rec-010" })).output).toMatchObject({ record: { ttl: 300 } });
  });

  it("knows its own where the API keeps another TTL than it was sent", async () => {
    await using session = await startSession();
    const start = await contentOf(session.sandbox);
    const { api } = session.context();
    const clamping = {
      ...api,
      records: {
        ...api.records,
        create: (ref: ZoneRef, content: RecordContent) => api.records.create(ref, { ...content, ttl: 300 }),
      },
    };
    const input = { zone, name: "shop", type: "A", values: ["192.0.2.10"], ttl: 60 };
    const { output } = await session.run("set_rrset", input, { api: clamping });
    expect(JSON.stringify(output["warnings"])).toContain("another ttl");
    await changeOf(session, "undo_change", { change: String(output["change"]) });
    expect(await contentOf(session.sandbox)).toEqual(start);
  });

  it("knows no change of a zone that is not allowed", async () => {
    await using session = await startSession();
    const change = await changeOf(session, "delete_record", { record: "rec-010" });
    const { journal } = session.context();
    const { url, token } = session.sandbox;
    await using narrow = openTestSession(url, { token, journal, zones: ["example.org"] });
    expect((await narrow.refuse("undo_change", { change })).code).toBe("zone_not_allowed");
    expect((await narrow.refuse("list_changes", { zone })).code).toBe("zone_not_allowed");
    expect((await narrow.run("list_changes")).output).toMatchObject({ changes: [], total: 0 });
    expect((await session.refuse("undo_change", { change: "c000000000-000000" })).code).toBe("change_not_found");
  });
});

describe("list_changes", () => {
  it("shows the newest first, in our words", async () => {
    await using session = await startSession();
    await session.run("set_rrset", { zone, name: "api", type: "A", values: ["192.0.2.11", "192.0.2.12"] });
    await session.run("update_domain", { domain: "example.org", auto_renew: true });
    await session.run("delete_zone", { zone: "example.org", confirm: "example.org" });
    expect((await session.run("list_changes")).text).toMatchInlineSnapshot(`
      "3 changes:
      CHANGE DAY delete_zone done: example.org: zone deleted with 2 records
      CHANGE DAY update_domain done: settings of example.org: autoRenew
      CHANGE DAY set_rrset done: example.com: 1 created, 1 updated (api A)"
    `);
    expect((await session.run("list_changes", { zone, limit: 1 })).output).toMatchObject({ total: 1 });
    expect((await session.refuse("list_changes", { zone: "abc123-def456-ghi789" })).code).toBe("invalid_name");
  });
});
