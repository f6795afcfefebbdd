// What lint says of a zone after a change that it does not say now: errors are refused, warnings told.
import { rrsetKey } from "../../dns/compare.ts";
import { lintZone } from "../../dns/lint/lint-zone.ts";
import type { DnsRecord } from "../../dns/record.ts";
import { newProblems } from "../../dns/zone-rules.ts";
import { InputError } from "../../errors.ts";

/**
 * The new warnings, as sentences; names and numbers only, as findings are.
 * @throws InputError for the first new error, such as an eleventh SPF look-up
 */
export function lintNews(
  zone: string,
  records: readonly DnsRecord[],
  finals: ReadonlyMap<string, readonly DnsRecord[]>,
): readonly string[] {
  const after = [...records.filter((record) => !finals.has(rrsetKey(record))), ...[...finals.values()].flat()];
  const news = newProblems(lintZone({ zone, records }), lintZone({ zone, records: after }));
  const error = news.find(({ severity }) => severity === "error");
  if (error !== undefined) {
    throw new InputError("conflict", `The records would not do what they are for. ${error.message} (${error.source})`, {
      field: "values",
      hint: error.fix,
    });
  }
  return news.filter(({ severity }) => severity === "warning").map(({ message, fix }) => `${message} ${fix}`);
}
