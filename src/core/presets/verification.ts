// Codes that prove to a service that a domain is yours.
import { joining } from "./manner.ts";
import { definePreset, type Preset } from "./preset.ts";
import { LOGIN } from "./shapes.ts";

const githubPages = definePreset({
  name: "github-pages",
  title: "GitHub Pages verification",
  about:
    "Proves to GitHub that the domain is yours, so that nobody else can publish a Pages site at it. GitHub looks for the code at a name that holds the owner's login.",
  record: "`_github-pages-challenge-OWNER` TXT",
  manner: "joins",
  stays: "It stays for good: GitHub looks again. Verifying may take up to a day.",
  cleanup: false,
  keys: {
    owner: LOGIN,
    code: {
      description: "30 hexadecimal digits, from the account's or organisation's Pages settings",
      example: "0123456789abcdef0123456789abcd",
      pattern: /^[0-9a-f]{30}$/,
      lower: true,
    },
  },
  rrsets: (values) => [
    joining({ name: `_github-pages-challenge-${values.text("owner")}`, type: "TXT" }, values.text("code")),
  ],
});

const githubOrg = definePreset({
  name: "github-org",
  title: "GitHub organisation domain",
  about:
    "Verifies the domain for a GitHub organisation, which then shows it on its profile and may restrict notifications to it. GitHub looks for the code at a name that holds the organisation's login.",
  record: "`_gh-OWNER-o` TXT",
  manner: "joins",
  stays: "It stays; the code itself must be verified within seven days.",
  cleanup: false,
  keys: {
    owner: LOGIN,
    code: {
      description: "the letters and digits from the organisation's verified domains settings",
      example: "0a1b2c3d4e",
      pattern: /^[0-9a-z]{6,64}$/i,
    },
  },
  rrsets: (values) => [joining({ name: `_gh-${values.text("owner")}-o`, type: "TXT" }, values.text("code"))],
});

const googleSite = definePreset({
  name: "google-site",
  title: "Google site verification",
  about: "Verifies the domain for Google Search Console or Workspace. The code joins the other texts at the apex.",
  record: "apex TXT `google-site-verification=…`",
  manner: "joins",
  stays: "It stays for good: Google looks again, and takes the verification away when the record is gone.",
  cleanup: false,
  keys: {
    code: {
      description: "43 characters, from Search Console or the admin console",
      example: "google-site-verification=0123456789-abcdefghijklmnopqrstuvwxyz_ABCDE",
      pattern: /^[A-Za-z0-9_-]{43}(?:[A-Za-z0-9_-]{25})?$/,
      prefix: /^google-site-verification\s*[=:]\s*/i,
    },
  },
  rrsets: (values) => [joining({ name: "@", type: "TXT" }, `google-site-verification=${values.text("code")}`)],
});

const microsoft365 = definePreset({
  name: "microsoft-365",
  title: "Microsoft 365 domain",
  about: "Verifies the domain for Microsoft 365 and Entra ID. The code joins the other texts at the apex.",
  record: "apex TXT `MS=ms…`",
  manner: "joins",
  ttl: 3600,
  stays: "It may go once the domain is connected; Microsoft asks to wait about a quarter of an hour before verifying.",
  cleanup: false,
  keys: {
    code: {
      description: "ms and eight digits, from the admin centre",
      example: "MS=ms12345678",
      pattern: /^ms\d{8,9}$/,
      prefix: /^MS\s*=\s*/i,
      lower: true,
    },
  },
  rrsets: (values) => [joining({ name: "@", type: "TXT" }, `MS=${values.text("code")}`)],
});

const mavenCentral = definePreset({
  name: "maven-central",
  title: "Maven Central namespace",
  about:
    "Verifies the namespace of the reversed domain name at the Central Portal, so that artifacts can be published under it. The key joins the other texts at the apex.",
  record: "apex TXT, the bare key",
  manner: "joins",
  stays: "It is needed until the portal shows the namespace as verified.",
  cleanup: false,
  keys: {
    code: {
      description: "the verification key of the namespace, letters and digits, or an older OSSRH number",
      example: "ab1cd2ef3g",
      pattern: /^(?:OSSRH-\d{3,8}|[a-z0-9]{8,64})$/i,
    },
  },
  rrsets: (values) => [joining({ name: "@", type: "TXT" }, values.text("code"))],
});

const vercel = definePreset({
  name: "vercel",
  title: "Vercel domain",
  about:
    "Verifies a domain that another Vercel account uses already, or one of its names. A bare code is taken for the zone's own name; for another give the text as Vercel shows it.",
  record: "`_vercel` TXT `vc-domain-verify=…`",
  manner: "joins",
  stays: "It may go once the project shows the domain as verified.",
  cleanup: false,
  keys: {
    code: {
      description: "the text from the project's domain settings, or its last part",
      example: "vc-domain-verify=www.example.com,0123456789abcdef0123",
      pattern: /^(?:[a-z0-9_*.-]+\.[a-z0-9-]+,)?[0-9a-z]{10,64}(?:,[a-z0-9_-]+)?$/i,
      prefix: /^vc-domain-verify\s*=\s*/i,
    },
  },
  rrsets(values, zone) {
    const code = values.text("code");
    return [
      joining({ name: "_vercel", type: "TXT" }, `vc-domain-verify=${code.includes(".") ? code : `${zone},${code}`}`),
    ];
  },
});

export const verificationPresets: readonly Preset[] = [
  githubPages,
  githubOrg,
  googleSite,
  microsoft365,
  mavenCentral,
  vercel,
];
