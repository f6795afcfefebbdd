// `vps-dns mcp`: the MCP server over stdio. The session (API client, sandbox) is opened by the first call that needs it.
import { problemLine, toProblem } from "../core/errors.ts";
import { serveMcpStdio } from "../mcp/stdio.ts";
import { systemClock } from "../platform/system-clock.ts";
import { VERSION } from "../version.ts";
import { parseFlags, SESSION_FLAGS, TOOL_FLAGS } from "./flags.ts";
import { type OpenSession, openSession } from "./open-session.ts";
import { processLog } from "./process-log.ts";
import { type Settings, sessionSettings, toolSettings } from "./settings.ts";

export async function mcpCommand(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const { values } = parseFlags([...SESSION_FLAGS, ...TOOL_FLAGS], argv, env);
  const settings = sessionSettings(values);
  const told = processLog(settings.logLevel);
  let opening: Promise<OpenSession> | undefined;
  const open = () => (opening ??= openSession(settings, env, told));
  const server = serveMcpStdio({
    tools: toolSettings(values),
    open,
    clock: systemClock,
    log: told.log,
    version: VERSION,
  });
  if (process.stdin.isTTY) process.stderr.write(introduction(settings));
  // The sandbox starts behind the first answer, which must not wait for it; a person at a terminal sends nothing yet.
  if (settings.sandbox !== false) {
    void (process.stdin.isTTY ? Promise.resolve() : server.answered).then(() => tellSandbox(open));
  }
  await server.closed;
  await (await opening)?.close();
  return 0;
}

/** Says where the embedded sandbox answers, so that a person can ask it too; a failure is told here and by every call. */
async function tellSandbox(open: () => Promise<OpenSession>): Promise<void> {
  if (process.stdin.readableEnded) return;
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
