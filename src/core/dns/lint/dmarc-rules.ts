// DMARC policies at _dmarc: RFC 9989, which took the place of RFC 7489 in 2026; receivers of both are about.
import { isWithin } from "../name.ts";
import { readTags, type TagList, tagValue } from "../texts/tag-list.ts";
import { isDmarc, isDmarcName, isReportName } from "./dmarc-records.ts";
import type { LintIndex } from "./lint-index.ts";
import { at, type LintRule } from "./rule.ts";

const POLICIES: ReadonlySet<string> = new Set(["none", "quarantine", "reject"]);
/** RFC 9989 §4.7. */
const TAGS: ReadonlySet<string> = new Set("v p sp np psd t adkim aspf fo rua ruf".split(" "));
/** Of RFC 7489 §6.3, gone since. */
const REMOVED_TAGS: ReadonlySet<string> = new Set(["pct", "rf", "ri"]);

export const dmarcRules: readonly LintRule[] = [
  {
    id: "dmarc-misplaced",
    severity: "error",
    source: "RFC 9989 §4.5",
    why: "A DMARC policy stands at a name that does not start with _dmarc, where no receiver looks for it.",
    fix: "Move it to _dmarc in front of the domain it is for.",
    firing: ['@ TXT "v=DMARC1; p=none"'],
    silent: ['_dmarc TXT "v=DMARC1; p=none"', 'example.org._report._dmarc TXT "v=DMARC1"'],
    check: ({ texts }) =>
      texts.filter((record) => isDmarc(record) && !isDmarcName(record.name) && !isReportName(record.name)).map(at),
  },
  {
    id: "dmarc-several",
    severity: "error",
    source: "RFC 9989 §4.10",
    why: "There is more than one DMARC record at this name, so receivers use none of them.",
    fix: "Merge them into one record.",
    firing: ['_dmarc TXT "v=DMARC1; p=none"', '_dmarc TXT "v=DMARC1; p=reject"'],
    silent: ['_dmarc TXT "v=DMARC1; p=reject"'],
    check: (index) =>
      index
        .ofType("TXT")
        .filter(({ name, records }) => isDmarcName(name) && records.filter(isDmarc).length > 1)
        .map(at),
  },
  {
    id: "dmarc-version",
    severity: "error",
    source: "RFC 9989 §4.7",
    why: "The text at _dmarc does not start with v=DMARC1, so receivers pass it over.",
    fix: "Start it with v=DMARC1; and put the policy behind it.",
    firing: ['_dmarc TXT "p=reject; v=DMARC1"'],
    silent: ['_dmarc TXT "v=DMARC1; p=reject"'],
    check: ({ texts }) => texts.filter((record) => isDmarcName(record.name) && !isDmarc(record)).map(at),
  },
  {
    id: "dmarc-syntax",
    severity: "error",
    source: "RFC 9989 §4.8",
    why: "A part of the DMARC record is no tag=value, so receivers pass over it, and older ones may drop the whole record.",
    fix: "Write the tags as tag=value with one semicolon between them.",
    firing: ['_dmarc TXT "v=DMARC1; p=none; reports please"'],
    silent: ['_dmarc TXT "v=DMARC1; p=none; rua=mailto:dmarc@example.com;"'],
    check: eachPolicy(({ isBroken }) => isBroken),
  },
  {
    id: "dmarc-no-policy",
    severity: "warning",
    source: "RFC 9989 §4.7",
    why: "The DMARC record has no p tag, so receivers take it for p=none, and older ones for no DMARC at all.",
    fix: "Put p=none, p=quarantine or p=reject directly behind v=DMARC1.",
    firing: ['_dmarc TXT "v=DMARC1; rua=mailto:dmarc@example.com"'],
    silent: ['_dmarc TXT "v=DMARC1; p=none; rua=mailto:dmarc@example.com"'],
    check: eachPolicy((tags) => tagValue(tags, "p") === undefined),
  },
  {
    id: "dmarc-policy-unknown",
    severity: "error",
    source: "RFC 9989 §4.10.1",
    why: "The policy of the DMARC record (p, sp or np) is none of none, quarantine and reject, so receivers take it for none, or for no DMARC at all.",
    fix: "Write none, quarantine or reject.",
    firing: ['_dmarc TXT "v=DMARC1; p=block"'],
    silent: ['_dmarc TXT "v=DMARC1; p=quarantine; sp=reject"'],
    check: eachPolicy((tags) =>
      ["p", "sp", "np"].some((tag) => !POLICIES.has(tagValue(tags, tag)?.toLowerCase() ?? "none")),
    ),
  },
  {
    id: "dmarc-policy-place",
    severity: "advice",
    source: "RFC 7489 §6.3",
    why: "The p tag does not come directly behind v=DMARC1, and some older receivers drop such a record.",
    fix: "Move p directly behind v=DMARC1.",
    firing: ['_dmarc TXT "v=DMARC1; rua=mailto:dmarc@example.com; p=none"'],
    silent: ['_dmarc TXT "v=DMARC1; p=none; rua=mailto:dmarc@example.com"'],
    check: eachPolicy((tags) => tagValue(tags, "p") !== undefined && tags.tags[1]?.tag !== "p"),
  },
  {
    id: "dmarc-repeated-tag",
    severity: "warning",
    source: "RFC 6376 §3.2",
    why: "A tag stands twice in the DMARC record, and receivers differ in which one they take.",
    fix: "Keep one of the two; several addresses go into one rua, with commas.",
    firing: ['_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com; rua=mailto:b@example.com"'],
    silent: ['_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com,mailto:b@example.com"'],
    check: eachPolicy(({ tags }) => new Set(tags.map(({ tag }) => tag)).size < tags.length),
  },
  {
    id: "dmarc-unknown-tag",
    severity: "advice",
    source: "RFC 9989 §4.7",
    why: "A tag of the DMARC record is none that DMARC knows, and receivers pass it over.",
    fix: "Check its spelling: p, sp, np, rua, ruf, adkim, aspf, fo, psd and t are the tags in use.",
    firing: ['_dmarc TXT "v=DMARC1; p=none; policy=reject"'],
    silent: ['_dmarc TXT "v=DMARC1; p=none; adkim=s"'],
    check: eachPolicy(({ tags }) => tags.some(({ tag }) => !TAGS.has(tag) && !REMOVED_TAGS.has(tag))),
  },
  {
    id: "dmarc-removed-tag",
    severity: "advice",
    source: "RFC 9989 §4.7",
    why: "The DMARC record has pct, rf or ri, which are no tags of DMARC any more: receivers pass them over, and only older ones mind them.",
    fix: "Leave them out; t=y asks receivers to apply the policy one step milder.",
    firing: ['_dmarc TXT "v=DMARC1; p=quarantine; pct=50"'],
    silent: ['_dmarc TXT "v=DMARC1; p=quarantine; t=y"'],
    check: eachPolicy(({ tags }) => tags.some(({ tag }) => REMOVED_TAGS.has(tag))),
  },
  {
    id: "dmarc-option",
    severity: "warning",
    source: "RFC 9989 §4.7",
    why: "The adkim, aspf or fo tag of the DMARC record has a value that it cannot have, so receivers take the default.",
    fix: "Write r or s for adkim and aspf, and 0, 1, d or s, with colons between them, for fo.",
    firing: ['_dmarc TXT "v=DMARC1; p=none; adkim=strict"'],
    silent: ['_dmarc TXT "v=DMARC1; p=none; adkim=s; aspf=r; fo=1:d:s"'],
    check: eachPolicy(
      (tags) =>
        ["adkim", "aspf"].some((tag) => !/^[rs]$/.test(tagValue(tags, tag) ?? "r")) ||
        !/^[01ds](?::[01ds])*$/.test(tagValue(tags, "fo") ?? "0"),
    ),
  },
  {
    id: "dmarc-pct",
    severity: "warning",
    source: "RFC 7489 §6.3",
    why: "The pct tag of the DMARC record is not a whole number from 0 to 100, so older receivers take 100 or drop the record.",
    fix: "Write a number from 0 to 100, or leave pct out.",
    firing: ['_dmarc TXT "v=DMARC1; p=quarantine; pct=50%"'],
    silent: ['_dmarc TXT "v=DMARC1; p=quarantine; pct=50"'],
    also: ["dmarc-removed-tag"],
    check: eachPolicy((tags) => !/^(?:100|\d{1,2})$/.test(tagValue(tags, "pct") ?? "100")),
  },
  {
    id: "dmarc-report-address",
    severity: "error",
    source: "RFC 9989 §4.7",
    why: "The rua or ruf tag of the DMARC record is not made of mailto: addresses, so no report arrives.",
    fix: "Write rua=mailto:NAME@DOMAIN; several take a comma and a mailto: each.",
    firing: ['_dmarc TXT "v=DMARC1; p=none; rua=dmarc@example.com"'],
    silent: ['_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com!10m,mailto:b@example.com"'],
    check: eachPolicy((tags) => reportUris(tags).some((uri) => !MAILTO.test(uri))),
  },
  {
    id: "dmarc-external-reports",
    severity: "advice",
    source: "RFC 9990 §4",
    why: "Reports of the DMARC record go to another domain, which has to allow it in its own zone or receives nothing.",
    fix: "See that the other domain has a TXT record v=DMARC1 at this domain's name followed by ._report._dmarc; report services have it.",
    firing: ['_dmarc TXT "v=DMARC1; p=none; rua=mailto:dmarc@example.net"'],
    silent: ['_dmarc TXT "v=DMARC1; p=none; rua=mailto:dmarc@mail.example.com"'],
    check: eachPolicy((tags, { zone }) =>
      reportUris(tags).some((uri) => {
        const domain = MAILTO.exec(uri)?.[1]?.toLowerCase();
        return domain !== undefined && !isWithin(domain, zone) && !isWithin(zone, domain);
      }),
    ),
  },
];

/** A check that looks at the DMARC records at _dmarc names, each on its own. */
function eachPolicy(isWrong: (tags: TagList, index: LintIndex) => boolean): LintRule["check"] {
  return (index) =>
    index.texts
      .filter((record) => isDmarcName(record.name) && isDmarc(record) && isWrong(readTags(record.value), index))
      .map(at);
}

/** The domain is its first group; `!10m` limited the size once (RFC 9989 §4.8). */
const MAILTO = /^mailto:[^\s@,!;]+@([a-z0-9.-]+\.[a-z0-9-]+)(?:![0-9]+[kmgt]?)?$/i;

function reportUris(tags: TagList): readonly string[] {
  return ["rua", "ruf"].flatMap((tag) => tagValue(tags, tag)?.split(",") ?? []).map((uri) => uri.trim());
}
