// Texts that prove the control of a domain to a service: their place and their shape, as each vendor has them.
import { labelsOf } from "../name.ts";
import type { DnsRecord } from "../record.ts";
import { base64Octets } from "../texts/base64.ts";
import { readTags, tagValue } from "../texts/tag-list.ts";
import { at, type LintRule } from "./rule.ts";

const firstLabel = ({ name }: Pick<DnsRecord, "name">) => labelsOf(name)[0] ?? "";

/** Texts that can be told to be of a service and are not as it wants them. */
function texts(isOf: (record: DnsRecord) => boolean, isRight: (record: DnsRecord) => boolean): LintRule["check"] {
  return (index) => index.texts.filter((record) => isOf(record) && !isRight(record)).map(at);
}

/** Names with several texts of a service that takes one. */
function several(isOf: (record: DnsRecord) => boolean): LintRule["check"] {
  return (index) =>
    index
      .ofType("TXT")
      .filter(({ records }) => records.filter(isOf).length > 1)
      .map(at);
}

const isMcp = ({ value }: DnsRecord) => /^v\s*=\s*MCPv1\b/i.test(value);
const isDnslink = ({ value }: DnsRecord) => value.startsWith("dnslink=");
const isDid = (record: DnsRecord) => firstLabel(record) === "_atproto" && record.value.startsWith("did=");
/** Octets of the public key by algorithm: a compressed point for P-384. */
const MCP_KEYS: Readonly<Record<string, number>> = { ed25519: 32, ecdsap384: 49 };

function isMcpKey({ value }: DnsRecord): boolean {
  const tags = readTags(value);
  const algorithm = tagValue(tags, "k") ?? "";
  const octets = Object.hasOwn(MCP_KEYS, algorithm) ? MCP_KEYS[algorithm] : undefined;
  return value.startsWith("v=MCPv1;") && octets !== undefined && base64Octets(tagValue(tags, "p") ?? "") === octets;
}

/** draft-ietf-acme-dns-persist: no tag twice, nothing empty. */
function isPersistent({ value }: DnsRecord): boolean {
  const [issuer = "", ...parameters] = value.split(";").map((part) => part.trim());
  const names = parameters.map((part) => part.slice(0, Math.max(0, part.indexOf("="))).toLowerCase());
  const isUnique = new Set(names).size === names.length && !names.includes("");
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(issuer) && isUnique && names.includes("accounturi");
}

const MCP_KEY = "A".repeat(43);

