// Planning a zone against itself with 1 % changed: 100,000 records held against 50,000, each in a process of its own, as
// plans are made. In one process the larger size grows the young generation, and the smaller one has the use of it.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import type { BenchRow } from "./bench-row.ts";

const SIZE = 100_000;
const run = promisify(execFile);

export const linearPlan: BenchRow = {
  name: "linear-plan",
  what: "planning 100,000 records with 1 % changed, beside 50,000",
  bar: 2.3,
  measure: async () => {
    const folder = await mkdtemp(join(tmpdir(), "vps-dns-bench-"));
    try {
      const script = join(folder, "planning.mjs");
      await build({
        entryPoints: ["scripts/bench/planning.ts"],
        outfile: script,
        bundle: true,
        platform: "node",
        format: "esm",
        logLevel: "error",
      });
      const half = await median(script, SIZE / 2);
      return (await median(script, SIZE)) / half;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function median(script: string, size: number): Promise<number> {
  const { stdout } = await run(process.execPath, [script, String(size)]);
  return Number(stdout);
}
