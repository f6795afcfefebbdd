// The runner interrupts a step whose record is just being created.
import { scenario } from "../support/scenario.ts";
import { startScriptedApi } from "../support/scripted-api.ts";

const made = { uuid: "rec-1", record_type: "TXT", name: "_x", value: "y", ttl: 3600 };

export const story = scenario({
  title: "A creation under way when the job is cancelled gets its answer, and post takes the record away",
  play: async ({ main, post, note }) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      let cancel: ((signal: NodeJS.Signals) => void) | undefined;
      await using api = await startScriptedApi(({ method, path }) => {
        if (path.startsWith("/dns-zones/?")) return { status: 200, json: [{ uuid: "zone-1", domain: "example.com" }] };
        if (path === "/dns-zones/zone-1/records/" && method === "GET") return { status: 200, json: [] };
        if (method === "POST") {
          cancel?.(signal);
          return { status: 201, json: made, after: 300 };
        }
        if (path === "/dns-records/rec-1/") return method === "GET" ? { status: 200, json: made } : { status: 204 };
        return undefined;
      });
      const inputs = { zone: "example.com", type: "TXT", name: "_x", value: "y", cleanup: "true", "api-url": api.url };
      const first = await main(inputs, {
        started: (kill) => {
          cancel = kill;
        },
      });
      await post(inputs, first);
      note(`After ${signal} the API was asked`, api.requests().join("\n"));
    }
  },
});
