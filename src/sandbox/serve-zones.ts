// Keeps the name server's zones in step with the state.
import type { DnsRecord } from "../core/dns/record.ts";
import type { ServedZones } from "./dns/served-zones.ts";
import type { HeldRecord } from "./state/entities.ts";
import type { World, ZoneEvent } from "./state/world.ts";

/** Serves every zone that there is. */
export function serveAll(zones: ServedZones, world: World): void {
  for (const { zone, records } of world.zones()) {
    zones.addZone(zone.domain, { serial: zone.serial, records: records.all().map(({ record }) => record) });
  }
}

/** Brings one change of the state to the name server. */
export function serveEvent(zones: ServedZones, event: ZoneEvent): void {
  const { domain, serial } = event.zone;
  if (event.kind === "zone-added") zones.addZone(domain, { serial });
  else if (event.kind === "zone-removed") zones.removeZone(domain);
  else zones.changeRecords(domain, { removed: content(event.before), added: content(event.after), serial });
}

function content(held: HeldRecord | undefined): readonly DnsRecord[] {
  return held === undefined ? [] : [held.record];
}
