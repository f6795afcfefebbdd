// Undoing can be undone: which change an entry of the journal comes down to, and whether it stands for it or against it.
import type { Change, Journal } from "../journal/journal.ts";

/** The entry, the one that it takes back, the one that took back, and so on down to a change that undoes nothing. */
async function undoChain(journal: Pick<Journal, "get">, change: Change): Promise<readonly string[]> {
  const chain = [change.id];
  let { undoes } = change;
  while (undoes !== undefined && !chain.includes(undoes)) {
    chain.push(undoes);
    undoes = (await journal.get(undoes))?.undoes;
  }
  return chain;
}

/** Whether an entry does something rather than take something back: a change, or the undoing of an undoing. */
export async function isForward(journal: Pick<Journal, "get">, change: Change): Promise<boolean> {
  return (await undoChain(journal, change)).length % 2 === 1;
}

/**
 * What the newest of `changes` (newest first) took back of the others, in the order in which it went, as long as nothing
 * else was done in between and the last of it is not older than `since`: what a call had done when it stopped to ask.
 */
export async function justTakenBack(
  journal: Pick<Journal, "get">,
  changes: readonly Change[],
  since: number,
): Promise<readonly Change[]> {
  if ((changes[0]?.finishedAt ?? 0) < since) return [];
  const taken: Change[] = [];
  for (const change of changes) {
    const undone = changes.find(({ id }) => id === change.undoes);
    if (change.status !== "done" || undone === undefined || (await isForward(journal, change))) break;
    taken.unshift(undone);
  }
  return taken;
}

/**
 * What has to be taken back, newest first, so that the zone is as it was before the last of `changes` (newest first).
 * A change and its undoing among them are left alone together.
 */
export async function standingChanges(
  journal: Pick<Journal, "get">,
  changes: readonly Change[],
): Promise<readonly Change[]> {
  const among = new Set(changes.map(({ id }) => id));
  const standing: Change[] = [];
  for (const change of changes) {
    if (change.status === "undone") continue;
    const links = (await undoChain(journal, change)).filter((id) => among.has(id));
    if (links.length % 2 === 1) standing.push(change);
  }
  return standing;
}
