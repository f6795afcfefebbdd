// SPF records: how many there are, and what each says (RFC 7208).
import { at, type LintRule } from "./rule.ts";
import type { LintIndex } from "./lint-index.ts";
import { isAll, type SpfRecord } from "./spf-terms.ts";

/** Beyond it the answer does not fit into the 512 octets of plain UDP (§3.4). */
const LONG_OCTETS = 450;

/** A check that looks at SPF records, each on its own. */
export function eachSpf(isWrong: (spf: SpfRecord, index: LintIndex) => boolean): LintRule["check"] {
  return (index) => [...index.spf.values()].flat().flatMap((spf) => (isWrong(spf, index) ? [at(spf.record)] : []));
}

export const spfRules: readonly LintRule[] = [
  {
    id: "spf-several",
    severity: "error",
    source: "RFC 7208 §3.2",
    why: "A name has more than one SPF record, which fails for every receiver (permerror).",
    fix: "Merge them into one record with one v=spf1 and one all.",
    firing: ['@ TXT "v=spf1 mx -all"', '@ TXT "v=spf1 include:_spf.example.net -all"', "@ MX 10 mx.example.net."],
    silent: ['@ TXT "v=spf1 include:_spf.example.net -all"'],
    check: ({ spf }) => [...spf.values()].flatMap(([first, second]) => (first && second ? [at(first.record)] : [])),
  },
  {
    id: "spf-all-pass",
    severity: "warning",
    source: "RFC 7208 §5.1",
    why: "An SPF record with +all lets the whole world send mail in this name.",
    fix: "End the record in -all or ~all.",
    firing: ['@ TXT "v=spf1 +all"'],
    silent: ['@ TXT "v=spf1 -all"'],
    check: eachSpf(({ terms }) => terms.some((term) => isAll(term) && term.qualifier === "+")),
  },
  {
    id: "spf-no-all",
    severity: "warning",
    source: "RFC 7208 §4.7",
    why: "An SPF record without all or redirect says nothing of other senders, so it protects nobody.",
    fix: "End the record in -all or ~all.",
    firing: ['@ TXT "v=spf1 ip4:192.0.2.0/24"'],
    silent: ['@ TXT "v=spf1 ip4:192.0.2.0/24 ~all"', 'sub TXT "v=spf1 redirect=_spf.example.net"'],
    check: eachSpf(({ terms }) => !terms.some((term) => isAll(term) || term.name === "redirect")),
  },
  {
    id: "spf-long",
    severity: "advice",
    source: "RFC 7208 §3.4",
    why: "The SPF record is longer than 450 octets, so its answer may not fit into one plain UDP packet.",
    fix: "Drop senders that are no longer used, or move some behind an include.",
    firing: [`@ TXT "v=spf1 ${"ip4:192.0.2.1 ".repeat(15)}" "${"ip4:198.51.100.1 ".repeat(14)}-all"`],
    silent: ['@ TXT "v=spf1 ip4:192.0.2.1 -all"'],
    check: eachSpf(({ record }) => record.value.length > LONG_OCTETS),
  },
];
