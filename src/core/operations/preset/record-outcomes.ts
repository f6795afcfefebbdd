// What became of each record that a preset asked for, or took away.
import { recordKey } from "../../dns/compare.ts";
import type { DnsRecord } from "../../dns/record.ts";
import type { SentChange } from "../../change/send-change.ts";
import type { PresetRecords } from "../../presets/preset-records.ts";
import { rrsetOf, type ZoneState } from "../find/read-zone.ts";
import { type RecordOutcome, recordRowOf } from "../shapes/record-row.ts";

/** A row for each record wanted; where none is wanted, for each that has gone. */
export function recordOutcomes(
  state: ZoneState,
  { wanted }: Pick<PresetRecords, "wanted">,
  sent: readonly SentChange[],
): RecordOutcome[] {
  if (wanted.length > 0) return wanted.flatMap((record) => outcomeOf(state, record, sent));
  return sent.flatMap(({ change, record }) =>
    change.action === "delete" ? [{ ...recordRowOf(record), outcome: "removed" as const }] : [],
  );
}

function outcomeOf(state: ZoneState, wanted: DnsRecord, sent: readonly SentChange[]): RecordOutcome[] {
  const key = recordKey(wanted);
  const made = sent.find(({ change }) => change.action !== "delete" && recordKey(change.after) === key);
  if (made !== undefined) {
    return [{ ...recordRowOf(made.record), outcome: made.change.action === "create" ? "created" : "updated" }];
  }
  const held = rrsetOf(state, wanted).find(({ record }) => record !== undefined && recordKey(record) === key);
  return held === undefined ? [] : [{ ...recordRowOf(held), outcome: "adopted" }];
}
