// From an operation to the tool that assistants see. Runs when files are generated and in tests, never in the server:
// the server reads what this wrote, src/mcp/tool-list.json.
import * as z from "zod/mini";
import type { Effect, Operation } from "../core/operation.ts";
import * as fields from "../core/operations/fields.ts";
import type { SchemaJson, ToolHints, ToolRow } from "./tool-row.ts";

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The rows of tool-list.json, in the table's order. */
export function describeTools(operations: readonly Operation[]): readonly ToolRow[] {
  return operations.map(describeTool);
}

/** One operation as a tool. */
export function describeTool(operation: Operation): ToolRow {
  return {
    name: operation.name,
    title: operation.title,
    description: operation.summary,
    inputSchema: withoutRepetition(portableSchema(operation.input, "input")),
    outputSchema: portableSchema(operation.output, "output"),
    annotations: hints(operation),
    toolset: operation.toolset,
    effect: operation.effect,
  };
}

const DESTRUCTIVE: Readonly<Record<Effect, boolean>> = {
  read: false,
  create: false,
  update: true,
  destroy: true,
  spend: true,
};

/** What hosts decide by: whether to ask a person first, whether to try again. */
function hints({ title, effect, idempotent, openWorld = true }: Operation): ToolHints {
  return {
    title,
    readOnlyHint: effect === "read",
    destructiveHint: DESTRUCTIVE[effect],
    idempotentHint: effect === "read" || (effect !== "create" && effect !== "spend" && idempotent),
    openWorldHint: openWorld,
  };
}

/**
 * A schema in the subset every host reads: no `$schema`, no references, every object closed.
 * What cannot be said in JSON Schema is an error here, not a surprise at a host.
 */
function portableSchema(schema: z.ZodMiniObject, io: "input" | "output"): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    reused: "inline",
    cycles: "throw",
    unrepresentable: "throw",
    override: ({ jsonSchema }) => {
      closeObject(jsonSchema);
      oneWordEnum(jsonSchema);
    },
  });
  return rest;
}

/**
 * What these fields say is the same in every tool and stands once in the instructions (instructions.ts); a model would pay for each
 * repetition. A tool that says something else of one keeps it.
 */
export const SAID_ONCE: ReadonlyMap<string, string | undefined> = new Map(
  Object.entries({
    zone: fields.zone,
    domain: fields.domain,
    record: fields.record,
    type: fields.type,
    name: fields.ownerName,
    ttl: fields.ttl,
    priority: fields.priority,
    limit: fields.limit,
    cursor: fields.cursor,
    confirm: fields.confirm,
    wait: fields.wait,
    wait_timeout: fields.waitTimeout,
    auto_renew: fields.autoRenew,
    privacy_protection: fields.privacyProtection,
  }).map(([name, field]) => [name, z.globalRegistry.get(field)?.description]),
);

function withoutRepetition(schema: JsonSchema): SchemaJson {
  const properties = Object.entries(schema.properties ?? {}).map(([name, field]) => [name, fieldSaid(name, field)]);
  return { ...schema, properties: Object.fromEntries(properties) };
}

function fieldSaid(name: string, field: JsonSchema | boolean): JsonSchema | boolean {
  if (typeof field === "boolean" || field.description !== SAID_ONCE.get(name)) return field;
  const { description: _, ...rest } = field;
  return rest;
}

/** `const` is not in the subset; a choice of one says the same. */
function oneWordEnum(schema: JsonSchema): void {
  if (typeof schema.const !== "string") return;
  schema.enum = [schema.const];
  delete schema.const;
}

function closeObject(schema: JsonSchema): void {
  if (schema.type !== "object") return;
  if (schema.properties !== undefined) schema.additionalProperties ??= false;
  // Says of a map that its keys are text, which JSON has no other; not every host knows the word.
  delete schema.propertyNames;
}
