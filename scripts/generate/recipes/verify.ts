// Recipes: codes that prove a domain, and keys that say whose it is.
import { presetStep, type Values } from "./preset-step.ts";
import { ACTION, checkout, oneJob, type Recipe, TOKEN, ZONE } from "./recipe.ts";

const BY_HAND = { workflow_dispatch: null };

/** A code that somebody copies from a portal once: run by hand. */
function byHand(preset: string, values: Values, answers: readonly string[]): Pick<Recipe, "workflow" | "runs"> {
  return {
    workflow: oneJob({ name: `DNS: ${preset}`, on: BY_HAND, steps: [presetStep(preset, values)] }),
    runs: [{ samples: {}, answers }],
  };
}

const CID = "bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi";
const MCP_KEY = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

export const verifyRecipes: readonly Recipe[] = [
  {
    name: "github-pages",
    title: "Verify a domain for GitHub Pages",
    about:
      "Copy the code from Settings, Pages, Add a domain, and run the workflow by hand; then press Verify. The record stays, and nobody else can publish a site at the domain.",
    ...byHand("github-pages", { owner: "octocat", code: "0123456789abcdef0123456789abcd" }, [
      "_github-pages-challenge-octocat 3600 TXT 0123456789abcdef0123456789abcd",
    ]),
  },
  {
    name: "github-org",
    title: "Verify a domain for a GitHub organisation",
    about:
      "Copy the code from the organisation's Settings, Verified and approved domains. It is good for seven days, so run the workflow at once.",
    ...byHand("github-org", { owner: "octo-org", code: "0a1b2c3d4e" }, ["_gh-octo-org-o 3600 TXT 0a1b2c3d4e"]),
  },
  {
    name: "google-site",
    title: "Verify a domain for Google",
    about:
      "Search Console and the Workspace admin console give a text that joins the others at the apex. Leave it there, since Google looks again.",
    ...byHand("google-site", { code: "google-site-verification=0123456789-abcdefghijklmnopqrstuvwxyz_ABCDE" }, [
      "@ 3600 TXT google-site-verification=0123456789-abcdefghijklmnopqrstuvwxyz_ABCDE",
    ]),
  },
  {
    name: "microsoft-365",
    title: "Verify a domain for Microsoft 365",
    about:
      "The admin centre gives `MS=ms` and a number. Microsoft asks to wait about a quarter of an hour before you press Verify.",
    ...byHand("microsoft-365", { code: "MS=ms12345678" }, ["@ 3600 TXT MS=ms12345678"]),
  },
  {
    name: "maven-central",
    title: "Verify a namespace for Maven Central",
    about:
      "The Central Portal shows a key for the namespace of your domain, reversed. Run this, press Verify Namespace, and take the record away with `state: absent` when you like.",
    ...byHand("maven-central", { code: "ab1cd2ef3g" }, ["@ 3600 TXT ab1cd2ef3g"]),
  },
  {
    name: "vercel",
    title: "Verify a domain for Vercel",
    about:
      "A project's domain settings show a text when another account has the domain already. It goes below `_vercel`, beside others that are there.",
    ...byHand("vercel", { code: "vc-domain-verify=www.example.com,0123456789abcdef0123" }, [
      "_vercel 3600 TXT vc-domain-verify=www.example.com,0123456789abcdef0123",
    ]),
  },
  {
    name: "mcp-registry",
    title: "Publish to the MCP registry under your own domain",
    about:
      "Before the publisher logs in, its public key stands at the domain and an older one is gone, since the registry fails on the first key that does not fit. SPF and all other texts stay as they are.",
    workflow: oneJob({
      name: "Publish to the MCP registry",
      on: { release: { types: ["published"] } },
      steps: [
        checkout(),
        presetStep("mcp-registry", { key: MCP_KEY }),
        {
          run: 'mcp-publisher login dns --domain example.com --private-key "$MCP_PRIVATE_KEY"\nmcp-publisher publish\n',
          env: { MCP_PRIVATE_KEY: "${{ secrets.MCP_PRIVATE_KEY }}" },
        },
      ],
    }),
    runs: [{ samples: {}, answers: [`@ 3600 TXT "v=MCPv1; k=ed25519; p=${MCP_KEY}"`, '@ 3600 TXT "v=spf1 mx -all"'] }],
  },
  {
    name: "atproto",
    title: "Use the domain as a Bluesky handle",
    about:
      "Points `_atproto` at the account's DID. Another DID that was there goes, since a handle with two does not resolve.",
    ...byHand("atproto", { did: "did:plc:abcdefghijklmnopqrstuvwx" }, [
      "_atproto 3600 TXT did=did:plc:abcdefghijklmnopqrstuvwx",
    ]),
  },
  {
    name: "dnslink",
    title: "Point a name at each release on IPFS",
    about:
      "After the site is pinned, its CID becomes the DNSLink of `docs.example.com`. The link before goes in the same step, and resolvers follow within a minute.",
    workflow: oneJob({
      name: "Publish the docs to IPFS",
      on: { push: { branches: ["main"] } },
      steps: [
        checkout(),
        { id: "pin", run: 'echo "cid=$(./scripts/pin.sh)" >> "$GITHUB_OUTPUT"' },
        presetStep("dnslink", { target: "${{ steps.pin.outputs.cid }}", name: "docs" }),
      ],
    }),
    runs: [
      { samples: { "steps.pin.outputs.cid": CID }, answers: [`_dnslink.docs 60 TXT dnslink=/ipfs/${CID}`] },
      {
        when: "the next release is out",
        samples: { "steps.pin.outputs.cid": `${CID.slice(0, -1)}a` },
        answers: [`_dnslink.docs 60 TXT dnslink=/ipfs/${CID.slice(0, -1)}a`],
      },
    ],
  },
  {
    name: "verify-and-clean-up",
    title: "Prove control of a domain during a release, and leave nothing behind",
    about:
      "A TXT record is there and answered while the step after it runs. When the job ends, succeeded, failed or cancelled, exactly that record goes again.",
    workflow: oneJob({
      name: "Release",
      on: { release: { types: ["published"] } },
      steps: [
        checkout(),
        {
          uses: ACTION,
          with: {
            token: TOKEN,
            zone: ZONE,
            type: "TXT",
            name: "_release-proof",
            value: "run-${{ github.run_id }}",
            ttl: 60,
            wait: "authoritative",
            cleanup: true,
          },
        },
        { run: "./scripts/publish.sh" },
      ],
    }),
    runs: [
      {
        samples: { "github.run_id": "1234567890" },
        answers: ["_release-proof 60 TXT run-1234567890"],
        gone: ["_release-proof TXT"],
      },
    ],
    cleanup: true,
  },
];
