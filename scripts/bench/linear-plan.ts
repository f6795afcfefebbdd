// Planning a zone against itself with 1 % changed: 100,000 records held against 50,000. What is planned is made before,
// and both sizes are measured a few times in turn: at this size the collector's moment decides over a single run.
import type { DnsRecord } from "../../src/core/dns/record.ts";
import { type PlanRequest, planZone } from "../../src/core/plan/plan-zone.ts";
import type { BenchRow } from "./bench-row.ts";
import { spread, timed } from "./spread.ts";

const SIZE = 100_000;
const TURNS = 5;

function zoneOf(size: number): DnsRecord[] {
  return Array.from({ length: size }, (_, at) => ({
    name: `host-${at}.example.com`,
    type: "A",
    ttl: 3600,
    value: `192.0.${(at >> 8) & 255}.${at & 255}`,
  }));
}

function requestOf(size: number): PlanRequest {
  const records = zoneOf(size);
  const observed = records.map((record, at) => ({ id: `rec-${at}`, ...record, record }));
  const wanted = records.map((record, at) => ({
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
  missed: "the work is linear; the collector and the processor's caches make up the rest, and its spread",
  measure: async () => {
    const [half, whole] = [requestOf(SIZE / 2), requestOf(SIZE)];
    plan(half);
    const times: { half: number; whole: number }[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      times.push({ half: await timed(() => plan(half)), whole: await timed(() => plan(whole)) });
    }
    return spread(times.map(({ whole: ms }) => ms)).median / spread(times.map(({ half: ms }) => ms)).median;
  },
};
