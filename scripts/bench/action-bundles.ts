// What the Action's bundles weigh: every file that a step which puts one record in place loads, from its start to its
// end. What few steps load (YAML, proxies, the sandbox, internationalised names) is not among it.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { BenchRow } from "./bench-row.ts";
import { openBench } from "./action-step.ts";
import { placeWitness } from "./loaded-files.ts";

const BYTES_A_KB = 1000;

// A record that post has to look for; it is not there.
const STATE = {
  STATE_place: JSON.stringify({ apiUrl: "http://127.0.0.1:1/api/v1" }),
  STATE_created_1: JSON.stringify({
    id: "rec-2",
    zone: { id: "zone-1", domain: "example.com" },
    name: "_x.example.com",
    type: "TXT",
    fingerprint: "",
  }),
};

/** Kilobytes of all that the entry loads in a run. */
async function loaded(entry: string, state: Readonly<Record<string, string>> = {}): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "vps-dns-bench-"));
  try {
    const witness = await placeWitness(folder, resolve("dist/action"));
    await using bench = await openBench();
    await bench.run(["--import", witness.url, entry], state);
    return (await witness.bytes()) / BYTES_A_KB;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const actionMain: BenchRow = {
  name: "action-main",
  what: "the Action's `main`: all that a step with one record loads, not minified",
  bar: 400,
  unit: "kB",
  peer: "634 kB, the smallest bundle in the field",
  measure: () => loaded("dist/action/main.mjs"),
};

export const actionPost: BenchRow = {
  name: "action-post",
  what: "the Action's `post`: all that a step with something to clean up loads, not minified",
  bar: 200,
  unit: "kB",
  measure: () => loaded("dist/action/post.mjs", STATE),
};
