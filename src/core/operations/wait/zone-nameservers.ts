// The names that a zone's own servers go by: its apex NS set, as the account holds it.
import type { Context } from "../../context.ts";
import { VpsError } from "../../errors.ts";
import { isApexNs } from "../../dns/apex-ns.ts";
import { recordTargets } from "../../dns/compare.ts";

/** None where the account does not hold the zone, or does not say: that is no reason to fail a look at name servers. */
export async function zoneNameservers(
  { api, signal }: Pick<Context, "api" | "signal">,
  zone: string,
): Promise<readonly string[]> {
  try {
    const { items } = await api.zones.list({ domain: zone });
    const found = items.find(({ domain }) => domain === zone);
    if (found === undefined) return [];
    const { items: records } = await api.records.listInZone(found);
    return records.flatMap(({ record }) =>
      record !== undefined && isApexNs(record, zone) ? recordTargets(record) : [],
    );
  } catch (error) {
    if (signal.aborted || !(error instanceof VpsError)) throw error;
    return [];
  }
}
