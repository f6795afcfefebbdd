// Runs a workflow's own steps as a runner does: expressions filled in, main of each step, then post of each in reverse.
// Steps of other actions and scripts are not ours to run: what they would give is among the samples.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { runStage, type StepResult } from "../action/support/runner.ts";
import type { PageRecipe, PageStep } from "./read-page.ts";

export interface JobRun {
  readonly recipe: PageRecipe;
  readonly sandbox: Sandbox;
  /** Holds the bundles. */
  readonly folder: string;
  /** What expressions stand for. */
  readonly samples: Readonly<Record<string, string>>;
  /** Called when all steps are through, before anything is cleaned up. */
  readonly atEnd: () => Promise<void>;
}

/** Runs every job whose condition holds; gives the results of the main steps. */
export async function runJobs(run: JobRun): Promise<readonly StepResult[]> {
  const results: StepResult[] = [];
  for (const { if: condition, steps } of Object.values(run.recipe.workflow.jobs)) {
    if (condition !== undefined && sample(run, condition) !== "true") continue;
    const own = steps.filter(({ uses }) => uses?.startsWith("OWNER/vps-dns@") === true);
    const done: { readonly step: PageStep; readonly result: StepResult }[] = [];
    for (const step of own) {
      const result = await runStage({ ...(await request(run, step)), stage: "main" });
      done.push({ step, result });
    }
    await run.atEnd();
    for (const { step, result } of done.toReversed()) {
      const { state, masks } = result;
      const post = await runStage({ ...(await request(run, step)), stage: "post", state, masks });
      if (post.exitCode !== 0) throw new Error(`The post step failed: ${post.log.join("\n")}`);
    }
    results.push(...done.map(({ result }) => result));
  }
  return results;
}

async function request(run: JobRun, step: PageStep) {
  const inputs = Object.fromEntries(
    Object.entries(step.with).map(([name, text]) => [
      name,
      text.replaceAll(/\$\{\{ (.+?) \}\}/g, (_, expression: string) => sample(run, expression)),
    ]),
  );
  const path = inputs["zone-file"];
  const workspace = join(run.folder, "checkout", run.recipe.name);
  if (path !== undefined) {
    const text = run.recipe.files[path];
    if (text === undefined) throw new Error(`The page shows no file ${path}.`);
    await mkdir(dirname(join(workspace, path)), { recursive: true });
    await writeFile(join(workspace, path), text);
  }
  return {
    folder: run.folder,
    inputs: {
      ...inputs,
      "api-url": run.sandbox.url,
      ...(path === undefined ? {} : { "zone-file": join(workspace, path) }),
    },
    env: { VPS_NAMESERVERS: run.sandbox.nameserver },
  };
}

function sample({ samples, sandbox }: JobRun, expression: string): string {
  const value = { ...samples, "secrets.VPS_API_TOKEN": sandbox.token }[expression];
  if (value === undefined) throw new Error(`Nothing says what ${expression} stands for.`);
  return value;
}
