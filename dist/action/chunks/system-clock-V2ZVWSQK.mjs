import "./chunk-P5BZS5M3.mjs";

// src/platform/system-clock.ts
import { setTimeout as sleep } from "node:timers/promises";
var systemClock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    await sleep(ms, void 0, signal === void 0 ? {} : { signal });
  },
  random: () => Math.random()
};
export {
  systemClock
};
