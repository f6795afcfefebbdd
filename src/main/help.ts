// `vps-dns help`: the commands and every flag, on one screen.
import { VERSION } from "../version.ts";
import { type Flag, SANDBOX_FLAGS, SESSION_FLAGS, TOOL_FLAGS } from "./flags.ts";
import { HTTP_FLAGS } from "./http-flags.ts";

const COMMANDS = [
  ["mcp", "MCP server for AI assistants, over stdio or HTTP"],
  ["call OPERATION …", "any operation; alone it lists them, with --help it shows one"],
  ["acme …", "dns-01 challenges for certbot, lego, acme.sh and dehydrated; acme --help shows how"],
  ["sandbox", "the VPS.org API emulated, with a name server, until stopped"],
  ["demo", "the whole story on the sandbox in a few seconds"],
  ["help, --version", "this page, the version"],
] as const;

/** Prints the help; the exit code. */
export function helpCommand(): Promise<number> {
  process.stdout.write(helpText());
  return Promise.resolve(0);
}

function helpText(): string {
  return [
    `vps-dns ${VERSION}: DNS zones, records and domains at VPS.org.`,
    "",
    "Commands:",
    ...COMMANDS.map(([name, text]) => `  vps-dns ${name.padEnd(25)}${text}`),
    "",
    "Flags of mcp and call (each has an environment twin; flags win):",
    ...SESSION_FLAGS.map(flagLine),
    "",
    "Flags of mcp:",
    ...[...TOOL_FLAGS, ...HTTP_FLAGS].map(flagLine),
    "",
    "Flags of sandbox:",
    ...SANDBOX_FLAGS.map(flagLine),
    "",
    "Try: vps-dns demo, then vps-dns call list_zones --sandbox",
    "",
  ].join("\n");
}

function flagLine({ flag, env, operand, meaning, default: fallback }: Flag): string {
  const gap = operand === undefined || operand.startsWith("[=") ? "" : " ";
  const name = flag === "" ? env : `--${flag}${gap}${operand ?? ""}`;
  const notes = [flag === "" ? "" : env, fallback === "" ? "" : `default: ${fallback}`].filter((note) => note !== "");
  return `  ${name.padEnd(29)}${meaning} (${notes.join("; ")})`.replaceAll("`", "").replace(" ()", "");
}
