// From an operation to a tool: hints from its effect, and schemas that every host can read.
import * as z from "zod/mini";
import { describe, expect, it } from "vitest";
import { defineOperation, type Effect } from "../../src/core/operation.ts";
import { describeTool } from "../../src/mcp/describe-tool.ts";

const output = z.object({ done: z.boolean().check(z.describe("Whether it is done.")) });

function operation(facts: { effect: Effect; idempotent?: boolean; openWorld?: boolean }) {
  return defineOperation({
    name: "try_thing",
    title: "Try a thing",
    toolset: "zones",
    effect: facts.effect,
    idempotent: facts.idempotent ?? false,
    api: ["Z1"],
    ...(facts.openWorld === undefined ? {} : { openWorld: facts.openWorld }),
    summary: "Tries a thing.",
    input: z.strictObject({
      zone: z.string().check(z.maxLength(253), z.describe("A zone.")),
      ttl: z._default(z.int().check(z.minimum(0), z.maximum(2_147_483_647)), 3600).check(z.describe("Seconds.")),
      records: z
        .optional(z.array(z.object({ type: z.enum(["A", "TXT"]) })).check(z.maxLength(5)))
        .check(z.describe("Records.")),
    }),
    output,
    examples: [],
    run: () => Promise.resolve({ done: true }),
    text: () => "Done.",
  });
}

describe("describeTool", () => {
  it("writes the whole tool as plain JSON, what has a default left optional", () => {
    expect(JSON.parse(JSON.stringify(describeTool(operation({ effect: "create" }))))).toEqual({
      name: "try_thing",
      title: "Try a thing",
      description: "Tries a thing.",
      inputSchema: {
        type: "object",
        properties: {
          zone: { type: "string", maxLength: 253, description: "A zone." },
          ttl: { type: "integer", minimum: 0, maximum: 2_147_483_647, default: 3600, description: "Seconds." },
          records: {
            type: "array",
            maxItems: 5,
            description: "Records.",
            items: {
              type: "object",
              properties: { type: { type: "string", enum: ["A", "TXT"] } },
              required: ["type"],
              additionalProperties: false,
            },
          },
        },
        required: ["zone"],
        additionalProperties: false,
      },
      outputSchema: {
        type: "object",
        properties: { done: { type: "boolean", description: "Whether it is done." } },
        required: ["done"],
        additionalProperties: false,
      },
      annotations: {
        title: "Try a thing",
        readOnlyHint: false,
        destructiveHint: false,
        idempotentHint: false,
        openWorldHint: true,
      },
      toolset: "zones",
      effect: "create",
    });
  });

  it.each<[Effect, boolean, readonly [boolean, boolean, boolean]]>([
    ["read", false, [true, false, true]],
    ["create", true, [false, false, false]],
    ["update", true, [false, true, true]],
    ["update", false, [false, true, false]],
    ["destroy", true, [false, true, true]],
    ["destroy", false, [false, true, false]],
    ["spend", true, [false, true, false]],
  ])("hints for %s, idempotent %s", (effect, idempotent, [readOnlyHint, destructiveHint, idempotentHint]) => {
    expect(describeTool(operation({ effect, idempotent })).annotations).toEqual({
      title: "Try a thing",
      readOnlyHint,
      destructiveHint,
      idempotentHint,
      openWorldHint: true,
    });
  });

  it("calls the world closed only where the operation says that it reaches nothing outside", () => {
    const hints = [false, true].map((openWorld) => describeTool(operation({ effect: "read", openWorld })).annotations);
    expect(hints).toMatchObject([{ openWorldHint: false }, { openWorldHint: true }]);
  });
});
