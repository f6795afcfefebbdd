// What a pull request from a fork meets.
import { scenario } from "../support/scenario.ts";

export const story = scenario({
  title: "An empty token is told as a secret that this run does not get, and nothing is asked of the API",
  play: async ({ main, post }) => {
    const inputs = { token: "", zone: "example.com", type: "TXT", name: "_x", value: "y", cleanup: "true" };
    await post(inputs, await main(inputs));
  },
});
