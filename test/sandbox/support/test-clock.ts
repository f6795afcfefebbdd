// A clock that a test moves by hand.
import type { Clock } from "../../../src/core/ports.ts";
import { systemClock } from "../../../src/platform/system-clock.ts";

export interface TestClock extends Clock {
  advance(ms: number): void;
}

/** Stands still at `start` until it is moved; sleeping is real. */
export function testClock(start: string): TestClock {
  let now = Date.parse(start);
  return {
    now: () => now,
    sleep: (ms, signal) => systemClock.sleep(ms, signal),
    random: () => systemClock.random(),
    advance: (ms) => {
      now += ms;
    },
  };
}
