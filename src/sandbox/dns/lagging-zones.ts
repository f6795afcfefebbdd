// A secondary name server's zones: what the first ones hold, some time later.
import { setMaxListeners } from "node:events";
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
  const pending: ZoneChange[] = [];
  const stopped = new AbortController();
  // Every change under way waits on it, thousands at a time.
  setMaxListeners(0, stopped.signal);
  const unwatch = source.watch((change) => {
    pending.push(change);
    // Whichever wait is over first, the oldest change is the one that is due.
    clock.sleep(delayMs, stopped.signal).then(
      () => carryOut(zones, pending.shift()),
      () => undefined,
    );
  });
  return {
    zones,
    stop() {
      unwatch();
      stopped.abort();
    },
  };
}

function carryOut(zones: ServedZones, change: ZoneChange | undefined): void {
  if (change !== undefined) zones.replay(change);
}
