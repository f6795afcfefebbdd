// `npm run bench`: what the product page promises in numbers, each with median and spread. A JSON file
// (bench-results.json) beside the table; `--page` writes docs/performance.md from it. Nothing here is a test.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import * as z from "zod/mini";
import type { BenchRow } from "./bench/bench-row.ts";
import { measurePeer } from "./bench/peers.ts";
import { type BenchRun, figure, peerLine, performancePage, resultLine, runSchema } from "./bench/report.ts";
import { rows } from "./bench/rows.ts";
import { spread } from "./bench/spread.ts";

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true },
    runs: { type: "string", default: "5" },
    peer: { type: "string", multiple: true, default: [] },
    against: { type: "string" },
    page: { type: "boolean", default: false },
  },
});
const chosen = rows.filter(({ name }) => values.only === undefined || values.only.includes(name));
const runs = Number(values.runs);
if (chosen.length === 0 || !Number.isInteger(runs) || runs < 1) {
  console.error(
    [
      `Usage: npm run bench -- [--only NAME]… [--runs N] [--against RESULTS.json] [--peer "COMMAND ARGUMENT…"]… [--page]`,
      `Rows: ${rows.map(({ name }) => name).join(", ")}`,
    ].join("\n"),
  );
  process.exit(2);
}

const earlier = values.against === undefined ? undefined : runSchema.parse(readJson(values.against));
const machine = `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? "processor"}`;
console.log(`${machine}, ${runs} runs each\n`);
const run: BenchRun = {
  node: process.versions.node,
  machine,
  at: new Date().toISOString(),
  runs,
  results: [],
  peers: [],
};
for (const row of chosen) {
  const result = await measured(row);
  run.results.push(result);
  const before = earlier?.results.find(({ name }) => name === row.name);
  console.log(`${resultLine(result)}${before === undefined ? "" : ` Before: ${figure(before.median, before.unit)}.`}`);
}
for (const command of values.peer) {
  try {
    const peer = await measurePeer(command, runs);
    run.peers.push(peer);
    console.log(peerLine(peer));
  } catch (error) {
    // One that does not start takes nothing from the rows.
    console.log(`${command}: not measured: ${error instanceof Error ? error.message : String(error)}`);
  }
}
writeFileSync("bench-results.json", `${JSON.stringify(run, undefined, 2)}\n`);
if (values.page) writeFileSync("docs/performance.md", performancePage(run));

async function measured(row: BenchRow): Promise<BenchRun["results"][number]> {
  const { name, what, bar, unit = "×", missed, peer } = row;
  const figures: number[] = [];
  for (let turn = 0; turn < runs; turn++) figures.push(await row.measure());
  const { median, min, max } = spread(figures);
  return {
    name,
    what,
    bar,
    unit,
    median,
    min,
    max,
    met: median <= bar,
    ...(missed === undefined ? {} : { missed }),
    ...(peer === undefined ? {} : { peer }),
  };
}

function readJson(path: string): unknown {
  return z.json().parse(JSON.parse(readFileSync(path, "utf8")));
}
