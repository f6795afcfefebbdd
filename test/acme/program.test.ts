// The hook as a process: exit codes, one line each way, certbot's environment, nothing secret said.
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { queryDns } from "../support/dns-query.ts";
import { runProgram } from "../support/dist-program.ts";
import { startTestSandbox } from "../support/sandbox.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const NAME = "_acme-challenge.www.example.com";
const VALUE = "--sH-2j1o0WmQ0k9nJ4v5r6t7y8u9i0o1p2a3s4d5f6";

const failure = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() });

async function startScene() {
  const sandbox = await startTestSandbox();
  const env = {
    VPS_API_URL: sandbox.url,
    VPS_API_TOKEN: sandbox.token,
    VPS_NAMESERVERS: sandbox.nameserver,
    VPS_STATE_DIR: join(await temporaryFolder(), "state"),
  };
  return {
    acme: (words: readonly string[], more: Readonly<Record<string, string>> = {}) =>
      runProgram(["acme", ...words], { ...env, ...more }),
    answered: async (name = NAME) => {
      const { answers } = await queryDns({ server: sandbox.nameserver, name, type: "TXT" });
      return answers.map(({ value }) => value).sort();
    },
  };
}

describe("vps-dns acme", () => {
  it("adds a value that begins with hyphens, and takes it away", async () => {
    const { acme, answered } = await startScene();
    expect(await acme(["present", `${NAME}.`, VALUE])).toEqual({
      stdout: `Present: ${NAME} TXT ${VALUE}\n`,
      stderr: "",
    });
    expect(await answered()).toEqual([VALUE]);
    expect(await acme(["cleanup", NAME, VALUE])).toEqual({ stdout: `Removed: ${NAME} TXT ${VALUE}\n`, stderr: "" });
    expect(await answered()).toEqual([]);
  });

  it("takes several processes at one name at once", async () => {
    const { acme, answered } = await startScene();
    const values = ["one", "three", "two"];
    await Promise.all(values.map((value) => acme(["present", NAME, value])));
    expect(await answered()).toEqual(values);
    await Promise.all(values.map((value) => acme(["cleanup", NAME, value])));
    expect(await answered()).toEqual([]);
  });

  it("serves both of certbot's hooks as the bare command", async () => {
    const { acme, answered } = await startScene();
    const certbot = { CERTBOT_DOMAIN: "www.example.com", CERTBOT_VALIDATION: "one" };
    const { stdout } = await acme([], certbot);
    expect(await answered()).toEqual(["one"]);
    await acme([], { ...certbot, CERTBOT_VALIDATION: "two", CERTBOT_AUTH_OUTPUT: stdout.trim() });
    expect(await answered()).toEqual(["one", "two"]);
    await acme([], { ...certbot, CERTBOT_AUTH_OUTPUT: stdout.trim() });
    expect(await answered()).toEqual(["two"]);
  });

  it("carries out dehydrated's chain", async () => {
    const { acme, answered } = await startScene();
    const chain = ["www.example.com", "t1", "one", "www.example.com", "t2", "two"];
    await acme(["deploy_challenge", ...chain]);
    expect(await answered()).toEqual(["one", "two"]);
    await acme(["clean_challenge", ...chain]);
    expect(await answered()).toEqual([]);
  });

  it("sweeps what it added in an earlier process", async () => {
    const { acme, answered } = await startScene();
    await acme(["present", NAME, "one", "--wait", "none"]);
    expect((await acme(["cleanup", "--older-than", "1h"])).stdout).toBe("Swept no challenges.\n");
    expect((await acme(["cleanup", "--older-than=0s"])).stdout).toBe(`Removed: ${NAME} TXT one\nSwept 1 challenge.\n`);
    expect(await answered()).toEqual([]);
  });

  it("tells lego how long to wait", async () => {
    const { acme } = await startScene();
    expect(JSON.parse((await acme(["timeout"], { VPS_ACME_WAIT_TIMEOUT: "30" })).stdout)).toEqual({
      timeout: 30,
      interval: 2,
    });
  });

  it.each([
    ["wrong words", ["present", NAME], 2, "[invalid_input]"],
    ["a mistyped flag", ["--sandbx", "present", NAME, "one"], 2, "[invalid_input]"],
    ["a mistyped flag for a value", ["present", NAME, "--mistyped"], 2, "[invalid_input] Unknown flag --mistyped."],
    [
      "a mistyped flag behind the value",
      ["present", NAME, "one", "--wait-timout", "1"],
      2,
      "[invalid_input] Unknown flag --wait-timout. Did you mean --wait-timeout?",
    ],
    ["a mistyped command", ["presnet", NAME, "one"], 2, "[invalid_input]"],
    ["a program that is read-only", ["present", NAME, "one", "--read-only"], 2, "[unknown_operation]"],
    ["no zone", ["present", "_acme-challenge.example.edu", "one"], 1, "[zone_not_found]"],
    [
      "no answer in time",
      ["present", NAME, "one", "--nameserver", "127.0.0.1:9", "--wait-timeout", "1"],
      1,
      "[not_propagated]",
    ],
  ])("ends on %s with its code and one line", async (_, words, code, line) => {
    const { acme } = await startScene();
    const failed = failure.parse(await acme(words).catch((error: unknown) => error));
    expect(failed).toMatchObject({ code, stdout: "" });
    expect(failed.stderr.startsWith(line)).toBe(true);
    expect(failed.stderr.trimEnd()).not.toContain("\n");
  });

  it.each([[["acme", "--help"]], [["acme", "present", "--help"]]])(
    "shows on %j how each client calls it",
    async (words) => {
      const { stdout } = await runProgram(words);
      for (const client of ["certbot", "lego", "acme.sh", "dehydrated", "HTTPREQ_ENDPOINT", "--older-than"]) {
        expect(stdout).toContain(client);
      }
    },
  );
});
