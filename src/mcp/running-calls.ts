// The tool calls at work in this process, so that a server that ends can wait for them, stop them, and give them a
// moment. Nothing about connections.
import { setTimeout as wait } from "node:timers/promises";

export interface RunningCalls {
  /** Starts `work` and counts it until it settles; its signal follows `signal`, and `stop`. */
  run<T>(signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Cancels every call at work; each still ends by itself and says what is known. */
  stop(): void;
  /** Resolves when none is at work any more, or after `ms`; true in the first case. */
  settled(ms: number): Promise<boolean>;
}

/** The calls of a process; none yet. */
export function runningCalls(): RunningCalls {
  const calls = new Map<Promise<unknown>, AbortController>();
  return {
    run: (signal, work) => {
      const controller = new AbortController();
      const follow = () => controller.abort(signal.reason);
      if (signal.aborted) follow();
      signal.addEventListener("abort", follow, { once: true });
      const call = work(controller.signal);
      calls.set(call, controller);
      const forget = () => {
        signal.removeEventListener("abort", follow);
        calls.delete(call);
      };
      call.then(forget, forget);
      return call;
    },
    stop: () => {
      for (const controller of calls.values()) controller.abort();
    },
    settled: async (ms) => {
      if (calls.size === 0) return true;
      const timer = new AbortController();
      const all = Promise.allSettled(calls.keys()).then(() => true);
      const late = wait(ms, false, { signal: timer.signal }).catch(() => true);
      const settled = await Promise.race([all, late]);
      timer.abort();
      return settled;
    },
  };
}
