// Records that a delegation hides (RFC 2181 §6.1).
import { recordTargets, type Rrset } from "../compare.ts";
import { recordTypes } from "../record-types.ts";
import { cutAbove, type ZoneIndex } from "../zone-index.ts";
import type { ZoneProblem } from "../zone-problem.ts";

/** The problems of what stands at and below delegations. */
export function delegationRules(index: ZoneIndex): readonly ZoneProblem[] {
  if (index.cuts.size === 0) return [];
  const rrsets = index.rrsets.values();
  const delegating = rrsets.filter(({ type }) => recordTypes[type].delegates).flatMap(({ records }) => records);
  const servers = new Set(delegating.flatMap((record) => recordTargets(record)));
  return rrsets.flatMap((rrset) => hidden(index, rrset, servers));
}

function hidden(index: ZoneIndex, { name, type }: Rrset, servers: ReadonlySet<string>): readonly ZoneProblem[] {
  const cut = cutAbove(index, name);
  const row = recordTypes[type];
  const isGlue = row.isAddress && servers.has(name);
  if (cut === undefined || isGlue || (cut === name && row.delegates)) return [];
  return [
    {
      id: "below-delegation",
      severity: "warning",
      name,
      type,
      message: `The name ${cut} is delegated to other servers, so this zone never answers for the ${type} records here.`,
      fix: `Put the record into the zone ${cut}, or remove the NS records at ${cut}.`,
      source: "RFC 2181 §6.1",
    },
  ];
}
