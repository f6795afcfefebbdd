// The change journal as the operations see it. Where and how it is kept is the platform's affair (src/platform).
import type { DomainSettings } from "../api/api.ts";
import type { DnsRecord } from "../dns/record.ts";

/** `unknown`: the process ended between the intent and the outcome; `undo_change` settles it. */
export const CHANGE_STATUSES = ["done", "partial", "unknown", "undone"] as const;
/** How a change ended. */
export type ChangeStatus = (typeof CHANGE_STATUSES)[number];

/** What is about to be done, on disk (fsync) before the first request. No secret is ever in it. */
export interface ChangeIntent {
  /** The operation's name. */
  readonly operation: string;
  /** Canonical zone name; absent for domain settings. */
  readonly zone?: string;
  /** Canonical domain name, for domain operations. */
  readonly domain?: string;
  /** One line in our words, names and numbers. */
  readonly summary: string;
  /** Every RRset that will be touched, as it was: enough to put it back. A zone deletion has the whole zone. */
  readonly before: readonly DnsRecord[];
  /** The same RRsets as they will be. */
  readonly after: readonly DnsRecord[];
  /** `name type` of every RRset that loses or changes something, for the guard that adds up. */
  readonly disturbed: readonly string[];
  /** Every record that it creates, as guards.ts keys them: taking those away again soon does not count. */
  readonly created: readonly string[];
  /** The change that this one takes back. */
  readonly undoes?: string;
  /** For a domain's settings: only what changes. */
  readonly settings?: { readonly before: DomainSettings; readonly after: DomainSettings };
  /** How many records go for good: of kinds not known here, which nothing can put back. */
  readonly lost?: number;
  /** `zone-created`, `zone-deleted`: what undoing must do beside records. */
  readonly zoneEvent?: "created" | "deleted";
}

/** One request's outcome, appended as it comes. */
export interface StepOutcome {
  readonly action: "create" | "update" | "delete";
  readonly name: string;
  readonly type: string;
  readonly outcome: "done" | "failed" | "unknown";
  /** The record's id, where the API told one. */
  readonly id?: string;
  /** Where the API keeps something else than it was sent, a longer TTL perhaps: both, so that undoing knows its own. */
  readonly altered?: { readonly sent: DnsRecord; readonly kept: DnsRecord };
}

/** An entry of the journal: what was meant, and what came of it. */
export interface Change extends ChangeIntent {
  /** Sorts by time. */
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly status: ChangeStatus;
  /** Milliseconds since the epoch; absent while it runs, and where the process ended before its outcome. */
  readonly finishedAt?: number;
  readonly steps: readonly StepOutcome[];
}

/** An intent on disk whose outcome is still to come. */
export interface OpenChange {
  readonly id: string;
  /** Forgets the entry: nothing of it came about, so there is nothing to undo. */
  abandon(): Promise<void>;
  step(outcome: StepOutcome): Promise<void>;
  finish(status: "done" | "partial" | "unknown"): Promise<void>;
}

/** Keeps what was changed, and who may change what next. */
export interface Journal {
  /** Resolves when the intent is on disk; nothing may be sent before. */
  begin(intent: ChangeIntent): Promise<OpenChange>;
  /** Newest first. */
  list(filter: {
    readonly zone?: string;
    readonly since?: number;
    readonly limit?: number;
  }): Promise<readonly Change[]>;
  get(id: string): Promise<Change | undefined>;
  markUndone(id: string, by: string): Promise<void>;
  /**
   * Runs `work` while nobody else who shares this journal changes the zone or domain; `waited` tells it that somebody
   * just did. Not to be nested. An aborted signal ends the waiting, not the work.
   */
  exclusively<Result>(zone: string, work: (waited: boolean) => Promise<Result>, signal?: AbortSignal): Promise<Result>;
}
