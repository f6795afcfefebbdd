// The operations that most steps use. All others come with the whole table, which is loaded when one is asked for.
import type { Operation } from "../core/operation.ts";
import { ensureRecords } from "../core/operations/ensure-records.ts";
import { listRecords } from "../core/operations/list-records.ts";
import { listZones } from "../core/operations/list-zones.ts";
import { updateRecord } from "../core/operations/update-record.ts";

export const AT_HAND: readonly Operation[] = [ensureRecords, listRecords, listZones, updateRecord];
