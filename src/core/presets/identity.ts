// Records that say who or what a domain is: a publisher's key, an account, a site's content.
import { base64Octets } from "../dns/texts/base64.ts";
import { InputError } from "../errors.ts";
import { replacing } from "./manner.ts";
import { definePreset, type Preset } from "./preset.ts";
import { BELOW, inFrontOf } from "./shapes.ts";

/** Octets of a public key; of P-384 a compressed point. */
const KEY_OCTETS: Readonly<Record<string, number>> = { ed25519: 32, ecdsap384: 49 };

const mcpRegistry = definePreset({
  name: "mcp-registry",
  title: "MCP registry key",
  about:
    "Publishes the public key with which `mcp-publisher login dns` proves that the domain is yours. An older key goes, since the registry fails on the first key that does not fit.",
  record: "apex TXT `v=MCPv1; k=…; p=…`",
  manner: "replaces",
  stays: "It stays while servers are published under the domain.",
  cleanup: false,
  keys: {
    key: {
      description: "the public key in base64: 32 octets of ed25519, or 49 of ecdsap384",
      example: `${"A".repeat(43)}=`,
      pattern: /^[A-Za-z0-9+/]+={0,2}$/,
      prefix: /^v\s*=\s*MCPv1\s*;.*?\bp\s*=\s*/i,
      holds: (text) => Object.values(KEY_OCTETS).some((octets) => base64Octets(text) === octets),
    },
    algorithm: {
      description: "ed25519 (when left out) or ecdsap384",
      example: "ed25519",
      pattern: /^(?:ed25519|ecdsap384)$/,
      lower: true,
      optional: true,
    },
  },
  rrsets: (values) => [
    replacing(
      { name: "@", type: "TXT" },
      {
        owns: (value) => /^v\s*=\s*MCPv1\b/i.test(value),
        values() {
          const [key, algorithm = "ed25519"] = [values.text("key"), values.maybe("algorithm")];
          if (base64Octets(key) === KEY_OCTETS[algorithm]) return [`v=MCPv1; k=${algorithm}; p=${key}`];
          throw new InputError("invalid_value", `The key has not the length of an ${algorithm} key.`, {
            field: "values.key",
            hint: "An ed25519 key has 32 octets, an ecdsap384 key 49 (a compressed point): give the algorithm that fits.",
          });
        },
      },
    ),
  ],
});

const atproto = definePreset({
  name: "atproto",
  title: "Bluesky handle (AT Protocol)",
  about:
    "Makes the domain, or a name below it, the handle of an AT Protocol account. An older DID goes, since a handle with two of them does not resolve.",
  record: "`_atproto[.HANDLE]` TXT `did=…`",
  manner: "replaces",
  stays: "It stays while the account has the handle.",
  cleanup: false,
  keys: {
    did: {
      description: "the account's DID",
      example: "did:plc:abcdefghijklmnopqrstuvwx",
      pattern: /^did:(?:plc:[a-z2-7]{24}|web:[a-z0-9.-]+)$/,
      prefix: /^did\s*=\s*/i,
      lower: true,
    },
    handle: { ...BELOW, description: "the handle where it is a name below the zone", example: "alice" },
  },
  rrsets: (values) => [
    replacing(
      { name: inFrontOf("_atproto", values.maybe("handle")), type: "TXT" },
      { owns: (value) => /^did\s*=/i.test(value), values: () => [`did=${values.text("did")}`] },
    ),
  ],
});

/** A CID of version 0 or 1 in its usual spelling, alone. */
const BARE_CID = /^(?:Qm[1-9A-HJ-NP-Za-km-z]{44}|baf[a-z2-7]{50,})$/;

const dnslink = definePreset({
  name: "dnslink",
  title: "DNSLink (IPFS)",
  about:
    "Points a name at content on IPFS or IPNS, as a release step does after each deployment. The older link goes, since gateways are free to take either of two.",
  record: "`_dnslink[.NAME]` TXT `dnslink=…`",
  manner: "replaces",
  ttl: 60,
  stays: "It stays; each deployment replaces it.",
  cleanup: false,
  keys: {
    target: {
      description: "a path such as /ipfs/CID or /ipns/NAME, or a bare CID",
      example: "/ipfs/bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi",
      pattern: /^(?:\/[a-z0-9]+\/[!-~]+|Qm[1-9A-HJ-NP-Za-km-z]{44}|baf[a-z2-7]{50,})$/,
      prefix: /^(?:dnslink\s*=\s*|ipfs:\/\/)/i,
    },
    name: BELOW,
  },
  rrsets: (values) => [
    replacing(
      { name: inFrontOf("_dnslink", values.maybe("name")), type: "TXT" },
      {
        owns: (value) => value.startsWith("dnslink="),
        values: () => [`dnslink=${contentPath(values.text("target"))}`],
      },
    ),
  ],
});

function contentPath(target: string): string {
  return BARE_CID.test(target) ? `/ipfs/${target}` : target;
}

export const identityPresets: readonly Preset[] = [mcpRegistry, atproto, dnslink];
