// What each preset leaves in a zone: what joins, what goes, what stays, at which TTL.
import { describe, expect, it } from "vitest";
import { presets } from "../../../src/core/presets/index.ts";
import { checkZone } from "../../../src/core/dns/zone-rules.ts";
import { lintZone } from "../../../src/core/dns/lint/lint-zone.ts";
import { refusal } from "../../support/refusal.ts";
import { applied, appliedLines, type Application, recordsOf, ZONE } from "./apply-lines.ts";
import { printRecords } from "./print-records.ts";

const HEX = "0123456789abcdef0123456789abcd";
const GOOGLE = "google-site-verification=0123456789-abcdefghijklmnopqrstuvwxyz_ABCDE";
const [KEY, OTHER_KEY] = [`${"A".repeat(43)}=`, `B${"A".repeat(42)}=`];
const ACCOUNT = "https://ca.example.net/acct/1";
const DID = "did:plc:abcdefghijklmnopqrstuvwx";
const CID = "bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi";

interface Case extends Application {
  readonly title: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const cases: readonly Case[] = [
  {
    title: "a code joins the others of its kind",
    preset: "github-pages",
    values: { owner: "octocat", code: HEX },
    before: [`_github-pages-challenge-octocat TXT "${HEX.replace("0", "f")}"`],
    after: [
      `_github-pages-challenge-octocat 3600 TXT "${HEX}"`,
      `_github-pages-challenge-octocat 3600 TXT "${HEX.replace("0", "f")}"`,
    ],
  },
  {
    title: "a code joins the texts at the apex with their TTL, and SPF stays as it is",
    preset: "microsoft-365",
    values: { code: "ms12345678" },
    before: ['@ 300 TXT "v=spf1 -all"', `@ 300 TXT "${GOOGLE}"`],
    after: [`@ 300 TXT "${GOOGLE}"`, '@ 300 TXT "MS=ms12345678"', '@ 300 TXT "v=spf1 -all"'],
  },
  {
    title: "a bare Vercel code is the zone's own",
    preset: "vercel",
    values: { code: "0123456789abcdef0123" },
    before: [],
    after: ['_vercel 3600 TXT "vc-domain-verify=example.com,0123456789abcdef0123"'],
  },
  {
    title: "a new registry key replaces the older one and nothing else",
    preset: "mcp-registry",
    values: { key: OTHER_KEY },
    before: [`@ TXT "v=MCPv1; k=ed25519; p=${KEY}"`, '@ TXT "v=spf1 -all"', `@ TXT "${GOOGLE}"`],
    after: [`@ 3600 TXT "${GOOGLE}"`, `@ 3600 TXT "v=MCPv1; k=ed25519; p=${OTHER_KEY}"`, '@ 3600 TXT "v=spf1 -all"'],
  },
  {
    title: "a DID replaces the other, at a handle below the zone too",
    preset: "atproto",
    values: { did: DID, handle: "alice.example.com" },
    before: ['_atproto.alice TXT "did=did:web:example.net"', `_atproto TXT "did=${DID}"`],
    after: [`_atproto 3600 TXT "did=${DID}"`, `_atproto.alice 3600 TXT "did=${DID}"`],
  },
  {
    title: "the two codes of a name and its wildcard stand at one name",
    preset: "acme",
    values: { code: "a".repeat(43), name: "*.shop" },
    before: [`_acme-challenge.shop 60 TXT "${"b".repeat(43)}"`],
    after: [`_acme-challenge.shop 60 TXT "${"a".repeat(43)}"`, `_acme-challenge.shop 60 TXT "${"b".repeat(43)}"`],
  },
  {
    title: "a standing authorisation is one for each authority",
    preset: "acme-persist",
    values: { issuer: "letsencrypt.org", accounturi: ACCOUNT, policy: "wildcard", persist_until: 1893456000 },
    before: [
      `_validation-persist TXT "letsencrypt.org; accounturi=https://ca.example.net/acct/2"`,
      `_validation-persist TXT "ca.example.org; accounturi=${ACCOUNT}"`,
    ],
    after: [
      `_validation-persist 3600 TXT "ca.example.org; accounturi=${ACCOUNT}"`,
      `_validation-persist 3600 TXT "letsencrypt.org; accounturi=${ACCOUNT}; policy=wildcard; persistUntil=1893456000"`,
    ],
  },
  {
    title: "one issuer is left; reports, mail certificates and contacts stay",
    preset: "caa-lock",
    values: { issuer: "letsencrypt.org", accounturi: ACCOUNT, methods: ["dns-01", "http-01"], wildcard: true },
    before: [
      '@ CAA 0 issue "ca.example.org"',
      '@ CAA 0 issuewild "letsencrypt.org"',
      '@ CAA 0 iodef "mailto:ca@example.com"',
      '@ CAA 0 issuemail "ca.example.org"',
    ],
    after: [
      '@ 3600 CAA 0 iodef "mailto:ca@example.com"',
      `@ 3600 CAA 0 issue "letsencrypt.org; accounturi=${ACCOUNT}; validationmethods=dns-01,http-01"`,
      '@ 3600 CAA 0 issuemail "ca.example.org"',
      `@ 3600 CAA 0 issuewild "letsencrypt.org; accounturi=${ACCOUNT}; validationmethods=dns-01,http-01"`,
    ],
  },
  {
    title: "a DNSLink replaces the other with its own TTL, and a bare CID is on IPFS",
    preset: "dnslink",
    values: { target: CID },
    before: ['_dnslink 3600 TXT "dnslink=/ipns/docs.example.net"'],
    after: [`_dnslink 60 TXT "dnslink=/ipfs/${CID}"`],
  },
  {
    title: "a DKIM key replaces that of the same selector, and lies beside other selectors",
    preset: "dkim",
    values: { selector: "s2", key: `v=DKIM1; t=s; p=${KEY}` },
    before: [`s1._domainkey TXT "v=DKIM1; p=${KEY}"`, `s2._domainkey TXT "v=DKIM1; p=${OTHER_KEY}"`],
    after: [`s1._domainkey 3600 TXT "v=DKIM1; p=${KEY}"`, `s2._domainkey 3600 TXT "v=DKIM1; t=s; p=${KEY}"`],
  },
  {
    title: "a DMARC policy replaces the other",
    preset: "dmarc",
    values: { policy: "reject", rua: ["a@example.com", "b@example.net"], ruf: "c@example.com", pct: 50, sp: "none" },
    before: ['_dmarc TXT "v=DMARC1; p=none"'],
    after: [
      '_dmarc 3600 TXT "v=DMARC1; p=reject; sp=none; pct=50; rua=mailto:a@example.com,mailto:b@example.net; ruf=mailto:c@example.com"',
    ],
  },
  {
    title: "a policy id replaces the other",
    preset: "mta-sts",
    values: { id: "2" },
    before: ['_mta-sts TXT "v=STSv1; id=1;"'],
    after: ['_mta-sts 3600 TXT "v=STSv1; id=2;"'],
  },
  {
    title: "addresses of TLS reports replace the others",
    preset: "tls-rpt",
    values: { rua: "tls@example.com, https://reports.example.net/tls" },
    before: ['_smtp._tls TXT "v=TLSRPTv1; rua=mailto:old@example.com"'],
    after: ['_smtp._tls 3600 TXT "v=TLSRPTv1; rua=mailto:tls@example.com,https://reports.example.net/tls"'],
  },
  {
    title: "the addresses at the apex are GitHub's alone, and www is left where it is said",
    preset: "github-pages-site",
    values: { owner: "octocat", www: "no" },
    before: ["@ A 192.0.2.1", "www CNAME @", "@ MX 10 mx.example.net."],
    after: [
      ...[108, 109, 110, 111].map((octet) => `@ 3600 A 185.199.${octet}.153`),
      ...[0, 1, 2, 3].map((group) => `@ 3600 AAAA 2606:50c0:800${group}::153`),
      "@ 3600 MX 10 mx.example.net",
      "www 3600 CNAME example.com",
    ],
  },
  {
    title: "a switch replaces the target and its TTL",
    preset: "blue-green",
    values: { name: "app", target: "green.example.net" },
    before: ["app 3600 CNAME blue.example.net."],
    after: ["app 60 CNAME green.example.net"],
  },
  {
    title: "a preview has a prefix of its own",
    preset: "pr-preview",
    values: { number: 7, target: "p.example.net", prefix: "shop-" },
    before: ["pr-7.preview CNAME p.example.net."],
    after: ["pr-7.preview 3600 CNAME p.example.net", "shop-7.preview 300 CNAME p.example.net"],
  },
];

const removals: readonly Case[] = [
  {
    title: "a code goes alone",
    preset: "google-site",
    values: { code: GOOGLE },
    before: [`@ TXT "${GOOGLE}"`, '@ TXT "v=spf1 -all"'],
    after: ['@ 3600 TXT "v=spf1 -all"'],
  },
  {
    title: "a preview goes by its number, wherever it led",
    preset: "pr-preview",
    values: { number: "17" },
    before: ["pr-17.preview CNAME other.example.net.", "pr-18.preview CNAME other.example.net."],
    after: ["pr-18.preview 3600 CNAME other.example.net"],
  },
  {
    title: "a site goes and leaves what leads elsewhere by now",
    preset: "github-pages-site",
    values: { owner: "octocat" },
    before: ["@ A 192.0.2.1", "@ A 185.199.108.153", "www CNAME elsewhere.example.net."],
    after: ["@ 3600 A 192.0.2.1", "www 3600 CNAME elsewhere.example.net"],
  },
  {
    title: "a standing authorisation goes for its authority",
    preset: "acme-persist",
    values: { issuer: "letsencrypt.org" },
    before: [
      `_validation-persist TXT "letsencrypt.org; accounturi=${ACCOUNT}"`,
      `_validation-persist TXT "ca.example.org; accounturi=${ACCOUNT}"`,
    ],
    after: [`_validation-persist 3600 TXT "ca.example.org; accounturi=${ACCOUNT}"`],
  },
];

describe("a preset applied", () => {
  it.each(cases.map((one) => [one.preset, one.title, one] as const))("%s: %s", (_, __, one) => {
    expect(appliedLines(one.before, one)).toEqual(one.after.toSorted());
  });

  it.each(cases.map((one) => [one.preset, one] as const))("%s: the second time changes nothing", (_, one) => {
    const { after } = applied(recordsOf(one.before), one);
    expect(printRecords(applied(after, one).after)).toEqual(printRecords(after));
    expect(applied(after, one).leaving).toEqual([]);
  });

  it.each(cases.map((one) => [one.preset, one] as const))("%s: BIND and lint find no error afterwards", (_, one) => {
    const { after: records } = applied(recordsOf(one.before), one);
    expect(checkZone({ zone: ZONE, records })).toEqual([]);
    const errors = lintZone({ zone: ZONE, records }).filter(({ severity }) => severity === "error");
    expect(errors).toEqual([]);
  });
});

describe("a preset taken away", () => {
  it.each(removals.map((one) => [one.preset, one.title, one] as const))("%s: %s", (_, __, one) => {
    const absent = { ...one, state: "absent" } as const;
    expect(appliedLines(one.before, absent)).toEqual(one.after.toSorted());
    expect(applied(applied(recordsOf(one.before), absent).after, absent).leaving).toEqual([]);
  });

  it("is refused where others share the record", () => {
    const absent = { preset: "spf", values: { mx: "yes" }, state: "absent" } as const;
    expect(refusal(() => applied([], absent))).toMatchObject({ code: "invalid_input", field: "state" });
  });
});

describe("the table of presets", () => {
  const examples = presets.map(({ name, keys }) => {
    const values = Object.fromEntries(Object.entries(keys).map(([key, { example }]) => [key, example]));
    return [name, { preset: name, values }] as const;
  });

  it.each(examples)("%s takes its own examples, and makes sound records of them", (_, application) => {
    const { wanted, after: records } = applied([], application);
    expect(wanted.length).toBeGreaterThan(0);
    expect(checkZone({ zone: ZONE, records })).toEqual([]);
    expect(lintZone({ zone: ZONE, records }).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("has twenty rows with names and words as the house wants them", () => {
    expect(presets).toHaveLength(20);
    expect(new Set(presets.map(({ name }) => name)).size).toBe(20);
    for (const { name, about, stays, keys } of presets) {
      expect(name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(about.match(/[.](?=\s|$)/g), name).toHaveLength(2);
      expect(stays).toMatch(/\.$/);
      for (const [key, { description, pattern }] of Object.entries(keys)) {
        expect(key).toMatch(/^[a-z0-9_]+$/);
        expect(description).not.toMatch(/\.$/);
        expect([pattern.source.startsWith("^"), pattern.source.endsWith("$")], `${name} ${key}`).toEqual([true, true]);
      }
    }
  });

  it("cleans up after the one that is needed for a moment only", () => {
    expect(presets.flatMap(({ name, cleanup }) => (cleanup ? [name] : []))).toEqual(["acme"]);
  });
});

describe("values that do not go together", () => {
  it.each<readonly [string, Application, string]>([
    [
      "a key of another length than its algorithm has",
      { preset: "mcp-registry", values: { key: KEY, algorithm: "ecdsap384" } },
      "values.key",
    ],
    ["an SPF without any sender", { preset: "spf", values: { mx: "no" } }, "values"],
    [
      "a name outside the zone",
      { preset: "acme", values: { code: "a".repeat(43), name: "www.example.net." } },
      "values",
    ],
    [
      "a name that is none",
      { preset: "blue-green", values: { name: "app..x", target: "green.example.net" } },
      "values",
    ],
  ])("%s", (_, application, field) => {
    expect(refusal(() => applied([], application))).toMatchObject({ field });
  });
});
