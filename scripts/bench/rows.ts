// The rows, in the order of the product page's table (§11).
import type { BenchRow } from "./bench-row.ts";
import { bulk } from "./bulk.ts";
import { bulkMemory } from "./bulk-memory.ts";
import { coldStart, coldStartSandbox } from "./cold-start.ts";
import { linearPlan } from "./linear-plan.ts";
import { memory, toolListBytes } from "./tool-list.ts";
import { zoneFile } from "./zone-file.ts";

export const rows: readonly BenchRow[] = [
  coldStart,
  coldStartSandbox,
  memory,
  toolListBytes,
  bulk,
  bulkMemory,
  linearPlan,
  zoneFile,
];
