// The .mcpb bundle: what the format's own tools say of it, and what a host that installs it gets.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { getMcpConfigForManifest, v0_3 } from "@anthropic-ai/mcpb/cli";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operations } from "../../src/core/operations/index.ts";
import { toolRows } from "../../src/mcp/tool-list.ts";
import { temporaryFolder, type TemporaryFolder } from "../mcp/support/program.ts";
import { type CommandLine, startAndAsk } from "./support/started.ts";

const run = promisify(execFile);
const MCPB = "node_modules/@anthropic-ai/mcpb/dist/cli/cli.js";

describe("the .mcpb bundle", () => {
  let scratch: TemporaryFolder;
  let unpacked: string;
  beforeAll(async () => {
    scratch = await temporaryFolder();
    const [dist, file] = [join(scratch.path, "dist"), join(scratch.path, "vps-dns.mcpb")];
    unpacked = join(scratch.path, "unpacked");
    await run(process.execPath, ["scripts/run.mjs", "build", dist]);
    await run(process.execPath, ["scripts/run.mjs", "mcpb", file, dist]);
    await run(process.execPath, [MCPB, "unpack", file, unpacked]);
  });
  afterAll(() => scratch[Symbol.asyncDispose]());

  it("is valid by its own tools, and names the tools there are", async () => {
    const { stdout } = await run(process.execPath, [MCPB, "validate", join(unpacked, "manifest.json")]);
    expect(stdout).toContain("passes");
    expect(manifest().tools?.map(({ name }) => name)).toEqual(operations.map(({ name }) => name));
  });

  it("starts as a host starts it, with nothing filled in: the call says what to set", async () => {
    const { tools, zones } = await startAndAsk(await commandLine({}));
    expect(tools).toHaveLength(toolRows.length);
    expect(zones).toContain("VPS_API_TOKEN");
  });

  it("hands what is filled in to the server", async () => {
    const settings = { sandbox: true, read_only: true, zones: "myapp.io" };
    const { tools, zones } = await startAndAsk(await commandLine(settings));
    expect(tools).toEqual(toolRows.filter(({ effect }) => effect === "read").map(({ name }) => name));
    expect(zones).toContain("myapp.io");
    expect(zones).not.toContain("example.com");
  });

  function manifest() {
    return v0_3.McpbManifestSchema.parse(JSON.parse(readFileSync(join(unpacked, "manifest.json"), "utf8")));
  }

  async function commandLine(userConfig: Record<string, string | boolean>): Promise<CommandLine> {
    const config = await getMcpConfigForManifest({
      manifest: manifest(),
      extensionPath: unpacked,
      systemDirs: {},
      userConfig,
      pathSeparator: "/",
    });
    if (config === undefined) throw new Error("The manifest cannot be started.");
    const { command, args = [], env = {} } = config;
    return { command, args, env };
  }
});
