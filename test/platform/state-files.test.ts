// The journal's, plans' and tokens' files: what a crash leaves of them, who may read them, how many are kept.
import { appendFile, mkdir, readdir, readFile, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ChangeIntent } from "../../src/core/journal/journal.ts";
import type { SavedPlan } from "../../src/core/state.ts";
import { CHANGES_KEPT, fileJournal } from "../../src/platform/state/file-journal.ts";
import { filePlanStore, fileTokenStore } from "../../src/platform/state/file-stores.ts";
import { systemClock } from "../../src/platform/system-clock.ts";
import { DEMO_AUTH_CODE } from "../../src/sandbox/api/transfer.ts";
import { testClock } from "../sandbox/support/test-clock.ts";
import { startSession } from "../support/session.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const zone = "example.com";

function intent(fields: Partial<ChangeIntent> = {}): ChangeIntent {
  return {
    operation: "set_rrset",
    zone,
    summary: "1 created",
    before: [],
    after: [{ name: "www.example.com", type: "MX", ttl: 60, value: "mail.example.com", priority: 10 }],
    disturbed: [],
    created: [],
    ...fields,
  };
}

const STEP = { action: "create", name: "www.example.com", type: "MX", outcome: "done", id: "r-1" } as const;

const STEP_RECORD = { name: "a.b", type: "A", ttl: 300, value: "192.0.2.1" } as const;

function plan(id: string, at = 1): SavedPlan {
  return { id, zone, mode: "merge", stages: [], emptyDesiredState: false, touched: [], at };
}

const planId = (number: number) => `plan-${number.toString(16).padStart(20, "0")}`;

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

/** What others than the user may do. Windows has no such bits: there the folder's own access list decides. */
async function othersBits(path: string): Promise<number> {
  return process.platform === "win32" ? 0 : (await stat(path)).mode & 0o077;
}

