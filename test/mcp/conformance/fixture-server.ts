// The server that the conformance suites want to see: their tools, resources and prompts, behind our own HTTP door.
import {
  type GetPromptResult,
  ProtocolError,
  ProtocolErrorCode,
  type ReadResourceResult,
  Server,
} from "@modelcontextprotocol/server";
import { type HttpDoor, openHttpDoor } from "../../../src/mcp/http/http-door.ts";
import { noJsonSchemaValidator } from "../../../src/mcp/no-json-schema-validator.ts";
import { runningCalls } from "../../../src/mcp/running-calls.ts";
import { askingPrompt } from "./fixture-asking.ts";
import { embedded, image, PNG } from "./fixture-content.ts";
import { fixtureTools } from "./fixture-tools.ts";

const CACHED = { ttlMs: 60_000, cacheScope: "public" } as const;

const STATIC_TEXT = { uri: "test://static-text", name: "static-text", description: "Text", mimeType: "text/plain" };
const STATIC_BINARY = {
  uri: "test://static-binary",
  name: "static-binary",
  description: "A picture",
  mimeType: "image/png",
};
const TEMPLATE = {
  uriTemplate: "test://template/{id}/data",
  name: "template",
  description: "Data by its id",
  mimeType: "application/json",
};

const text = (value: string) => ({ type: "text" as const, text: value });
const required = (name: string) => ({ name, description: name, required: true });

type FixturePrompt = (input: Readonly<Record<string, string>>) => readonly Parameters<typeof userSays>[0][];

const prompts: Readonly<Record<string, { readonly takes: readonly string[]; readonly says: FixturePrompt }>> = {
  test_simple_prompt: { takes: [], says: () => [text("This is a simple prompt for testing.")] },
  test_prompt_with_arguments: {
    takes: ["arg1", "arg2"],
    says: ({ arg1, arg2 }) => [text(`Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`)],
  },
  test_prompt_with_embedded_resource: {
    takes: ["resourceUri"],
    says: ({ resourceUri = "" }) => [
      embedded(resourceUri, "text/plain", "Embedded resource content for testing."),
      text("Please process the embedded resource above."),
    ],
  },
  test_prompt_with_image: { takes: [], says: () => [image, text("Please analyze the image above.")] },
  test_input_required_result_prompt: { takes: [], says: () => [text("The context has been told.")] },
};

/** Opens it on a free port of loopback; the suites cannot send a bearer. */
export function openFixtureDoor(): Promise<HttpDoor> {
  return openHttpDoor({
    host: "127.0.0.1",
    port: 0,
    isBearer: () => true,
    createServer: createFixtureServer,
    calls: runningCalls(),
    log: () => {},
  });
}

function createFixtureServer(): Server {
  const server = new Server(
    { name: "conformance-fixture", version: "1" },
    {
      capabilities: { tools: {}, resources: { subscribe: true }, prompts: {}, completions: {}, logging: {} },
      cacheHints: {
        "tools/list": CACHED,
        "prompts/list": CACHED,
        "resources/list": CACHED,
        "resources/templates/list": CACHED,
        "resources/read": CACHED,
      },
      jsonSchemaValidator: noJsonSchemaValidator,
    },
  );
  serveTools(server);
  serveResources(server);
  servePrompts(server);
  server.setRequestHandler("completion/complete", () => ({ completion: { values: ["paris", "park"], total: 2 } }));
  return server;
}

function serveTools(server: Server): void {
  server.setRequestHandler("tools/list", () => ({
    tools: Object.keys(fixtureTools).map((name) => ({ name, description: name, inputSchema: { type: "object" } })),
  }));
  server.setRequestHandler("tools/call", ({ params }, context) => {
    const tool = Object.hasOwn(fixtureTools, params.name) ? fixtureTools[params.name] : undefined;
    if (tool === undefined) throw new ProtocolError(ProtocolErrorCode.InvalidParams, "There is no such tool.");
    return tool(context, params.arguments ?? {});
  });
}

function serveResources(server: Server): void {
  server.setRequestHandler("resources/list", () => ({ resources: [STATIC_TEXT, STATIC_BINARY] }));
  server.setRequestHandler("resources/templates/list", () => ({ resourceTemplates: [TEMPLATE] }));
  server.setRequestHandler("resources/read", ({ params: { uri } }): ReadResourceResult => {
    const { mimeType } = STATIC_TEXT;
    if (uri === STATIC_TEXT.uri) {
      return { contents: [{ uri, mimeType, text: "This is the content of the static text resource." }] };
    }
    if (uri === STATIC_BINARY.uri) return { contents: [{ uri, mimeType: STATIC_BINARY.mimeType, blob: PNG }] };
    const id = /^test:\/\/template\/([^/]+)\/data$/.exec(uri)?.[1];
    if (id === undefined) throw new ProtocolError(ProtocolErrorCode.InvalidParams, "Resource not found", { uri });
    const data = { id, templateTest: true, data: `Data for ID: ${id}` };
    return { contents: [{ uri, mimeType: TEMPLATE.mimeType, text: JSON.stringify(data) }] };
  });
  server.setRequestHandler("resources/subscribe", () => ({}));
  server.setRequestHandler("resources/unsubscribe", () => ({}));
}

function servePrompts(server: Server): void {
  server.setRequestHandler("prompts/list", () => ({
    prompts: Object.entries(prompts).map(([name, { takes }]) => ({
      name,
      description: name,
      arguments: takes.map((argument) => required(argument)),
    })),
  }));
  server.setRequestHandler("prompts/get", ({ params }, context) => {
    const question = params.name === "test_input_required_result_prompt" ? askingPrompt(context) : undefined;
    return question ?? readPrompt(params.name, params.arguments ?? {});
  });
}

function readPrompt(name: string, input: Readonly<Record<string, string>>): GetPromptResult {
  const prompt = Object.hasOwn(prompts, name) ? prompts[name] : undefined;
  if (prompt === undefined) throw new ProtocolError(ProtocolErrorCode.InvalidParams, "There is no such prompt.");
  return { messages: prompt.says(input).map((content) => userSays(content)) };
}

function userSays(content: GetPromptResult["messages"][number]["content"]) {
  return { role: "user" as const, content };
}
