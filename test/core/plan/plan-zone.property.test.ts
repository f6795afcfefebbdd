// The planner against a pure model: where it ends, what it leaves alone, how little it sends, and every zone in between.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rrsetKey } from "../../../src/core/dns/compare.ts";
import { groupRrsets } from "../../../src/core/dns/rrset-map.ts";
import type { DnsRecord } from "../../../src/core/dns/record.ts";
import { VpsError } from "../../../src/core/errors.ts";
import { PLAN_MODES, type ZonePlan } from "../../../src/core/plan/plan.ts";
import { planZone } from "../../../src/core/plan/plan-zone.ts";
import {
  after,
  errorsOf,
  exact,
  exactSet,
  loadableZone,
  modelOf,
  observedOf,
  ZONE,
  type ZoneModel,
} from "./zone-model.ts";

// One seed, so that a red run is about the change at hand; more runs by hand look for what nobody thought of.
const RUNS = 3000;
fc.configureGlobal({ seed: 1034 });

function planBetween(from: readonly DnsRecord[], to: readonly DnsRecord[], mode: (typeof PLAN_MODES)[number]) {
  const wanted = to.map((record) => ({ record, ttlGiven: true }));
  return planZone({ zone: ZONE, observed: observedOf(modelOf(from)), wanted, mode });
}

/** Applies all stages; within a stage in the order that `shuffle` gives, looking at every zone on the way. */
function walk(start: ZoneModel, plan: ZonePlan, shuffle: (size: number) => number[], look: (zone: ZoneModel) => void) {
  let zone = start;
  for (const stage of plan.stages) {
    for (const at of shuffle(stage.length)) {
      const change = stage[at];
      if (change === undefined) continue;
      zone = after(zone, change);
      look(zone);
    }
  }
  return zone;
}

const inOrder = (size: number) => Array.from({ length: size }, (_, at) => at);
const shuffledBy = (seed: number) => (size: number) =>
  inOrder(size).sort((a, b) => ((a * 7919 + seed) % 104_729) - ((b * 7919 + seed) % 104_729) || a - b);

function key(record: DnsRecord): string {
  return exact({ ...record, ttl: 0 });
}

/** Every RRset's own least: what leaves and what comes share requests, a TTL alone is one. */
function leastRequests(from: readonly DnsRecord[], to: readonly DnsRecord[]): number {
  const sets = new Set([...from, ...to].map(rrsetKey));
  return [...sets].reduce((sum, set) => {
    const old = from.filter((record) => rrsetKey(record) === set);
    const fresh = to.filter((record) => rrsetKey(record) === set);
    const leaving = old.filter((record) => !fresh.some((other) => key(other) === key(record)));
    const coming = fresh.filter((record) => !old.some((other) => key(other) === key(record)));
    const mended = old.filter((record) =>
      fresh.some((other) => key(other) === key(record) && other.ttl !== record.ttl),
    );
    return sum + Math.max(leaving.length, coming.length) + mended.length;
  }, 0);
}

describe("planZone", () => {
  it("ends an exact plan exactly where it was asked to, over zones that all load", () => {
    fc.assert(
      fc.property(loadableZone, loadableZone, fc.nat(), (from, to, seed) => {
        const plan = planBetween(from, to, "exact");
        const errors: string[] = [];
        const end = walk(modelOf(from), plan, shuffledBy(seed), (zone) => errors.push(...errorsOf(zone)));
        expect(errors).toEqual([]);
        const apexNs = from.filter((record) => record.type === "NS" && record.name === ZONE);
        const kept = to.some((record) => record.type === "NS" && record.name === ZONE) ? [] : apexNs;
        expect(exactSet(end.values())).toEqual(exactSet([...to, ...kept]));
      }),
      { numRuns: RUNS },
    );
  });

  it("sends the least requests, but for updates that a conflict made it split", () => {
    fc.assert(
      fc.property(loadableZone, loadableZone, (from, to) => {
        const named = new Set(to.map(rrsetKey));
        const plan = planned(() => planBetween(from, to, "replace"));
        fc.pre(plan !== undefined);
        const least = leastRequests(
          from.filter((record) => named.has(rrsetKey(record))),
          to,
        );
        const sent = plan.stages.flat();
        const splits = sent.filter(
          (change) =>
            change.action === "delete" &&
            sent.some((other) => other.action === "create" && rrsetKey(other.after) === rrsetKey(change.before)),
        );
        expect(sent.length).toBe(least + splits.length);
      }),
      { numRuns: RUNS },
    );
  });

  it.each(["merge", "replace"] as const)("touches no RRset that %s was not told to", (mode) => {
    fc.assert(
      fc.property(loadableZone, loadableZone, (from, to) => {
        const plan = planned(() => planBetween(from, to, mode));
        fc.pre(plan !== undefined);
        const named = new Set(to.map(rrsetKey));
        const end = walk(modelOf(from), plan, inOrder, () => {});
        const untouched = (records: Iterable<DnsRecord>) =>
          exactSet([...records].filter((record) => !named.has(rrsetKey(record))));
        expect(untouched(end.values())).toEqual(untouched(from));
      }),
      { numRuns: RUNS },
    );
  });

  it("removes nothing in merge but a CNAME's old target", () => {
    fc.assert(
      fc.property(loadableZone, loadableZone, (from, to) => {
        const plan = planned(() => planBetween(from, to, "merge"));
        const deleted = plan?.stages.flat().filter(({ action }) => action === "delete") ?? [];
        expect(deleted.filter((change) => change.action === "delete" && change.before.type !== "CNAME")).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it("has nothing to do the second time", () => {
    fc.assert(
      fc.property(loadableZone, fc.constantFrom(...PLAN_MODES), (zone, mode) => {
        expect(planBetween(zone, zone, mode).stages).toEqual([]);
        expect(planBetween(zone, zone, mode).guards).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it("leaves one TTL in every RRset it names", () => {
    fc.assert(
      fc.property(loadableZone, loadableZone, (from, to) => {
        const plan = planned(() => planBetween(from, to, "merge"));
        fc.pre(plan !== undefined);
        const end = walk(modelOf(from), plan, inOrder, () => {});
        const named = new Set(to.map(rrsetKey));
        const mixed = groupRrsets([...end.values()].filter((record) => named.has(rrsetKey(record))))
          .values()
          .filter(({ records }) => new Set(records.map(({ ttl }) => ttl)).size > 1);
        expect(mixed).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});

/** The plan, or nothing where merging the two zones is refused as the contradiction it is. */
function planned(make: () => ZonePlan): ZonePlan | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof VpsError && (error.code === "conflict" || error.code === "zone_would_break")) return undefined;
    throw error;
  }
}
