// The tools of this version, as `npm run generate` wrote them: nothing is described, and no schema built, at run time.
import type { Tool } from "@modelcontextprotocol/server";
import { appMeta } from "./app/plan-app.ts";
import toolList from "./tool-list.json" with { type: "json" };
import type { ToolRow } from "./tool-row.ts";

/** Every tool, in the order of the operations table. */
export const toolRows: readonly ToolRow[] = toolList;

/** The rows as clients get them. */
export function servedTools(rows: readonly ToolRow[]): readonly Tool[] {
  return rows.map(({ name, title, description, inputSchema, outputSchema, annotations }) => ({
    name,
    title,
    description,
    inputSchema: { ...inputSchema, type: "object" as const },
    outputSchema,
    annotations,
    ...appMeta(name),
  }));
}
