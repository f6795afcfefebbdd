// The journal file: what a crash may leave of it, what must not be taken for that, and how it stays small.
import { appendFile, readFile, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openJournal } from "../../src/sandbox/journal/open-journal.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import type { Fact } from "../../src/sandbox/state/fact.ts";
import { World } from "../../src/sandbox/state/world.ts";
import { queryDns } from "../support/dns-query.ts";
import { startTestSandbox } from "../support/sandbox.ts";
import { ask, rowsIn, textIn } from "./support/ask.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const RECORDS = "/dns-zones/abc123-def456-ghi789/records/";

/** A folder whose journal ends with the making of one record; resolves to that record's id. */
async function keptFolder(): Promise<{ data: string; journal: string; last: string }> {
  const data = await temporaryFolder();
  const sandbox = await startTestSandbox({ data });
  const { body } = await ask(sandbox, "POST", RECORDS, { record_type: "A", name: "last", value: "192.0.2.9" });
  await sandbox.close();
  return { data, journal: join(data, "journal"), last: textIn(body, "uuid") };
}

async function recordCount(data: string): Promise<number> {
  const sandbox = await startTestSandbox({ data });
  const count = rowsIn((await ask(sandbox, "GET", RECORDS)).body).length;
  await sandbox.close();
  return count;
}

async function ttlsOf({ nameserver: server }: Pick<Sandbox, "nameserver">): Promise<readonly number[]> {
  const { answers } = await queryDns({ server, name: "two.example.com", type: "A" });
  return answers.map(({ ttl }) => ttl);
}

describe("the journal", () => {
  it("brings everything back: zones, records, domains, tokens, the balance, ids that go on", async () => {
    const data = await temporaryFolder();
    const first = await startTestSandbox({ data });
    await ask(first, "POST", "/dns-zones/", { domain: "kept.example" });
    await ask(first, "DELETE", "/dns-zones/pqr321-stu654-mno987/");
    await ask(first, "PATCH", "/dns-records/rec-001/", { ttl: 77 });
    await ask(first, "DELETE", "/dns-records/rec-002/");
    await ask(first, "POST", "/domains/", { domain_name: "kept.dev" });
    await ask(first, "DELETE", "/domains/103/");
    const token = await first.addToken({ name: "kept", permissions: ["dns:list"] });
    const paths = ["/dns-zones/", "/dns-records/", "/domains/", "/account/me/", "/dns-zones/abc123-def456-ghi789/"];
    const before = await Promise.all(paths.map(async (path) => (await ask(first, "GET", path)).text));
    await first.close();
    const second = await startTestSandbox({ data });
    expect(await Promise.all(paths.map(async (path) => (await ask(second, "GET", path)).text))).toEqual(before);
    expect((await ask({ url: second.url, token }, "GET", "/dns-zones/")).status).toBe(200);
    expect((await ask(second, "POST", "/domains/", { domain_name: "b.dev" })).body).toMatchObject({ id: 106 });
    expect((await ask(second, "POST", "/domains/", { domain_name: "example.org" })).status).toBe(400);
  });

  it("brings back the one TTL of an RRset whose records have several", async () => {
    const data = await temporaryFolder();
    const first = await startTestSandbox({ data });
    const { body } = await ask(first, "POST", RECORDS, { record_type: "A", name: "two", value: "192.0.2.1", ttl: 300 });
    await ask(first, "POST", RECORDS, { record_type: "A", name: "two", value: "192.0.2.2", ttl: 600 });
    await ask(first, "PATCH", `/dns-records/${textIn(body, "uuid")}/`, { ttl: 900 });
    const before = await ttlsOf(first);
    await first.close();
    expect(await ttlsOf(await startTestSandbox({ data }))).toEqual(before);
    expect(before).toEqual([600, 600]);
  });

  it("is dropped from where a crash cut it short, and written on from there", async () => {
    const { data, journal } = await keptFolder();
    const whole = await readFile(journal);
    const lastLine = whole.lastIndexOf("\n", whole.length - 2) + 1;
    for (const cut of [lastLine + 1, lastLine + 9, lastLine + 40, whole.length - 1]) {
      await writeFile(journal, whole.subarray(0, cut));
      expect(await recordCount(data)).toBe(12);
      expect((await readFile(journal)).equals(whole.subarray(0, lastLine))).toBe(true);
    }
    await writeFile(journal, whole);
    expect(await recordCount(data)).toBe(13);
  });

  it.each([
    ["zeros", Buffer.alloc(64)],
    ["half a line of something else", Buffer.from("0badc0de {")],
    ["a whole line with a wrong checksum", Buffer.from('00000000 {"kind":"zone-removed","id":"x"}\n')],
  ])("may end in %s", async (_what, tail) => {
    const { data, journal } = await keptFolder();
    await appendFile(journal, tail);
    expect(await recordCount(data)).toBe(13);
  });

  it("that is damaged in the middle is refused, and left as it is", async () => {
    const { data, journal } = await keptFolder();
    const damaged = Buffer.from((await readFile(journal, "utf8")).replace("rec-001", "rec-xxx"));
    await writeFile(journal, damaged);
    await expect(startTestSandbox({ data })).rejects.toMatchObject({ field: "data" });
    expect((await readFile(journal)).equals(damaged)).toBe(true);
    await truncate(journal, 0);
    expect(await recordCount(data)).toBe(12);
  });

  it("that is none is refused", async () => {
    const data = await temporaryFolder();
    await writeFile(join(data, "journal"), "dear diary\n");
    await expect(startTestSandbox({ data })).rejects.toMatchObject({ field: "data" });
  });

  it("can be read by its owner alone, for it holds tokens", async () => {
    const { journal } = await keptFolder();
    expect((await stat(journal)).mode & 0o777).toBe(0o600);
  });

  it("is written anew when most of it is history, with what came meanwhile", async () => {
    const data = await temporaryFolder();
    const world = new World();
    const journal = await openJournal(data, world);
    const put = (balanceCents: number): void => {
      const fact: Fact = { kind: "account-put", account: { id: "a", email: "a@example.com", balanceCents } };
      world.apply(fact);
      journal.append(fact);
    };
    for (let count = 1; count <= 20_000; count++) put(count);
    await journal.settled();
    const before = (await stat(join(data, "journal"))).size;
    put(20_001);
    const rewritten = journal.settled();
    put(20_002);
    await Promise.all([rewritten, journal.settled()]);
    put(20_003);
    await journal.close();
    expect(before).toBeGreaterThan(1_000_000);
    expect((await stat(join(data, "journal"))).size).toBeLessThan(1000);
    const again = new World();
    await (await openJournal(data, again)).close();
    expect(again.account("a")?.balanceCents).toBe(20_003);
  });
});
