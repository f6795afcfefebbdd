// Every story in scenarios/, told through the bundles as a runner runs them. What each stage printed, handed over and
// asked of the API is in snapshots/, whole; here only the unsteady parts (ids, ports, times) are made steady.
import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Bundles, buildBundles } from "./support/bundles.ts";
import { loadScenario } from "./support/load-scenario.ts";
import { playScenario } from "./support/play.ts";

let bundles: Bundles;
beforeAll(async () => {
  bundles = await buildBundles();
});
afterAll(async () => {
  await bundles[Symbol.asyncDispose]();
});

// On Windows nothing but Ctrl-C in a console is a signal: every other one just ends the process.
const UNPLAYABLE = process.platform === "win32" ? ["cancelled-job.ts"] : [];
const files = readdirSync(new URL("scenarios", import.meta.url)).filter(
  (file) => file.endsWith(".ts") && !UNPLAYABLE.includes(file),
);

describe("the Action", () => {
  it.each(files.map((file) => basename(file, ".ts")))("tells the story %s", async (name) => {
    const story = await loadScenario(name);
    const { transcript, leaks } = await playScenario(story, bundles.folder);
    expect(leaks).toEqual([]);
    await expect(transcript).toMatchFileSnapshot(`snapshots/${name}.txt`);
  });
});
