// A zone's records after planned changes.
import { recordKey } from "../dns/compare.ts";
import type { DnsRecord } from "../dns/record.ts";
import type { PlannedChange } from "../plan/plan.ts";

/** Records after changes, without ids: what the journal holds against the zone later. */
export function recordsAfter(before: readonly DnsRecord[], changes: readonly PlannedChange[]): readonly DnsRecord[] {
  const gone = new Map<string, number>();
  for (const change of changes) {
    if (change.action === "create") continue;
    const key = exactKey(change.before);
    gone.set(key, (gone.get(key) ?? 0) + 1);
  }
  const kept = before.filter((record) => {
    const left = gone.get(exactKey(record)) ?? 0;
    if (left > 0) gone.set(exactKey(record), left - 1);
    return left === 0;
  });
  return [...kept, ...changes.flatMap((change) => (change.action === "delete" ? [] : [change.after]))];
}

/** Equal for records that say the same with the same TTL. */
export function exactKey(record: DnsRecord): string {
  return `${recordKey(record)} ${record.ttl}`;
}
