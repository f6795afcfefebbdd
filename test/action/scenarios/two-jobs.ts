// A matrix of jobs that prove the same name, each with its own value.
import { scenario } from "../support/scenario.ts";

const inputs = { zone: "example.com", type: "TXT", name: "_acme-challenge", ttl: "60", cleanup: "true" };

export const story = scenario({
  title: "Two jobs at one name each add their value and take away their own",
  play: async ({ main, post, dns }) => {
    const one = await main({ ...inputs, value: "one" });
    const two = await main({ ...inputs, value: "two" });
    await dns("_acme-challenge.example.com", "TXT");
    await post({ ...inputs, value: "one" }, one);
    await dns("_acme-challenge.example.com", "TXT");
    await post({ ...inputs, value: "two" }, two);
    await dns("_acme-challenge.example.com", "TXT");
  },
});
