// Which tools exist: the flags --toolsets, --tools, --exclude-tools and --read-only applied to the list. Pure.
import { InputError } from "../core/errors.ts";
import { TOOLSETS } from "../core/operation.ts";
import type { ToolRow } from "./tool-row.ts";

/** What the person who starts the server chose; nothing chosen means every tool. */
export interface ToolFilter {
  readonly readOnly: boolean;
  readonly toolsets: readonly string[];
  readonly tools: readonly string[];
  readonly excludeTools: readonly string[];
}

const ALL_SETS = "all";

/**
 * The rows that exist, in the list's order. Single tools join the sets (alone they are all there is), taking away
 * beats adding, read-only beats everything.
 * @throws InputError for the name of a tool or a set that is not there.
 */
export function selectTools(rows: readonly ToolRow[], filter: ToolFilter): readonly ToolRow[] {
  refuseUnknown(filter.toolsets, [...TOOLSETS, ALL_SETS], "--toolsets");
  const names = rows.map(({ name }) => name);
  refuseUnknown(filter.tools, names, "--tools");
  refuseUnknown(filter.excludeTools, names, "--exclude-tools");
  return rows.filter(
    (row) =>
      isChosen(row, filter) &&
      !filter.excludeTools.includes(row.name) &&
      (!filter.readOnly || row.annotations.readOnlyHint),
  );
}

function isChosen(row: ToolRow, { toolsets, tools }: ToolFilter): boolean {
  if (tools.includes(row.name)) return true;
  if (toolsets.length === 0) return tools.length === 0;
  return toolsets.includes(row.toolset) || toolsets.includes(ALL_SETS);
}

function refuseUnknown(given: readonly string[], known: readonly string[], flag: string): void {
  const unknown = given.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new InputError("invalid_input", `${flag} names "${unknown}", which is not there.`, {
    field: flag.slice(2),
    hint: `It knows ${known.join(", ")}.`,
  });
}
