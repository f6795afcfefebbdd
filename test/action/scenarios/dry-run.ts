// What would be, without any of it.
import { scenario } from "../support/scenario.ts";

const inputs = { zone: "example.com", type: "TXT", name: "_x", value: "y", "dry-run": "true", cleanup: "true" };

export const story = scenario({
  title: "A dry run writes nothing, says what would change, and fails on a change where asked to",
  play: async ({ main, post, dns, addRecord }) => {
    await post(inputs, await main(inputs));
    await main({ ...inputs, "fail-on-change": "true" });
    await dns("_x.example.com", "TXT");
    await addRecord({ record_type: "TXT", name: "_x", value: "y" });
    await main({ ...inputs, "fail-on-change": "true" });
    await main({ ...inputs, state: "absent", cleanup: "" });
    await main({ ...inputs, "if-exists": "update", ttl: "60" });
    await main({ operation: "delete-zone", zone: "example.com", "dry-run": "true" });
    await dns("_x.example.com", "TXT");
  },
});
