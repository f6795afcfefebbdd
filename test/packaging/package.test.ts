// The npm package, installed where nothing else is.
import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { packedTable } from "../../scripts/build-parts/mapping-table.ts";
import { toolRows } from "../../src/mcp/tool-list.ts";
import { type InstalledPackage, installPackage } from "./support/installed.ts";
import { startAndAsk } from "./support/started.ts";

const run = promisify(execFile);
const MEGABYTE = 1_000_000;

describe("the npm package", () => {
  let installed: InstalledPackage;
  beforeAll(async () => {
    installed = await installPackage();
  });
  afterAll(() => installed[Symbol.asyncDispose]());

  it("brings nothing along and runs by its name, offline, on the sandbox", async () => {
    const modules = readdirSync(join(installed.folder, "node_modules")).filter((name) => !name.startsWith("."));
    expect(modules).toEqual(["vps-dns"]);
    const { tools, zones } = await startAndAsk({
      command: "npx",
      args: ["--no-install", "vps-dns", "mcp", "--sandbox"],
      cwd: installed.folder,
    });
    expect(tools).toEqual(toolRows.map(({ name }) => name));
    expect(zones).toContain("example.com");
  });

  it("takes at most 1.5 MB, and holds the programs and no source", () => {
    expect(installed.bytes).toBeLessThanOrEqual(1.5 * MEGABYTE);
    expect(readdirSync(installed.root).sort()).toEqual(["LICENSE", "README.md", "dist", "package.json"]);
    expect(readdirSync(join(installed.root, "dist")).sort()).toEqual(["chunks", "package.json", "vps-dns.js"]);
  });

  it("holds each module once: no two chunks carry the same library", () => {
    const folder = join(installed.root, "dist", "chunks");
    const marks = {
      zod: "Invalid input: expected",
      undici: "UND_ERR_HEADERS_TIMEOUT",
      sdk: "io.modelcontextprotocol/clientInfo",
    };
    const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
    for (const [library, mark] of Object.entries(marks)) {
      // One class or constant stands where it is defined; elsewhere at most a chunk that names it.
      const carriers = texts.filter((text) => text.includes(mark));
      expect({ library, carriers: carriers.length }).toEqual({ library, carriers: 1 });
    }
  });

  it("carries tr46's mapping table packed, and nothing of it is lost", () => {
    const json = readFileSync("node_modules/tr46/lib/mappingTable.json", "utf8");
    const module: { exports: unknown } = { exports: undefined };
    runInNewContext(packedTable(json), { module });
    // Compared as one text, whose difference would fill the screen.
    expect(JSON.stringify(module.exports) === JSON.stringify(JSON.parse(json))).toBe(true);
  });

  it("goes through a proxy, as the whole of undici does", async () => {
    const asked: string[] = [];
    await using proxy = await startProxy((target) => asked.push(target));
    const program = join(installed.root, "dist", "vps-dns.js");
    const stateDir = mkdtempSync(join(tmpdir(), "vps-dns-state-"));
    const env = {
      PATH: process.env["PATH"] ?? "",
      VPS_API_TOKEN: `vps_${"0".repeat(32)}`,
      VPS_API_URL: "https://api.example.com/api/v1",
      VPS_STATE_DIR: stateDir,
      HTTPS_PROXY: proxy.url,
    };
    const call = run(process.execPath, [program, "call", "list_zones"], { env });
    await expect(call).rejects.toMatchObject({ code: 1 });
    expect(new Set(asked)).toEqual(new Set(["api.example.com:443"]));
    rmSync(stateDir, { recursive: true, force: true });
  });
});

/** An HTTP proxy that refuses every tunnel, and says which was asked for. */
async function startProxy(onConnect: (target: string) => void): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer();
  server.on("connect", (request, socket) => {
    onConnect(request.url ?? "");
    socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
