// How many requests are in flight: up to a cap, halved when the server throttles, rising again by one for every
// round of good answers (additive increase, multiplicative decrease).

/** A request's place among those in flight. */
export interface Slot {
  /** The server asked for fewer requests. */
  throttled(): void;
  answered(): void;
}

export interface Limiter {
  /**
   * Runs `task` once there is room, in the order of asking. A task that waits to try again keeps its slot: that is
   * what makes the others wait with it.
   * @throws the signal's reason when it is aborted while waiting.
   */
  run<T>(signal: AbortSignal, task: (slot: Slot) => Promise<T>): Promise<T>;
}

export function createLimiter(cap: number): Limiter {
  const waiting: (() => void)[] = [];
  let limit = cap;
  let running = 0;
  // Requests in flight together are throttled together: they count as one sign, not as many.
  let round = 0;

  const startNext = () => {
    while (running < Math.floor(limit) && waiting.length > 0) {
      running += 1;
      waiting.shift()?.();
    }
  };
  const newSlot = (): Slot => {
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
  };
  const enter = (signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const stop = () => {
        waiting.splice(waiting.indexOf(start), 1);
        reject(signal.reason);
      };
      const start = () => {
        signal.removeEventListener("abort", stop);
        resolve();
      };
      signal.throwIfAborted();
      signal.addEventListener("abort", stop, { once: true });
      waiting.push(start);
      startNext();
    });

  return {
    run: async (signal, task) => {
      await enter(signal);
      try {
        return await task(newSlot());
      } finally {
        running -= 1;
        startNext();
      }
    },
  };
}
