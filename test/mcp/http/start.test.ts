// How `vps-dns mcp --http` starts: what it refuses, what it tells, and that no secret is told that is not its own.
import { once } from "node:events";
import { createServer } from "node:net";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startHttpServer } from "../support/http-server.ts";
import { buildProgram, type Program, type TemporaryFolder, temporaryFolder } from "../support/program.ts";
import { calls, messagesOf, rawRequest } from "../support/raw-http.ts";

const TOKEN = "vps_test_0123456789abcdef";

let program: Program;
let folder: TemporaryFolder;
beforeAll(async () => {
  [program, folder] = await Promise.all([buildProgram(), temporaryFolder()]);
});
afterAll(() => Promise.all([program[Symbol.asyncDispose](), folder[Symbol.asyncDispose]()]));

const listZones = calls["2025-11-25"]?.(1, "list_zones", {});
const statusWith = async (url: string, bearer: string) => {
  const headers = { ...listZones?.headers, authorization: `Bearer ${bearer}` };
  return (await rawRequest(Number(new URL(url).port), { ...listZones, headers })).status;
};

describe("the bearer", () => {
  it.each([
    ["the VPS.org token", { VPS_API_TOKEN: TOKEN, VPS_HTTP_TOKEN: TOKEN }],
    ["the VPS.org token with white space around it", { VPS_API_TOKEN: ` ${TOKEN}\n`, VPS_HTTP_TOKEN: `${TOKEN} ` }],
    ["what no header can carry", { VPS_HTTP_TOKEN: "schlüssel" }],
    ["two words", { VPS_HTTP_TOKEN: "two words" }],
  ])("is refused with exit code 2 when it is %s", async (_, env) => {
    const started = startHttpServer(program.path, { env });
    await expect(started).rejects.toThrow(/^It ended with 2: \[invalid_input\] VPS_HTTP_TOKEN /);
    await expect(started).rejects.not.toThrow(TOKEN);
  });

  it("is refused when it is the VPS.org token of a file", async () => {
    const path = join(folder.path, "token");
    await writeFile(path, `${TOKEN}\n`);
    const started = startHttpServer(program.path, { flags: ["--token-file", path], env: { VPS_HTTP_TOKEN: TOKEN } });
    await expect(started).rejects.toThrow(/^It ended with 2: \[invalid_input\] VPS_HTTP_TOKEN is the VPS\.org token/);
  });

  it("is random and told on stderr when none is set, and works", async () => {
    await using server = await startHttpServer(program.path, { env: { VPS_HTTP_TOKEN: "" } });
    await expect.poll(() => server.stderr()).toMatch(/VPS_HTTP_TOKEN sets one\): \S{43}\n/);
    const told = /\): (\S{43})\n/.exec(server.stderr())?.[1] ?? "";
    await using other = await startHttpServer(program.path, { env: { VPS_HTTP_TOKEN: "" } });
    expect(other.stderr()).not.toContain(told);
    expect(await statusWith(server.url, told)).toBe(200);
    expect(await statusWith(other.url, told)).toBe(401);
  });

  it("is not told when it was set, nor logged", async () => {
    const env = { VPS_LOG_LEVEL: "debug", VPS_API_TOKEN: TOKEN };
    await using server = await startHttpServer(program.path, { env });
    expect(await statusWith(server.url, server.bearer)).toBe(200);
    expect(await statusWith(server.url, "wrong")).toBe(401);
    expect(server.stderr()).not.toContain(server.bearer);
    expect(server.stderr()).not.toContain(TOKEN);
  });
});

describe("the address", () => {
  it.each(["nowhere", "70000", "127.0.0.1:", "http://127.0.0.1:80", "-1", "::1:80"])(
    "is refused with exit code 2 when it is %s",
    async (listen) => {
      await expect(startHttpServer(program.path, { listen })).rejects.toThrow(
        /^It ended with (2|1): \[invalid_input\]/,
      );
    },
  );

  it("is told to be taken", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const address = taken.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    await expect(startHttpServer(program.path, { listen: String(port) })).rejects.toThrow(/could not listen/);
    taken.close();
  });

  it("is loopback unless a host is named, and the environment names it, too", async () => {
    await using server = await startHttpServer(program.path);
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/mcp$/);
    await using named = await startHttpServer(program.path, { listen: "localhost:0" });
    expect(named.url).toMatch(/^http:\/\/localhost:\d+\/mcp$/);
    expect(named.stderr()).not.toContain("in the clear");
  });
});

describe("the tools", () => {
  it("are those of the flags, and a call without a token says what to set", async () => {
    await using server = await startHttpServer(program.path, { flags: ["--read-only"] });
    const port = Number(new URL(server.url).port);
    const headers = { authorization: `Bearer ${server.bearer}` };
    const refused = calls["2025-11-25"]?.(2, "create_zone", { domain: "a.example" });
    const answer = await rawRequest(port, { ...refused, headers: { ...refused?.headers, ...headers } });
    expect(messagesOf(answer)).toMatchObject([{ id: 2, error: { code: -32602 } }]);
    const listed = await rawRequest(port, { ...listZones, headers: { ...listZones?.headers, ...headers } });
    expect(listed.body).toContain("[token_missing]");
  });
});
