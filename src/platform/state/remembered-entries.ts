// What was last read of the journal's entries. They only grow, whoever adds to them: without this every write of a busy
// hour would read all the writes before it.
import type { Change } from "../../core/journal/journal.ts";

/** Octets; larger entries are read again each time. */
const REMEMBERED_MAX_OCTETS = 64 * 1024;
/** Most lists find nothing gone, so entries are let go of by the hundred. */
const FORGOTTEN_AT_ONCE = 100;

export interface RememberedEntries {
  read(id: string): Promise<Change | undefined>;
  /** Whether it was seen to be about something else than this zone, which it stays: nobody need look at it again. */
  isElsewhere(id: string, zone: string): boolean;
  /** Lets go of entries that are kept no longer. */
  keepOnly(ids: readonly string[]): void;
}

export interface EntryFiles {
  /** Octets; undefined where there is none. */
  size(id: string): number | undefined;
  read(id: string): Promise<Change | undefined>;
}

interface Remembered {
  readonly zone: string | undefined;
  readonly size: number;
  /** Absent where it is too large. */
  readonly change?: Change;
}

/** A memory of entries that reads a file again once it has grown. */
export function rememberedEntries(files: EntryFiles): RememberedEntries {
  const known = new Map<string, Remembered>();
  return {
    read: async (id) => {
      const size = files.size(id);
      if (size === undefined) return undefined;
      const last = known.get(id);
      if (last?.size === size && last.change !== undefined) return last.change;
      const change = await files.read(id);
      if (change === undefined) return undefined;
      known.set(id, { zone: change.zone, size, ...(size <= REMEMBERED_MAX_OCTETS ? { change } : {}) });
      return change;
    },
    isElsewhere: (id, zone) => {
      const last = known.get(id);
      return last !== undefined && last.zone !== zone;
    },
    keepOnly: (ids) => {
      if (known.size < ids.length + FORGOTTEN_AT_ONCE) return;
      const kept = new Set(ids);
      for (const id of known.keys()) if (!kept.has(id)) known.delete(id);
    },
  };
}
