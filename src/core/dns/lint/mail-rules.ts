// Mail set-up as a whole: what a name that takes mail, or takes none, should have beside its MX.
import { type Rrset, standsAlone } from "../compare.ts";
import { isWithin } from "../name.ts";
import { policyOf } from "./dmarc-records.ts";
import type { LintIndex } from "./lint-index.ts";
import { eachRrset, type LintRule, type Told } from "./rule.ts";

const isNull = ({ records }: Rrset) => records.some(standsAlone);

export const mailRules: readonly LintRule[] = [
  {
    id: "mx-single",
    severity: "advice",
    source: "RFC 5321 §5.1",
    why: "There is one MX record only, so mail waits at its senders while that server is away.",
    fix: "Add a second mail server with a higher priority number, unless the provider gives one name for many servers.",
    firing: ["@ MX 10 mx.example.net.", '@ TXT "v=spf1 mx -all"', '_dmarc TXT "v=DMARC1; p=reject"'],
    silent: ["@ MX 10 mx1.example.net.", "@ MX 20 mx2.example.net.", "b MX 1 smtp.google.com."],
    check: eachRrset("MX", (rrset) => !isNull(rrset) && rrset.records.length === 1 && !hasManyBehind(rrset)),
  },
  {
    id: "spf-missing",
    severity: "advice",
    source: "RFC 7208 §3",
    why: "A name that takes mail has no SPF record, so anybody can send in its name; sub-domains need their own.",
    fix: "Add a TXT record with v=spf1, the senders and -all or ~all.",
    firing: ["@ MX 10 mx1.example.net.", "@ MX 20 mx2.example.net.", '_dmarc TXT "v=DMARC1; p=reject"'],
    silent: ["@ MX 10 mx1.example.net.", "@ MX 20 mx2.example.net.", '@ TXT "v=spf1 mx -all"'],
    check: missingText((rrset, index) => !isNull(rrset) && !index.spf.has(rrset.name)),
  },
  {
    id: "dmarc-missing",
    severity: "advice",
    source: "RFC 9989 §4.10.1",
    why: "A name that takes mail has no DMARC policy, at its own _dmarc or the zone's, so forged mail is not refused.",
    fix: "Add a TXT record at _dmarc with v=DMARC1; p=none and a rua, and tighten p later.",
    firing: ["@ MX 10 mx1.example.net.", "@ MX 20 mx2.example.net.", '@ TXT "v=spf1 mx -all"'],
    silent: ["@ MX 10 mx1.example.net.", "sub MX 20 mx2.example.net.", '_dmarc TXT "v=DMARC1; p=none"'],
    check: missingText((rrset, index) => !isNull(rrset) && !hasDmarc(index, rrset.name)),
  },
  {
    id: "null-mx-spf",
    severity: "advice",
    source: "RFC 7505 §4.2",
    why: "A name that takes no mail does not say that it sends none, so it can be forged.",
    fix: "Add the TXT record v=spf1 -all at the same name.",
    firing: ["@ MX 0 .", '_dmarc TXT "v=DMARC1; p=reject"'],
    silent: ["@ MX 0 .", '@ TXT "v=spf1 -all"', '_dmarc TXT "v=DMARC1; p=reject"'],
    check: missingText((rrset, index) => isNull(rrset) && !sendsNothing(index, rrset.name)),
  },
  {
    id: "null-mx-dmarc",
    severity: "advice",
    source: "RFC 7505 §4.2",
    why: "A name that takes no mail has no DMARC policy of reject, so mail forged in its name is let through.",
    fix: "Add the TXT record v=DMARC1; p=reject at _dmarc.",
    firing: ["@ MX 0 .", '@ TXT "v=spf1 -all"'],
    silent: ["@ MX 0 .", '@ TXT "v=spf1 -all"', '_dmarc TXT "v=DMARC1; p=reject"'],
    check: missingText((rrset, index) => isNull(rrset) && !rejects(index, rrset.name)),
  },
];

/** What is missing is a text, though the mail servers are what asks for it. */
function missingText(isMissing: (rrset: Rrset, index: LintIndex) => boolean): LintRule["check"] {
  return (index) =>
    index
      .ofType("MX")
      .filter((rrset) => isMissing(rrset, index))
      .map(({ name }): Told => ({ name, type: "TXT" }));
}

/** Providers with one MX name for many servers. */
const ONE_NAME = [
  "mail.protection.outlook.com",
  "mx.microsoft",
  "smtp.google.com",
  "amazonaws.com",
  "mx.cloudflare.net",
];

function hasManyBehind({ records }: Rrset): boolean {
  return records.some(({ value }) => ONE_NAME.some((provider) => isWithin(value, provider)));
}

/** A name's own policy, or else the zone's, taken for that of the organisation; an alias leads to one elsewhere. */
function hasDmarc(index: LintIndex, name: string): boolean {
  return dmarcNames(index, name).some((owner) => index.at(owner, "TXT").length > 0 || isAlias(index, owner));
}

function rejects(index: LintIndex, name: string): boolean {
  return dmarcNames(index, name).some(
    (owner) => index.at(owner, "TXT").some((record) => policyOf(record) === "reject") || isAlias(index, owner),
  );
}

function dmarcNames({ zone }: LintIndex, name: string): readonly string[] {
  return [`_dmarc.${name}`, `_dmarc.${zone}`];
}

function isAlias(index: LintIndex, name: string): boolean {
  return index.at(name, "CNAME").length > 0;
}

function sendsNothing(index: LintIndex, name: string): boolean {
  return index.spf.get(name)?.some(({ terms }) => terms.length === 1 && terms[0]?.text === "-all") ?? false;
}