describe("the journal in files", () => {
  it("lists a change since the time that it tells, however fast the clock goes", async () => {
    const folder = await temporaryFolder();
    let now = Date.parse("2026-01-01T00:00:00Z");
    const journal = fileJournal(folder, { ...systemClock, now: () => (now += 1) });
    const { id } = await journal.begin(intent());
    const change = await journal.get(id);
    expect(await journal.list({ since: change?.at ?? 0 })).toMatchObject([{ id }]);
  });

  it("gives back what it was given, in another process' eyes too", async () => {
    const folder = await temporaryFolder();
    const clock = testClock("2026-01-01T00:00:00Z");
    const entry = await fileJournal(folder, clock).begin(intent());
    expect(await fileJournal(folder, clock).get(entry.id)).toMatchObject({ status: "unknown", steps: [] });
    const altered = { sent: { name: "a.b", type: "A", ttl: 60, value: "192.0.2.1" } as const, kept: STEP_RECORD };
    await entry.step({ ...STEP, altered });
    clock.advance(7);
    await entry.finish("partial");
    expect(await fileJournal(folder, clock).list({ zone })).toEqual([
      {
        ...intent(),
        id: entry.id,
        at: Date.parse("2026-01-01T00:00:00Z"),
        finishedAt: Date.parse("2026-01-01T00:00:00Z") + 7,
        status: "partial",
        steps: [{ ...STEP, altered }],
      },
    ]);
    await fileJournal(folder, clock).markUndone(entry.id, entry.id);
    expect(await fileJournal(folder, clock).get(entry.id)).toMatchObject({ status: "undone" });
    await entry.abandon();
    expect(await fileJournal(folder, clock).list({})).toEqual([]);
  });

  it("tells what another process did to an entry that it has listed before", async () => {
    const folder = await temporaryFolder();
    const [mine, others] = [fileJournal(folder, systemClock), fileJournal(folder, systemClock)];
    const statuses = async () => (await mine.list({ zone })).map(({ status }) => status);
    const elsewhere = await others.begin(intent({ zone: "example.net" }));
    const entry = await others.begin(intent());
    expect(await statuses()).toEqual(["unknown"]);
    await entry.finish("done");
    expect(await statuses()).toEqual(["done"]);
    await others.markUndone(entry.id, elsewhere.id);
    expect(await statuses()).toEqual(["undone"]);
    await entry.abandon();
    expect(await statuses()).toEqual([]);
    expect(await mine.list({ zone: "example.net" })).toHaveLength(1);
  });

  it("reads an entry cut off at any octet as one whose outcome nobody knows, and can still settle it", async () => {
    const folder = await temporaryFolder();
    const journal = fileJournal(folder, systemClock);
    const entry = await journal.begin(intent());
    const { id } = entry;
    const path = join(folder, "changes", `${id}.jsonl`);
    const begun = (await readFile(path)).length;
    await entry.step(STEP);
    await entry.finish("done");
    const whole = await readFile(path);
    for (let size = 0; size < whole.length; size += 1) {
      await writeFile(path, whole);
      await truncate(path, size);
      const change = await journal.get(id);
      if (size < begun - 1) {
        // Nothing is sent before the first line is whole.
        expect(change).toBeUndefined();
        continue;
      }
      const finished = size >= whole.length - 1;
      expect(change?.status).toBe(finished ? "done" : "unknown");
      await journal.markUndone(id, id);
      expect((await journal.get(id))?.status).toBe("undone");
    }
  });

  it("passes over files that are not its own", async () => {
    const folder = await temporaryFolder();
    const journal = fileJournal(folder, systemClock);
    const { id } = await journal.begin(intent());
    await writeFile(join(folder, "changes", "notes.txt"), "mine");
    await writeFile(join(folder, "changes", "c000000000-000000.jsonl"), '{"intent":7}\n');
    await appendFile(join(folder, "changes", `${id}.jsonl`), "\u0000garbage\n");
    expect((await journal.list({})).map((change) => change.id)).toEqual([id]);
    expect(await journal.get("../../etc/passwd")).toBeUndefined();
  });

  it("keeps the newest thousand or so, and never lets the one begun go, whatever the clock does", async () => {
    const folder = await temporaryFolder();
    const clock = testClock("2026-01-01T00:00:00Z");
    const changes = join(folder, "changes");
    await mkdir(changes, { recursive: true });
    const line = `${JSON.stringify({ intent: intent(), at: 1 })}\n`;
    for (let at = 0; at < CHANGES_KEPT + 20; at += 1) {
      await writeFile(join(changes, `c${(clock.now() + at).toString(36).padStart(9, "0")}-000000.jsonl`), line);
    }
    clock.advance(-1000);
    const { id } = await fileJournal(folder, clock).begin(intent());
    expect(await fileJournal(folder, clock).get(id)).toMatchObject({ id, status: "unknown" });
    expect((await readdir(changes)).length).toBe(CHANGES_KEPT + 1);
  });

  it("lets nobody else read it", async () => {
    const folder = join(await temporaryFolder(), "state");
    await fileJournal(folder, systemClock).begin(intent());
    await filePlanStore(folder).save(plan(planId(1)));
    await fileTokenStore(folder, systemClock).issue({ digest: "d", expiresAt: Date.now() + 1000 });
    const files = await filesBelow(folder);
    expect(files).toHaveLength(3);
    for (const path of files) expect(await othersBits(path)).toBe(0);
    for (const name of ["", "changes", "plans", "tokens"]) expect(await othersBits(join(folder, name))).toBe(0);
  });

  it("sends nothing where it cannot be written", async () => {
    const folder = await temporaryFolder();
    // Not by permission bits: whoever runs the tests may be root.
    await writeFile(join(folder, "changes"), "a file where a folder should be");
    await using session = await startSession({ journal: fileJournal(folder, systemClock) });
    const create = { zone, type: "A", name: "shop", value: "192.0.2.10" };
    expect(await session.refuse("create_record", create)).toMatchInlineSnapshot(`
      {
        "code": "state_unavailable",
        "hint": "Make it writable, or name another with --state-dir.",
        "message": "The state folder cannot be used, so nothing was sent.",
      }
    `);
    for (const [name, input] of [
      ["delete_zone", { zone, confirm: zone }],
      ["create_zone", { domain: "new-project.example" }],
      ["update_domain", { domain: "example.com", privacy_protection: false }],
      ["delete_record", { record: "rec-010" }],
    ] as const) {
      expect((await session.refuse(name, input)).code).toBe("state_unavailable");
    }
    expect(session.requests().filter((line) => !line.startsWith("GET"))).toEqual([]);
  });

  it("calls done what was done, though it could not be noted, and stops", async () => {
    const folder = await temporaryFolder();
    const journal = fileJournal(folder, systemClock);
    const breaking = {
      ...journal,
      begin: async (given: ChangeIntent) => {
        const entry = await journal.begin(given);
        return { ...entry, step: () => Promise.reject(new Error("no space left")) };
      },
    };
    await using session = await startSession({ journal: breaking, concurrency: 1 });
    const records = [1, 2, 3].map((at) => ({ type: "TXT", name: `n${at}`, value: "v" }));
    expect((await session.refuse("ensure_records", { zone, records })).message).toMatch(/^1 of 3 changes/);
    const [change] = await journal.list({});
    expect(change).toMatchObject({ status: "partial" });
    expect((await session.run("list_records", { zone, type: "TXT" })).text).toContain("n1");
  });

  it("holds no secret", async () => {
    const folder = await temporaryFolder();
    const token = "vps_test_0123456789abcdefghij";
    const authCode = DEMO_AUTH_CODE;
    await using session = await startSession({
      sandbox: { token },
      token,
      allowPurchases: true,
      journal: fileJournal(folder, systemClock),
      plans: filePlanStore(folder),
    });
    await session.run("transfer_domain", {
      domain: "myapp.io",
      auth_code: authCode,
      max_price: 50,
      confirm: "myapp.io",
    });
    await session.run("update_domain", { domain: "example.org", auto_renew: true });
    await session.run("plan_zone", { zone, zonefile: "new 60 IN A 192.0.2.9\n" });
    await session.run("create_record", { zone, type: "A", name: "shop", value: "192.0.2.10" });
    const files = await filesBelow(folder);
    expect(files.length).toBeGreaterThan(2);
    for (const path of files) {
      const text = await readFile(path, "utf8");
      expect(text).not.toContain(token);
      expect(text).not.toContain(authCode);
    }
  });
});

