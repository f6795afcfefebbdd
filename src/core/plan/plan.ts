// What a plan is: the least set of changes that takes a zone from what was observed to what is wanted.
import type { DnsRecord } from "../dns/record.ts";

/** How much of the zone the desired records speak for (product page §5, "Plans"). */
export const PLAN_MODES = ["merge", "replace", "exact"] as const;
/** One of the modes. */
export type PlanMode = (typeof PLAN_MODES)[number];

/** A record that stands in the zone now, with the id the API knows it by. */
export interface ObservedRecord {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly ttl: number;
  readonly value: string;
  readonly priority?: number;
  /** Absent for what the DNS core does not understand: such records are never touched. */
  readonly record?: DnsRecord;
}

/**
 * One request. `update` keeps the record's id; it is used wherever it saves a request and no step in between breaks.
 * A planner's update keeps owner name and type; `whole` sends the record as one piece (PUT), whatever changes.
 */
export type PlannedChange =
  | { readonly action: "create"; readonly after: DnsRecord }
  | {
      readonly action: "update";
      readonly id: string;
      readonly before: DnsRecord;
      readonly after: DnsRecord;
      readonly whole?: true;
    }
  | { readonly action: "delete"; readonly id: string; readonly before: DnsRecord };

/** Something that makes a plan need a person's yes; `message` tells the numbers. */
export interface Guard {
  readonly id: "share-of-zone" | "apex-ns" | "empty-desired-state";
  readonly message: string;
}

/** How many records of each fate. */
export interface PlanSummary {
  readonly create: number;
  readonly update: number;
  readonly delete: number;
  readonly unchanged: number;
}

/** A plan for one zone. */
export interface ZonePlan {
  /** Canonical zone name. */
  readonly zone: string;
  readonly mode: PlanMode;
  /**
   * In stages: changes of one stage do not depend on each other and may run at once; every prefix of stages, and every
   * subset of a stage applied on top of it, leaves a zone that BIND loads.
   */
  readonly stages: readonly (readonly PlannedChange[])[];
  readonly summary: PlanSummary;
  readonly guards: readonly Guard[];
  /** In our words: what was left alone and why, what lint says of the end state's new errors. */
  readonly warnings: readonly string[];
}
