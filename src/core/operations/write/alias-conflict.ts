// The commonest way to break a zone, told with the id of what is in the way (RFC 1034 §3.6.2).
import type { HeldRecord } from "../../api/api.ts";
import { sameRdata } from "../../dns/compare.ts";
import { relativeName } from "../../dns/name.ts";
import { withArticle } from "../../dns/rdata/fields.ts";
import type { DnsRecord } from "../../dns/record.ts";
import { recordTypes } from "../../dns/record-types.ts";
import { InputError } from "../../errors.ts";
import type { PlannedChange } from "../../plan/plan.ts";
import type { ZoneState } from "../find/read-zone.ts";

/**
 * Refuses a CNAME beside data that stays, and data beside a CNAME that stays; conflicts among the new records are the
 * zone check's.
 * @throws InputError conflict
 */
export function refuseAliasConflicts(state: ZoneState, changes: readonly PlannedChange[]): void {
  const coming = new Map<string, DnsRecord>();
  const going = new Set<string>();
  for (const change of changes) {
    if (change.action !== "create") going.add(change.id);
    if (change.action !== "delete") coming.set(change.after.name, change.after);
  }
  for (const held of state.held) {
    const wanted = coming.get(held.name);
    if (wanted !== undefined && !going.has(held.id) && clash(held, wanted)) throw conflict(held, wanted);
  }
}

function clash({ record }: HeldRecord, wanted: DnsRecord): boolean {
  if (record === undefined) return false;
  if (!recordTypes[record.type].standsAlone && !recordTypes[wanted.type].standsAlone) return false;
  return !sameRdata(record, wanted);
}

function conflict({ id, type, zone }: HeldRecord, wanted: DnsRecord): InputError {
  return new InputError(
    "conflict",
    `${relativeName(wanted.name, zone.domain)} has ${withArticle(type)} record (id ${id}), and a CNAME stands alone at its name (RFC 1034 §3.6.2).`,
    { field: "name", hint: "Change that record with update_record, or delete it first." },
  );
}
