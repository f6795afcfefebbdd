// `--bind` and `--reload`: what lies in the folder, and a real BIND that is fed by it.
import { spawnSync } from "node:child_process";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import * as z from "zod/mini";
import type { Log } from "../../../src/core/ports.ts";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { queryDns } from "../../support/dns-query.ts";
import { hasNamed } from "../../support/named.ts";
import { startTestSandbox } from "../../support/sandbox.ts";
import { ask, rowsIn, textIn } from "../support/ask.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { steppedClock } from "../support/stepped-clock.ts";
import { reloadedNamed } from "./reloaded-named.ts";

const EXAMPLE_COM = "abc123-def456-ghi789";
/** Beside the lock. */
const SEEDED = ["db.example.com", "db.example.net", "db.example.org", "db.myapp.io", "named.conf.zones"];

const addRecord = (sandbox: Sandbox, record: object) =>
  ask(sandbox, "POST", `/dns-zones/${EXAMPLE_COM}/records/`, record);

/** A log that a test can read. */
function collected() {
  const lines: { readonly level: string; readonly message: string; readonly fields: unknown }[] = [];
  const log: Log = (level, message, fields) => void lines.push({ level, message, fields });
  return { log, lines };
}

describe("--bind", () => {
  it("holds a file per zone and the fragment that lists them, each with its name in front", async () => {
    const dir = join(await temporaryFolder(), "made", "here");
    await startTestSandbox({ bind: { dir } });
    expect(await readdir(dir)).toEqual(["bind.lock", ...SEEDED]);
    const zone = await readFile(join(dir, "db.example.com"), "utf8");
    expect(zone).toMatch(/^; Written by vps-dns sandbox: changes made here are lost\.\n\$ORIGIN example\.com\.\n/);
    expect(await readFile(join(dir, "named.conf.zones"), "utf8")).toBe(
      [
        "// Written by vps-dns sandbox: changes made here are lost.",
        ...SEEDED.slice(0, -1).map((file) => `zone "${file.slice(3)}" { type primary; file "${join(dir, file)}"; };`),
        "",
      ].join("\n"),
    );
    // named runs as a user of its own.
    if (process.platform !== "win32") expect((await stat(dir)).mode & 0o555).toBe(0o555);
  });

  it("follows every change, and is up to date when the sandbox has closed", async () => {
    const dir = await temporaryFolder();
    const sandbox = await startTestSandbox({ bind: { dir } });
    const serial = async () => Number(/(\d+) +; serial/.exec(await readFile(join(dir, "db.example.com"), "utf8"))?.[1]);
    const before = await serial();
    await addRecord(sandbox, { record_type: "TXT", name: "new", value: 'a "b"' });
    await vi.waitFor(async () => {
      expect(await readFile(join(dir, "db.example.com"), "utf8")).toMatch(/^new .* TXT +"a \\"b\\""$/m);
    });
    expect(await serial()).toBeGreaterThan(before);
    await ask(sandbox, "POST", "/dns-zones/", { domain: "later.example" });
    await ask(sandbox, "DELETE", `/dns-zones/${EXAMPLE_COM}/`);
    await sandbox.close();
    expect(await readdir(dir)).toEqual(["db.example.net", "db.example.org", "db.later.example", ...SEEDED.slice(3)]);
    expect(await readFile(join(dir, "named.conf.zones"), "utf8")).not.toContain("example.com");
  });

  it("takes away the files of an earlier sandbox's zones, and nobody else's", async () => {
    const dir = await temporaryFolder();
    await (await startTestSandbox({ bind: { dir } })).close();
    await writeFile(join(dir, "db.example.edu"), "$ORIGIN example.edu.\n");
    await writeFile(join(dir, "notes"), "");
    await mkdir(join(dir, "db.folder"));
    await startTestSandbox({ seed: false, bind: { dir } });
    expect(await readdir(dir)).toEqual(["bind.lock", "db.example.edu", "db.folder", "named.conf.zones", "notes"]);
  });

  it.each(["db.example.com", "named.conf.zones"])("does not write over somebody else's %s", async (file) => {
    const dir = await temporaryFolder();
    await writeFile(join(dir, file), "");
    await expect(startTestSandbox({ bind: { dir } })).rejects.toMatchObject({
      code: "conflict",
      field: "bind",
      message: `The bind folder holds a file of somebody else's that is called ${file}.`,
    });
    expect(await readFile(join(dir, file), "utf8")).toBe("");
  });

  it("says when it cannot write while it serves, and tries again with the next change", async () => {
    const { log, lines } = collected();
    const dir = await temporaryFolder();
    const sandbox = await startTestSandbox({ log, bind: { dir } });
    await writeFile(join(dir, "db.later.example"), "");
    expect((await ask(sandbox, "POST", "/dns-zones/", { domain: "later.example" })).status).toBe(201);
    await vi.waitFor(() => {
      expect(lines).toMatchObject([
        { level: "error", message: "The zone files could not be written; the next change tries again." },
      ]);
    });
    await rm(join(dir, "db.later.example"));
    await addRecord(sandbox, { record_type: "A", name: "next", value: "192.0.2.1" });
    await vi.waitFor(async () => {
      expect(await readFile(join(dir, "db.later.example"), "utf8")).toContain("$ORIGIN later.example.");
      expect(await readFile(join(dir, "db.example.com"), "utf8")).toContain("next ");
    });
    expect(lines).toHaveLength(1);
  });

  it("belongs to one sandbox at a time, and may be the data folder too", async () => {
    const dir = await temporaryFolder();
    const sandbox = await startTestSandbox({ data: dir, bind: { dir } });
    await expect(startTestSandbox({ bind: { dir } })).rejects.toMatchObject({ code: "conflict", field: "bind" });
    await sandbox.close();
    await startTestSandbox({ data: dir, bind: { dir } });
  });

  it("refuses a folder that it cannot use, and leaves nothing running", async () => {
    const file = join(await temporaryFolder(), "file");
    await writeFile(file, "");
    const data = await temporaryFolder();
    await expect(startTestSandbox({ data, bind: { dir: file } })).rejects.toMatchObject({
      code: "state_unavailable",
      field: "bind",
    });
    await startTestSandbox({ data });
  });

  it.runIf(process.platform !== "win32")("refuses a folder that named.conf cannot spell", async () => {
    const dir = join(await temporaryFolder(), 'back\\"slash');
    await expect(startTestSandbox({ bind: { dir } })).rejects.toMatchObject({ code: "invalid_input", field: "bind" });
  });

  it.runIf(hasNamed)("can lie in a folder with odd letters in its name, for BIND too", async () => {
    const dir = join(await temporaryFolder(), `a "b" c\\d é;`);
    const sandbox = await startTestSandbox({ bind: { dir } });
    const longest = `${"a".repeat(63)}.${"b".repeat(63)}.${"c".repeat(63)}.${"d".repeat(61)}`;
    expect((await ask(sandbox, "POST", "/dns-zones/", { domain: longest })).status).toBe(201);
    await sandbox.close();
    const checked = spawnSync("named-checkconf", ["-z", join(dir, "named.conf.zones")], { encoding: "utf8" });
    expect(checked).toMatchObject({ status: 0, stderr: "" });
    expect(checked.stdout.match(/: loaded serial /g)).toHaveLength(5);
  });
});

