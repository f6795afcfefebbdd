// What became of one attempt to ask the API, with the facts that decide whether to try again.
import type { VpsError } from "../errors.ts";

/** A success with a readable body; `body` is undefined where there was none (204). */
export interface Answer {
  readonly ok: true;
  readonly status: number;
  readonly body: unknown;
}

/** An attempt without a usable answer. */
export interface Failure {
  readonly ok: false;
  readonly error: VpsError;
  readonly status: number | undefined;
  /** Trying again may help. */
  readonly transient: boolean;
  /** The request may have been carried out all the same. */
  readonly mayHaveHappened: boolean;
  /** The server asks for fewer requests. */
  readonly throttled: boolean;
  /** How long the server asks to wait. */
  readonly retryAfterMs: number | undefined;
}

/** What became of one attempt. */
export type Outcome = Answer | Failure;

/** A failure that says nothing special but what is given. */
export function failure(error: VpsError, facts: Partial<Omit<Failure, "ok" | "error">> = {}): Failure {
  return {
    ok: false,
    error,
    status: undefined,
    transient: false,
    mayHaveHappened: false,
    throttled: false,
    retryAfterMs: undefined,
    ...facts,
  };
}
