// What the journal says of the last ten minutes in a zone, for the guard that adds up; a restart does not clear it.
import type { Context } from "../context.ts";
import { recordKey } from "../dns/compare.ts";
import type { DnsRecord } from "../dns/record.ts";
import type { Change } from "../journal/journal.ts";
import { GUARD_WINDOW_MS, type GuardWindow } from "../plan/guards.ts";
import { isForward } from "./undo-chain.ts";

/** What was begun in `zone` (canonical) in the last ten minutes, newest first. */
export function recentChanges({ journal, clock }: Context, zone: string): Promise<readonly Change[]> {
  return journal.list({ zone, since: clock.now() - GUARD_WINDOW_MS });
}

/**
 * The window that the recent changes of a zone make. What was undone, and the undoing, disturbs nothing and creates
 * nothing: what an undoing brought back was there before.
 */
export async function guardWindow({ journal }: Context, recent: readonly Change[]): Promise<GuardWindow> {
  const disturbed = new Set<string>();
  const created = new Set<string>();
  for (const change of recent) {
    if (change.status === "undone" || !(await isForward(journal, change))) continue;
    for (const key of change.disturbed) disturbed.add(key);
    for (const key of change.created) created.add(key);
  }
  return { disturbed, created };
}

/** Whether a challenge TXT was put there by this program, as far back as the journal goes. */
export async function ownChallenges({ journal }: Context, zone: string): Promise<(record: DnsRecord) => boolean> {
  const own = new Set((await journal.list({ zone })).flatMap(({ created }) => created));
  return (record) => own.has(recordKey(record));
}
