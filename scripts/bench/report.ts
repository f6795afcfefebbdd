// What a run of the bench says: lines for a terminal, a page for the docs, a schema for runs that were saved.
import * as z from "zod/mini";
import { UNITS } from "./bench-row.ts";

const resultSchema = z.object({
  name: z.string(),
  what: z.string(),
  bar: z.number(),
  unit: z.enum(UNITS),
  median: z.number(),
  min: z.number(),
  max: z.number(),
  met: z.boolean(),
  missed: z.exactOptional(z.string()),
  peer: z.exactOptional(z.string()),
});
const peerSchema = z.object({
  command: z.string(),
  start: z.number(),
  memory: z.number(),
  bytes: z.number(),
  tools: z.number(),
});

/** A run, as bench-results.json holds it. */
export const runSchema = z.object({
  node: z.string(),
  machine: z.string(),
  at: z.string(),
  runs: z.number(),
  results: z.array(resultSchema),
  peers: z.array(peerSchema),
});
export type BenchRun = z.output<typeof runSchema>;
type Result = z.output<typeof resultSchema>;
type Peer = z.output<typeof peerSchema>;

/** Two digits for a ratio, none for bytes. */
export function figure(value: number, unit: Result["unit"]): string {
  const digits = unit === "×" ? 2 : unit === "bytes" ? 0 : 1;
  return `${value.toFixed(digits)} ${unit}`;
}

export function resultLine(result: Result): string {
  const { name, what, bar, unit, met } = result;
  return `${name.padEnd(20)} ${spreadText(result)}, bar ${bar} ${unit}: ${met ? "met" : "MISSED"}. ${what}`;
}

export function peerLine({ command, start, memory, bytes, tools }: Peer): string {
  return `${command}: start ${figure(start, "×")}, ${figure(memory, "MB")}, ${tools} tools in ${figure(bytes, "bytes")}`;
}

function spreadText({ median, min, max, unit }: Result): string {
  return `${figure(median, unit)} (${figure(min, unit)} – ${figure(max, unit)})`;
}

/** `docs/performance.md`. */
export function performancePage(run: BenchRun): string {
  const rows = run.results.map((result) => {
    const { name, what, bar, unit, met, missed, peer = "" } = result;
    const verdict = met ? "met" : missed === undefined ? "**missed**" : `**missed**: ${missed}`;
    return `| \`${name}\` | ${what} | ${spreadText(result)} | ${bar} ${unit} | ${verdict} | ${peer} |`;
  });
  const peers = run.peers.map(
    ({ command, start, memory, bytes, tools }) =>
      `| \`${command}\` | ${figure(start, "×")} | ${figure(memory, "MB")} | ${tools} | ${figure(bytes, "bytes")} |`,
  );
  return [
    "<!-- Written by `npm run bench -- --page`; not by hand. -->",
    "# Performance",
    "",
    `Measured ${run.at.slice(0, 10)} on ${run.machine}, ${run.runs} runs each: median (least – most). A ratio (×) holds two`,
    "times taken right after each other against each other, so that the machine matters little. See it with",
    "`npm run bench`; one row with `-- --only NAME`; beside a saved run with `-- --against bench-results.json`; other",
    'servers side by side with `-- --peer "node THEIR-SERVER.js"` (`env KEY=value` in front; `npx` counts with its own start).',
    "",
    "| row | what | now | bar | | the best peer |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows,
    ...(peers.length === 0
      ? []
      : [
          "",
          "| server, in the same run | start | memory | tools | list |",
          "| --- | --- | --- | --- | --- |",
          ...peers,
        ]),
    "",
  ].join("\n");
}