describe("saved plans in files", () => {
  it("are taken once, kept to the newest two hundred, and none when torn", async () => {
    const folder = await temporaryFolder();
    const plans = filePlanStore(folder);
    await mkdir(join(folder, "plans"), { recursive: true });
    await writeFile(join(folder, "plans", planId(999)), '{"id":"plan-');
    for (let at = 1; at <= 203; at += 1) await plans.save(plan(planId(at), at));
    expect(await readdir(join(folder, "plans"))).toHaveLength(200);
    expect(await plans.get(planId(999))).toBeUndefined();
    expect(await plans.get(planId(3))).toBeUndefined();
    expect(await plans.get(planId(203))).toEqual(plan(planId(203), 203));
    const takes = await Promise.all([1, 2, 3].map(() => filePlanStore(folder).take(planId(203))));
    expect(takes.filter(Boolean)).toHaveLength(1);
    expect(await plans.get("../changes/x")).toBeUndefined();
  });
});

describe("tokens in files", () => {
  it("are good once, and the folder does not give them away", async () => {
    const folder = await temporaryFolder();
    const tokens = fileTokenStore(folder, systemClock);
    const token = await tokens.issue({ digest: "d", expiresAt: Date.now() + 60_000 });
    for (const path of await filesBelow(folder)) {
      expect(path).not.toContain(token);
      expect(await readFile(path, "utf8")).not.toContain(token);
    }
    const takes = await Promise.all([1, 2].map(() => tokens.consume(token)));
    expect(takes.filter((binding) => binding !== undefined)).toHaveLength(1);
    await tokens.issue({ digest: "old", expiresAt: 1 });
    await tokens.issue({ digest: "new", expiresAt: Date.now() + 60_000 });
    expect(await filesBelow(folder)).toHaveLength(1);
  });
});

describe("a state folder that cannot be made", () => {
  it.skipIf(process.platform !== "linux")("is told at once, where Node's own way would try for ever", async () => {
    const begun = fileJournal("/proc/no-such-process/state", systemClock).begin(intent());
    await expect(begun).rejects.toMatchObject({ code: "state_unavailable" });
  });
});
