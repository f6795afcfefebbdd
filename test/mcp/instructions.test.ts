// What an assistant is told first: short, and true for the tools that exist.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SAID_ONCE } from "../../src/mcp/describe-tool.ts";
import { instructionsFor } from "../../src/mcp/instructions.ts";
import { toolRows } from "../../src/mcp/tool-list.ts";
import { toolRow } from "./support/rows.ts";

const allNames = new Set(toolRows.map(({ name }) => name));

/** The words of `text` that are names of tools. */
function toolsNamedIn(text: string): string[] {
  return (text.match(/[a-z]+(?:_[a-z]+)+/g) ?? []).filter((word) => allNames.has(word));
}

describe("instructionsFor", () => {
  it("stays within 1,500 characters, even with every tool", () => {
    expect(instructionsFor(toolRows).length).toBeLessThanOrEqual(1500);
  });

  it("names tools, and only those that exist", () => {
    expect(toolsNamedIn(instructionsFor(toolRows)).length).toBeGreaterThan(3);
    fc.assert(
      fc.property(fc.subarray([...toolRows]), (rows) => {
        const enabled = rows.map(({ name }) => name);
        expect(toolsNamedIn(instructionsFor(rows)).filter((name) => !enabled.includes(name))).toEqual([]);
      }),
    );
  });

  it("says what costs money and what asks for a confirmation, from the rows themselves", () => {
    const text = instructionsFor([
      toolRow("buy_thing", "domains", "spend", ["confirm", "max_price"]),
      toolRow("drop_thing", "zones", "destroy", ["confirm"]),
      toolRow("look_at_thing", "zones", "read"),
    ]);
    expect(text).toContain("`confirm`: leave it out.");
    expect(text).toContain("Costing real money: buy_thing.");
    expect(text).not.toContain("look_at_thing");
  });

  it("explains once each field that no tool explains", () => {
    const text = instructionsFor(toolRows);
    expect([...SAID_ONCE.keys()].filter((field) => !text.includes(`\`${field}\`: `))).toEqual([]);
  });

  it("explains no field that no tool has", () => {
    expect(instructionsFor([toolRow("look_at_thing", "zones", "read", ["zone"])])).not.toContain("`ttl`");
  });

  it("says so when nothing can be changed", () => {
    expect(instructionsFor([toolRow("look_at_thing", "zones", "read")])).toContain(
      "Only tools that change nothing are enabled here.",
    );
  });
});
