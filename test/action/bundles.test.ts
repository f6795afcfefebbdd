// The bundles are small, load nothing heavy before it is needed, and run where there is nothing else.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BearerCredentialHandler, HttpClient } from "../../src/action/no-oidc-client.ts";
import { placeWitness } from "../../scripts/bench/loaded-files.ts";
import { systemClock } from "../../src/platform/system-clock.ts";
import { startSandbox } from "../../src/sandbox/start.ts";
import { nodeBinary } from "../support/node-binary.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { type Bundles, buildBundles } from "./support/bundles.ts";
import { startForwardProxy } from "./support/forward-proxy.ts";
import { runStage } from "./support/runner.ts";

const TOKEN = "vps_sandbox_0123456789abcdef";
const record = { type: "TXT", name: "_x", value: "y", zone: "example.com" };

let bundles: Bundles;
beforeAll(async () => {
  bundles = await buildBundles();
});
afterAll(async () => {
  await bundles[Symbol.asyncDispose]();
});

/** A bundle with everything that it imports before its first line runs. */
function staticFiles(entry: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(join(bundles.folder, file), "utf8");
    for (const [, path = ""] of text.matchAll(/^(?:import|\} from|import\s.*?from) "(\.[^"]+)";$/gm)) {
      visit(join(dirname(file), path));
    }
  };
  visit(entry);
  return seen;
}

/** Every file of a folder with its text. */
function filesOf(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(entries.map(({ name, parentPath }) => [name, readFileSync(join(parentPath, name), "utf8")]));
}

describe("the bundles", () => {
  it.each([
    ["main.mjs", 30_000],
    ["post.mjs", 45_000],
  ])("%s loads at most %i bytes before it knows what there is to do", (entry, limit) => {
    const size = [...staticFiles(entry)].reduce((sum, file) => sum + statSync(join(bundles.folder, file)).size, 0);
    expect(size).toBeLessThanOrEqual(limit);
  });

  it("are readable: no line of our own code is longer than a person reads", () => {
    const lines = readFileSync(join(bundles.folder, "main.mjs"), "utf8").split("\n");
    expect(lines.length).toBeGreaterThan(60);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(300);
  });

  it("come out the same every time", async () => {
    await using again = await buildBundles();
    expect(filesOf(again.folder)).toEqual(filesOf(bundles.folder));
  });

  it("load no second HTTP client, no YAML and no sandbox at the start", () => {
    for (const entry of ["main.mjs", "post.mjs"]) {
      const text = [...staticFiles(entry)].map((file) => readFileSync(join(bundles.folder, file), "utf8")).join("\n");
      expect(text).not.toMatch(/node_modules\/(?:undici|yaml|dns-packet|@actions\/http-client)\//);
    }
    const chunks = join(bundles.folder, "chunks");
    const all = readdirSync(chunks)
      .map((file) => readFileSync(join(chunks, file), "utf8"))
      .join("\n");
    expect(all).toMatch(/node_modules\/yaml\//);
    expect(all).toMatch(/node_modules\/undici\//);
  });

  it("say that there is no OIDC client, should anybody ask for a token of it", () => {
    expect(() => HttpClient()).toThrow("asks for no OIDC token");
    expect(() => BearerCredentialHandler()).toThrow("asks for no OIDC token");
  });

  it.each([20, 22, 24])("run on Node %i", async (major) => {
    const sandbox = await startSandbox({ clock: systemClock, seed: true, token: TOKEN });
    try {
      const step = { folder: bundles.folder, node: await nodeBinary(major) };
      const inputs = { ...record, token: TOKEN, "api-url": sandbox.url, cleanup: "true" };
      const main = await runStage({ ...step, stage: "main", inputs });
      expect(main).toMatchObject({ exitCode: 0, stderr: "" });
      expect(main.outputs.get("changed")).toBe("true");
      const post = await runStage({ ...step, stage: "post", inputs, state: main.state });
      expect(post).toMatchObject({ exitCode: 0, stderr: "" });
      expect(post.stdout).toContain("Deleted: TXT record at _x.example.com");
    } finally {
      await sandbox.close();
    }
  });

  it("load at most 400 kB for a step with one record, and 200 kB to clean up after it", async () => {
    const sandbox = await startSandbox({ clock: systemClock, seed: true, token: TOKEN });
    try {
      const inputs = { ...record, token: TOKEN, "api-url": sandbox.url, cleanup: "true" };
      const main = await placeWitness(await temporaryFolder(), bundles.folder);
      const post = await placeWitness(await temporaryFolder(), bundles.folder);
      const step = { folder: bundles.folder, node: await nodeBinary(24), inputs };
      const done = await runStage({ ...step, stage: "main", env: { NODE_OPTIONS: `--import ${main.url}` } });
      const undone = await runStage({
        ...step,
        stage: "post",
        state: done.state,
        env: { NODE_OPTIONS: `--import ${post.url}` },
      });
      expect(undone.stdout).toContain("Deleted: TXT record at _x.example.com");
      for (const [witness, limit] of [[main, 400_000] as const, [post, 200_000] as const]) {
        const bytes = await witness.bytes();
        expect(bytes).toBeGreaterThan(100_000);
        expect(bytes).toBeLessThanOrEqual(limit);
      }
    } finally {
      await sandbox.close();
    }
  });

  it("go through a proxy where one is set", async () => {
    await using proxy = await startForwardProxy();
    const main = await runStage({
      folder: bundles.folder,
      stage: "main",
      inputs: { ...record, token: TOKEN, "api-url": "https://api.example.com/api/v1" },
      env: { HTTPS_PROXY: proxy.url },
    });
    expect(proxy.asked()).toEqual(["CONNECT api.example.com:443"]);
    expect(main.exitCode).toBe(1);
    expect(main.commands.map(({ name }) => name)).toContain("error");
  });
});
