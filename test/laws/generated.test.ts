// Derived files are in step with the tables they come from (`npm run generate`).
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { generatedFiles } from "../../scripts/generate/generated-files.ts";

describe("npm run generate", () => {
  it.each([...generatedFiles()])("has nothing new to say about %s", (path, content) => {
    expect(readFileSync(path, "utf8")).toBe(content);
  });
});
