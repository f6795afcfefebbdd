// A preset applied to a zone written as zone-file lines, without a server: what it would leave.
import { printRecords } from "./print-records.ts";
import { rrsetKey } from "../../../src/core/dns/compare.ts";
import type { DnsRecord } from "../../../src/core/dns/record.ts";
import { givenValues, valueList } from "../../../src/core/presets/given-values.ts";
import { presetOf } from "../../../src/core/presets/index.ts";
import { presetRecords } from "../../../src/core/presets/preset-records.ts";
import { readValues } from "../../../src/core/presets/preset-values.ts";
import * as z from "zod/mini";
import { parseZoneFile } from "../../../src/core/dns/zonefile/parse-zone-file.ts";

export const ZONE = "example.com";

export interface Application {
  readonly preset: string;
  /** A mapping, as a workflow writes it. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly state?: "present" | "absent";
}

/** The zone's records afterwards. */
export function applied(before: readonly DnsRecord[], { preset, values, state = "present" }: Application) {
  const row = presetOf(preset);
  const list = z.array(z.string()).parse(valueList(values));
  const read = readValues(row, givenValues(list), state);
  const made = presetRecords({ preset: row, values: read, state, zone: ZONE, records: before });
  const untouched = before.filter((record) => !made.finals.has(rrsetKey(record)));
  return { ...made, after: [...untouched, ...[...made.finals.values()].flat()] };
}

/** The same in lines: `@ 3600 TXT "v=spf1 -all"`, sorted. */
export function appliedLines(before: readonly string[], application: Application): readonly string[] {
  return printRecords(applied(recordsOf(before), application).after);
}

export function recordsOf(lines: readonly string[]): readonly DnsRecord[] {
  const { records, problems } = parseZoneFile(`$TTL 3600\n${lines.join("\n")}\n`, { zone: ZONE });
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return records;
}
