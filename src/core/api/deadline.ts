// A time limit on one request, beside the caller's own signal.

/** A limit that runs until it is cleared. */
export interface Deadline {
  /** Aborted by the caller or by time, whichever comes first. */
  readonly signal: AbortSignal;
  /** Whether time ran out. */
  readonly expired: () => boolean;
  /** Ends the limit; must be called. */
  readonly clear: () => void;
}

/** Starts a limit of `ms`. */
export function startDeadline(ms: number, signal: AbortSignal): Deadline {
  const controller = new AbortController();
  let expired = false;
  const timer = setTimeout(() => {
    expired = true;
    controller.abort();
  }, ms);
  // Not AbortSignal.any: on Node 20 its listeners stay on a long-lived signal until that is collected.
  const stop = () => controller.abort();
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  return {
    signal: controller.signal,
    expired: () => expired,
    clear: () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
    },
  };
}
