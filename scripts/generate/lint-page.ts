// docs/lint.md: every lint rule with its reason, its remedy and an example of each kind.
import type { LintFamily } from "../../src/core/dns/lint/rules.ts";
import type { LintRule } from "../../src/core/dns/lint/rule.ts";
import { zoneProblemOf, zoneRuleExamples } from "./zone-rule-examples.ts";

const EXAMPLE_LINES = 3;
const EXAMPLE_COLUMNS = 110;

export function lintPage(families: readonly LintFamily[]): string {
  return `${[
    "# Lint",
    "Made by `npm run generate` from `src/core/dns/lint/`. `lint_zone` tells these findings beside what no zone may be written with: `error` is what BIND or a standard refuses, `warning` loads and does not work as meant, `advice` is worth a look.",
    "`ignore` silences a finding by its id everywhere (`ttl-short`), or at one name (`ttl-short@www`).",
    "## What no zone may be written with",
    "Every write is held against these rules too: one that would bring an `error` of them into the zone is refused.",
    ...[...zoneRuleExamples].map(([id, lines]) => zoneRulePage(id, lines)),
    ...families.flatMap(({ title, rules }) => [`## ${title}`, ...rules.map(rulePage)]),
  ].join("\n\n")}\n`;
}

function rulePage({ id, severity, source, why, fix, zone, firing, silent }: LintRule): string {
  const origin = zone === undefined ? [] : [`$ORIGIN ${zone}.`];
  return [
    `### ${id}`,
    `**${severity}** · ${source}`,
    `${why} ${fix}`,
    ["```dns", ...origin, "; told", ...shown(firing), "; fine", ...shown(silent), "```"].join("\n"),
  ].join("\n\n");
}

function zoneRulePage(id: string, example: readonly string[]): string {
  const { severity, source, message, fix } = zoneProblemOf(id, example);
  return [
    `### ${id}`,
    `**${severity}** · ${source}`,
    `${message} ${fix}`,
    ["```dns", "; told", ...shown(example), "```"].join("\n"),
  ].join("\n\n");
}

/** Long examples are there for the tests; readers need their beginning. */
function shown(lines: readonly string[]): readonly string[] {
  const rest = lines.length - EXAMPLE_LINES;
  const cut = lines
    .slice(0, EXAMPLE_LINES)
    .map((line) => (line.length <= EXAMPLE_COLUMNS ? line : `${line.slice(0, EXAMPLE_COLUMNS)} …`));
  return rest > 0 ? [...cut, `; … ${rest} more`] : cut;
}
