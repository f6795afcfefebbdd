// Everything wrong with a zone: the zone rules' problems, and what the lint rules have to say.
import { relativeName } from "../name.ts";
import type { DnsRecord } from "../record.ts";
import { checkIndexed } from "../zone-rules.ts";
import type { Finding } from "./finding.ts";
import { indexForLint, type LintIndex } from "./lint-index.ts";
import type { LintRule } from "./rule.ts";
import { lintRules } from "./rules.ts";

/** The zone to look at, and what not to tell. */
export interface LintInput {
  /** Canonical. */
  readonly zone: string;
  readonly records: readonly DnsRecord[];
  /** Ids to leave out, everywhere or at one name: `ttl-short`, `ttl-short@www`; the name relative or absolute. */
  readonly ignore?: readonly string[] | undefined;
}

/** The zone rules' problems first, then the findings of each rule in the table's order; time linear in the records. */
export function lintZone({ zone, records, ignore = [] }: LintInput): Finding[] {
  const index = indexForLint({ zone, records });
  const findings = [...checkIndexed(index), ...lintRules.flatMap((rule) => apply(rule, index))];
  if (ignore.length === 0) return findings;
  const silenced = new Set(ignore.map((entry) => entry.toLowerCase()));
  return findings.filter((finding) => !spellings(finding, zone).some((spelling) => silenced.has(spelling)));
}

/** Several records of an RRset that break a rule in the same way are one finding. */
function apply({ id, severity, source, why, fix, check }: LintRule, index: LintIndex): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const told of check(index)) {
    const finding: Finding = { id, severity, message: why, fix, source, ...told };
    found.set([finding.name, finding.type ?? "", finding.message].join("\n"), finding);
  }
  return [...found.values()];
}

function spellings({ id, name }: Finding, zone: string): readonly string[] {
  return [id, `${id}@${relativeName(name, zone)}`, `${id}@${name}`, `${id}@${name}.`];
}
