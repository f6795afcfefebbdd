// The argument that every prompt has.
import type { PromptArgument } from "./prompt.ts";

export const ZONE_ARGUMENT: PromptArgument = {
  name: "zone",
  description: "Zone name, such as example.com",
  required: true,
  completes: "zones",
};
