// MTA-STS (RFC 8461 §3.1) and TLS reporting (RFC 8460 §3) for mail on its way.
import { labelsOf, parentOf } from "../name.ts";
import type { DnsRecord } from "../record.ts";
import { readTags, tagValue } from "../texts/tag-list.ts";
import type { LintIndex } from "./lint-index.ts";
import { at, type LintRule } from "./rule.ts";

/** Where a kind of record stands, and how it is told. */
interface Kind {
  readonly isPlace: (record: DnsRecord) => boolean;
  readonly isIt: (record: DnsRecord) => boolean;
}

const STS: Kind = {
  isPlace: ({ name }) => labelsOf(name)[0] === "_mta-sts",
  isIt: ({ value }) => /^v\s*=\s*STSv1\s*(?:;|$)/.test(value),
};

const REPORT: Kind = {
  isPlace: ({ name }) => name.startsWith("_smtp._tls."),
  isIt: ({ value }) => /^v\s*=\s*TLSRPTv1\s*(?:;|$)/.test(value),
};

export const transportRules: readonly LintRule[] = [
  {
    id: "mta-sts-misplaced",
    severity: "error",
    source: "RFC 8461 §3.1",
    why: "An MTA-STS record stands at a name that does not start with _mta-sts, where no sender looks for it.",
    fix: "Move it to _mta-sts in front of the mail domain.",
    firing: ['mta-sts TXT "v=STSv1; id=20261121"'],
    silent: ['_mta-sts TXT "v=STSv1; id=20261121"', "mta-sts A 192.0.2.1"],
    check: misplaced(STS),
  },
  {
    id: "mta-sts-several",
    severity: "error",
    source: "RFC 8461 §3.1",
    why: "There is more than one MTA-STS record at this name, so senders take the domain to have none.",
    fix: "Keep one of them, with the id of the newest policy.",
    firing: ['_mta-sts TXT "v=STSv1; id=1"', '_mta-sts TXT "v=STSv1; id=2"', "mta-sts A 192.0.2.1"],
    silent: ['_mta-sts TXT "v=STSv1; id=2"', "mta-sts A 192.0.2.1"],
    check: several(STS),
  },
  {
    id: "mta-sts-version",
    severity: "error",
    source: "RFC 8461 §3.1",
    why: "The text at _mta-sts does not start with v=STSv1, so senders pass it over.",
    fix: "Write v=STSv1; id= and an id of up to 32 letters and digits.",
    firing: ['_mta-sts TXT "v=STS1; id=20261121"', "mta-sts A 192.0.2.1"],
    silent: ['_mta-sts TXT "v=STSv1; id=20261121"', "mta-sts A 192.0.2.1"],
    check: inPlace(STS, (record) => !STS.isIt(record)),
  },
  {
    id: "mta-sts-id",
    severity: "error",
    source: "RFC 8461 §3.1",
    why: "The id of the MTA-STS record is not made of 1 to 32 letters and digits, so senders drop the record.",
    fix: "Write an id such as the time of the last change of the policy, 20261121T093000Z.",
    firing: ['_mta-sts TXT "v=STSv1; id=2026-11-21"', "mta-sts A 192.0.2.1"],
    silent: ['_mta-sts TXT "v=STSv1; id=20261121T093000Z;"', "mta-sts A 192.0.2.1"],
    check: inPlace(
      STS,
      (record) => STS.isIt(record) && !/^[A-Za-z0-9]{1,32}$/.test(tagValue(readTags(record.value), "id") ?? ""),
    ),
  },
  {
    id: "mta-sts-no-host",
    severity: "warning",
    source: "RFC 8461 §3.2",
    why: "There is an MTA-STS record and no mta-sts host beside it, which is where senders fetch the policy.",
    fix: "Add an A, AAAA or CNAME record for mta-sts in front of the same domain, and serve the policy there.",
    firing: ['_mta-sts TXT "v=STSv1; id=20261121"'],
    silent: ['_mta-sts TXT "v=STSv1; id=20261121"', "mta-sts CNAME policy.example.net."],
    check: inPlace(STS, ({ name }, index) => !isHost(index, `mta-sts.${parentOf(name)}`)),
  },
  {
    id: "tls-rpt-misplaced",
    severity: "error",
    source: "RFC 8460 §3",
    why: "A TLS reporting record stands at a name that is not _smtp._tls, where no sender looks for it.",
    fix: "Move it to _smtp._tls in front of the mail domain.",
    firing: ['_tls TXT "v=TLSRPTv1; rua=mailto:tls@example.com"'],
    silent: ['_smtp._tls TXT "v=TLSRPTv1; rua=mailto:tls@example.com"'],
    check: misplaced(REPORT),
  },
  {
    id: "tls-rpt-several",
    severity: "error",
    source: "RFC 8460 §3",
    why: "There is more than one TLS reporting record at this name, so senders take the domain to have none.",
    fix: "Merge them into one record; several addresses go into one rua, with commas.",
    firing: [
      '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:a@example.com"',
      '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:b@example.com"',
    ],
    silent: ['_smtp._tls TXT "v=TLSRPTv1; rua=mailto:a@example.com,mailto:b@example.com"'],
    check: several(REPORT),
  },
  {
    id: "tls-rpt-version",
    severity: "error",
    source: "RFC 8460 §3",
    why: "The text at _smtp._tls does not start with v=TLSRPTv1, so senders pass it over.",
    fix: "Write v=TLSRPTv1; rua=mailto:NAME@DOMAIN.",
    firing: ['_smtp._tls TXT "v=TLSRPT1; rua=mailto:tls@example.com"'],
    silent: ['_smtp._tls TXT "v=TLSRPTv1; rua=mailto:tls@example.com"'],
    check: inPlace(REPORT, (record) => !REPORT.isIt(record)),
  },
  {
    id: "tls-rpt-rua",
    severity: "error",
    source: "RFC 8460 §3",
    why: "The rua tag of the TLS reporting record is not made of mailto: and https: addresses, so no report arrives.",
    fix: "Write rua=mailto:NAME@DOMAIN or rua=https://HOST/PATH.",
    firing: ['_smtp._tls TXT "v=TLSRPTv1; rua=tls@example.com"'],
    silent: ['_smtp._tls TXT "v=TLSRPTv1; rua=mailto:tls@example.com,https://tls.example.com/v1"'],
    check: inPlace(
      REPORT,
      (record) => REPORT.isIt(record) && !reportsArrive(tagValue(readTags(record.value), "rua") ?? ""),
    ),
  },
];

function misplaced({ isPlace, isIt }: Kind): LintRule["check"] {
  return ({ texts }) => texts.filter((record) => isIt(record) && !isPlace(record)).map(at);
}

function several({ isPlace, isIt }: Kind): LintRule["check"] {
  return (index) =>
    index
      .ofType("TXT")
      .filter(({ records }) => records.filter((record) => isPlace(record) && isIt(record)).length > 1)
      .map(at);
}

function inPlace({ isPlace }: Kind, isWrong: (record: DnsRecord, index: LintIndex) => boolean): LintRule["check"] {
  return (index) => index.texts.filter((record) => isPlace(record) && isWrong(record, index)).map(at);
}

function reportsArrive(rua: string): boolean {
  return rua.split(",").every((uri) => /^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/[^\s/]+.*)$/i.test(uri.trim()));
}

function isHost(index: LintIndex, name: string): boolean {
  return (["A", "AAAA", "CNAME"] as const).some((type) => index.at(name, type).length > 0);
}
