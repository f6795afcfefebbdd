// What an operation may use while it runs. One context a call; nothing in it is global.
import type { Api } from "./api/api.ts";
import type { Confirmation } from "./confirmation.ts";
import type { Journal } from "./journal/journal.ts";
import type { Clock, Log, Progress } from "./ports.ts";
import type { Rdap } from "./rdap/rdap.ts";
import type { PlanStore } from "./state.ts";
import type { Wire } from "./wire/wire.ts";

/** What the person who started the program allows it to do. */
export interface Policy {
  /** Zone names (canonical) that may be touched or read; empty means all. A zone below an allowed one is another zone. */
  readonly zones: readonly string[];
  readonly allowPurchases: boolean;
  /** API requests in flight at once. */
  readonly concurrency: number;
}

/** What one call of an operation may use. */
export interface Context {
  /** The API, bound to this call's signal. */
  readonly api: Api;
  readonly policy: Policy;
  readonly confirmation: Confirmation;
  readonly journal: Journal;
  readonly plans: PlanStore;
  /** The way to registration data. */
  readonly rdap: Rdap;
  /** The way to name servers. */
  readonly wire: Wire;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  readonly log: Log;
}
