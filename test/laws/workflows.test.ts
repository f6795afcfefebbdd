// The project's own workflows keep to what it asks of its users': pinned, with least permissions, nothing injected.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import * as z from "zod/mini";

const FOLDER = ".github/workflows";

const step = z.looseObject({
  uses: z.optional(z.string()),
  run: z.optional(z.string()),
  with: z._default(z.record(z.string(), z.unknown()), {}),
});
const job = z.looseObject({
  "timeout-minutes": z.optional(z.number()),
  permissions: z.optional(z.record(z.string(), z.enum(["read", "write", "none"]))),
  steps: z.array(step),
});
const workflow = z.looseObject({
  on: z.union([z.string(), z.array(z.string()), z.record(z.string(), z.unknown())]),
  permissions: z.optional(z.unknown()),
  concurrency: z.optional(z.unknown()),
  jobs: z.record(z.string(), job),
});

const PINNED = /^(?:\.\/|[\w.-]+\/[\w./-]+@[0-9a-f]{40}$)/;

/** What is wrong with a workflow, in words. */
function faultsOf(text: string): string[] {
  const { on, permissions, concurrency, jobs } = workflow.parse(parse(text));
  const events = typeof on === "string" ? [on] : Array.isArray(on) ? on : Object.keys(on);
  return [
    ...(JSON.stringify(permissions) === "{}" ? [] : ["permissions at the top are not {}"]),
    ...(concurrency === undefined ? ["no concurrency"] : []),
    ...events.filter((event) => event === "pull_request_target").map((event) => `runs on ${event}`),
    ...unnamedPins(text),
    ...Object.entries(jobs).flatMap(([name, each]) => jobFaults(each).map((fault) => `${name}: ${fault}`)),
  ];
}

function jobFaults({ permissions, steps, "timeout-minutes": timeout }: z.output<typeof job>): string[] {
  return [
    ...(permissions === undefined ? ["no permissions"] : []),
    ...(timeout === undefined ? ["no timeout-minutes"] : []),
    ...steps.flatMap(({ uses, run, with: inputs }) => [
      ...(uses === undefined || PINNED.test(uses) ? [] : [`${uses} is not pinned`]),
      ...(uses?.startsWith("actions/checkout@") === true && inputs["persist-credentials"] !== false
        ? ["the checkout leaves credentials behind"]
        : []),
      // A shell would run what a title or a branch's name says: values go through env.
      ...(run?.includes("${{") === true ? ["an expression inside run"] : []),
    ]),
  ];
}

// A bare hash tells no reader how old it is.
function unnamedPins(text: string): string[] {
  return [...text.matchAll(/uses: (\S+@[0-9a-f]{40})(.*)$/gm)]
    .filter(([, , comment = ""]) => !/^ # v\d+\.\d+\.\d+$/.test(comment))
    .map(([, uses = ""]) => `${uses} does not say its version`);
}

describe("the workflows", () => {
  it.each(readdirSync(FOLDER))("%s is pinned, has least permissions and injects nothing", (file) => {
    expect(faultsOf(readFileSync(join(FOLDER, file), "utf8"))).toEqual([]);
  });

  it("would be told what is wrong with them", () => {
    const bad = `
on: pull_request_target
jobs:
  build:
    steps:
      - uses: actions/checkout@v7
      - uses: actions/setup-node@0123456789012345678901234567890123456789
      - run: echo "\${{ github.event.pull_request.title }}"
`;
    expect(faultsOf(bad)).toEqual([
      "permissions at the top are not {}",
      "no concurrency",
      "runs on pull_request_target",
      "actions/setup-node@0123456789012345678901234567890123456789 does not say its version",
      "build: no permissions",
      "build: no timeout-minutes",
      "build: actions/checkout@v7 is not pinned",
      "build: the checkout leaves credentials behind",
      "build: an expression inside run",
    ]);
  });
});
