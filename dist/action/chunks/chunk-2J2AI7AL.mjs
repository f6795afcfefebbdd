
// src/core/plan/plan.ts
var PLAN_MODES = ["merge", "replace", "exact"];

export {
  PLAN_MODES
};
