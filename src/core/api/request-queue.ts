// The requests that wait for a place among those in flight, and which of them is next.

/** Of so many places one goes to a call that has had none, however many others wait. */
const NEW_CALL_EVERY = 4;

export interface RequestQueue {
  /**
   * Resolves when it is started; `first`: before all others.
   * @throws the signal's reason when it is aborted while waiting
   */
  wait(signal: AbortSignal, first: boolean): Promise<void>;
  /** Starts the one that is next; false when nobody waits. */
  startFirst(): boolean;
}

interface Waiter {
  readonly start: () => void;
  readonly stop: () => void;
}

/**
 * Those who wait, each kind in the order of asking: first who tries again, then calls that have begun, since they may
 * hold a zone that others wait for, then new calls. A call is told by its signal.
 */
export function createQueue(): RequestQueue {
  const returning = new Set<Waiter>();
  const begun = new Set<Waiter>();
  const arriving = new Set<Waiter>();
  const begunCalls = new WeakSet<AbortSignal>();
  const waitersOf = createWaitersBySignal();
  let sinceNewCall = 0;
  const queueOf = (signal: AbortSignal, first: boolean) => {
    if (first) return returning;
    return begunCalls.has(signal) ? begun : arriving;
  };
  const nextQueue = () => {
    if (returning.size > 0) return returning;
    const newCall = begun.size === 0 || (arriving.size > 0 && sinceNewCall >= NEW_CALL_EVERY - 1);
    sinceNewCall = newCall ? 0 : sinceNewCall + 1;
    return newCall ? arriving : begun;
  };
  return {
    wait: async (signal: AbortSignal, first: boolean) => {
      signal.throwIfAborted();
      const queue = queueOf(signal, first);
      const waiters = waitersOf(signal);
      await new Promise<void>((resolve, reject) => {
        const leave = () => {
          waiters.delete(waiter);
          queue.delete(waiter);
        };
        const waiter = {
          start: () => {
            leave();
            begunCalls.add(signal);
            resolve();
          },
          stop: () => {
            leave();
            reject(signal.reason);
          },
        };
        waiters.add(waiter);
        queue.add(waiter);
      });
    },
    startFirst: (): boolean => {
      const [next] = nextQueue();
      next?.start();
      return next !== undefined;
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
    signal.addEventListener("abort", () => stopAll(waiters), { once: true });
    return waiters;
  };
}

function stopAll(waiters: ReadonlySet<Waiter>): void {
  for (const waiter of waiters) waiter.stop();
}
