// What each preset takes for its keys, bare or as a portal shows it, and what it refuses.
import { describe, expect, it } from "vitest";
import { presetOf, presets } from "../../../src/core/presets/index.ts";
import { bareValue, readValues } from "../../../src/core/presets/preset-values.ts";
import { refusal } from "../../support/refusal.ts";

const HEX = "0123456789abcdef0123456789abcd";
const GOOGLE = "0123456789-abcdefghijklmnopqrstuvwxyz_ABCDE";
const ED25519 = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
const SLASH_P = `${"A".repeat(41)}/p=`;
const CID = "bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi";
const RSA = "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDwIRP/UC3SBsEmGqZ9ZJW3";

/** preset, key: what is given, and the bare value it is read as. */
const taken: readonly (readonly [preset: string, key: string, given: string, bare: string])[] = [
  ["github-pages", "owner", "octocat", "octocat"],
  ["github-pages", "owner", "@Octo-Cat", "octo-cat"],
  ["github-pages", "owner", "octo_corp", "octo_corp"],
  ["github-pages", "owner", "https://github.com/octocat", "octocat"],
  ["github-pages", "code", HEX, HEX],
  ["github-pages", "code", ` "${HEX.toUpperCase()}" `, HEX],
  ["github-pages", "code", `_github-pages-challenge-octocat.example.com. 3600 IN TXT "${HEX}"`, HEX],
  ["github-org", "code", "0a1b2c3d4e", "0a1b2c3d4e"],
  ["google-site", "code", GOOGLE, GOOGLE],
  ["google-site", "code", `google-site-verification=${GOOGLE}`, GOOGLE],
  ["google-site", "code", `google-site-verification: ${GOOGLE}`, GOOGLE],
  ["google-site", "code", `@ IN TXT "google-site-verification=${GOOGLE}"`, GOOGLE],
  ["microsoft-365", "code", "ms12345678", "ms12345678"],
  ["microsoft-365", "code", "MS=ms12345678", "ms12345678"],
  ["microsoft-365", "code", "@ TXT MS=MS12345678", "ms12345678"],
  ["maven-central", "code", "ab1cd2ef3g", "ab1cd2ef3g"],
  ["maven-central", "code", "OSSRH-12345", "OSSRH-12345"],
  ["vercel", "code", "vc-domain-verify=www.example.com,0123456789abcdef0123", "www.example.com,0123456789abcdef0123"],
  ["vercel", "code", "0123456789abcdef0123", "0123456789abcdef0123"],
  ["mcp-registry", "key", ED25519, ED25519],
  ["mcp-registry", "key", `v=MCPv1; k=ed25519; p=${ED25519}`, ED25519],
  ["mcp-registry", "key", `example.com. IN TXT "v=MCPv1; k=ed25519; p=${ED25519}"`, ED25519],
  ["mcp-registry", "key", `v=MCPv1; k=ed25519; p=${SLASH_P}`, SLASH_P],
  ["mcp-registry", "algorithm", "ECDSAP384", "ecdsap384"],
  ["atproto", "did", "did=did:plc:abcdefghijklmnopqrstuvwx", "did:plc:abcdefghijklmnopqrstuvwx"],
  ["atproto", "did", "did:web:example.com", "did:web:example.com"],
  ["atproto", "handle", "alice.example.com", "alice.example.com"],
  ["dnslink", "target", `/ipfs/${CID}`, `/ipfs/${CID}`],
  ["dnslink", "target", `dnslink=/ipfs/${CID}/docs`, `/ipfs/${CID}/docs`],
  ["dnslink", "target", `ipfs://${CID}`, CID],
  ["dnslink", "target", "/ipns/docs.example.net", "/ipns/docs.example.net"],
  ["acme", "code", GOOGLE, GOOGLE],
  ["acme", "name", "*.Example.com", "*.example.com"],
  ["acme-persist", "issuer", "LetsEncrypt.org", "letsencrypt.org"],
  ["acme-persist", "accounturi", "https://ca.example.net/acct/1", "https://ca.example.net/acct/1"],
  ["acme-persist", "persist_until", "1893456000", "1893456000"],
  ["caa-lock", "methods", "DNS-01", "dns-01"],
  ["caa-lock", "wildcard", "No", "no"],
  ["spf", "include", "include:_spf.Google.com", "_spf.google.com"],
  ["spf", "ip4", "ip4:192.0.2.0/24", "192.0.2.0/24"],
  ["spf", "ip6", "2001:DB8::/32", "2001:db8::/32"],
  ["spf", "all", "~ALL", "~all"],
  ["dkim", "selector", "S2026._domainkey.example.com", "s2026"],
  ["dkim", "key", RSA, RSA],
  ["dkim", "key", `s1._domainkey IN TXT "v=DKIM1; k=rsa; " "p=${RSA}"`, `v=DKIM1; k=rsa; p=${RSA}`],
  ["dkim", "key", `-----BEGIN PUBLIC KEY-----\n${RSA}\n-----END PUBLIC KEY-----\n`, RSA],
  ["dmarc", "policy", "Reject", "reject"],
  ["dmarc", "rua", "mailto:dmarc@example.com", "dmarc@example.com"],
  ["dmarc", "pct", "100", "100"],
  ["mta-sts", "id", "20261121T120000", "20261121T120000"],
  ["mta-sts", "id", "v=STSv1; id=20261121;", "20261121"],
  ["tls-rpt", "rua", "https://reports.example.net/tls", "https://reports.example.net/tls"],
  ["github-pages-site", "www", "FALSE", "false"],
  ["blue-green", "target", "https://green.example.net/", "green.example.net"],
  ["blue-green", "target", "app CNAME Green.example.net.", "green.example.net."],
  ["blue-green", "target", "grün.example.net", "grün.example.net"],
  ["pr-preview", "number", "#17", "17"],
];

