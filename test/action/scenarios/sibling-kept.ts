// Two values at one name, as certificates for an apex and its wildcard need.
import { scenario } from "../support/scenario.ts";

const inputs = { zone: "example.com", type: "TXT", name: "_acme-challenge", value: "mine", ttl: "60", cleanup: "true" };

export const story = scenario({
  title: "A value is added beside a sibling, whose TTL and value stay, and taken away alone",
  play: async ({ main, post, dns, addRecord }) => {
    await addRecord({ record_type: "TXT", name: "_acme-challenge", value: "theirs", ttl: 300 });
    const first = await main(inputs);
    await dns("_acme-challenge.example.com", "TXT");
    await post(inputs, first);
    await dns("_acme-challenge.example.com", "TXT");
  },
});
