// The real time and chance; only composition roots pass it on.
import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "../core/ports.ts";

/** The machine's own time and chance. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    await sleep(ms, undefined, signal === undefined ? {} : { signal });
  },
  random: () => Math.random(),
};
