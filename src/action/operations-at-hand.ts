// The operations that nearly every step uses. All others are loaded when one is asked for.
import type { Operation } from "../core/operation.ts";
import { ensureRecords } from "../core/operations/ensure-records.ts";
import { listRecords } from "../core/operations/list-records.ts";

export const AT_HAND: readonly Operation[] = [ensureRecords, listRecords];
