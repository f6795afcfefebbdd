// Recipes: mail.
import { presetStep } from "./preset-step.ts";
import { checkout, oneJob, type Recipe } from "./recipe.ts";

const KEY = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
const POLICY = { description: "none, quarantine or reject", required: true, default: "none" };

export const mailRecipes: readonly Recipe[] = [
  {
    name: "spf",
    title: "Let another service send mail in your name",
    about:
      "The new sender becomes part of the one SPF record that is there, before its `all`. An eleventh look-up would break the record for every receiver and is refused.",
    workflow: oneJob({
      name: "DNS: SPF",
      on: { workflow_dispatch: null },
      steps: [presetStep("spf", { include: ["_spf.google.com", "spf.protection.outlook.com"] })],
    }),
    runs: [
      {
        samples: {},
        answers: ['@ 3600 TXT "v=spf1 mx include:_spf.google.com include:spf.protection.outlook.com -all"'],
      },
    ],
  },
  {
    name: "dkim",
    title: "Publish a DKIM key",
    about:
      "Publishes the key of a new selector, which the mail server may then sign with. The key may be the bare base64 or the text as the provider shows it.",
    workflow: oneJob({
      name: "DNS: DKIM",
      on: { workflow_dispatch: null },
      steps: [presetStep("dkim", { selector: "s2026", key: `v=DKIM1; k=ed25519; p=${KEY}` })],
    }),
    runs: [{ samples: {}, answers: [`s2026._domainkey 3600 TXT "v=DKIM1; k=ed25519; p=${KEY}"`] }],
  },
  {
    name: "dkim-retire",
    title: "Retire an old DKIM selector",
    about:
      "A week after the mail server has changed to a new selector, nothing under way is signed with the old one. This takes its key away, and is fine when it has gone already.",
    workflow: oneJob({
      name: "DNS: retire a DKIM selector",
      on: { workflow_dispatch: { inputs: { selector: { description: "the old selector", required: true } } } },
      steps: [presetStep("dkim", { selector: "${{ inputs.selector }}" }, { state: "absent" })],
    }),
    runs: [{ samples: { "inputs.selector": "mail" }, answers: [], gone: ["mail._domainkey TXT"] }],
  },
  {
    name: "dmarc",
    title: "Tighten DMARC step by step",
    about:
      "Run it with none first, read the reports for some weeks, then with quarantine and at last with reject. Each policy replaces the one before.",
    workflow: oneJob({
      name: "DNS: DMARC",
      on: { workflow_dispatch: { inputs: { policy: POLICY } } },
      steps: [presetStep("dmarc", { policy: "${{ inputs.policy }}", rua: "dmarc@example.com" })],
    }),
    runs: ["none", "quarantine", "reject"].map((policy) => ({
      when: `the policy is ${policy}`,
      samples: { "inputs.policy": policy },
      answers: [`_dmarc 3600 TXT "v=DMARC1; p=${policy}; rua=mailto:dmarc@example.com"`],
    })),
  },
  {
    name: "mta-sts",
    title: "Announce a new MTA-STS policy",
    about:
      "Whenever the policy file changes on the default branch, its id in the DNS becomes the number of the run. Senders fetch the policy again when they see a new id.",
    workflow: oneJob({
      name: "DNS: MTA-STS",
      on: { push: { branches: ["main"], paths: [".well-known/mta-sts.txt"] } },
      steps: [checkout(), { run: "./scripts/deploy-policy.sh" }, presetStep("mta-sts", { id: "${{ github.run_id }}" })],
    }),
    runs: [{ samples: { "github.run_id": "1234567890" }, answers: ['_mta-sts 3600 TXT "v=STSv1; id=1234567890;"'] }],
  },
  {
    name: "tls-rpt",
    title: "Hear when mail cannot be sent to you encrypted",
    about: "Senders report to the address once a day. The addresses given replace those that were there.",
    workflow: oneJob({
      name: "DNS: TLS reports",
      on: { workflow_dispatch: null },
      steps: [presetStep("tls-rpt", { rua: "tls-reports@example.com" })],
    }),
    runs: [{ samples: {}, answers: ['_smtp._tls 3600 TXT "v=TLSRPTv1; rua=mailto:tls-reports@example.com"'] }],
  },
];
