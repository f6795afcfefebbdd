// What the environment says holds in a workflow as it does everywhere.
import { scenario } from "../support/scenario.ts";

const inputs = { type: "TXT", name: "_x", value: "y" };
const env = { VPS_ZONES: "example.net, example.org" };

export const story = scenario({
  title: "A zone that VPS_ZONES does not name is refused, and what the environment has wrong is told by its name",
  play: async ({ main }) => {
    await main({ ...inputs, zone: "example.com" }, { env });
    await main({ ...inputs, zone: "example.com" }, { env: { VPS_ZONES: "example.com" } });
    await main({ ...inputs, zone: "example.com" }, { env: { VPS_ZONES: "not a name" } });
    await main({ ...inputs, zone: "example.com" }, { env: { VPS_NAMESERVERS: "ns 1" } });
    await main({ ...inputs, zone: "example.com" }, { env: { VPS_RDAP_URL: "http://rdap.example.com" } });
  },
});
