// What was created before a failure is known to post all the same.
import { scenario } from "../support/scenario.ts";
import { startScriptedApi } from "../support/scripted-api.ts";

const records = 'one 300 TXT "1"\ntwo 300 TXT "2"\n';
const one = { uuid: "rec-1", record_type: "TXT", name: "one", value: "1", ttl: 300 };

export const story = scenario({
  title: "A step that fails half-way tells what it did, and post takes that away",
  play: async ({ main, post, note }) => {
    await using api = await startScriptedApi(({ method, path, body }) => {
      if (path.startsWith("/dns-zones/?")) return { status: 200, json: [{ uuid: "zone-1", domain: "example.com" }] };
      if (path === "/dns-zones/zone-1/records/" && method === "GET") return { status: 200, json: [] };
      if (method === "POST" && JSON.stringify(body).includes("one")) return { status: 201, json: one };
      if (method === "POST") return { status: 403, json: { detail: "No more." } };
      if (path === "/dns-records/rec-1/") return method === "GET" ? { status: 200, json: one } : { status: 204 };
      return undefined;
    });
    const inputs = { zone: "example.com", records, cleanup: "true", "api-url": api.url };
    const first = await main(inputs);
    await post(inputs, first);
    note("The API was asked", [...api.requests()].sort().join("\n"));
  },
});
