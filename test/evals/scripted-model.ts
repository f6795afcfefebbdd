// A "model" behind a command: it reads what the kit hands to one, does the task as its row says, and prints the end.
import { readFileSync, writeFileSync } from "node:fs";
import * as z from "zod/mini";
import { referencePlayer } from "../../evals/reference-player.ts";
import { tasks } from "../../evals/tasks/index.ts";

const server = z.object({ command: z.string(), args: z.array(z.string()), env: z.record(z.string(), z.string()) });
const config = z.object({ mcpServers: z.object({ "vps-dns": server }) });

const { EVAL_TASK: name, EVAL_PROMPT: prompt, EVAL_MCP_CONFIG: path = "", EVAL_TOKENS: tokens = "" } = process.env;
const task = tasks.find((one) => one.name === name && one.say === prompt);
if (task === undefined) throw new Error("The task is not one of the kit's.");
const { mcpServers } = config.parse(JSON.parse(readFileSync(path, "utf8")));
const { said } = await referencePlayer()(task, mcpServers["vps-dns"], "");
writeFileSync(tokens, "1234\n");
process.stdout.write(said);
