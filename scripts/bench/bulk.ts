// 1,000 records into an empty zone at 20 ms a request and concurrency 8, held against requests × 20 ms ÷ 8. The sandbox is
// a process of its own, or its work would be counted as ours.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import * as z from "zod/mini";
import { undiciClient } from "../../src/core/api/undici-client.ts";
import { findOperation } from "../../src/core/operations/index.ts";
import { runOperation } from "../../src/core/run-operation.ts";
import { createSession } from "../../src/core/session.ts";
import { fileJournal } from "../../src/platform/state/file-journal.ts";
import { systemClock } from "../../src/platform/system-clock.ts";
import type { BenchRow } from "./bench-row.ts";
import { timed } from "./spread.ts";

const RECORDS = 1000;
const REQUEST_MS = 20;
const CONCURRENCY = 8;

const records = Array.from({ length: RECORDS }, (_, at) => ({
  type: "A",
  name: `host-${at}`,
  value: `192.0.2.${at % 256}`,
}));

export const bulk: BenchRow = {
  name: "bulk",
  what: `${RECORDS} records at ${REQUEST_MS} ms a request, concurrency ${CONCURRENCY}, beside the ideal`,
  bar: 1.15,
  measure: async () => {
    const sandbox = await startSandbox();
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
      await delayRequests(sandbox);
      const took = await timed(() => run("ensure_records", { zone: "bulk.example", records }));
      return took / ((RECORDS * REQUEST_MS) / CONCURRENCY);
    } finally {
      await session.close();
      sandbox.stop();
      rmSync(state, { recursive: true, force: true });
    }
  },
};

const announcement = z.object({ url: z.string(), token: z.string() });

async function startSandbox() {
  const child = spawn(process.execPath, ["dist/vps-dns.js", "sandbox"], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = z.tuple([z.string()]).parse(await once(createInterface({ input: child.stdout }), "line"));
  return { ...announcement.parse(JSON.parse(line)), stop: () => child.kill("SIGTERM") };
}

async function delayRequests({ url, token }: z.infer<typeof announcement>): Promise<void> {
  const response = await fetch(new URL("/sandbox/faults/", url), {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ kind: "latency", ms: REQUEST_MS, method: "POST" }),
  });
  if (!response.ok) throw new Error(`The sandbox took no latency: ${response.status}.`);
}
