// Which of a zone's records somebody means by name, type and value.
import type { HeldRecord } from "../../api/api.ts";
import { sameRdata } from "../../dns/compare.ts";
import { parseOwnerName, relativeName } from "../../dns/name.ts";
import { InputError } from "../../errors.ts";
import { idText, plainText } from "../../text/plain-text.ts";
import { parseContent } from "../parse-content.ts";
import type { ZoneState } from "./read-zone.ts";

const CANDIDATES_MAX = 20;

/** A record as an input names it; left out is not compared. */
export interface RecordQuery {
  readonly name: string;
  readonly type: string;
  readonly value?: string | undefined;
  readonly priority?: number | undefined;
}

/**
 * The records that fit, by meaning: `www` and `www.example.com.`, `2001:DB8::1` and `2001:db8:0::1`.
 * @throws InputError where name or value cannot be what they are given for
 */
export function matchRecords({ zone, held }: ZoneState, query: RecordQuery): readonly HeldRecord[] {
  const name = parseOwnerName(query.name, zone.domain);
  const atName = held.filter((record) => record.name === name && record.type === query.type);
  const { value, priority } = query;
  const fitting = priority === undefined ? atName : atName.filter((record) => record.priority === priority);
  if (value === undefined) return fitting;
  const asStored = fitting.filter((record) => record.value === value);
  // A stored value that the DNS core refuses can still be named by its own text.
  return asStored.length > 0
    ? asStored
    : fitting.filter((record) => sameValue(record, { ...query, value }, zone.domain));
}

/**
 * The one record that fits.
 * @throws InputError record_not_found, or record_ambiguous with every candidate's id; values are others' text and not told
 */
export function theRecord(state: ZoneState, query: RecordQuery): HeldRecord {
  const [record, ...others] = matchRecords(state, query);
  if (record === undefined) throw noneFits(state, query);
  if (others.length > 0) throw severalFit(state, query, [record, ...others]);
  return record;
}

function sameValue({ record }: HeldRecord, query: RecordQuery & { readonly value: string }, zone: string): boolean {
  return record !== undefined && sameRdata(parseContent({ ...query, zone }, record.priority), record);
}

function noneFits({ zone, held, incomplete }: ZoneState, query: RecordQuery): InputError {
  const name = parseOwnerName(query.name, zone.domain);
  const there = held.filter((record) => record.name === name);
  const atName = there.filter(({ type }) => type === query.type).length;
  const types = [...new Set(there.map(({ type }) => plainText(type, 20)))].join(", ");
  const hint =
    atName > 0
      ? `${atName} ${query.type} there ${atName === 1 ? "has another value" : "have other values"}; list_records shows them.`
      : there.length > 0
        ? `That name has ${types}.`
        : "list_records shows what is there.";
  return new InputError(
    "record_not_found",
    `No such ${query.type} record at ${relativeName(name, zone.domain)} in ${zone.domain}.`,
    { field: "name", hint: incomplete ? `${hint} The API held back some of the zone's records.` : hint },
  );
}

/** The refusal that names every candidate by id and not by value. */
export function severalFit(
  { zone }: Pick<ZoneState, "zone">,
  query: RecordQuery,
  candidates: readonly HeldRecord[],
): InputError {
  const listed = candidates
    .slice(0, CANDIDATES_MAX)
    .map(({ id, name, type, ttl }) => `${idText(id)} (${relativeName(name, zone.domain)} ${type}, TTL ${ttl})`);
  const more = candidates.length > CANDIDATES_MAX ? ` and ${candidates.length - CANDIDATES_MAX} more` : "";
  const wanted = query.value === undefined ? "value" : "priority";
  return new InputError(
    "record_ambiguous",
    `${candidates.length} records fit in ${zone.domain}: ${listed.join(", ")}${more}.`,
    { field: wanted, hint: `Give ${wanted} as well, or delete_record by id.` },
  );
}
