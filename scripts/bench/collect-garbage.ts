// Empties the heap between two measurements, so that none pays for what another left behind.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
// Only contexts made after the flag was set have the function.
const collect: unknown = runInNewContext("gc");

export function collectGarbage(): void {
  if (typeof collect !== "function") throw new Error("This Node has no gc().");
  Reflect.apply(collect, undefined, []);
}
