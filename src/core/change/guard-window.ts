// What the journal says of the last ten minutes in a zone, for the guard that adds up; a restart does not clear it.
import type { Context } from "../context.ts";
import type { DnsRecord } from "../dns/record.ts";
import { GUARD_WINDOW_MS, type GuardWindow, recordKey } from "../plan/guards.ts";

/** The window of `zone` (canonical), read from the journal. What was undone, and the undoing, disturbs nothing. */
export async function guardWindow({ journal, clock }: Context, zone: string): Promise<GuardWindow> {
  const recent = await journal.list({ zone, since: clock.now() - GUARD_WINDOW_MS });
  const counted = recent.filter(({ status, undoes }) => status !== "undone" && undoes === undefined);
  return {
    disturbed: new Set(counted.flatMap(({ disturbed }) => disturbed)),
    created: new Set(recent.flatMap(({ created }) => created)),
  };
}

/** Whether a challenge TXT was put there by this program, as far back as the journal goes. */
export async function ownChallenges({ journal }: Context, zone: string): Promise<(record: DnsRecord) => boolean> {
  const own = new Set((await journal.list({ zone })).flatMap(({ created }) => created));
  return (record) => own.has(recordKey(record));
}
