// The stdio door as a process: what comes on stdin, however broken, what goes to stdout, and how it ends.
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasSignals } from "../support/signals.ts";
import { buildProgram, type Program, temporaryFolder } from "./support/program.ts";
import { initialize, type RawServer, startRawServer } from "./support/raw-server.ts";
import { startSilentApi } from "./support/silent-api.ts";

let program: Program;
beforeAll(async () => {
  program = await buildProgram();
});
afterAll(() => program[Symbol.asyncDispose]());

const TOKEN = "vps_test_0123456789abcdef";
const ping = (id: number | string) => ({ jsonrpc: "2.0", id, method: "ping" });
const call = (id: number | string, name: string, input: object = {}) => ({
  jsonrpc: "2.0",
  id,
  method: "tools/call",
  params: { name, arguments: input },
});

async function openedServer(env: Readonly<Record<string, string>> = {}): Promise<RawServer> {
  const server = startRawServer(program.path, { env });
  await server.send(initialize);
  await server.next();
  return server;
}

async function isAlive(server: RawServer): Promise<void> {
  await server.send(ping("alive"));
  expect(await server.next()).toEqual({ jsonrpc: "2.0", id: "alive", result: {} });
}

describe("broken input", () => {
  it.each<[string, string | Buffer, object]>([
    ["garbage", "GET / HTTP/1.1", { id: null, error: { code: -32700 } }],
    ["invalid UTF-8", Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), { id: null, error: { code: -32700 } }],
    ["a message of no kind", '{"jsonrpc":"2.0","id":5,"method":[]}', { id: 5, error: { code: -32600 } }],
    ["an unknown method", JSON.stringify({ ...ping(6), method: "zones/steal" }), { id: 6, error: { code: -32601 } }],
    ["an unknown tool", JSON.stringify(call(7, "drop_database")), { id: 7, error: { code: -32602 } }],
    ["a call without a name", '{"jsonrpc":"2.0","id":8,"method":"tools/call"}', { id: 8, error: { code: -32602 } }],
    [
      "a method of the other era",
      JSON.stringify({ ...ping(9), method: "server/discover" }),
      { id: 9, error: { code: -32601 } },
    ],
  ])("answers %s and lives on", async (_, line, answer) => {
    await using server = await openedServer();
    await server.write(line);
    await server.write("\n");
    expect(await server.next()).toMatchObject(answer);
    await isAlive(server);
  });

  it("refuses a line of 20 MB by its id and lives on", async () => {
    await using server = await openedServer();
    await server.send(call("big", "list_zones", { domain: "x".repeat(20_000_000) }));
    expect(await server.next()).toEqual({
      jsonrpc: "2.0",
      id: "big",
      error: { code: -32600, message: "The message is longer than 16 MB; send less at once." },
    });
    await isAlive(server);
  });

  it("understands a message that comes byte by byte, with a letter cut in two", async () => {
    await using server = await openedServer();
    for (const byte of Buffer.from(`${JSON.stringify(call(1, "zoné"))}\n`)) await server.write(Buffer.from([byte]));
    expect(JSON.stringify(await server.next())).toContain("There is no tool");
  });

  it("takes nested rubbish as arguments without falling over", async () => {
    await using server = await openedServer();
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    await server.write(
      `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"get_zone","arguments":{"zone":${deep},"__proto__":{"zone":"x"}}}}\n`,
    );
    expect(await server.next()).toMatchObject({ id: 1 });
    await isAlive(server);
  });
});

describe("stdout", () => {
  it.runIf(hasSignals)("stays the protocol's own when something else writes to it", async () => {
    await using folder = await temporaryFolder();
    const preload = join(folder.path, "stray.cjs");
    await writeFile(preload, 'process.once("SIGUSR2", () => console.log("a stray line"));');
    await using server = await openedServer({ NODE_OPTIONS: `--require ${preload}` });
    server.child.kill("SIGUSR2");
    await once(server.child.stderr, "data");
    expect(server.stderr()).toBe("a stray line\n");
    await isAlive(server);
  });
});

describe("the end", () => {
  it("answers what came just before stdin closed, then exits cleanly", async () => {
    await using server = startRawServer(program.path);
    await server.send(initialize);
    await server.send({ jsonrpc: "2.0", id: 1, method: "tools/list" });
    server.child.stdin.end(JSON.stringify(ping(2)));
    expect(await server.next()).toMatchObject({ id: "init", result: { protocolVersion: "2025-11-25" } });
    const answers = [await server.next(), await server.next()];
    expect(answers).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: 1 }), { jsonrpc: "2.0", id: 2, result: {} }]),
    );
    expect(await server.exited).toBe(0);
    expect(server.stderr()).toBe("");
  });

  it("exits when stdin closes before anything was said", async () => {
    await using server = startRawServer(program.path);
    server.child.stdin.end();
    expect(await server.exited).toBe(0);
  });

  it("gives up a call at work when stdin closes", async () => {
    await using api = await startSilentApi();
    await using server = await openedServer({ VPS_API_URL: api.url, VPS_API_TOKEN: TOKEN });
    await server.send(call(1, "list_zones"));
    await api.asked;
    server.child.stdin.end();
    await api.abandoned;
    expect(await server.exited).toBe(0);
  });

  it("ends when nobody reads its answers any more", async () => {
    await using server = await openedServer();
    server.child.stdout.destroy();
    await server.send(ping(1));
    await server.send(ping(2));
    expect(await server.exited).toBe(0);
  });
});

describe("a cancelled call", () => {
  it("gives its request up, is not answered, and the next one is served", async () => {
    await using api = await startSilentApi();
    await using server = await openedServer({ VPS_API_URL: api.url, VPS_API_TOKEN: TOKEN });
    await server.send(call("slow", "list_zones"));
    await api.asked;
    await server.send({ jsonrpc: "2.0", method: "notifications/cancelled", params: { requestId: "slow" } });
    await api.abandoned;
    await isAlive(server);
  });
});

describe("progress", () => {
  const records = Array.from({ length: 5 }, (_, index) => ({ name: `h${index}`, type: "A", value: "192.0.2.1" }));
  const ensure = call(1, "ensure_records", { zone: "example.com", records });

  it("goes out before the answer, every step, to a client that gave a token", async () => {
    await using server = startRawServer(program.path, { flags: ["--sandbox"] });
    await server.send(initialize);
    await server.next();
    await server.send({ ...ensure, params: { ...ensure.params, _meta: { progressToken: "bar" } } });
    for (const progress of [1, 2, 3, 4, 5]) {
      const params = { progressToken: "bar", progress, total: 5 };
      expect(await server.next()).toMatchObject({ method: "notifications/progress", params });
    }
    expect(await server.next()).toMatchObject({ id: 1, result: { structuredContent: { changed: true } } });
  });

  it("is not sent to one that gave none", async () => {
    await using server = startRawServer(program.path, { flags: ["--sandbox"] });
    await server.send(initialize);
    await server.next();
    await server.send(ensure);
    expect(await server.next()).toMatchObject({ id: 1, result: { structuredContent: { changed: true } } });
  });
});

describe("wrong usage", () => {
  it.each([
    ["--toolsets", "zone", '[invalid_input] --toolsets names "zone", which is not there.'],
    ["--tools", "list-zones", '[invalid_input] --tools names "list-zones", which is not there.'],
  ])("refuses %s %s with exit code 2 and nothing on stdout", async (flag, value, message) => {
    await using server = startRawServer(program.path, { flags: [flag, value] });
    expect(await server.exited).toBe(2);
    expect(server.stderr()).toContain(message);
    await expect(server.next()).rejects.toThrow("stdout has ended");
  });
});
