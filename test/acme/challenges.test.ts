// What the hook does to an account: on the sandbox over HTTP, and asked of its name server over UDP.
import { describe, expect, it } from "vitest";
import type { Challenge } from "../../src/acme/challenge.ts";
import { cleanUp, granted, present } from "../../src/acme/challenges.ts";
import { sweep } from "../../src/acme/sweep.ts";
import { toProblem } from "../../src/core/errors.ts";
import type { Journal } from "../../src/core/journal/journal.ts";
import { memoryJournal } from "../../src/core/journal/memory-state.ts";
import { systemClock } from "../../src/platform/system-clock.ts";
import { sandboxWire } from "../../src/platform/wire/named-wires.ts";
import { queryDns } from "../support/dns-query.ts";
import { freePort } from "../support/named.ts";
import { openTestSession, type SandboxSession, type SessionSettings, startSession } from "../support/session.ts";

const NOW = { wait: "none", waitTimeout: 10 } as const;
const PROVEN = { wait: "authoritative", waitTimeout: 10 } as const;
const NAME = "_acme-challenge.www.example.com";
const HOUR_MS = 3_600_000;

const valued = (value: string, name = NAME): Challenge => ({ name, value });

interface Scene extends AsyncDisposable {
  readonly session: SandboxSession;
  readonly context: () => ReturnType<SandboxSession["context"]>;
  /** The TXT values that the name server answers, sorted. */
  readonly answered: (name?: string) => Promise<readonly string[]>;
  /** What is done from now on is done so much later. */
  readonly passTime: (ms: number) => void;
}

async function startScene(settings: SessionSettings = {}): Promise<Scene> {
  let ahead = 0;
  const clock = { ...systemClock, now: () => systemClock.now() + ahead };
  const session = await startSession({ clock, ...settings });
  return {
    session,
    context: () => session.context({ confirmation: granted }),
    answered: async (name = NAME) => {
      const { answers } = await queryDns({ server: session.sandbox.nameserver, name, type: "TXT" });
      return answers.flatMap(({ type, value }) => (type === "TXT" ? [value] : [])).sort();
    },
    passTime: (ms) => (ahead += ms),
    [Symbol.asyncDispose]: () => session[Symbol.asyncDispose](),
  };
}

/** Another program on the same account. */
function openBeside({ session: { sandbox } }: Scene, settings: SessionSettings = {}) {
  const { url, token } = sandbox;
  const other = openTestSession(url, { token, wire: sandboxWire(sandbox), ...settings });
  return { ...other, context: () => other.context({ confirmation: granted }) };
}

const nothing = () => Promise.resolve();

/** The journal of a process that dies after every request. */
function withoutOutcomes(journal: Journal): Journal {
  return {
    ...journal,
    begin: async (intent) => ({ ...(await journal.begin(intent)), step: nothing, finish: nothing }),
  };
}

async function refused(work: Promise<unknown>) {
  return toProblem(
    await work.then(
      () => Promise.reject(new Error("nothing was refused")),
      (error: unknown) => error,
    ),
  );
}

