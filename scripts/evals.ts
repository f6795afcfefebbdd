// `node scripts/run.mjs evals [--model COMMAND] [--task NAME]… [--json]`: tasks in plain words, done by a model and judged
// by their end. Without a model, the reference does them.
import { parseArgs } from "node:util";
import { commandPlayer } from "../evals/command-player.ts";
import { type Row, playTask } from "../evals/play-task.ts";
import { referencePlayer } from "../evals/reference-player.ts";
import { resultTable } from "../evals/table.ts";
import { tasks } from "../evals/tasks/index.ts";

const { values } = parseArgs({
  options: {
    model: { type: "string" },
    task: { type: "string", multiple: true, default: [] },
    json: { type: "boolean", default: false },
  },
});

const unknown = values.task.filter((name) => !tasks.some((task) => task.name === name));
if (unknown.length > 0) throw new Error(`There is no task ${unknown.join(", ")}.`);
const chosen = values.task.length === 0 ? tasks : tasks.filter(({ name }) => values.task.includes(name));
const player = values.model === undefined ? referencePlayer : commandPlayer(values.model, process.env);

const rows: Row[] = [];
for (const task of chosen) {
  process.stderr.write(`${task.name} …\n`);
  rows.push(await playTask(task, player));
}
process.stdout.write(`${values.json ? JSON.stringify(rows, undefined, 2) : resultTable(rows)}\n`);
if (rows.some(({ wrong }) => wrong.length > 0)) process.exitCode = 1;
