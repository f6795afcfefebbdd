// CAA: what authorities make of the tags and values (RFC 8659, RFC 8657, RFC 9495).
import type { Rrset } from "../compare.ts";
import type { DnsRecord } from "../record.ts";
import { recordTypes } from "../record-types.ts";
import { eachRecord, eachRrset, type LintRule } from "./rule.ts";

interface Property {
  readonly flags: string;
  readonly tag: string;
  readonly value: string;
}

/** IANA's registry of CAA properties, 2026. */
const TAGS: ReadonlySet<string> = new Set(
  "issue issuewild iodef issuemail issuevmc contactemail contactphone".split(" "),
);
const ISSUERS: ReadonlySet<string> = new Set(["issue", "issuewild", "issuemail", "issuevmc"]);
const METHOD =
  /^(?:ca-[a-z0-9-]+|http-01|dns-01|dns-account-01|dns-persist-01|tls-alpn-01|email-reply-00|device-attest-01|tkauth-01|onion-csr-01)$/;

export const caaRules: readonly LintRule[] = [
  {
    id: "caa-unknown-tag",
    severity: "advice",
    source: "RFC 8659 §3",
    why: "The tag of the CAA record is none that is registered, so authorities pass it over.",
    fix: "Check its spelling: issue, issuewild, issuemail, issuevmc, iodef, contactemail and contactphone are registered.",
    firing: ['@ CAA 0 isue "ca.example.net"'],
    silent: ['@ CAA 0 issue "ca.example.net"', '@ CAA 0 issuewild ";"'],
    check: eachProperty(({ flags, tag }) => !TAGS.has(tag) && flags !== "128"),
  },
  {
    id: "caa-critical-unknown",
    severity: "error",
    source: "RFC 8659 §4.1",
    why: "The CAA record is critical and its tag unknown, so every authority must refuse to issue.",
    fix: "Correct the tag, or set the flags to 0.",
    firing: ['@ CAA 128 isue "ca.example.net"'],
    silent: ['@ CAA 128 issue "ca.example.net"', '@ CAA 0 issuewild ";"'],
    check: eachProperty(({ flags, tag }) => !TAGS.has(tag) && flags === "128"),
  },
  {
    id: "caa-issuer",
    severity: "error",
    source: "RFC 8659 §4.2",
    why: "The value of the CAA record is not a domain with name=value parameters behind semicolons, so it allows nobody.",
    fix: 'Write the authority\'s domain without https:// or a final dot ("letsencrypt.org"), or ";" for nobody.',
    firing: ['@ CAA 0 issuewild "https://ca.example.net/"'],
    silent: ['@ CAA 0 issuewild "ca.example.net; accounturi=https://ca.example.net/1; validationmethods=dns-01"'],
    check: eachProperty(({ tag, value }) => ISSUERS.has(tag) && readIssuer(value) === undefined),
  },
  {
    id: "caa-method",
    severity: "warning",
    source: "RFC 8657 §4",
    why: "The validationmethods parameter of the CAA record names a method that no authority has, which allows nothing.",
    fix: "Name methods such as dns-01, http-01 or tls-alpn-01, with commas between them.",
    firing: ['@ CAA 0 issuewild "ca.example.net; validationmethods=dns"'],
    silent: ['@ CAA 0 issuewild "ca.example.net; validationmethods=dns-01,http-01"'],
    check: eachProperty(({ tag, value }) => ISSUERS.has(tag) && !methods(value).every((method) => METHOD.test(method))),
  },
  {
    id: "caa-account",
    severity: "warning",
    source: "RFC 8657 §3",
    why: "The accounturi parameter of the CAA record is no URI, so no account matches it.",
    fix: "Give the account's whole URL, as the ACME client shows it.",
    firing: ['@ CAA 0 issuewild "ca.example.net; accounturi=12345"'],
    silent: ['@ CAA 0 issuewild "ca.example.net; accounturi=https://ca.example.net/acct/1"'],
    check: eachProperty(
      ({ tag, value }) =>
        ISSUERS.has(tag) &&
        (readIssuer(value)?.parameters ?? []).some(
          ([name, uri]) => name === "accounturi" && !/^[a-z][a-z0-9+.-]*:./i.test(uri),
        ),
    ),
  },
  {
    id: "caa-report-url",
    severity: "error",
    source: "RFC 8659 §4.4",
    why: "The value of the iodef record is no mailto:, https: or http: URL, so nobody is told of refused requests.",
    fix: "Write mailto:NAME@DOMAIN or an https URL.",
    firing: ['@ CAA 0 iodef "security@example.com"'],
    silent: ['@ CAA 0 iodef "mailto:security@example.com"'],
    check: eachProperty(
      ({ tag, value }) => tag === "iodef" && !/^(?:mailto:[^\s@]+@[^\s@]+|https?:\/\/[^\s/]+\S*)$/i.test(value),
    ),
  },
  {
    id: "caa-contact",
    severity: "warning",
    source: "CA/Browser Forum BR §A.1",
    why: "The value of the contact record is no plain e-mail address, or no telephone number in its global form.",
    fix: "Write contactemail as NAME@DOMAIN without mailto:, and contactphone as +1-555-0100.",
    firing: ['@ CAA 0 contactemail "mailto:security@example.com"'],
    silent: ['@ CAA 0 contactemail "security@example.com"', '@ CAA 0 contactphone "+1-555-0100"'],
    check: eachProperty(
      ({ tag, value }) =>
        (tag === "contactemail" && !/^[^\s@:]+@[^\s@:]+$/.test(value)) ||
        (tag === "contactphone" && !/^\+[0-9().\s-]{3,}$/.test(value)),
    ),
  },
  {
    id: "caa-nobody-beside-others",
    severity: "warning",
    source: "RFC 8659 §4.2",
    why: "A CAA record that allows nobody stands beside one of the same tag that allows somebody, so it has no effect.",
    fix: "Remove the one that is not meant.",
    firing: ['@ CAA 0 issuewild ";"', '@ CAA 0 issuewild "ca.example.net"'],
    silent: ['@ CAA 0 issue "ca.example.net"', '@ CAA 0 issuewild ";"'],
    check: eachRrset("CAA", ({ records }) =>
      [...issuersByTag(records).values()].some(
        (issuers) => issuers.includes("") && issuers.some((issuer) => issuer !== ""),
      ),
    ),
  },
  {
    id: "caa-issuer-twice",
    severity: "advice",
    source: "RFC 8659 §4.2",
    why: "Two CAA records of one tag name the same authority; the wider of the two is what counts.",
    fix: "Keep the one whose parameters are meant.",
    firing: ['@ CAA 0 issuewild "ca.example.net"', '@ CAA 0 issuewild "ca.example.net; validationmethods=dns-01"'],
    silent: ['@ CAA 0 issuewild "ca.example.net"', '@ CAA 0 issuewild "ca.example.org"'],
    check: eachRrset("CAA", ({ records }) => [...issuersByTag(records).values()].some(namesTwice)),
  },
  {
    id: "caa-wildcard-implicit",
    severity: "advice",
    source: "RFC 8659 §4.3",
    why: "There is issue and no issuewild, so the same authorities may issue wildcard certificates as well.",
    fix: 'Add issuewild with the authorities that may, or 0 issuewild ";" for none.',
    firing: ['@ CAA 0 issue "ca.example.net"'],
    silent: ['@ CAA 0 issue "ca.example.net"', '@ CAA 0 issuewild ";"'],
    check: eachRrset("CAA", ({ records }) => {
      const tags = new Set(records.map((record) => property(record).tag));
      const onlyNobody = records.every(
        (record) => property(record).tag !== "issue" || readIssuer(property(record).value)?.domain === "",
      );
      return tags.has("issue") && !tags.has("issuewild") && !onlyNobody;
    }),
  },
];

