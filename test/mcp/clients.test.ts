// What hosts' own clients see: the tool list, results, errors, progress and cancellation, in both protocol eras.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { instructionsFor } from "../../src/mcp/instructions.ts";
import { servedTools, toolRows } from "../../src/mcp/tool-list.ts";
import { type ConnectedClient, clients } from "./support/clients.ts";
import { buildProgram, type Program } from "./support/program.ts";
import { startSilentApi } from "./support/silent-api.ts";

let program: Program;
beforeAll(async () => {
  program = await buildProgram();
});
afterAll(() => program[Symbol.asyncDispose]());

const VERSIONS: Readonly<Record<string, string>> = {
  "the 1.x client": "2025-11-25",
  "the 2.x client as it comes": "2025-11-25",
  "the 2.x client that finds out": "2026-07-28",
  "the 2.x client pinned to 2026-07-28": "2026-07-28",
};

describe.each(Object.entries(clients))("%s", (name, connect) => {
  const onSandbox = (...flags: string[]): Promise<ConnectedClient> =>
    connect({ program: program.path, flags: ["--sandbox", ...flags] });

  it("agrees on its version, is told how to use the tools, and lists them all in their order", async () => {
    await using client = await connect({ program: program.path });
    expect(client.protocolVersion).toBe(VERSIONS[name]);
    expect(client.instructions).toBe(instructionsFor(toolRows));
    expect(await client.listTools()).toEqual(servedTools(toolRows));
  });

  it("makes a zone and a record, finds it, and gets structured content that fits its schema, and text", async () => {
    await using client = await onSandbox();
    const zone = await client.call("create_zone", { domain: "clients.example" });
    expect(zone).toMatchObject({ isError: false, structured: { changed: true } });
    const records = [{ name: "www", type: "A", value: "192.0.2.7", ttl: 300 }];
    const ensured = await client.call("ensure_records", { zone: "clients.example", records });
    expect(ensured).toMatchObject({ isError: false, structured: { changed: true } });
    const again = await client.call("ensure_records", { zone: "clients.example", records });
    expect(again).toMatchObject({ isError: false, structured: { changed: false } });
    const listed = await client.call("list_records", { zone: "clients.example" });
    expect(listed.structured).toMatchObject({
      records: [{ zone: "clients.example", name: "www", fqdn: "www.clients.example", type: "A", value: "192.0.2.7" }],
      total: 1,
    });
    expect(listed.text).toContain("192.0.2.7");
  });

  it.each<[string, string, Record<string, unknown>, RegExp]>([
    ["a zone that is not there", "get_zone", { zone: "nowhere.example" }, /^\[zone_not_found\] .*nowhere\.example/],
    ["an unknown field, by name", "get_zone", { zone: "example.com", colour: "red" }, /^\[unknown_field\] .*colour/],
    ["a value out of bounds", "list_zones", { limit: 0 }, /^\[invalid_input\] .*limit/],
    ["an argument left out", "get_zone", {}, /^\[invalid_input\] .*zone/],
    [
      "a purchase that is not allowed",
      "register_domain",
      { domain: "a.com", max_price: 20 },
      /^\[purchases_not_allowed\]/,
    ],
  ])("gets %s as a result that a model can read", async (_, tool, input, text) => {
    await using client = await onSandbox();
    const answer = await client.call(tool, input);
    expect(answer).toMatchObject({ isError: true, structured: undefined });
    expect(answer.text).toMatch(text);
  });

  it("is told without a token what to set", async () => {
    await using client = await connect({ program: program.path });
    const answer = await client.call("list_zones");
    expect(answer.isError).toBe(true);
    expect(answer.text).toMatch(/^\[token_missing\] .*VPS_API_TOKEN/);
  });

  it("gets a protocol error for a tool that is filtered away, as for one that never was", async () => {
    await using client = await onSandbox("--read-only");
    expect((await client.listTools()).map((tool) => tool["name"])).toEqual(
      toolRows.filter(({ annotations }) => annotations.readOnlyHint).map((row) => row.name),
    );
    await expect(client.call("create_zone", { domain: "a.example" })).rejects.toThrow('no tool "create_zone"');
    await expect(client.call("no_such_tool")).rejects.toThrow('no tool "no_such_tool"');
  });

  it("hears how far long work is, ever upwards", async () => {
    await using client = await onSandbox();
    await client.call("create_zone", { domain: "progress.example" });
    const steps: number[] = [];
    const records = Array.from({ length: 12 }, (_, index) => ({ name: `h${index}`, type: "A", value: "192.0.2.1" }));
    await client.call(
      "ensure_records",
      { zone: "progress.example", records },
      { onprogress: ({ progress, total }) => steps.push(progress / (total ?? Number.NaN)) },
    );
    expect(steps.length).toBeGreaterThan(1);
    expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
    // Clients drop a last step that arrives together with the answer; stdio.test.ts sees it on the wire.
    expect(steps.at(-1)).toBeLessThanOrEqual(1);
  });

  it("cancels a call: the request to the API is given up and the server goes on", async () => {
    await using api = await startSilentApi();
    await using client = await connect({
      program: program.path,
      env: { VPS_API_URL: api.url, VPS_API_TOKEN: "vps_test_0123456789abcdef" },
    });
    const cancel = new AbortController();
    const call = client.call("list_zones", {}, { signal: cancel.signal });
    await api.asked;
    cancel.abort();
    await expect(call).rejects.toThrow();
    await api.abandoned;
    expect((await client.listTools()).length).toBe(toolRows.length);
  });
});
