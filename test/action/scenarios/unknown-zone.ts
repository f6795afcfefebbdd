// A slip in the zone's name.
import { scenario } from "../support/scenario.ts";

export const story = scenario({
  title: "An unknown zone is told with the nearest name",
  play: async ({ main }) => {
    await main({ zone: "exmaple.com", type: "TXT", name: "_x", value: "y" });
  },
});