const refused: readonly (readonly [preset: string, key: string, given: string])[] = [
  ["github-pages", "owner", "octo cat"],
  ["github-pages", "owner", "-octocat"],
  ["github-pages", "owner", "octocat/hello-world"],
  ["github-pages", "code", HEX.slice(1)],
  ["github-pages", "code", "_github-pages-challenge-octocat"],
  ["github-org", "code", "code=0a1b2c3d4e"],
  ["google-site", "code", `${GOOGLE}x`],
  ["google-site", "code", "google-site-verification"],
  ["microsoft-365", "code", "MS=12345678"],
  ["maven-central", "code", "a key"],
  ["vercel", "code", "vc-domain-verify=,0123456789abcdef"],
  ["mcp-registry", "key", ED25519.slice(4)],
  ["mcp-registry", "key", "-----BEGIN PUBLIC KEY-----"],
  ["mcp-registry", "algorithm", "rsa"],
  ["atproto", "did", "did:plc:short"],
  ["atproto", "did", "alice.example.com"],
  ["dnslink", "target", "bafy"],
  ["dnslink", "target", "https://example.net/"],
  ["acme", "code", `${GOOGLE}=`],
  ["acme", "code", "token.thumbprint"],
  ["acme-persist", "issuer", "https://letsencrypt.org"],
  ["acme-persist", "accounturi", "12345"],
  ["acme-persist", "accounturi", "https://ca.example.net/1; policy=wildcard"],
  ["acme-persist", "policy", "all"],
  ["acme-persist", "persist_until", "2027-01-01"],
  ["caa-lock", "issuer", ";"],
  ["caa-lock", "methods", "dns"],
  ["caa-lock", "wildcard", "maybe"],
  ["spf", "include", "v=spf1"],
  ["spf", "include", "_spf.google.com -all"],
  ["spf", "ip4", "192.0.2.0/33"],
  ["spf", "ip4", "2001:db8::1"],
  ["spf", "ip6", "192.0.2.1"],
  ["spf", "all", "+all"],
  ["dkim", "selector", "s1."],
  ["dkim", "key", "MIGf"],
  ["dkim", "key", "v=DKIM1; k=rsa; p="],
  ["dmarc", "policy", "block"],
  ["dmarc", "rua", "https://reports.example.net"],
  ["dmarc", "rua", "dmarc@example.com!10m"],
  ["dmarc", "pct", "101"],
  ["mta-sts", "id", "2026-11-21"],
  ["tls-rpt", "rua", "reports"],
  ["github-pages-site", "www", "www"],
  ["blue-green", "target", "green example"],
  ["blue-green", "name", "app/"],
  ["pr-preview", "number", "0"],
  ["pr-preview", "number", "17; drop"],
  ["pr-preview", "prefix", "-pr"],
];

