// A zone file that cannot be had, read or used.
import { scenario } from "../support/scenario.ts";

const good = "$ORIGIN example.com.\nwww A 192.0.2.1\n";
// As host-1 has an A record already.
const alias = "$ORIGIN example.com.\nhost-1 CNAME www\n";
const there = {
  files: { good, alias, bad: `${good}www A 192.0.2\n@ MX mail\n$INCLUDE other\n`, nameless: "www A 192.0.2.1\n" },
};

export const story = scenario({
  title:
    "Each thing wrong with a zone file is told with its input and lines: before any request, but for what the zone has against it",
  play: async ({ main }) => {
    await main({ "zone-file": "missing" }, there);
    await main({ "zone-file": "bad" }, there);
    await main({ "zone-file": "nameless" }, there);
    await main({ "zone-file": "good", records: "www A 192.0.2.2", mode: "mirror" }, there);
    await main({ "zone-file": "good", type: "A", name: "www", value: "192.0.2.2" }, there);
    await main({ "zone-file": "good", operation: "list-records" }, there);
    await main({ zone: "example.com", type: "A", name: "www", value: "192.0.2.2", mode: "exact" });
    await main({ "zone-file": "good", operation: "plan-zone", zone: "example.com" }, there);
    await main({ "zone-file": "bad", operation: "lint-zone" }, there);
    await main({ operation: "zone-file" });
    await main({ "zone-file": "alias" }, there);
    await main({ records: "host-1 CNAME www", zone: "example.com" });
  },
});
