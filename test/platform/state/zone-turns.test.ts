// Turns at a zone: among the calls of a process, among processes, among hosts.
import { mkdir, readdir, readFile, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Clock } from "../../../src/core/ports.ts";
import { fileJournal } from "../../../src/platform/state/file-journal.ts";
import { systemClock } from "../../../src/platform/system-clock.ts";
import { until } from "../../mcp/support/until.ts";
import { testClock } from "../../sandbox/support/test-clock.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { holdElsewhere } from "./other-host.ts";

const zone = "example.com";

function lockPath(folder: string): string {
  return join(folder, "locks", Buffer.from(zone).toString("hex"));
}

async function folderWithLock(text: string, ageMs = 0): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "locks"));
  await writeFile(lockPath(folder), text);
  await setAge(folder, ageMs);
  return folder;
}

async function setAge(folder: string, ms: number): Promise<void> {
  const written = new Date(Date.now() - ms);
  await utimes(lockPath(folder), written, written);
}

function ownerAt(host: string): string {
  return JSON.stringify({ pid: process.pid, life: "another", host });
}

/** Ten seconds pass with every look. */
function hurriedClock(): Clock {
  const clock = testClock("2026-01-01T00:00:00Z");
  return { ...clock, sleep: async () => clock.advance(10_000) };
}

describe("the zone's lock", () => {
  it.each([
    ["of an earlier life with the same process number", ownerAt(hostname()), 0],
    ["of another host that has not written to it for two minutes", ownerAt("other.example"), 121_000],
    ["that a crash cut short", '{"pid":1,"li', 3_000],
  ])("is taken over when it is one %s", async (_, text, age) => {
    const folder = await folderWithLock(text, age);
    expect(await fileJournal(folder, systemClock).exclusively(zone, (waited) => Promise.resolve(waited))).toBe(true);
    expect(await readdir(join(folder, "locks"))).toEqual([]);
  });

  it.each([
    ["of another host that wrote to it a minute ago", ownerAt("other.example"), 60_000],
    ["that is just being written", "", 0],
  ])("is respected when it is one %s, and waited for no longer than a minute", async (_, text, age) => {
    const folder = await folderWithLock(text, age);
    const work = fileJournal(folder, hurriedClock()).exclusively(zone, () => Promise.resolve("never"));
    await expect(work).rejects.toMatchObject({ code: "conflict" });
    expect(await readdir(join(folder, "locks"))).toHaveLength(1);
  });

  it("is kept alive by a process of another host while that works, and taken over when it has died", async () => {
    const folder = await temporaryFolder();
    const holder = await holdElsewhere(folder);
    await setAge(folder, 600_000);
    const old = (await stat(lockPath(folder))).mtimeMs;
    await until(async () => (await stat(lockPath(folder))).mtimeMs > old);
    const journal = fileJournal(folder, hurriedClock());
    await expect(journal.exclusively(zone, () => Promise.resolve("never"))).rejects.toMatchObject({ code: "conflict" });
    await holder.kill();
    await setAge(folder, 600_000);
    expect(await journal.exclusively(zone, () => Promise.resolve("taken over"))).toBe("taken over");
  });

  it("is left to whoever took it over from one that was stopped for long", async () => {
    const folder = await temporaryFolder();
    await fileJournal(folder, systemClock).exclusively(zone, () =>
      writeFile(lockPath(folder), ownerAt("other.example")),
    );
    expect(await readFile(lockPath(folder), "utf8")).toBe(ownerAt("other.example"));
  });

  it("is waited for no longer than the call that waits", async () => {
    const folder = await folderWithLock(ownerAt("other.example"));
    const gone = AbortSignal.abort();
    const work = fileJournal(folder, systemClock).exclusively(zone, () => Promise.resolve("never"), gone);
    await expect(work).rejects.toMatchObject({ code: "cancelled" });
    expect(await readdir(join(folder, "locks"))).toHaveLength(1);
  });
});

describe("turns at a zone", () => {
  it("are one at a time, over journals that share a folder", async () => {
    const folder = await temporaryFolder();
    let inside = 0;
    const most: number[] = [];
    const work = async () => {
      inside += 1;
      most.push(inside);
      await systemClock.sleep(1);
      inside -= 1;
    };
    const journals = [fileJournal(folder, systemClock), fileJournal(folder, systemClock)];
    await Promise.all(journals.flatMap((journal) => [1, 2, 3].map(() => journal.exclusively(zone, work))));
    expect(most).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it("come in the order of asking, without those who were given up, and others' zones are not held up", async () => {
    const journal = fileJournal(await temporaryFolder(), systemClock);
    const order: string[] = [];
    const givenUp = new AbortController();
    const turn = (name: string, signal?: AbortSignal) =>
      journal.exclusively(zone, async (waited) => void order.push(`${name} ${waited ? "waited" : "at once"}`), signal);
    const elsewhere = async () => {
      await journal.exclusively("example.net", async () => void order.push("elsewhere"));
    };
    const first = journal.exclusively(zone, async () => {
      order.push("first");
      await elsewhere();
      givenUp.abort();
    });
    const second = turn("second");
    const third = turn("third", givenUp.signal);
    const fourth = turn("fourth");
    await expect(third).rejects.toMatchObject({ code: "cancelled" });
    await Promise.all([first, second, fourth]);
    await turn("fifth");
    expect(order).toEqual(["first", "elsewhere", "second waited", "fourth waited", "fifth at once"]);
  });

  it("are waited for no longer than a minute behind calls of the same process", async () => {
    const journal = fileJournal(await temporaryFolder(), hurriedClock());
    await journal.exclusively(zone, async () => {
      const late = journal.exclusively(zone, () => Promise.resolve("never"));
      await expect(late).rejects.toMatchObject({ code: "conflict" });
    });
    expect(await journal.exclusively(zone, () => Promise.resolve("next"))).toBe("next");
  });

  it("go over to another process after a second, however many of one process wait", async () => {
    const folder = await temporaryFolder();
    const clock = testClock("2026-01-01T00:00:00Z");
    const busy = fileJournal(folder, clock);
    const order: string[] = [];
    const work = async () => {
      order.push("busy");
      clock.advance(600);
      await systemClock.sleep(5);
    };
    const calls: Promise<void>[] = [];
    await busy.exclusively(zone, async () => {
      calls.push(fileJournal(folder, systemClock).exclusively(zone, async () => void order.push("other")));
      calls.push(...Array.from({ length: 20 }, () => busy.exclusively(zone, work)));
    });
    await Promise.all(calls);
    expect(order.indexOf("other")).toBeLessThan(order.length - 1);
  });
});
