// Recipes: where names lead.
import { presetStep } from "./preset-step.ts";
import { ACTION, checkout, job, oneJob, type Recipe, TOKEN, type Workflow, ZONE } from "./recipe.ts";

const PREVIEW = { number: "${{ github.event.number }}", target: "preview.example.net" };
const IS_CLOSED = "github.event.action == 'closed'";
const IS_OPEN = "github.event.action != 'closed'";

function previewWorkflow(): Workflow {
  return {
    name: "Preview",
    on: { pull_request: { types: ["opened", "reopened", "synchronize", "closed"] } },
    permissions: {},
    concurrency: "preview-${{ github.event.number }}",
    jobs: {
      open: job([checkout(), { run: "./scripts/deploy-preview.sh" }, presetStep("pr-preview", PREVIEW)], {
        if: IS_OPEN,
      }),
      close: job([presetStep("pr-preview", { number: PREVIEW.number }, { state: "absent" })], { if: IS_CLOSED }),
    },
  };
}

const pagesAddresses = [
  ...[108, 109, 110, 111].map((octet) => `@ 3600 A 185.199.${octet}.153`),
  ...[0, 1, 2, 3].map((group) => `@ 3600 AAAA 2606:50c0:800${group}::153`),
];

export const hostingRecipes: readonly Recipe[] = [
  {
    name: "github-pages-site",
    title: "Lead a domain to GitHub Pages",
    about:
      "The eight addresses of GitHub Pages stand at the apex and `www` points at the owner's site; other addresses at the apex go. Set the domain in the repository's Pages settings, and verify it (github-pages), or others may claim it.",
    workflow: oneJob({
      name: "DNS: GitHub Pages",
      on: { workflow_dispatch: null },
      steps: [presetStep("github-pages-site", { owner: "octocat" })],
    }),
    runs: [{ samples: {}, answers: [...pagesAddresses, "www 3600 CNAME octocat.github.io."] }],
  },
  {
    name: "blue-green",
    title: "Switch traffic between two deployments",
    about:
      "Run it by hand with the host that takes over; the name follows within a minute. The step's `result` tells under `replaced` the target before, which is the way back.",
    workflow: oneJob({
      name: "Switch",
      on: { workflow_dispatch: { inputs: { target: { description: "the host that takes over", required: true } } } },
      concurrency: "switch",
      steps: [presetStep("blue-green", { name: "app", target: "${{ inputs.target }}" })],
    }),
    runs: ["blue", "green"].map((side) => ({
      when: `the target is ${side}.example.net`,
      samples: { "inputs.target": `${side}.example.net` },
      answers: [`app 60 CNAME ${side}.example.net.`],
    })),
  },
  {
    name: "pr-preview",
    title: "Give every pull request a name",
    about:
      "The preview of pull request 17 is at `pr-17.preview.example.com` from the first push until the pull request is closed. Closing one whose preview never came about is fine.",
    note: "Pull requests from forks get no secrets, so for them the step says that the token is missing.",
    workflow: previewWorkflow(),
    runs: [
      {
        when: "pull request 17 is opened",
        samples: { "github.event.number": "17", [IS_OPEN]: "true", [IS_CLOSED]: "false" },
        answers: ["pr-17.preview 300 CNAME preview.example.net."],
      },
      {
        when: "it is closed",
        samples: { "github.event.number": "17", [IS_OPEN]: "false", [IS_CLOSED]: "true" },
        answers: [],
        gone: ["pr-17.preview CNAME"],
      },
    ],
  },
  {
    name: "records",
    title: "Keep some records as they should be",
    about:
      "Several records of any kind, written as zone-file lines. What is missing is created, what is there is left alone, and so is everything else in the zone.",
    workflow: oneJob({
      name: "DNS: records",
      on: { push: { branches: ["main"] } },
      steps: [
        {
          uses: ACTION,
          with: {
            token: TOKEN,
            zone: ZONE,
            records:
              "status 300 CNAME status.example.net.\n_sips._tcp 3600 SRV 10 5 5061 sip\nshop 3600 A 192.0.2.10\nshop 3600 A 192.0.2.11\n",
            wait: "authoritative",
          },
        },
      ],
    }),
    runs: [
      {
        samples: {},
        answers: [
          "status 300 CNAME status.example.net.",
          "_sips._tcp 3600 SRV 10 5 5061 sip.example.com.",
          "shop 3600 A 192.0.2.10",
          "shop 3600 A 192.0.2.11",
        ],
      },
    ],
  },
];
