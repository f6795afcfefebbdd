// The tables of flags and environment variables: the README's, and that of the sandbox's page.
import { type Flag, SANDBOX_FLAGS, SESSION_FLAGS, TOOL_FLAGS } from "../../src/main/flags.ts";
import { HTTP_FLAGS } from "../../src/main/http-flags.ts";
import { markdownTable } from "./regions.ts";

export function flagTables(): string {
  return flagTable([...SESSION_FLAGS, ...TOOL_FLAGS, ...HTTP_FLAGS]);
}

export function sandboxFlagTable(): string {
  return flagTable(SANDBOX_FLAGS);
}

function flagTable(flags: readonly Flag[]): string {
  return markdownTable(["flag", "environment", "default", "meaning"], flags.map(row));
}

function row({ flag, env, operand, meaning, default: fallback }: Flag): string[] {
  const gap = operand === undefined || operand.startsWith("[=") ? "" : " ";
  return [flag === "" ? "" : `\`--${flag}${gap}${operand ?? ""}\``, `\`${env}\``, fallback, meaning];
}
