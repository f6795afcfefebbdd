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

interface Waiter {
  readonly start: () => void;
  readonly stop: () => void;
}

export function createLimiter(cap: number): Limiter {
  const waiting = new Set<Waiter>();
  const waitersOf = createWaitersBySignal();
  let limit = cap;
  let running = 0;
  // Requests in flight together are throttled together: they count as one sign, not as many.
  let round = 0;

  const startNext = () => {
    for (const waiter of waiting) {
      if (running >= Math.floor(limit)) return;
      running += 1;
      waiting.delete(waiter);
      waiter.start();
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
      signal.throwIfAborted();
      const waiters = waitersOf(signal);
      const waiter = {
        start: () => {
          waiters.delete(waiter);
          resolve();
        },
        stop: () => {
          waiting.delete(waiter);
          reject(signal.reason);
        },
      };
      waiters.add(waiter);
      waiting.add(waiter);
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

// One listener a signal and not one a waiter: a bulk call has thousands waiting on the same signal, and each listener
// added or removed walks through all the others.
function createWaitersBySignal(): (signal: AbortSignal) => Set<Waiter> {
  const bySignal = new WeakMap<AbortSignal, Set<Waiter>>();
  return (signal) => {
    const known = bySignal.get(signal);
    if (known !== undefined) return known;
    const waiters = new Set<Waiter>();
    bySignal.set(signal, waiters);
    signal.addEventListener(
      "abort",
      () => {
        for (const waiter of waiters) waiter.stop();
      },
      { once: true },
    );
    return waiters;
  };
}
