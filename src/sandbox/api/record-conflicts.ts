// What a zone cannot hold beside what it holds already, looked up at the names at hand only: what BIND would refuse to
// load (RFC 1034 §3.6.2, RFC 2181 §5 and §10), and the duplicates that the page calls invalid.
import { isWithin } from "../../core/dns/name.ts";
import type { DnsRecord } from "../../core/dns/record.ts";
import type { HeldRecord, HeldZone } from "../state/entities.ts";
import type { ZoneRecords } from "../state/zone-records.ts";
import { invalid, type Refusal } from "./refusal.ts";

/** A record that is about to stand in a zone. */
export interface Candidate {
  readonly zone: HeldZone;
  readonly records: ZoneRecords;
  readonly record: DnsRecord;
  /** The record that it takes the place of. */
  readonly replaced?: HeldRecord | undefined;
}

/** Why the record cannot stand in the zone; `undefined` when it can. */
export function conflict(candidate: Candidate): Refusal | undefined {
  return duplicate(candidate) ?? cnameConflict(candidate) ?? nsConflict(candidate);
}

function duplicate({ records, record, replaced }: Candidate): Refusal | undefined {
  const same = records.find(record);
  if (same === undefined || same.id === replaced?.id) return undefined;
  return invalid(undefined, "A record with this name, type and value already exists.");
}

function cnameConflict(candidate: Candidate): Refusal | undefined {
  const { zone, record } = candidate;
  if (record.type === "CNAME" && record.name === zone.domain) {
    return invalid("record_type", "A CNAME cannot stand at the root of a zone.");
  }
  const types = typesBeside(candidate);
  if (record.type === "CNAME" && types.length > 0) {
    return invalid("name", "A CNAME cannot stand beside other records of the same name.");
  }
  if (types.includes("CNAME")) return invalid("name", "This name is a CNAME and can hold no other record.");
  return undefined;
}

/** The types that the record's name keeps when the replaced record is gone. */
function typesBeside({ records, record, replaced }: Candidate) {
  return records
    .typesAt(record.name)
    .filter((type) => records.rrset(record.name, type).some(({ id }) => id !== replaced?.id));
}

/** BIND does not load a zone whose own name servers have no address in it, or are aliases. */
function nsConflict({ zone, records, record }: Candidate): Refusal | undefined {
  if (record.type !== "NS") return undefined;
  if (record.name.startsWith("*.")) return invalid("name", "An NS record cannot stand at a wildcard.");
  if (!isWithin(record.value, zone.domain)) return undefined;
  const types = records.typesAt(record.value);
  if (types.includes("CNAME")) return invalid("value", "A name server's name cannot be a CNAME.");
  if (types.includes("A") || types.includes("AAAA")) return undefined;
  return invalid("value", "A name server inside the zone needs an A or AAAA record first.");
}
