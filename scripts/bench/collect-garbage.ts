// Empties the heap between two measurements, so that none pays for what another left behind.
import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
// Only contexts made after the flag was set have the function.
const collect: unknown = runInNewContext("gc");

/** The collector's threads sweep behind a collection; what ran beside them would pay for it, small work as much as large. */
const SWEEPING_MS = 100;

export async function collectGarbage(): Promise<void> {
  if (typeof collect !== "function") throw new Error("This Node has no gc().");
  Reflect.apply(collect, undefined, []);
  await sleep(SWEEPING_MS);
}
