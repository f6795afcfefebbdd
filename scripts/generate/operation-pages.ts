// docs/operations.md: every operation's fields, result and examples, as an MCP call, a command and a workflow step.
import * as z from "zod/mini";
import { stringify } from "yaml";
import { exampleCommand } from "../../src/cli/help.ts";
import { TOOLSETS, type Operation } from "../../src/core/operation.ts";
import { markdownTable } from "./regions.ts";

type JsonSchema = z.core.JSONSchema.BaseSchema;

export function operationPages(operations: readonly Operation[]): string {
  const sets = TOOLSETS.filter((set) => operations.some(({ toolset }) => toolset === set));
  const parts = sets.flatMap((set) => [
    `## ${set}`,
    ...operations.filter(({ toolset }) => toolset === set).map(operationPage),
  ]);
  return `${[
    "# Operations",
    "Made by `npm run generate` from `src/core/operations/`. Each is an MCP tool, an Action `operation` and a `vps-dns call` command.",
    ...parts,
  ].join("\n\n")}\n`;
}

function operationPage(operation: Operation): string {
  const { name, title, summary, effect, idempotent, api } = operation;
  const repeat =
    effect === "read"
      ? ""
      : idempotent
        ? " Doing it twice is the same as once."
        : " Doing it twice is not the same as once.";
  return [
    `### ${name}`,
    `**${title}.** ${summary}`,
    `Effect: ${effect}.${repeat} API operations: ${api.join(", ") || "none"}.`,
    fieldTable(operation),
    resultTable(operation),
    ...operation.examples.map((example) => examplePage(operation, example)),
  ].join("\n\n");
}

function fieldTable(operation: Operation): string {
  const schema = z.toJSONSchema(operation.input, { io: "input" });
  const rows = Object.entries(schema.properties ?? {}).map(([name, field]) => {
    const required = schema.required?.includes(name) ? "required" : "";
    return [`\`${name}\``, kindOf(field), required, typeof field === "object" ? (field.description ?? "") : ""];
  });
  return rows.length === 0 ? "No fields." : markdownTable(["field", "type", "", "meaning"], rows);
}

function resultTable(operation: Operation): string {
  const schema = z.toJSONSchema(operation.output, { io: "output" });
  const rows = Object.entries(schema.properties ?? {}).map(([name, field]) => [
    `\`${name}\``,
    kindOf(field),
    typeof field === "object" ? (field.description ?? "") : "",
  ]);
  return markdownTable(["result", "type", "meaning"], rows);
}

function kindOf(schema: JsonSchema | boolean): string {
  if (typeof schema === "boolean") return "any";
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${String(value)}\``).join(" or ");
  if (schema.type === "array") return `list of ${itemKind(schema)}`;
  const bounds =
    schema.minimum !== undefined && schema.maximum !== undefined
      ? ` ${String(schema.minimum)}–${String(schema.maximum)}`
      : "";
  return `${String(schema.type ?? "any")}${bounds}`;
}

function itemKind({ items }: JsonSchema): string {
  if (items === undefined || Array.isArray(items) || typeof items === "boolean") return "values";
  if (items.type !== "object") return `${String(items.type ?? "value")}s`;
  return `{${Object.keys(items.properties ?? {}).join(", ")}}`;
}

function examplePage(operation: Operation, { title, input }: Operation["examples"][number]): string {
  // A name counts as a yes in a workflow alone; elsewhere the answer to the call says what to pass.
  const asked = Object.fromEntries(Object.entries(input).filter(([field]) => field !== "confirm"));
  const step = stringify([
    {
      uses: "OWNER/vps-dns@v1",
      with: {
        token: "${{ secrets.VPS_API_TOKEN }}",
        operation: operation.name.replaceAll("_", "-"),
        ...(Object.keys(input).length === 0 ? {} : { arguments: stringify(input) }),
      },
    },
  ]);
  return [
    `*${title}*`,
    ["```json", JSON.stringify({ name: operation.name, arguments: asked }), "```"].join("\n"),
    ["```sh", exampleCommand(operation.name, asked), "```"].join("\n"),
    ["```yaml", step.trimEnd(), "```"].join("\n"),
  ].join("\n\n");
}
