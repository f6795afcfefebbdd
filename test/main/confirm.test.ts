// `vps-dns call` without a terminal: a preview and a token between two processes, and what is left behind.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { buildProgram, type Program, type TemporaryFolder, temporaryFolder } from "../mcp/support/program.ts";

const Unconfirmed = z.object({ status: z.literal("confirmation_required"), confirm: z.string(), preview: z.string() });

let program: Program;
let folder: TemporaryFolder;
let temporary: string;
beforeAll(async () => {
  program = await buildProgram();
});
afterAll(() => program[Symbol.asyncDispose]());
beforeEach(async () => {
  folder = await temporaryFolder();
  temporary = join(folder.path, "tmp");
  await mkdir(temporary);
  return () => folder[Symbol.asyncDispose]();
});

async function call(...words: string[]) {
  const child = spawn(process.execPath, [program.path, "call", ...words], {
    env: { PATH: process.env["PATH"], HOME: folder.path, TMPDIR: temporary, NODE_DISABLE_COMPILE_CACHE: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { code: child.exitCode, stdout, stderr };
}

describe("vps-dns call", () => {
  it("shows a preview and goes on with its token, once", async () => {
    const sandbox = `--sandbox=${join(folder.path, "kept")}`;
    const shown = await call("delete_zone", "zone=example.org", sandbox);
    expect(shown.code).toBe(1);
    const { confirm, preview } = Unconfirmed.parse(JSON.parse(shown.stdout));
    expect(preview).toBe("This deletes the zone example.org with 2 records; its names stop answering.");
    expect(shown.stderr).toContain(`confirm: "${confirm}"`);

    const other = await call("delete_zone", "zone=myapp.io", `confirm=${confirm}x`, sandbox);
    expect(other.stderr).toContain("[confirmation_invalid]");
    expect(other.code).not.toBe(0);

    const done = await call("delete_zone", "zone=example.org", `confirm=${confirm}`, sandbox);
    expect(JSON.parse(done.stdout)).toMatchObject({ status: "done", changed: true });
    expect(await readdir(join(folder.path, "kept", "state"))).toEqual(expect.arrayContaining(["changes", "tokens"]));
  });

  it("needs no token with --confirm off, and leaves nothing of an embedded sandbox behind", async () => {
    const done = await call("delete_zone", "zone=example.org", "--sandbox", "--confirm", "off");
    expect(JSON.parse(done.stdout)).toMatchObject({ status: "done", changed: true });
    expect(await readdir(temporary)).toEqual([]);
    expect((await readdir(folder.path)).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("ends when something is wrong after the sandbox has started", async () => {
    const refused = await call("list_zones", "--sandbox", "--zone", "not..a.name");
    expect(refused.stderr).toContain("[invalid_name]");
    expect(refused.code).not.toBe(0);
    expect(await readdir(temporary)).toEqual([]);
  });
});
