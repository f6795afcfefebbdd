// action.yml is what the Marketplace and the runner take, and what the code reads.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { actionYaml } from "../../src/action/action-yaml.ts";
import { ACTION_INPUTS } from "../../src/action/inputs.ts";
import { ACTION_OUTPUTS } from "../../src/action/outputs.ts";
import { sourceFiles } from "../support/source-files.ts";
import { readMetadata } from "./support/metadata.ts";

const COLORS = ["white", "black", "yellow", "blue", "green", "orange", "red", "purple", "gray-dark"];

describe("action.yml", () => {
  const metadata = readMetadata();

  it("is what the tables make", () => {
    expect(readFileSync("action.yml", "utf8")).toBe(actionYaml());
  });

  it("says what the runner and the Marketplace ask for", () => {
    expect(metadata.runs).toEqual({ using: "node24", main: "dist/action/main.mjs", post: "dist/action/post.mjs" });
    expect(metadata.branding.icon).toBe("globe");
    expect(COLORS).toContain(metadata.branding.color);
  });

  it("declares every input and output of the tables, with their defaults, and no other", () => {
    const declared = Object.entries(metadata.inputs).map(([name, input]) => [name, input.description, input.default]);
    expect(declared).toEqual(ACTION_INPUTS.map((input) => [input.name, input.description, input.default]));
    expect(Object.keys(metadata.outputs)).toEqual(ACTION_OUTPUTS.map(({ name }) => name));
  });

  it("declares no input that no code reads", () => {
    const code = sourceFiles("src/action")
      .filter(({ path }) => !path.endsWith("/inputs.ts"))
      .map(({ text }) => text)
      .join("\n");
    const unread = ACTION_INPUTS.filter(
      ({ name, kind }) => kind !== "field" && kind !== "choice" && !code.includes(`"${name}"`),
    );
    expect(unread.map(({ name }) => name)).toEqual([]);
  });
});
