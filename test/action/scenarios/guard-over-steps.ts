// A zone is not taken away one step at a time.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { scenario } from "../support/scenario.ts";

const host = (n: number) => ({
  zone: "example.com",
  type: "A",
  name: `host-${n}`,
  value: `192.0.2.${100 + n}`,
  state: "absent",
});

export const story = scenario({
  title:
    "The guard adds up over the steps of a job; VPS_STATE_DIR keeps its count where it says, a dry run adds nothing",
  play: async ({ main, dns }) => {
    const temporary = await mkdtemp(join(tmpdir(), "vps-dns-runner-"));
    const job = { env: { RUNNER_TEMP: "/nonexistent", VPS_STATE_DIR: join(temporary, "state") } };
    try {
      await main({ ...host(4), "dry-run": "true" }, job);
      await main({ ...host(3), "dry-run": "true" }, job);
      await main(host(1), job);
      await main(host(2), job);
      await main(host(3), job);
      await main({ ...host(3), "dry-run": "true" }, job);
      await dns("host-3.example.com", "A");
      await main({ ...host(3), confirm: "example.com" }, job);
      await dns("host-3.example.com", "A");
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  },
});
