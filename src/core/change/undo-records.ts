// Taking back a change of records: what every touched RRset must be now, and what it shall be again.
import type { HeldRecord } from "../api/api.ts";
import { rdataKey, rrsetKey } from "../dns/compare.ts";
import type { DnsRecord } from "../dns/record.ts";
import { VpsError } from "../errors.ts";
import type { Change } from "../journal/journal.ts";
import { fingerprint } from "../plan/plan-hash.ts";
import { enumerated } from "../text/count.ts";
import { exactKey } from "./records-after.ts";

const NAMED_MAX = 10;

/**
 * Each touched RRset as it was before the change.
 * @param interrupted whether taking it back was begun before and not ended
 * @throws VpsError change_conflict where somebody else changed one of them since
 */
export function restoredRrsets(
  change: Pick<Change, "before" | "after" | "status" | "steps">,
  observed: readonly HeldRecord[],
  interrupted: boolean,
): ReadonlyMap<string, readonly DnsRecord[]> {
  const mixed = interrupted || change.status !== "done";
  const before = bySet(change.before);
  const after = bySet(keptRecords(change));
  const now = bySet(observed.flatMap(({ record }) => record ?? []));
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const conflicts = keys.filter(
    (key) => !isOurs(mixed, { before: before.get(key), after: after.get(key), now: now.get(key) }),
  );
  if (conflicts.length > 0) throw conflict(conflicts);
  // A record that stood twice comes back once: no zone holds it twice (RFC 2181 §5).
  return new Map(keys.map((key) => [key, single(before.get(key) ?? [])]));
}

/** The records after a change as the API kept them, where that is not what it was sent. */
function keptRecords({ after, steps }: Pick<Change, "after" | "steps">): readonly DnsRecord[] {
  const kept = new Map(
    steps.flatMap(({ altered }) => (altered === undefined ? [] : [[exactKey(altered.sent), altered.kept]])),
  );
  return after.map((record) => kept.get(exactKey(record)) ?? record);
}

interface States {
  readonly before: readonly DnsRecord[] | undefined;
  readonly after: readonly DnsRecord[] | undefined;
  readonly now: readonly DnsRecord[] | undefined;
}

/**
 * A finished change left exactly its after state; what is as it was before needs nothing. One that stopped half-way, or
 * whose outcome nobody knows, left some mixture of both; anything beyond the two is somebody else's.
 */
function isOurs(mixed: boolean, { before = [], after = [], now = [] }: States): boolean {
  if (fingerprint(now) === fingerprint(after) || fingerprint(now) === fingerprint(before)) return true;
  if (!mixed) return false;
  const known = new Set([...before, ...after].map(exactKey));
  return now.every((record) => known.has(exactKey(record)));
}

function single(records: readonly DnsRecord[]): readonly DnsRecord[] {
  return [...new Map(records.map((record) => [rdataKey(record), record])).values()];
}

function conflict(keys: readonly string[]): VpsError {
  const more = keys.length > NAMED_MAX ? ` and ${keys.length - NAMED_MAX} more` : "";
  return new VpsError(
    "change_conflict",
    `Others have changed what this would put back: ${enumerated(keys.slice(0, NAMED_MAX))}${more}. Nothing was sent.`,
    {
      hint: "list_changes shows whether a later change of this program is in the way (and_later takes those back first); otherwise set what is wanted with set_rrset.",
    },
  );
}

function bySet(records: readonly DnsRecord[]): Map<string, DnsRecord[]> {
  const sets = new Map<string, DnsRecord[]>();
  for (const record of records) {
    const key = rrsetKey(record);
    const set = sets.get(key);
    if (set === undefined) sets.set(key, [record]);
    else set.push(record);
  }
  return sets;
}
