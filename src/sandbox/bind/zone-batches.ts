// Changes to the served zones, gathered until they settle: a thousand records make a few batches, not a thousand.
import type { Clock } from "../../core/ports.ts";
import type { ServedZones } from "../dns/served-zones.ts";

/** A batch is settled when nothing has changed for so long, or when it has been gathered for so long. */
const QUIET_MS = 100;
const GATHERED_MAX_MS = 2000;

const nobodyWaits = (): void => undefined;

export interface ZoneBatches {
  /** The origins of the zones that changed, once they have settled; undefined when nothing more will. */
  next(): Promise<ReadonlySet<string> | undefined>;
  /** Ends the gathering; what has changed is one last batch, at once. */
  close(): void;
}

/** The batches of changes from now on. */
export function batchesOf(zones: ServedZones, clock: Clock): ZoneBatches {
  const changed = new Set<string>();
  const closing = new AbortController();
  let changes = 0;
  let wake = nobodyWaits;
  const unwatch = zones.watch(({ origin }) => {
    changed.add(origin);
    changes++;
    wake();
  });

  async function settle(): Promise<void> {
    let seen = -1;
    for (let waited = 0; changes !== seen && waited < GATHERED_MAX_MS; waited += QUIET_MS) {
      seen = changes;
      if (closing.signal.aborted) return;
      // Closing ends the wait, which is all that its rejection says.
      await clock.sleep(QUIET_MS, closing.signal).catch(() => undefined);
    }
  }

  return {
    async next() {
      if (changed.size === 0 && !closing.signal.aborted) await new Promise<void>((resolve) => (wake = resolve));
      if (changed.size > 0) await settle();
      const batch = new Set(changed);
      changed.clear();
      return batch.size === 0 ? undefined : batch;
    },
    close() {
      unwatch();
      closing.abort();
      wake();
    },
  };
}
