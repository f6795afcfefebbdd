import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);

// src/core/plan/plan.ts
var PLAN_MODES = ["merge", "replace", "exact"];

export {
  PLAN_MODES
};
