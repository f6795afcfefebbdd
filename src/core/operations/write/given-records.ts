// The records behind an input: given one by one, or as a zone file.
import { withFinalDot } from "../../dns/name.ts";
import { parseRecord } from "../../dns/parse-record.ts";
import { InputError } from "../../errors.ts";
import type { WantedRecord } from "../../plan/wanted.ts";
import { below } from "../at-field.ts";
import type { RecordItem } from "../fields.ts";
import { readZoneFile } from "../find/zone-file.ts";
import type { AbsentQuery } from "./plan-absent.ts";

/** The two inputs, of which one is given. */
export interface RecordsGiven {
  readonly records?: readonly RecordItem[] | undefined;
  readonly zonefile?: string | undefined;
}

/** What was given, read, and what the reader of a zone file has to tell. */
export interface Given<Item> {
  readonly items: readonly Item[];
  readonly warnings: readonly string[];
}

/**
 * The records wanted in a zone, from either input.
 * @throws InputError naming the record or the line at fault
 */
export async function wantedRecords(zone: string, given: RecordsGiven): Promise<Given<WantedRecord>> {
  refuseBothOrNeither(given);
  const { records = [], zonefile } = given;
  if (zonefile === undefined) {
    return { items: records.map((item, at) => below(`records[${at}]`, () => wantedRecord(zone, item))), warnings: [] };
  }
  const file = await readZoneFile(zone, zonefile);
  return {
    items: file.records.map((record) => ({ record, ttlGiven: !file.withoutTtl.has(record) })),
    warnings: file.warnings,
  };
}

/**
 * The records to take away, from either input; a zone file's are named by value.
 * @throws InputError naming the line at fault
 */
export async function absentQueries(zone: string, given: RecordsGiven): Promise<Given<AbsentQuery>> {
  refuseBothOrNeither(given);
  const { records = [], zonefile } = given;
  if (zonefile === undefined) return { items: records, warnings: [] };
  const file = await readZoneFile(zone, zonefile);
  return {
    items: file.records.map(({ name, ...rest }) => ({ ...rest, name: withFinalDot(name) })),
    warnings: file.warnings,
  };
}

function refuseBothOrNeither({ records, zonefile }: RecordsGiven): void {
  if (records !== undefined && zonefile !== undefined) {
    throw new InputError("invalid_input", "Both records and zonefile were given.", {
      field: "zonefile",
      hint: "Give one of the two.",
    });
  }
  if (zonefile !== undefined || (records !== undefined && records.length > 0)) return;
  throw new InputError("invalid_input", "No records were given.", {
    field: "records",
    hint: "Give records, or zonefile as text.",
  });
}

function wantedRecord(zone: string, { value, ...item }: RecordItem): WantedRecord {
  if (value === undefined) {
    throw new InputError("invalid_input", "The value is missing.", {
      field: "value",
      hint: "Only state absent takes records without one.",
    });
  }
  return { record: parseRecord({ ...item, value, zone }), ttlGiven: item.ttl !== undefined };
}
