import {
  memoryJournal,
  memoryPlanStore
} from "./chunk-OKJPUGQ2.mjs";
import "./chunk-P5BZS5M3.mjs";

// src/action/step-state.ts
import { join } from "node:path";

// src/action/dry-run-state.ts
function dryRunJournal(kept, clock) {
  const own = memoryJournal(clock);
  return {
    ...own,
    list: async (filter) => [...await own.list(filter), ...await kept.list(filter)].slice(0, filter.limit),
    get: async (id) => await own.get(id) ?? kept.get(id)
  };
}
function dryRunPlans(kept) {
  return { ...kept, take: async (id) => await kept.get(id) !== void 0 };
}

// src/action/step-state.ts
async function openStepState(request) {
  const { clock, dryRun } = request;
  const folder = stateFolderOf(request);
  if (folder === void 0) return { journal: memoryJournal(clock), plans: memoryPlanStore(), isKept: false };
  const [{ fileJournal }, { filePlanStore }] = await Promise.all([
    import("./file-journal-IOZHBX3H.mjs"),
    import("./file-stores-RMNNX67I.mjs")
  ]);
  const journal = fileJournal(folder, clock);
  const plans = filePlanStore(folder);
  if (!dryRun) return { journal, plans, isKept: true };
  return { journal: dryRunJournal(journal, clock), plans: dryRunPlans(plans), isKept: false };
}
function stateFolderOf({ env, sandboxFolder }) {
  if (sandboxFolder !== void 0) return sandboxFolder === "" ? void 0 : join(sandboxFolder, "state");
  const named = env["VPS_STATE_DIR"]?.trim() ?? "";
  if (named !== "") return named;
  const temporary = env["RUNNER_TEMP"] ?? "";
  return temporary === "" ? void 0 : join(temporary, "vps-dns-state");
}
export {
  openStepState
};
