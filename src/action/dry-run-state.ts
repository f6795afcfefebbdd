// The state of a dry run: what is kept is read, and what the dry run notes of its changes ends with this process.
import type { Journal } from "../core/journal/journal.ts";
import { memoryJournal } from "../core/journal/memory-state.ts";
import type { Clock } from "../core/ports.ts";
import type { PlanStore } from "../core/state.ts";

/** A journal that knows what `kept` knows and leaves it as it is. */
export function dryRunJournal(kept: Journal, clock: Clock): Journal {
  const own = memoryJournal(clock);
  return {
    ...own,
    list: async (filter) => [...(await own.list(filter)), ...(await kept.list(filter))].slice(0, filter.limit),
    get: async (id) => (await own.get(id)) ?? kept.get(id),
  };
}

/** Plans that are not used up: making one changes nothing and is for good, carrying one out is for show. */
export function dryRunPlans(kept: PlanStore): PlanStore {
  return { ...kept, take: async (id) => (await kept.get(id)) !== undefined };
}
