// Waiting on the command line: exit codes for scripts, and the flags that name servers.
import { execFile } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildProgram, type Program } from "../mcp/support/program.ts";
import { startScriptedServer } from "../support/scripted-name-server.ts";
import { startTestSandbox } from "../support/sandbox.ts";

let program: Program;
beforeAll(async () => {
  program = await buildProgram();
});
afterAll(() => program[Symbol.asyncDispose]());

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function call(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [program.path, "call", ...words], { env }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

const record = ["create_record", "zone=example.com", "type=TXT", "name=_acme-challenge", "value=token"];

describe("vps-dns call with wait", () => {
  it("ends with 0 once the servers of the embedded sandbox answer", async () => {
    const { code, stdout } = await call([...record, "wait=public", "--sandbox"]);
    expect({ code, output: parsed(stdout) }).toMatchObject({
      code: 0,
      output: { propagation: { propagated: true } },
    });
  });

  it("ends with 1 when time runs out, the result on stdout all the same", async () => {
    const sandbox = await startTestSandbox();
    await using silent = await startScriptedServer(() => undefined);
    const env = { VPS_API_TOKEN: sandbox.token, VPS_NAMESERVERS: `${sandbox.nameserver},${silent.server}` };
    const words = [...record, "wait=authoritative", "wait_timeout=1", "--api-url", sandbox.url];
    const { code, stdout, stderr } = await call(words, env);
    expect({ code, output: parsed(stdout) }).toMatchObject({
      code: 1,
      output: { changed: true, propagation: { propagated: false, servers: [{ ok: true }, { ok: false }] } },
    });
    expect(stderr).toMatch(
      /^\[not_propagated\] The change is made \(change [^)]+\), and not all name servers answer it yet\./,
    );
    expect(stderr).toContain(`yet. ${silent.server}: No answer came in time. check_propagation looks again.`);
  });

  it.each([
    ["--nameserver", "192.0.2"],
    ["--resolver", "https://dns.example"],
  ])("ends with 2 for a %s that is none", async (flag, value) => {
    const { code, stdout, stderr } = await call(["list_zones", flag, value], { VPS_API_TOKEN: "vps_test" });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`${flag} takes a name server as HOST or HOST:PORT.`);
  });
});

function parsed(text: string): unknown {
  return JSON.parse(text);
}
