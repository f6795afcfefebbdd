// `records[]` as inputs take it, and what stands behind it: the same records given one by one or as a zone file.
import * as z from "zod";
import { parseRecord } from "../../dns/parse-record.ts";
import { InputError } from "../../errors.ts";
import type { WantedRecord } from "../../plan/wanted.ts";
import { below } from "../at-field.ts";
import * as fields from "../fields.ts";
import type { RecordQuery } from "../find/match-records.ts";

const RECORDS_MAX = 1000;

/** One record of `records[]`; `value` may be left out where records are taken away. */
export const recordItem = z.strictObject({
  type: fields.type,
  name: fields.ownerName,
  value: fields.value.optional(),
  ttl: fields.ttl.optional(),
  priority: fields.priority.optional(),
});
export type RecordItem = z.output<typeof recordItem>;

export const recordItems = z.array(recordItem).max(RECORDS_MAX);

export interface RecordsGiven {
  readonly records?: readonly RecordItem[] | undefined;
  readonly zonefile?: string | undefined;
}

/**
 * The records wanted in a zone, from either input.
 * @throws InputError naming the record or the line at fault
 */
export function wantedRecords(zone: string, given: RecordsGiven): readonly WantedRecord[] {
  refuseBothOrNeither(given);
  return (given.records ?? []).map((item, at) => below(`records[${at}]`, () => wantedRecord(zone, item)));
}

/**
 * The records to take away, from either input; a zone file's are named by value.
 * @throws InputError naming the line at fault
 */
export function absentQueries(zone: string, given: RecordsGiven): readonly RecordQuery[] {
  refuseBothOrNeither(given);
  return given.records ?? [];
}

/** @throws InputError unless exactly one of the two was given, and not empty */
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
