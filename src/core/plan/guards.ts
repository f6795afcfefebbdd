// What makes a change of records need a person's yes (product page §5, "The guard"). Pure: the window comes from the journal.
import { isApexNs } from "../dns/apex-ns.ts";
import { recordKey, rrsetKey } from "../dns/compare.ts";
import { count } from "../text/count.ts";
import type { Guard, PlannedChange } from "./plan.ts";

/** How long deletions and changes add up. */
export const GUARD_WINDOW_MS = 10 * 60 * 1000;
/** In percent, and whole: a share of exactly so much passes, whatever binary fractions make of it. */
const SHARE_MAX = 30;
const SMALL_ZONE_RRSETS = 10;
const SMALL_ZONE_SHARE_MAX = 50;

/** What the last ten minutes did to the zone, whichever operation did it. */
export interface GuardWindow {
  /** RRsets deleted or changed, by key. */
  readonly disturbed: ReadonlySet<string>;
  /** Records this program itself created in that time, by recordKey: changing or taking them away does not count. */
  readonly created: ReadonlySet<string>;
}

/** Nothing was done lately. */
export const EMPTY_WINDOW: GuardWindow = { disturbed: new Set(), created: new Set() };

/** What a change is measured by. */
export interface GuardRequest {
  readonly zone: string;
  readonly changes: readonly PlannedChange[];
  /** Every RRset that stands, by key. */
  readonly standing: Pick<ReadonlyMap<string, unknown>, "has" | "size">;
  readonly window: GuardWindow;
  /** The desired state was empty and the mode lets it take things away. */
  readonly emptyDesiredState: boolean;
}

/**
 * The keys of RRsets that lose or change something; one that only gains records has lost nothing, and neither has one
 * that loses what this program itself created a moment ago.
 */
export function disturbedRrsets(
  changes: readonly PlannedChange[],
  created: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const lost = changes.flatMap((change) => (change.action === "create" ? [] : [change.before]));
  return new Set(lost.filter((record) => !created.has(recordKey(record))).map((record) => rrsetKey(record)));
}

/** Every guard that a change trips. */
export function guardsOf(request: GuardRequest): readonly Guard[] {
  return [...emptyGuard(request), ...apexNsGuard(request), ...shareGuard(request)];
}

function emptyGuard({ emptyDesiredState, changes }: GuardRequest): Guard[] {
  if (!emptyDesiredState || changes.length === 0) return [];
  return [
    {
      id: "empty-desired-state",
      message: `The desired state is empty and would take away ${count(changes.length, "record")}.`,
    },
  ];
}

function apexNsGuard({ zone, changes }: GuardRequest): Guard[] {
  const touched = changes.filter((change) => {
    const record = change.action === "create" ? change.after : change.before;
    return isApexNs(record, zone);
  });
  if (touched.length === 0) return [];
  return [{ id: "apex-ns", message: `It changes the apex NS set of ${zone} (${count(touched.length, "record")}).` }];
}

function shareGuard({ changes, standing, window }: GuardRequest): Guard[] {
  const now = disturbedRrsets(changes, window.created);
  if (now.size === 0) return [];
  const all = new Set([...window.disturbed, ...now]);
  // What the window took away counts as standing, or each deletion would shrink what the next is measured by.
  const size = standing.size + [...all].filter((key) => !standing.has(key)).length;
  const limit = size < SMALL_ZONE_RRSETS ? SMALL_ZONE_SHARE_MAX : SHARE_MAX;
  if (all.size * 100 <= size * limit) return [];
  const earlier = all.size - now.size;
  const added = earlier > 0 ? ` (${earlier} of them in the last ten minutes)` : "";
  const share = Math.round((all.size * 100) / size);
  // What is over the limit never reads as the limit.
  const told = share > limit ? share : Math.ceil((all.size * 1000) / size) / 10;
  return [
    {
      id: "share-of-zone",
      message: `${all.size.toLocaleString("en")} of ${count(size, "RRset")} would be deleted or changed${added}: ${told} %, and the limit is ${limit} %.`,
    },
  ];
}
