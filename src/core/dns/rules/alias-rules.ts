// CNAMEs: nothing stands beside them, and none leads back to itself.
import { recordTargets } from "../compare.ts";
import type { DnsRecord } from "../record.ts";
import { recordTypes } from "../record-types.ts";
import { aliasAmong, locate, type ZoneIndex } from "../zone-index.ts";
import type { ZoneProblem } from "../zone-problem.ts";

/** The problems of a zone's CNAMEs. */
export function aliasRules(index: ZoneIndex): readonly ZoneProblem[] {
  const aliases = index.rrsets
    .values()
    .filter(({ type }) => recordTypes[type].standsAlone)
    .flatMap(({ records: [first] }) => first ?? []);
  return [...aliases.flatMap((alias) => besideData(index, alias)), ...loops(index, aliases)];
}

function besideData({ rrsets }: ZoneIndex, { name, type }: DnsRecord): readonly ZoneProblem[] {
  if (rrsets.atName(name).every((beside) => recordTypes[beside.type].standsAlone)) return [];
  return [
    {
      id: "cname-and-other-data",
      severity: "error",
      name,
      type,
      message: "A CNAME stands beside other records of its name.",
      fix: "Delete the CNAME or everything else at that name.",
      source: "RFC 1034 §3.6.2",
    },
  ];
}

/** Each alias has one next, so a walk that meets its own trail has found a loop; every alias is walked once. */
function loops(index: ZoneIndex, aliases: readonly DnsRecord[]): readonly ZoneProblem[] {
  const walked = new Set<string>();
  return aliases.flatMap((start) => {
    const trail = new Set<string>();
    let alias: DnsRecord | undefined = start;
    while (alias !== undefined && !walked.has(alias.name)) {
      walked.add(alias.name);
      trail.add(alias.name);
      alias = nextAlias(index, alias);
    }
    return alias !== undefined && trail.has(alias.name) ? [loop(alias, trail)] : [];
  });
}

function nextAlias(index: ZoneIndex, alias: DnsRecord): DnsRecord | undefined {
  const [target] = recordTargets(alias);
  if (target === undefined) return undefined;
  const located = locate(index, target);
  return located.where === "here" ? aliasAmong(located.records) : undefined;
}

/** Named after its first member in text order, so that the same loop is the same problem wherever the walk began. */
function loop(entry: DnsRecord, trail: ReadonlySet<string>): ZoneProblem {
  const walk = [...trail];
  const members = walk.slice(walk.indexOf(entry.name)).toSorted();
  return {
    id: "cname-loop",
    severity: "error",
    name: members[0] ?? entry.name,
    type: entry.type,
    message: "CNAMEs lead round in a loop, so none of them ever answers.",
    fix: "Point one of them at a name that has records.",
    source: "RFC 1034 §3.6.2",
  };
}