describe("present", () => {
  it("is over once the name server answers the value", async () => {
    await using scene = await startScene();
    expect(await present(scene.context(), valued("one"), PROVEN)).toEqual({ name: NAME, changed: true });
    expect(await scene.answered()).toEqual(["one"]);
  });

  it("adds a second value beside the first, and is content with one that is there", async () => {
    await using scene = await startScene();
    await present(scene.context(), valued("one"), NOW);
    await present(scene.context(), valued("two"), PROVEN);
    expect(await present(scene.context(), valued("two"), PROVEN)).toEqual({ name: NAME, changed: false });
    expect(await scene.answered()).toEqual(["one", "two"]);
  });

  it("lives for a minute, unless others' values at the name live longer: theirs are left alone", async () => {
    await using scene = await startScene();
    const ttls = async () =>
      (await queryDns({ server: scene.session.sandbox.nameserver, name: NAME, type: "TXT" })).answers.map(
        ({ ttl }) => ttl,
      );
    await present(scene.context(), valued("one"), NOW);
    expect(await ttls()).toEqual([60]);
    await cleanUp(scene.context(), valued("one"));
    await scene.session.run("create_record", {
      zone: "example.com",
      type: "TXT",
      name: NAME,
      value: "theirs",
      ttl: 900,
    });
    await present(scene.context(), valued("one"), NOW);
    expect(await ttls()).toEqual([900, 900]);
  });

  it("finds the zone by the longest match", async () => {
    await using scene = await startScene();
    await scene.session.run("create_zone", { domain: "www.example.com" });
    await present(scene.context(), valued("one"), NOW);
    const { output } = await scene.session.run("list_records", { zone: "www.example.com" });
    expect(output).toMatchObject({ records: [{ name: "_acme-challenge", value: "one" }] });
  });

  it("follows a CNAME to where the challenge is delegated, and cleans up there", async () => {
    await using scene = await startScene();
    const target = "www.acme.myapp.io";
    await scene.session.run("create_record", { zone: "example.com", type: "CNAME", name: NAME, value: target });
    expect(await present(scene.context(), valued("one"), PROVEN)).toEqual({ name: target, changed: true });
    expect(await scene.answered(target)).toEqual(["one"]);
    expect(await cleanUp(scene.context(), valued("one"))).toEqual({ name: target, changed: true });
    expect(await scene.answered(target)).toEqual([]);
  });

  it("follows a CNAME that only the DNS knows, in a zone that is not the account's to see", async () => {
    await using scene = await startScene();
    await scene.session.run("create_record", {
      zone: "example.com",
      type: "CNAME",
      name: NAME,
      value: "www.acme.myapp.io",
    });
    // With its zone closed to this program the name is one that others serve.
    await using narrow = openBeside(scene, { zones: ["myapp.io"] });
    expect(await present(narrow.context(), valued("one"), NOW)).toMatchObject({ name: "www.acme.myapp.io" });
  });

  it.each([
    [
      "a name in no zone",
      valued("one", "_acme-challenge.example.edu"),
      "No zone of this account holds _acme-challenge.example.edu.",
    ],
    ["a name of somebody else's zone", valued("one", "_acme-challenge.example.net"), "No zone of this account holds"],
  ])("says of %s how to delegate it", async (_, challenge, message) => {
    await using scene = await startScene();
    const problem = await refused(present(scene.context(), challenge, NOW));
    expect(problem).toMatchObject({ code: "zone_not_found" });
    expect(problem.message).toContain(message);
    expect(problem.hint).toContain(`A CNAME at ${challenge.name} into one of them`);
  });

  it("gives up on CNAMEs in a circle", async () => {
    await using scene = await startScene();
    await scene.session.run("create_record", { zone: "example.com", type: "CNAME", name: NAME, value: "a.myapp.io" });
    await scene.session.run("create_record", { zone: "myapp.io", type: "CNAME", name: "a", value: NAME });
    expect(await refused(present(scene.context(), valued("one"), NOW))).toMatchObject({ code: "conflict" });
  });

  it("stays within the allow-list", async () => {
    await using scene = await startScene({ zones: ["example.org"] });
    expect(await refused(present(scene.context(), valued("one"), NOW))).toMatchObject({ code: "zone_not_found" });
    expect(scene.session.requests().filter((line) => line.startsWith("POST"))).toEqual([]);
  });

  it("fails when the name servers do not answer in time, the record being there", async () => {
    await using scene = await startScene();
    const nobody = `127.0.0.1:${await freePort()}`;
    await using deaf = openBeside(scene, { wire: sandboxWire({ nameserver: nobody }) });
    const problem = await refused(present(deaf.context(), valued("one"), { wait: "authoritative", waitTimeout: 1 }));
    expect(problem).toMatchObject({ code: "not_propagated" });
    expect(await scene.answered()).toEqual(["one"]);
  });
});

