// Which token is used when several are given, and that the log knows the one that was read from a file.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildProgram, type Program, type TemporaryFolder, temporaryFolder } from "../mcp/support/program.ts";

const VARIABLE = "vps_of-the-variable";
const FILE = "vps_of-the-file";
const OTHER_FILE = "vps_of-the-other-file";

let program: Program;
let folder: TemporaryFolder;
beforeAll(async () => {
  program = await buildProgram();
  folder = await temporaryFolder();
  await writeFile(join(folder.path, "token"), `${FILE}\n`);
  await writeFile(join(folder.path, "other"), OTHER_FILE);
});
afterAll(async () => {
  await program[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

const seen: IncomingHttpHeaders[] = [];
const api = createServer(({ headers }, response) => {
  seen.push(headers);
  response.setHeader("x-request-id", `echo of ${headers.authorization}`).setHeader("content-type", "application/json");
  response.end(JSON.stringify({ count: 0, results: [] }));
});
beforeAll(async () => {
  api.listen(0, "127.0.0.1");
  await once(api, "listening");
});
afterAll(() => api.close());

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return address.port;
}

async function listZones(flags: readonly string[], env: Readonly<Record<string, string>>) {
  seen.length = 0;
  const child = spawn(process.execPath, [program.path, "call", "list_zones", "--log-level", "debug", ...flags], {
    cwd: folder.path,
    env: {
      PATH: process.env["PATH"],
      HOME: folder.path,
      VPS_API_URL: `http://127.0.0.1:${portOf(api.address())}/api/v1`,
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { code: child.exitCode, stdout, stderr, tokens: seen.map(({ authorization }) => authorization) };
}

describe("the token that is used", () => {
  it.each([
    ["the variable alone", [], { VPS_API_TOKEN: VARIABLE }, VARIABLE],
    ["the flag over the variable", ["--token-file", "token"], { VPS_API_TOKEN: VARIABLE }, FILE],
    [
      "the flag over both variables",
      ["--token-file", "token"],
      { VPS_API_TOKEN: VARIABLE, VPS_API_TOKEN_FILE: "other" },
      FILE,
    ],
    ["the variable over the file's variable", [], { VPS_API_TOKEN: VARIABLE, VPS_API_TOKEN_FILE: "other" }, VARIABLE],
    ["the file's variable alone", [], { VPS_API_TOKEN_FILE: "other" }, OTHER_FILE],
  ])("is that of %s", async (_, flags, env, expected) => {
    const { code, tokens, stdout, stderr } = await listZones(flags, env);
    expect({ code, tokens }).toEqual({ code: 0, tokens: [`Bearer ${expected}`] });
    expect(stderr).toContain("[redacted]");
    expect(stdout + stderr).not.toContain(expected);
  });

  it("is none of the variable's where the flag's file is missing", async () => {
    const { code, tokens, stderr } = await listZones(["--token-file", "nowhere"], { VPS_API_TOKEN: VARIABLE });
    expect({ code, tokens }).toEqual({ code: 1, tokens: [] });
    expect(stderr).toMatch(/^\[token_missing\] .*token-file/m);
  });
});
