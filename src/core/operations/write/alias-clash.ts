// The commonest way to break a zone, told with the id of what is in the way (RFC 1034 §3.6.2).
import type { HeldRecord } from "../../api/api.ts";
import { sameRdata } from "../../dns/compare.ts";
import { relativeName } from "../../dns/name.ts";
import { withArticle } from "../../dns/rdata/fields.ts";
import type { DnsRecord } from "../../dns/record.ts";
import { typeStandsAlone } from "../../dns/record-types.ts";
import { InputError } from "../../errors.ts";
import type { PlannedChange } from "../../plan/plan.ts";
import { idText, plainText } from "../../text/plain-text.ts";
import type { ZoneState } from "../find/read-zone.ts";

/**
 * Refuses a CNAME beside data that stays, and data beside a CNAME that stays; conflicts among the new records are the
 * zone check's.
 * @throws InputError conflict
 */
export function refuseAliasClash(state: ZoneState, changes: readonly PlannedChange[]): void {
  const coming = new Map<string, DnsRecord[]>();
  const going = new Set<string>();
  for (const change of changes) {
    if (change.action !== "create") going.add(change.id);
    if (change.action === "delete") continue;
    const { name } = change.after;
    coming.set(name, [...(coming.get(name) ?? []), change.after]);
  }
  for (const held of state.held) {
    if (going.has(held.id)) continue;
    const wanted = coming.get(held.name)?.find((record) => clash(held, record));
    if (wanted !== undefined) throw conflict(held, wanted);
  }
}

function clash({ record, type }: HeldRecord, wanted: DnsRecord): boolean {
  if (!typeStandsAlone(type) && !typeStandsAlone(wanted.type)) return false;
  // What is not understood, type or value, can be no repetition of what is.
  return record === undefined || !sameRdata(record, wanted);
}

function conflict({ id, type, zone }: HeldRecord, wanted: DnsRecord): InputError {
  return new InputError(
    "conflict",
    `${relativeName(wanted.name, zone.domain)} has ${withArticle(plainText(type, 20))} record (id ${idText(id)}), and a CNAME stands alone at its name (RFC 1034 §3.6.2).`,
    {
      field: "name",
      hint: typeStandsAlone(type)
        ? `To point the name elsewhere, set_rrset with type ${type}; to put other records in its place, set_rrset with replace_conflicts.`
        : "To put the new record in the place of all others there, set_rrset with replace_conflicts.",
    },
  );
}
