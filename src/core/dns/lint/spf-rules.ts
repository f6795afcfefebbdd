// SPF records: how many there are, and what each says of itself (RFC 7208); what it looks up is in spf-lookup-rules.ts.
import { isAll, isSpf, type SpfRecord, type SpfTerm } from "../texts/spf-terms.ts";
import { at, type LintRule, type Told } from "./rule.ts";

/** Beyond it the answer may not fit into the 512 octets of plain UDP (§3.4). */
const LONG_OCTETS = 450;

export const spfRules: readonly LintRule[] = [
  {
    id: "spf-several",
    severity: "error",
    source: "RFC 7208 §3.2",
    why: "A name has more than one SPF record, which fails for every receiver (permerror).",
    fix: "Merge them into one record with one v=spf1 and one all.",
    firing: ['@ TXT "v=spf1 ip4:192.0.2.1 -all"', '@ TXT "v=spf1 include:_spf.example.net -all"'],
    silent: ['@ TXT "v=spf1 ip4:192.0.2.1 include:_spf.example.net -all"', '@ TXT "other text"'],
    check: ({ spf }) => [...spf.values()].flatMap(([first, second]) => (first && second ? [at(first.record)] : [])),
  },
  {
    id: "spf-version",
    severity: "error",
    source: "RFC 7208 §4.5",
    why: "The text is meant as SPF but does not start with exactly v=spf1 and a space, so receivers see no SPF here.",
    fix: "Start the text with v=spf1 and a space, nothing before it and nothing in between.",
    firing: ['@ TXT "v=spf1; ip4:192.0.2.1; -all"'],
    silent: ['@ TXT "v=spf1 ip4:192.0.2.1 -all"', 'x TXT "spf1 is explained elsewhere"'],
    check: ({ texts }) => texts.filter((record) => !isSpf(record) && isMeantAsSpf(record.value)).map(at),
  },
  {
    id: "spf-version-case",
    severity: "advice",
    source: "RFC 7208 §4.5",
    why: "The version is not written in lower case; the standard allows it and some receivers do not.",
    fix: "Write v=spf1.",
    firing: ['@ TXT "V=SPF1 ip4:192.0.2.1 -all"'],
    silent: ['@ TXT "v=spf1 ip4:192.0.2.1 -all"'],
    check: eachSpf(({ record }) => !record.value.startsWith("v=spf1")),
  },
  {
    id: "spf-syntax",
    severity: "error",
    source: "RFC 7208 §12",
    why: "A term of the SPF record is none that SPF knows, so the record fails for every receiver (permerror).",
    fix: "Write all, include:NAME, a, mx, exists:NAME, ip4:ADDRESS, ip6:ADDRESS or redirect=NAME, with no space around : and =.",
    firing: ['@ TXT "v=spf1 ipv4:192.0.2.1 -all"'],
    silent: ['@ TXT "v=spf1 a:mail.example.net/28//64 exists:%{i}._spf.example.net x-note=1 -all"'],
    check: eachTerm(({ fault }) => fault === "syntax", "is none that SPF knows, so the record fails (permerror)."),
  },
  {
    id: "spf-address",
    severity: "error",
    source: "RFC 7208 §5.6",
    why: "An ip4 or ip6 term of the SPF record holds no address of its kind, so the record fails for every receiver (permerror).",
    fix: "Write ip4:192.0.2.1, ip4:192.0.2.0/24 or ip6:2001:db8::/32; IPv6 addresses take ip6.",
    firing: ['@ TXT "v=spf1 ip4:2001:db8::1 -all"'],
    silent: ['@ TXT "v=spf1 ip4:192.0.2.1 ip6:2001:db8::1/128 -all"'],
    check: eachTerm(
      ({ fault }) => fault === "address",
      "holds no address of its kind, so the record fails (permerror).",
    ),
  },
  {
    id: "spf-repeated-modifier",
    severity: "error",
    source: "RFC 7208 §6",
    why: "A redirect or exp stands twice in the SPF record, so it fails for every receiver (permerror).",
    fix: "Keep one of the two.",
    firing: ['@ TXT "v=spf1 redirect=_a.example.net redirect=_b.example.net"'],
    silent: ['@ TXT "v=spf1 exp=_e.example.net redirect=_b.example.net"'],
    check: eachSpf(({ terms }) =>
      ["redirect", "exp"].some((name) => terms.filter((term) => term.name === name).length > 1),
    ),
  },
  {
    id: "spf-repeated-term",
    severity: "advice",
    source: "RFC 7208 §4.6.4",
    why: "A term repeats an earlier one of the SPF record; it changes nothing and may cost look-ups.",
    fix: "Remove the repetition.",
    firing: ['@ TXT "v=spf1 include:_spf.example.net include:_spf.example.net -all"'],
    silent: ['@ TXT "v=spf1 include:_spf.example.net include:_spf.example.org -all"'],
    check: eachSpf(({ terms }) => {
      const mechanisms = terms.filter(({ qualifier }) => qualifier !== undefined).map(({ text }) => text);
      return new Set(mechanisms).size < mechanisms.length;
    }),
  },
  {
    id: "spf-no-all",
    severity: "warning",
    source: "RFC 7208 §4.7",
    why: "An SPF record without all or redirect says nothing of other senders, so it protects nobody.",
    fix: "End the record in -all or ~all.",
    firing: ['@ TXT "v=spf1 ip4:192.0.2.0/24"'],
    silent: ['@ TXT "v=spf1 ip4:192.0.2.0/24 ~all"', 'sub TXT "v=spf1 redirect=_spf.example.net"'],
    // Names such as _spf are there to be included, where a missing all is the includer's business.
    check: eachSpf(
      ({ record, terms }) =>
        !record.name.startsWith("_") && !terms.some((term) => isAll(term) || term.name === "redirect"),
    ),
  },
  {
    id: "spf-all-pass",
    severity: "warning",
    source: "RFC 7208 §5.1",
    why: "An SPF record with +all, or all without a sign, lets the whole world send mail in this name.",
    fix: "End the record in -all or ~all.",
    firing: ['@ TXT "v=spf1 +all"'],
    silent: ['@ TXT "v=spf1 -all"'],
    check: eachSpf(({ terms }) => terms.some((term) => isAll(term) && term.qualifier === "+")),
  },
  {
    id: "spf-all-neutral",
    severity: "advice",
    source: "RFC 7208 §8.2",
    why: "An SPF record that ends in ?all says nothing of other senders, as if there were none.",
    fix: "End the record in ~all, or in -all once every sender is listed.",
    firing: ['@ TXT "v=spf1 ip4:192.0.2.1 ?all"'],
    silent: ['@ TXT "v=spf1 ip4:192.0.2.1 ~all"'],
    check: eachSpf(({ terms }) => terms.some((term) => isAll(term) && term.qualifier === "?")),
  },
  {
    id: "spf-terms-after-all",
    severity: "warning",
    source: "RFC 7208 §5.1",
    why: "Terms behind all are never looked at, so the senders they name are refused.",
    fix: "Move all to the end of the record.",
    firing: ['@ TXT "v=spf1 -all ip4:192.0.2.1"'],
    silent: ['@ TXT "v=spf1 ip4:192.0.2.1 -all exp=_why.example.net"'],
    check: eachSpf(({ terms }) => {
      const all = terms.findIndex(isAll);
      return all !== -1 && terms.slice(all + 1).some(({ qualifier }) => qualifier !== undefined);
    }),
  },
  {
    id: "spf-redirect-with-all",
    severity: "advice",
    source: "RFC 7208 §6.1",
    why: "The redirect of an SPF record that has all is ignored.",
    fix: "Remove redirect, or remove all to let it work.",
    firing: ['@ TXT "v=spf1 redirect=_spf.example.net -all"'],
    silent: ['@ TXT "v=spf1 redirect=_spf.example.net"'],
    check: eachSpf(({ terms }) => terms.some(isAll) && terms.some(({ name }) => name === "redirect")),
  },
  {
    id: "spf-ptr",
    severity: "warning",
    source: "RFC 7208 §5.5",
    why: "The ptr mechanism is slow and unreliable, and the standard says not to use it; some receivers skip it.",
    fix: "Name the senders with ip4, ip6, a or include instead.",
    firing: ['@ TXT "v=spf1 ptr -all"'],
    silent: ['@ TXT "v=spf1 a:mail.example.net -all"'],
    check: eachSpf(({ terms }) => terms.some(({ name, qualifier }) => name === "ptr" && qualifier !== undefined)),
  },
  {
    id: "spf-long",
    severity: "advice",
    source: "RFC 7208 §3.4",
    why: "The SPF record is longer than 450 octets, so its answer may not fit into one plain UDP packet.",
    fix: "Drop senders that are no longer used, or move some behind an include.",
    firing: [`@ TXT "v=spf1 ${numbered(11, 25)}" "${numbered(31, 45)}-all"`],
    silent: [`@ TXT "v=spf1 ${numbered(11, 20)}-all"`],
    check: eachSpf(({ record }) => record.value.length > LONG_OCTETS),
  },
];

