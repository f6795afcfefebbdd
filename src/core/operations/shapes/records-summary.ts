// What a long list of records holds, for an answer that shows only some of them: counts by type and by place.
import * as z from "zod/mini";
import type { HeldRecord } from "../../api/api.ts";
import { labelsOf, relativeName } from "../../dns/name.ts";
import { wordText } from "../../text/plain-text.ts";

/** As many places as one line can tell. */
const PLACES_MAX = 10;

/** A list that two pages hold is read sooner than its summary. */
const SUMMARY_FROM = 100;

const counted = z.array(z.strictObject({ of: z.string(), records: z.number() }));
const summary = z.strictObject({
  types: counted,
  places: counted.check(z.describe("@, or the label below the apex with all under it; over many zones, the zone")),
});
/** Counts by type and by place. */
export type RecordsSummary = z.output<typeof summary>;

/** The output field of what shows a part of many records. */
export const summaryField = {
  summary: z.optional(summary).check(z.describe("Of all, where a part is shown")),
};

/** The field for a result that shows a part of these, empty where they are few. */
export function summaryOf(records: readonly HeldRecord[]): { summary?: RecordsSummary } {
  return records.length > SUMMARY_FROM ? { summary: recordsSummary(records) } : {};
}

/** Types by how often they are there, and where in the zone, or in which zones, the most records are. */
function recordsSummary(records: readonly HeldRecord[]): RecordsSummary {
  const ofManyZones = new Set(records.map(({ zone }) => zone.domain)).size > 1;
  const places = counts(records.map((record) => (ofManyZones ? record.zone.domain : labelBelowApex(record))));
  return {
    types: counts(records.map(({ type }) => type)),
    places: places.filter(({ records: number }) => number > 1).slice(0, PLACES_MAX),
  };
}

function labelBelowApex({ name, zone }: HeldRecord): string {
  return name === zone.domain ? "@" : (labelsOf(relativeName(name, zone.domain)).at(-1) ?? name);
}

function counts(words: readonly string[]): { of: string; records: number }[] {
  const tally = new Map<string, number>();
  for (const word of words) tally.set(word, (tally.get(word) ?? 0) + 1);
  return [...tally].map(([of, records]) => ({ of, records })).sort((a, b) => b.records - a.records);
}

/** The summary as lines, most first. */
export function summaryLines(summary: RecordsSummary | undefined): readonly string[] {
  if (summary === undefined) return [];
  const { types, places } = summary;
  return [
    `By type: ${types.map(({ of, records }) => `${records.toLocaleString("en")} ${wordText(of, 20)}`).join(", ")}.`,
    ...(places.length === 0
      ? []
      : [
          `Most are at: ${places.map(({ of, records }) => `${wordText(of, 255)} (${records.toLocaleString("en")})`).join(", ")}.`,
        ]),
  ];
}
