// The one way into the state: a change is applied, told to whoever serves the zones, and kept, in that order.
import type { Fact } from "./fact.ts";
import type { World, ZoneEvent } from "./world.ts";

/** Where facts are kept. */
export interface Journal {
  append(fact: Fact): void;
  /** Resolves when every fact appended so far is safe; rejects when that has become impossible. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** A journal that forgets. */
export const memoryJournal: Journal = {
  append: () => undefined,
  settled: () => Promise.resolve(),
  close: () => Promise.resolve(),
};

export interface Store {
  readonly world: World;
  /** Takes effect at once; it is safe when `settled` resolves, and no answer may show it before. */
  readonly commit: (fact: Fact) => void;
  readonly settled: () => Promise<void>;
}

/** Joins a state, its journal, and those who want to hear what happens to zones. */
export function createStore(parts: {
  readonly world: World;
  readonly journal: Journal;
  readonly onZoneEvent: (event: ZoneEvent) => void;
}): Store {
  const { world, journal, onZoneEvent } = parts;
  return {
    world,
    commit: (fact) => {
      const events = world.apply(fact);
      journal.append(fact);
      events.forEach(onZoneEvent);
    },
    settled: () => journal.settled(),
  };
}
