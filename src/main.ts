#!/usr/bin/env node
// The vps-dns program: finds the command, runs it, turns what is thrown into one line and an exit code.
import * as nodeModule from "node:module";
import { type ErrorCode, InputError, problemLine, toProblem } from "./core/errors.ts";
import { nearestName } from "./core/nearest-name.ts";
import { watchOutput } from "./main/lost-output.ts";
import { isHelp } from "./main/parse-flags.ts";
import { VERSION } from "./version.ts";

type Command = (argv: readonly string[], env: NodeJS.ProcessEnv) => Promise<number>;

// Loaded when asked for: an MCP server must not pay for the sandbox or the help texts.
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  mcp: async () => (await import("./main/mcp.ts")).mcpCommand,
  call: async () => (await import("./main/call.ts")).callCommand,
  acme: async () => (await import("./main/acme.ts")).acmeCommand,
  sandbox: async () => (await import("./main/sandbox.ts")).sandboxCommand,
  demo: async () => (await import("./main/demo.ts")).demoCommand,
  help: async () => (await import("./main/help.ts")).helpCommand,
};

/** Node's cache of compiled code, which Node 20 does not have. */
interface CodeCache extends Pick<typeof nodeModule, "builtinModules"> {
  readonly enableCompileCache?: () => unknown;
}

const FAILED = 1;
const WRONG_USAGE = 2;
const WRONG_USAGE_CODES: ReadonlySet<ErrorCode> = new Set([
  "invalid_input",
  "invalid_name",
  "invalid_value",
  "invalid_ttl",
  "invalid_zone_file",
  "unknown_operation",
  "unknown_field",
  "token_malformed",
]);

/** Commands with a `--help` of their own. */
const EXPLAINS_ITSELF: ReadonlySet<string> = new Set(["call", "acme"]);

async function main(argv: readonly string[]): Promise<number> {
  const [word = "help", ...rest] = argv;
  if (word === "--version" || word === "-v") {
    process.stdout.write(`${VERSION}\n`);
    return 0;
  }
  const asksHelp = isHelp(word) || (!EXPLAINS_ITSELF.has(word) && Object.hasOwn(commands, word) && rest.some(isHelp));
  const name = asksHelp ? "help" : word;
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) {
    const near = nearestName(word, Object.keys(commands));
    throw new InputError("invalid_input", "There is no such command.", {
      hint: `${near === undefined ? "" : `Did you mean ${near}? `}vps-dns help lists them.`,
    });
  }
  const codeCache: CodeCache = nodeModule;
  codeCache.enableCompileCache?.();
  return (await load())(rest, process.env);
}

watchOutput(FAILED);
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const problem = toProblem(error);
  process.stderr.write(`${problemLine(problem)}\n`);
  process.exitCode = WRONG_USAGE_CODES.has(problem.code) ? WRONG_USAGE : FAILED;
}
