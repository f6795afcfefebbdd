// Work that is cut off in the middle, whichever way: what is in the zone and what the journal says agree afterwards, and
// one undo_change takes it all back.
import { readdir } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Journal } from "../../../src/core/journal/journal.ts";
import { fileJournal } from "../../../src/platform/state/file-journal.ts";
import { systemClock } from "../../../src/platform/system-clock.ts";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { startSandbox } from "../../../src/sandbox/start.ts";
import { openTestSession, type TestSession } from "../../support/session.ts";
import { hasSignals } from "../../support/signals.ts";
import { startHttpServer } from "../support/http-server.ts";
import { buildProgram, type Program, type TemporaryFolder, temporaryFolder } from "../support/program.ts";
import { calls, messagesOf, rawRequest } from "../support/raw-http.ts";
import { initialize, type RawServer, startRawServer } from "../support/raw-server.ts";
import { until } from "../support/until.ts";

let program: Program;
let sandbox: Sandbox;
let state: TemporaryFolder;
beforeAll(async () => {
  [program, sandbox, state] = await Promise.all([
    buildProgram(),
    startSandbox({ clock: systemClock, seed: true }),
    temporaryFolder(),
  ]);
  sandbox.faults.add({ kind: "latency", ms: 25, method: "POST" });
});
afterAll(() => Promise.all([program[Symbol.asyncDispose](), sandbox.close(), state[Symbol.asyncDispose]()]));

// Nine seconds of work: longer than a server that is told to end waits for a call.
const RECORDS = 700;
const records = Array.from({ length: RECORDS }, (_, at) => ({ name: `h${at}`, type: "A", value: "192.0.2.1" }));
const SEEN = 20;
const CONCURRENCY = 2;

const environment = (): Record<string, string> => ({
  VPS_API_URL: sandbox.url,
  VPS_API_TOKEN: sandbox.token,
  VPS_STATE_DIR: state.path,
  VPS_CONCURRENCY: String(CONCURRENCY),
});

const posted = () => sandbox.requests().filter(({ method }) => method === "POST").length;

async function withSession<T>(work: (session: TestSession, journal: Journal) => Promise<T>): Promise<T> {
  const journal = fileJournal(state.path, systemClock);
  await using session = openTestSession(sandbox.url, { token: sandbox.token, journal });
  return work(session, journal);
}

/** Makes a zone; resolves, once the work that `start` begins in it is well under way, with how to look at what is left. */
async function underWay(zone: string, start: () => void): Promise<void> {
  await withSession((session) => session.run("create_zone", { domain: zone }));
  const before = posted();
  start();
  await until(() => posted() >= before + SEEN);
}

/** The zone and the journal agree, and undoing leaves nothing. */
async function expectTruth(zone: string): Promise<void> {
  await withSession(async (session, journal) => {
    const held = async () => Number((await session.run("list_records", { zone })).output["total"]);
    const [change] = await journal.list({ zone });
    const count = (outcome: string) => change?.steps.filter((step) => step.outcome === outcome).length ?? 0;
    const [done, unknown] = [count("done"), count("unknown")];
    // A request that was cut off may have been carried out: told as unknown, and settled by undoing.
    expect(change?.status).toBe(unknown === 0 ? "partial" : "unknown");
    expect(unknown).toBeLessThanOrEqual(CONCURRENCY);
    expect(done).toBeGreaterThanOrEqual(SEEN - CONCURRENCY);
    expect(done).toBeLessThan(RECORDS);
    const left = await held();
    expect(left).toBeGreaterThanOrEqual(done);
    expect(left).toBeLessThanOrEqual(done + unknown);
    await session.run("undo_change", { change: change?.id, confirm: zone });
    expect(await held()).toBe(0);
  });
}

