// A secondary name server's zones: what the first ones hold, some time later.
import type { Clock } from "../../core/ports.ts";
import { ServedZones } from "./served-zones.ts";
import type { ZoneChange } from "./zone-change.ts";

export interface Lag {
  readonly delayMs: number;
  readonly clock: Pick<Clock, "sleep">;
}

export interface LaggingZones {
  /** For a name server of its own; changed by nobody else. */
  readonly zones: ServedZones;
  /** Ends the following; changes still under way are dropped. */
  stop(): void;
}

/** Copies the zones as they are, then carries out every further change `delayMs` after it, in order, serial included. */
export function lagBehind(source: ServedZones, { delayMs, clock }: Lag): LaggingZones {
  const zones = new ServedZones();
  for (const change of source.snapshot()) zones.replay(change);
  const stopped = new AbortController();
  let previous = Promise.resolve();
  const follow = async (change: ZoneChange, before: Promise<void>) => {
    try {
      await clock.sleep(delayMs, stopped.signal);
    } catch (error) {
      if (stopped.signal.aborted) return;
      throw error;
    }
    await before;
    if (!stopped.signal.aborted) zones.replay(change);
  };
  const unwatch = source.watch((change) => {
    previous = follow(change, previous);
  });
  return {
    zones,
    stop() {
      unwatch();
      stopped.abort();
    },
  };
}
