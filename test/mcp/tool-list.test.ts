// Laws of the tool list as assistants are given it. A law that fails is mended in the operation's row.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { operations } from "../../src/core/operations/index.ts";
import { TOOLSETS } from "../../src/core/operation.ts";
import { describeTools } from "../../src/mcp/describe-tool.ts";
import { servedTools, toolRows } from "../../src/mcp/tool-list.ts";

type Json = Readonly<Record<string, unknown>>;

const BYTES_A_TOOL = 900;
const BYTES_OF: Readonly<Record<string, number>> = { ensure_records: 1100, plan_zone: 1100 };
const BYTES_IN_ALL = 15_000;
const SNAPSHOTS = "test/mcp/tools";

// What a model sees of a tool; output schemas and hints are for hosts.
const seenBytes = new Map(
  toolRows.map(({ name, title, description, inputSchema }) => [
    name,
    Buffer.byteLength(JSON.stringify({ name, title, description, inputSchema })),
  ]),
);

describe("the tool list", () => {
  it("is what the operations table says, in its order, set by set", () => {
    expect(toolRows).toEqual(JSON.parse(JSON.stringify(describeTools(operations))));
    const sets = toolRows.map(({ toolset }) => TOOLSETS.findIndex((set) => set === toolset));
    expect(sets).toEqual([...sets].sort((a, b) => a - b));
  });

  it("has exactly these tools", () => {
    expect(toolRows.map(({ name }) => name)).toEqual([
      "list_zones",
      "get_zone",
      "create_zone",
      "delete_zone",
      "export_zone",
      "list_records",
      "get_record",
      "create_record",
      "update_record",
      "replace_record",
      "delete_record",
      "ensure_records",
      "set_rrset",
      "apply_preset",
      "plan_zone",
      "apply_plan",
      "list_changes",
      "undo_change",
      "list_domains",
      "get_domain",
      "register_domain",
      "update_domain",
      "remove_domain",
      "transfer_domain",
      "check_domain",
      "check_propagation",
      "lint_zone",
      "get_account",
    ]);
  });

  it("has one reviewed file a tool, and no other", () => {
    const files = readdirSync(SNAPSHOTS).sort();
    expect(files).toEqual(toolRows.map(({ name }) => `${name}.json`).sort());
    for (const row of toolRows) {
      expect(JSON.parse(readFileSync(`${SNAPSHOTS}/${row.name}.json`, "utf8"))).toEqual(row);
    }
  });

  it("costs a model few bytes, in all", () => {
    const total = [...seenBytes.values()].reduce((sum, bytes) => sum + bytes, 0);
    const table = [...seenBytes].map(([name, bytes]) => `${String(bytes).padStart(6)} ${name}`);
    process.stderr.write(`${[...table, `${String(total).padStart(6)} in all`].join("\n")}\n`);
    expect(total).toBeLessThanOrEqual(BYTES_IN_ALL);
  });

  it("is served without the server's own notes", () => {
    for (const tool of servedTools(toolRows)) {
      const { _meta, ...seen } = tool;
      expect(Object.keys(seen)).toEqual(["name", "title", "description", "inputSchema", "outputSchema", "annotations"]);
      // Hosts read the app's address; a model never sees it.
      expect(Object.keys(_meta ?? {})).toEqual(tool.name === "plan_zone" ? ["ui", "ui/resourceUri"] : []);
    }
  });
});

describe.each(toolRows.map((row) => [row.name, row] as const))("%s", (name, row) => {
  it("is named as every host can take it, and costs few bytes", () => {
    expect(name).toMatch(/^[a-z][a-z_]{0,23}$/);
    expect(seenBytes.get(name)).toBeLessThanOrEqual(BYTES_OF[name] ?? BYTES_A_TOOL);
  });

  it("has a title, and all four hints without contradiction", () => {
    const { title, readOnlyHint, destructiveHint, idempotentHint, openWorldHint } = row.annotations;
    expect(title).toBe(row.title);
    expect([readOnlyHint, destructiveHint, idempotentHint].every((it) => typeof it === "boolean")).toBe(true);
    // All but the journal is somebody else's machine.
    expect(openWorldHint).toBe(row.name !== "list_changes");
    expect(readOnlyHint && destructiveHint).toBe(false);
  });

  it("takes and gives closed objects in the subset every host reads, every input bounded", () => {
    expect(row.inputSchema["type"]).toBe("object");
    expect(row.outputSchema["type"]).toBe("object");
    expect(faults(row.inputSchema, { bounded: true })).toEqual([]);
    expect(faults(row.outputSchema, { bounded: false })).toEqual([]);
  });
});

const SUBSET = new Set([
  "type",
  "description",
  "properties",
  "required",
  "additionalProperties",
  "items",
  "maxItems",
  "minItems",
  "enum",
  "default",
  "minimum",
  "maximum",
  "minLength",
  "maxLength",
]);

/** What in `schema` some host would stumble over, each with its place. */
function faults(schema: Json, wants: { readonly bounded: boolean }, place = "$"): string[] {
  const foreign = Object.keys(schema).filter((key) => !SUBSET.has(key));
  const found = foreign.map((key) => `${place}: ${key} is not in the subset`);
  if (typeof schema["type"] !== "string") found.push(`${place}: type is not one word`);
  if (schema["type"] === "object" && !isClosed(schema, wants)) found.push(`${place}: object is open`);
  if (wants.bounded) found.push(...missingBounds(schema).map((key) => `${place}: ${key} is missing`));
  const below = {
    ...objectOf(schema["properties"]),
    ...("items" in schema ? { "[]": schema["items"] } : {}),
    ...(typeof schema["additionalProperties"] === "object" ? { "{}": schema["additionalProperties"] } : {}),
  };
  return [
    ...found,
    ...Object.entries(below).flatMap(([key, value]) => faults(objectOf(value), wants, `${place}.${key}`)),
  ];
}

/** What goes in is closed; what comes out may be a map whose values have a type. */
function isClosed({ additionalProperties: open, properties }: Json, wants: { readonly bounded: boolean }): boolean {
  return open === false || (!wants.bounded && properties === undefined && typeof open === "object");
}

function missingBounds(schema: Json): string[] {
  const wanted: Readonly<Record<string, readonly string[]>> = {
    string: ["enum" in schema ? "enum" : "maxLength"],
    integer: ["minimum", "maximum"],
    number: ["minimum", "maximum"],
    array: ["maxItems", "items"],
    object: ["properties"],
  };
  return (wanted[String(schema["type"])] ?? []).filter((key) => !(key in schema));
}

function objectOf(value: unknown): Json {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
