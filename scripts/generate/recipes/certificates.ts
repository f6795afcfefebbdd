// Recipes: certificates.
import { presetStep } from "./preset-step.ts";
import { checkout, oneJob, type Recipe } from "./recipe.ts";

const ACCOUNT = "https://acme-v02.api.letsencrypt.org/acme/acct/12345";
const CODES = ["abcdefghijklmnopqrstuvwxyz-0123456789_ABCDE", "ABCDEFGHIJKLMNOPQRSTUVWXYZ-0123456789_abcde"];

export const certificateRecipes: readonly Recipe[] = [
  {
    name: "acme",
    title: "Get a certificate for a name and its wildcard",
    about:
      "Both texts stand at one name and are answered by every name server before the order goes on. They go again when the job ends, whatever became of it.",
    note: "Certbot, lego, acme.sh and dehydrated can call `vps-dns acme` by themselves; this is for clients that print their codes.",
    workflow: oneJob({
      name: "Renew the certificate",
      on: { schedule: [{ cron: "17 3 1 * *" }], workflow_dispatch: null },
      concurrency: "certificate",
      steps: [
        checkout(),
        { id: "order", run: "./scripts/acme-order.sh" },
        presetStep("acme", { code: "${{ steps.order.outputs.code }}" }),
        presetStep("acme", { code: "${{ steps.order.outputs.wildcard-code }}" }),
        { run: "./scripts/acme-finish.sh" },
      ],
    }),
    runs: [
      {
        samples: { "steps.order.outputs.code": CODES[0] ?? "", "steps.order.outputs.wildcard-code": CODES[1] ?? "" },
        answers: CODES.map((code) => `_acme-challenge 60 TXT ${code}`),
        gone: ["_acme-challenge TXT"],
      },
    ],
    cleanup: true,
  },
  {
    name: "acme-persist",
    title: "Let one ACME account renew without DNS credentials",
    about:
      "A standing text names the authority and the account that may get certificates for the domain (dns-persist-01). Whoever renews needs no token for the DNS any more.",
    workflow: oneJob({
      name: "DNS: standing authorisation",
      on: { workflow_dispatch: null },
      steps: [presetStep("acme-persist", { issuer: "letsencrypt.org", accounturi: ACCOUNT, policy: "wildcard" })],
    }),
    runs: [
      {
        samples: {},
        answers: [`_validation-persist 3600 TXT "letsencrypt.org; accounturi=${ACCOUNT}; policy=wildcard"`],
      },
    ],
  },
  {
    name: "caa-lock",
    title: "Allow one authority and one account to issue",
    about:
      "Certificates for the domain come from this account of this authority by dns-01, and from nowhere else; wildcards from nobody. Other authorities' records go, and the step's result tells which.",
    workflow: oneJob({
      name: "DNS: CAA lock",
      on: { workflow_dispatch: null },
      steps: [
        presetStep("caa-lock", { issuer: "letsencrypt.org", accounturi: ACCOUNT, methods: "dns-01", wildcard: "no" }),
      ],
    }),
    runs: [
      {
        samples: {},
        answers: [
          `@ 3600 CAA 0 issue "letsencrypt.org; accounturi=${ACCOUNT}; validationmethods=dns-01"`,
          '@ 3600 CAA 0 issuewild ";"',
        ],
      },
    ],
  },
];