function eachSpf(isWrong: (spf: SpfRecord) => boolean): LintRule["check"] {
  return ({ spf }) => [...spf.values()].flat().flatMap((one) => (isWrong(one) ? [at(one.record)] : []));
}

/** Names a term by its place: its text is zone data. */
function eachTerm(isWrong: (term: SpfTerm) => boolean, say: string): LintRule["check"] {
  const told = ({ record }: SpfRecord, { position }: SpfTerm): Told => ({
    ...at(record),
    message: `Term ${position} behind v=spf1 ${say}`,
  });
  return ({ spf }) =>
    [...spf.values()].flat().flatMap((one) => one.terms.filter(isWrong).map((term) => told(one, term)));
}

const MEANT = [
  // `v=spf1;`, ` v=spf1 `, `v = spf1`, `v=spf 1`, `v=spf2.0`, and the mechanisms of SPF behind a bare `spf1`.
  /^\s*["']?v\s*=\s*spf/i,
  /^\s*["']?v?:?\s*spf1[;,]?\s+.*(?:[-~?+]all|ip4:|ip6:|include:)/i,
];

function isMeantAsSpf(value: string): boolean {
  const start = value.slice(0, 200);
  return MEANT.some((pattern) => pattern.test(start));
}

function numbered(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, place) => `ip4:192.0.2.${first + place} `).join("");
}