export const verificationRules: readonly LintRule[] = [
  {
    id: "github-pages-code",
    severity: "warning",
    source: "GitHub docs, verifying a custom domain for Pages",
    why: "The text at _github-pages-challenge-OWNER is not the 30 hexadecimal digits that GitHub gives, so it verifies nothing.",
    fix: "Copy the code again from the account's or organisation's Pages settings.",
    firing: ['_github-pages-challenge-octo TXT "_github-pages-challenge-octo"'],
    silent: [`_github-pages-challenge-octo TXT "${"0a".repeat(15)}"`],
    check: texts(
      (record) => firstLabel(record).startsWith("_github-pages-challenge"),
      ({ value }) => /^[0-9a-f]{30}$/i.test(value),
    ),
  },
  {
    id: "github-owner",
    severity: "warning",
    source: "GitHub docs, verifying a domain",
    why: "The name does not say which GitHub account or organisation it is for, so GitHub never looks at it.",
    fix: "Name it _github-pages-challenge-OWNER or _gh-ORG-o with the login in place of OWNER or ORG.",
    firing: [`_github-pages-challenge TXT "${"0a".repeat(15)}"`],
    silent: [`_github-pages-challenge-octo TXT "${"0a".repeat(15)}"`, '_gh-octo-o TXT "0123456789"'],
    also: ["underscore-unknown"],
    check: texts(
      (record) => /^_(?:github-pages-challenge|github-challenge|gh)(?:-|$)/.test(firstLabel(record)),
      (record) => /^_(?:github-(?:pages-)?challenge-[a-z0-9]|gh-[a-z0-9][a-z0-9-]*-[a-z]+$)/.test(firstLabel(record)),
    ),
  },
  {
    id: "github-org-code",
    severity: "warning",
    source: "GitHub docs, verifying a domain for an organisation",
    why: "The text at _gh-ORG-o is not the bare code that GitHub gives, so it verifies nothing.",
    fix: "Copy the code alone; it is letters and digits and expires after seven days.",
    firing: ['_gh-octo-o TXT "code=0123456789"'],
    silent: ['_gh-octo-o TXT "0123456789"'],
    check: texts(
      (record) => /^_(?:gh-.*-o$|github-challenge-)/.test(firstLabel(record)),
      ({ value }) => /^[0-9a-z]+$/i.test(value),
    ),
  },
  {
    id: "google-site-code",
    severity: "warning",
    source: "Google Search Console help, domain name provider",
    why: "The text means to be a Google site verification and is not google-site-verification= with 43 characters behind it.",
    fix: "Copy the whole text again from Search Console or the admin console.",
    firing: ['@ TXT "google-site-verification: short"'],
    silent: [`@ TXT "google-site-verification=${"a_-4".repeat(11).slice(1)}"`],
    check: texts(
      ({ value }) => /^\W*google-site-verification/i.test(value),
      ({ value }) => /^google-site-verification=[A-Za-z0-9_-]{43}(?:[A-Za-z0-9_-]{25})?$/.test(value),
    ),
  },
  {
    id: "microsoft-code",
    severity: "warning",
    source: "Microsoft 365 docs, add DNS records",
    why: "The text starts with MS= and has not ms and eight digits behind it, so it verifies nothing.",
    fix: "Copy the whole text again from the admin centre, such as MS=ms12345678.",
    firing: ['@ TXT "MS=12345678"'],
    silent: ['@ TXT "MS=ms12345678"'],
    check: texts(
      ({ value }) => /^MS=/i.test(value),
      ({ value }) => /^MS=ms\d{8,9}$/i.test(value),
    ),
  },
  {
    id: "mcp-misplaced",
    severity: "error",
    source: "MCP registry docs, DNS authentication",
    why: "The MCP registry's key stands under a selector, and the registry looks at the domain itself only.",
    fix: "Move the text to the domain's own name, beside its other texts.",
    firing: [`_mcp-auth TXT "v=MCPv1; k=ed25519; p=${MCP_KEY}="`],
    silent: [`@ TXT "v=MCPv1; k=ed25519; p=${MCP_KEY}="`],
    also: ["underscore-unknown"],
    check: texts(isMcp, (record) => !firstLabel(record).startsWith("_")),
  },
  {
    id: "mcp-key",
    severity: "error",
    source: "MCP registry docs, DNS authentication",
    why: "The MCP registry's text has no known algorithm, or not the base64 of a public key of its length.",
    fix: "Write v=MCPv1; k=ed25519; p= and the base64 of the 32 octets of the public key.",
    firing: ['@ TXT "v=MCPv1; k=ed25519; p=AAAA"'],
    silent: [`@ TXT "v=MCPv1; k=ed25519; p=${MCP_KEY}="`, `sub TXT "v=MCPv1; k=ecdsap384; p=${"A".repeat(66)}=="`],
    check: texts(isMcp, isMcpKey),
  },
  {
    id: "mcp-several",
    severity: "warning",
    source: "MCP registry docs, DNS authentication",
    why: "There is more than one key for the MCP registry here, and a login fails when an old one is tried first.",
    fix: "Keep the newest one.",
    firing: [`@ TXT "v=MCPv1; k=ed25519; p=${MCP_KEY}="`, `@ TXT "v=MCPv1; k=ed25519; p=B${MCP_KEY.slice(1)}="`],
    silent: [`@ TXT "v=MCPv1; k=ed25519; p=${MCP_KEY}="`],
    check: several(isMcp),
  },
  {
    id: "atproto-several",
    severity: "error",
    source: "AT Protocol specification, handle",
    why: "There is more than one DID at _atproto, so the handle does not resolve.",
    fix: "Keep the one that is meant.",
    firing: [`_atproto TXT "did=did:plc:${"a2".repeat(12)}"`, `_atproto TXT "did=did:plc:${"b2".repeat(12)}"`],
    silent: [`_atproto TXT "did=did:plc:${"a2".repeat(12)}"`],
    check: several(isDid),
  },
  {
    id: "atproto-did",
    severity: "error",
    source: "AT Protocol specification, handle",
    why: "The text at _atproto is not did= with a did:plc or did:web behind it, so the handle does not resolve.",
    fix: "Write did=did:plc: and the account's 24 characters.",
    firing: [`_atproto TXT "did:plc:${"a2".repeat(12)}"`],
    silent: [`_atproto TXT "did=did:plc:${"a2".repeat(12)}"`, '_atproto.web TXT "did=did:web:example.com"'],
    check: texts(
      (record) => firstLabel(record) === "_atproto",
      ({ value }) => /^did=did:(?:plc:[a-z2-7]{24}|web:[a-z0-9.-]+)$/.test(value),
    ),
  },
  {
    id: "acme-challenge-value",
    severity: "warning",
    source: "RFC 8555 §8.4",
    why: "The text at _acme-challenge is not the 43 characters of a base64url SHA-256 digest, so no authority takes it.",
    fix: "Give what the ACME client computes, without padding, or delete the record.",
    firing: ['_acme-challenge TXT "token.thumbprint"'],
    silent: [`_acme-challenge TXT "${"a_-4".repeat(11).slice(1)}"`],
    check: texts(
      (record) => firstLabel(record) === "_acme-challenge",
      ({ value }) => /^[A-Za-z0-9_-]{43}$/.test(value),
    ),
  },
  {
    id: "acme-persist-value",
    severity: "warning",
    source: "draft-ietf-acme-dns-persist",
    why: "The text at _validation-persist is not an issuer's domain with accounturi= behind a semicolon and each tag once.",
    fix: "Write letsencrypt.org; accounturi=URL, with no semicolon at the end.",
    firing: ['_validation-persist TXT "accounturi=https://ca.example.net/1"'],
    silent: ['_validation-persist TXT "ca.example.net; accounturi=https://ca.example.net/1; policy=wildcard"'],
    check: texts((record) => firstLabel(record) === "_validation-persist", isPersistent),
  },
  {
    id: "dnslink-several",
    severity: "warning",
    source: "DNSLink specification",
    why: "There is more than one DNSLink at this name, and which one a gateway takes is left open.",
    fix: "Keep the newest one.",
    firing: ['_dnslink TXT "dnslink=/ipns/a.example.net"', '_dnslink TXT "dnslink=/ipns/b.example.net"'],
    silent: ['_dnslink TXT "dnslink=/ipns/b.example.net"'],
    check: several(isDnslink),
  },
  {
    id: "dnslink-value",
    severity: "warning",
    source: "DNSLink specification",
    why: "The text is no DNSLink: dnslink= and a path such as /ipfs/CID.",
    fix: "Write dnslink=/ipfs/CID or dnslink=/ipns/NAME.",
    firing: ['_dnslink TXT "dnslink=ipfs://bafy"'],
    silent: ['_dnslink TXT "dnslink=/ipfs/bafy"'],
    check: texts(
      (record) => firstLabel(record) === "_dnslink" || isDnslink(record),
      ({ value }) => /^dnslink=\/[a-z0-9]+\/\S+$/.test(value),
    ),
  },
  {
    id: "vercel-code",
    severity: "warning",
    source: "Vercel docs, verifying a domain",
    why: "The text at _vercel is not vc-domain-verify= with the domain and a code behind it, so it verifies nothing.",
    fix: "Copy the whole text again from the project's domain settings.",
    firing: ['_vercel TXT "0123456789abcdef"'],
    silent: ['_vercel TXT "vc-domain-verify=www.example.com,0123456789abcdef"'],
    check: texts(
      (record) => firstLabel(record) === "_vercel",
      ({ value }) => /^vc-domain-verify=[^\s,]+,[0-9a-z]+(?:,\S+)?$/i.test(value),
    ),
  },
];
