// Every rule of a zone is in docs/lint.md, with an example that breaks it.
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { zoneProblemOf, zoneRuleExamples } from "../../../scripts/generate/zone-rule-examples.ts";

const FOLDERS = ["src/core/dns/rules", "src/core/dns/rdata"];
const sources = [
  "src/core/dns/host-name.ts",
  ...FOLDERS.flatMap((folder) => readdirSync(folder).map((file) => `${folder}/${file}`)),
];

describe("the page of zone rules", () => {
  it("has every id that the rules tell", () => {
    const told = sources.flatMap((file) => [...readFileSync(file, "utf8").matchAll(/^\s+id: "([a-z-]+)",$/gm)]);
    const ids = [...new Set(told.map(([, id = ""]) => id))];
    expect(ids.length).toBeGreaterThan(15);
    expect([...zoneRuleExamples.keys()].toSorted()).toEqual(ids.toSorted());
  });

  it.each([...zoneRuleExamples])("%s is broken by its example", (id, lines) => {
    expect(zoneProblemOf(id, lines)).toMatchObject({ id });
  });
});
