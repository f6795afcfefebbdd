// Most of a zone is not taken away by accident.
import { scenario } from "../support/scenario.ts";

const inputs = {
  zone: "example.com",
  records: "host-1 A 192.0.2.101\nhost-2 A 192.0.2.102\nhost-3 A 192.0.2.103\n",
  state: "absent",
};

export const story = scenario({
  title:
    "A change of most of a zone wants the zone's exact name as confirm, and nothing else counts; a dry run wants none",
  play: async ({ main, dns }) => {
    await main({ ...inputs, "dry-run": "true" });
    await main(inputs);
    await main({ ...inputs, confirm: "yes" });
    await dns("host-1.example.com", "A");
    const records = "host-4 A 192.0.2.104";
    await main({ operation: "plan-zone", zone: "example.com", records, arguments: "mode: exact" });
    await main({ ...inputs, confirm: "example.com" });
    await dns("host-1.example.com", "A");
  },
});
