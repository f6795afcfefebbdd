// Which tools exist under which flags (product page §2).
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../../src/core/errors.ts";
import { selectTools, type ToolFilter } from "../../src/mcp/filter.ts";
import { toolRow } from "./support/rows.ts";

const rows = [
  toolRow("list_zones", "zones", "read"),
  toolRow("create_zone", "zones", "create"),
  toolRow("delete_zone", "zones", "destroy"),
  toolRow("list_records", "records", "read"),
  toolRow("create_record", "records", "create"),
  toolRow("register_domain", "domains", "spend"),
];
const names = rows.map(({ name }) => name);
const nothing: ToolFilter = { readOnly: false, toolsets: [], tools: [], excludeTools: [] };

const some = (values: readonly string[]) => fc.subarray([...values]);

function selected(filter: Partial<ToolFilter>): string[] {
  return selectTools(rows, { ...nothing, ...filter }).map(({ name }) => name);
}

describe("selectTools", () => {
  it.each<[string, Partial<ToolFilter>, readonly string[]]>([
    ["nothing chosen: all", {}, names],
    ["the word all", { toolsets: ["all"] }, names],
    ["one set", { toolsets: ["records"] }, ["list_records", "create_record"]],
    ["sets in any order", { toolsets: ["records", "zones"] }, names.slice(0, 5)],
    ["a set without tools", { toolsets: ["checks"] }, []],
    ["tools alone: just those", { tools: ["create_record", "list_zones"] }, ["list_zones", "create_record"]],
    ["a tool beside a set", { toolsets: ["domains"], tools: ["list_zones"] }, ["list_zones", "register_domain"]],
    ["taking away", { toolsets: ["zones"], excludeTools: ["delete_zone"] }, ["list_zones", "create_zone"]],
    [
      "taking away beats adding",
      { tools: ["list_zones", "create_zone"], excludeTools: ["list_zones"] },
      ["create_zone"],
    ],
    ["read-only", { readOnly: true }, ["list_zones", "list_records"]],
    ["read-only beats adding", { readOnly: true, tools: ["delete_zone", "list_zones"] }, ["list_zones"]],
  ])("%s", (_, filter, expected) => {
    expect(selected(filter)).toEqual(expected);
  });

  it.each<[string, Partial<ToolFilter>, string]>([
    ["set", { toolsets: ["zone"] }, '--toolsets names "zone", which is not there.'],
    ["tool", { tools: ["create-zone"] }, '--tools names "create-zone", which is not there.'],
    ["tool to take away", { excludeTools: ["drop_zone"] }, '--exclude-tools names "drop_zone", which is not there.'],
  ])("refuses an unknown %s and says what there is", (_, filter, message) => {
    expect(() => selected(filter)).toThrow(InputError);
    expect(() => selected(filter)).toThrow(message);
  });

  it("keeps the list's order, takes away what is excluded, and is read-only when told so, whatever else is given", () => {
    const filters = fc.record({
      readOnly: fc.boolean(),
      toolsets: some(["zones", "records", "changes", "domains", "checks", "all"]),
      tools: some(names),
      excludeTools: some(names),
    });
    fc.assert(
      fc.property(filters, (filter) => {
        const left = selected(filter);
        expect(left).toEqual(names.filter((name) => left.includes(name)));
        expect(left.filter((name) => filter.excludeTools.includes(name))).toEqual([]);
        if (filter.readOnly) expect(left.every((name) => name.startsWith("list_"))).toBe(true);
        const wanted = filter.tools.filter((name) => !filter.excludeTools.includes(name) && !filter.readOnly);
        expect(left).toEqual(expect.arrayContaining(wanted));
      }),
    );
  });
});
