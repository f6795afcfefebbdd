// Output that nobody takes: a reader that goes away, a full disk, a closed descriptor.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildProgram, type Program } from "../mcp/support/program.ts";
import { startTestSandbox } from "../support/sandbox.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

let program: Program;
beforeAll(async () => {
  program = await buildProgram();
});
afterAll(() => program[Symbol.asyncDispose]());

const CREATE = ["call", "create_record", "zone=example.com", "type=A", "name=new", "value=192.0.2.1"];

async function scene() {
  const sandbox = await startTestSandbox();
  const env = { VPS_API_URL: sandbox.url, VPS_API_TOKEN: sandbox.token, VPS_STATE_DIR: await temporaryFolder() };
  return { env, created: () => sandbox.requests().filter(({ status }) => status === 201).length };
}

describe("vps-dns", () => {
  it.each([[["help"]], [["call"]], [["demo"]], [["call", "list_zones", "--sandbox"]]])(
    "ends well and silently where the reader of %j has gone",
    async (words) => {
      const child = spawn(process.execPath, [program.path, ...words], { stdio: ["ignore", "pipe", "pipe"] });
      child.stdout.destroy();
      const [said] = await Promise.all([text(child.stderr), once(child, "close")]);
      expect({ code: child.exitCode, said }).toEqual({ code: 0, said: "" });
    },
  );

  it("finishes what it was asked for when nobody reads the answer", async () => {
    const { env, created } = await scene();
    const child = spawn(process.execPath, [program.path, ...CREATE], { env, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.destroy();
    child.stderr.destroy();
    await once(child, "close");
    expect({ code: child.exitCode, created: created() }).toEqual({ code: 0, created: 1 });
  });

  it.runIf(existsSync("/dev/full"))("ends with 1 and says so where the answer could not be written", async () => {
    const { env, created } = await scene();
    const words = ["-c", 'exec "$@" >/dev/full', "sh", process.execPath, program.path, ...CREATE];
    const child = spawn("/bin/sh", words, { env, stdio: ["ignore", "pipe", "pipe"] });
    const [said] = await Promise.all([text(child.stderr), once(child, "close")]);
    expect(said).toMatch(/^\[internal\] The output could not be written\. /);
    expect({ code: child.exitCode, created: created() }).toEqual({ code: 1, created: 1 });
  });
});
