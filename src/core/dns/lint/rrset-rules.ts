// RRsets as a whole: how many records a name server takes, and how many servers a delegation needs.
import { RRSET_MAX_RECORDS } from "../rules/size-rules.ts";
import { at, eachRrset, type LintRule } from "./rule.ts";

const RECORDS_NEAR = 80;

const many = (count: number) => Array.from({ length: count }, (_, host) => `www A 192.0.2.${host}`);

export const rrsetRules: readonly LintRule[] = [
  {
    id: "rrset-near-limit",
    severity: "advice",
    source: "BIND 9 manual, max-records-per-type",
    why: "There are more than 80 records of one type at this name, and BIND stops at 100.",
    fix: "Delete those that are no longer used, or spread them over several names.",
    firing: many(81),
    silent: many(80),
    check: ({ rrsets }) =>
      rrsets
        .values()
        .filter(({ records }) => records.length > RECORDS_NEAR && records.length <= RRSET_MAX_RECORDS)
        .map(at),
  },
  {
    id: "ns-single",
    severity: "warning",
    source: "RFC 1034 §4.1",
    why: "There is one name server only, so everything below the name goes when that server does.",
    fix: "Add a second NS record, of a server in another network.",
    firing: ["sub NS ns1.example.net."],
    silent: ["sub NS ns1.example.net.", "sub NS ns2.example.net."],
    check: eachRrset("NS", ({ records }) => new Set(records.map(({ value }) => value)).size === 1),
  },
];
