// What a step did to the account, or in a dry run would have done: one entry for each write.
import type { HeldRecord } from "../core/api/api.ts";
import { compareTexts } from "../core/dns/compare-texts.ts";
import { compareNames } from "../core/dns/name.ts";
import type { DnsRecord } from "../core/dns/record.ts";
import type { PlannedChange } from "../core/plan/plan.ts";

/** A write of one record that the API answered. */
export type RecordChange =
  | { readonly kind: "record"; readonly action: "create"; readonly after: HeldRecord }
  | { readonly kind: "record"; readonly action: "update"; readonly before?: HeldRecord; readonly after: HeldRecord }
  | { readonly kind: "record"; readonly action: "delete"; readonly id: string; readonly before?: HeldRecord };

/** A write that the API answered. `before` of a record is known when the operation had read it. */
export type StepChange =
  | RecordChange
  | { readonly kind: "zone" | "domain"; readonly action: "create" | "update" | "delete"; readonly name: string };

/** The changes in the order of a zone file (RFC 4034 §6.1), whatever order their answers came in. */
export function inZoneOrder(changes: readonly StepChange[]): readonly StepChange[] {
  return [...changes].sort((a, b) => compareNames(nameOf(a), nameOf(b)) || compareTexts(typeOf(a), typeOf(b)));
}

/** Changes that were planned and not made, as if they had been. */
export function asStepChanges(planned: readonly PlannedChange[]): readonly StepChange[] {
  const changes = planned.map((change): RecordChange => {
    if (change.action === "create") return { kind: "record", action: "create", after: unheld(change.after) };
    const before = unheld(change.before);
    if (change.action === "delete") return { kind: "record", action: "delete", id: change.id, before };
    return { kind: "record", action: "update", before, after: unheld(change.after) };
  });
  return inZoneOrder(changes);
}

function unheld(record: DnsRecord): HeldRecord {
  return { ...record, id: "", zone: { id: "", domain: "" } };
}

/** The owner name, or the name of a zone or domain; "" of a deleted record that was never read. */
export function nameOf(change: StepChange): string {
  return change.kind === "record" ? (recordOf(change)?.name ?? "") : change.name;
}

function typeOf(change: StepChange): string {
  return change.kind === "record" ? (recordOf(change)?.type ?? "") : change.kind;
}

function recordOf(change: RecordChange): HeldRecord | undefined {
  return change.action === "delete" ? change.before : change.after;
}

/** `2 created, 1 deleted`; `no change` when there is none. */
export function changeWords(changes: readonly StepChange[]): string {
  const told = (["create", "update", "delete"] as const).flatMap((action) => {
    const count = changes.filter((change) => change.action === action).length;
    return count === 0 ? [] : [`${count} ${action}d`];
  });
  return told.length === 0 ? "no change" : told.join(", ");
}
