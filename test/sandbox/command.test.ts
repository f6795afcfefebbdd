// `vps-dns sandbox` as people start it: its one line, what its flags do, and how it says that it cannot start.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import * as z from "zod/mini";
import { buildProgram, type Program } from "../mcp/support/program.ts";
import { queryDns } from "../support/dns-query.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { ask, fieldsOf, textIn } from "./support/ask.ts";

/** Windows has no signals to end in peace by, and no sh. */
const isPosix = process.platform !== "win32";

let program: Program;
beforeAll(async () => {
  program = await buildProgram();
});
afterAll(() => program[Symbol.asyncDispose]());

function start(flags: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [program.path, "sandbox", ...flags], {
    env: { PATH: process.env["PATH"], ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => stop(child));
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await gone;
}

async function announced(child: ReturnType<typeof start>) {
  const [line] = z.tuple([z.string()]).parse(await once(createInterface({ input: child.stdout }), "line"));
  const body: unknown = JSON.parse(line);
  return { body, url: textIn(body, "url"), token: textIn(body, "token") };
}

async function failure(flags: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = start(flags, env);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { code: child.exitCode, stdout, stderr };
}

describe("vps-dns sandbox", () => {
  it.runIf(isPosix)("tells where it is in one line, and ends in peace with SIGTERM", async () => {
    const child = start([]);
    expect(fieldsOf((await announced(child)).body)).toEqual(["url", "token", "nameserver"]);
    await stop(child);
    expect(child.exitCode).toBe(0);
  });

  it("starts a second name server with --lag, or its variable", async () => {
    const { body } = await announced(start([], { VPS_SANDBOX_LAG: "3600" }));
    expect(fieldsOf(body)).toEqual(["url", "token", "nameserver", "lagging"]);
    expect(await queryDns({ server: textIn(body, "lagging"), name: "example.com", type: "A" })).toMatchObject({
      aa: true,
      answers: [{ value: "192.0.2.1" }],
    });
  });

  it.runIf(isPosix)("keeps zone files with --bind and runs --reload, whose words do not reach stdout", async () => {
    const dir = await temporaryFolder();
    const told = join(dir, "told");
    const child = start(["--bind", join(dir, "zones"), "--reload", `echo said; echo once >> '${told}'; exit 9`]);
    const stdout = text(child.stdout);
    const stderr = text(child.stderr);
    const { url, token } = await announced(child);
    const door = { url, token };
    expect((await ask(door, "POST", "/dns-zones/", { domain: "new.example" })).status).toBe(201);
    await stop(child);
    expect(await readdir(join(dir, "zones"))).toContain("db.new.example");
    expect((await readFile(told, "utf8")).trim().split("\n").length).toBe(2);
    expect((await stdout).trim().split("\n")).toHaveLength(1);
    expect(await stderr).toMatch(/"The reload command failed\.".*"exit":9/);
  });

  it("says which port is taken and what to do", async () => {
    const { body, url } = await announced(start([]));
    const http = new URL(url).port;
    const dns = textIn(body, "nameserver").split(":")[1] ?? "";
    expect(await failure(["--port", http])).toEqual({
      code: 1,
      stdout: "",
      stderr: `[conflict] Port ${http} is in use by another program. Give another --port, or leave it out for a free one.\n`,
    });
    expect(await failure(["--dns-port", dns])).toMatchObject({
      stderr: `[conflict] Port ${dns} is in use by another program. Give another --dns-port, or leave it out for a free one.\n`,
    });
  });

  it("says that a folder is in use or cannot be used", async () => {
    const data = await temporaryFolder();
    await announced(start(["--data", data]));
    expect((await failure(["--data", data])).stderr).toBe(
      "[conflict] Another sandbox is using the data folder. Stop the other one, or name another folder.\n",
    );
    const folder = await temporaryFolder();
    await mkdir(join(folder, "journal"));
    expect(await failure(["--data", folder])).toEqual({
      code: 1,
      stdout: "",
      stderr:
        "[state_unavailable] The sandbox's data folder cannot be used (EISDIR). " +
        "Name a folder that this user may write to, or none to keep nothing.\n",
    });
  });

  it.each([
    { flags: ["--reload", "true"], said: "--reload goes together with --bind. Name the folder" },
    { flags: ["--lag", "-1"], said: "--lag" },
    { flags: ["--lag", "soon"], said: "--lag takes a whole number from 0 to 86400." },
    { flags: ["--bind"], said: "--bind needs a value." },
  ])("takes $flags for wrong usage", async ({ flags, said }) => {
    const { code, stdout, stderr } = await failure(flags);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(said);
  });
});
