// The apex NS set is left to plans, which a person confirms.
import { isApexNs } from "../../dns/apex-ns.ts";
import type { DnsRecord } from "../../dns/record.ts";
import { InputError } from "../../errors.ts";

/** @throws InputError where a record or RRset is the zone's own NS */
export function refuseApexNs(of: Pick<DnsRecord, "name" | "type">, zone: string): void {
  if (!isApexNs(of, zone)) return;
  throw new InputError(
    "invalid_input",
    `The NS records at the apex of ${zone} are changed only through a confirmed plan.`,
    {
      field: "name",
      hint: "plan_zone with these NS records, then apply_plan; a delegation goes below the apex, at a name of its own.",
    },
  );
}