describe.runIf(process.platform !== "win32")("--reload", () => {
  it("runs once for a batch of changes, and never twice at a time", async () => {
    const dir = await temporaryFolder();
    const told = join(await temporaryFolder(), "told");
    const lock = `${told}.lock`;
    const reload = `mkdir '${lock}' || echo clash >> '${told}'; echo reload >> '${told}'; sleep 0.3; rmdir '${lock}'`;
    const sandbox = await startTestSandbox({ bind: { dir, reload } });
    const values = Array.from({ length: 200 }, (_, index) => `192.0.2.${index}`);
    await Promise.all(values.map((value) => addRecord(sandbox, { record_type: "A", name: "many", value })));
    await sandbox.close();
    const zone = await readFile(join(dir, "db.example.com"), "utf8");
    expect(zone.match(/^many /gm)).toHaveLength(200);
    const reloads = (await readFile(told, "utf8")).trim().split("\n");
    expect(new Set(reloads)).toEqual(new Set(["reload"]));
    expect(reloads.length).toBeGreaterThanOrEqual(2);
    expect(reloads.length).toBeLessThan(10);
  });

  it("is told of when it fails, and the sandbox goes on", async () => {
    const { log, lines } = collected();
    const dir = await temporaryFolder();
    const sandbox = await startTestSandbox({ log, bind: { dir, reload: "echo no such server >&2; exit 3" } });
    await vi.waitFor(() => {
      expect(lines).toEqual([
        {
          level: "error",
          message: "The reload command failed.",
          fields: { exit: 3, signal: null, stderr: "no such server" },
        },
      ]);
    });
    expect((await addRecord(sandbox, { record_type: "A", name: "on", value: "192.0.2.1" })).status).toBe(201);
    await vi.waitFor(() => expect(lines).toHaveLength(2));
  });

  it("is ended when it takes more than half a minute, with all that it started", async () => {
    const { log, lines } = collected();
    const clock = steppedClock();
    const dir = await temporaryFolder();
    const pids = join(dir, "pids");
    const sandbox = await startTestSandbox({
      clock,
      log,
      bind: { dir: join(dir, "zones"), reload: `sleep 600 & echo $! > '${pids}'; wait` },
    });
    const sleeper = await vi.waitFor(async () =>
      z
        .int()
        .check(z.minimum(1))
        .parse(Number(await readFile(pids, "utf8"))),
    );
    await clock.advance(29_999);
    expect(isRunning(sleeper)).toBe(true);
    await clock.advance(1);
    await vi.waitFor(() => {
      expect(lines).toMatchObject([
        { message: "The reload command took too long and was ended.", fields: { exit: null } },
      ]);
      expect(isRunning(sleeper)).toBe(false);
    });
    await sandbox.close();
  });

  it.runIf(hasNamed)("feeds a BIND that has every record, and loses a zone with it", { timeout: 30_000 }, async () => {
    const dir = await temporaryFolder();
    const named = await reloadedNamed();
    const { log, lines } = collected();
    const sandbox = await startTestSandbox({ log, bind: { dir, reload: named.reload } });
    // Nobody to reload yet: that is told and no more.
    await vi.waitFor(() => expect(lines).toMatchObject([{ message: "The reload command failed." }]));
    await named.start(join(dir, "named.conf.zones"));
    await ask(sandbox, "POST", "/dns-zones/", { domain: "late.example" });
    await addRecord(sandbox, { record_type: "TXT", name: "_new", value: `x;"\\${"y".repeat(300)}` });
    // The API lets one RRset have several TTLs; the file's first line is the younger record's, and not the lowest.
    await addRecord(sandbox, { record_type: "A", name: "two", value: "192.0.2.9", ttl: 60 });
    await addRecord(sandbox, { record_type: "A", name: "two", value: "192.0.2.1", ttl: 300 });
    await answersAlike(sandbox, named.server, { name: "two.example.com", type: "A", rcode: "NOERROR" });
    const zones = rowsIn((await ask(sandbox, "GET", "/dns-zones/")).body);
    expect(zones).toHaveLength(4);
    for (const zone of zones) await hasEveryRecord(sandbox, named.server, zone);
    await ask(sandbox, "DELETE", `/dns-zones/${EXAMPLE_COM}/`);
    await answersAlike(sandbox, named.server, { name: "example.com", type: "A", rcode: "REFUSED" });
    await answersAlike(sandbox, named.server, { name: "late.example", type: "SOA", rcode: "NOERROR" });
    expect(lines).toHaveLength(1);
  });
});

