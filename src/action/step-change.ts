// What a step did to the account, or in a dry run would have done: one entry for each write.
import type { HeldRecord } from "../core/api/api.ts";

/** A write that the API answered. `before` of a record is known when the operation had read it. */
export type StepChange =
  | { readonly kind: "record"; readonly action: "create"; readonly after: HeldRecord }
  | { readonly kind: "record"; readonly action: "update"; readonly before?: HeldRecord; readonly after: HeldRecord }
  | { readonly kind: "record"; readonly action: "delete"; readonly id: string; readonly before?: HeldRecord }
  | { readonly kind: "zone" | "domain"; readonly action: "create" | "update" | "delete"; readonly name: string };

export interface ChangeCounts {
  readonly create: number;
  readonly update: number;
  readonly delete: number;
}

export function countChanges(changes: readonly StepChange[]): ChangeCounts {
  const of = (action: StepChange["action"]) => changes.filter((change) => change.action === action).length;
  return { create: of("create"), update: of("update"), delete: of("delete") };
}

/** `2 created, 1 deleted`; `no change` when there is none. */
export function changeWords(changes: readonly StepChange[]): string {
  const counts = countChanges(changes);
  const words = [
    [counts.create, "created"],
    [counts.update, "updated"],
    [counts.delete, "deleted"],
  ] as const;
  const told = words.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return told.length === 0 ? "no change" : told.join(", ");
}
