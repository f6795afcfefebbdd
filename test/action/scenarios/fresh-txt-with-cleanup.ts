// The main use: a verification TXT for as long as the job runs.
import { scenario } from "../support/scenario.ts";

const inputs = { zone: "example.com", type: "TXT", name: "_challenge", value: "token=abc 123", cleanup: "true" };

export const story = scenario({
  title: "A verification TXT is put in place, answered, and taken away after the job; post twice is harmless",
  play: async ({ main, post, dns }) => {
    const first = await main(inputs);
    await dns("_challenge.example.com", "TXT");
    await post(inputs, first);
    await dns("_challenge.example.com", "TXT");
    await post(inputs, first);
  },
});
