// What a lint rule is: a row of the table in rules.ts.
import type { Rrset } from "../compare.ts";
import type { DnsRecord } from "../record.ts";
import type { RecordType } from "../record-types.ts";
import type { Severity } from "../zone-problem.ts";
import type { LintIndex } from "./lint-index.ts";

/** Where a rule fires; its words are the rule's own unless names or numbers make them clearer. */
export interface Told {
  /** Canonical owner name. */
  readonly name: string;
  readonly type?: RecordType;
  /** Instead of the rule's `why`; never text of a TXT or CAA value. */
  readonly message?: string;
  /** Instead of the rule's `fix`; never text of a TXT or CAA value. */
  readonly fix?: string;
}

/** One thing that can be wrong, with the example that shows it. */
export interface LintRule {
  /** Stable, kebab-case: it is what people silence. */
  readonly id: string;
  readonly severity: Severity;
  /** An RFC and its section, or whose document. */
  readonly source: string;
  /** One sentence: what is wrong and why it matters. */
  readonly why: string;
  /** One sentence: what to do. */
  readonly fix: string;
  /** Lines of a zone file that break the rule, and lines that keep it; the origin is example.com unless `zone` says. */
  readonly firing: readonly string[];
  readonly silent: readonly string[];
  readonly zone?: string;
  /** Other findings that the firing lines cannot be without. */
  readonly also?: readonly string[];
  /** Linear in the records it looks at. */
  readonly check: (index: LintIndex) => readonly Told[];
}

/** A finding at a record. */
export function at({ name, type }: Pick<DnsRecord, "name" | "type">): Told {
  return { name, type };
}

/** A check that looks at the records of one type, each on its own. */
export function eachRecord(
  type: RecordType,
  isWrong: (record: DnsRecord, index: LintIndex) => boolean,
): LintRule["check"] {
  return (index) =>
    index.ofType(type).flatMap(({ records }) => records.filter((record) => isWrong(record, index)).map(at));
}

/** A check that looks at the RRsets of one type, each on its own. */
export function eachRrset(type: RecordType, isWrong: (rrset: Rrset, index: LintIndex) => boolean): LintRule["check"] {
  return (index) =>
    index
      .ofType(type)
      .filter((rrset) => isWrong(rrset, index))
      .map(at);
}
