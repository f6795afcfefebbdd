// The tools that the conformance suites call in both eras, and those that ask a 2025-era client something meanwhile.
import { setTimeout as wait } from "node:timers/promises";
import type {
  CallToolResult,
  ElicitRequestFormParams,
  InputRequiredResult,
  ServerContext,
} from "@modelcontextprotocol/server";
import { askingTools } from "./fixture-asking.ts";
import { audio, embedded, image, said } from "./fixture-content.ts";

export type FixtureTool = (
  context: ServerContext,
  input: Readonly<Record<string, unknown>>,
) => CallToolResult | InputRequiredResult | Promise<CallToolResult | InputRequiredResult>;

const STEP_MS = 50;

const plainTools: Readonly<Record<string, FixtureTool>> = {
  test_simple_text: () => said("This is a simple text response for testing."),
  test_image_content: () => ({ content: [image] }),
  test_audio_content: () => ({ content: [audio] }),
  test_embedded_resource: () => ({
    content: [embedded("test://embedded-resource", "text/plain", "This is an embedded resource content.")],
  }),
  test_multiple_content_types: () => ({
    content: [
      { type: "text", text: "Multiple content types test:" },
      image,
      embedded("test://mixed-content-resource", "application/json", JSON.stringify({ test: "data", value: 123 })),
    ],
  }),
  test_error_handling: () => ({ ...said("This tool intentionally returns an error for testing"), isError: true }),
  test_tool_with_progress: async ({ mcpReq }) => {
    const progressToken = mcpReq._meta?.progressToken;
    for (const progress of [0, 50, 100]) {
      const params = { progressToken: progressToken ?? "", progress, total: 100 };
      if (progressToken !== undefined) await mcpReq.notify({ method: "notifications/progress", params });
      await wait(STEP_MS);
    }
    return said("Progress has been told.");
  },
  test_tool_with_logging: async ({ mcpReq }) => {
    for (const step of ["Tool execution started", "Tool processing data", "Tool execution completed"]) {
      await mcpReq.log("info", step);
      await wait(STEP_MS);
    }
    return said("Three lines have been logged.");
  },
  test_logging_tool: async ({ mcpReq }) => {
    await mcpReq.log("info", "Only for who asked for it.");
    return said("Logged.");
  },
};

/** 2025 era: the question goes out while the call is at work. */
const pushingTools: Readonly<Record<string, FixtureTool>> = {
  test_sampling: async ({ mcpReq }, { prompt }) => {
    const { content } = await mcpReq.send({
      method: "sampling/createMessage",
      params: { messages: [{ role: "user", content: { type: "text", text: String(prompt) } }], maxTokens: 100 },
    });
    return said(`LLM response: ${JSON.stringify(content)}`);
  },
  test_elicitation: (context, { message }) =>
    ask(context, String(message), {
      type: "object",
      properties: {
        username: { type: "string", description: "User's response" },
        email: { type: "string", description: "User's email address" },
      },
      required: ["username", "email"],
    }),
  test_elicitation_sep1034_defaults: (context) =>
    ask(context, "Every kind of default", {
      type: "object",
      properties: {
        name: { type: "string", default: "John Doe" },
        age: { type: "integer", default: 30 },
        score: { type: "number", default: 95.5 },
        status: { type: "string", enum: ["active", "inactive", "pending"], default: "active" },
        verified: { type: "boolean", default: true },
      },
    }),
  test_elicitation_sep1330_enums: (context) =>
    ask(context, "Every kind of choice", {
      type: "object",
      properties: {
        untitledSingle: { type: "string", enum: ["option1", "option2", "option3"] },
        titledSingle: { type: "string", oneOf: titled("value", "Option") },
        legacyEnum: { type: "string", enum: ["opt1", "opt2"], enumNames: ["Option One", "Option Two"] },
        untitledMulti: { type: "array", items: { type: "string", enum: ["option1", "option2", "option3"] } },
        titledMulti: { type: "array", items: { anyOf: titled("value", "Choice") } },
      },
    }),
};

/** Every fixture tool by its name. */
export const fixtureTools: Readonly<Record<string, FixtureTool>> = { ...plainTools, ...pushingTools, ...askingTools };

async function ask(
  { mcpReq }: ServerContext,
  message: string,
  requestedSchema: ElicitRequestFormParams["requestedSchema"],
): Promise<CallToolResult> {
  const { action, content } = await mcpReq.send({ method: "elicitation/create", params: { message, requestedSchema } });
  return said(`Elicitation completed: action=${action}, content=${JSON.stringify(content)}`);
}

function titled(value: string, title: string) {
  return [1, 2, 3].map((at) => ({ const: `${value}${at}`, title: `${title} ${at}` }));
}
