// A server, or whoever may write records, that tries to reach the runner and the reader through text.
import { scenario } from "../support/scenario.ts";
import { startScriptedApi } from "../support/scripted-api.ts";

const EVIL = [
  "::set-output name=changed::evil",
  "##[add-mask]a",
  "</code></td></tr></table><h1>Owned</h1><img src=x onerror=alert(1)>",
  "| a | b |",
  "[click](https://example.com) @octocat #1",
  "\u202Egnp.exe \u001B[31mred",
].join("\r\n\r\n");

const record = { uuid: `rec\n::error::${EVIL}`, record_type: "TXT", name: "_x", value: EVIL, ttl: 60 };

export const story = scenario({
  title: "Hostile text emits no command, ends no table and hides nothing",
  play: async ({ main, note }) => {
    await using api = await startScriptedApi(({ method, path }) => {
      if (path.startsWith("/dns-zones/?") || path === "/dns-zones/") {
        return { status: 200, json: [{ uuid: "zone-1", domain: `example.com` }] };
      }
      if (path === "/dns-zones/zone-1/records/" && method === "GET") return { status: 200, json: [record] };
      if (path === "/domains/") return { status: 500, html: `<h1>${EVIL}</h1>` };
      if (method === "DELETE") return { status: 204 };
      return { status: 400, json: { detail: EVIL, error_code: EVIL, field: EVIL } };
    });
    const common = { "api-url": api.url };
    await main({ ...common, operation: "list-records", zone: "example.com" });
    await main({ ...common, zone: "example.com", type: "TXT", name: "_x", state: "absent", confirm: "example.com" });
    await main({ ...common, zone: "example.com", type: "TXT", name: "_y", value: "z" });
    await main({ ...common, operation: "get-zone", zone: "zone-2" });
    note("The API was asked", api.requests().join("\n"));
  },
});
