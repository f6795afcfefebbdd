// Debug logging tells the requests, and no secret.
import { scenario } from "../support/scenario.ts";

const inputs = { zone: "example.com", type: "TXT", name: "_x", value: "y", cleanup: "true" };

export const story = scenario({
  title: "With debug logging the requests are told, without the token",
  play: async ({ main, post }) => {
    const env = { RUNNER_DEBUG: "1" };
    await post(inputs, await main(inputs, { env }), { env });
  },
});
