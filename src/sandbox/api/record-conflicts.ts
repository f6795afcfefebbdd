// What a zone cannot hold beside what it holds already, looked up at the names at hand only: what BIND would refuse to
// load (RFC 1034 §3.6.2, RFC 2181 §10.3 for the zone's own name servers), and the duplicates that the page calls invalid.
import { isWithin } from "../../core/dns/name.ts";
import type { DnsRecord } from "../../core/dns/record.ts";
import type { RecordType } from "../../core/dns/record-types.ts";
import type { HeldRecord, HeldZone } from "../state/entities.ts";
import type { ZoneRecords } from "../state/zone-records.ts";
import { invalid, type Refusal } from "./refusal.ts";

/** A change that is about to be made: one record comes, one goes, or one takes the place of another. */
export interface ZoneChange {
  readonly zone: HeldZone;
  readonly records: ZoneRecords;
  readonly added: DnsRecord | undefined;
  readonly removed: HeldRecord | undefined;
}

/** @throws Refusal 400 when the zone cannot be so. */
export function refuseConflict(change: ZoneChange): void {
  const { added } = change;
  const refusal =
    added === undefined
      ? undefined
      : (duplicate(change, added) ?? cnameConflict(change, added) ?? serverConflict(change, added));
  const problem = refusal ?? lostServer(change);
  if (problem !== undefined) throw problem;
}

function duplicate({ records, removed }: ZoneChange, added: DnsRecord): Refusal | undefined {
  const same = records.find(added);
  if (same === undefined || same.id === removed?.id) return undefined;
  return invalid(undefined, "A record with this name, type and value already exists.");
}

function cnameConflict(change: ZoneChange, added: DnsRecord): Refusal | undefined {
  if (added.type === "CNAME" && added.name === change.zone.domain) {
    return invalid("record_type", "A CNAME cannot stand at the root of a zone.");
  }
  const beside = typesLeft(change, added.name);
  if (added.type === "CNAME" && beside.length > 0) {
    return invalid("name", "A CNAME cannot stand beside other records of the same name.");
  }
  return beside.includes("CNAME") ? invalid("name", "This name is a CNAME and can hold no other record.") : undefined;
}

/** BIND loads no zone whose own name servers are aliases or have no address in it. */
function serverConflict(change: ZoneChange, added: DnsRecord): Refusal | undefined {
  if (added.type !== "NS") return undefined;
  const { domain } = change.zone;
  if (added.name !== domain || !isWithin(added.value, domain) || hasAddress(change, added.value)) return undefined;
  return invalid("value", "A name server of the zone, inside the zone, needs an A or AAAA record first.");
}

/** The other way round: the last address of such a name server is not taken away. */
function lostServer(change: ZoneChange): Refusal | undefined {
  const { zone, records, removed } = change;
  if (removed === undefined || !isAddress(removed.record.type)) return undefined;
  const { name } = removed.record;
  const serves = records.find({ name: zone.domain, type: "NS", ttl: 0, value: name }) !== undefined;
  if (!serves || hasAddress(change, name)) return undefined;
  return invalid(undefined, "This is the last address of a name server of the zone: change its NS record first.");
}

/** Addresses by a wildcard are left out of account, where BIND would count them. */
function hasAddress(change: ZoneChange, name: string): boolean {
  const { added } = change;
  return (added?.name === name && isAddress(added.type)) || typesLeft(change, name).some(isAddress);
}

function isAddress(type: RecordType): boolean {
  return type === "A" || type === "AAAA";
}

/** The types that a name keeps when the removed record is gone. */
function typesLeft({ records, removed }: ZoneChange, name: string): readonly RecordType[] {
  return records.typesAt(name).filter((type) => records.rrset(name, type).some(({ id }) => id !== removed?.id));
}
