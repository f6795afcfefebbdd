// A plan, its application and its undoing in three steps of one job.
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod/mini";
import { scenario } from "../support/scenario.ts";

const planned = z.looseObject({ plan: z.string() });
const applied = z.looseObject({ change: z.string() });

const plan = {
  operation: "plan-zone",
  zone: "example.com",
  records: "www 300 A 192.0.2.80\nhost-1 300 A 192.0.2.81\n",
  arguments: "mode: replace",
};

export const story = scenario({
  title: "What one step plans, the next applies and a third takes back; a dry run on the way spoils nothing",
  play: async ({ main, dns, note }) => {
    const temporary = await mkdtemp(join(tmpdir(), "vps-dns-runner-"));
    const job = { env: { RUNNER_TEMP: temporary } };
    try {
      await main({ ...plan, "dry-run": "true" }, job);
      note("Kept after a dry run", (await readdir(join(temporary, "vps-dns-state"))).join("\n"));
      const { plan: id } = planned.parse(JSON.parse((await main(plan, job)).outputs.get("result") ?? ""));
      const apply = { operation: "apply-plan", arguments: `plan: ${id}` };
      await main(apply);
      await main({ ...apply, "dry-run": "true" }, job);
      const { change } = applied.parse(JSON.parse((await main(apply, job)).outputs.get("result") ?? ""));
      await dns("www.example.com", "A");
      await main(apply, job);
      const undo = { operation: "undo-change", arguments: JSON.stringify({ change }) };
      await main({ ...undo, "dry-run": "true" }, job);
      await main(undo, job);
      await dns("www.example.com", "A");
      await dns("host-1.example.com", "A");
      await main({ operation: "list-changes" }, job);
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  },
});
