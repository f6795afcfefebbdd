// A token pasted with what stood around it.
import { scenario } from "../support/scenario.ts";

const token = "Bearer vps_pasted_with_too_much";

export const story = scenario({
  title: "A malformed token is refused before any request and never quoted",
  secrets: [token, "vps_pasted_with_too_much"],
  play: async ({ main }) => {
    await main({ token, zone: "example.com", type: "TXT", name: "_x", value: "y" });
  },
});
