// import_zone: a zone from elsewhere moves in.
import type { TaskPrompt } from "./prompt.ts";
import { ZONE_ARGUMENT } from "./zone-argument.ts";

export const importZone: TaskPrompt = {
  name: "import_zone",
  title: "Import a zone",
  description: "Bring the records of a zone file from another provider, seen before they are applied.",
  needs: ["plan_zone", "apply_plan"],
  arguments: [
    { ...ZONE_ARGUMENT, completes: "zones and domains" },
    { name: "source", description: "Where the zone file is, or who has it" },
  ],
  steps: ({ zone, given, has }) => [
    `Import a zone file into ${zone}.`,
    given("source") === undefined ? "Ask me for the zone file." : `It is to be found here: ${given("source") ?? ""}`,
    has("lint_zone")
      ? "Check the file with lint_zone, with the zone's name, and tell me about errors first."
      : undefined,
    has("create_zone") ? "If the zone is not there yet, make it with create_zone." : undefined,
    "plan_zone with the file in zonefile: mode merge keeps what is there, exact makes the zone just so. The file's SOA and the NS records at its apex are its old provider's.",
    "Show me the plan. After my yes: apply_plan, once.",
    "End with the name servers to delegate to, and the change that takes it all back.",
  ],
};
