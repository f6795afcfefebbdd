// Whether what the API holds after a write is what was sent, by DNS meaning and not by spelling: both are canonical.
import type { HeldRecord, RecordChange } from "./api.ts";

/** A member of a record that a write can differ in. */
export type DifferingField = "name" | "type" | "value" | "ttl" | "priority";

/** The fields in which the API answered a write with other content than was sent; empty when it holds what was sent. */
export function answeredDifferently(
  sent: RecordChange & { readonly type: string },
  held: HeldRecord,
): readonly DifferingField[] {
  const differing: Readonly<Record<DifferingField, boolean>> = {
    name: sent.name !== undefined && sent.name !== held.name,
    type: sent.type !== held.type,
    value: sent.value !== undefined && sent.value !== held.value,
    ttl: sent.ttl !== undefined && sent.ttl !== held.ttl,
    priority: sent.priority !== undefined && sent.priority !== held.priority,
  };
  const fields = ["name", "type", "value", "ttl", "priority"] as const;
  return fields.filter((field) => differing[field]);
}
