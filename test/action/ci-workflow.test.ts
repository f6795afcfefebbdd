// The Action's job of the CI workflow, played here step by step: what CI asks for is known to hold before it runs there.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { parse } from "yaml";
import * as z from "zod/mini";
import { buildBundles } from "./support/bundles.ts";
import { runStage, type StepResult } from "./support/runner.ts";

const run = promisify(execFile);

const texts = z._default(z.record(z.string(), z.coerce.string()), {});
const step = z.looseObject({
  id: z.optional(z.string()),
  uses: z.optional(z.string()),
  run: z.optional(z.string()),
  with: texts,
  env: texts,
});
const workflow = z.looseObject({ jobs: z.looseObject({ action: z.looseObject({ steps: z.array(step) }) }) });
const members = z.record(z.string(), z.catch(z.string(), ""));

/** Fills the few expressions that the job has, as the runner does. */
function filled(text: string, temporary: string, outputs: ReadonlyMap<string, StepResult["outputs"]>): string {
  return text.replaceAll(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => {
    if (expression === "runner.temp") return temporary;
    const [, id = "", output = "", member] =
      /^(?:fromJSON\()?steps\.(\w+)\.outputs\.([\w-]+)(?:\)\.(\w+))?$/.exec(expression) ?? [];
    const value = outputs.get(id)?.get(output);
    if (value === undefined) throw new Error(`${expression} is nothing`);
    return member === undefined ? value : (members.parse(JSON.parse(value))[member] ?? "");
  });
}

it("the CI workflow's job for the Action passes", async () => {
  const { steps } = workflow.parse(parse(await readFile(".github/workflows/ci.yml", "utf8"))).jobs.action;
  await using bundles = await buildBundles();
  const temporary = await mkdtemp(join(tmpdir(), "vps-dns-runner-"));
  try {
    const outputs = new Map<string, StepResult["outputs"]>();
    const fill = (given: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(given).map(([name, text]) => [name, filled(text, temporary, outputs)]));
    const stage = { folder: bundles.folder, env: { RUNNER_TEMP: temporary } };
    const after: (() => Promise<StepResult>)[] = [];
    let checks = 0;
    for (const { id = "", uses, run: script, with: given, env } of steps) {
      if (uses === "./") {
        const inputs = fill(given);
        const main = await runStage({ ...stage, stage: "main", inputs });
        expect({ id, exitCode: main.exitCode, log: main.log }).toMatchObject({ exitCode: 0 });
        outputs.set(id, main.outputs);
        after.unshift(() => runStage({ ...stage, stage: "post", inputs, state: main.state }));
      } else if (script !== undefined) {
        const { stdout } = await run("bash", ["-e", "-c", script], { env: { ...process.env, ...fill(env) } });
        expect(stdout).toContain("192.0.2.44");
        checks += 1;
      }
    }
    expect(checks).toBe(1);
    const posts: StepResult[] = [];
    for (const post of after) posts.push(await post());
    expect(posts.map(({ exitCode }) => exitCode)).toEqual(posts.map(() => 0));
    expect(posts.flatMap(({ log }) => log).join("\n")).toContain("Deleted: TXT record at _ci.example.com");
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
});
