// A journal in a folder: locked, read back into a state, and then kept up group by group.
import { realpath } from "node:fs/promises";
import { join } from "node:path";
import { lockFolder } from "../folder-lock.ts";
import { makeFolder } from "../make-folder.ts";
import { folderFailure } from "../start-failure.ts";
import type { Journal } from "../state/store.ts";
import type { World } from "../state/world.ts";
import { type JournalFile, openJournalFile } from "./journal-file.ts";
import { encodeLine } from "./journal-line.ts";
import { readJournal } from "./read-journal.ts";

/** Tokens are in it. */
const OWNER_ONLY = 0o700;

/**
 * Opens the journal of a folder, which is made when it is not there, and gives an empty state what it holds.
 * @throws InputError `conflict` when another sandbox has it, VpsError `state_unavailable` when it cannot be used
 */
export async function openJournal(folder: string, world: World): Promise<Journal> {
  try {
    return await openIn(folder, world);
  } catch (error) {
    throw folderFailure("data", error);
  }
}

async function openIn(folder: string, world: World): Promise<Journal> {
  await makeFolder(folder, OWNER_ONLY);
  const place = await realpath(folder);
  const lock = await lockFolder(place, "data");
  try {
    const path = join(place, "journal");
    const content = await readJournal(path, (fact) => void world.apply(fact));
    const journal = groupCommit(await openJournalFile(path, content), world);
    return {
      ...journal,
      async close() {
        try {
          await journal.close();
        } finally {
          await lock.release();
        }
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** While one group is on its way to the disk, the next one gathers; whoever waits, waits for the group with its facts. */
function groupCommit(file: JournalFile, world: World): Journal {
  let gathering: string[] = [];
  let writing: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;

  async function write(): Promise<void> {
    const lines = gathering;
    gathering = [];
    next = undefined;
    // The state holds the group already: written anew, it is all there is to write.
    if (file.isMostlyHistory(world.factCount)) await file.rewrite(world.facts());
    else await file.write(lines);
  }

  function settled(): Promise<void> {
    if (gathering.length === 0) return writing;
    // A group that failed fails all later ones: what the disk holds is then no longer known.
    if (next === undefined) {
      next = writing.then(write);
      writing = next;
    }
    return next;
  }

  return {
    append: (fact) => void gathering.push(encodeLine(fact)),
    settled,
    async close() {
      try {
        await settled();
      } finally {
        await file.close();
      }
    },
  };
}
