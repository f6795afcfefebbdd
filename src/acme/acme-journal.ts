// Challenges in the journal: marked as such when they are added, so that what a crash left behind can be told from what
// others put there.
import { recordKey } from "../core/dns/compare.ts";
import type { DnsRecord } from "../core/dns/record.ts";
import type { Change, Journal } from "../core/journal/journal.ts";

const PRESENT = "acme_present";
const CLEANUP = "acme_cleanup";

/** The journal under an operation name of this door's own. */
export function acmeJournal(journal: Journal, kind: "present" | "cleanup"): Journal {
  const operation = kind === "present" ? PRESENT : CLEANUP;
  return { ...journal, begin: (intent) => journal.begin({ ...intent, operation }) };
}

/** A record that this program added for a challenge and that nothing in the journal took away again. */
export interface LeftChallenge {
  readonly zone: string;
  readonly record: DnsRecord;
  /** Undefined where the process ended before the API's answer was noted. */
  readonly id: string | undefined;
  /** When it was added; milliseconds since the epoch. */
  readonly at: number;
}

/** @param changes newest first, as the journal gives them */
export function leftChallenges(changes: readonly Change[]): readonly LeftChallenge[] {
  const left = new Map<string, LeftChallenge>();
  for (const { operation, zone, before, after, steps, at } of changes.toReversed()) {
    if (zone === undefined) continue;
    const then = new Set(before.map(recordKey));
    const now = new Set(after.map(recordKey));
    for (const key of then) if (!now.has(key)) left.delete(key);
    if (operation !== PRESENT) continue;
    const id = steps.find(({ action, outcome }) => action === "create" && outcome === "done")?.id;
    for (const record of after) if (!then.has(recordKey(record))) left.set(recordKey(record), { zone, record, id, at });
  }
  return [...left.values()];
}
