// The sandbox under load: its requests beside a bare server's and beside 2,000 a second, a zone of 100,000 records beside
// an empty one, and a restart with that zone on disk beside two seconds.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod/mini";
import type { BenchRow } from "./bench-row.ts";
import { type Sent, startBare, startSandbox, type Target } from "./sandbox-load.ts";
import { timed } from "./spread.ts";

const REQUESTS = 5000;
const REQUESTS_PER_SECOND = 2000;
const ZONE_RECORDS = 100_000;
const RESTART_MS = 2000;
/** Before a server is measured: what its first requests compile is not what is asked about. */
const WARM_UP = 1000;

const identified = z.object({ uuid: z.string() });

const recordOf = (label: string) => ({ record_type: "A", name: label, value: "192.0.2.1" });

async function newZone(target: Target, domain: string): Promise<string> {
  return identified.parse(await target.ask({ method: "POST", path: "/dns-zones/", body: { domain } })).uuid;
}

/** Half of them create a record, the others look for a zone by name and for a record by id. */
function mixed(zone: string): (index: number) => Sent {
  return (index) => {
    if (index % 4 === 0) return { method: "GET", path: "/dns-zones/?domain=example.com" };
    if (index % 4 === 1) return { method: "GET", path: "/dns-records/rec-001/" };
    return { method: "POST", path: `/dns-zones/${zone}/records/`, body: recordOf(`host-${index}`) };
  };
}

/** Milliseconds for `REQUESTS` mixed requests. */
async function mixedTime(starting: Promise<Target>): Promise<number> {
  const target = await starting;
  try {
    const [warm, zone] = [await newZone(target, "warm.example"), await newZone(target, "load.example")];
    await target.askMany(WARM_UP, mixed(warm));
    return await timed(() => target.askMany(REQUESTS, mixed(zone)));
  } finally {
    await target.stop();
  }
}

export const sandboxRequests: BenchRow = {
  name: "sandbox-requests",
  what: `${REQUESTS} requests to the sandbox, 16 at once, beside a bare node:http server that parses and answers JSON`,
  bar: 3,
  measure: async () => (await mixedTime(startSandbox())) / (await mixedTime(startBare())),
};

export const sandboxRate: BenchRow = {
  name: "sandbox-rate",
  what: `the same requests beside ${REQUESTS_PER_SECOND} a second`,
  bar: 1,
  measure: async () => (await mixedTime(startSandbox())) / ((REQUESTS / REQUESTS_PER_SECOND) * 1000),
};

export const sandboxBigZone: BenchRow = {
  name: "sandbox-big-zone",
  what: `creating a record in a zone of ${ZONE_RECORDS}, beside an empty zone`,
  bar: 1.5,
  measure: async () => {
    const target = await startSandbox();
    try {
      const [big, empty] = [await bigZone(target), await newZone(target, "empty.example")];
      const create = (zone: string) => (index: number) =>
        ({ method: "POST", path: `/dns-zones/${zone}/records/`, body: recordOf(`more-${index}`) }) as const;
      const beside = await timed(() => target.askMany(REQUESTS, create(empty)));
      return (await timed(() => target.askMany(REQUESTS, create(big)))) / beside;
    } finally {
      await target.stop();
    }
  },
};

export const sandboxRestart: BenchRow = {
  name: "sandbox-restart",
  what: `restart with a zone of ${ZONE_RECORDS} records on disk, beside two seconds`,
  bar: 1,
  measure: () =>
    inFolder(async (data) => {
      const first = await startSandbox("--data", data);
      await bigZone(first);
      await first.stop();
      let again: Target | undefined;
      const took = await timed(async () => {
        again = await startSandbox("--data", data);
      });
      await again?.stop();
      return took / RESTART_MS;
    }),
};

async function bigZone(target: Target): Promise<string> {
  const zone = await newZone(target, "big.example");
  await target.askMany(ZONE_RECORDS, (index) => ({
    method: "POST",
    path: `/dns-zones/${zone}/records/`,
    body: recordOf(`host-${index}`),
  }));
  return zone;
}

async function inFolder(work: (folder: string) => Promise<number>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "vps-dns-bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
