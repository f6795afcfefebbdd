// A disk that is full or gone, as a step sees it: what post must know cannot be saved.
import { rmSync } from "node:fs";
import { scenario } from "../support/scenario.ts";
import { startScriptedApi } from "../support/scripted-api.ts";

const inputs = { zone: "example.com", type: "TXT", name: "_x", value: "y", cleanup: "true" };
const made = { uuid: "rec-1", record_type: "TXT", name: "_x", value: "y", ttl: 3600 };

export const story = scenario({
  title: "Without a state to save nothing is created; one that is lost meanwhile is told with the record's id",
  play: async ({ main }) => {
    await main(inputs, { env: { GITHUB_STATE: "/nonexistent/state" } });
    let stateFile = "";
    await using api = await startScriptedApi(({ method, path }) => {
      if (path.startsWith("/dns-zones/?")) return { status: 200, json: [{ uuid: "zone-1", domain: "example.com" }] };
      if (method === "GET") return { status: 200, json: [] };
      rmSync(stateFile);
      return { status: 201, json: made };
    });
    await main(
      { ...inputs, "api-url": api.url },
      {
        started: (step) => {
          stateFile = step.stateFile;
        },
      },
    );
  },
});
