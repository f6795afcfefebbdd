// From spawning the Action's main step to its first request, held against a script that does `http.get` and no more.
// Node's code cache is cold: a hosted runner's machine is new for every job.
import type { BenchRow } from "./bench-row.ts";
import { openBench } from "./action-step.ts";

export const actionStart: BenchRow = {
  name: "action-start",
  what: "the Action: start to first request, beside a bare script with `http.get`",
  bar: 1.3,
  measure: async () => {
    await using bench = await openBench();
    const took = await bench.firstRequest(["dist/action/main.mjs"]);
    return took / (await bench.firstRequest([bench.bareScript]));
  },
};
