// The table: every operation, in reading order.
import type { Operation } from "../operation.ts";
import { applyPlan } from "./apply-plan.ts";
import { checkDomain } from "./check-domain.ts";
import { checkPropagation } from "./check-propagation.ts";
import { applyPreset } from "./apply-preset.ts";
import { createRecord } from "./create-record.ts";
import { createZone } from "./create-zone.ts";
import { deleteRecord } from "./delete-record.ts";
import { deleteZone } from "./delete-zone.ts";
import { ensureRecords } from "./ensure-records.ts";
import { exportZone } from "./export-zone.ts";
import { getAccount } from "./get-account.ts";
import { getDomain } from "./get-domain.ts";
import { getRecord } from "./get-record.ts";
import { getZone } from "./get-zone.ts";
import { listChanges } from "./list-changes.ts";
import { lintZone } from "./lint-zone.ts";
import { listDomains } from "./list-domains.ts";
import { listRecords } from "./list-records.ts";
import { listZones } from "./list-zones.ts";
import { planZone } from "./plan-zone.ts";
import { registerDomain } from "./register-domain.ts";
import { removeDomain } from "./remove-domain.ts";
import { replaceRecord } from "./replace-record.ts";
import { setRrset } from "./set-rrset.ts";
import { transferDomain } from "./transfer-domain.ts";
import { undoChange } from "./undo-change.ts";
import { updateDomain } from "./update-domain.ts";
import { updateRecord } from "./update-record.ts";

/** Every operation, in reading order. */
export const operations: readonly Operation[] = [
  listZones,
  getZone,
  createZone,
  deleteZone,
  exportZone,
  listRecords,
  getRecord,
  createRecord,
  updateRecord,
  replaceRecord,
  deleteRecord,
  ensureRecords,
  setRrset,
  applyPreset,
  planZone,
  applyPlan,
  listChanges,
  undoChange,
  listDomains,
  getDomain,
  registerDomain,
  updateDomain,
  removeDomain,
  transferDomain,
  checkDomain,
  checkPropagation,
  lintZone,
  getAccount,
];

const byName: ReadonlyMap<string, Operation> = new Map(operations.map((operation) => [operation.name, operation]));

/** The operation of a snake_case name. */
export function findOperation(name: string): Operation | undefined {
  return byName.get(name);
}
