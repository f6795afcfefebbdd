// The official conformance suites, each in its own process, against our HTTP door: with the fixtures they look for, where
// every scored check passes, and with the real server, which fails for missing fixtures and for what it does not have
// (docs/decisions/conformance.md).
import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { openHttpDoor } from "../../../src/mcp/http/http-door.ts";
import { createMcpServer } from "../../../src/mcp/server.ts";
import { nodeBinary } from "../../support/node-binary.ts";
import { startConfirming } from "../support/confirming-server.ts";
import { openFixtureDoor } from "./fixture-server.ts";

interface Suite {
  readonly program: string;
  readonly flags: readonly string[];
  /** What the real server fails. */
  readonly failing: string;
}

const STABLE = "node_modules/@modelcontextprotocol/conformance/dist/index.js";
const NEXT = "node_modules/conformance-next/dist/index.js";

const suites: Readonly<Record<string, Suite>> = {
  "0.1.16": { program: STABLE, flags: [], failing: "expected-failures-2025-11-25.yml" },
  "0.2 on 2025-11-25": {
    program: NEXT,
    flags: ["--requirements", "2025-11-25"],
    failing: "expected-failures-2025-11-25.yml",
  },
  "0.2 on 2026-07-28": {
    program: NEXT,
    flags: ["--requirements", "2026-07-28"],
    failing: "expected-failures-2026-07-28.yml",
  },
};

// The suites list files with a function that Node 20 does not have.
const NODE = 24;

async function run(
  { program, flags }: Suite,
  port: number,
): Promise<{ readonly code: unknown; readonly said: string }> {
  const node = await nodeBinary(NODE);
  const words = [program, "server", "--url", `http://localhost:${port}/mcp`, ...flags];
  return new Promise((done) => {
    execFile(node, words, { env: { PATH: process.env["PATH"] }, timeout: 50_000 }, (error, stdout, stderr) => {
      done({ code: error?.code ?? (error === null ? 0 : error), said: stdout + stderr });
    });
  });
}

const failures = (said: string) => said.split("\n").filter((line) => line.includes("✗"));

describe.each(Object.entries(suites))("conformance %s", (_, suite) => {
  it("passes every scored check with the fixtures behind our door", async () => {
    const door = await openFixtureDoor();
    try {
      const { code, said } = await run(suite, door.port);
      expect({ code, failures: code === 0 ? [] : failures(said) }).toEqual({ code: 0, failures: [] });
      expect(said).toMatch(/Total: \d{2,3} passed/);
    } finally {
      await door.stop();
    }
  });

  it("passes with the real server but for what it is expected to fail", async () => {
    await using server = await startConfirming();
    const door = await openHttpDoor({
      host: "127.0.0.1",
      port: 0,
      isBearer: () => true,
      createServer: (declared) => createMcpServer(server.deps, declared),
      calls: server.deps.calls,
      log: () => {},
    });
    try {
      const expected = resolve("test/mcp/conformance", suite.failing);
      const flags = [...suite.flags, "--expected-failures", expected];
      const { code, said } = await run({ ...suite, flags }, door.port);
      expect({ code, said: code === 0 ? "" : said.slice(-3_000) }).toEqual({ code: 0, said: "" });
    } finally {
      await door.stop();
    }
  });
});
