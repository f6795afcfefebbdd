// Bodies over HTTP, however large or broken: refused, and the server lives on.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { calls, messagesOf, type RawRequest, rawRequest } from "../support/raw-http.ts";
import { BEARER, openTestDoor, type TestDoor } from "../support/test-door.ts";

let door: TestDoor;
beforeAll(async () => {
  door = await openTestDoor();
});
afterAll(() => door[Symbol.asyncDispose]());

const authorization = `Bearer ${BEARER}`;
const post = ({ headers, ...rest }: RawRequest) =>
  rawRequest(door.port, { ...rest, headers: { authorization, ...headers } });
const ping = (id: number) => ({ jsonrpc: "2.0", id, method: "ping" });

async function isAlive(): Promise<void> {
  expect(messagesOf(await post({ body: JSON.stringify(ping(1)) }))).toEqual([{ id: 1, result: {} }]);
}

const MEGABYTE = 1024 * 1024;
const LIMIT = 4 * MEGABYTE;
const padded = (size: number) => {
  const open = `{"jsonrpc":"2.0","id":7,"method":"ping","params":{"pad":"`;
  return `${open}${"x".repeat(size - open.length - 3)}"}}`;
};

describe("a body over 4 MB", () => {
  it("is refused with 413 by its length, before it is read", async () => {
    const answer = await post({ body: Buffer.alloc(LIMIT + 1, " ") });
    expect(answer.status).toBe(413);
    await isAlive();
  });

  it("is refused with 413 when it comes in chunks without a length", async () => {
    const answer = await post({ body: Array.from({ length: 6 }, () => Buffer.alloc(MEGABYTE, " ")) });
    expect(answer.status).toBe(413);
    await isAlive();
  });

  it("is not looked at before the bearer", async () => {
    const answer = await rawRequest(door.port, { body: Buffer.alloc(LIMIT + 1, " ") });
    expect(answer.status).toBe(401);
    await isAlive();
  });

  it("is taken at 4 MB", async () => {
    expect(messagesOf(await post({ body: padded(LIMIT) }))).toEqual([{ id: 7, result: {} }]);
  });
});

describe("a broken body", () => {
  it.each<[string, string | Buffer]>([
    ["nothing", ""],
    ["half a message", '{"jsonrpc":"2.0","id":1,'],
    ["no JSON", "hello"],
    [
      "invalid UTF-8 in a value",
      Buffer.from('{"jsonrpc":"2.0","id":1,"method":"ping","params":{"a":"\xff"}}', "latin1"),
    ],
    ["a number", "7"],
    ["null", "null"],
    ["a message of no kind", '{"jsonrpc":"2.0","id":5,"method":[]}'],
    ["another JSON-RPC", '{"jsonrpc":"1.0","id":5,"method":"ping"}'],
    ["a list of rubbish", "[1,2,3]"],
    ["an empty list", "[]"],
    ["nested rubbish", `${"[".repeat(50_000)}${"]".repeat(50_000)}`],
  ])("is refused with 400: %s", async (_, body) => {
    expect((await post({ body })).status).toBe(400);
    await isAlive();
  });

  it("is refused with 415 when it says that it is no JSON", async () => {
    const answer = await post({ body: JSON.stringify(ping(1)), headers: { "content-type": "text/plain" } });
    expect(answer.status).toBe(415);
  });

  it("has its unknown method and unknown tool answered by id", async () => {
    const method = await post({ body: JSON.stringify({ ...ping(6), method: "zones/steal" }) });
    expect(messagesOf(method)).toMatchObject([{ id: 6, error: { code: -32601 } }]);
    const tool = calls["2025-11-25"]?.(7, "drop_database", {});
    expect(messagesOf(await post({ ...tool }))).toMatchObject([{ id: 7, error: { code: -32602 } }]);
  });

  it("has nested rubbish as arguments refused like any other", async () => {
    const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
    const body = `{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"get_zone","arguments":{"zone":${deep}}}}`;
    expect(messagesOf(await post({ body }))).toMatchObject([{ id: 7, result: { isError: true } }]);
    await isAlive();
  });

  it("asks for a version there is not, and is told which there are", async () => {
    const answer = await post({ body: JSON.stringify(ping(1)), headers: { "mcp-protocol-version": "1999-01-01" } });
    expect(answer.status).toBe(400);
    expect(answer.body).toContain("2025-11-25");
  });
});

describe("a batch of 2025-03-26", () => {
  it("has each of its requests answered", async () => {
    const answer = await post({ body: JSON.stringify([ping(1), ping(2)]) });
    expect(messagesOf(answer).toSorted((a, b) => Number(a.id) - Number(b.id))).toEqual([
      { id: 1, result: {} },
      { id: 2, result: {} },
    ]);
  });
});

describe("answers and cancellations that belong to nobody", () => {
  it.each([
    { jsonrpc: "2.0", id: 0, result: { action: "accept", content: { confirm: true } } },
    { jsonrpc: "2.0", id: "made-up", error: { code: -1, message: "no" } },
    { jsonrpc: "2.0", method: "notifications/cancelled", params: { requestId: 1 } },
    { jsonrpc: "2.0", method: "notifications/cancelled", params: {} },
  ])("are taken and do nothing: %j", async (message) => {
    const answer = await post({ body: JSON.stringify(message), headers: { "mcp-session-id": "somebody.ask" } });
    expect(answer.status).toBe(202);
    await isAlive();
  });
});
