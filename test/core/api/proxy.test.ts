// Proxies: a real one on loopback, with and without TLS behind it.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type ProxySettings, undiciClient } from "../../../src/core/api/undici-client.ts";
import { type HostileServer, json, startHostileServer } from "../../support/hostile-server.ts";
import { type ConnectProxy, startConnectProxy } from "./connect-proxy.ts";
import { BASE, errorOf, openApi, TOKEN } from "./open-api.ts";

const run = promisify(execFile);
const ZONES = `GET ${BASE}/dns-zones/`;
const FAR = "api.vps-dns.invalid";
const FOUND = [{ id: "z", domain: "example.com" }];

let server: HostileServer;
let proxy: ConnectProxy;
let closing: (() => Promise<void>)[];

beforeEach(async () => {
  server = await startHostileServer();
  server.on(ZONES, json(200, [{ uuid: "z", domain: "example.com" }]));
  proxy = await startConnectProxy(server.origin);
  closing = [() => proxy.close(), () => server.close()];
});
afterEach(async () => {
  for (const close of closing) await close();
});

function open(baseUrl: string, proxies?: ProxySettings) {
  const opened = openApi(server, { baseUrl: baseUrl + BASE, http: undiciClient(proxies) });
  closing.unshift(() => opened.client.close());
  return opened.api;
}
const proxyUrl = (credentials = "") => `http://${credentials}127.0.0.1:${proxy.port}`;

describe("a proxy", () => {
  it("is used for a far host", async () => {
    const api = open(`http://${FAR}`, { httpProxy: proxyUrl() });
    expect((await api.zones.list()).items).toEqual(FOUND);
    expect(proxy.tunnels).toEqual([`${FAR}:80`]);
    expect(server.requests[0]?.headers).toMatchObject({ host: FAR, authorization: `Bearer ${TOKEN}` });
  });

  it("never sees the token", async () => {
    await open(`http://${FAR}`, { httpProxy: proxyUrl("user:pass@") }).zones.list();
    expect(proxy.read()).toContain(`Basic ${Buffer.from("user:pass").toString("base64")}`);
    expect(proxy.read()).not.toContain(TOKEN);
    expect(server.requests[0]?.headers).not.toHaveProperty("proxy-authorization");
  });

  it("may be given without a scheme", async () => {
    expect((await open(`http://${FAR}`, { httpProxy: `127.0.0.1:${proxy.port}` }).zones.list()).items).toEqual(FOUND);
    expect(proxy.tunnels).toHaveLength(1);
  });

  it("is never used for this machine, where the sandbox lives", async () => {
    const api = open(server.origin, { httpProxy: proxyUrl(), httpsProxy: proxyUrl(), noProxy: undefined });
    expect((await api.zones.list()).items).toEqual(FOUND);
    expect(proxy.tunnels).toEqual([]);
  });

  it.each([FAR, "vps-dns.invalid", ".vps-dns.invalid", "example.com, vps-dns.invalid", "*", " * "])(
    "is not used where NO_PROXY is %j",
    async (noProxy) => {
      const error = await errorOf(open(`http://${FAR}`, { httpProxy: proxyUrl(), noProxy }).zones.list());
      expect(error).toMatchObject({ code: "unreachable" });
      expect(proxy.tunnels).toEqual([]);
    },
  );

  it.each(["", "example.com", "dns.invalid.example"])("is used where NO_PROXY is %j", async (noProxy) => {
    expect((await open(`http://${FAR}`, { httpProxy: proxyUrl(), noProxy }).zones.list()).items).toEqual(FOUND);
    expect(proxy.tunnels).toHaveLength(1);
  });

  it("comes from the settings alone: the environment is not read here", async () => {
    for (const name of ["HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"]) vi.stubEnv(name, proxyUrl());
    vi.stubEnv("NO_PROXY", "*");
    await errorOf(open(`http://${FAR}`).zones.list());
    await errorOf(open(`http://${FAR}`, { httpsProxy: proxyUrl(), httpProxy: "" }).zones.list());
    expect(proxy.tunnels).toEqual([]);
    await open(`http://${FAR}`, { httpProxy: proxyUrl() }).zones.list();
    expect(proxy.tunnels).toHaveLength(1);
  });

  it.each([403, 407, 502])("that answers %i to CONNECT is told, and nothing was sent", async (status) => {
    const refusing = await startConnectProxy(server.origin, status);
    closing.unshift(() => refusing.close());
    const api = open(`http://${FAR}`, { httpProxy: `http://127.0.0.1:${refusing.port}` });
    expect(await errorOf(api.zones.create("example.com"))).toMatchObject({
      code: "unreachable",
      message: "The API could not be reached: the proxy refused to pass it on.",
    });
    expect(refusing.tunnels).toHaveLength(1);
    expect(server.requests).toEqual([]);
  });

  it("that is not there is told", async () => {
    const gone = `http://127.0.0.1:${proxy.port}`;
    await proxy.close();
    closing.shift();
    expect(await errorOf(open(`http://${FAR}`, { httpProxy: gone }).zones.list())).toMatchObject({
      code: "unreachable",
      message: "The API could not be reached: the connection was refused.",
    });
  });

  it.each(["http://[bad", "socks5://127.0.0.1:1080", "ftp://proxy", "user:secret-word@:"])(
    "that is no HTTP proxy's URL is refused by name, and not quoted: %s",
    (httpsProxy) => {
      expect(() => undiciClient({ httpsProxy })).toThrow(/^HTTPS_PROXY is not the URL of an HTTP proxy\.$/);
    },
  );
});

