// What the official inspector says of the program, in its strict mode and in both protocol eras. It runs on Node 22 alone.
import { exec } from "node:child_process";
import { promisify } from "node:util";
import * as z from "zod/mini";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operations } from "../../src/core/operations/index.ts";
import { buildProgram, type Program, temporaryFolder } from "./support/program.ts";

const NPX = "npx -y -p node@22 -p @modelcontextprotocol/inspector@2.12.0";
const run = promisify(exec);

let program: Program;
beforeAll(async () => {
  program = await buildProgram();
});
afterAll(() => program[Symbol.asyncDispose]());

/** Asks the program through the inspector; a finding of its strict mode is an exit code, and so an error here. */
async function inspected(era: string, request: string): Promise<unknown> {
  await using home = await temporaryFolder();
  // One line for a shell, since on Windows npx is a batch file.
  const inspector = `mcp-inspector --cli --protocol-era ${era} node ${program.path} mcp --sandbox ${request}`;
  const { stdout } = await run(`${NPX} -c "${inspector}"`, {
    maxBuffer: 10_000_000,
    cwd: home.path,
    // npm itself runs on whatever Node the tests run on; the inspector does not.
    env: { ...process.env, npm_config_engine_strict: "false", MCP_CATALOG_PATH: `${home.path}/mcp.json` },
  });
  return JSON.parse(stdout);
}

const listed = z.object({ tools: z.array(z.object({ name: z.string() })) });
const called = z.object({ structuredContent: z.object({ zones: z.array(z.object({ name: z.string() })) }) });

describe.each(["legacy", "modern"])("the inspector, %s era", (era) => {
  it("finds nothing wrong with the tools, and lists all of them", async () => {
    const { tools } = listed.parse(await inspected(era, "--method tools/list --strict"));
    expect(tools.map(({ name }) => name)).toEqual(operations.map(({ name }) => name));
  });

  it("calls a tool", async () => {
    const answer = called.parse(await inspected(era, "--method tools/call --tool-name list_zones"));
    expect(answer.structuredContent.zones.map(({ name }) => name)).toContain("example.com");
  });
});
