// The README's table of flags and environment variables.
import { type Flag, SESSION_FLAGS, TOOL_FLAGS } from "../../src/main/flags.ts";
import { HTTP_FLAGS } from "../../src/main/http-flags.ts";
import { markdownTable } from "./regions.ts";

export function flagTables(): string {
  return markdownTable(
    ["flag", "environment", "default", "meaning"],
    [...SESSION_FLAGS, ...TOOL_FLAGS, ...HTTP_FLAGS].map(row),
  );
}

function row({ flag, env, operand, meaning, default: fallback }: Flag): string[] {
  const gap = operand === undefined || operand.startsWith("[=") ? "" : " ";
  return [flag === "" ? "" : `\`--${flag}${gap}${operand ?? ""}\``, `\`${env}\``, fallback, meaning];
}
