// What no zone may be written with, one example a rule; the words come from the rules themselves, run on the example.
import type { DnsRecord } from "../../src/core/dns/record.ts";
import { isRecordType } from "../../src/core/dns/record-types.ts";
import type { ZoneProblem } from "../../src/core/dns/zone-problem.ts";
import { checkZone } from "../../src/core/dns/zone-rules.ts";

const ZONE = "example.com";
const TTL = 3600;

/** The ids of the zone rules, each with lines of a zone that break it: owner name, perhaps a TTL, type, value. */
export const zoneRuleExamples: ReadonlyMap<string, readonly string[]> = new Map([
  ["cname-at-apex", ["@ CNAME www.example.net."]],
  ["cname-and-other-data", ["www CNAME www.example.net.", "www A 192.0.2.1"]],
  ["cname-multiple", ["www CNAME a.example.net.", "www CNAME b.example.net."]],
  ["cname-loop", ["a CNAME b.example.com.", "b CNAME a.example.com."]],
  ["duplicate-record", ["www A 192.0.2.1", "www A 192.0.2.1"]],
  ["mixed-ttl", ["www 60 A 192.0.2.1", "www 3600 A 192.0.2.2"]],
  ["null-mx-not-alone", ["@ MX 0 .", "@ MX 10 mail.example.net."]],
  ["null-mx-priority", ["@ MX 10 ."]],
  ["target-is-cname", ["@ MX 10 mail.example.com.", "mail CNAME mail.example.net."]],
  ["target-is-address", ["@ MX 10 192.0.2.25."]],
  ["target-not-host-name", ["@ MX 10 _mail.example.net."]],
  ["target-without-address", ["sub NS ns.example.com."]],
  ["target-repeats-zone", ["@ MX 10 mail.example.com.example.com."]],
  ["owner-not-host-name", ["_web A 192.0.2.1"]],
  ["srv-owner", ["sip SRV 0 5 5060 sip.example.net."]],
  ["caa-flags", ['@ CAA 1 issue "ca.example.net"']],
  ["ns-at-wildcard", ["*.sub NS ns1.example.net."]],
  ["ns-target-root", ["sub NS ."]],
  ["missing-glue", ["sub NS ns1.sub.example.com."]],
  ["below-delegation", ["sub NS ns1.example.net.", "www.sub A 192.0.2.1"]],
  ["rrset-over-limit", Array.from({ length: 101 }, (_, at) => `many A 192.0.2.${at}`)],
  ["rrset-too-big", Array.from({ length: 20 }, (_, at) => `big TXT ${at}${"x".repeat(4000)}`)],
]);

/** What the rule `id` says of its example. */
export function zoneProblemOf(id: string, lines: readonly string[]): ZoneProblem {
  const problem = checkZone({ zone: ZONE, records: lines.map(recordOf) }).find((found) => found.id === id);
  if (problem === undefined) throw new Error(`The example of ${id} does not break it.`);
  return problem;
}

// The reader of zone files refuses much of this by itself; a rule sees what an API may hold all the same.
function recordOf(line: string): DnsRecord {
  const [, owner = "", ttl, type = "", given = ""] = /^(\S+) (?:(\d+) )?([A-Z]+) (.*)$/.exec(line) ?? [];
  if (!isRecordType(type)) throw new Error(line);
  const name = owner === "@" ? ZONE : `${owner}.${ZONE}`;
  const [, priority, rest = given] = type === "MX" || type === "SRV" ? (/^(\d+) (.*)$/.exec(given) ?? []) : [];
  return {
    name,
    type,
    ttl: Number(ttl ?? TTL),
    value: rest,
    ...(priority === undefined ? {} : { priority: Number(priority) }),
  };
}
