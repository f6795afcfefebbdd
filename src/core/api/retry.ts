// Tries again what may be tried again: reads and idempotent writes, and whatever surely was not carried out.
// A POST that may have been carried out is never repeated here; see post-once.ts.
import { NetworkError } from "../errors.ts";
import type { Clock } from "../ports.ts";
import type { Call } from "./call.ts";
import type { Endpoint } from "./endpoints.ts";
import type { Slot } from "./limiter.ts";
import { cancelledFailure } from "./network-failure.ts";
import { type Failure, failure, type Outcome } from "./outcome.ts";
import type { Transport } from "./transport.ts";

const ATTEMPTS_MAX = 5;
const FIRST_DELAY_MS = 250;
const DELAY_MAX_MS = 8_000;
/** Waiting and trying in all: longer, and people think that the program hangs. */
const TOTAL_MAX_MS = 60_000;

/** What sending again goes by. */
export interface RetryOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly slot: Slot;
}

/** The outcome of a call after as many attempts as it takes and is allowed. */
export async function sendWithRetries(call: Call, options: RetryOptions): Promise<Outcome> {
  const { transport, clock, signal, slot } = options;
  const started = clock.now();
  let lost = false;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await transport(call, signal);
    if (outcome.ok) {
      slot.answered();
      return outcome;
    }
    if (outcome.throttled) slot.throttled();
    if (lost && isGone(call.endpoint, outcome)) return { ok: true, status: 204, body: undefined };
    const last = lost ? afterLoss(call.endpoint, outcome) : outcome;
    lost ||= outcome.mayHaveHappened;
    const delay = delayBefore(attempt, outcome, clock);
    const late = attempt >= ATTEMPTS_MAX || clock.now() - started + delay > TOTAL_MAX_MS;
    if (late || !mayRepeat(call.endpoint, outcome)) return last;
    const ready = clock.sleep(delay, signal).then(() => slot.again());
    if (!(await waitedFor(ready, signal))) return cancelledFailure(call.endpoint, lost);
  }
}

function mayRepeat(endpoint: Endpoint, outcome: Failure): boolean {
  return outcome.transient && (endpoint.method !== "POST" || !outcome.mayHaveHappened);
}

// A DELETE whose answer was lost and that now finds nothing has done its work.
function isGone(endpoint: Endpoint, outcome: Failure): boolean {
  return endpoint.method === "DELETE" && (outcome.status === 404 || outcome.status === 410);
}

// The last attempt was surely not carried out, but an earlier one may have been: only that is known.
function afterLoss(endpoint: Endpoint, outcome: Failure): Failure {
  if (outcome.mayHaveHappened || !outcome.transient || endpoint.method === "GET") return outcome;
  const message = `It is not known whether the API carried out the request to ${endpoint.doing}: its answer was lost.`;
  const hint = "Look at what is there now; repeating the same request is safe.";
  return failure(new NetworkError("outcome_unknown", message, { hint, cause: outcome.error }), {
    mayHaveHappened: true,
  });
}

function delayBefore(attempt: number, outcome: Failure, clock: Clock): number {
  const ceiling = Math.min(DELAY_MAX_MS, FIRST_DELAY_MS * 2 ** (attempt - 1));
  const backOff = ceiling / 2 + (clock.random() * ceiling) / 2;
  return Math.max(backOff, outcome.retryAfterMs ?? 0);
}

/** Waits for `wait`; false when the signal was aborted meanwhile. */
export async function waitedFor(wait: Promise<void>, signal: AbortSignal): Promise<boolean> {
  try {
    await wait;
    return !signal.aborted;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}
