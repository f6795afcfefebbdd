// What every change of records is held against before the first request: the zone as it is.
import { recordsAfter } from "../../change/records-after.ts";
import { recordsOf } from "../../plan/change-parts.ts";
import { groupRrsets } from "../../dns/rrset-map.ts";
import type { PlannedChange } from "../../plan/plan.ts";
import { refuseBrokenZone } from "../../plan/refuse-broken-zone.ts";
import type { ZoneState } from "../find/read-zone.ts";
import { refuseAliasClash } from "./alias-clash.ts";
import { refuseApexNs } from "./refuse-apex-ns.ts";

/**
 * Refuses changes that must not be made.
 * @throws InputError for the apex NS set and for a CNAME beside other data, VpsError zone_would_break where BIND would refuse the result
 */
export function checkChanges(state: ZoneState, changes: readonly PlannedChange[]): void {
  const { zone, records } = state;
  for (const record of changes.flatMap(recordsOf)) refuseApexNs(record, zone.domain);
  refuseAliasClash(state, changes);
  if (changes.length > 0) {
    refuseBrokenZone({ zone: zone.domain, rrsets: groupRrsets(recordsAfter(records, changes)) }, records);
  }
}
