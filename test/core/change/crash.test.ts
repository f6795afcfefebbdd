// kill -9 after every single request of a long apply: journal and zone agree, and undo restores the start.
import { describe, expect, it } from "vitest";
import type { Change } from "../../../src/core/journal/journal.ts";
import { fileJournal } from "../../../src/platform/state/file-journal.ts";
import { filePlanStore } from "../../../src/platform/state/file-stores.ts";
import { systemClock } from "../../../src/platform/system-clock.ts";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { bundleScript } from "../../support/child-process.ts";
import { openTestSession, startSession } from "../../support/session.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { type Child, startChild } from "./child.ts";
import { contentOf } from "./zone-content.ts";

const zone = "example.com";
const SCRIPT = new URL("apply-main.ts", import.meta.url);

/** 66 requests of all three kinds: new names, a moved alias, changed values and TTLs, what goes. */
const PLAN = {
  zone,
  mode: "replace",
  zonefile: [
    ...Array.from({ length: 50 }, (_, at) => `n${at} 300 IN TXT "v${at}"`),
    ...Array.from({ length: 10 }, (_, at) => `multi 300 IN A 192.0.2.${100 + at}`),
    "www 3600 IN CNAME pages.example.net.",
    "api 60 IN A 192.0.2.11",
    "api 60 IN A 192.0.2.12",
    "new 60 IN MX 1 mx.new",
    "mx.new 60 IN A 192.0.2.13",
    "sip 60 IN A 192.0.2.60",
  ].join("\n"),
};
const REQUESTS = 66;
/** A test of its own for so many kills, each with a zone and a state folder of its own. */
const KILLS = 11;

function open({ url, token }: Pick<Sandbox, "url" | "token">, folder: string) {
  return openTestSession(url, {
    token,
    journal: fileJournal(folder, systemClock),
    plans: filePlanStore(folder),
    concurrency: 4,
  });
}

/** Kills the child when so many of its writes have been carried out. */
function killAfter(child: Child, writes: number): () => void {
  let seen = 0;
  return () => {
    seen += 1;
    if (seen === writes) child.kill();
  };
}

/** The steps that the journal calls done were done: each is in the zone, or is not any more. */
function mustBeTrue(change: Change, content: readonly string[]): void {
  const done = change.steps.filter(({ outcome }) => outcome === "done");
  const created = done.filter(({ action, name }) => action === "create" && /^n\d+\./.test(name));
  for (const { name } of created) expect(content.some((line) => line.includes(`"${name}"`))).toBe(true);
  expect(change.steps.every(({ outcome }) => outcome === "done")).toBe(true);
}

describe("kill -9 during apply_plan", () => {
  const firsts = Array.from({ length: REQUESTS / KILLS }, (_, at) => at * KILLS + 1);

  it.each(firsts)("agrees with the zone, and undo restores the start: %i requests and on", async (first) => {
    const program = await bundleScript(SCRIPT);
    const watch: { seen?: () => void } = {};
    await using session = await startSession({ sandbox: { onZoneEvent: () => watch.seen?.() } });
    const start = await contentOf(session.sandbox);
    const folder = await temporaryFolder();
    await using own = open(session.sandbox, folder);
    const left: number[] = [];
    for (let writes = first; writes < first + KILLS; writes += 1) {
      const { output } = await own.run("plan_zone", PLAN);
      const child = startChild(program, session.sandbox, {
        folder,
        calls: [["apply_plan", { plan: output["plan"], confirm: zone }]],
      });
      watch.seen = killAfter(child, writes);
      await child.answers;
      delete watch.seen;
      const [change] = await fileJournal(folder, systemClock).list({ zone, limit: 1 });
      const content = (await contentOf(session.sandbox)) ?? [];
      expect(change).toMatchObject({ operation: "apply_plan", status: "unknown" });
      if (change === undefined) throw new Error("no change");
      mustBeTrue(change, content);
      left.push(change.steps.length);
      await own.run("undo_change", { change: change.id, confirm: zone });
      expect(await contentOf(session.sandbox)).toEqual(start);
      expect(await fileJournal(folder, systemClock).get(change.id)).toMatchObject({ status: "undone" });
    }
    // The kills did come where they were meant to: in flight are at most one request and one note a lane, of four.
    expect(Math.min(...left)).toBeLessThan(first + 8);
    expect(Math.max(...left)).toBeGreaterThan(first + KILLS - 12);
  });
});

