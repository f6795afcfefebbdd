// The API is there for main's reads and then it is not.
import { scenario } from "../support/scenario.ts";

const inputs = { zone: "example.com", type: "TXT", name: "_x", value: "y", cleanup: "true" };

export const story = scenario({
  title: "An API that fails is told; post warns with the id and leaves the job's result alone",
  play: async ({ sandbox, main, post, dns }) => {
    const first = await main(inputs);
    sandbox.faults.add({ kind: "reset-before-commit" });
    await post(inputs, first);
    await main({ ...inputs, name: "_z" });
    sandbox.faults.clear();
    await post({ ...inputs, token: "" }, first);
    sandbox.faults.add({ kind: "throttle", retryAfter: 3600, times: 1 });
    await main(inputs);
    await dns("_x.example.com", "TXT");
  },
});
