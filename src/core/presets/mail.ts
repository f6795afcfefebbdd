// Mail: who may send in the domain's name, and what receivers do about the rest.
import { base64Octets } from "../dns/texts/base64.ts";
import { readTags, tagValue } from "../dns/texts/tag-list.ts";
import { InputError } from "../errors.ts";
import { replacing } from "./manner.ts";
import { isSpfTerm, isSpfText, mergeSpf } from "./merge-spf.ts";
import { definePreset, type Preset, type PresetKey, type PresetValues } from "./preset.ts";
import { keysTold, YES_OR_NO } from "./preset-values.ts";
import { MAIL_ADDRESSES } from "./shapes.ts";

const SPF_KEYS = {
  include: {
    description: "a provider's name for SPF, one or several",
    example: "_spf.google.com",
    pattern: /^[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?\.[a-z0-9-]+$/,
    prefix: /^\+?include:/i,
    lower: true,
    many: true,
    optional: true,
  },
  ip4: {
    description: "an IPv4 address or network that sends, one or several",
    example: "192.0.2.0/24",
    pattern: /^[\d.]+(?:\/\d{1,2})?$/,
    prefix: /^\+?ip4:/i,
    many: true,
    optional: true,
    holds: (text) => isSpfTerm(`ip4:${text}`),
  },
  ip6: {
    description: "an IPv6 address or network that sends, one or several",
    example: "2001:db8::/32",
    pattern: /^[\da-f:.]+(?:\/\d{1,3})?$/,
    prefix: /^\+?ip6:/i,
    lower: true,
    many: true,
    optional: true,
    holds: (text) => isSpfTerm(`ip6:${text}`),
  },
  mx: { ...YES_OR_NO, description: "yes where the domain's mail servers send", example: "yes", optional: true },
  a: { ...YES_OR_NO, description: "yes where the domain's own addresses send", example: "yes", optional: true },
  all: {
    description: "what becomes of all other senders: -all refused, ~all suspect, ?all no word",
    example: "~all",
    pattern: /^[-~?]all$/,
    lower: true,
    optional: true,
  },
} as const satisfies Readonly<Record<string, PresetKey>>;

const spf = definePreset({
  name: "spf",
  title: "SPF",
  about:
    "Says who may send mail in the domain's name. New senders become part of the one SPF record that is there, before its `all`; more than ten look-ups are refused.",
  record: "apex TXT `v=spf1 …`",
  manner: "merges",
  stays: "It stays while the domain sends mail.",
  cleanup: false,
  keys: SPF_KEYS,
  rrsets(values) {
    const wanted = { terms: spfTerms(values), all: values.maybe("all") };
    if (wanted.terms.length === 0 && wanted.all === undefined) throw noSender();
    return [{ name: "@", type: "TXT", owns: isSpfText, values: (owned) => [mergeSpf(owned, wanted)] }];
  },
});

function spfTerms(values: PresetValues<keyof typeof SPF_KEYS>): readonly string[] {
  return [
    ...(["mx", "a"] as const).filter((key) => values.isOn(key) === true),
    ...(["ip4", "ip6", "include"] as const).flatMap((key) => values.all(key).map((text) => `${key}:${text}`)),
  ];
}

function noSender(): InputError {
  return new InputError("invalid_input", "The preset spf was given no sender.", {
    field: "values",
    hint: keysTold({ keys: SPF_KEYS }),
  });
}

const dkim = definePreset({
  name: "dkim",
  title: "DKIM key",
  about:
    "Publishes the public key by which receivers check the signature of the domain's mail. To rotate, publish a new selector, let the server sign with it, and take the old one away a week later with state absent.",
  record: "`SELECTOR._domainkey` TXT",
  manner: "replaces",
  stays: "It stays while mail signed with it may be under way, about a week after the last.",
  cleanup: false,
  keys: {
    selector: {
      description: "the selector that the mail server signs with",
      example: "s2026",
      pattern: /^[a-z0-9](?:[a-z0-9_.-]{0,61}[a-z0-9])?$/,
      // Portals show the whole name.
      prefix: /\._domainkey(?:\.\S*)?$/i,
      lower: true,
      placing: true,
    },
    key: {
      description: "the public key in base64, or the whole text v=DKIM1; …; p=…",
      example: "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
      pattern: /^[A-Za-z0-9+/=;:.,_*\s-]+$/,
      prefix: /-----(?:BEGIN|END) PUBLIC KEY-----/g,
      holds: (text) => (base64Octets(keyText(text)) ?? 0) >= ED25519_OCTETS,
    },
  },
  rrsets: (values) => [
    replacing(
      { name: `${values.text("selector")}._domainkey`, type: "TXT" },
      { values: () => [dkimText(values.text("key"))] },
    ),
  ],
});

const ED25519_OCTETS = 32;

/** The base64 of a bare key or of a whole record, without the white space that portals and PEM files put in. */
function keyText(given: string): string {
  return (tagValue(readTags(given), "p") ?? given).replaceAll(/\s/g, "");
}

function dkimText(given: string): string {
  const { tags } = readTags(given);
  const key = keyText(given);
  if (!tags.some(({ tag }) => tag === "p")) {
    return `v=DKIM1; k=${base64Octets(key) === ED25519_OCTETS ? "ed25519" : "rsa"}; p=${key}`;
  }
  const rest = tags.filter(({ tag }) => tag !== "v" && tag !== "p").map(({ tag, value }) => `${tag}=${value}`);
  return ["v=DKIM1", ...rest, `p=${key}`].join("; ");
}

const DMARC_POLICY = { pattern: /^(?:none|quarantine|reject)$/, lower: true } as const;

const dmarc = definePreset({
  name: "dmarc",
  title: "DMARC policy",
  about:
    "Tells receivers what to do with mail that fails SPF and DKIM, and where to report. Begin with none, read the reports, then go to quarantine and reject.",
  record: "`_dmarc` TXT",
  manner: "replaces",
  stays: "It stays; a stricter policy replaces it.",
  cleanup: false,
  keys: {
    policy: { ...DMARC_POLICY, description: "none, quarantine or reject", example: "none" },
    rua: { ...MAIL_ADDRESSES, optional: true },
    ruf: { ...MAIL_ADDRESSES, description: "where reports on single mails go", optional: true },
    pct: {
      description: "the share of failing mail it is for, in percent; only receivers older than RFC 9989 mind it",
      example: "25",
      pattern: /^(?:100|\d{1,2})$/,
      optional: true,
    },
    sp: { ...DMARC_POLICY, description: "the policy for names below", example: "reject", optional: true },
  },
  rrsets: (values) => [
    replacing(
      { name: "_dmarc", type: "TXT" },
      { owns: (value) => /^v\s*=\s*DMARC1\b/i.test(value), values: () => [dmarcText(values)] },
    ),
  ],
});

function dmarcText(values: PresetValues<"policy" | "rua" | "ruf" | "pct" | "sp">): string {
  const uris = (key: "rua" | "ruf") => values.all(key).map((address) => `mailto:${address}`);
  const tags = [
    ["p", values.text("policy")],
    ["sp", values.maybe("sp") ?? ""],
    ["pct", values.maybe("pct") ?? ""],
    ["rua", uris("rua").join(",")],
    ["ruf", uris("ruf").join(",")],
  ] as const;
  return ["v=DMARC1", ...tags.filter(([, text]) => text !== "").map(([tag, text]) => `${tag}=${text}`)].join("; ");
}

export const mailPresets: readonly Preset[] = [spf, dkim, dmarc];
