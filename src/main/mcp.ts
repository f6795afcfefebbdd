// `vps-dns mcp`: the MCP server, over stdio or HTTP. The session (API client, sandbox) is opened by the first call that needs it.
import { problemLine, toProblem } from "../core/errors.ts";
import type { ServingOptions } from "../mcp/serving-options.ts";
import { serveMcpStdio, type StdioServer } from "../mcp/stdio.ts";
import { systemClock } from "../platform/system-clock.ts";
import { VERSION } from "../version.ts";
import { SESSION_FLAGS, TOOL_FLAGS } from "./flags.ts";
import { HTTP_FLAGS, HTTP_HOSTS, HTTP_TOKEN } from "./http-flags.ts";
import { parseListenAddress } from "./listen-address.ts";
import { type OpenSession, openSession } from "./open-session.ts";
import { parseOnlyFlags } from "./parse-flags.ts";
import { processLog } from "./process-log.ts";
import { type Settings, sessionSettings, textOf, toolSettings } from "./settings.ts";
import { whenToldToStop } from "./told-to-stop.ts";

/** Runs `vps-dns mcp` until its clients are gone; the exit code. */
export async function mcpCommand(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const values = parseOnlyFlags([...SESSION_FLAGS, ...TOOL_FLAGS, ...HTTP_FLAGS], argv, env);
  const settings = sessionSettings(values);
  const told = processLog(settings.logLevel);
  let opening: Promise<OpenSession> | undefined;
  const open = () => (opening ??= openSession(settings, env, told));
  const serving = { tools: toolSettings(values), open, clock: systemClock, log: told.log, version: VERSION };
  const http = textOf(values, "http");
  try {
    if (http === undefined) {
      await serveOverStdio(serving, settings);
    } else {
      const { serveOverHttp } = await import("./mcp-http.ts");
      const listen = parseListenAddress(http, "http");
      const bearer = textOf(values, HTTP_TOKEN.env);
      if (settings.sandbox !== false) await tellSandbox(open);
      const names = values.get(HTTP_HOSTS.env) ?? [];
      await serveOverHttp({ listen, names, bearer, settings, hide: told.hide, serving });
    }
  } finally {
    await (await opening)?.close();
  }
  return 0;
}

async function serveOverStdio(serving: ServingOptions & SandboxOpener, settings: Settings): Promise<void> {
  const server = serveMcpStdio(serving);
  if (process.stdin.isTTY) process.stderr.write(introduction(settings));
  if (settings.sandbox !== false) void tellSandboxAfterwards(server, serving.open);
  const release = whenToldToStop(server.end);
  await server.closed;
  release();
}

interface SandboxOpener {
  readonly open: () => Promise<OpenSession>;
}

// The sandbox starts behind the first answer, which must not wait for it; a person at a terminal sends nothing yet.
async function tellSandboxAfterwards(server: StdioServer, open: SandboxOpener["open"]): Promise<void> {
  if (!process.stdin.isTTY) await server.answered;
  if (!process.stdin.readableEnded) await tellSandbox(open);
}

/** Says where the embedded sandbox answers, so that a person can ask it too; a failure is told here and by every call. */
async function tellSandbox(open: () => Promise<OpenSession>): Promise<void> {
  try {
    const { sandbox } = await open();
    if (sandbox !== undefined) {
      process.stderr.write(`vps-dns sandbox: API ${sandbox.url}, name server ${sandbox.nameserver}\n`);
    }
  } catch (error) {
    process.stderr.write(`${problemLine(toProblem(error))}\n`);
  }
}

function introduction(settings: Settings): string {
  const script = process.argv[1] ?? "vps-dns";
  const words = ["node", script, "mcp", ...(settings.sandbox === false ? [] : ["--sandbox"])];
  return [
    `vps-dns ${VERSION}: DNS zones, records and domains at VPS.org for AI assistants, over MCP.`,
    settings.sandbox === false
      ? "It uses your VPS.org account (VPS_API_TOKEN); --sandbox tries everything without one."
      : "It uses an embedded sandbox: no account, no money, no network.",
    "An assistant starts it by itself. To add it to Claude Code:",
    `  claude mcp add vps -- ${words.join(" ")}`,
    'Then ask, for example: "Which records does example.com have, and is its mail set up well?"',
    "This terminal now speaks JSON-RPC; Ctrl-D ends it.",
    "",
  ].join("\n");
}
