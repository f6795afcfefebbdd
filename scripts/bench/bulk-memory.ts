// What a program weighs at most while it makes 10,000 records, held against 1,000: what is alive in its heap, and what the
// machine sees of it (Linux only).
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { transform } from "esbuild";
import { type SandboxProcess, sandboxProcess } from "../soak/sandbox-process.ts";
import type { BenchRow } from "./bench-row.ts";

const LOOK_EVERY_MS = 10;

/** How a program is weighed: the flags it is started with, and its most octets once it has ended. */
interface Scales {
  flags(): Promise<readonly string[]>;
  weigh(child: ChildProcess): Promise<number>;
}

const liveHeap: Scales = {
  flags: async () => {
    const { code } = await transform(readFileSync("scripts/bench/live-heap.ts", "utf8"), { loader: "ts" });
    return ["--expose-gc", "--import", `data:text/javascript,${encodeURIComponent(code)}`];
  },
  weigh: async ({ stdio: [, , , told] }) => Number(told instanceof Readable ? await text(told) : Number.NaN),
};

const resident: Scales = {
  flags: () => Promise.resolve([]),
  weigh: async (child) => {
    const exit = once(child, "exit");
    let most = 0;
    while (child.exitCode === null) {
      most = Math.max(most, highWater(child.pid));
      await Promise.race([exit, sleep(LOOK_EVERY_MS)]);
    }
    return most;
  },
};

export const bulkMemory: BenchRow = {
  name: "bulk-memory",
  what: "most live heap while making 10,000 records, beside 1,000",
  bar: 1.5,
  measure: () => manyBesideFew(liveHeap),
};

export const bulkResident: BenchRow = {
  name: "bulk-resident",
  what: "most resident memory while making 10,000 records, beside 1,000",
  bar: 1.5,
  missed:
    "not what is kept (the row above), but V8's young generation, which grows with the work done: on Node 24 15 MB after 1,000 requests, 58 MB after 10,000",
  measure: () => manyBesideFew(resident),
};

async function manyBesideFew(scales: Scales): Promise<number> {
  await using sandbox = await sandboxProcess();
  const folder = mkdtempSync(join(tmpdir(), "vps-dns-bench-"));
  try {
    const few = await weighed({ sandbox, folder, scales }, "few.example", 1000);
    return (await weighed({ sandbox, folder, scales }, "many.example", 10_000)) / few;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Place {
  readonly sandbox: SandboxProcess;
  readonly folder: string;
  readonly scales: Scales;
}

async function weighed(place: Place, zone: string, records: number): Promise<number> {
  const file = join(place.folder, zone);
  writeFileSync(file, Array.from({ length: records }, (_, at) => `host-${at} 300 IN A 192.0.2.${at % 250}\n`).join(""));
  await call(place, ["create_zone", `domain=${zone}`]);
  return call(place, ["ensure_records", `zone=${zone}`, `zonefile=@${file}`]);
}

async function call({ sandbox, folder, scales }: Place, words: readonly string[]): Promise<number> {
  const program = [...(await scales.flags()), "dist/vps-dns.js", "call", ...words, "--state-dir", folder];
  const child = spawn(process.execPath, program, {
    env: { PATH: process.env["PATH"], VPS_API_URL: sandbox.url, VPS_API_TOKEN: sandbox.token },
    stdio: ["ignore", "ignore", "inherit", "pipe"],
  });
  const [most] = await Promise.all([scales.weigh(child), once(child, "close")]);
  if (child.exitCode !== 0) throw new Error(`${words[0]} ended with ${child.exitCode}.`);
  return most;
}

function highWater(pid: number | undefined): number {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid ?? "self"}/status`, "utf8")) ?? [];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    // It has just ended.
    return 0;
  }
}
