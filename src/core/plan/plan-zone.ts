// Makes the plan: what stands held against what is wanted, the least changes, their order, and what needs a yes.
import { isApexNs } from "../dns/apex-ns.ts";
import { type Rrset, rrsetOfKey } from "../dns/compare.ts";
import type { DnsRecord } from "../dns/record.ts";
import type { RrsetMap } from "../dns/rrset-map.ts";
import { count } from "../text/count.ts";
import { nameOf } from "./change-parts.ts";
import { diffRrset, type StandingRecord } from "./diff-rrset.ts";
import { finalRrset, refuseAliasConflicts } from "./final-rrsets.ts";
import { EMPTY_WINDOW, type GuardRequest, type GuardWindow, guardsOf } from "./guards.ts";
import { ignoreMatcher } from "./ignore.ts";
import { orderChanges } from "./order-changes.ts";
import type { ObservedRecord, PlanMode, PlannedChange, PlanSummary, ZonePlan } from "./plan.ts";
import { refuseBrokenZone } from "./refuse-broken-zone.ts";
import { pairRrsets, type RrsetPair, type WantedRecord } from "./wanted.ts";

/** A zone as it is, and what is wanted of it. */
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
  const rule = { zone: request.zone, mode: request.mode, isProtected };
  const standing = standingOf(request.observed, wanted);
  const finals: Finals = new Map();
  for (const pair of standing.rrsets.values()) {
    const final = finalRrset(rule, pair);
    if (final !== undefined) finals.set(pair, final);
  }
  return planEnd(standing, {
    ...request,
    finals,
    judged: standing.records.length,
    emptyDesiredState: wanted.length === 0 && request.mode === "exact",
    warnings: warningsOf(request, wanted.length),
  });
}

/** What each named RRset shall be, by rrsetKey; RRsets that are not named stay as they are. */
export interface FinalsRequest extends Pick<PlanRequest, "zone" | "observed" | "mode" | "window"> {
  readonly finals: ReadonlyMap<string, readonly DnsRecord[]>;
}

/** Plans from final RRsets: what `set_rrset` and `undo_change` know at once, and `planZone` works out. */
export function planFinals(request: FinalsRequest): ZonePlan {
  const standing = standingOf(request.observed);
  const finals: Finals = new Map();
  let judged = 0;
  for (const [key, final] of request.finals) {
    const place = rrsetOfKey(key);
    const pair = standing.rrsets.get(place) ?? standing.rrsets.add(place, { standing: [], wanted: undefined });
    finals.set(pair, final);
    judged += pair.standing.length;
  }
  return planEnd(standing, { ...request, finals, judged });
}

/** What stands and is understood; made once a plan, since a zone may have a hundred thousand RRsets. */
interface Standing {
  readonly records: readonly StandingRecord[];
  /** Those that are only wanted as well. */
  readonly rrsets: RrsetMap<RrsetPair<StandingRecord>>;
}

type Finals = Map<RrsetPair<StandingRecord>, readonly DnsRecord[]>;

function standingOf(observed: readonly ObservedRecord[], wanted: readonly WantedRecord[] = []): Standing {
  const records = observed.filter(isUnderstood);
  return { records, rrsets: pairRrsets(records, wanted) };
}

function isUnderstood(held: ObservedRecord): held is ObservedRecord & StandingRecord {
  return held.record !== undefined;
}

interface EndRequest extends Omit<ChangesRequest, "changes" | "unchanged"> {
  readonly finals: Finals;
  /** How many of the standing records somebody spoke for. */
  readonly judged: number;
}

function planEnd(standing: Standing, request: EndRequest): ZonePlan {
  const changes = [...request.finals].flatMap(([pair, final]) => diffRrset(pair.standing, final));
  if (changes.length > 0) refuseBadEnd(standing, request, changes);
  const unchanged = request.judged - changes.filter(({ action }) => action !== "create").length;
  return changesOn(standing, { ...request, changes, unchanged });
}

function refuseBadEnd(
  { records, rrsets }: Standing,
  { zone, observed, finals }: EndRequest,
  changes: readonly PlannedChange[],
): void {
  const finalOf = (pair: RrsetPair<StandingRecord>) => finals.get(pair) ?? pair.standing.map(({ record }) => record);
  const changed = new Set(changes.map(nameOf));
  const unknown = observed.filter(({ record, name }) => record === undefined && changed.has(name));
  refuseAliasConflicts([...changed].flatMap((name) => rrsets.atName(name)).map(finalOf), unknown);
  const after = rrsets.map((pair) => rrsetOf(finalOf(pair)));
  refuseBrokenZone(
    { zone, rrsets: after },
    records.map(({ record }) => record),
  );
}

function rrsetOf(records: readonly DnsRecord[]): Rrset | undefined {
  const [first] = records;
  return first === undefined ? undefined : { name: first.name, type: first.type, records };
}

/** Changes of a zone as it is. */
export interface ChangesRequest extends Omit<FinalsRequest, "finals"> {
  /** Found and checked elsewhere. */
  readonly changes: readonly PlannedChange[];
  readonly unchanged?: number;
  readonly emptyDesiredState?: boolean;
  readonly warnings?: readonly string[];
}

/** A plan of changes that were checked: their order and what needs a yes. */
export function planChanges(request: ChangesRequest): ZonePlan {
  return changesOn(standingOf(request.observed), request);
}

function changesOn({ records, rrsets }: Standing, request: ChangesRequest): ZonePlan {
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
    guards: guardsOf({ zone, changes, standing: standingKeys(rrsets), window, emptyDesiredState }),
    warnings,
  };
}

function standingKeys(rrsets: Standing["rrsets"]): GuardRequest["standing"] {
  return { size: rrsets.values().filter(stands).length, has: (key) => stands(rrsets.get(rrsetOfKey(key))) };
}

function stands(pair: RrsetPair<unknown> | undefined): boolean {
  return pair !== undefined && pair.standing.length > 0;
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
  const standsUnnamed =
    observed.some(({ record }) => record !== undefined && isApexNs(record, zone)) &&
    !wanted.some(({ record }) => isApexNs(record, zone));
  return [
    ...(ignored > 0 ? [`${ignored} of the wanted records stand at ignored names and were left out.`] : []),
    ...(unknown.length > 0 && mode === "exact"
      ? [`${count(unknown.length, "record")} of types or values this program does not know left alone.`]
      : []),
    ...(mode === "exact" && standsUnnamed ? [`The apex NS set was left alone: the wanted records name none.`] : []),
  ];
}
