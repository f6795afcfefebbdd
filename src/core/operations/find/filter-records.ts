// The filters of list_records that the API does not have.
import type { HeldRecord } from "../../api/api.ts";
import { isWithin, parseOwnerName, relativeName, withFinalDot } from "../../dns/name.ts";
import { matchesGlob } from "../../text/glob.ts";

/** What the records that stay have in common; left out is not compared. */
export interface RecordFilter {
  /** An owner name in any spelling; `*` stands for any characters. */
  readonly name?: string | undefined;
  /** A part of the value, case ignored. */
  readonly value?: string | undefined;
}

/** The records that fit. */
export function filterRecords(records: readonly HeldRecord[], { name, value }: RecordFilter): readonly HeldRecord[] {
  const part = value?.toLowerCase();
  const hasName = name === undefined ? () => true : nameFilter(name);
  return records.filter(
    (record) => hasName(record) && (part === undefined || record.value.toLowerCase().includes(part)),
  );
}

/** @throws InputError where a name without `*` cannot be an owner name */
function nameFilter(name: string): (record: HeldRecord) => boolean {
  if (!name.includes("*")) return ({ name: owner, zone }) => owner === ownerIn(name, zone.domain);
  const glob = name.trim().toLowerCase();
  // Against the absolute name only where the pattern itself ends in the zone's: "*m*" is not meant to find ".com".
  return ({ name: owner, zone }) =>
    matchesGlob(glob, relativeName(owner, zone.domain)) ||
    (glob.endsWith(zone.domain) && matchesGlob(glob, owner)) ||
    (glob.endsWith(`${zone.domain}.`) && matchesGlob(glob, withFinalDot(owner)));
}

// An absolute name of another zone is no mistake here: rows of many zones are looked through.
function ownerIn(name: string, zone: string): string | undefined {
  const given = name.trim().toLowerCase();
  if (given.endsWith(".") && !isWithin(given.slice(0, -1), zone)) return undefined;
  return parseOwnerName(name, zone);
}
