// The journal comes first: without it nothing is written.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { scenario } from "../support/scenario.ts";

export const story = scenario({
  title: "A state folder that cannot be made stops the step before its first write; reading goes on",
  play: async ({ main, dns }) => {
    const folder = await mkdtemp(join(tmpdir(), "vps-dns-runner-"));
    try {
      // No folder can be made below a file, by nobody.
      const file = join(folder, "file");
      await writeFile(file, "");
      const job = { env: { VPS_STATE_DIR: join(file, "state") } };
      await main({ operation: "list-zones" }, job);
      await main({ zone: "example.com", type: "TXT", name: "_x", value: "y" }, job);
      await dns("_x.example.com", "TXT");
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
});
