// `npm run bench [--only NAME] [--runs N]`: what the product page promises in numbers, each a ratio within one run, with
// median and spread. A JSON file (bench-results.json) beside the table. Nothing here is a test.
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { bulk } from "./bench/bulk.ts";
import { coldStart, coldStartSandbox } from "./bench/cold-start.ts";
import { linearPlan } from "./bench/linear-plan.ts";
import type { BenchRow } from "./bench/bench-row.ts";
import { spread } from "./bench/spread.ts";
import { zoneFile } from "./bench/zone-file.ts";

const rows: readonly BenchRow[] = [coldStart, coldStartSandbox, bulk, linearPlan, zoneFile];

const { values } = parseArgs({ options: { only: { type: "string" }, runs: { type: "string", default: "5" } } });
const chosen = rows.filter(({ name }) => values.only === undefined || name === values.only);
const runs = Number(values.runs);
if (chosen.length === 0 || !Number.isInteger(runs) || runs < 1) {
  console.error(`Usage: npm run bench -- [--only ${rows.map(({ name }) => name).join("|")}] [--runs N]`);
  process.exit(2);
}

console.log(
  `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? "processor"}, ${runs} runs each\n`,
);
const results = [];
for (const row of chosen) {
  const { name, what, bar } = row;
  const ratios: number[] = [];
  for (let run = 0; run < runs; run++) ratios.push(await row.measure());
  const { median, min, max } = spread(ratios);
  results.push({ name, what, bar, median, min, max, met: median <= bar, runs });
  const verdict = median <= bar ? "met" : "MISSED";
  console.log(
    `${name.padEnd(20)} ${median.toFixed(2)} × (${min.toFixed(2)}–${max.toFixed(2)}), bar ${bar} ×: ${verdict}. ${what}`,
  );
}
writeFileSync(
  "bench-results.json",
  `${JSON.stringify({ node: process.versions.node, cpus: cpus().length, at: new Date().toISOString(), results }, undefined, 2)}\n`,
);