function keyOf(preset: string, key: string) {
  const row = presetOf(preset).keys[key];
  if (row === undefined) throw new Error(`${preset} has no ${key}`);
  return row;
}

describe("a value of a preset", () => {
  it.each(taken)("%s %s takes %s", (preset, key, given, bare) => {
    const row = keyOf(preset, key);
    // What takes several has its parts split off before.
    expect(bareValue(row, given)).toBe(bare);
  });

  it.each(refused)("%s %s refuses %s, by name and with an example, and never repeats it", (preset, key, given) => {
    expect(bareValue(keyOf(preset, key), given)).toBeUndefined();
    const { keys } = presetOf(preset);
    const rest = Object.entries(keys).filter(([name]) => name !== key);
    const all = [{ key, text: given }, ...rest.map(([name, { example }]) => ({ key: name, text: example }))];
    const error = refusal(() => readValues(presetOf(preset), all));
    expect(error).toMatchObject({ code: "invalid_value", field: `values.${key}` });
    expect(error.hint).toBe(`Write it such as ${key}=${keys[key]?.example ?? ""}`);
    expect(error.message).toBe(`${key} of ${preset} is ${keys[key]?.description ?? ""}; what was given is not.`);
  });

  it("is tried for every key of every preset", () => {
    const tried = new Set([...taken, ...refused].map(([preset, key]) => `${preset} ${key}`));
    const untried = presets.flatMap(({ name, keys }) =>
      Object.entries(keys)
        // Keys made of one shape are tried once.
        .filter(([, row]) => ![...tried].some((one) => sameShape(one, row.pattern)))
        .map(([key]) => `${name} ${key}`),
    );
    expect(untried).toEqual([]);
  });
});

function sameShape(tried: string, pattern: RegExp): boolean {
  const [preset = "", key = ""] = tried.split(" ");
  return keyOf(preset, key).pattern.source === pattern.source;
}

describe("the keys of a preset", () => {
  it("are all told, with an example each, when one is missing", () => {
    expect(
      refusal(() => readValues(presetOf("acme-persist"), [{ key: "issuer", text: "letsencrypt.org" }])),
    ).toMatchObject({
      code: "invalid_input",
      field: "values.accounturi",
      message: "The preset acme-persist needs accounturi.",
      hint: "values takes, such as: issuer=letsencrypt.org, accounturi=https://acme-v02.api.letsencrypt.org/acme/acct/12345; if wanted policy=wildcard, persist_until=1893456000",
    });
  });

  it("are told with the nearest one when there is no such key", () => {
    const error = refusal(() => readValues(presetOf("spf"), [{ key: "includes", text: "_spf.google.com" }]));
    expect(error).toMatchObject({ code: "unknown_field", message: 'The preset spf has no key "includes".' });
    expect(error.hint).toMatch(/^Did you mean include\? values takes, such as: if wanted include=/);
  });

  it("are refused when given twice, but for those that take several", () => {
    const twice = [
      { key: "policy", text: "none" },
      { key: "policy", text: "reject" },
    ];
    expect(refusal(() => readValues(presetOf("dmarc"), twice))).toMatchObject({ field: "values.policy" });
    const several = [
      { key: "ip4", text: "192.0.2.1, 192.0.2.2" },
      { key: "ip4", text: "192.0.2.3" },
    ];
    expect(readValues(presetOf("spf"), several).all("ip4")).toEqual(["192.0.2.1", "192.0.2.2", "192.0.2.3"]);
  });

  it("that only say what is published are not needed to take a record away", () => {
    expect(readValues(presetOf("pr-preview"), [{ key: "number", text: "17" }], "absent").text("number")).toBe("17");
    // Many codes may stand there, so which one is meant must be said.
    expect(refusal(() => readValues(presetOf("maven-central"), [], "absent"))).toMatchObject({ field: "values.code" });
  });
});
