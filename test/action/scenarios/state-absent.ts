// The other direction: a record that should not be there.
import { scenario } from "../support/scenario.ts";

const inputs = { zone: "example.com", type: "TXT", name: "_x", state: "absent" };

export const story = scenario({
  title: "An absent record is taken away by its value, alone; what is not there is fine",
  play: async ({ main, dns, addRecord }) => {
    await addRecord({ record_type: "TXT", name: "_x", value: "old" });
    await addRecord({ record_type: "TXT", name: "_x", value: "kept" });
    await main({ ...inputs, value: "old" });
    await dns("_x.example.com", "TXT");
    await main({ ...inputs, value: "old" });
    await main(inputs);
    await dns("_x.example.com", "TXT");
  },
});
