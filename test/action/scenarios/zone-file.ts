// A zone kept in the repository: compared in pull requests, made so on the default branch.
import { scenario } from "../support/scenario.ts";

const text = [
  "$ORIGIN example.com.",
  "$TTL 300",
  "@ MX 10 mail",
  "mail A 192.0.2.25",
  "host-1 3600 A 192.0.2.201",
  "host-2 3600 A 192.0.2.102",
  "",
].join("\n");
const files = { "example.com.zone": text };
const inputs = { "zone-file": "example.com.zone", mode: "replace" };

export const story = scenario({
  title: "A zone file is planned in a dry run that can alarm, applied once, and left alone when nothing differs",
  play: async ({ main, post, dns }) => {
    await main({ ...inputs, "dry-run": "true" }, { files });
    await main({ ...inputs, "dry-run": "true", "fail-on-change": "true" }, { files });
    await dns("mail.example.com", "A");
    const applied = await main({ ...inputs, cleanup: "true" }, { files });
    await dns("example.com", "MX");
    await main({ ...inputs, zone: "example.com", "dry-run": "true", "fail-on-change": "true" }, { files });
    await post(inputs, applied);
    await dns("example.com", "MX");
    await dns("host-1.example.com", "A");
  },
});
