// What records point at, beyond the zone rules: aliases that lead nowhere or round corners, names that were mistyped.
import { recordTargets } from "../compare.ts";
import { isWithin, labelsOf } from "../name.ts";
import { ipv4Octets } from "../rdata/address.ts";
import type { DnsRecord } from "../record.ts";
import { recordTypes } from "../record-types.ts";
import { locate } from "../zone-index.ts";
import { at, eachRecord, type LintRule } from "./rule.ts";

/** RFC 2606 §2 and RFC 6762 §3: top labels that the public DNS never has. */
const RESERVED: ReadonlySet<string> = new Set(["test", "invalid", "localhost", "local"]);

/** A check of every target of every type, each on its own. */
function eachTarget(
  isWrong: (target: string, record: DnsRecord) => boolean,
  say: (target: string) => string,
): LintRule["check"] {
  return ({ records }) =>
    records
      .filter(({ type }) => recordTypes[type].hostTarget !== undefined || recordTypes[type].standsAlone)
      .flatMap((record) =>
        recordTargets(record)
          .filter((target) => isWrong(target, record))
          .map((target) => ({ ...at(record), message: say(target) })),
      );
}

export const targetRules: readonly LintRule[] = [
  {
    id: "cname-target-missing",
    severity: "warning",
    source: "RFC 1034 §3.6.2",
    why: "The CNAME points at a name of this zone that has no records, so it answers nothing.",
    fix: "Add records there, or point the CNAME elsewhere.",
    firing: ["www CNAME gone"],
    silent: ["www CNAME there", "there A 192.0.2.1"],
    check: eachRecord("CNAME", (record, index) =>
      recordTargets(record).some((target) => {
        const located = locate(index, target);
        return located.where === "here" && located.records.length === 0;
      }),
    ),
  },
  {
    id: "cname-chain",
    severity: "advice",
    source: "RFC 1034 §3.6.2",
    why: "The CNAME points at another CNAME of this zone: every step costs a look-up, and some resolvers stop early.",
    fix: "Point it at the name at the chain's end.",
    firing: ["a CNAME b", "b CNAME c.example.net."],
    silent: ["a CNAME c.example.net.", "b CNAME c.example.net."],
    check: eachRecord("CNAME", (record, index) =>
      recordTargets(record).some((target) => {
        const located = locate(index, target);
        return located.where === "here" && index.at(located.owner, "CNAME").length > 0;
      }),
    ),
  },
  {
    id: "cname-target-root",
    severity: "warning",
    source: "RFC 1035 §3.3.1",
    why: "The CNAME points at the root of the DNS, which has no addresses and no mail.",
    fix: "Give the name that is meant, or delete the record.",
    firing: ["www CNAME ."],
    silent: ["www CNAME www.example.net."],
    check: eachRecord("CNAME", ({ value }) => value === "."),
  },
  {
    id: "target-single-label",
    severity: "warning",
    source: "RFC 7085 §1",
    why: "The record points at a name of a single label outside the zone, which no resolver finds.",
    fix: "Leave out the final dot for a name of this zone, or give the whole name.",
    firing: ["www CNAME web."],
    silent: ["www CNAME web", "web A 192.0.2.1"],
    check: eachTarget(
      (target) => labelsOf(target).length === 1 && !RESERVED.has(target),
      (target) => `The record points at ${target}, a single label outside the zone, which no resolver finds.`,
    ),
  },
  {
    id: "target-reserved",
    severity: "warning",
    source: "RFC 6761 §6",
    why: "The record points below .test, .invalid, .localhost or .local, which the public DNS never has.",
    fix: "Point at a public name.",
    firing: ["www CNAME printer.local."],
    silent: ["www CNAME local.example.net.", "@ MX 10 ms12345678.msv1.invalid."],
    check: eachTarget(
      // Microsoft's verification by MX is a name that must not be there.
      (target, { type }) =>
        RESERVED.has(labelsOf(target).at(-1) ?? "") && !(type === "MX" && isWithin(target, "msv1.invalid")),
      (target) => `The record points at ${target}, below a top label that the public DNS never has.`,
    ),
  },
  {
    id: "target-starts-with-address",
    severity: "warning",
    source: "RFC 1035 §3.3",
    why: "The record points at a name that starts with an IPv4 address: an address was given where a name belongs.",
    fix: "Give the address its own A record and point at that record's name.",
    firing: ["@ MX 10 192.0.2.1.example.com.", "192.0.2.1 A 192.0.2.1"],
    silent: ["www CNAME host.192.0.2.1.example.net."],
    also: ["dmarc-missing", "mx-single", "spf-missing"],
    check: eachTarget(
      (target) => labelsOf(target).length > 4 && ipv4Octets(labelsOf(target).slice(0, 4).join(".")) !== undefined,
      (target) => `The record points at ${target}, which starts with an IPv4 address: a name belongs here.`,
    ),
  },
];
