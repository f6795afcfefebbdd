// A file that is the whole zone takes away what it does not hold, and asks before it takes much.
import { scenario } from "../support/scenario.ts";

const there = { files: { "example.com.zone": "$ORIGIN example.com.\nhost-1 A 192.0.2.101\n" } };
const inputs = { "zone-file": "example.com.zone", mode: "exact" };

export const story = scenario({
  title: "An exact zone file wants the zone's name for much of a zone, and leaves alone what it is told to ignore",
  play: async ({ main, dns }) => {
    await main({ ...inputs, "dry-run": "true" }, there);
    await main(inputs, there);
    await main({ ...inputs, ignore: "host-2\nhost-3\nhost-4" }, there);
    await main({ ...inputs, ignore: "host-2\n", confirm: "example.com" }, there);
    await dns("host-2.example.com", "A");
    await dns("host-3.example.com", "A");
  },
});
