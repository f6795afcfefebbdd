// A clock on which nobody wakes before a test says so.
import type { Clock } from "../../../src/core/ports.ts";

export interface SteppedClock extends Clock {
  /** Moves on, and lets those run whose time has come. */
  advance(ms: number): Promise<void>;
}

/** Stands still at `start`, in milliseconds since the epoch, until it is moved. */
export function steppedClock(start = 0): SteppedClock {
  let now = start;
  const sleepers: { readonly until: number; readonly wake: () => void }[] = [];
  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        sleepers.push({ until: now + ms, wake: resolve });
        signal?.addEventListener("abort", () => reject(new Error("aborted")));
      }),
    random: () => 0.5,
    async advance(ms) {
      now += ms;
      for (const { until, wake } of sleepers) if (until <= now) wake();
      await new Promise(setImmediate);
    },
  };
}
