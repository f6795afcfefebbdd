// The leak matrix: whatever goes wrong, and whoever sends a secret back, it shows up in no stream, file or summary.
// Masking commands are the one place where secrets stand; the runner reads them and shows none.
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemClock } from "../../src/platform/system-clock.ts";
import { startSandbox } from "../../src/sandbox/start.ts";
import { type Bundles, buildBundles } from "./support/bundles.ts";
import { startForwardProxy } from "./support/forward-proxy.ts";
import { runStage, type StepRequest, type StepResult } from "./support/runner.ts";
import { type ScriptedAnswer, type ScriptedRequest, startScriptedApi } from "./support/scripted-api.ts";

const TOKEN = "vps_leak_0123456789abcdef";
const AUTH_CODE = 'Auth "code" \\ 47%11';
const PASSWORD = "pr0xy-passw0rd";
const SECRETS = [TOKEN, AUTH_CODE, PASSWORD, "Auth", "pr0xy"].flatMap((secret) => [
  secret,
  encodeURIComponent(secret),
  JSON.stringify(secret).slice(1, -1),
  Buffer.from(secret).toString("base64"),
]);

let bundles: Bundles;
beforeAll(async () => {
  bundles = await buildBundles();
});
afterAll(async () => {
  await bundles[Symbol.asyncDispose]();
});

const record = { zone: "example.com", type: "TXT", name: "_x", value: "y" };
const transfer = (code: string) => ({
  operation: "transfer-domain",
  confirm: "example.org",
  "allow-purchases": "true",
  arguments: `domain: example.org\nmax_price: 20\nauth_code: ${code}\n`,
});

/** Runs both stages with a state folder of their own and gives every text that came of it. */
async function textsOf(given: Pick<StepRequest, "inputs" | "env" | "files">): Promise<readonly string[]> {
  const temporary = await mkdtemp(join(tmpdir(), "vps-dns-leaks-"));
  try {
    const request = {
      ...given,
      folder: bundles.folder,
      env: { RUNNER_TEMP: temporary, RUNNER_DEBUG: "1", ...given.env },
    };
    const main = await runStage({ ...request, stage: "main" });
    const post = await runStage({ ...request, stage: "post", state: main.state });
    expect(main.stdout).not.toBe("");
    return [...told(main), ...told(post), ...(await filesIn(temporary))];
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

function told({ stdout, stderr, outputs, state, env, summary, path }: StepResult): string[] {
  const lines = `${stdout}\n${stderr}`.split("\n").filter((line) => !line.startsWith("::add-mask::"));
  return [lines.join("\n"), ...outputs.values(), ...state.values(), ...[...env].flat(), summary, path];
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name), "utf8")),
  );
}

function leaksIn(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => SECRETS.some((secret) => text.includes(secret)));
}

type Inputs = StepRequest["inputs"];

describe("a secret in the workflow's own text", () => {
  it.each<[string, Inputs]>([
    ["a token with blanks around it", { ...record, token: `  ${TOKEN}  ` }],
    ["a token that is malformed", { ...record, token: `Bearer ${TOKEN}` }],
    ["a token of two lines", { ...record, token: `${TOKEN}\n${TOKEN}x` }],
    ["a token in the API's URL", { ...record, "api-url": `https://user:${TOKEN}@127.0.0.1/` }],
    ["a token in the URL's query", { ...record, "api-url": `https://127.0.0.1/?token=${TOKEN}` }],
    ["a token for an operation", { operation: TOKEN }],
    ["a token for a zone", { ...record, zone: TOKEN }],
    ["a token for a record's type", { ...record, type: TOKEN }],
    ["a token for a file's path", { "zone-file": TOKEN }],
    ["a token for a preset", { zone: "example.com", preset: TOKEN }],
    ["a token for a preset's value", { zone: "example.com", preset: "acme", values: `code: ${TOKEN} x` }],
    ["a token for a preset's key", { zone: "example.com", preset: "acme", values: `${TOKEN}: x` }],
    ["a token in zone-file lines", { zone: "example.com", records: `www A ${TOKEN}\n${TOKEN} X y\n` }],
    ["a token for an argument's name", { operation: "list-zones", arguments: `${TOKEN}: 1` }],
    ["a token for an argument's value", { operation: "list-zones", arguments: `limit: ${TOKEN}` }],
    ["an auth code in YAML that breaks", { operation: "transfer-domain", arguments: `auth_code: ${AUTH_CODE}\n: [` }],
    ["an auth code that is an alias", { operation: "transfer-domain", arguments: `auth_code: *${AUTH_CODE}` }],
    [
      "an auth code for an operation that takes none",
      { operation: "list-zones", arguments: JSON.stringify({ auth_code: AUTH_CODE }) },
    ],
    [
      "an auth code in a list",
      { operation: "list-zones", arguments: JSON.stringify({ x: [{ "auth-code": AUTH_CODE }] }) },
    ],
  ])("%s is never shown", async (_, inputs) => {
    await using api = await startScriptedApi(() => ({ status: 401, json: { detail: "No." } }));
    expect(leaksIn(await textsOf({ inputs: { token: TOKEN, "api-url": api.url, ...inputs } }))).toEqual([]);
  });
});

