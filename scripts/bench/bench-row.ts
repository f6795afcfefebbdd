// One row of the bench: a ratio with a bar.

export interface BenchRow {
  /** For `--only`. */
  readonly name: string;
  /** What is held against what. */
  readonly what: string;
  /** The ratio must not be above it (product page §11). */
  readonly bar: number;
  /** One measurement: the ratio of two times taken right after each other. */
  measure(): Promise<number>;
}
