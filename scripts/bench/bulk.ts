// 1,000 records into an empty zone at 20 ms a request and concurrency 8, held against requests × 20 ms ÷ 8.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { undiciClient } from "../../src/core/api/undici-client.ts";
import { findOperation } from "../../src/core/operations/index.ts";
import { runOperation } from "../../src/core/run-operation.ts";
import { createSession } from "../../src/core/session.ts";
import { fileJournal } from "../../src/platform/state/file-journal.ts";
import { systemClock } from "../../src/platform/system-clock.ts";
import { startSandbox } from "../../src/sandbox/start.ts";
import type { BenchRow } from "./bench-row.ts";
import { timed } from "./spread.ts";

const RECORDS = 1000;
const REQUEST_MS = 20;
const CONCURRENCY = 8;

export const bulk: BenchRow = {
  name: "bulk",
  what: `${RECORDS} records at ${REQUEST_MS} ms a request, concurrency ${CONCURRENCY}, beside the ideal`,
  bar: 1.15,
  measure: async () => {
    const sandbox = await startSandbox({ clock: systemClock });
    const state = mkdtempSync(join(tmpdir(), "vps-dns-bench-"));
    const session = createSession({
      http: undiciClient({}),
      apiUrl: sandbox.url,
      token: sandbox.token,
      policy: { zones: [], allowPurchases: false, concurrency: CONCURRENCY },
      confirmation: () => Promise.resolve({ granted: true }),
      clock: systemClock,
      log: () => {},
      journal: fileJournal(state, systemClock),
    });
    const run = async (name: string, input: unknown) => {
      const operation = findOperation(name);
      if (operation === undefined) throw new Error(name);
      return runOperation(operation, input, session.context({ signal: new AbortController().signal }));
    };
    try {
      await run("create_zone", { domain: "bulk.example" });
      const records = Array.from({ length: RECORDS }, (_, at) => ({
        type: "A",
        name: `host-${at}`,
        value: `192.0.2.${at % 256}`,
      }));
      sandbox.faults.add({ kind: "latency", ms: REQUEST_MS, method: "POST" });
      const took = await timed(() => run("ensure_records", { zone: "bulk.example", records }));
      return took / ((RECORDS * REQUEST_MS) / CONCURRENCY);
    } finally {
      await session.close();
      await sandbox.close();
      rmSync(state, { recursive: true, force: true });
    }
  },
};
