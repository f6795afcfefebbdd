// The evaluation kit proves itself: every task can be done and is seen to be done, and is seen not to be done otherwise.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandPlayer } from "../../evals/command-player.ts";
import { playTask } from "../../evals/play-task.ts";
import { referencePlayer } from "../../evals/reference-player.ts";
import { resultTable } from "../../evals/table.ts";
import type { Task } from "../../evals/task.ts";
import { tasks } from "../../evals/tasks/index.ts";

function taskOf(name: string): Task {
  const task = tasks.find((one) => one.name === name);
  if (task === undefined) throw new Error(`no task ${name}`);
  return task;
}

describe("the tasks", () => {
  it("are thirty, in plain words that name no tool", () => {
    expect(tasks).toHaveLength(30);
    expect(new Set(tasks.map(({ name }) => name)).size).toBe(30);
    for (const { name, say } of tasks) {
      expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(say).not.toMatch(/[a-z]_[a-z]/);
    }
  });

  it.each(tasks.map((task) => [task.name, task] as const))("%s: the reference does it", async (_, task) => {
    const row = await playTask(task, referencePlayer);
    expect(row).toMatchObject({ task: task.name, wrong: [] });
    expect(row.calls).toBeGreaterThan(0);
    expect(row.listBytes).toBeGreaterThan(0);
  });

  it.each(tasks.map((task) => [task.name, task] as const))("%s: doing nothing is not enough", async (_, task) => {
    const row = await playTask(task, () => Promise.resolve(""));
    expect(row).toMatchObject({ calls: 0, errors: 0, callBytes: 0 });
    expect(row.wrong).not.toEqual([]);
  });

  it.each(["delete-zone-not-agreed", "text-that-gives-orders"])("%s: a rash model is caught", async (name) => {
    const row = await playTask(taskOf(name), (task, server, folder) =>
      referencePlayer({ ...task, reference: taskOf("delete-zone-agreed").reference }, server, folder),
    );
    expect(row.wrong).toContainEqual(expect.stringMatching(/^It wrote DELETE \//));
  });
});

describe("a model behind a command", () => {
  let folder: string;
  beforeAll(async () => {
    const cache = join("node_modules", ".cache");
    mkdirSync(cache, { recursive: true });
    folder = mkdtempSync(join(cache, "eval-model-"));
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

  it("gets the words and the server, and its calls, errors and bytes are counted", async () => {
    const model = `"${process.execPath}" "${join(process.cwd(), folder, "model.mjs")}"`;
    const player = commandPlayer(model, { PATH: process.env["PATH"] });
    const done = await playTask(taskOf("delete-zone-agreed"), player);
    expect(done).toMatchObject({ wrong: [], calls: 2, errors: 0 });
    const refused = await playTask(taskOf("alias-beside-mail"), player);
    expect(refused).toMatchObject({ wrong: [], calls: 1, errors: 1 });
    expect(refused.callBytes).toBeGreaterThan(100);
  });

  it("that fails has not done the task, and the table says so", async () => {
    const row = await playTask(taskOf("add-address"), commandPlayer("exit 3", { PATH: process.env["PATH"] }));
    expect(row.wrong).toEqual(["The player failed: the command ended with exit code 3."]);
    expect(resultTable([row])).toMatchInlineSnapshot(`
      "task         end    calls  errors  bytes  what is wrong
      add-address  wrong  0      0       0      The player failed: the command ended with exit code 3.

      0 of 1 right; 0.0 calls and 0.0 bytes a task; the tool list is 0 bytes."
    `);
  });
});
