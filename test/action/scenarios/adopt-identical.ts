// A record that is there already is not this step's to take away.
import { scenario } from "../support/scenario.ts";

const inputs = { zone: "example.com", type: "TXT", name: "_challenge.example.com.", value: "same", cleanup: "true" };

export const story = scenario({
  title: "An identical record is adopted: nothing changes, its id is told, and post leaves it",
  play: async ({ main, post, dns, addRecord }) => {
    await addRecord({ record_type: "TXT", name: "_challenge", value: "same", ttl: 300 });
    const first = await main(inputs);
    await post(inputs, first);
    await dns("_challenge.example.com", "TXT");
  },
});
