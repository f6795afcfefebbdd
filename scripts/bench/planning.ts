// Plans a zone of as many records as the first argument says against itself with 1 % changed, over and over, and prints the
// median in milliseconds. No text is shared between what stands and what is wanted; each turn starts from a heap that was
// just collected.
import type { DnsRecord } from "../../src/core/dns/record.ts";
import { type PlanRequest, planZone } from "../../src/core/plan/plan-zone.ts";
import { collectGarbage } from "./collect-garbage.ts";
import { spread, timed } from "./spread.ts";

const WARM_UPS = 2;
const TURNS = 9;

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

const request = requestOf(Number(process.argv[2]));
const times: number[] = [];
for (let turn = -WARM_UPS; turn < TURNS; turn++) {
  await collectGarbage();
  const took = await timed(() => plan(request));
  if (turn >= 0) times.push(took);
}
process.stdout.write(`${spread(times).median}\n`);
