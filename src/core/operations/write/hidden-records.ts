// What is written at or below a delegation, where this zone is never asked for it (RFC 2181 §6.1).
import type { SentChange } from "../../change/send-change.ts";
import { recordsAfter } from "../../change/records-after.ts";
import { rrsetKey } from "../../dns/compare.ts";
import { relativeName } from "../../dns/name.ts";
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
  const after = recordsAfter(records, changes);
  if (!after.some(({ name, type }) => recordTypes[type].delegates && name !== zone)) return [];
  const written = new Set(changes.flatMap((change) => (change.action === "delete" ? [] : [rrsetKey(change.after)])));
  const hidden = delegationRules(indexZone({ zone, records: after })).filter(
    ({ name, type }) => type !== undefined && written.has(rrsetKey({ name, type })),
  );
  const told = hidden.slice(0, TOLD_MAX).map(({ name, message }) => `${relativeName(name, zone)}: ${message}`);
  return hidden.length > told.length ? [...told, `And ${hidden.length - told.length} more below delegations.`] : told;
}
