// How the planner's work grows: counted, not timed. Every record is a proxy that counts each look at it.
import { describe, expect, it } from "vitest";
import type { DnsRecord } from "../../../src/core/dns/record.ts";
import type { ObservedRecord } from "../../../src/core/plan/plan.ts";
import { planZone } from "../../../src/core/plan/plan-zone.ts";
import { txt } from "../../support/builders.ts";
import { ZONE } from "./zone-model.ts";

interface Work {
  looks: number;
}

function counted(record: DnsRecord, work: Work): DnsRecord {
  return new Proxy(record, {
    get: (target, key, receiver): unknown => {
      work.looks += 1;
      return Reflect.get(target, key, receiver);
    },
  });
}

/** Looks at records that it takes to plan a zone of `size` records of which every tenth changes. */
function workFor(size: number): { readonly looks: number; readonly changes: number } {
  const work: Work = { looks: 0 };
  const records = Array.from({ length: size }, (_, at) => txt(`n${at}`, "old", 300));
  const observed = records.map(
    (record, at): ObservedRecord => ({ id: `r${at}`, ...record, record: counted(record, work) }),
  );
  const wanted = records.map((record, at) => ({
    record: counted(at % 10 === 0 ? { ...record, value: "new" } : record, work),
    ttlGiven: true,
  }));
  const plan = planZone({ zone: ZONE, observed, wanted, mode: "exact" });
  return { looks: work.looks, changes: plan.stages.flat().length };
}

describe("planZone of many records", () => {
  it("looks at each record as often in a zone of 100,000 as in one of 1,000", () => {
    const small = workFor(1_000);
    const large = workFor(100_000);
    expect(small.changes).toBe(100);
    expect(large.changes).toBe(10_000);
    const perRecord = small.looks / 1_000;
    expect(perRecord).toBeGreaterThan(1);
    expect(large.looks / 100_000).toBeLessThanOrEqual(perRecord * 1.01);
  });
});
