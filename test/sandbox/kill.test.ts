// What was answered is kept, whenever the process is killed and whatever the disk does.
import { describe, expect, it } from "vitest";
import { bundleScript } from "../support/child-process.ts";
import { queryDns } from "../support/dns-query.ts";
import { startTestSandbox } from "../support/sandbox.ts";
import { hasSignals } from "../support/signals.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { ask, type Door, rowsIn, textIn, valueIn } from "./support/ask.ts";
import { startChild } from "./support/child.ts";

const SCRIPT = new URL("support/child-main.ts", import.meta.url);
const RECORDS = "/dns-zones/abc123-def456-ghi789/records/";
const WRITERS = 12;
const SEEDED = 12;

/** What the writers know: each record's TTL, `undefined` once deleted; and which last request had no answer. */
interface Ledger {
  readonly ttls: Map<string, number | undefined>;
  readonly unsure: Set<string>;
  answers: number;
  unansweredCreates: number;
}

function newLedger(): Ledger {
  return { ttls: new Map(), unsure: new Set(), answers: 0, unansweredCreates: 0 };
}

/** Creates, changes and deletes records until the server is gone or refuses. */
async function write(door: Door, ledger: Ledger, writer: string): Promise<void> {
  for (let count = 0; ; count++) {
    const record = { record_type: "A", name: `${writer}-${count}`, value: "192.0.2.8", ttl: 60 };
    const id = await attempt(ask(door, "POST", RECORDS, record).then(({ status, body }) => made(status, body)));
    if (id === undefined) {
      ledger.unansweredCreates++;
      return;
    }
    ledger.ttls.set(id, 60);
    ledger.answers++;
    const steps = count % 3 === 0 ? [] : count % 3 === 1 ? [120] : [120, undefined];
    for (const ttl of steps) {
      const path = `/dns-records/${id}/`;
      const sent = ttl === undefined ? ask(door, "DELETE", path) : ask(door, "PATCH", path, { ttl });
      const done = await attempt(sent.then(({ status }) => (status < 300 ? true : undefined)));
      if (done === undefined) {
        ledger.unsure.add(id);
        return;
      }
      ledger.ttls.set(id, ttl);
      ledger.answers++;
    }
  }
}

function made(status: number, body: unknown): string | undefined {
  return status === 201 ? textIn(body, "uuid") : undefined;
}

async function attempt<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch {
    return undefined;
  }
}

async function mustHold(door: Door, ledger: Ledger): Promise<void> {
  const rows = rowsIn((await ask(door, "GET", RECORDS)).body);
  const held = new Map(rows.map((row) => [textIn(row, "uuid"), valueIn(row, "ttl")]));
  const wrong = [...ledger.ttls].filter(([id, ttl]) => !ledger.unsure.has(id) && held.get(id) !== ttl);
  expect(wrong).toEqual([]);
  const unknown = [...held.keys()].filter((id) => !ledger.ttls.has(id) && !id.startsWith("rec-"));
  expect(unknown.length).toBeLessThanOrEqual(ledger.unansweredCreates);
  expect(held.size).toBeGreaterThanOrEqual(SEEDED);
}

describe("kill -9", () => {
  it("loses nothing that was answered, time after time", async () => {
    const [program, data] = await Promise.all([bundleScript(SCRIPT), temporaryFolder()]);
    const ledger = newLedger();
    let token: string | undefined;
    for (let round = 1; round <= 3; round++) {
      const child = await startChild(program, data);
      token ??= child.token;
      expect(child.token).toBe(token);
      await mustHold(child, ledger);
      const writers = Array.from({ length: WRITERS }, (_, index) => write(child, ledger, `r${round}w${index}`));
      while (ledger.answers < round * 250) await new Promise((resolve) => setImmediate(resolve));
      await child.kill();
      await Promise.all(writers);
    }
    const sandbox = await startTestSandbox({ data });
    expect(sandbox.token).toBe(token);
    await mustHold(sandbox, ledger);
    const { answers } = await queryDns({ server: sandbox.nameserver, name: "r3w0-0.example.com", type: "A" });
    expect(answers).toMatchObject([{ value: "192.0.2.8" }]);
  });

  it("lets go of the folder, which a living sandbox holds", async () => {
    const [program, data] = await Promise.all([bundleScript(SCRIPT), temporaryFolder()]);
    const child = await startChild(program, data);
    await expect(startTestSandbox({ data })).rejects.toMatchObject({ code: "conflict", field: "data" });
    await child.kill();
    const sandbox = await startTestSandbox({ data });
    await expect(startTestSandbox({ data })).rejects.toMatchObject({ code: "conflict", field: "data" });
    await sandbox.close();
    expect((await startTestSandbox({ data })).token).toBe(sandbox.token);
  });
});

describe.runIf(hasSignals)("a full disk", () => {
  it("ends in errors and not in answers that are not kept", async () => {
    const [program, data] = await Promise.all([bundleScript(SCRIPT), temporaryFolder()]);
    const child = await startChild(program, data, "ulimit -f 64;");
    const ledger = newLedger();
    await Promise.all(Array.from({ length: WRITERS }, (_, index) => write(child, ledger, `w${index}`)));
    expect(await ask(child, "GET", RECORDS)).toMatchObject({ status: 500, body: { error_code: "server_error" } });
    await child.kill();
    await mustHold(await startTestSandbox({ data }), ledger);
  });
});
