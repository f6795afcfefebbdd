// Planning a zone against itself with 1 % changed: 100,000 records held against 50,000. What is planned is made before,
// no text shared between what stands and what is wanted. Both sizes are warmed up and then measured in turn, from a
// heap that was just collected.
import type { DnsRecord } from "../../src/core/dns/record.ts";
import { type PlanRequest, planZone } from "../../src/core/plan/plan-zone.ts";
import type { BenchRow } from "./bench-row.ts";
import { collectGarbage } from "./collect-garbage.ts";
import { spread, timed } from "./spread.ts";

const SIZE = 100_000;
const WARM_UPS = 2;
const TURNS = 15;

function zoneOf(size: number): DnsRecord[] {
  return Array.from({ length: size }, (_, at) => ({
    name: `host-${at}.example.com`,
    type: "A",
    ttl: 3600,
    value: `192.0.${(at >> 8) & 255}.${at & 255}`,
  }));
}

function requestOf(size: number): PlanRequest {
  const observed = zoneOf(size).map((record, at) => ({ id: `rec-${at}`, ...record, record }));
  const wanted = zoneOf(size).map((record, at) => ({
    record: at % 100 === 0 ? { ...record, value: "198.51.100.1" } : record,
    ttlGiven: true,
  }));
  return { zone: "example.com", observed, wanted, mode: "exact" };
}

function plan(request: PlanRequest): void {
  const { summary } = planZone(request);
  if (summary.update !== request.observed.length / 100) throw new Error(`Planned ${summary.update} updates.`);
}

export const linearPlan: BenchRow = {
  name: "linear-plan",
  what: "planning 100,000 records with 1 % changed, beside 50,000",
  bar: 2.3,
  measure: async () => {
    const sizes = [requestOf(SIZE / 2), requestOf(SIZE)];
    const [half = [], whole = []] = await inTurn(sizes);
    return spread(whole.map((took, turn) => took / (half[turn] ?? 0))).median;
  },
};

/** Milliseconds of every turn, by size. */
async function inTurn(sizes: readonly PlanRequest[]): Promise<number[][]> {
  const times = sizes.map((): number[] => []);
  for (let turn = -WARM_UPS; turn < TURNS; turn++) {
    for (const [at, request] of sizes.entries()) {
      await collectGarbage();
      const took = await timed(() => plan(request));
      if (turn >= 0) times[at]?.push(took);
    }
  }
  return times;
}
