// How many requests are in flight: up to a cap, halved when the server throttles, rising again by one for every
// round of good answers (additive increase, multiplicative decrease).
import { createQueue } from "./request-queue.ts";

/** A request's place among those in flight. */
export interface Slot {
  /** The server asked for fewer requests. */
  throttled(): void;
  answered(): void;
  /** Gives the place back and takes the next one that is free, before all who have not had one yet. */
  again(): Promise<void>;
}

/** What all requests of a client pass through. */
export interface Limiter {
  /**
   * Runs `task` once there is room: calls that have begun before new ones, else in the order of asking. A task that
   * waits to try again keeps its slot: that is what makes the others wait with it.
   * @throws the signal's reason when it is aborted while waiting.
   */
  run<T>(signal: AbortSignal, task: (slot: Slot) => Promise<T>): Promise<T>;
}

/** A limiter that never lets more than `cap` run at once. */
export function createLimiter(cap: number): Limiter {
  const width = createWidth(cap);
  const queue = createQueue();
  let running = 0;

  const startNext = () => {
    while (running < width.now() && queue.startFirst()) running += 1;
  };
  const enter = (signal: AbortSignal, first: boolean) => {
    const entered = queue.wait(signal, first);
    startNext();
    return entered;
  };

  return {
    run: async (signal, task) => {
      await enter(signal, false);
      let holding = true;
      const leave = () => {
        if (holding) running -= 1;
        holding = false;
      };
      const again = async () => {
        leave();
        await enter(signal, true);
        holding = true;
      };
      try {
        return await task({ ...width.watch(), again });
      } finally {
        leave();
        startNext();
      }
    },
  };
}

/** How many may run, as the answers so far suggest. */
function createWidth(cap: number) {
  let limit = cap;
  // Requests in flight together are throttled together: they count as one sign, not as many.
  let round = 0;
  return {
    now: () => Math.floor(limit),
    watch: (): Pick<Slot, "throttled" | "answered"> => {
      let seen = round;
      return {
        throttled: () => {
          if (seen === round) {
            round += 1;
            limit = Math.max(1, limit / 2);
          }
          seen = round;
        },
        answered: () => {
          limit = Math.min(cap, limit + 1 / limit);
        },
      };
    },
  };
}