function eachProperty(isWrong: (property: Property) => boolean): LintRule["check"] {
  return eachRecord("CAA", (record) => isWrong(property(record)));
}

function property(record: DnsRecord): Property {
  const [flags = "", tag = "", value = ""] = recordTypes[record.type].split(record.value);
  return { flags, tag, value };
}

interface Issuer {
  /** Empty where it allows nobody. */
  readonly domain: string;
  readonly parameters: readonly (readonly [name: string, value: string])[];
}

const DOMAIN = /^(?:[a-z0-9]+(?:-+[a-z0-9]+)*(?:\.[a-z0-9]+(?:-+[a-z0-9]+)*)*)?$/;
const PARAMETER = /^([a-z0-9]+(?:-+[a-z0-9]+)*)\s*=\s*([\x21-\x3a\x3c-\x7e]*)$/i;

function readIssuer(value: string): Issuer | undefined {
  const [domain = "", ...rest] = value.split(";").map((part) => part.trim());
  if (rest.at(-1) === "") rest.pop();
  const parameters = rest.flatMap((part) => {
    const [, name, text] = PARAMETER.exec(part) ?? [];
    return name === undefined ? [] : [[name.toLowerCase(), text ?? ""] as const];
  });
  if (!DOMAIN.test(domain.toLowerCase()) || parameters.length < rest.length) return undefined;
  return { domain: domain.toLowerCase(), parameters };
}

function methods(value: string): readonly string[] {
  return (readIssuer(value)?.parameters ?? []).flatMap(([name, list]) =>
    name === "validationmethods" ? list.split(",") : [],
  );
}

function issuersByTag(records: Rrset["records"]): ReadonlyMap<string, readonly string[]> {
  const issuers = new Map<string, string[]>();
  for (const { tag, value } of records.map(property)) {
    const domain = ISSUERS.has(tag) ? readIssuer(value)?.domain : undefined;
    if (domain === undefined) continue;
    const named = issuers.get(tag);
    if (named === undefined) issuers.set(tag, [domain]);
    else named.push(domain);
  }
  return issuers;
}

function namesTwice(issuers: readonly string[]): boolean {
  const named = issuers.filter((issuer) => issuer !== "");
  return new Set(named).size < named.length;
}
