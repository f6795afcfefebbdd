// What the core needs from outside and never reads by itself: time, chance, a log.
// Composition roots pass the real ones, tests pass their own.

/** Time and chance. */
export interface Clock {
  /** Milliseconds since the epoch, by the wall clock. */
  now(): number;
  /** Resolves after `ms`; rejects with the signal's reason when it is aborted first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** A number in [0, 1), for jitter only. */
  random(): number;
}

/** The values of `--log-level`, the gravest first. */
export const LOG_LEVELS = ["error", "warn", "info", "debug"] as const;
/** One of the levels. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A structured log; secrets are redacted by value where it is written. */
export type Log = (level: LogLevel, message: string, fields?: Readonly<Record<string, unknown>>) => void;

/** Tells how far long work is; `total` is left out while it is not known. */
export type Progress = (done: number, total: number | undefined, message: string) => void;
