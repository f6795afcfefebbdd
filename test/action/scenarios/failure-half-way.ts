// What was created before a failure is known to post all the same.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { scenario } from "../support/scenario.ts";
import { startScriptedApi } from "../support/scripted-api.ts";

const records = 'one 300 TXT "1"\ntwo 300 TXT "2"\n';
const one = { uuid: "rec-1", record_type: "TXT", name: "one", value: "1", ttl: 300 };

export const story = scenario({
  title:
    "A step that fails half-way tells what it did, post takes that away, and where the journal is kept a later step can",
  play: async ({ main, post, note }) => {
    const held: unknown[] = [];
    await using api = await startScriptedApi(({ method, path, body }) => {
      if (path.startsWith("/dns-zones/?")) return { status: 200, json: [{ uuid: "zone-1", domain: "example.com" }] };
      if (method === "GET") return { status: 200, json: held };
      if (method === "DELETE") return { status: 204 };
      if (!JSON.stringify(body).includes("one")) return { status: 403, json: { detail: "No more." } };
      held.push(one);
      return { status: 201, json: one };
    });
    const inputs = { zone: "example.com", records, cleanup: "true", "api-url": api.url };
    const first = await main(inputs);
    await post(inputs, first);
    held.length = 0;
    const temporary = await mkdtemp(join(tmpdir(), "vps-dns-runner-"));
    try {
      await main({ ...inputs, cleanup: "" }, { env: { RUNNER_TEMP: temporary } });
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
    note("The API was asked", [...api.requests()].sort().join("\n"));
  },
});
