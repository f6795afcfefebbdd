// set_up_email: a zone takes and sends mail.
import type { TaskPrompt } from "./prompt.ts";
import { ZONE_ARGUMENT } from "./zone-argument.ts";

const PROVIDERS: readonly string[] = ["Fastmail", "Google Workspace", "Microsoft 365", "none (takes no mail)"];

export const setUpEmail: TaskPrompt = {
  name: "set_up_email",
  title: "Set up email",
  description: "MX, SPF, DKIM and DMARC for a mail provider, or for a domain without mail.",
  needs: ["list_records", "ensure_records", "set_rrset"],
  arguments: [
    ZONE_ARGUMENT,
    { name: "provider", description: "Who takes the mail; none for a domain without", completes: PROVIDERS },
  ],
  steps: ({ zone, given, has }) => [
    `Set up mail for ${zone}${given("provider") === undefined ? "" : `. Provider: ${given("provider") ?? ""}`}.`,
    "Look first at the MX and TXT records there are. Ask me for the provider's own values (MX hosts, SPF include, DKIM selectors and keys) rather than guess them.",
    "MX: set_rrset, so that no old server is left. Without mail: the null MX `0 .`.",
    `SPF: one TXT record at the apex that starts with v=spf1; ${has("apply_preset") ? "apply_preset spf merges into the one that is there" : "change the one that is there, and never add a second"}. Without mail: \`v=spf1 -all\`.`,
    `DKIM at SELECTOR._domainkey, DMARC at _dmarc${has("apply_preset") ? ", both by apply_preset" : " (begin with p=none)"}.`,
    "Show me what will change before you change what is there already.",
    has("lint_zone") ? "At the end lint_zone, and tell me what it finds about mail." : undefined,
  ],
};
