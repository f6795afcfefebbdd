// Known tasks, their records built from the few values that portals show.
import { scenario } from "../support/scenario.ts";

const zone = "example.com";
const acme = { zone, preset: "acme", values: "code: 0123456789abcdefghijklmnopqrstuvwxyzABCDEFG\nname: www" };

export const story = scenario({
  title:
    "A preset builds its record, cleans up where its task is over with the job, and refuses what portals do not show",
  play: async ({ main, post, dns }) => {
    const first = await main(acme);
    await main(acme);
    await dns("_acme-challenge.www.example.com", "TXT");
    await post(acme, first);
    await dns("_acme-challenge.www.example.com", "TXT");
    await post(acme, await main({ ...acme, cleanup: "false" }));
    await dns("_acme-challenge.www.example.com", "TXT");
    await main({ ...acme, state: "absent" });
    await main({ zone, preset: "spf", values: "{include: [_spf.google.com, spf.example.net], mx: yes, all: -all}" });
    await main({ zone, preset: "spf", values: "include: _spf.google.com", "dry-run": "true" });
    await dns("example.com", "TXT");
    await main({
      zone,
      preset: "acme-persist",
      values: "issuer: letsencrypt.org\naccount: https://example.com/acct/1",
    });
    await main({ zone, preset: "acme", values: "code: SECRET value" });
    await main({ zone, preset: "acmee", values: "code: x", cleanup: "true" });
    await main({ zone, preset: "acme", values: "code: [unclosed" });
    await main({ zone, type: "A", name: "www", value: "192.0.2.1", values: "code: x" });
    await main({ preset: "acme", values: "code: x" });
    await main({ zone, preset: "acme" });
    await main({ zone, preset: "blue-green", values: "name: host-1\ntarget: green.example.net" });
    await main({ zone, preset: "pr-preview", values: "number: seventeen\ntarget: preview.example.net" });
    await main({ zone, preset: "pr-preview", values: "number: 17", state: "absent" });
  },
});
