// The tool calls at work in this process, so that a server that ends can give them a moment. Nothing about connections.
import { setTimeout as wait } from "node:timers/promises";

export interface RunningCalls {
  /** Starts `work` and counts it until it settles. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when none is at work any more, or after `ms`; true in the first case. */
  settled(ms: number): Promise<boolean>;
}

export function runningCalls(): RunningCalls {
  const calls = new Set<Promise<unknown>>();
  return {
    run: (work) => {
      const call = work();
      calls.add(call);
      const forget = () => calls.delete(call);
      call.then(forget, forget);
      return call;
    },
    settled: async (ms) => {
      if (calls.size === 0) return true;
      const timer = new AbortController();
      const all = Promise.allSettled(calls).then(() => true);
      const late = wait(ms, false, { signal: timer.signal }).catch(() => true);
      const settled = await Promise.race([all, late]);
      timer.abort();
      return settled;
    },
  };
}
