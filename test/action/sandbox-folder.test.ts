// A folder that the sandbox cannot use is told by the input that named it.
import { expect, it } from "vitest";
import { buildBundles } from "./support/bundles.ts";
import { runStage } from "./support/runner.ts";

it("names the input sandbox where its folder is a file", async () => {
  await using bundles = await buildBundles();
  const inputs = { sandbox: process.execPath, zone: "example.com", type: "A", name: "www", value: "192.0.2.1" };
  const { exitCode, stdout } = await runStage({ folder: bundles.folder, stage: "main", inputs });
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^::error .*\[state_unavailable\] Input sandbox: /m);
});
