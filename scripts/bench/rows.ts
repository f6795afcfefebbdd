// The rows, in the order of the product page's table (§11), and behind them what else has a bar.
import { actionMain, actionPost } from "./action-bundles.ts";
import { actionStart } from "./action-start.ts";
import type { BenchRow } from "./bench-row.ts";
import { bulk } from "./bulk.ts";
import { bulkMemory, bulkResident } from "./bulk-memory.ts";
import { coldStart, coldStartSandbox } from "./cold-start.ts";
import { linearPlan } from "./linear-plan.ts";
import { packageSize } from "./package-size.ts";
import { sandboxBigZone, sandboxRate, sandboxRequests, sandboxRestart } from "./sandbox.ts";
import { toolCall } from "./tool-call.ts";
import { memory, toolListBytes } from "./tool-list.ts";
import { zoneFile } from "./zone-file.ts";

export const rows: readonly BenchRow[] = [
  coldStart,
  coldStartSandbox,
  memory,
  packageSize,
  toolListBytes,
  toolCall,
  bulk,
  linearPlan,
  zoneFile,
  actionStart,
  actionMain,
  actionPost,
  bulkMemory,
  bulkResident,
  sandboxRequests,
  sandboxRate,
  sandboxBigZone,
  sandboxRestart,
];
