// The app as hosts without a browser see it: which tool names it, what the resource says of itself, what the page is.
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPlanApp } from "../../../src/mcp/app/plan-app.ts";
import { importedModules, sourceFiles } from "../../support/source-files.ts";
import { buildProgram, type Program } from "../support/program.ts";
import { PLAN_APP_URI, startServer } from "./support/server.ts";

const MIME_TYPE = "text/html;profile=mcp-app";

let program: Program;
beforeAll(async () => {
  program = await buildProgram();
});
afterAll(() => program[Symbol.asyncDispose]());

describe("the tool list", () => {
  it("names the app at plan_zone, in today's spelling and the older one, and nowhere else", async () => {
    await using server = await startServer({ program: program.path });
    const { tools } = await server.client.listTools();
    const named = tools.filter((tool) => tool._meta !== undefined).map(({ name, _meta }) => [name, _meta]);
    expect(named).toEqual([["plan_zone", { ui: { resourceUri: PLAN_APP_URI }, "ui/resourceUri": PLAN_APP_URI }]]);
  });
});

describe("ui://vps-dns/plan", () => {
  it("is listed and read as an app that reaches nothing", async () => {
    await using server = await startServer({ program: program.path });
    const { resources } = await server.client.listResources();
    const ui = {
      csp: { connectDomains: [], resourceDomains: [], frameDomains: [], baseUriDomains: [] },
      prefersBorder: true,
    };
    expect(resources.find(({ uri }) => uri === PLAN_APP_URI)).toMatchObject({ mimeType: MIME_TYPE, _meta: { ui } });
    const { contents } = await server.client.readResource({ uri: PLAN_APP_URI });
    expect(contents).toMatchObject([{ uri: PLAN_APP_URI, mimeType: MIME_TYPE, _meta: { ui } }]);
  });

  it("is read by a client of the 2025 era as well", async () => {
    const client = new Client({ name: "test", version: "1" });
    await client.connect(
      new StdioClientTransport({ command: process.execPath, args: [program.path, "mcp"], stderr: "ignore" }),
    );
    const { contents } = await client.readResource({ uri: PLAN_APP_URI });
    expect(contents[0]).toMatchObject({ mimeType: MIME_TYPE });
    await client.close();
  });

  it("knows which of the tools it calls this server has", async () => {
    await using server = await startServer({ program: program.path, flags: ["--read-only"] });
    expect(await server.readPage()).toContain('data-tools=""');
    await using whole = await startServer({ program: program.path });
    expect(await whole.readPage()).toContain('data-tools="apply_plan undo_change"');
  });
});

describe("the page", async () => {
  const { contents } = await readPlanApp([]);
  const [content] = contents;
  const page = content !== undefined && "text" in content ? content.text : "";

  it("is one small document that loads nothing", () => {
    expect(Buffer.byteLength(page)).toBeLessThan(40_000);
    expect(page.match(/ (?:src|href|action)=|@import|url\(|https?:|import\(/)).toBeNull();
  });

  it("is made of its own folder and nothing else", () => {
    const imported = sourceFiles("web/plan").flatMap((file) => importedModules(file));
    expect(imported.filter((module) => !module.startsWith("./"))).toEqual([]);
  });

  it("forbids itself everything but its own script and style, each by its hash", () => {
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1]?.split("; ");
    expect(policy).toEqual([
      "default-src 'none'",
      `script-src 'sha256-${hashOf(/<script type="module">(.+?)<\/script>/s)}'`,
      `style-src 'sha256-${hashOf(/<style>(.+?)<\/style>/s)}'`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it("has no way to turn text into markup", () => {
    const ways = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\b|new Function/;
    expect(page.match(ways)).toBeNull();
  });

  it.each(["web/plan", "web/test-host"])("is made of code whose types hold (%s)", (project) => {
    const tsc = ["node_modules/typescript/bin/tsc", "--noEmit", "-p", project];
    expect(execFileSync(process.execPath, tsc, { encoding: "utf8" })).toBe("");
  });

  function hashOf(part: RegExp): string {
    const text = part.exec(page)?.[1] ?? "";
    expect(text.length).toBeGreaterThan(1000);
    return createHash("sha256").update(text).digest("base64");
  }
});
