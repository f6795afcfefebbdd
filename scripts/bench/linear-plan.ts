// Planning a zone against itself with 1 % changed: 100,000 records held against 50,000.
import type { DnsRecord } from "../../src/core/dns/record.ts";
import { planZone } from "../../src/core/plan/plan-zone.ts";
import type { BenchRow } from "./bench-row.ts";
import { timed } from "./spread.ts";

function zoneOf(size: number): DnsRecord[] {
  return Array.from({ length: size }, (_, at) => ({
    name: `host-${at}.example.com`,
    type: "A",
    ttl: 3600,
    value: `192.0.${(at >> 8) & 255}.${at & 255}`,
  }));
}

function plan(size: number): void {
  const records = zoneOf(size);
  const observed = records.map((record, at) => ({ id: `rec-${at}`, ...record, record }));
  const wanted = records.map((record, at) => ({
    record: at % 100 === 0 ? { ...record, value: "198.51.100.1" } : record,
    ttlGiven: true,
  }));
  const { summary } = planZone({ zone: "example.com", observed, wanted, mode: "exact" });
  if (summary.update !== size / 100) throw new Error(`Planned ${summary.update} updates.`);
}

export const linearPlan: BenchRow = {
  name: "linear-plan",
  what: "planning 100,000 records with 1 % changed, beside 50,000",
  bar: 2.3,
  measure: async () => {
    plan(1000);
    const half = await timed(() => plan(50_000));
    return (await timed(() => plan(100_000))) / half;
  },
};
