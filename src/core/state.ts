// What outlives a call beside the journal: saved plans and confirmation tokens. Kept by src/platform.
import type { PlanMode, PlannedChange } from "./plan/plan.ts";

/** A plan as it was made; applied once, and only while what it touches is as it was. */
export interface SavedPlan {
  readonly id: string;
  /** Canonical zone name. */
  readonly zone: string;
  readonly mode: PlanMode;
  readonly stages: readonly (readonly PlannedChange[])[];
  /** It came from a desired state without records, and is asked about whatever it does. */
  readonly emptyDesiredState: boolean;
  /** Everything the plan touches as it was: an RRset, or the whole name where a CNAME comes or goes. */
  readonly touched: readonly TouchedPart[];
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** A part of a zone that a plan touches, and its state when the plan was made. */
export interface TouchedPart {
  /** Owner name, and the type unless it is the whole name. */
  readonly name: string;
  readonly type?: string;
  /** Its records, ids included, as one comparable text. */
  readonly was: string;
}

/** Keeps saved plans by their ids. */
export interface PlanStore {
  save(plan: SavedPlan): Promise<void>;
  get(id: string): Promise<SavedPlan | undefined>;
  /** Whether it was there to be taken: a plan is applied once, also by two processes at a time. */
  take(id: string): Promise<boolean>;
}

/** What a confirmation token stands for. */
export interface TokenBinding {
  /** SHA-256 of operation, target, every argument and what was shown. */
  readonly digest: string;
  /** Milliseconds since the epoch, by the wall clock. */
  readonly expiresAt: number;
  /** What was done before the question, as a sentence. */
  readonly begun?: string;
}

/** Keeps what confirmation tokens stand for. */
export interface TokenStore {
  /** A fresh token, unguessable. */
  issue(binding: TokenBinding): Promise<string>;
  /** What the token stands for, once: it is gone afterwards, whatever comes of it. */
  consume(token: string): Promise<TokenBinding | undefined>;
}