describe("https", () => {
  let folder: string;
  let tls: { readonly key: string; readonly cert: string };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "vps-dns-tls-"));
    const names = `subjectAltName=DNS:${FAR},IP:127.0.0.1`;
    const files = ["-keyout", join(folder, "key.pem"), "-out", join(folder, "cert.pem")];
    const kind = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
    await run("openssl", [...kind, "-subj", `/CN=${FAR}`, "-addext", names, ...files]);
    tls = {
      key: await readFile(join(folder, "key.pem"), "utf8"),
      cert: await readFile(join(folder, "cert.pem"), "utf8"),
    };
    await build({
      entryPoints: [fileURLToPath(new URL("list-zones-driver.ts", import.meta.url))],
      outfile: join(folder, "list-zones.mjs"),
      bundle: true,
      platform: "node",
      format: "esm",
      banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
      logLevel: "error",
    });
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function secure() {
    const target = await startHostileServer(tls);
    target.on(ZONES, json(200, [{ uuid: "z", domain: "example.com" }]));
    const tunnel = await startConnectProxy(target.origin);
    closing.unshift(
      () => tunnel.close(),
      () => target.close(),
    );
    return { target, tunnel };
  }

  async function listZones(env: Readonly<Record<string, string>>): Promise<unknown> {
    const all = { PATH: process.env["PATH"], TEST_TOKEN: TOKEN, ...env };
    const { stdout, stderr } = await run(process.execPath, [join(folder, "list-zones.mjs")], { env: all });
    expect(stderr).toBe("");
    return JSON.parse(stdout);
  }

  it("goes through HTTPS_PROXY as a tunnel that the proxy cannot look into", async () => {
    const { target, tunnel } = await secure();
    const found = await listZones({
      NODE_EXTRA_CA_CERTS: join(folder, "cert.pem"),
      TEST_URL: `https://${FAR}${BASE}`,
      TEST_PROXY: `http://127.0.0.1:${tunnel.port}`,
    });
    expect(found).toEqual(FOUND);
    expect(tunnel.tunnels).toEqual([`${FAR}:443`]);
    expect(tunnel.read()).not.toContain(TOKEN);
    expect(target.requests[0]?.headers["authorization"]).toBe(`Bearer ${TOKEN}`);
  });

  it("works without a proxy", async () => {
    const { target } = await secure();
    const found = await listZones({
      NODE_EXTRA_CA_CERTS: join(folder, "cert.pem"),
      TEST_URL: `${target.origin}${BASE}`,
    });
    expect(found).toEqual(FOUND);
  });

  it("sends nothing to a server whose certificate is not trusted", async () => {
    const { target, tunnel } = await secure();
    for (const url of [target.origin, `https://${FAR}`]) {
      const api = open(url, { httpsProxy: `http://127.0.0.1:${tunnel.port}` });
      expect(await errorOf(api.zones.list())).toMatchObject({
        code: "unreachable",
        message: "The API could not be reached: its certificate is not trusted (DEPTH_ZERO_SELF_SIGNED_CERT).",
      });
    }
    expect(target.requests).toEqual([]);
  });
});
