// What the resource files ask through: calls bound to one signal, limited and retried.
import type { Clock, Log } from "../ports.ts";
import type { Call } from "./call.ts";
import type { Limiter } from "./limiter.ts";
import { cancelledFailure } from "./network-failure.ts";
import type { Answer, Outcome } from "./outcome.ts";
import { sendWithRetries } from "./retry.ts";
import type { Transport } from "./transport.ts";

/** What one call of an operation asks the API through. */
export interface Caller {
  /** Without the final slash. */
  readonly baseUrl: string;
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly log: Log;
  /** The call's outcome after retries. */
  send(call: Call): Promise<Outcome>;
}

/** What a caller is made of; transport and limiter are shared by all of them. */
export interface CallerOptions {
  readonly baseUrl: string;
  readonly transport: Transport;
  readonly limiter: Limiter;
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly log: Log;
}

/** A caller whose requests stop with the signal and keep to the limiter. */
export function createCaller(options: CallerOptions): Caller {
  const { baseUrl, transport, limiter, signal, clock, log } = options;
  return {
    baseUrl,
    signal,
    clock,
    log,
    send: async (call) => {
      try {
        return await limiter.run(signal, (slot) => sendWithRetries(call, { transport, clock, signal, slot }));
      } catch (error) {
        // Waiting for a slot ends with the signal's own reason, which is the caller's and not ours.
        if (signal.aborted && error === signal.reason) return cancelledFailure(call.endpoint, false);
        throw error;
      }
    },
  };
}

/** The answer to a call, or its failure thrown. */
export async function ask(caller: Caller, call: Call): Promise<Answer> {
  const outcome = await caller.send(call);
  if (outcome.ok) return outcome;
  throw outcome.error;
}
