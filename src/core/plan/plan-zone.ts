// Makes the plan: what stands held against what is wanted, the least changes, their order, and what needs a yes.
import { isApexOf } from "../dns/name.ts";
import type { DnsRecord } from "../dns/record.ts";
import { recordTypes } from "../dns/record-types.ts";
import { count } from "../text/count.ts";
import { diffRrset, type StandingRecord } from "./diff-rrset.ts";
import { finalRrset, refuseAliasConflicts, standingRrsets } from "./final-rrsets.ts";
import { EMPTY_WINDOW, type GuardWindow, guardsOf } from "./guards.ts";
import { ignoreMatcher } from "./ignore.ts";
import { orderChanges } from "./order-changes.ts";
import type { ObservedRecord, PlanMode, PlannedChange, PlanSummary, ZonePlan } from "./plan.ts";
import { refuseBrokenZone } from "./refuse-broken-zone.ts";
import { type WantedRecord, wantedRrsets } from "./wanted.ts";

export interface PlanRequest {
  /** Canonical zone name. */
  readonly zone: string;
  readonly observed: readonly ObservedRecord[];
  readonly wanted: readonly WantedRecord[];
  readonly mode: PlanMode;
  /** Globs over relative owner names that are never touched. */
  readonly ignore?: readonly string[];
  /** Whether an `_acme-challenge` TXT is this program's own; other people's are never touched. */
  readonly isOwnChallenge?: (record: DnsRecord) => boolean;
  /** What the last ten minutes did, from the journal. */
  readonly window?: GuardWindow;
}

/**
 * Plans a zone.
 * @throws InputError where the wanted records contradict each other or what the mode must leave alone;
 *   VpsError zone_would_break where BIND would refuse the result.
 */
export function planZone(request: PlanRequest): ZonePlan {
  const ignored = ignoreMatcher(request.zone, request.ignore ?? []);
  const wanted = request.wanted.filter(({ record }) => !ignored(record.name));
  const isProtected = (record: DnsRecord) => ignored(record.name) || isForeignChallenge(record, request);
  const wantedSets = wantedRrsets(wanted);
  const standing = standingOf(request.observed);
  const rule = { zone: request.zone, mode: request.mode, isProtected };
  const finals = new Map<string, readonly DnsRecord[]>();
  for (const [key, held] of standing.sets) finals.set(key, finalRrset(rule, held, wantedSets.get(key)));
  for (const [key, set] of wantedSets) if (!finals.has(key)) finals.set(key, finalRrset(rule, [], set));
  return finalsOn(standing, {
    ...request,
    finals,
    emptyDesiredState: wanted.length === 0 && request.mode === "exact",
    warnings: warningsOf(request, wanted.length),
  });
}

/** What each named RRset shall be, by rrsetKey; RRsets that are not named stay as they are. */
export interface FinalsRequest extends Pick<PlanRequest, "zone" | "observed" | "mode" | "window"> {
  readonly finals: ReadonlyMap<string, readonly DnsRecord[]>;
  readonly emptyDesiredState?: boolean;
  readonly warnings?: readonly string[];
}

/** Plans from final RRsets: what `set_rrset` and `undo_change` know at once, and `planZone` works out. */
export function planFinals(request: FinalsRequest): ZonePlan {
  return finalsOn(standingOf(request.observed), request);
}

/** What stands and is understood; made once a plan, since a zone may have a hundred thousand RRsets. */
interface Standing {
  readonly records: readonly StandingRecord[];
  readonly sets: ReadonlyMap<string, readonly StandingRecord[]>;
}

function standingOf(observed: readonly ObservedRecord[]): Standing {
  const records = observed.flatMap(({ id, record }) => (record === undefined ? [] : [{ id, record }]));
  return { records, sets: standingRrsets(records) };
}

function finalsOn(standing: Standing, request: FinalsRequest): ZonePlan {
  const changes: PlannedChange[] = [];
  let unchanged = 0;
  for (const [key, final] of request.finals) {
    const diff = diffRrset(standing.sets.get(key) ?? [], final);
    changes.push(...diff.changes);
    unchanged += diff.unchanged;
  }
  if (changes.length > 0) refuseBadEnd(standing, request, changes);
  return changesOn(standing, { ...request, changes, unchanged });
}

function refuseBadEnd(standing: Standing, request: FinalsRequest, changes: readonly PlannedChange[]): void {
  const finals = [...request.finals.values()];
  for (const [key, held] of standing.sets) {
    if (!request.finals.has(key)) finals.push(held.map(({ record }) => record));
  }
  const unknown = request.observed.filter(({ record }) => record === undefined);
  refuseAliasConflicts(finals, new Set(changes.map(changedName)), unknown);
  refuseBrokenZone(
    request.zone,
    standing.records.map(({ record }) => record),
    finals.flat(),
  );
}

export interface ChangesRequest extends Omit<FinalsRequest, "finals"> {
  /** Found and checked elsewhere. */
  readonly changes: readonly PlannedChange[];
  readonly unchanged?: number;
}

/** A plan of changes that were checked: their order and what needs a yes. */
export function planChanges(request: ChangesRequest): ZonePlan {
  return changesOn(standingOf(request.observed), request);
}

function changesOn({ records, sets }: Standing, request: ChangesRequest): ZonePlan {
  const {
    zone,
    mode,
    changes,
    unchanged = 0,
    warnings = [],
    window = EMPTY_WINDOW,
    emptyDesiredState = false,
  } = request;
  return {
    zone,
    mode,
    stages: orderChanges(changes, { zone, records: records.map(({ record }) => record) }),
    summary: summarize(changes, unchanged),
    guards: guardsOf({ zone, changes, standing: sets, window, emptyDesiredState }),
    warnings,
  };
}

function changedName(change: PlannedChange): string {
  return change.action === "delete" ? change.before.name : change.after.name;
}

/** Every change of a plan, in an order it may be carried out in. */
export function plannedChanges({ stages }: Pick<ZonePlan, "stages">): readonly PlannedChange[] {
  return stages.flat();
}

const CHALLENGE_LABEL = "_acme-challenge";

function isForeignChallenge(record: DnsRecord, { isOwnChallenge }: PlanRequest): boolean {
  const isChallenge = record.type === "TXT" && record.name.startsWith(`${CHALLENGE_LABEL}.`);
  return isChallenge && !(isOwnChallenge?.(record) ?? false);
}

function summarize(changes: readonly PlannedChange[], unchanged: number): PlanSummary {
  const of = (action: PlannedChange["action"]) => changes.filter((change) => change.action === action).length;
  return { create: of("create"), update: of("update"), delete: of("delete"), unchanged };
}

function warningsOf({ observed, wanted, zone, mode }: PlanRequest, used: number): string[] {
  const unknown = observed.filter(({ record }) => record === undefined);
  const ignored = wanted.length - used;
  const isApexNs = (record: DnsRecord | undefined) =>
    record !== undefined && recordTypes[record.type].delegates && isApexOf(record.name, zone);
  const standsUnnamed =
    observed.some(({ record }) => isApexNs(record)) && !wanted.some(({ record }) => isApexNs(record));
  return [
    ...(ignored > 0 ? [`${ignored} of the wanted records stand at ignored names and were left out.`] : []),
    ...(unknown.length > 0 && mode === "exact"
      ? [`${count(unknown.length, "record")} of types or values this program does not know left alone.`]
      : []),
    ...(mode === "exact" && standsUnnamed ? [`The apex NS set was left alone: the wanted records name none.`] : []),
  ];
}
