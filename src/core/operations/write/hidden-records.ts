// What is written at or below a delegation, where this zone is never asked for it (RFC 2181 §6.1).
import type { SentChange } from "../../change/send-change.ts";
import { recordsAfter } from "../../change/records-after.ts";
import { rrsetKey } from "../../dns/compare.ts";
import { relativeName } from "../../dns/name.ts";
import type { DnsRecord } from "../../dns/record.ts";
import { recordTypes } from "../../dns/record-types.ts";
import { delegationRules } from "../../dns/rules/delegation-rules.ts";
import { indexZone } from "../../dns/zone-index.ts";
import type { ZoneState } from "../find/read-zone.ts";

const TOLD_MAX = 10;

/** A warning for each RRset that was written and is hidden, up to ten. */
export function hiddenWarnings(
  { zone: { domain: zone }, records }: ZoneState,
  sent: readonly SentChange[],
): readonly string[] {
  const changes = sent.map(({ change }) => change);
  const written = changes.flatMap((change) => (change.action === "delete" ? [] : [change.after]));
  const isCut = ({ name, type }: DnsRecord) => recordTypes[type].delegates && name !== zone;
  // Few zones have a delegation, and what follows looks at each record of a large one.
  if (!records.some(isCut) && !written.some(isCut)) return [];
  const keys = new Set(written.map(rrsetKey));
  const index = indexZone({ zone, records: recordsAfter(records, changes) });
  const hidden = delegationRules(index).filter(
    ({ name, type }) => type !== undefined && keys.has(rrsetKey({ name, type })),
  );
  const told = hidden.slice(0, TOLD_MAX).map(({ name, message }) => `${relativeName(name, zone)}: ${message}`);
  return hidden.length > told.length ? [...told, `And ${hidden.length - told.length} more below delegations.`] : told;
}