function forty(letter: string) {
  return Array.from({ length: 40 }, (_, at) => ({ type: "TXT", name: `${letter}${at}`, value: letter }));
}

describe("two processes on one state folder", () => {
  it("apply to one zone in turn, each plan once, both journaled", async () => {
    const program = await bundleScript(SCRIPT);
    await using session = await startSession();
    const folder = await temporaryFolder();
    await using own = open(session.sandbox, folder);
    const planOf = async (letter: string) =>
      (await own.run("plan_zone", { zone, records: forty(letter) })).output["plan"];
    const [a, b] = [await planOf("a"), await planOf("b")];
    session.requests();
    const calls = [a, b].map((plan): readonly [string, object] => ["apply_plan", { plan }]);
    const children = [calls, calls.toReversed()].map((list) =>
      startChild(program, session.sandbox, { folder, calls: list }),
    );
    const answers = (await Promise.all(children.map((child) => child.answers))).flat();
    expect(answers.filter((answer) => JSON.stringify(answer).includes('"changed":true'))).toHaveLength(2);
    expect(answers.filter((answer) => JSON.stringify(answer).includes("plan_not_found"))).toHaveLength(2);
    const posts = session.sandbox.requests().filter(({ method }) => method === "POST");
    expect(posts).toHaveLength(80);
    // One after the other: the letters do not mix.
    const order = posts.map(({ body }) => JSON.stringify(body).includes('"value":"a"'));
    expect(order.filter((isA, at) => at > 0 && isA !== order[at - 1])).toHaveLength(1);
    const changes = await fileJournal(folder, systemClock).list({ zone });
    expect(changes.map(({ status, steps }) => [status, steps.length])).toEqual([
      ["done", 40],
      ["done", 40],
    ]);
  });

  it("undo a change while the other applies, each in its turn: nothing of either is lost", async () => {
    const program = await bundleScript(SCRIPT);
    await using session = await startSession();
    const folder = await temporaryFolder();
    await using own = open(session.sandbox, folder);
    const first = await own.run("ensure_records", { zone, records: forty("a") });
    const start = await contentOf(session.sandbox);
    const { output } = await own.run("plan_zone", { zone, records: forty("b") });
    const earlier = session.sandbox.requests().length;
    const children = [
      startChild(program, session.sandbox, {
        folder,
        calls: [["undo_change", { change: first.output["change"], confirm: zone }]],
      }),
      startChild(program, session.sandbox, { folder, calls: [["apply_plan", { plan: output["plan"] }]] }),
    ];
    const answers = (await Promise.all(children.map((child) => child.answers))).flat();
    expect(
      answers.map((answer) => JSON.stringify(answer)).filter((answer) => !answer.includes('"changed":true')),
    ).toEqual([]);
    const writes = session.sandbox
      .requests()
      .slice(earlier)
      .filter(({ method }) => method !== "GET");
    // One after the other: deletions and creations do not mix.
    const order = writes.map(({ method }) => method);
    expect(order.filter((method, at) => at > 0 && method !== order[at - 1])).toHaveLength(1);
    const content = (await contentOf(session.sandbox)) ?? [];
    expect(content.filter((line) => /"[ab]\d+\./.test(line)).every((line) => /"b\d+\./.test(line))).toBe(true);
    expect(content).toHaveLength(start?.length ?? 0);
    expect((await fileJournal(folder, systemClock).list({ zone })).map(({ status }) => status).sort()).toEqual([
      "done",
      "done",
      "undone",
    ]);
  });

  it("take a lock over from a process that was killed with it", async () => {
    const program = await bundleScript(SCRIPT);
    let child: Child | undefined;
    const sandbox = { onZoneEvent: () => child?.kill() };
    await using session = await startSession({ sandbox });
    const folder = await temporaryFolder();
    const calls = [["set_rrset", { zone, name: "api", type: "A", values: ["192.0.2.11"] }]] as const;
    child = startChild(program, session.sandbox, { folder, calls });
    expect(await child.answers).toEqual([]);
    child = undefined;
    const heirs = [0, 1, 2].map(() => startChild(program, session.sandbox, { folder, calls }));
    const answers = (await Promise.all(heirs.map((heir) => heir.answers))).flat();
    expect(answers).toHaveLength(3);
    for (const answer of answers) expect(answer).toMatchObject({ status: "done" });
  });
});
