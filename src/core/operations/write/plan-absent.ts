// What it takes that records are gone: those that are there are deleted, those that are not need nothing.
import type { HeldRecord } from "../../api/api.ts";
import type { RecordType } from "../../dns/record-types.ts";
import type { PlannedChange } from "../../plan/plan.ts";
import { below } from "../at-field.ts";
import { matchRecords, type RecordQuery, severalFit } from "../find/match-records.ts";
import type { ZoneState } from "../find/read-zone.ts";
import { understood } from "./understood.ts";

/** A record of a type that this program writes. */
export type AbsentQuery = RecordQuery & { readonly type: RecordType };

/**
 * Plans the records' absence.
 * @throws InputError record_ambiguous where a query without a value fits several; invalid_input for a record whose
 *   value is not understood, which the journal could not put back
 */
export function planAbsent(state: ZoneState, queries: readonly AbsentQuery[]): readonly PlannedChange[] {
  const going = new Map<string, PlannedChange>();
  for (const [at, query] of queries.entries()) {
    const held = below(`records[${at}]`, () => theOneOrNone(state, query));
    if (held !== undefined) going.set(held.id, { action: "delete", id: held.id, before: understood(held) });
  }
  return [...going.values()];
}

function theOneOrNone(state: ZoneState, query: RecordQuery): HeldRecord | undefined {
  const [held, ...others] = matchRecords(state, query);
  if (held !== undefined && others.length > 0) throw severalFit(state, query, [held, ...others]);
  return held;
}
