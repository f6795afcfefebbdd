// Certificates: proofs for ACME, and which authority may issue at all.
import { recordTypes } from "../dns/record-types.ts";
import { joining, replacing } from "./manner.ts";
import { definePreset, type Preset, type PresetValues } from "./preset.ts";
import { YES_OR_NO } from "./preset-values.ts";
import { ACCOUNT_URI, BELOW, inFrontOf, ISSUER } from "./shapes.ts";

const acme = definePreset({
  name: "acme",
  title: "ACME challenge (dns-01)",
  about:
    "Publishes the text by which an authority sees that the domain is yours before it issues a certificate. A certificate for a name and its wildcard needs two texts at one name, so it joins others there.",
  record: "`_acme-challenge[.NAME]` TXT",
  manner: "joins",
  ttl: 60,
  stays: "It is needed until the authority has looked; then it may go.",
  cleanup: true,
  keys: {
    code: {
      description: "the 43 characters of base64url that the ACME client computes",
      example: "abcdefghijklmnopqrstuvwxyz-0123456789_ABCDE",
      pattern: /^[A-Za-z0-9_-]{43}$/,
    },
    name: { ...BELOW, description: "the name the certificate is for, the zone itself when left out" },
  },
  rrsets: (values) => [
    joining({ name: inFrontOf("_acme-challenge", values.maybe("name")), type: "TXT" }, values.text("code")),
  ],
});

const acmePersist = definePreset({
  name: "acme-persist",
  title: "ACME standing authorisation (dns-persist-01)",
  about:
    "Lets one ACME account get certificates for the domain again and again, with no DNS credentials where they are renewed. It is one text for each authority; another account's text of the same authority goes.",
  record: "`_validation-persist` TXT",
  manner: "replaces",
  stays: "It stays for good, or until persist_until. Authorities are only beginning to offer this method.",
  cleanup: false,
  keys: {
    issuer: { ...ISSUER, placing: true },
    accounturi: ACCOUNT_URI,
    policy: {
      description: "wildcard, which allows wildcard certificates and names below the domain",
      example: "wildcard",
      pattern: /^wildcard$/,
      lower: true,
      optional: true,
    },
    persist_until: {
      description: "the last moment it counts, in seconds since 1970",
      example: "1893456000",
      pattern: /^[1-9]\d{8,10}$/,
      optional: true,
    },
  },
  rrsets: (values) => [
    replacing(
      { name: "_validation-persist", type: "TXT" },
      {
        owns: (value) => value.split(";")[0]?.trim().toLowerCase() === values.text("issuer"),
        values: () => [persistText(values)],
      },
    ),
  ],
});

function persistText(values: PresetValues<"issuer" | "accounturi" | "policy" | "persist_until">): string {
  const [policy, until] = [values.maybe("policy"), values.maybe("persist_until")];
  return [
    values.text("issuer"),
    `accounturi=${values.text("accounturi")}`,
    ...(policy === undefined ? [] : [`policy=${policy}`]),
    ...(until === undefined ? [] : [`persistUntil=${until}`]),
  ].join("; ");
}

const caaLock = definePreset({
  name: "caa-lock",
  title: "CAA lock",
  about:
    "Makes one authority, and if wanted one account and some methods, the only one that may issue certificates for the domain. Every other issue and issuewild goes and is told; reports and contacts stay.",
  record: 'apex CAA `0 issue "…"`',
  manner: "replaces",
  stays: "It stays. Set it before an account moves to another authority, or that one must refuse.",
  cleanup: false,
  keys: {
    issuer: ISSUER,
    accounturi: { ...ACCOUNT_URI, optional: true },
    methods: {
      description: "the validation methods allowed (RFC 8657), one or several",
      example: "dns-01",
      pattern: /^(?:(?:http|dns|dns-account|dns-persist|tls-alpn)-01|ca-[a-z0-9-]+)$/,
      lower: true,
      many: true,
      optional: true,
    },
    wildcard: {
      ...YES_OR_NO,
      description: "whether wildcards may be issued: as the rest when left out, no for none",
      example: "no",
      optional: true,
    },
  },
  rrsets: (values) => [
    replacing(
      { name: "@", type: "CAA" },
      { owns: (value) => /^(?:issue|issuewild)$/.test(tagOf(value)), values: () => issuers(values) },
    ),
  ],
});

function tagOf(value: string): string {
  return recordTypes.CAA.split(value)[1]?.toLowerCase() ?? "";
}

function issuers(values: PresetValues<"issuer" | "accounturi" | "methods" | "wildcard">): readonly string[] {
  const [uri, methods, wildcard] = [values.maybe("accounturi"), values.all("methods"), values.isOn("wildcard")];
  const allowed = [
    values.text("issuer"),
    ...(uri === undefined ? [] : [`accounturi=${uri}`]),
    ...(methods.length === 0 ? [] : [`validationmethods=${methods.join(",")}`]),
  ].join("; ");
  return [`0 issue "${allowed}"`, ...(wildcard === undefined ? [] : [`0 issuewild "${wildcard ? allowed : ";"}"`])];
}

export const certificatePresets: readonly Preset[] = [acme, acmePersist, caaLock];
