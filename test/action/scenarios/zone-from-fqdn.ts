// Workflows know the host name; which zone it is in is the account's affair.
import { scenario } from "../support/scenario.ts";

export const story = scenario({
  title: "A zone left out is found from a name written in full, by the longest match",
  play: async ({ main, dns, api }) => {
    await api("POST", "/dns-zones/", { domain: "dev.example.com" });
    await api("POST", "/dns-zones/", { domain: "ev.example.com" });
    await main({ type: "TXT", name: "_acme-challenge.www.DEV.example.com.", value: "one" });
    await dns("_acme-challenge.www.dev.example.com", "TXT");
    await main({ type: "TXT", name: "_acme-challenge.example.com", value: "two" });
    await dns("_acme-challenge.example.com", "TXT");
    await main({ type: "TXT", name: "_acme-challenge.example.net", value: "three" });
    await main({ type: "TXT", name: "www", value: "four" });
  },
});
