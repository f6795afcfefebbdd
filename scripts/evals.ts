// `node scripts/run.mjs evals [--model COMMAND [--minutes N]] [--ask] [--task NAME]… [--runs N] [--json]`: tasks in plain
// words, done by a model and judged by their end. Without a model, the reference does them.
import { parseArgs } from "node:util";
import { commandPlayer } from "../evals/command-player.ts";
import { type Row, playTask } from "../evals/play-task.ts";
import { referencePlayer } from "../evals/reference-player.ts";
import { resultTable } from "../evals/table.ts";
import { tasks } from "../evals/tasks/index.ts";

const { values } = parseArgs({
  options: {
    model: { type: "string" },
    ask: { type: "boolean", default: false },
    minutes: { type: "string", default: "10" },
    task: { type: "string", multiple: true, default: [] },
    runs: { type: "string", default: "1" },
    json: { type: "boolean", default: false },
  },
});

function above0(flag: "minutes" | "runs"): number {
  const number = Number(values[flag]);
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`--${flag} takes a whole number of at least 1.`);
  return number;
}

const unknown = values.task.filter((name) => !tasks.some((task) => task.name === name));
if (unknown.length > 0) throw new Error(`There is no task ${unknown.join(", ")}.`);
const chosen = values.task.length === 0 ? tasks : tasks.filter(({ name }) => values.task.includes(name));
const runs = above0("runs");
const patienceMs = above0("minutes") * 60_000;
const player =
  values.model === undefined
    ? referencePlayer()
    : commandPlayer({ command: values.model, env: process.env, patienceMs });

// A model's processes are a group of their own, which a terminal's Ctrl-C does not reach; the exit ends them.
process.once("SIGINT", () => process.exit(130)).once("SIGTERM", () => process.exit(143));

const rows: Row[] = [];
for (const task of chosen) {
  for (let run = 1; run <= runs; run += 1) {
    process.stderr.write(`${task.name}${runs === 1 ? "" : ` (${run} of ${runs})`} …\n`);
    rows.push(await playTask(task, player, values.ask ? "ask" : "token"));
  }
}
process.stdout.write(`${values.json ? JSON.stringify(rows, undefined, 2) : resultTable(rows)}\n`);
if (rows.some(({ wrong }) => wrong.length > 0)) process.exitCode = 1;
