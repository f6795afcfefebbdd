// Removes what crashed runs left behind: records that this program added for challenges, by the journal's word, and no
// one else's, be it at the same name.
import type { ZoneRef } from "../core/api/api.ts";
import type { Context } from "../core/context.ts";
import { rdataKey } from "../core/dns/compare.ts";
import { visibleZones } from "../core/operations/find/allowed.ts";
import { readZone } from "../core/operations/find/read-zone.ts";
import { leftChallenges, type LeftChallenge } from "./acme-journal.ts";
import type { Challenge } from "./challenge.ts";
import { takeAway } from "./challenges.ts";
import { retryOvertaken } from "./retry-overtaken.ts";

/** Removes every challenge that was added longer than `olderThanMs` ago; gives those that were still there. */
export async function sweep(context: Context, olderThanMs: number): Promise<readonly Challenge[]> {
  const { journal, clock } = context;
  const old = leftChallenges(await journal.list({})).filter(({ at }) => at <= clock.now() - olderThanMs);
  if (old.length === 0) return [];
  const { zones } = await visibleZones(context);
  const swept: Challenge[] = [];
  for (const zone of zones) {
    const mine = old.filter((left) => left.zone === zone.domain);
    if (mine.length > 0) swept.push(...(await retryOvertaken(context, () => sweepZone(context, zone, mine))));
  }
  return swept;
}

async function sweepZone(
  context: Context,
  zone: ZoneRef,
  left: readonly LeftChallenge[],
): Promise<readonly Challenge[]> {
  const found = await stillThere(context, zone, left);
  if (found.length > 0) await takeAway(context, zone.id, found);
  return found;
}

async function stillThere(
  context: Context,
  zone: ZoneRef,
  left: readonly LeftChallenge[],
): Promise<readonly Challenge[]> {
  const { held } = await readZone(context, zone);
  return left
    .filter(({ record, id }) =>
      held.some(
        (there) =>
          there.name === record.name &&
          there.record?.type === record.type &&
          rdataKey(there.record) === rdataKey(record) &&
          // The same value under another id is somebody else's, put there since.
          (id === undefined || there.id === id),
      ),
    )
    .map(({ record: { name, value } }) => ({ name, value }));
}
