// The order of records in answers: stable, whatever order the API gives them in, so that pages do not shift.
import type { HeldRecord } from "../../api/api.ts";
import { compareTexts } from "../../dns/compare-texts.ts";
import { nameSortKey } from "../../dns/name.ts";

/** By zone, owner name (the apex first, RFC 4034 §6.1), type, priority, value, id. */
export function sortRecords(records: readonly HeldRecord[]): readonly HeldRecord[] {
  const keys = new Map(records.map((record) => [record, sortKey(record)]));
  return records.toSorted((a, b) => compareTexts(keys.get(a) ?? "", keys.get(b) ?? ""));
}

function sortKey({ zone, name, type, priority = 0, value, id }: HeldRecord): string {
  return [nameSortKey(zone.domain), nameSortKey(name), type, String(priority).padStart(5, "0"), value, id].join(
    "\u0000\u0000",
  );
}
