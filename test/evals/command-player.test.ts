// A model behind a command: what it is given, what is counted, and what becomes of one that fails or never ends.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandPlayer } from "../../evals/command-player.ts";
import { playTask } from "../../evals/play-task.ts";
import { resultTable } from "../../evals/table.ts";
import { taskOf } from "./support/tasks.ts";

const PATIENCE_MS = 60_000;
const env = { PATH: process.env["PATH"], VPS_READ_ONLY: "1" };
const node = (script: string) => `"${process.execPath}" -e "${script}"`;

describe("a model behind a command", () => {
  let folder: string;
  let model: string;
  beforeAll(async () => {
    const cache = join("node_modules", ".cache");
    mkdirSync(cache, { recursive: true });
    folder = mkdtempSync(join(cache, "eval-model-"));
    model = `"${process.execPath}" "${join(process.cwd(), folder, "model.mjs")}"`;
    await build({
      entryPoints: ["test/evals/scripted-model.ts"],
      outfile: join(folder, "model.mjs"),
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20.18",
      packages: "external",
      logLevel: "error",
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("gets the words and the server, and its calls, errors, bytes and tokens are counted", async () => {
    const player = commandPlayer({ command: model, env, patienceMs: PATIENCE_MS });
    const done = await playTask(taskOf("delete-zone-agreed"), player);
    expect(done).toMatchObject({ wrong: [], calls: 2, errors: 0, tokens: 1234 });
    const refused = await playTask(taskOf("alias-beside-mail"), player);
    expect(refused).toMatchObject({ wrong: [], calls: 1, errors: 1 });
    expect(refused.argumentBytes).toBeGreaterThan(50);
    expect(refused.resultBytes).toBeGreaterThan(50);
    expect(resultTable([{ ...done, argumentBytes: 100, resultBytes: 300, listBytes: 10_000 }])).toMatchInlineSnapshot(`
      "task                end    calls  least  errors  asked  arguments  results  tokens  what is wrong
      delete-zone-agreed  right  2      2      0       0      100        300      1234

      1 of 1 right; 2 calls, 0 of them refused, where 2 suffice; 100 bytes of arguments and 300 of results a task, beside a tool list of 10000."
    `);
  });

  it("does not see the settings of a server of one's own", async () => {
    const command = node("console.log(Object.keys(process.env).filter((name) => /^VPS_/.test(name)).join() || 'none')");
    const task = { ...taskOf("zone-file"), said: [/^none\n$/] };
    expect(await playTask(task, commandPlayer({ command, env, patienceMs: PATIENCE_MS }))).toMatchObject({ wrong: [] });
  });

  it("that fails has not done the task, and the table says so", async () => {
    const row = await playTask(
      taskOf("add-address"),
      commandPlayer({ command: "exit 3", env, patienceMs: PATIENCE_MS }),
    );
    expect(row.wrong).toEqual(["The player failed: the command ended with exit code 3."]);
    expect(resultTable([row])).toMatchInlineSnapshot(`
      "task         end    calls  least  errors  asked  arguments  results  tokens  what is wrong
      add-address  wrong  0      1      0       0      0          0        ~0      The player failed: the command ended with exit code 3.

      0 of 1 right; 0 calls, 0 of them refused, where 1 suffice; 0 bytes of arguments and 0 of results a task, beside a tool list of 0.
      ~ is nobody's count but the bytes, the tool list's once, divided by 4."
    `);
  });

  it("that never ends is ended, its children too", async () => {
    const command = `${node("setInterval(() => {}, 1000)")} | cat`;
    const row = await playTask(taskOf("add-address"), commandPlayer({ command, env, patienceMs: 500 }));
    expect(row.wrong).toEqual(["The player failed: the command took more than 0.5 seconds."]);
  });

  it("that tells its tokens in no number has not done the task", async () => {
    const command = node("require('fs').writeFileSync(process.env.EVAL_TOKENS, 'many')");
    const row = await playTask(taskOf("add-address"), commandPlayer({ command, env, patienceMs: PATIENCE_MS }));
    expect(row.wrong).toEqual(["The player failed: the command told its tokens with no whole number."]);
  });
});
