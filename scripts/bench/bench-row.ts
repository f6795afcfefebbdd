// One row of the bench: a figure with a bar.

/** What a row's figure counts. */
export const UNITS = ["×", "MB", "kB", "bytes"] as const;
export type Unit = (typeof UNITS)[number];

export interface BenchRow {
  /** For `--only`. */
  readonly name: string;
  /** What is measured, and what it is held against. */
  readonly what: string;
  /** The figure must not be above it (product page §11). */
  readonly bar: number;
  /** A ratio of two times when left out. */
  readonly unit?: Unit;
  /** Why it is above its bar, where it is. */
  readonly missed?: string;
  /** The best that others reach, where that is known, in words. */
  readonly peer?: string;
  /** One measurement; a ratio is that of two times taken right after each other. */
  measure(): Promise<number>;
}