describe("cleanup", () => {
  it("removes its own value and no other", async () => {
    await using scene = await startScene();
    await present(scene.context(), valued("one"), NOW);
    await present(scene.context(), valued("two"), NOW);
    expect(await cleanUp(scene.context(), valued("one"))).toEqual({ name: NAME, changed: true });
    expect(await scene.answered()).toEqual(["two"]);
    expect(await cleanUp(scene.context(), valued("one"))).toEqual({ name: NAME, changed: false });
  });

  it("asks nobody, be it all that a small zone has", async () => {
    await using scene = await startScene();
    await scene.session.run("create_zone", { domain: "acme.example.org" });
    const challenge = valued("one", "_acme-challenge.acme.example.org");
    await present(scene.context(), challenge, NOW);
    scene.passTime(HOUR_MS);
    expect(await cleanUp(scene.context(), challenge)).toMatchObject({ changed: true });
  });
});

describe("cleanup --older-than", () => {
  it("removes what a crash left, and neither what is young nor what others put there", async () => {
    await using scene = await startScene();
    await scene.session.run("create_record", { zone: "example.com", type: "TXT", name: NAME, value: "theirs" });
    await present(scene.context(), valued("old"), NOW);
    await present(scene.context(), valued("older", "_acme-challenge.myapp.io"), NOW);
    await present(scene.context(), valued("theirs"), NOW);
    scene.passTime(2 * HOUR_MS);
    await present(scene.context(), valued("young"), NOW);
    const swept = await sweep(scene.context(), HOUR_MS);
    expect(swept.map(({ value }) => value).sort()).toEqual(["old", "older"]);
    expect(await scene.answered()).toEqual(["theirs", "young"]);
    expect(await sweep(scene.context(), HOUR_MS)).toEqual([]);
  });

  it("leaves a value alone that was removed and that somebody else put there since", async () => {
    await using scene = await startScene();
    await present(scene.context(), valued("one"), NOW);
    await using others = openBeside(scene);
    await others.run("delete_record", { zone: "example.com", type: "TXT", name: NAME, value: "one" });
    await others.run("create_record", { zone: "example.com", type: "TXT", name: NAME, value: "one" });
    expect(await sweep(scene.context(), 0)).toEqual([]);
    expect(await scene.answered()).toEqual(["one"]);
  });

  it("finds what was sent by a run that died before it heard the answer", async () => {
    const journal = memoryJournal(systemClock);
    await using scene = await startScene({ journal: withoutOutcomes(journal) });
    await present(scene.context(), valued("one"), NOW);
    expect((await journal.list({})).map(({ status, steps }) => [status, steps.length])).toEqual([["unknown", 0]]);
    expect(await sweep(scene.context(), 0)).toEqual([valued("one")]);
    expect(await scene.answered()).toEqual([]);
  });

  it("takes what was undone, or removed in another way, for removed", async () => {
    await using scene = await startScene();
    await present(scene.context(), valued("one"), NOW);
    const { output } = await scene.session.run("list_changes");
    expect(output).toMatchObject({ changes: [{ operation: "acme_present", zone: "example.com" }] });
    await scene.session.run("delete_record", { zone: "example.com", type: "TXT", name: NAME, value: "one" });
    await scene.session.run("create_record", { zone: "example.com", type: "TXT", name: NAME, value: "one" });
    expect(await sweep(scene.context(), 0)).toEqual([]);
    expect(await scene.answered()).toEqual(["one"]);
  });

  it("touches no zone outside the allow-list", async () => {
    const journal = memoryJournal(systemClock);
    await using scene = await startScene({ journal });
    await present(scene.context(), valued("one"), NOW);
    await using narrow = openBeside(scene, { zones: ["example.org"], journal });
    expect(await sweep(narrow.context(), 0)).toEqual([]);
    expect(await scene.answered()).toEqual(["one"]);
  });
});
