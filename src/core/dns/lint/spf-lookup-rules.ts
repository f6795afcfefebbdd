// SPF records whose evaluation asks too much, or asks for what is not there (RFC 7208 §4.6.4).
import type { SpfRecord, SpfTerm } from "../texts/spf-terms.ts";
import type { LintIndex } from "./lint-index.ts";
import { at, type LintRule } from "./rule.ts";
import { COUNTED_MAX, countLookups, isPolicy, meetsMoreServers, type SpfLookups, voidTerms } from "./spf-lookups.ts";

/** §4.6.4: beyond them the record fails; void look-ups are those that find nothing. */
const [LOOKUPS_MAX, VOID_MAX, MAIL_SERVERS_MAX] = [10, 2, 10];

/** One a name: where there are several the record fails before anything is looked up. */
const records = ({ spf }: LintIndex): readonly SpfRecord[] => [...spf.values()].flatMap((all) => all.slice(0, 1));

export const spfLookupRules: readonly LintRule[] = [
  {
    id: "spf-lookups",
    severity: "error",
    source: "RFC 7208 §4.6.4",
    why: "Evaluating the SPF record takes more than ten look-ups, so it fails for every receiver (permerror).",
    fix: "Drop senders that are no longer used, or write their addresses as ip4 and ip6, which cost nothing.",
    firing: [`@ TXT "v=spf1 include:_spf.example.com ${asked(1, 5)}-all"`, `_spf TXT "v=spf1 ${asked(6, 10)}-all"`],
    silent: [`@ TXT "v=spf1 include:_spf.example.com ${asked(1, 4)}-all"`, `_spf TXT "v=spf1 ${asked(6, 10)}-all"`],
    check: (index) =>
      records(index).flatMap((spf) => {
        const lookups = countLookups(index, spf);
        return lookups.count > LOOKUPS_MAX ? [{ ...at(spf.record), message: tooMany(lookups) }] : [];
      }),
  },
  {
    id: "spf-loop",
    severity: "error",
    source: "RFC 7208 §4.6.4",
    why: "The SPF record includes itself, straight or through others, so it fails for every receiver (permerror).",
    fix: "Remove the include or redirect that leads back.",
    firing: ['_a TXT "v=spf1 include:_b.example.com -all"', '_b TXT "v=spf1 redirect=_a.example.com"'],
    silent: ['_a TXT "v=spf1 include:_b.example.com -all"', '_b TXT "v=spf1 ip4:192.0.2.1 -all"'],
    also: ["underscore-unknown"],
    check: (index) => records(index).flatMap((spf) => (countLookups(index, spf).loops ? [at(spf.record)] : [])),
  },
  {
    id: "spf-include-missing",
    severity: "error",
    source: "RFC 7208 §5.2",
    why: "The SPF record includes or redirects to a name of this zone that has no SPF record, so it fails (permerror).",
    fix: "Add an SPF record there, or remove the term.",
    firing: ['@ TXT "v=spf1 include:_spf.example.com -all"'],
    silent: ['@ TXT "v=spf1 include:_spf.example.com -all"', '_spf TXT "v=spf1 ip4:192.0.2.1 -all"'],
    check: (index) =>
      records(index).flatMap((spf) =>
        voidTerms(index, spf)
          .filter(isPolicy)
          .map(({ position, name }) => ({
            ...at(spf.record),
            message: `Term ${position} behind v=spf1 (${name}) names a name of this zone that has no SPF record, so the record fails (permerror).`,
          })),
      ),
  },
  {
    id: "spf-void-lookup",
    severity: "warning",
    source: "RFC 7208 §4.6.4",
    why: "A term of the SPF record looks for what this zone does not have; more than two of these make it fail (permerror).",
    fix: "Add what the term looks for, or remove the term.",
    firing: ['@ TXT "v=spf1 a mx -all"'],
    silent: ['@ TXT "v=spf1 a mx -all"', "@ A 192.0.2.1", "@ MX 10 mx1.example.net.", "@ MX 20 mx2.example.net."],
    check: (index) =>
      records(index).flatMap((spf) => {
        const found = voidTerms(index, spf).filter((term) => !isPolicy(term));
        return found.length === 0 ? [] : [{ ...at(spf.record), message: findNothing(found) }];
      }),
  },
  {
    id: "spf-mx-too-many",
    severity: "error",
    source: "RFC 7208 §4.6.4",
    why: "An mx term of the SPF record meets more than ten mail servers, so it fails for every receiver (permerror).",
    fix: "Replace mx by the addresses of the mail servers, as ip4 and ip6.",
    firing: ['@ TXT "v=spf1 mx -all"', ...mailServers(11)],
    silent: ['@ TXT "v=spf1 mx -all"', ...mailServers(10)],
    also: ["dmarc-missing"],
    check: (index) =>
      records(index).flatMap((spf) => (meetsMoreServers(index, spf, MAIL_SERVERS_MAX) ? [at(spf.record)] : [])),
  },
];

function tooMany({ count, outside }: SpfLookups): string {
  const counted = count >= COUNTED_MAX ? `${COUNTED_MAX} or more` : String(count);
  const unseen =
    outside === 0 ? "" : `; ${outside} of them lead out of this zone and may cost more than the one counted`;
  return `Evaluating the SPF record takes ${counted} look-ups, and ten are allowed, so it fails (permerror)${unseen}.`;
}

function findNothing(terms: readonly SpfTerm[]): string {
  const which = terms.map(({ position, name }) => `${position} (${name})`).join(", ");
  const looks = terms.length === 1 ? `Term ${which} behind v=spf1 looks` : `Terms ${which} behind v=spf1 look`;
  const fails = terms.length > VOID_MAX ? "so the record fails (permerror)" : `and more than two make the record fail`;
  return `${looks} for what this zone does not have, ${fails}.`;
}

function asked(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, at) => `include:_${first + at}.example.net `).join("");
}

function mailServers(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `@ MX 10 mx${at}.example.net.`);
}
