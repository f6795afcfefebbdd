// Recipes: a whole zone kept as a file in the repository.
import { ACTION, checkout, job, oneJob, type Recipe, TOKEN, ZONE } from "./recipe.ts";

// Run by hand, a workflow runs on whatever branch one chooses.
const IS_MERGED = "github.ref_name == github.event.repository.default_branch";

const PATH = "dns/example.com.zone";

const FILE = `$ORIGIN example.com.
$TTL 3600
@                A     192.0.2.1
@                AAAA  2001:db8::1
www              CNAME @
docs         300 CNAME docs.example.net.
`;

function zoneStep(over: Readonly<Record<string, string | boolean>>): unknown {
  return { uses: ACTION, with: { token: TOKEN, zone: ZONE, "zone-file": PATH, mode: "replace", ...over } };
}

export const zoneFileRecipes: readonly Recipe[] = [
  {
    name: "zone-plan",
    title: "Show in a pull request what a zone file would change",
    about:
      "The job's summary has the plan as a diff, and nothing is written. The output `plan` has the same text for a comment.",
    workflow: oneJob({
      name: "DNS plan",
      on: { pull_request: { paths: ["dns/**"] } },
      steps: [checkout(), zoneStep({ "dry-run": true })],
    }),
    files: { [PATH]: FILE },
    runs: [{ samples: {}, answers: ["www 3600 CNAME example.com."], gone: ["docs CNAME"] }],
  },
  {
    name: "zone-apply",
    title: "Make a zone what its file says",
    about:
      "On the default branch the plan is made and carried out, in an order in which no step breaks the zone. Records at names that the file does not mention stay; with `mode: exact` they go.",
    note: "A change of more than 30 % of the zone fails the step, with the diff in the job's summary. Where it is meant, run the workflow by hand and type the zone's name: a `confirm` that stands in the workflow would stand for every change to come.",
    workflow: {
      name: "DNS apply",
      on: {
        push: { branches: ["main"], paths: ["dns/**"] },
        workflow_dispatch: { inputs: { confirm: { description: "The zone's name, for a change of much of it" } } },
      },
      permissions: {},
      concurrency: "dns",
      jobs: {
        dns: job([checkout(), zoneStep({ confirm: "${{ inputs.confirm }}", wait: "authoritative" })], {
          if: IS_MERGED,
        }),
      },
    },
    files: { [PATH]: FILE },
    runs: [
      {
        samples: { "inputs.confirm": "", [IS_MERGED]: "true" },
        answers: ["docs 300 CNAME docs.example.net.", "www 3600 CNAME example.com."],
      },
    ],
  },
  {
    name: "drift",
    title: "Raise an alarm when the zone is not what its file says",
    about:
      "Every morning the zone is compared with its file, and a difference fails the job, with the diff in its summary. Nothing is written.",
    workflow: oneJob({
      name: "DNS drift",
      on: { schedule: [{ cron: "23 5 * * *" }], workflow_dispatch: null },
      steps: [checkout(), zoneStep({ "dry-run": true, "fail-on-change": true })],
    }),
    files: { [PATH]: FILE },
    runs: [{ samples: {}, answers: ["www 3600 CNAME example.com."], gone: ["docs CNAME"], fails: true }],
  },
];
