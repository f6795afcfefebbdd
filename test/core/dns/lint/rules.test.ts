import { describe, expect, it } from "vitest";
import { lintZone } from "../../../../src/core/dns/lint/lint-zone.ts";
import type { LintRule } from "../../../../src/core/dns/lint/rule.ts";
import { lintRules } from "../../../../src/core/dns/lint/rules.ts";
import { readZone } from "./read-zone.ts";

/** What lint says of an example, each id once. */
function told({ zone = "example.com" }: Pick<LintRule, "zone">, lines: readonly string[]): readonly string[] {
  const findings = lintZone({ zone, records: readZone(lines, zone) });
  return [...new Set(findings.map(({ id }) => id))].toSorted();
}

describe("every lint rule", () => {
  it("has an id of its own, in kebab case", () => {
    const ids = lintRules.map(({ id }) => id);
    expect(ids.filter((id) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))).toEqual([]);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it.each(lintRules.map((rule): [string, LintRule] => [rule.id, rule]))("%s speaks in whole sentences", (_, rule) => {
    for (const sentence of [rule.why, rule.fix]) expect(sentence).toMatch(/^[A-Z][^\n]+[^.]\.$/);
    expect(rule.source).not.toBe("");
  });

  it.each(lintRules.map((rule): [string, LintRule] => [rule.id, rule]))(
    "%s fires on its example, alone",
    (id, rule) => {
      expect(told(rule, rule.firing)).toEqual([id, ...(rule.also ?? [])].toSorted());
    },
  );

  it.each(lintRules.map((rule): [string, LintRule] => [rule.id, rule]))("%s is silent on the other", (id, rule) => {
    expect(told(rule, rule.silent)).not.toContain(id);
  });
});
