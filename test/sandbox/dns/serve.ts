// A name server per test, on a free port, closed when the test is over.
import { onTestFinished } from "vitest";
import type { DnsRecord } from "../../../src/core/dns/record.ts";
import { ServedZones } from "../../../src/sandbox/dns/served-zones.ts";
import { type NameServerOptions, startNameServer } from "../../../src/sandbox/dns/start-name-server.ts";

/** Serves the zones; gives `127.0.0.1:PORT`. */
export async function serve(zones: ServedZones, options: Partial<NameServerOptions> = {}): Promise<string> {
  const server = await startNameServer({ ...options, zones });
  onTestFinished(() => server.close());
  return `127.0.0.1:${server.port}`;
}

/** One zone with these records, serial 1. */
export function zoneOf(origin: string, records: readonly DnsRecord[] = []): ServedZones {
  const zones = new ServedZones();
  zones.addZone(origin, { serial: 1, records });
  return zones;
}