describe.each(Object.entries(calls))("an HTTP client of %s", (version, call) => {
  it("that goes away in the middle cancels its call", async () => {
    await using server = await startHttpServer(program.path, { env: environment() });
    const zone = `gone-${version}.example`;
    const { headers, body } = call(1, "ensure_records", { zone, records });
    const away = new AbortController();
    let gone: Promise<unknown> = Promise.resolve();
    await underWay(zone, () => {
      const asked = fetch(server.url, {
        method: "POST",
        headers: { ...headers, authorization: `Bearer ${server.bearer}` },
        body,
        signal: away.signal,
      });
      gone = asked.then((answer) => answer.text());
    });
    away.abort();
    await expect(gone).rejects.toThrow();
    await until(async () => (await fileJournal(state.path, systemClock).list({ zone }))[0]?.finishedAt !== undefined);
    await expectTruth(zone);
  });
});

describe.runIf(hasSignals)("an HTTP server that is told to end", () => {
  it("stops a long call, which tells what is done, and exits with 0", async () => {
    await using server = await startHttpServer(program.path, { env: environment() });
    const zone = "ended.example";
    const call = calls["2025-11-25"]?.(1, "ensure_records", { zone, records });
    const port = Number(new URL(server.url).port);
    const headers = { ...call?.headers, authorization: `Bearer ${server.bearer}` };
    let answered: ReturnType<typeof rawRequest> | undefined;
    await underWay(zone, () => {
      answered = rawRequest(port, { ...call, headers });
    });
    server.child.kill("SIGTERM");
    const answer = await answered;
    expect(answer?.status).toBe(200);
    expect(answer?.body).toMatch(/\[(cancelled|partial)\][^"]* of 700/);
    expect(await server.exited).toBe(0);
    await expectTruth(zone);
  });

  it("lets a short call finish, takes no other, and exits with 0", async () => {
    await using server = await startHttpServer(program.path, { env: environment() });
    const port = Number(new URL(server.url).port);
    const authorization = `Bearer ${server.bearer}`;
    const call = calls["2025-11-25"]?.(1, "create_zone", { domain: "short.example" });
    sandbox.faults.add({ kind: "latency", ms: 500, method: "POST", times: 1 });
    const answered = rawRequest(port, { ...call, headers: { ...call?.headers, authorization } });
    await until(async () => (await fileJournal(state.path, systemClock).list({ zone: "short.example" })).length > 0);
    server.child.kill("SIGTERM");
    expect(messagesOf(await answered)).toMatchObject([{ id: 1, result: { structuredContent: { changed: true } } }]);
    expect(await server.exited).toBe(0);
    await expect(rawRequest(port, { method: "GET", path: "/healthz" })).rejects.toThrow("ECONNREFUSED");
  });
});

const signalled: [string, (server: RawServer) => void][] = hasSignals
  ? [["it is told to end", ({ child }) => void child.kill("SIGTERM")]]
  : [];

describe("a stdio server", () => {
  it.each<[string, (server: RawServer) => void]>([["its input ends", ({ child }) => child.stdin.end()], ...signalled])(
    "at work when %s exits with 0, its journal true",
    async (how, end) => {
      await using server = startRawServer(program.path, { env: environment() });
      const zone = `stdio-${how.replaceAll(" ", "-")}.example`;
      await server.send(initialize);
      await server.next();
      await underWay(zone, () => {
        const params = { name: "ensure_records", arguments: { zone, records } };
        void server.send({ jsonrpc: "2.0", id: 1, method: "tools/call", params });
      });
      end(server);
      expect(await server.exited).toBe(0);
      await expectTruth(zone);
    },
  );

  it.runIf(hasSignals)("leaves nothing behind of its sandbox when it is told to end", async () => {
    await using temporary = await temporaryFolder();
    await using server = startRawServer(program.path, { flags: ["--sandbox"], env: { TMPDIR: temporary.path } });
    await server.send(initialize);
    await server.next();
    const params = { name: "create_zone", arguments: { domain: "a.example" } };
    await server.send({ jsonrpc: "2.0", id: 1, method: "tools/call", params });
    expect(await server.next()).toMatchObject({ id: 1, result: { structuredContent: { changed: true } } });
    expect(await readdir(temporary.path)).not.toEqual([]);
    server.child.kill("SIGTERM");
    expect(await server.exited).toBe(0);
    expect(await readdir(temporary.path)).toEqual([]);
  });
});
