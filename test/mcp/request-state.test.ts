// The question of 2026-07-28 on the wire: what a client that lies can send back with it, and that it gains nothing.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { type ConfirmingServer, startConfirming } from "./support/confirming-server.ts";
import { serveInProcess, type Wire } from "./support/in-process.ts";

const Members = z.record(z.string(), z.unknown());
const Message = z.object({ id: z.optional(z.number()), result: z.optional(Members), error: z.optional(Members) });

type Json = Readonly<Record<string, unknown>>;

const ASKS = { elicitation: {} };
const DELETE = { name: "delete_zone", arguments: { zone: "example.org" } };
const YES = { confirm: { action: "accept", content: { confirm: true } } };
const DELETED = ["DELETE /dns-zones/ID/"];

let server: ConfirmingServer;
let wire: Wire;
beforeEach(async () => {
  server = await startConfirming();
  wire = serveInProcess(server.deps);
  server.writes();
});
afterEach(async () => {
  await wire[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

let lastId = 0;

/** One tools/call with its envelope; the result, or the error as `{ error }`. */
function call(params: Json, capabilities: Json = ASKS): Promise<Json> {
  lastId += 1;
  const id = lastId;
  const meta = {
    "io.modelcontextprotocol/protocolVersion": "2026-07-28",
    "io.modelcontextprotocol/clientInfo": { name: "raw", version: "1" },
    "io.modelcontextprotocol/clientCapabilities": capabilities,
  };
  return new Promise((resolve) => {
    wire.onLine = (line) => {
      const message = Message.parse(JSON.parse(line));
      if (message.id === id) resolve(message.result ?? { error: message.error });
    };
    wire.send({ jsonrpc: "2.0", id, method: "tools/call", params: { ...params, _meta: meta } });
  });
}

async function ask(params: Json = DELETE): Promise<string> {
  const result = await call(params);
  expect(result).toMatchObject({ resultType: "input_required" });
  expect(result["requestState"]).toBeTypeOf("string");
  expect(server.writes()).toEqual([]);
  return String(result["requestState"]);
}

const textOf = (result: Json) => JSON.stringify(result["content"]);

describe("a question over 2026-07-28", () => {
  it("is one tick in one form, in our words, and its state tells nothing", async () => {
    const result = await call(DELETE);
    expect(result["inputRequests"]).toEqual({
      confirm: {
        method: "elicitation/create",
        params: {
          mode: "form",
          message: "This deletes the zone example.org with 2 records; its names stop answering. Go ahead?",
          requestedSchema: {
            type: "object",
            properties: { confirm: { type: "boolean", title: "Yes, go ahead" } },
            required: ["confirm"],
          },
        },
      },
    });
    expect(result["requestState"]).toMatch(/^[\w-]{22}$/);
  });

  it("is answered once: the same state again does nothing", async () => {
    const again = { zone: "again.example" };
    await server.others.run("create_zone", { domain: again.zone });
    server.writes();
    const params = { name: "delete_zone", arguments: again };
    const state = await ask(params);
    await call({ ...params, inputResponses: YES, requestState: state });
    expect(server.writes()).toEqual(DELETED);
    await server.others.run("create_zone", { domain: again.zone });
    server.writes();
    const replayed = await call({ ...params, inputResponses: YES, requestState: state });
    expect(replayed).toMatchObject({ isError: true });
    expect(textOf(replayed)).toContain("[confirmation_invalid]");
    expect(server.writes()).toEqual([]);
  });

  it.each<[string, Json]>([
    ["another zone", { ...DELETE, arguments: { zone: "myapp.io" } }],
    ["another tool", { name: "remove_domain", arguments: { domain: "example.org" } }],
  ])("is no yes to %s", async (_, other) => {
    const state = await ask();
    const result = await call({ ...other, inputResponses: YES, requestState: state });
    expect(textOf(result)).toContain("[confirmation_invalid]");
    const spent = await call({ ...DELETE, inputResponses: YES, requestState: state });
    expect(textOf(spent)).toContain("[confirmation_invalid]");
    expect(server.writes()).toEqual([]);
  });

  it("is no yes six minutes later", async () => {
    const state = await ask();
    server.pass(6);
    const result = await call({ ...DELETE, inputResponses: YES, requestState: state });
    expect(textOf(result)).toContain("[confirmation_invalid]");
    expect(server.writes()).toEqual([]);
  });

  it("is not answered by a state that was made up", async () => {
    const result = await call({ ...DELETE, inputResponses: YES, requestState: "A".repeat(22) });
    expect(textOf(result)).toContain("[confirmation_invalid]");
    expect(server.writes()).toEqual([]);
  });

  it.each<[string, Json]>([
    ["a yes to nothing that was asked", { inputResponses: YES }],
    ["no answer", { requestState: "state" }],
    ["no answers in the answers", { requestState: "state", inputResponses: {} }],
    ["a yes without its tick", { requestState: "state", inputResponses: { confirm: { action: "accept" } } }],
    [
      "a yes that is a word",
      { requestState: "state", inputResponses: { confirm: { action: "accept", content: { confirm: "true" } } } },
    ],
    [
      "an action that there is not",
      { requestState: "state", inputResponses: { confirm: { action: "agree", content: { confirm: true } } } },
    ],
    [
      "a yes in an envelope",
      { requestState: "state", inputResponses: { confirm: { method: "elicitation/create", result: YES.confirm } } },
    ],
    ["a yes to another question", { requestState: "state", inputResponses: { other: YES.confirm } }],
  ])("comes back with %s, and is a preview and a token then", async (_, given) => {
    const requestState = await ask();
    const answered = "requestState" in given ? { ...given, requestState } : given;
    const result = await call({ ...DELETE, ...answered });
    expect(result).toMatchObject({ structuredContent: { status: "confirmation_required" } });
    expect(result["isError"]).not.toBe(true);
    expect(server.writes()).toEqual([]);
  });

  it.each(["decline", "cancel"])(
    "is over after a %s: its state is good for nothing, as confirm neither",
    async (action) => {
      const requestState = await ask();
      const no = await call({ ...DELETE, inputResponses: { confirm: { action } }, requestState });
      expect(textOf(no)).toContain("[confirmation_declined]");
      const late = await call({ ...DELETE, inputResponses: YES, requestState });
      expect(textOf(late)).toContain("[confirmation_invalid]");
      const smuggled = await call({ ...DELETE, arguments: { zone: "example.org", confirm: requestState } });
      expect(textOf(smuggled)).toContain("[confirmation_invalid]");
      expect(server.writes()).toEqual([]);
    },
  );

  it.each<[string, Json]>([
    ["nothing", {}],
    ["addresses to open only", { elicitation: { url: {} } }],
  ])("is never put to a client that can show %s: it gets a preview, and no protocol error", async (_, capabilities) => {
    const result = await call(DELETE, capabilities);
    expect(result).toMatchObject({ structuredContent: { status: "confirmation_required" } });
    expect(result).not.toHaveProperty("error");
  });

  it("is put again within two minutes, and is a preview when nothing came back by then", async () => {
    await ask();
    server.pass(1);
    await ask();
    server.pass(1);
    expect(await call(DELETE)).toMatchObject({ structuredContent: { status: "confirmation_required" } });
  });
});
