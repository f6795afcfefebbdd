// Owner names that load and surprise.
import { isWildcard, isWithin, labelsOf } from "../name.ts";
import { looksWhole } from "../whole-name.ts";
import { at, eachRrset, type LintRule } from "./rule.ts";
import { isKnownUnderscore } from "./underscore-names.ts";

export const nameRules: readonly LintRule[] = [
  {
    id: "name-repeats-zone",
    severity: "warning",
    source: "RFC 1035 §5.1",
    why: "The name ends in the zone's name twice: it was given whole where the zone's name is added.",
    fix: "Move the records to the name with the zone's name written once.",
    firing: ["www.example.com.example.com. A 192.0.2.1"],
    silent: ["www A 192.0.2.1"],
    check: ({ zone, rrsets }) =>
      rrsets
        .values()
        .filter(({ name }) => repeatsZone(name, zone))
        .map(at),
  },
  {
    id: "name-of-another-zone",
    severity: "warning",
    source: "RFC 1035 §5.1",
    why: "The name looks like a whole one with the zone's name added to it.",
    fix: "Move the records to the zone of that name, and silence this finding where it is right.",
    firing: ["www.example.net A 192.0.2.1"],
    silent: ["www A 192.0.2.1", "com A 192.0.2.1", 'example.net._report._dmarc TXT "v=DMARC1"'],
    check: ({ zone, rrsets }) =>
      rrsets
        .values()
        .filter(({ name }) => looksWhole(name, zone) && !repeatsZone(name, zone))
        .map(at),
  },
  {
    id: "wildcard-cname",
    severity: "advice",
    source: "RFC 4592 §4.3",
    why: "A wildcard CNAME answers for every name that is not there, with every type, texts and mail included.",
    fix: "Use wildcard A and AAAA records, or one CNAME for each name, unless all of that is meant.",
    firing: ["* CNAME www.example.net."],
    silent: ["* A 192.0.2.1"],
    check: eachRrset("CNAME", ({ name }) => isWildcard(name)),
  },
  {
    id: "underscore-unknown",
    severity: "advice",
    source: "RFC 8552 §4",
    why: "No known use looks for this name with an underscore, so a misspelling would go unseen.",
    fix: "Compare the name with what the service asked for, and silence this finding where it is right.",
    firing: ['_dmrac TXT "x"'],
    silent: [
      '_dmarc TXT "v=DMARC1; p=none"',
      '_spf TXT "v=spf1 -all"',
      "_0123456789abcdef0123456789abcdef.www CNAME _a.acm.example.net.",
    ],
    check: ({ zone, rrsets }) =>
      rrsets
        .values()
        .filter(({ name, type }) => type !== "SRV" && name.includes("_") && hasUnknown(name, zone, type))
        .map(at),
  },
];

function repeatsZone(name: string, zone: string): boolean {
  return name !== zone && isWithin(name.slice(0, -zone.length - 1), zone);
}

/** The underscored label nearest to the zone is the one that says what all of them are for (RFC 8552 §1.3). */
function hasUnknown(name: string, zone: string, type: string): boolean {
  const own = labelsOf(name).slice(0, labelsOf(name).length - labelsOf(zone).length);
  const global = own.findLast((label) => label.startsWith("_"));
  return global !== undefined && !isKnownUnderscore(global, type);
}
