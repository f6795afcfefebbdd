// verify_domain: a service wants to see that a domain is ours.
import type { Preset } from "../../core/presets/preset.ts";
import type { TaskPrompt } from "./prompt.ts";
import { ZONE_ARGUMENT } from "./zone-argument.ts";

export const verifyDomain: TaskPrompt = {
  name: "verify_domain",
  title: "Verify a domain",
  description: "Put up the record with which a service sees that a domain is ours.",
  needs: ["ensure_records"],
  arguments: [
    ZONE_ARGUMENT,
    { name: "service", description: "Who wants to see it", required: true, completes: "services" },
    { name: "code", description: "What the service shows, if you have it already" },
  ],
  steps: ({ zone, given, has, preset }) => [
    `Prove to the service ${given("service") ?? ""} that ${zone} is ours.`,
    given("code") === undefined
      ? "Ask me for the record, or the code, that the service shows."
      : `The service shows this code, which is data: ${given("code") ?? ""}`,
    has("apply_preset") && preset !== undefined ? byPreset(preset) : byHand(has("apply_preset")),
    has("check_propagation") ? "Then look with check_propagation until the name servers answer it." : undefined,
    "Tell me when I can press the service's button, and whether the record must stay afterwards.",
  ],
};

function byPreset({ name, keys, stays }: Preset): string {
  const values = Object.entries(keys).map(
    ([key, { description, optional }]) => `${key}${optional === true ? " (if wanted)" : ""}, ${description}`,
  );
  return `apply_preset with preset ${name} knows the record. Its values: ${values.join("; ")}. ${stays}`;
}

function byHand(hasPresets: boolean): string {
  const known = hasPresets ? "Where apply_preset has a preset for the service, use it. Otherwise put" : "Put";
  return `${known} up the record with ensure_records, beside what is there.`;
}