/** False for one that has ended and that nobody has asked about, too. */
function isRunning(pid: number): boolean {
  const { stdout } = spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" });
  return stdout.trim() !== "" && !stdout.startsWith("Z");
}

async function hasEveryRecord(sandbox: Sandbox, server: string, zone: unknown): Promise<void> {
  const origin = textIn(zone, "domain");
  for (const row of rowsIn((await ask(sandbox, "GET", `/dns-zones/${textIn(zone, "uuid")}/records/`)).body)) {
    const relative = textIn(row, "name");
    const name = relative === "@" ? origin : `${relative}.${origin}`;
    await answersAlike(sandbox, server, { name, type: textIn(row, "record_type"), rcode: "NOERROR" });
  }
}

/** Waits until BIND says what the sandbox's own name server does, data, TTL and serial. */
async function answersAlike(
  { nameserver }: Sandbox,
  server: string,
  { name, type, rcode }: { readonly name: string; readonly type: string; readonly rcode: string },
): Promise<void> {
  const asked = async (of: string) => {
    const { rcode: said, answers } = await queryDns({ server: of, name, type, tcp: true });
    return { rcode: said, answers: answers.map((record) => JSON.stringify(record)).sort() };
  };
  await vi.waitFor(
    async () => {
      expect(await asked(server)).toEqual({ ...(await asked(nameserver)), rcode });
    },
    { timeout: 8000, interval: 50 },
  );
}
