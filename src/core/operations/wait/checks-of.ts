// From records to what is asked of name servers: one check an RRset.
import { rdataKey } from "../../dns/compare.ts";
import type { DnsRecord } from "../../dns/record.ts";
import { groupRrsets } from "../../dns/rrset-map.ts";
import type { Check } from "../../wire/check.ts";

/** A zone has no more names that anybody waits for one by one; the rest arrives with them. */
const CHECKS_MAX = 200;

/** What name servers should answer, and what they should not. */
export interface Wanted {
  readonly present?: readonly DnsRecord[];
  readonly absent?: readonly DnsRecord[];
  /** Those of `present` whose TTL is waited for as well. */
  readonly retimed?: readonly DnsRecord[];
}

/** One check an RRset; of more than 200 RRsets, 200 spread over all of them. */
export function checksOf({ present = [], absent = [], retimed = [] }: Wanted): readonly Check[] {
  const here = groupRrsets(present);
  const all = groupRrsets([...present, ...absent]).values();
  const checks = all.map(({ name, type }): Check => {
    const values = new Set(here.get({ name, type })?.records.map(rdataKey));
    const gone = absent.filter((record) => record.name === name && record.type === type).map(rdataKey);
    return {
      question: { name, type },
      present: [...values],
      // What one part of a change takes away another may bring back.
      absent: gone.filter((value) => !values.has(value)),
      amount: "any",
      ttl: retimed.find((record) => record.name === name && record.type === type)?.ttl,
    };
  });
  return spread(checks.filter(({ present, absent }) => present.length + absent.length > 0));
}

function spread(checks: readonly Check[]): readonly Check[] {
  if (checks.length <= CHECKS_MAX) return checks;
  return Array.from({ length: CHECKS_MAX }, (_, at) => checks[Math.floor((at * checks.length) / CHECKS_MAX)]).flatMap(
    (check) => check ?? [],
  );
}
