// action.yml and the workflows, judged by GitHub's own language service, and by what a workflow should never do.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import * as z from "zod/mini";
import { type LanguageService, loadLanguageService } from "./support/language-service.ts";

const FOLDER = ".github/workflows";
const paths = readdirSync(FOLDER).map((file) => join(FOLDER, file));

let service: LanguageService;
beforeAll(async () => {
  service = await loadLanguageService();
});
afterAll(async () => {
  await service[Symbol.asyncDispose]();
});

const step = z.looseObject({ uses: z.optional(z.string()), run: z.optional(z.string()) });
const job = z.looseObject({
  permissions: z.record(z.string(), z.enum(["read", "write"])),
  "timeout-minutes": z.number(),
  steps: z.array(step),
});
const workflow = z.looseObject({
  on: z.looseObject({}),
  permissions: z.strictObject({}),
  jobs: z.record(z.string(), job),
});

describe("GitHub's language service", () => {
  it.each(["action.yml", ...paths])("finds nothing wrong with %s", async (path) => {
    expect(await service.diagnose(path, readFileSync(path, "utf8"))).toEqual([]);
  });

  it.each([
    ["action.yml", "using: node24", "using: node28"],
    ["action.yml", "icon: globe", "icon: globes"],
    [".github/workflows/ci.yml", "contents: read", "contens: read"],
    [".github/workflows/ci.yml", "steps.gone.outputs", "steps.gon.outputs"],
  ])("would find %s with %j as %j", async (path, right, wrong) => {
    const text = readFileSync(path, "utf8");
    expect(text).toContain(right);
    expect(await service.diagnose(path, text.replace(right, wrong))).not.toEqual([]);
  });
});

describe.each(paths)("%s", (path) => {
  const text = readFileSync(path, "utf8");
  const { on, jobs } = workflow.parse(parse(text));
  const steps = Object.values(jobs).flatMap((each) => each.steps);

  it("pins every action that is not this one by its full commit, with the version beside it", () => {
    const foreign = steps.flatMap(({ uses }) => (uses === undefined || uses === "./" ? [] : [uses]));
    expect(foreign.filter((uses) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(uses))).toEqual([]);
    for (const uses of foreign) expect(text).toMatch(new RegExp(`${uses} # v\\d+\\.\\d+\\.\\d+\n`));
  });

  it("keeps no credentials in a checkout", () => {
    const checkouts = text.match(/uses: actions\/checkout@.*\n.*with:\n.*persist-credentials: false/g) ?? [];
    expect(checkouts).toHaveLength(steps.filter(({ uses }) => uses?.startsWith("actions/checkout@")).length);
  });

  it("puts no expression into a script, and runs on no event that lends secrets to strangers", () => {
    expect(steps.filter(({ run }) => run?.includes("${{"))).toEqual([]);
    expect(Object.keys(on)).not.toContain("pull_request_target");
    expect(text).not.toContain("secrets: inherit");
  });

  it("writes only where a release is made, and there behind an environment", () => {
    const writing = Object.values(jobs).filter(({ permissions }) => Object.values(permissions).includes("write"));
    expect(writing.every((each) => each["environment"] === "release")).toBe(true);
  });
});

it("the release builds everything before it publishes anything, and what cannot be published twice comes last", () => {
  const { publish } = workflow.parse(parse(readFileSync(join(FOLDER, "release.yml"), "utf8"))).jobs;
  const scripts = publish?.steps.flatMap(({ run = "" }) => run.split("\n")) ?? [];
  const inOrder = [
    "npm pack",
    "node scripts/run.mjs mcpb",
    "docker build -f packaging/Dockerfile",
    "gh release create",
    "docker push",
    "npm publish",
    "gh release edit",
    "gh api",
  ];
  const places = inOrder.map((start) => scripts.findIndex((line) => line.trim().startsWith(start)));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(scripts.find((line) => line.trim().startsWith("gh release create"))).toContain("vps-dns-*.mcpb");
});