describe("a secret that the API sends back", () => {
  const zone = { status: 200, json: [{ uuid: "zone-1", domain: "example.com" }] };
  it.each<[string, Inputs, (request: ScriptedRequest) => ScriptedAnswer]>([
    [
      "in a refusal",
      record,
      ({ authorization }) => ({ status: 400, json: { detail: authorization, error_code: authorization } }),
    ],
    ["as a field's name", record, ({ authorization }) => ({ status: 400, json: { [authorization]: [authorization] } })],
    ["in an HTML page", record, ({ authorization }) => ({ status: 500, html: `<h1>${authorization}</h1>` })],
    ["in a redirect", record, ({ authorization }) => ({ status: 302, headers: { location: `/?${authorization}` } })],
    ["as a request id", record, ({ authorization }) => ({ ...zone, headers: { "x-request-id": authorization } })],
    [
      "as a zone's name",
      { operation: "list-zones" },
      ({ authorization }) => ({ status: 200, json: [{ uuid: "z", domain: authorization }] }),
    ],
    [
      "as a record's value",
      { operation: "list-records", zone: "example.com" },
      ({ path, authorization }) =>
        path.includes("/records/")
          ? { status: 200, json: [{ uuid: "r", record_type: "TXT", name: "_x", value: authorization, ttl: 60 }] }
          : zone,
    ],
    [
      "as what was created",
      { ...record, cleanup: "true" },
      ({ method, path, authorization }) =>
        method === "POST"
          ? {
              status: 201,
              json: { uuid: "r", record_type: "TXT", name: "_x", value: "y", ttl: 60, created_at: authorization },
            }
          : path.includes("/records/")
            ? { status: 200, json: [] }
            : zone,
    ],
    [
      "with an auth code",
      transfer(JSON.stringify(AUTH_CODE)),
      ({ method, body }) =>
        method === "POST"
          ? { status: 400, json: { detail: JSON.stringify(body), auth_code: [JSON.stringify(body)] } }
          : { status: 200, json: { count: 1, results: [{ id: 1, domain_name: "example.org", status: "active" }] } },
    ],
  ])("%s is never shown", async (_, inputs, script) => {
    await using api = await startScriptedApi(script);
    expect(leaksIn(await textsOf({ inputs: { token: TOKEN, "api-url": api.url, ...inputs } }))).toEqual([]);
    expect(api.requests()).not.toEqual([]);
  });
});

describe("a secret that is used", () => {
  it("is in no journal and no result of a transfer", async () => {
    const sandbox = await startSandbox({ clock: systemClock, seed: true, token: TOKEN });
    try {
      const inputs = { token: TOKEN, "api-url": sandbox.url, ...transfer(JSON.stringify(AUTH_CODE)) };
      expect(leaksIn(await textsOf({ inputs }))).toEqual([]);
      expect(sandbox.requests().some(({ method }) => method === "POST")).toBe(true);
    } finally {
      await sandbox.close();
    }
  });

  it.each([
    ["refuses", (url: string) => url.replace("://", `://user:${PASSWORD}@`)],
    ["cannot be read", () => `http://user:${PASSWORD}@:nowhere`],
  ])("for a proxy that %s is never shown", async (_, proxyUrl) => {
    await using proxy = await startForwardProxy();
    const inputs = { ...record, token: TOKEN, "api-url": "https://api.example.com/api/v1" };
    expect(leaksIn(await textsOf({ inputs, env: { HTTPS_PROXY: proxyUrl(proxy.url) } }))).toEqual([]);
  });
});
