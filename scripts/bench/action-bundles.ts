// What the Action's bundles weigh: every file that a step which puts one record in place loads, from its start to its
// end. What few steps load (YAML, proxies, the sandbox, internationalised names) is not among it.
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { BenchRow } from "./bench-row.ts";
import { openBench } from "./action-step.ts";

const BYTES_A_KB = 1000;

// Node 22.15 and newer tell a hook of every module; the hook writes down which were ours.
const WITNESS = `
import { appendFileSync } from "node:fs";
import { registerHooks } from "node:module";
registerHooks({
  load(url, context, next) {
    if (url.includes("/dist/action/")) appendFileSync(LOADED, url + "\\n");
    return next(url, context);
  },
});
`;

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
  const list = join(folder, "loaded");
  const witness = join(folder, "witness.mjs");
  try {
    await writeFile(witness, WITNESS.replace("LOADED", JSON.stringify(list)));
    await using bench = await openBench();
    await bench.run(["--import", pathToFileURL(witness).href, entry], state);
    const urls = new Set((await readFile(list, "utf8")).split("\n").filter((line) => line !== ""));
    const sizes = await Promise.all([...urls].map(async (url) => (await stat(fileURLToPath(url))).size));
    return sizes.reduce((sum, size) => sum + size, 0) / BYTES_A_KB;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const actionMain: BenchRow = {
  name: "action-main",
  what: "the Action's `main`: all that a step with one record loads, not minified",
  bar: 400,
  missed: "the schema library alone is 210 kB; before the first request 21 kB are loaded",
  unit: "kB",
  peer: "634 kB, the smallest bundle in the field",
  measure: () => loaded("dist/action/main.mjs"),
};

export const actionPost: BenchRow = {
  name: "action-post",
  what: "the Action's `post`: all that a step with something to clean up loads, not minified",
  bar: 200,
  missed: "the schema library alone is 210 kB; before the first request 34 kB are loaded",
  unit: "kB",
  measure: () => loaded("dist/action/post.mjs", STATE),
};
