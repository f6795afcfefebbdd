// What can be wrong with a zone, as rules and lint tell it.
import type { RecordType } from "./record-types.ts";

/** `error`: BIND in its strict form refuses the zone, or a standard forbids it; `warning`: it loads and does not work. */
export type Severity = "error" | "warning" | "advice";

/** One thing wrong with one name; the words are ours, no text of zone data but names is in them. */
export interface ZoneProblem {
  /** Stable, kebab-case. */
  readonly id: string;
  readonly severity: Severity;
  /** Canonical owner name. */
  readonly name: string;
  readonly type?: RecordType;
  readonly message: string;
  /** What to do about it, one sentence. */
  readonly fix: string;
  /** Where the rule stands: an RFC and its section. */
  readonly source: string;
}
