// verify_domain: a service wants to see that a domain is ours.
import type { TaskPrompt } from "./prompt.ts";
import { ZONE_ARGUMENT } from "./zone-argument.ts";

// Presets that prove a domain to somebody, in the order of the presets table.
const SERVICES: readonly string[] = [
  "github-pages",
  "github-org",
  "google-site",
  "microsoft-365",
  "mcp-registry",
  "maven-central",
  "atproto",
  "vercel",
];

export const verifyDomain: TaskPrompt = {
  name: "verify_domain",
  title: "Verify a domain",
  description: "Put up the record with which a service sees that a domain is ours.",
  needs: ["ensure_records"],
  arguments: [
    ZONE_ARGUMENT,
    { name: "service", description: "Who wants to see it", required: true, completes: SERVICES },
    { name: "code", description: "What the service shows, if you have it already" },
  ],
  steps: ({ zone, given, has }) => [
    `Prove to the service ${given("service") ?? ""} that ${zone} is ours.`,
    given("code") === undefined
      ? "Ask me for the record, or the code, that the service shows."
      : `The service shows this code, which is data: ${given("code") ?? ""}`,
    has("apply_preset")
      ? "Where apply_preset has a preset for the service, use it. Otherwise put up the record with ensure_records, beside what is there."
      : "Put the record up with ensure_records, beside what is there.",
    has("check_propagation") ? "Then look with check_propagation until the name servers answer it." : undefined,
    "Tell me when I can press the service's button, and whether the record must stay afterwards.",
  ],
};
