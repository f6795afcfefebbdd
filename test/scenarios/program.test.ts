// The program as a person meets it: commands, exit codes, what goes to which stream, and refusals that help.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { PROGRAM, startSandboxProcess } from "../support/dist-program.ts";

const folder = mkdtempSync(join(tmpdir(), "vps-dns-program-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [PROGRAM, ...args],
      { env: { PATH: process.env["PATH"], HOME: folder, ...env } },
      (_, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
    child.stdin?.end();
  });
}

describe("vps-dns", () => {
  it("shows its commands and every flag", async () => {
    const { code, stdout, stderr } = await run(["help"]);
    expect(code).toBe(0);
    expect(stderr).toBe("");
    for (const word of ["mcp", "call", "sandbox", "demo", "--api-url", "--read-only", "VPS_API_TOKEN"]) {
      expect(stdout).toContain(word);
    }
  });

  it.each(["mcp", "sandbox", "demo"])("shows them behind %s --help too", async (command) => {
    const { code, stdout, stderr } = await run([command, "--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("Flags of mcp:");
  });

  it("lists the operations and shows one with an example", async () => {
    expect((await run(["call"])).stdout).toContain("ensure_records");
    const { stdout } = await run(["call", "create-record", "--help"]);
    expect(stdout).toContain("vps-dns call create_record zone=example.com");
  });

  it("tells the whole story on the sandbox", async () => {
    const { code, stdout, stderr } = await run(["demo"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.match(/^"0123456789abcdef0123456789abcd"$/gm)).toHaveLength(2);
    expect(stdout).toContain("(no such name)");
    expect(stdout).toContain("Taken back:");
  });

  it.each<[string[], number, RegExp]>([
    [["frobnicate"], 2, /^\[invalid_input\] There is no such command\. vps-dns help lists them\.$/m],
    [["call", "frobnicate"], 2, /^\[unknown_operation\] .*vps-dns call alone lists them\.$/m],
    [["call", "list-zone"], 2, /^\[unknown_operation\] .*Did you mean list_zones\?/m],
    [
      ["call", "delete_zone", "zone=example.com", "--read-only", "--sandbox"],
      2,
      /^\[unknown_operation\] With --read-only/m,
    ],
    [["call", "list_zones", "--colour"], 2, /^\[invalid_input\] Unknown flag --colour\./m],
    [["mcp", "--tools", "frobnicate"], 2, /frobnicate/],
    [["mcp", "--toolsets", "everything"], 2, /everything/],
    [["call", "get_zone", "zone=exmaple.com", "--sandbox"], 1, /^\[zone_not_found\] .*Did you mean example\.com\?/m],
    [["call", "get_zone", "zone=example.com", "colour=red", "--sandbox"], 2, /^\[unknown_field\] .*colour/m],
    [["call", "create_record", "zone=example.com", "type=AXFR", "name=www", "value=x", "--sandbox"], 2, /type/],
    [
      [
        "call",
        "create_record",
        "zone=example.com",
        "type=A",
        "name=www",
        "value=192.0.2.1",
        "ttl=2147483648",
        "--sandbox",
      ],
      2,
      /ttl/,
    ],
    [
      ["call", "delete_record", "zone=example.com", "type=TXT", "name=@", "--sandbox", "value=nothing like it"],
      1,
      /record_not_found/,
    ],
    [["call", "list_zones", "--api-url", "http://api.example.net/v1"], 2, /https/],
    [["call", "list_zones"], 1, /^\[token_missing\] .*VPS_API_TOKEN/m],
  ])("%j ends with %i", async (args, code, message) => {
    const result = await run(args);
    expect(result.stderr).toMatch(message);
    expect(result.code).toBe(code);
    expect(result.stdout).toBe("");
  });

  it("refuses a malformed token before any request, and never repeats it", async () => {
    await using sandbox = await startSandboxProcess();
    const result = await run(["call", "list_zones"], {
      VPS_API_URL: sandbox.url,
      VPS_API_TOKEN: "secret-without-prefix",
    });
    expect(result.stderr).toMatch(/^\[token_malformed\]/m);
    expect(result.stderr).not.toContain("secret-without-prefix");
  });

  it("takes the token from a file, white space and all", async () => {
    await using sandbox = await startSandboxProcess();
    const file = join(folder, "token");
    writeFileSync(file, `  ${sandbox.token}\n`);
    const { code, stdout } = await run(["call", "list_zones", "--token-file", file], { VPS_API_URL: sandbox.url });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ total: 3 });
  });

  it("prints no token at any log level, whatever happens", async () => {
    await using sandbox = await startSandboxProcess();
    const env = { VPS_API_URL: sandbox.url, VPS_API_TOKEN: sandbox.token, VPS_LOG_LEVEL: "debug" };
    const runs = await Promise.all([
      run(["call", "list_zones"], env),
      run(["call", "get_zone", "zone=nowhere.example"], env),
      run(["call", "create_record", "zone=example.com", "type=TXT", "name=@", `value=${sandbox.token}`], env),
      run(["call", "list_zones"], { ...env, VPS_API_URL: `${sandbox.url}/missing` }),
      run(["call", "list_zones"], { ...env, VPS_API_URL: "http://127.0.0.1:1/api/v1" }),
    ]);
    expect(runs.map(({ stderr }) => stderr).join("")).not.toContain(sandbox.token);
    expect(runs.map(({ stderr }) => stderr).join("")).toContain('"level":"debug"');
  });

  it("ends at once when an allow-list cannot be read, instead of hanging with a sandbox open", async () => {
    const { code, stderr } = await run(["call", "list_zones", "--sandbox", "--zone", "not a zone"]);
    expect(stderr).toMatch(/^\[invalid_name\]/);
    expect(code).toBe(2);
  });
});
