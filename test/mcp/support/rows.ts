// Rows of a tool list, for tests of what is made from rows.
import type { ToolRow } from "../../../src/mcp/tool-row.ts";

/** A row by its name, its set and its effect. */
export function toolRow(name: string, toolset: string, effect: string, fields: readonly string[] = []): ToolRow {
  return {
    name,
    title: name,
    description: name,
    inputSchema: { type: "object", properties: Object.fromEntries(fields.map((field) => [field, { type: "string" }])) },
    outputSchema: { type: "object" },
    annotations: {
      title: name,
      readOnlyHint: effect === "read",
      destructiveHint: false,
      idempotentHint: false,
      openWorldHint: true,
    },
    toolset,
    effect,
  };
}
