// Every recipe of the page, run with the Action's bundle against a sandbox: its records are answered on the wire, what
// is to go goes, and the same run again writes nothing.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { presets } from "../../src/core/presets/index.ts";
import { recipes } from "../../scripts/generate/recipes/index.ts";
import { ZONE } from "../../scripts/generate/recipes/recipe.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { type Bundles, buildBundles } from "../action/support/bundles.ts";
import { type LanguageService, loadLanguageService } from "../action/support/language-service.ts";
import { queryDns } from "../support/dns-query.ts";
import { startTestSandbox } from "../support/sandbox.ts";
import { type PageAnswers, readPage } from "./read-page.ts";
import { runJobs } from "./run-job.ts";

const page = readPage(ZONE);
let bundles: Bundles;

beforeAll(async () => {
  bundles = await buildBundles();
});
afterAll(() => bundles[Symbol.asyncDispose]());

describe("docs/recipes.md", () => {
  it("has every recipe of the table, and one for every preset", () => {
    expect([...page.keys()]).toEqual(recipes.map(({ name }) => name));
    const used = new Set([...page.values()].flatMap((recipe) => presetsOf(recipe.workflow.jobs)));
    expect(presets.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([]);
  });

  it("pins what it uses of others by SHA, and lets no job do more than read", () => {
    for (const { workflow } of page.values()) {
      const foreign = Object.values(workflow.jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
      for (const uses of foreign) expect(uses).toMatch(/^(?:OWNER\/vps-dns@v1|actions\/checkout@[0-9a-f]{40})$/);
      const granted = Object.values(workflow.jobs).flatMap(({ permissions }) => Object.entries(permissions));
      expect(granted.filter(([scope, access]) => scope !== "contents" || access !== "read")).toEqual([]);
    }
  });
});

describe("GitHub's language service", () => {
  let service: LanguageService;
  beforeAll(async () => {
    service = await loadLanguageService();
  });
  afterAll(() => service[Symbol.asyncDispose]());

  it.each(recipes.map(({ name }) => name))("finds nothing wrong with %s", async (name) => {
    expect(await service.diagnose(`.github/workflows/${name}.yml`, page.get(name)?.text ?? "none")).toEqual([]);
  });
});

describe.each(recipes.map((recipe) => [recipe.name, recipe] as const))("%s", (name, { runs, cleanup = false }) => {
  it("does what the page says, once", async () => {
    const recipe = page.get(name);
    if (recipe === undefined) throw new Error("not on the page");
    expect(recipe.answers).toHaveLength(runs.length);
    const sandbox = await startTestSandbox();
    for (const [at, { samples, fails = false }] of runs.entries()) {
      const said = recipe.answers[at] ?? { present: [], gone: [] };
      const go = () =>
        runJobs({
          recipe,
          sandbox,
          folder: bundles.folder,
          samples,
          atEnd: () => expectAnswers(sandbox, cleanup ? { present: said.present, gone: [] } : said),
        });
      expectEnd(await go(), fails);
      await expectAnswers(sandbox, cleanup ? { present: [], gone: said.gone } : said);
      if (cleanup) continue;
      const before = sandbox.requests().length;
      expectEnd(await go(), fails);
      expect(writesSince(sandbox, before)).toEqual([]);
    }
  });
});

function presetsOf(jobs: Readonly<Record<string, { readonly steps: readonly { with: Record<string, string> }[] }>>) {
  return Object.values(jobs).flatMap(({ steps }) => steps.flatMap((step) => step.with["preset"] ?? []));
}

function expectEnd(results: Awaited<ReturnType<typeof runJobs>>, fails: boolean): void {
  expect(results.length).toBeGreaterThan(0);
  for (const { exitCode, log } of results) expect(exitCode, log.join("\n")).toBe(fails ? 1 : 0);
}

function writesSince(sandbox: Sandbox, before: number): readonly string[] {
  return sandbox
    .requests()
    .slice(before)
    .flatMap(({ method, path }) => (method === "GET" ? [] : [`${method} ${path}`]));
}

async function expectAnswers({ nameserver: server }: Sandbox, { present, gone }: PageAnswers): Promise<void> {
  for (const { name, type, ttl, value, priority } of present) {
    const { answers } = await queryDns({ server, name, type, tcp: true });
    expect(answers).toContainEqual({ name, type, ttl, value, ...(priority === undefined ? {} : { priority }) });
  }
  for (const { name, type } of gone) {
    expect((await queryDns({ server, name, type })).answers).toEqual([]);
  }
}
