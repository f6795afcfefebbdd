// What is published and installed: pinned, without run-time dependencies, without anybody's download addresses.
import { readFileSync } from "node:fs";
import * as z from "zod/mini";
import { describe, expect, it } from "vitest";

const manifest = z
  .looseObject({
    dependencies: z.optional(z.record(z.string(), z.string())),
    devDependencies: z.record(z.string(), z.string()),
    engines: z.object({ node: z.string() }),
  })
  .parse(JSON.parse(readFileSync("package.json", "utf8")));

/** A version, or that of the package behind another name; what is still in the making has a suffix. */
const EXACT = /^(?:npm:@?[\w./-]+@)?\d+\.\d+\.\d+(?:-alpha\.\d+)?$/;

describe("package.json", () => {
  it("has no run-time dependency: everything is in the bundles", () => {
    expect(manifest.dependencies ?? {}).toEqual({});
  });

  it("pins every dependency exactly", () => {
    const loose = Object.entries(manifest.devDependencies).filter(([, version]) => !EXACT.test(version));
    expect(loose).toEqual([]);
  });

  it("gives each dependency its reason", () => {
    const reasons = readFileSync("docs/decisions/dependencies.md", "utf8");
    const unexplained = Object.keys(manifest.devDependencies).filter((name) => !reasons.includes(`\`${name}\``));
    expect(unexplained).toEqual([]);
  });
});

describe("package-lock.json", () => {
  it("records no download address", () => {
    expect(readFileSync("package-lock.json", "utf8")).not.toMatch(/"resolved":\s*"https?:/);
  });
});
