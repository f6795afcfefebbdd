// What a program weighs at most while it makes 10,000 records, held against 1,000. Linux only.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type SandboxProcess, sandboxProcess } from "../soak/sandbox-process.ts";
import type { BenchRow } from "./bench-row.ts";

const LOOK_EVERY_MS = 10;

export const bulkMemory: BenchRow = {
  name: "bulk-memory",
  what: "most memory while making 10,000 records, beside 1,000",
  bar: 1.5,
  missed:
    "what was made is kept until the answer tells it, and Node 24 lets its heap grow further than Node 20 (1.4 ×)",
  measure: async () => {
    await using sandbox = await sandboxProcess();
    const folder = mkdtempSync(join(tmpdir(), "vps-dns-bench-"));
    try {
      const few = await peak(sandbox, { folder, zone: "few.example", records: 1000 });
      return (await peak(sandbox, { folder, zone: "many.example", records: 10_000 })) / few;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

interface Work {
  readonly folder: string;
  readonly zone: string;
  readonly records: number;
}

/** MB, resident. */
async function peak(sandbox: SandboxProcess, { folder, zone, records }: Work): Promise<number> {
  const file = join(folder, zone);
  writeFileSync(file, Array.from({ length: records }, (_, at) => `host-${at} 300 IN A 192.0.2.${at % 250}\n`).join(""));
  await call(sandbox, folder, ["create_zone", `domain=${zone}`]);
  return call(sandbox, folder, ["ensure_records", `zone=${zone}`, `zonefile=@${file}`]);
}

async function call({ url, token }: SandboxProcess, state: string, words: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, ["dist/vps-dns.js", "call", ...words, "--state-dir", state], {
    env: { PATH: process.env["PATH"], VPS_API_URL: url, VPS_API_TOKEN: token },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const exit = once(child, "exit");
  let most = 0;
  while (child.exitCode === null) {
    most = Math.max(most, await highWater(child.pid));
    await Promise.race([exit, sleep(LOOK_EVERY_MS)]);
  }
  if (child.exitCode !== 0) throw new Error(`${words[0]} ended with ${child.exitCode}.`);
  return most;
}

async function highWater(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid ?? "self"}/status`, "utf8").catch(() => "");
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
  return Number(kilobytes ?? 0) / 1024;
}
